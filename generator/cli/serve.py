"""lrrt serve: show the site on this machine and follow every edit."""

from datetime import datetime

import click

from generator.cli.build import CONFIG
from generator.cli.options import DAY, Misuse
from generator.cli.report import show
from generator.website.building import CannotBuildError
from generator.website.preview import serve_site


@click.command()
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="Port to listen on.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--on",
    "day",
    type=DAY,
    metavar="DATE",
    help="Day the site is seen from, instead of today; to see the form of a call, a day of it.",
)
def serve(port: int, host: str, day: datetime | None) -> None:
    """Show the site on this machine and follow every edit.

    Whatever you save in records/, content/ or theme/ shows in the browser in about a second. A
    fault is printed here, and the last good pages stay. Stop with Ctrl+C.

    \b
    Example:
      lrrt serve
      lrrt serve --on 2027-05-10
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    try:
        today = day.date() if day else None
        serve_site(CONFIG, address=(host, port), today=today, report=_report, ready=_ready)
    except CannotBuildError as fault:
        raise Misuse(str(fault)) from None


def _report(fault: CannotBuildError) -> None:
    if fault.found:
        show(fault.found)
        click.echo("The last good pages stay until this is mended.", err=True)
    else:
        click.echo(f"Error: {fault}", err=True)


def _ready(address: str) -> None:
    click.echo(f"The site is at {address} (stop with Ctrl+C).", err=True)
