"""lrrt build: check the records and build the site."""

import time
from datetime import datetime
from pathlib import Path

import click

from generator.cli.options import DAY, Misuse, records_option, shown
from generator.cli.report import show
from generator.views.wording import counted
from generator.website.building import Built, CannotBuildError, build_site

CONFIG = Path("mkdocs.yml")


@click.command()
@records_option
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder to build into, instead of the one that mkdocs.yml names.",
)
@click.option(
    "--on",
    "day",
    type=DAY,
    metavar="DATE",
    help="Day the site is seen from, instead of today.",
)
@click.pass_context
def build(context: click.Context, records: Path, folder: Path | None, day: datetime | None) -> None:
    """Check the records and build the site.

    On a fault nothing is published, and the site that was built last stays as it was.

    \b
    Example:
      lrrt build
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    started = time.monotonic()
    try:
        built = build_site(
            CONFIG, records=records, folder=folder, today=day.date() if day else None
        )
    except CannotBuildError as fault:
        context.exit(explain_fault(fault))
    show(built.warnings)
    click.echo(_summary(built, time.monotonic() - started), err=True)


def explain_fault(fault: CannotBuildError) -> int:
    """Say why the site could not be built, and return the exit status.

    Raises Misuse where neither records nor templates are why.
    """
    if not fault.found:
        raise Misuse(str(fault))
    show(fault.found)
    click.echo("Nothing was published. The site that was built last is as it was.", err=True)
    return 1


def _summary(built: Built, seconds: float) -> str:
    site = built.site
    parts = (
        counted(len(site.people), "person", "people"),
        counted(len(site.cohorts), "cohort"),
        counted(len(site.outputs), "output"),
        counted(len(site.events), "event"),
    )
    return (
        f"Built {counted(built.pages, 'page')} in {shown(built.folder)}/ "
        f"({', '.join(parts)}) in {seconds:.1f} seconds."
    )
