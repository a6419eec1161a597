"""Pins and exclusions: they can all be kept, and name people who applied for their part."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import pins
from generator.records.application import Role
from generator.records.cohort import Cohort
from generator.records.pairing import Pairing, PairingStatus
from generator.records.program import Repository

SETTLED = (PairingStatus.CONFIRMED, PairingStatus.ACTIVE, PairingStatus.COMPLETED)
"""The pairings that matching leaves as they are."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A pair that the committee wants, or does not want, and where it said so."""

    mentee: str
    mentor: str
    place: Place
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.mentee}={self.mentor}"


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield the faults of pins and exclusions in the records of cohorts."""
    for cohort in catalog.cohorts.values():
        pinned, excluded = pins_of(cohort), exclusions_of(cohort)
        if pinned:
            yield from check_wishes(catalog, cohort.id, pinned, excluded)
        program = catalog.program
        if excluded and program and program.record.repository is Repository.PUBLIC:
            yield pins.PUBLIC_EXCLUSION.at(
                cohort.key_place("exclusions"), "everybody can read who is to be kept apart here"
            )


def pins_of(cohort: Entry[Cohort]) -> tuple[Wish, ...]:
    """Return the pins in a cohort's record."""
    return tuple(
        Wish(pin.mentee, pin.mentor, cohort.place("pins", at))
        for at, pin in enumerate(cohort.record.pins)
    )


def exclusions_of(cohort: Entry[Cohort]) -> tuple[Wish, ...]:
    """Return the exclusions in a cohort's record."""
    return tuple(
        Wish(one.mentee, one.mentor, cohort.place("exclusions", at), one.reason or "")
        for at, one in enumerate(cohort.record.exclusions)
    )


def check_wishes(
    catalog: Catalog, cohort: str, pinned: Sequence[Wish], excluded: Iterable[Wish]
) -> Iterator[Diagnostic]:
    """Yield what keeps pins from being kept, together with exclusions and standing pairings."""
    yield from _contradictions(pinned, excluded)
    settled = [
        entry
        for entry in catalog.pairings_of_cohort.get(cohort, ())
        if entry.record.status in SETTLED
    ]
    yield from _paired_already(pinned, settled)
    if cohort in catalog.applications_of_cohort:
        yield from _applied(catalog, cohort, pinned)
        yield from _capacity(catalog, cohort, pinned, settled)


def _contradictions(pinned: Sequence[Wish], excluded: Iterable[Wish]) -> Iterator[Diagnostic]:
    excluded_pairs = {(one.mentee, one.mentor) for one in excluded}
    first: dict[str, Wish] = {}
    for pin in pinned:
        earlier = first.setdefault(pin.mentee, pin)
        if earlier.mentor != pin.mentor:
            yield pins.CONTRADICTING_PINS.at(
                pin.place,
                f"'{pin.mentee}' is pinned to '{pin.mentor}' and to '{earlier.mentor}'",
            )
        if (pin.mentee, pin.mentor) in excluded_pairs:
            yield pins.CONTRADICTING_PINS.at(pin.place, f"{pin} is pinned and excluded")


def _paired_already(
    pinned: Sequence[Wish], settled: Sequence[Entry[Pairing]]
) -> Iterator[Diagnostic]:
    pairing_of = {mentee: entry for entry in settled for mentee in entry.record.mentees}
    for pin in pinned:
        entry = pairing_of.get(pin.mentee)
        if entry and pin.mentor not in entry.record.mentors:
            yield pins.CONTRADICTING_PINS.at(
                pin.place,
                f"'{pin.mentee}' is pinned to '{pin.mentor}', but paired already: {entry.id} "
                f"is {entry.record.status}",
                f"take the pin out, or set the status of {entry.id} to 'ended'",
            )


def _applied(catalog: Catalog, cohort: str, pinned: Sequence[Wish]) -> Iterator[Diagnostic]:
    broken = catalog.broken
    for pin in pinned:
        for name, role in ((pin.mentee, Role.MENTEE), (pin.mentor, Role.MENTOR)):
            application = catalog.applications.get(f"{cohort}/{name}")
            if application and application.record.role is not role:
                yield pins.PIN_IN_WRONG_ROLE.at(
                    pin.place, f"'{name}' is pinned as a {role}, but applied as the other"
                )
            elif application is None and not any(
                f"{cohort}/{name}" in ids for ids in broken.values()
            ):
                yield pins.PIN_WITHOUT_APPLICATION.at(
                    pin.place, f"'{name}' is pinned, but has not applied to the cohort '{cohort}'"
                )


def _capacity(
    catalog: Catalog, cohort: str, pinned: Sequence[Wish], settled: Sequence[Entry[Pairing]]
) -> Iterator[Diagnostic]:
    taken: defaultdict[str, set[str]] = defaultdict(set)
    for entry in settled:
        for mentor in entry.record.mentors:
            taken[mentor].update(entry.record.mentees)
    for pin in pinned:
        application = catalog.applications.get(f"{cohort}/{pin.mentor}")
        mentees = taken[pin.mentor]
        if application is None or pin.mentee in mentees:
            continue
        mentees.add(pin.mentee)
        most = application.record.capacity.maximum
        if application.record.role is Role.MENTOR and len(mentees) > most:
            yield pins.PIN_OVER_CAPACITY.at(
                pin.place,
                f"'{pin.mentor}' offered to take {most} in all, but would have {len(mentees)}",
            )
