"""Pairings: each person one part, nobody paired twice, capacity kept, completion proved."""

from collections import defaultdict
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.catalog.completion import missing_evidence
from generator.catalog.entry import Entry
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import pairings
from generator.records.application import Role
from generator.records.pairing import Pairing, PairingStatus


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield the faults of pairings."""
    for cohort, entries in catalog.pairings_of_cohort.items():
        standing = [entry for entry in entries if entry.record.status is not PairingStatus.ENDED]
        yield from _one_part_each(standing)
        yield from _paired_once(standing)
        yield from _capacity(catalog, cohort, standing)
        for entry in entries:
            missing = (
                missing_evidence(catalog, entry)
                if entry.record.status is PairingStatus.COMPLETED
                else ()
            )
            if missing:
                yield pairings.COMPLETED_WITHOUT_EVIDENCE.at(
                    entry.place("status"), f"not completed: {'; '.join(missing)}"
                )


def _one_part_each(entries: list[Entry[Pairing]]) -> Iterator[Diagnostic]:
    mentors: dict[str, Entry[Pairing]] = {}
    for entry in entries:
        for person in entry.record.mentors:
            mentors.setdefault(person, entry)
    for entry in entries:
        for position, person in enumerate(entry.record.mentees):
            if person in mentors:
                where = "this pairing" if person in entry.record.mentors else mentors[person].id
                yield pairings.MENTOR_IS_MENTEE.at(
                    entry.place("mentees", position), f"'{person}' is a mentor in {where} too"
                )


def _paired_once(entries: list[Entry[Pairing]]) -> Iterator[Diagnostic]:
    """Yield an error for two who are paired again, and a warning for a mentee with another."""
    paired: dict[tuple[str, str], Entry[Pairing]] = {}
    first_of: dict[str, Entry[Pairing]] = {}
    for entry in entries:
        for position, mentee in enumerate(entry.record.mentees):
            place = entry.place("mentees", position)
            first = first_of.setdefault(mentee, entry)
            again = [one for one in entry.record.mentors if (one, mentee) in paired]
            for mentor in again:
                where = paired[mentor, mentee].id
                message = f"'{mentor}' and '{mentee}' are a pair in {where} already"
                yield pairings.DUPLICATE_PAIR.at(place, message)
            if first is not entry and not again:
                message = f"'{mentee}' is a mentee in {first.id} already"
                yield pairings.MENTEE_PAIRED_TWICE.at(place, message)
        for mentor in entry.record.mentors:
            for mentee in entry.record.mentees:
                paired.setdefault((mentor, mentee), entry)


def _capacity(catalog: Catalog, cohort: str, entries: list[Entry[Pairing]]) -> Iterator[Diagnostic]:
    taken: defaultdict[str, list[Place]] = defaultdict(list)
    for entry in entries:
        for position, mentor in enumerate(entry.record.mentors):
            place = entry.place("mentors", position)
            taken[mentor] += [place] * len(entry.record.mentees)
    for mentor, places in taken.items():
        application = catalog.applications.get(f"{cohort}/{mentor}")
        if application is None or application.record.role is not Role.MENTOR:
            continue
        most = application.record.capacity.maximum
        if len(places) > most:
            yield pairings.CAPACITY_EXCEEDED.at(
                places[most],
                f"'{mentor}' offered to take {most} in all, but has {len(places)}",
            )
