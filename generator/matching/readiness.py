"""Whether the records are fit to be matched, and what to say where they are not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog, Loading
from generator.diagnostics import Diagnostic, Place, Severity
from generator.diagnostics.rules import matching, people
from generator.matching.proposal import MinimumsCannotBeMetError
from generator.records.kinds import Kind
from generator.records.pairing import PairingStatus

_BESIDE_THE_POINT = frozenset((Kind.OUTPUT, Kind.EVENT))
"""Kinds that matching does not read."""


def faults_in_the_way(loading: Loading, cohort: str) -> tuple[Diagnostic, ...]:
    """Return the errors in records that matching reads.

    Those in earlier proposals for the cohort are no hindrance: a new proposal replaces them.
    """
    replaced = tuple(_lines_of_proposals(loading.catalog, cohort))
    return tuple(
        found
        for found in loading.found
        if found.severity is Severity.ERROR
        and loading.catalog.files.get(found.place.path) not in _BESIDE_THE_POINT
        and not any(first <= found.place < last for first, last in replaced)
    )


def _lines_of_proposals(catalog: Catalog, cohort: str) -> Iterator[tuple[Place, Place]]:
    """Yield the first place of each proposal, and the first after it."""
    entries = sorted(catalog.pairings_of_cohort.get(cohort, ()), key=lambda entry: entry.place())
    for at, entry in enumerate(entries):
        if entry.record.status is PairingStatus.PROPOSED:
            end = Place(entry.path, len(entry.document.text) + 2)
            yield entry.place(), entries[at + 1].place() if at + 1 < len(entries) else end


@dataclass(frozen=True, slots=True)
class Undecided:
    """How much applications to a cohort say in own words, which matching does not read.

    ``avoided`` are the warnings of people who are to be avoided, and are not yet.
    """

    answers: int
    applications: int
    avoided: tuple[Diagnostic, ...]


def undecided_answers(loading: Loading, cohort: str) -> Undecided:
    """Return what is undecided in the applications to a cohort."""
    entries = loading.catalog.applications_of_cohort.get(cohort, ())
    paths = {entry.path for entry in entries}
    found = [
        one
        for one in loading.found
        if one.code == people.UNDECIDED_ANSWER.code and one.place.path in paths
    ]
    avoided = {
        entry.place("undecided", "avoid", position)
        for entry in entries
        for position, _ in enumerate(entry.record.undecided.avoid if entry.record.undecided else ())
    }
    return Undecided(
        len(found),
        len({one.place.path for one in found}),
        tuple(one for one in found if one.place in avoided),
    )


def minimums_not_met(
    catalog: Catalog, cohort: str, short: MinimumsCannotBeMetError
) -> Sequence[Diagnostic]:
    """Return a diagnostic for each mentor who cannot be given as many mentees as asked for."""
    found = []
    for mentor in short.mentors:
        entry = catalog.applications[f"{cohort}/{mentor}"]
        why = (
            f"the minimums ask for {short.places} in all, and {short.candidates} are to be matched"
            if short.places > short.candidates
            else "too few may be paired with this mentor"
        )
        message = f"'{mentor}' cannot be given {entry.record.capacity.minimum} mentees: {why}"
        found.append(matching.MINIMUMS_NOT_MET.at(entry.place("capacity", "minimum"), message))
    return found
