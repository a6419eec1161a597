"""How far pairings and people have come, and whether what is missing can still be reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.catalog import Catalog, Entry
from generator.catalog.completion import Evidence, evidence_of
from generator.records.application import Role
from generator.records.event import Event, EventKind
from generator.records.pairing import Pairing, PairingStatus

STANDING = frozenset((PairingStatus.CONFIRMED, PairingStatus.ACTIVE))
"""The statuses of pairs that are at work, or about to be."""


class State(StrEnum):
    """How one part of the cohort's rule stands."""

    MET = "met"
    WITHIN_REACH = "within reach"
    OUT_OF_REACH = "out of reach"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the rule: what is there, what is asked, and whether it can still be reached."""

    name: str
    there: int
    asked: int
    state: State


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a pairing has come by its cohort's rule, seen from a day."""

    pairing: str
    evidence: Evidence
    parts: tuple[Part, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every part of the rule is met."""
        return all(part.state is State.MET for part in self.parts)

    @property
    def can_complete(self) -> bool:
        """Whether no part of the rule is out of reach."""
        return all(part.state is not State.OUT_OF_REACH for part in self.parts)


@dataclass(frozen=True, slots=True)
class PersonProgress:
    """Whether somebody completed a program year, through which pairing, and what is missing.

    A mentee who completed is owed a certificate, a mentor a letter. ``pairing`` is the one that
    counts: the one that is complete, or else the last that has not ended.
    """

    person: str
    role: Role
    pairing: str
    completed: bool
    missing: tuple[str, ...]


def progress_of(catalog: Catalog, pairing: Entry[Pairing], today: date) -> Progress | None:
    """Return how far a pairing has come, or None where its cohort has no record.

    A talk counts as given once its day has come.
    """
    evidence = evidence_of(catalog, pairing)
    if evidence is None:
        return None
    cohort = pairing.id.partition("/")[0]
    return Progress(
        pairing.id,
        evidence,
        (
            _check_ins(catalog, cohort, evidence, today),
            _talk(catalog, cohort, evidence, today),
            _evaluations(evidence),
        ),
    )


def events_of(catalog: Catalog, cohort: str, kind: EventKind) -> tuple[Entry[Event], ...]:
    """Return a cohort's events of a kind that take place, in the order of their days."""
    found = [
        entry
        for entry in catalog.events_of_cohort.get(cohort, ())
        if entry.record.kind is kind and not entry.record.cancelled
    ]
    return tuple(sorted(found, key=lambda entry: (entry.record.date, entry.id)))


def last_day(event: Event) -> date:
    """Return the day on which an event ends."""
    return event.end_date or event.date


def people_of_cohort(catalog: Catalog, cohort: str, today: date) -> tuple[PersonProgress, ...]:
    """Return how far everybody in a cohort's pairings has come, mentees first, by id.

    Proposals are left out. Whoever was in several pairings completed if one of them is complete.
    """
    of_person: dict[tuple[Role, str], list[tuple[Entry[Pairing], Progress]]] = {}
    for entry in catalog.pairings_of_cohort.get(cohort, ()):
        progress = progress_of(catalog, entry, today)
        if progress is None or entry.record.status is PairingStatus.PROPOSED:
            continue
        for role, people in (
            (Role.MENTEE, entry.record.mentees),
            (Role.MENTOR, entry.record.mentors),
        ):
            for person in people:
                of_person.setdefault((role, person), []).append((entry, progress))
    return tuple(
        _person(person, role, of_person[role, person])
        for role, person in sorted(of_person, key=lambda key: (key[0] is Role.MENTOR, key[1]))
    )


def _person(
    person: str, role: Role, pairings: Iterable[tuple[Entry[Pairing], Progress]]
) -> PersonProgress:
    def rank(one: tuple[Entry[Pairing], Progress]) -> tuple[bool, bool, str]:
        entry, progress = one
        ended = entry.record.status is PairingStatus.ENDED
        return (progress.is_complete and not ended, not ended, str(entry.record.ended or ""))

    entry, progress = max(pairings, key=rank)
    ended = entry.record.status is PairingStatus.ENDED
    missing = ("the pairing ended before its time",) if ended else missing_parts(progress)
    return PersonProgress(person, role, entry.id, not missing, missing)


def missing_parts(progress: Progress) -> tuple[str, ...]:
    """Return what a pairing lacks, in plain words, with what can no longer be reached marked."""
    words = {part.name: part for part in progress.parts if part.state is not State.MET}
    return tuple(
        f"{_words(part, progress.evidence)}"
        + (" (can no longer be reached)" if part.state is State.OUT_OF_REACH else "")
        for part in words.values()
    )


def _words(part: Part, evidence: Evidence) -> str:
    if part.name != "presentation":
        verb = "attended" if part.name == "check-ins" else "received"
        return f"{part.there} of {part.asked} {part.name} {verb}"
    if not evidence.talks:
        return "no session at a symposium names this pairing"
    return "the talk is still to be given"


def _check_ins(catalog: Catalog, cohort: str, evidence: Evidence, today: date) -> Part:
    """Return the part on check-ins: each can count that has not begun, or was held today."""
    there, asked = len(evidence.check_ins), evidence.rule.check_ins
    to_come = [
        event
        for event in events_of(catalog, cohort, EventKind.CHECK_IN)
        if last_day(event.record) >= today and event.id not in evidence.check_ins
    ]
    planned = len(events_of(catalog, cohort, EventKind.CHECK_IN))
    more = max(0, asked - planned) if _goes_on(catalog, cohort, today) else 0
    state = State.MET
    if there < asked:
        reach = there + len(to_come) + more >= asked
        state = State.WITHIN_REACH if reach else State.OUT_OF_REACH
    return Part("check-ins", there, asked, state)


def _talk(catalog: Catalog, cohort: str, evidence: Evidence, today: date) -> Part:
    asked = int(evidence.rule.presentation)
    given = any(_day_of(catalog, name) <= today for name in evidence.talks)
    state = State.MET
    if asked and not given:
        symposia = events_of(catalog, cohort, EventKind.SYMPOSIUM)
        to_come = (
            any(last_day(event.record) >= today for event in symposia)
            if symposia
            else _goes_on(catalog, cohort, today)
        )
        state = State.WITHIN_REACH if evidence.talks or to_come else State.OUT_OF_REACH
    return Part("presentation", int(given), asked, state)


def _evaluations(evidence: Evidence) -> Part:
    """Return the part on evaluations, which can still come after the year is over."""
    there, asked = len(evidence.evaluations), evidence.rule.evaluations
    return Part("evaluations", there, asked, State.MET if there >= asked else State.WITHIN_REACH)


def _goes_on(catalog: Catalog, cohort: str, today: date) -> bool:
    return today <= catalog.cohorts[cohort].record.end


def _day_of(catalog: Catalog, session: str) -> date:
    event, _, record = catalog.sessions[session]
    return record.date or event.record.date
