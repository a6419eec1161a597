"""lrrt validate: every fault of every record, in one run."""

from pathlib import Path

import click

from generator.catalog import Catalog
from generator.catalog.prose import CONTENT, contacts_in_pages
from generator.cli.options import Misuse, load_records, private_option, records_option, shown
from generator.cli.report import Format, exit_status, show, summary
from generator.diagnostics import Diagnostic
from generator.revisions.git import GitError, UnknownRevisionError, find_revision, is_shallow
from generator.revisions.privacy import check_branch


@click.command()
@records_option
@private_option
@click.option(
    "--since",
    metavar="REV",
    help="Look also into every commit after this revision for what a public repository must not "
    "hold, taken out again or not.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([str(form) for form in Format]),
    default=str(Format.HUMAN),
    show_default=True,
    help="How faults are printed: for people (on stderr), or for programs (on stdout).",
)
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.pass_context
def validate(  # an option each
    context: click.Context,
    records: Path,
    private: Path | None,
    since: str | None,
    form: str,
    *,
    strict: bool,
) -> None:
    """Check every record and list all faults.

    Exit status: 0 when nothing stops publishing, 1 when something does, 2 for wrong usage.

    \b
    Example:
      lrrt validate
      lrrt validate --since origin/main
      lrrt validate --format sarif > faults.sarif
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    loading = load_records(records, private)
    content = records.absolute().parent / CONTENT
    found = (*loading.found, *contacts_in_pages(content, shown(content), loading.catalog))
    if since is not None:
        found += _in_history(records, since, loading.catalog)
    show(found, Format(form))
    click.echo(summary(found, len(loading.catalog.files)), err=True)
    context.exit(exit_status(found, strict=strict))


def _in_history(records: Path, name: str, catalog: Catalog) -> tuple[Diagnostic, ...]:
    """Return what the commits after a revision hold that they must not. Raises Misuse."""
    try:
        since = find_revision(records, name)
        if is_shallow(records):
            message = (
                "this clone is shallow: it does not hold every commit that was to be checked; get "
                "the whole history with 'git fetch --unshallow'"
            )
            raise Misuse(message)
        return check_branch(records, shown(records), since, catalog)
    except UnknownRevisionError as fault:
        raise Misuse(str(fault)) from None
    except GitError as fault:
        message = f"the history of {shown(records)} cannot be read: {fault}"
        raise Misuse(message) from None
