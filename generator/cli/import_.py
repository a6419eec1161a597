"""lrrt import: records from files that other programs wrote."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from generator.bibliography.planning import Plan, Planned, plan_import
from generator.bibliography.reading.files import read_items
from generator.bibliography.references import reference_text
from generator.cli.import_applications import applications
from generator.cli.options import Misuse, load_records, records_option, shown
from generator.cli.progress import watched
from generator.source import change_files

_LARGEST = 64 << 20
"""Bytes that a file may have; libraries of tens of thousands of works have less."""


@click.group(name="import")
def import_() -> None:
    """Bring in what other programs hold.

    \b
    Example:
      lrrt import outputs library.bib
      lrrt import applications answers.xlsx --private ../mentorship-private
    """  # noqa: D301  # \b is click's mark for lines to be left as they are


import_.add_command(applications)


@import_.command()
@click.argument("file", type=click.Path(path_type=Path))
@records_option
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask before writing.")
@click.pass_context
def outputs(context: click.Context, file: Path, records: Path, *, dry_run: bool, yes: bool) -> None:
    """Import publications and presentations from BibTeX, RIS or CSL-JSON.

    Proposes one record for each item and says on stderr what it would write, what it changed, who
    it takes for a participant, and what 'lrrt validate' will still ask for. On a terminal it asks
    before it writes. New files are written, all together; no file is ever overwritten. What is
    there already is not written again: the same DOI, the same title, type, people and year, or the
    id it came with and nearly the same title.

    What a record has no key for is kept under 'csl', so that 'lrrt export outputs --format
    csl-json' gives back what came in.

    Exit status: 0 if everything was imported or is there already, 1 if something could not be, 2
    for wrong usage.

    \b
    Example:
      lrrt import outputs library.bib
      lrrt import outputs export.ris --dry-run
      lrrt import outputs zotero.json --yes
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    batch = read_items(_content(file), shown(file))
    folder = records / "outputs"
    catalog = load_records(records).catalog
    plan = plan_import(batch, catalog, shown(folder), watched("Reading items"))
    say_plan(plan)
    if plan.new and not dry_run:
        _confirm(len(plan.new), yes=yes)
        write_new(plan.new, folder)
    _sum_up(plan, dry_run=dry_run)
    context.exit(1 if plan.rejected else 0)


def write_new(new: Iterable[Planned], folder: Path) -> None:
    """Write new records, all or none; a file that is there already is never overwritten."""
    written = {folder / f"{one.proposal.id}.yaml": one.entry.document.text for one in new}
    there = next((file for file in written if file.exists()), None)
    if there is not None:
        message = f"{shown(there)} is there already; nothing was written"
        raise Misuse(message)
    try:
        change_files(written=written, deleted=())
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        message = f"{shown(folder)} cannot be written to: {reason}; nothing was written"
        raise Misuse(message) from None


def say_plan(plan: Plan) -> None:
    """Say on stderr what is to become of every item."""
    for one in plan.new:
        _say("new", one.entry.path, one.incoming.place)
        click.echo(f"    {reference_of(one)}", err=True)
        say_notes(one)
    for duplicate in plan.duplicates:
        label = duplicate.incoming.label
        _say(
            "there already",
            f"{label}: {duplicate.where} ({duplicate.how})",
            duplicate.incoming.place,
        )
    for rejected in plan.rejected:
        _say("rejected", f"{rejected.label}: {rejected.reason}", rejected.place)


def say_notes(one: Planned) -> None:
    """Say on stderr what was changed, linked and kept, and what is still wanting."""
    _list("changed", one.incoming.changes)
    _list("note", one.proposal.notes)
    _list("wanting", one.wanting)


def reference_of(one: Planned) -> str:
    """Return the reference of a proposed record on one line."""
    return " ".join(reference_text(one.proposal.item).split())


def _content(file: Path) -> bytes:
    """Return the bytes of a file that can be read."""
    try:
        with file.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        message = f"{shown(file)} cannot be read: {reason}"
        raise Misuse(message) from None
    if len(content) > _LARGEST:
        message = f"{shown(file)} is over {_LARGEST >> 20} MiB; part it, and import the parts"
        raise Misuse(message)
    return content


def _say(what: str, said: str, place: object) -> None:
    click.echo(printable(f"{place}: {what}: {said}"), err=True)


def _list(what: str, said: Sequence[str]) -> None:
    for one in said:
        click.echo(f"    {what}: {printable(one)}", err=True)


def printable(said: str) -> str:
    """Return words without what could control a terminal."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in said)


def is_asked() -> bool:
    """Tell whether somebody sits at a terminal who could answer."""
    return sys.stdin.isatty()


def _confirm(number: int, *, yes: bool) -> None:
    if not yes and is_asked():
        try:
            click.confirm(f"Write {_counted(number, 'record')}?", abort=True, err=True)
        except click.Abort:
            click.echo("Nothing was written.", err=True)
            raise click.exceptions.Exit(1) from None


def _sum_up(plan: Plan, *, dry_run: bool) -> None:
    verb = "would be written" if dry_run else "written"
    parts = [f"{_counted(len(plan.new), 'record')} {verb}"]
    if plan.duplicates:
        parts.append(f"{len(plan.duplicates):,} there already")
    if plan.rejected:
        parts.append(f"{len(plan.rejected):,} rejected")
    click.echo(f"{', '.join(parts)}.", err=True)


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
