"""A new record: held against all others, shown whole, and written after a yes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

import click

from generator.catalog import Catalog, Loading, load_catalog
from generator.catalog.rules.privacy import is_public
from generator.cli.new_questions import Questions
from generator.cli.options import Misuse, load_records, private_option, records_option, shown
from generator.cli.report import show
from generator.diagnostics import Diagnostic, has_errors
from generator.source import write_text

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a new record is made: the records as they are, and whoever is asked."""

    records: Path
    private: Path | None
    loading: Loading
    ask: Questions

    @property
    def catalog(self) -> Catalog:
        """All records as they are."""
        return self.loading.catalog

    @property
    def in_public(self) -> bool:
        """Whether everybody can read the records."""
        return is_public(self.catalog)

    def named(self, path: PurePosixPath) -> str:
        """Return how a path under the records is named to people."""
        return (PurePosixPath(shown(self.records)) / path).as_posix()


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a file is to hold: its path under the records, its text, and what of it is new."""

    path: PurePosixPath
    text: str
    new: str


def record_options(command: F) -> F:
    """Give a command the options that all have that make a record."""
    yes = click.option(
        "--yes", is_flag=True, help="Ask nothing: leave out what no option says, and write."
    )
    return records_option(private_option(yes(command)))


def make_record(
    context: click.Context, options: dict[str, Any], draw: Callable[[Desk], Drawn]
) -> None:
    """Ask for a record, show it and write it; or nothing, where somebody stops.

    ``draw`` asks, and returns the file.
    """
    records: Path = options.pop("records")
    private: Path | None = options.pop("private")
    asks = not options.pop("yes")
    loading = load_records(records, private)
    ask = Questions(_answered(options), asks, is_public(loading.catalog))
    try:
        desk = Desk(records, private, loading, ask)
        _settle(context, desk, draw(desk))
    except click.Abort:
        click.echo("\nNothing was written.", err=True)
        context.exit(1)


def stop(context: click.Context, said: str) -> None:
    """Leave a command that has nothing to write."""
    click.echo(f"{said} Nothing was written.", err=True)
    context.exit(0)


def _answered(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options that were given."""
    return {key: value for key, value in options.items() if value not in (None, ())}


def _settle(context: click.Context, desk: Desk, drawn: Drawn) -> None:
    """Check a file with all others, show what is new, and write it after a yes."""
    file = desk.records / drawn.path
    named = desk.named(drawn.path)
    found = _new_faults(desk, drawn)
    click.echo(f"{named}:\n\n{drawn.new}", err=True)
    show(found, instead={named: drawn.text})
    if has_errors(found):
        click.echo("Nothing was written: 'lrrt validate' would refuse this record.", err=True)
        context.exit(1)
    if desk.ask.asks:
        click.confirm("Write this record?", abort=True, err=True)
    try:
        write_text(file, drawn.text)
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        message = f"{named} cannot be written: {reason}; nothing was written"
        raise Misuse(message) from None
    click.echo(f"{named} written.", err=True)


def _new_faults(desk: Desk, drawn: Drawn) -> list[Diagnostic]:
    """Return what 'lrrt validate' would say of the records with the new one, and does not yet."""
    loading = load_catalog(
        desk.records,
        desk.private,
        shown=shown(desk.records),
        private_shown=shown(desk.private) if desk.private else "",
        instead={drawn.path: drawn.text},
    )
    known = {(one.code, one.place.path, one.message) for one in desk.loading.found}
    return [one for one in loading.found if (one.code, one.place.path, one.message) not in known]
