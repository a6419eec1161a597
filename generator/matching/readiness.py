"""Whether the records are fit to be matched, and what to say where they are not."""

from collections.abc import Iterator, Sequence

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


def undecided_answers(loading: Loading, cohort: str) -> tuple[Diagnostic, ...]:
    """Return a warning for all that applications to a cohort say in own words."""
    paths = {entry.path for entry in loading.catalog.applications_of_cohort.get(cohort, ())}
    return tuple(
        found
        for found in loading.found
        if found.code == people.UNDECIDED_ANSWER.code and found.place.path in paths
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
