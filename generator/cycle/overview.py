"""The pairs of a cohort as the committee sees them: which are at risk, and what mentors carry."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from generator.catalog import Catalog, Entry
from generator.catalog.completion import earlier_pairings
from generator.cycle.completion import (
    STANDING,
    Progress,
    State,
    events_of,
    last_day,
    missing_parts,
    progress_of,
)
from generator.cycle.symposium import pairs_without_talk
from generator.cycle.wording import counted
from generator.records.application import Role
from generator.records.event import EventKind
from generator.records.pairing import Pairing, PairingStatus

_TALK_BY = timedelta(days=60)
"""How long before a symposium a pair without a session is at risk."""

_AFTER_END = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class PairStanding:
    """A pair: how far it has come, and why it is at risk, if it is.

    ``after`` names the pairings of the same mentees that ended before this one, and ``before`` the
    one that followed, where this one ended itself.
    """

    id: str
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    status: PairingStatus
    progress: Progress
    risks: tuple[str, ...]
    ended: date | None
    after: tuple[str, ...]
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MentorLoad:
    """What a mentor carries. ``capacity`` is None where no application is at hand."""

    mentor: str
    pairs: tuple[str, ...]
    mentees: int
    capacity: int | None


@dataclass(frozen=True, slots=True)
class Overview:
    """A cohort's pairs and mentors, each in the order of their ids."""

    cohort: str
    title: str
    pairs: tuple[PairStanding, ...]
    mentors: tuple[MentorLoad, ...]


def overviews(catalog: Catalog, today: date) -> tuple[Overview, ...]:
    """Return the cohorts that have pairings and are not long over, the oldest first."""
    return tuple(
        _overview(catalog, name, today)
        for name, cohort in sorted(
            catalog.cohorts.items(), key=lambda item: (item[1].record.start, item[0])
        )
        if name in catalog.pairings_of_cohort and today <= cohort.record.end + _AFTER_END
    )


def _overview(catalog: Catalog, cohort: str, today: date) -> Overview:
    entries = catalog.pairings_of_cohort[cohort]
    followed: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for one in earlier_pairings(catalog, entry):
            followed[one.id].append(entry.id)
    pairs = []
    for entry in entries:
        progress = progress_of(catalog, entry, today)
        if progress is None:
            continue
        pairs.append(
            PairStanding(
                entry.id,
                entry.record.mentors,
                entry.record.mentees,
                entry.record.status,
                progress,
                _risks(catalog, entry, progress, today),
                entry.record.ended,
                tuple(one.id for one in earlier_pairings(catalog, entry)),
                tuple(followed[entry.id]),
            )
        )
    return Overview(
        cohort, catalog.cohorts[cohort].record.title, tuple(pairs), _loads(catalog, cohort)
    )


def _risks(
    catalog: Catalog, entry: Entry[Pairing], progress: Progress, today: date
) -> tuple[str, ...]:
    """Return why a standing pair may not complete, in plain words."""
    if entry.record.status not in STANDING:
        return ()
    cohort = entry.id.partition("/")[0]
    return (
        *_withdrawals(catalog, entry),
        *_behind(catalog, cohort, progress, today),
        *_unheard(catalog, cohort, entry, progress, today),
        *_unevaluated(catalog, cohort, progress, today),
    )


def _withdrawals(catalog: Catalog, entry: Entry[Pairing]) -> list[str]:
    people = (*entry.record.mentors, *entry.record.mentees)
    known = [catalog.participants[one] for one in people if one in catalog.participants]
    return [f"{one.id} withdrew on {one.record.withdrawn}" for one in known if one.record.withdrawn]


def _behind(catalog: Catalog, cohort: str, progress: Progress, today: date) -> list[str]:
    """Say whether a pair came to fewer check-ins than the year so far asks, spread evenly."""
    part = progress.parts[0]
    planned = events_of(catalog, cohort, EventKind.CHECK_IN)
    held = [event for event in planned if last_day(event.record) < today]
    if part.state is State.OUT_OF_REACH:
        return [f"{part.there} of {part.asked} check-ins attended, and too few to come"]
    if held and not part.there:
        return [f"no check-in attended, {len(held)} held"]
    expected = part.asked * len(held) // max(len(planned), part.asked, 1)
    if part.there < expected:
        return [f"{counted(part.there, 'check-in')} attended, {expected} expected by now"]
    return []


def _unheard(
    catalog: Catalog, cohort: str, entry: Entry[Pairing], progress: Progress, today: date
) -> list[str]:
    part = progress.parts[1]
    if not part.asked or part.state is State.MET:
        return []
    if part.state is State.OUT_OF_REACH:
        return ["no talk at the symposium, which is over"]
    symposia = events_of(catalog, cohort, EventKind.SYMPOSIUM)
    if not symposia or today < symposia[-1].record.date - _TALK_BY:
        return []
    if entry.id not in pairs_without_talk(catalog, cohort, symposia[-1]):
        return []
    return [f"no session at the symposium on {symposia[-1].record.date}"]


def _unevaluated(catalog: Catalog, cohort: str, progress: Progress, today: date) -> list[str]:
    part = progress.parts[2]
    if part.state is State.MET or today <= catalog.cohorts[cohort].record.end:
        return []
    return [f"{part.there} of {counted(part.asked, 'evaluation')} received, and the year is over"]


def _loads(catalog: Catalog, cohort: str) -> tuple[MentorLoad, ...]:
    """Return the load of everybody who mentors in a cohort, or applied to; ended pairs are none."""
    pairs: defaultdict[str, list[Entry[Pairing]]] = defaultdict(list)
    for entry in catalog.pairings_of_cohort[cohort]:
        if entry.record.status is not PairingStatus.ENDED:
            for mentor in entry.record.mentors:
                pairs[mentor].append(entry)
    capacities = {
        entry.id.partition("/")[2]: entry.record.capacity.maximum
        for entry in catalog.applications_of_cohort.get(cohort, ())
        if entry.record.role is Role.MENTOR
    }
    return tuple(
        MentorLoad(
            mentor,
            tuple(entry.id for entry in pairs[mentor]),
            sum(len(entry.record.mentees) for entry in pairs[mentor]),
            capacities.get(mentor),
        )
        for mentor in sorted({*pairs, *capacities})
    )


def pair_missing(pair: PairStanding) -> tuple[str, ...]:
    """Return what a pair lacks by its cohort's rule, in plain words."""
    return missing_parts(pair.progress)
