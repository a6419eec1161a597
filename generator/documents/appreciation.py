"""What a letter of appreciation tells: whom a mentor worked with, and what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalog import Catalog, Entry
from generator.cycle.completion import progress_of
from generator.documents.period import last_day
from generator.documents.wording import full_name, kept_together, names
from generator.records.certificate import Letter
from generator.records.output import Output, OutputStatus
from generator.records.pairing import Pairing, PairingStatus
from generator.views.links import cohort_address
from generator.views.outputs import OutputView
from generator.views.wording import day


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk at a symposium. ``title`` is '' where it is that of the project."""

    title: str
    event: str
    day: str


@dataclass(frozen=True, slots=True)
class Work:
    """What a mentor and mentees worked on, in words; ``project`` may hold marks, or be ''."""

    pairing: str
    mentees: str
    mentee_count: int
    others: str
    project: str
    went_on: bool
    talks: tuple[Talk, ...]


@dataclass(frozen=True, slots=True)
class Appreciation:
    """All that a letter tells. ``outputs`` are the public ones of all its pairings, newest first.

    ``place`` is position, department and institution, each on a line. ``listed_at`` is the page on
    which outputs that find no room are listed.
    """

    participant: str
    name: str
    place: tuple[str, ...]
    works: tuple[Work, ...]
    outputs: tuple[OutputView, ...]
    cohort: str
    cohort_title: str
    first_day: date
    last_day: date
    is_whole_year: bool
    issued: date
    listed_at: str


def make_appreciation(
    catalog: Catalog, letter: Letter, pairing: str, outputs: Sequence[OutputView], site: str
) -> Appreciation:
    """Return what a letter tells.

    It names every pairing of the mentor that completed in the cohort, and in any case ``pairing``.
    ``outputs`` are those of the public site, ``site`` its address.

    What came after the day it was issued stays out, so that a letter that is made again says the
    same. It says something else where the records were corrected or completed for the time before,
    where somebody agrees to more or to less than then, and of a work that was in press.
    """
    cohort = catalog.cohorts[pairing.partition("/")[0]]
    person = letter.participant
    pairings = pairings_of_letter(catalog, letter, pairing)
    ids = {
        output.id
        for entry in pairings
        for output in catalog.outputs_of_pairing.get(entry.id, ())
        if _was_there(output.record, letter.issued)
    }
    return Appreciation(
        participant=person,
        name=full_name(catalog, person),
        place=tuple(_place(catalog, person)),
        works=tuple(_work(catalog, entry, person, letter.issued) for entry in pairings),
        outputs=tuple(output for output in outputs if output.id in ids),
        cohort=cohort.id,
        cohort_title=cohort.record.title,
        first_day=cohort.record.start,
        last_day=max(last_day(catalog, entry, letter.issued) for entry in pairings),
        is_whole_year=any(_went_on(catalog, entry, letter.issued) for entry in pairings),
        issued=letter.issued,
        listed_at=f"{site}{cohort_address(cohort.id)}",
    )


def pairings_of_letter(
    catalog: Catalog, letter: Letter, pairing: str
) -> tuple[Entry[Pairing], ...]:
    """Return the pairings that a letter tells of; ``pairing`` is one of them in any case."""
    cohort, person = pairing.partition("/")[0], letter.participant
    return tuple(
        entry
        for entry in catalog.pairings_of_participant[person]
        if entry.id == pairing or _completed(catalog, entry, cohort, person, letter.issued)
    )


def people_of_letter(catalog: Catalog, letter: Letter, pairing: str) -> tuple[str, ...]:
    """Return the ids of the people whom a letter names, its works apart; some more than once."""
    return tuple(
        person
        for entry in pairings_of_letter(catalog, letter, pairing)
        for person in (letter.participant, *entry.record.mentees, *entry.record.mentors)
    )


def _completed(
    catalog: Catalog, entry: Entry[Pairing], cohort: str, mentor: str, today: date
) -> bool:
    pairing = entry.record
    if entry.id.partition("/")[0] != cohort or mentor not in pairing.mentors:
        return False
    if pairing.status in (PairingStatus.PROPOSED, PairingStatus.ENDED):
        return False
    progress = progress_of(catalog, entry, today)
    return progress is not None and progress.is_complete


def _went_on(catalog: Catalog, entry: Entry[Pairing], until: date) -> bool:
    """Whether a pairing had gone on to the end of its year by a day, without ending before."""
    year = catalog.cohorts[entry.id.partition("/")[0]].record.end
    ended = entry.record.status is PairingStatus.ENDED
    return not ended and last_day(catalog, entry, until) == year


def _was_there(output: Output, day: date) -> bool:
    """Whether a work can have appeared by a day: its date may be a year or a month that has begun.

    What is in press, or has no date, counts, for nothing says that it came later.
    """
    if output.date is None or output.status is OutputStatus.IN_PRESS:
        return True
    return output.date.start.first_day <= day


def _place(catalog: Catalog, person: str) -> Iterator[str]:
    record = catalog.participants[person].record
    if record.position:
        yield record.position
    if record.affiliation:
        if record.affiliation.department:
            yield record.affiliation.department
        yield record.affiliation.name


def _work(catalog: Catalog, entry: Entry[Pairing], mentor: str, until: date) -> Work:
    pairing = entry.record
    title = pairing.project.title if pairing.project else ""
    others = tuple(one for one in pairing.mentors if one != mentor)
    return Work(
        pairing=entry.id,
        mentees=names(catalog, pairing.mentees, "mentee"),
        mentee_count=len(pairing.mentees),
        others=names(catalog, others, "mentor"),
        project=title,
        went_on=_went_on(catalog, entry, until),
        talks=tuple(_talks(catalog, entry, title, until)),
    )


def _talks(catalog: Catalog, entry: Entry[Pairing], project: str, until: date) -> Iterator[Talk]:
    """Yield the talks that a pairing had given by a day, in the order of their days."""
    progress = progress_of(catalog, entry, until)
    given: Mapping[str, date] = {
        name: session.date or event.record.date
        for name in (progress.evidence.talks if progress else ())
        for event, _, session in (catalog.sessions[name],)
    }
    for name, when in sorted(given.items(), key=lambda one: (one[1], one[0])):
        if when <= until:
            event, _, session = catalog.sessions[name]
            title = "" if session.title.casefold() == project.casefold() else session.title
            yield Talk(title, event.record.title, kept_together(day(when)))
