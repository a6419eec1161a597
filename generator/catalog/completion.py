"""What a pairing has done of what its cohort asks. Computed from the records, never typed."""

from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry
from generator.records.cohort import CompletionRule
from generator.records.event import EventKind
from generator.records.pairing import Pairing, PairingStatus


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the records hold of a pairing.

    ``check_ins`` are the events attended and ``talks`` the sessions (event/session) of symposia
    that name the pairing and are not cancelled, each in the order of the records. ``brought`` are
    the earlier pairings of the same mentees, ended in the same year, whose check-ins and talks are
    among them. ``evaluations`` names those whose evaluation has come.
    """

    rule: CompletionRule
    check_ins: tuple[str, ...]
    talks: tuple[str, ...]
    evaluations: tuple[str, ...]
    brought: tuple[str, ...] = ()

    @property
    def lacks_check_ins(self) -> int:
        """How many check-ins are missing."""
        return max(0, self.rule.check_ins - len(self.check_ins))

    @property
    def lacks_talk(self) -> bool:
        """Whether a talk is asked for, and no session names the pairing."""
        return self.rule.presentation and not self.talks

    @property
    def lacks_evaluations(self) -> int:
        """How many evaluations are missing."""
        return max(0, self.rule.evaluations - len(self.evaluations))

    @property
    def missing(self) -> tuple[str, ...]:
        """What is missing, in plain words."""
        rule = self.rule
        parts = []
        if self.lacks_check_ins:
            parts.append(f"{len(self.check_ins)} of {rule.check_ins} check-ins attended")
        if self.lacks_talk:
            parts.append("no session at a symposium names this pairing")
        if self.lacks_evaluations:
            parts.append(f"{len(self.evaluations)} of {rule.evaluations} evaluations received")
        return tuple(parts)


def evidence_of(catalog: Catalog, pairing: Entry[Pairing]) -> Evidence | None:
    """Return what a pairing has done, or None where its cohort has no record that could be read.

    What a mentee did before a rematch counts if the rule says so; the evaluations of the earlier
    pairing never do, for they tell of another relationship.
    """
    cohort = catalog.cohorts.get(pairing.id.partition("/")[0])
    if cohort is None:
        return None
    rule = cohort.record.completion
    brought = earlier_pairings(catalog, pairing) if rule.rematch_counts else ()
    counted = (*brought, pairing)
    return Evidence(
        rule,
        tuple(dict.fromkeys(name for one in counted for name in _check_ins(catalog, one))),
        tuple(dict.fromkeys(name for one in counted for name in _talks(catalog, one))),
        pairing.record.evaluations,
        tuple(one.id for one in brought),
    )


def missing_evidence(catalog: Catalog, pairing: Entry[Pairing]) -> tuple[str, ...]:
    """Return what a pairing lacks for completion by its cohort's rule, in plain words."""
    evidence = evidence_of(catalog, pairing)
    return evidence.missing if evidence else ()


def earlier_pairings(catalog: Catalog, pairing: Entry[Pairing]) -> tuple[Entry[Pairing], ...]:
    """Return the ended pairings of a year that this one followed, in the order of their ends.

    A pairing follows another if it has not ended itself and every one of its mentees was a mentee
    there: what only one of two mentees attended is not the pair's.
    """
    if pairing.record.status is PairingStatus.ENDED:
        return ()
    mentees = set(pairing.record.mentees)
    cohort = pairing.id.partition("/")[0]
    ended = [
        one
        for one in catalog.pairings_of_cohort.get(cohort, ())
        if one.record.status is PairingStatus.ENDED and mentees.issubset(one.record.mentees)
    ]
    return tuple(sorted(ended, key=lambda one: (str(one.record.ended or ""), one.id)))


def _check_ins(catalog: Catalog, pairing: Entry[Pairing]) -> list[str]:
    return [
        name
        for name in pairing.record.check_ins
        if name not in catalog.events or catalog.events[name].record.kind is EventKind.CHECK_IN
    ]


def _talks(catalog: Catalog, pairing: Entry[Pairing]) -> list[str]:
    found = []
    for name in catalog.sessions_of_pairing.get(pairing.id, ()):
        event, _, session = catalog.sessions[name]
        is_off = session.cancelled or event.record.cancelled
        if event.record.kind is EventKind.SYMPOSIUM and not is_off:
            found.append(name)
    return found
