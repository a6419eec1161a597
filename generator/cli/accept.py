"""lrrt accept: applicants become participants, with what they agreed to have shown."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from generator.catalog import Catalog
from generator.catalog.rules.privacy import is_public
from generator.cli.import_ import is_asked, printable
from generator.cli.options import Misuse, load_records, private_option, records_option, shown
from generator.cli.writing import file_in, write_all
from generator.diagnostics import closest, did_you_mean, fold
from generator.intake.acceptance import Acceptance
from generator.intake.accepting import accept_people
from generator.intake.outcome import Fate
from generator.intake.record_edit import UnusableTextError
from generator.intake.renaming import rename
from generator.records.application import Application

_WORDS = {
    Fate.NEW: "written",
    Fate.UPDATED: "updated",
    Fate.DIFFERS: "different from the record",
    Fate.UNCHANGED: "there already",
    Fate.REJECTED: "refused",
}
_WOULD = {Fate.NEW: "would be written", Fate.UPDATED: "would be updated"}


@click.command()
@click.argument("cohort")
@click.argument("people", nargs=-1, metavar="[PERSON]...")
@records_option
@private_option
@click.option("--all", "everybody", is_flag=True, help="Accept everybody who applied.")
@click.option("--update", is_flag=True, help="Change records that are there already.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask before writing.")
@click.pass_context
def accept(context: click.Context, /, cohort: str, people: Sequence[str], **options: Any) -> None:
    """Make participants of people who applied to COHORT.

    Writes records/participants/PERSON.yaml from the application, with only what the person agreed
    to have shown; what is left out is said. Where everybody can read the repository and somebody
    did not agree to be named, the record has no name, and an id that does not tell it. The
    application keeps the name, in the private folder.

    A record that is there is not changed: what differs is shown, and --update takes it. Consent is
    taken with its day, wider or narrower; whatever was said last counts.

    Exit status: 0 if everybody has a record that agrees with the application, 1 if not, 2 for wrong
    usage.

    \b
    Example:
      lrrt accept 2026 ada-okafor ben-larsen --private ../mentorship-private
      lrrt accept 2026 --all --dry-run
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    records, private = options["records"], options["private"]
    catalog = load_records(records, private).catalog
    chosen = _chosen(catalog, cohort, people, everybody=options["everybody"])
    accepted = accept_people(
        catalog,
        cohort,
        chosen,
        shown(records),
        update=options["update"],
        are_named=not options["everybody"],
    )
    for one in accepted:
        _say_one(one, update=options["update"])
    if not options["dry_run"]:
        folders = {shown(folder): folder for folder in (records, private) if folder}
        _write(catalog, accepted, folders, yes=options["yes"])
    _sum_up(catalog, accepted, dry_run=options["dry_run"])
    open_ends = {Fate.REJECTED, Fate.DIFFERS}
    context.exit(1 if any(one.fate in open_ends or one.breaks for one in accepted) else 0)


def _chosen(
    catalog: Catalog, cohort: str, people: Sequence[str], *, everybody: bool
) -> Sequence[str]:
    """Return the ids of the applicants that are meant. Raises Misuse where some are not there."""
    if cohort not in catalog.cohorts:
        known = f"the cohorts are {', '.join(catalog.cohorts) or 'none yet'}"
        message = f"no cohort '{cohort}'; {did_you_mean(cohort, catalog.cohorts, known)}"
        raise Misuse(message)
    applied = {
        entry.id.partition("/")[2]: entry.record
        for entry in catalog.applications_of_cohort.get(cohort, ())
    }
    if not applied:
        message = (
            f"there is no application to {cohort}; name the folder in which 'applications' lies "
            "with --private DIR or LRRT_PRIVATE"
        )
        raise Misuse(message)
    if bool(people) == everybody:
        message = "name the people to accept, or say --all"
        raise Misuse(message)
    for person in people:
        if person not in applied:
            message = f"'{person}' has not applied to {cohort}; {_meant(person, applied)}"
            raise Misuse(message)
    return tuple(applied) if everybody else tuple(dict.fromkeys(people))


def _meant(person: str, applied: Mapping[str, Application]) -> str:
    """Return help that names who was probably meant, by id or by name."""
    names = {one.name.full: id_ for id_, one in applied.items() if one.name}
    by_name = {fold(name): id_ for name, id_ in names.items()}.get(fold(person))
    if by_name:
        return f"write the id: {by_name}"
    meant = closest(person, applied) or names.get(closest(person, names) or "")
    return f"did you mean '{meant}'?" if meant else "write the id as the application's file has it"


def _say_one(one: Acceptance, *, update: bool) -> None:
    what = one.reason or one.path
    _say(f"{one.who}: {one.fate}: {what}")
    for key, old, new in one.differences:
        _say(f"    {key}: {old} → {new}")
    if one.fate is Fate.DIFFERS and not update:
        _say("    kept as it is; --update takes the application's")
    if one.withheld:
        _say(f"    not agreed to, and left out: {', '.join(one.withheld)}")
    for note in one.notes:
        _say(f"    note: {note}")
    if one.former:
        _say(f"    the application moves from '{one.former}' to '{one.id}'")


def _write(
    catalog: Catalog, accepted: Sequence[Acceptance], folders: Mapping[str, Path], *, yes: bool
) -> None:
    """Write all records, and applications that get another name: all of it or nothing."""
    taken = [one for one in accepted if one.text and one.fate in (Fate.NEW, Fate.UPDATED)]
    if not taken:
        return
    try:
        renamed = rename(catalog, {one.former: one.id for one in taken if one.former})
    except UnusableTextError:
        message = "an application cannot be changed; write each of its keys on lines of its own"
        raise Misuse(message) from None
    texts = {**{one.path: one.text for one in taken}, **renamed.written}
    written: dict[Path, str | bytes] = {
        file_in(path, folders): text for path, text in texts.items()
    }
    deleted = [file_in(path, folders) for path in renamed.deleted]
    if not yes and is_asked():
        try:
            click.confirm("Write this?", abort=True, err=True)
        except click.Abort:
            click.echo("Nothing was written.", err=True)
            raise click.exceptions.Exit(1) from None
    write_all(written, deleted)


def _sum_up(catalog: Catalog, accepted: Sequence[Acceptance], *, dry_run: bool) -> None:
    words = {**_WORDS, **(_WOULD if dry_run else {})}
    numbers = {fate: sum(1 for one in accepted if one.fate is fate) for fate in words}
    parts = [f"{number:,} {words[fate]}" for fate, number in numbers.items() if number]
    people = "person" if len(accepted) == 1 else "people"
    _say(f"{len(accepted):,} {people}: {', '.join(parts)}.")
    if numbers[Fate.NEW] and is_public(catalog):
        _say("Everybody can read these records once you publish them.")


def _say(said: str) -> None:
    click.echo(printable(said), err=True)
