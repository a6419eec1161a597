"""What changes on the pages of cohorts: their dates and their pairs."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.changes.discretion import Discretion
from generator.changes.matching import match
from generator.changes.phrases import (
    TOLD,
    Fact,
    address_phrases,
    name_phrases,
    phrases,
    quoted,
    retitled,
    some,
)
from generator.changes.renames import Renames
from generator.changes.report import Section
from generator.changes.works import relabeled
from generator.views import Site
from generator.views.cohorts import CohortView
from generator.views.pairings import PairingView
from generator.views.people import PersonLabel
from generator.views.wording import counted, from_to, listed

FACTS = {
    **dict.fromkeys(("id", "years", "state", "is_over", "call_opens", "call_closes"), TOLD),
    **dict.fromkeys(("first_day", "last_day", "stations", "pairings", "events"), TOLD),
    **dict.fromkeys(("outputs", "mentors", "mentees", "source", "aliases"), TOLD),
    "title": TOLD,
    "summary": Fact("the summary"),
    "rule": Fact("what a pair has to do to complete the year", listed),
}
PAIR_FACTS = {
    **dict.fromkeys(("id", "anchor", "cohort", "mentors", "mentees"), TOLD),
    **dict.fromkeys(("status", "completed", "talks", "outputs", "members"), TOLD),
    "title": Fact("the project's title", quoted),
    "summary": Fact("the project's summary"),
    "topics": Fact("the project's topics", listed),
    "methods": Fact("the project's methods", listed),
    "story": Fact("the story"),
}
"""Talks and outputs of a pair are told where they stand themselves."""


def cohort_sections(
    before: Site,
    after: Site,
    discretion: Discretion,
    terms: Mapping[str, str],
    renames: Renames,
) -> Iterator[Section]:
    """Yield which cohorts come and go, then a section for each one that changes."""
    cohorts = match(before.cohorts, after.cohorts)
    lines = []
    for cohort in cohorts.removed:
        told = discretion.may_repeat(cohort.title)
        lines.append(f"removes {quoted(cohort.title) if told else 'a cohort'}")
    lines += [f"adds {quoted(cohort.title)} ({cohort.years})" for cohort in cohorts.added]
    yield Section("Cohorts", tuple(lines))
    for cohort in cohorts.added:
        yield Section(cohort.title, tuple(_pairs((), cohort.pairings, terms, renames)))
    for old, new in cohorts.changed:
        yield Section(new.title, tuple(_changes(old, new, discretion, terms, renames)))


def _changes(
    old: CohortView,
    new: CohortView,
    discretion: Discretion,
    terms: Mapping[str, str],
    renames: Renames,
) -> Iterator[str]:
    yield from _dates(old, new)
    yield from address_phrases(old, new)
    yield from retitled(old.title, new.title, discretion)
    yield from phrases(old, new, FACTS)
    yield from _pairs(old.pairings, new.pairings, terms, renames)


def _dates(old: CohortView, new: CohortView) -> Iterator[str]:
    """Yield the dates of the year that move; those with a page are told as events."""
    was = {station.label: station.when for station in old.stations if not station.address}
    for station in new.stations:
        if not station.address and was.get(station.label, station.when) != station.when:
            moved = from_to(was[station.label], station.when)
            yield f"moves {quoted(station.label)} {moved}"


def _pairs(
    before: tuple[PairingView, ...],
    after: tuple[PairingView, ...],
    terms: Mapping[str, str],
    renames: Renames,
) -> Iterator[str]:
    pairs = match(before, after)
    if pairs.removed:
        yield f"takes {counted(len(pairs.removed), 'pair')} off the page"
    if pairs.added:
        names = [_with_project(pair) for pair in pairs.added]
        what = "the pair of " if len(names) == 1 else f"{len(names):,} pairs: "
        yield f"adds {what}{some(names)}"
    for old, new in pairs.changed:
        said = list(_pair_changes(old, new, terms, renames))
        if said:
            yield f"the pair of {_people(new)}: {listed(said)}"


def _pair_changes(
    old: PairingView, new: PairingView, terms: Mapping[str, str], renames: Renames
) -> Iterator[str]:
    facts = dict(PAIR_FACTS)
    for name in ("topics", "methods"):
        if relabeled(getattr(old, name), terms) == getattr(new, name):
            facts[name] = TOLD
    if old.status != new.status:
        yield f"changes the status from {quoted(old.status)} to {quoted(new.status)}"
    # In a pair people stand under their own names, and a new one is told with the person.
    own = replace(renames, renamed=frozenset(one.address for one in (*new.mentors, *new.mentees)))
    yield from name_phrases(old.mentors, new.mentors, "mentor", own)
    yield from name_phrases(old.mentees, new.mentees, "mentee", own)
    if old.title and not new.title:
        facts |= dict.fromkeys(("title", "summary", "topics", "methods"), TOLD)
        yield "no longer shows the project"
    yield from phrases(old, new, facts)


def _with_project(pair: PairingView) -> str:
    return f"{_people(pair)}{f', on {quoted(pair.title)}' if pair.title else ''}"


def _people(pair: PairingView) -> str:
    return f"{_names(pair.mentors)} with {_names(pair.mentees)}"


def _names(labels: tuple[PersonLabel, ...]) -> str:
    """Return the names of a side; 'a mentor' for somebody who is not named."""
    return listed([one.name if one.address else one.name.lower() for one in labels])
