"""lrrt new pairing: who works with whom in a cohort, and on what."""

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from typing import Any

import click

from generator.bibliography.reading.text import Sort
from generator.catalog import Catalog
from generator.cli.new_choices import Choice
from generator.cli.new_record import Desk, Drawn, make_record, record_options
from generator.cli.new_terms import ask_terms
from generator.cli.options import Misuse
from generator.cycle.beginnings import free, latest_cohort
from generator.matching.pairing_file import UnusableFileError, with_pairing
from generator.records.canonical import write_as
from generator.records.fields import Id, Prose, Title
from generator.records.kinds import Kind
from generator.records.pairing import PairingStatus
from generator.records.slugs import slug
from generator.source import Plain

_STATUSES = (
    Choice(str(PairingStatus.PROPOSED), "the committee considers it; not on the site"),
    Choice(str(PairingStatus.CONFIRMED), "both have said yes"),
    Choice(str(PairingStatus.ACTIVE), "they are at work"),
    Choice(str(PairingStatus.COMPLETED), "they have done what the cohort's rule asks"),
    Choice(str(PairingStatus.ENDED), "they stopped before the end; not on the site"),
)
_IN_PUBLIC = (
    "Everybody can read these records, proposals included: write a pairing down once its people",
    "know of it.",
)
_WORDS, _LONGEST = 4, 40


@click.command()
@click.option("--cohort", metavar="COHORT", help="Cohort that it belongs to.")
@click.option("--mentor", multiple=True, metavar="ID", help="A mentor; give it repeatedly.")
@click.option("--mentee", multiple=True, metavar="ID", help="A mentee; give it repeatedly.")
@click.option("--project", metavar="TITLE", help="Title of what they work on.")
@click.option("--summary", metavar="TEXT", help="What the project asks and how.")
@click.option("--topic", multiple=True, metavar="ID", help="A topic of it; give it repeatedly.")
@click.option("--method", multiple=True, metavar="ID", help="A method of it; give it repeatedly.")
@click.option("--status", metavar="STATUS", help="How far it has come; otherwise proposed.")
@click.option("--id", "id_", metavar="ID", help="Short name; otherwise made from the project.")
@record_options
@click.pass_context
def pairing(context: click.Context, /, **options: Any) -> None:
    """Put a mentor and a mentee together.

    People are named by id or by name; '?' lists them. The pairing goes into the file of its cohort,
    in which everything else stays as it is, and is shown before it is written.

    Exit status: 0 if the pairing was written, 1 if not, 2 for wrong usage.

    \b
    Example:
      lrrt new pairing
      lrrt new pairing --cohort 2026 --mentor harriet-nonesuch --mentee dongengwati
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    make_record(context, options, _draw)


def _draw(desk: Desk) -> Drawn:
    """Ask for a pairing, and return the file of its cohort with it."""
    ask, catalog = desk.ask, desk.catalog
    if desk.in_public:
        ask.say(*_IN_PUBLIC)
    cohort = _cohort(desk)
    people = _people(catalog)
    several = "; several with commas, '?' lists all"
    parts = _parts(catalog, cohort)

    def is_mentee(id_: str) -> str:
        where = parts["mentees"].get(id_)
        return f"'{id_}' is a mentee in {where}, and nobody has both parts" if where else ""

    def is_mentor(id_: str) -> str:
        where = "this pairing" if id_ in mentors else parts["mentors"].get(id_)
        return f"'{id_}' is a mentor in {where}, and nobody has both parts" if where else ""

    mentors = ask.choose_several(
        "mentor", f"Mentor{several}", people, required=True, check=is_mentee
    )
    mentees = ask.choose_several(
        "mentee", f"Mentee{several}", people, required=True, check=is_mentor
    )
    project = _project(desk)
    words = f"How far has it come ({', '.join(one.id for one in _STATUSES)}; '?' explains)"
    proposed = str(PairingStatus.PROPOSED)
    status = ask.choose("status", words, _STATUSES, required=True, proposed=proposed)
    values: dict[str, Plain] = {"mentors": list(mentors), "mentees": list(mentees)}
    values["status"] = status
    if project:
        values["project"] = project
    id_ = _id(desk, cohort, str(project.get("title", "")), mentees)
    return _drawn(desk, cohort, {"id": id_, **values})


def _cohort(desk: Desk) -> str:
    cohorts = [Choice(id_, entry.record.title) for id_, entry in desk.catalog.cohorts.items()]
    latest = latest_cohort(desk.catalog)
    if latest is None:
        message = "there is no cohort yet; begin one with 'lrrt new cohort'"
        raise Misuse(message)
    return desk.ask.choose("cohort", "Cohort", cohorts, required=True, proposed=latest.id)


def _people(catalog: Catalog) -> list[Choice]:
    """Return everybody who has not withdrawn."""
    return [
        Choice(id_, entry.record.name.full, tuple(filter(None, (entry.record.name.original,))))
        for id_, entry in catalog.participants.items()
        if not entry.record.withdrawn
    ]


def _parts(catalog: Catalog, cohort: str) -> dict[str, dict[str, str]]:
    """Return who is a mentor and who a mentee in a cohort, each with the pairing."""
    standing = [
        entry
        for entry in catalog.pairings_of_cohort.get(cohort, ())
        if entry.record.status is not PairingStatus.ENDED
    ]
    return {
        part: {person: entry.id for entry in standing for person in getattr(entry.record, part)}
        for part in ("mentors", "mentees")
    }


def _project(desk: Desk) -> dict[str, Plain]:
    ask = desk.ask
    words = "Title of what they work on, which can come later"
    title = ask.line("project", words, Title, sort=Sort.LINE)
    if not title:
        return {}
    project: dict[str, Plain] = {"title": title}
    project["summary"] = ask.line("summary", "What it asks and how", Prose, sort=Sort.PROSE)
    project |= ask_terms(ask, desk.catalog)
    return {key: value for key, value in project.items() if value}


def _id(desk: Desk, cohort: str, title: str, mentees: Collection[str]) -> str:
    """Return a short name that no pairing of the cohort has."""
    taken = {name.partition("/")[2] for name in desk.catalog.pairings if _is_of(cohort, name)}

    def wrong(answer: str) -> str:
        return f"'{answer}' is taken already; choose another" if answer in taken else ""

    parts = [part for part in slug(title.partition(":")[0]).split("-")[:_WORDS] if part]
    made = "-".join(parts)[:_LONGEST].strip("-") or next(iter(mentees))
    words = "Id of the pairing, which is part of the web address, for good"
    proposed = free(made, taken)
    return desk.ask.line("id_", words, Id, required=True, proposed=proposed, check=wrong)


def _is_of(cohort: str, pairing: str) -> bool:
    return pairing.partition("/")[0] == cohort


def _drawn(desk: Desk, cohort: str, values: Mapping[str, Plain]) -> Drawn:
    """Return the cohort's file with a new pairing, and the pairing alone to be shown."""
    catalog = desk.catalog
    path = PurePosixPath("pairings", f"{cohort}.yaml")
    document = next((one for one in catalog.documents if one.path == desk.named(path)), None)
    if document is None and desk.named(path) in catalog.files:
        message = f"{desk.named(path)} cannot be read; mend it first: 'lrrt validate' says how"
        raise Misuse(message)
    try:
        rewritten = with_pairing(document, catalog.pairings_of_cohort.get(cohort, ()), values)
    except UnusableFileError:
        message = (
            f"{desk.named(path)} is so written that a pairing cannot be added without touching "
            "others; run 'lrrt fmt' and try again"
        )
        raise Misuse(message) from None
    _, _, *lines = write_as(Kind.PAIRINGS, {"pairings": [values]}).splitlines(keepends=True)
    return Drawn(path, rewritten.text, "".join(lines))
