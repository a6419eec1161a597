"""The pairs that must not be, each with the reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.catalog import Catalog, Entry
from generator.catalog.rules.pins import Wish
from generator.diagnostics import fold
from generator.matching.applicant import Applicant, same_institution
from generator.records.pairing import Pairing, PairingStatus


class ConflictKind(StrEnum):
    """Why two people must not be paired; of several reasons the first counts."""

    EXCLUDED = "excluded"
    AVOIDED = "avoided"
    ENDED = "ended"
    EARLIER = "earlier"
    INSTITUTION = "institution"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A reason why two people must not be paired, in words, and what would have to change."""

    kind: ConflictKind
    reason: str
    way_out: str


Conflicts = Mapping[str, Mapping[str, Conflict]]
"""For each mentee the mentors that are out of the question."""


def find_conflicts(
    catalog: Catalog, cohort: str, people: Sequence[Applicant], excluded: Iterable[Wish]
) -> Conflicts:
    """Return every conflict among the applicants to a cohort."""
    mentees = [one for one in people if not one.is_mentor]
    mentors = [one for one in people if one.is_mentor]
    found: defaultdict[str, dict[str, Conflict]] = defaultdict(dict)
    for mentee, mentor, conflict in (
        *_excluded(excluded),
        *_avoided(mentees, mentors),
        *_ended(catalog, cohort),
        *_earlier(catalog, cohort, people),
        *_colleagues(mentees, mentors),
    ):
        found[mentee].setdefault(mentor, conflict)
    return dict(found)


_Found = Iterator[tuple[str, str, Conflict]]


def _excluded(excluded: Iterable[Wish]) -> _Found:
    for wish in excluded:
        why = f" ({wish.reason})" if wish.reason else ""
        yield (
            wish.mentee,
            wish.mentor,
            Conflict(
                ConflictKind.EXCLUDED,
                f"the committee ruled this pair out{why}",
                "take the exclusion out",
            ),
        )


def _avoided(mentees: Iterable[Applicant], mentors: Iterable[Applicant]) -> _Found:
    conflict = Conflict(
        ConflictKind.AVOIDED,
        "one of the two asked not to be paired with the other",
        "ask the two, and change 'avoid' in the application",
    )
    for mentee in mentees:
        yield from ((mentee.id, other, conflict) for other in mentee.application.avoid)
    for mentor in mentors:
        yield from ((other, mentor.id, conflict) for other in mentor.application.avoid)


def _ended(catalog: Catalog, cohort: str) -> _Found:
    for entry in catalog.pairings_of_cohort.get(cohort, ()):
        if entry.record.status is PairingStatus.ENDED:
            conflict = Conflict(
                ConflictKind.ENDED,
                f"their pairing in this cohort was ended ({entry.id})",
                f"set the status of {entry.id} to 'active' if it goes on",
            )
            yield from ((one, other, conflict) for one, other in _pairs(entry))


def _earlier(catalog: Catalog, cohort: str, people: Iterable[Applicant]) -> _Found:
    go_on = {one.id: frozenset(one.application.continue_with) for one in people}
    for earlier in earlier_cohorts(catalog, cohort):
        for entry in catalog.pairings_of_cohort.get(earlier, ()):
            if entry.record.status is PairingStatus.PROPOSED:
                continue
            conflict = Conflict(
                ConflictKind.EARLIER,
                f"they were paired in {entry.id}, and not both asked to go on",
                "let both applications name the other under 'continue_with'",
            )
            for one, other in _pairs(entry):
                # Whoever was mentor then may be mentee now.
                if not (other in go_on.get(one, ()) and one in go_on.get(other, ())):
                    yield one, other, conflict
                    yield other, one, conflict


def earlier_cohorts(catalog: Catalog, cohort: str) -> list[str]:
    """Return the ids of the cohorts that started before another, the latest first."""
    start = catalog.cohorts[cohort].record.start
    before = [entry for entry in catalog.cohorts.values() if entry.record.start < start]
    before.sort(key=lambda entry: (entry.record.start, entry.id), reverse=True)
    return [entry.id for entry in before]


def _pairs(entry: Entry[Pairing]) -> Iterator[tuple[str, str]]:
    for mentee in entry.record.mentees:
        yield from ((mentee, mentor) for mentor in entry.record.mentors)


def _colleagues(mentees: Iterable[Applicant], mentors: Iterable[Applicant]) -> _Found:
    at: defaultdict[str, dict[str, Applicant]] = defaultdict(dict)
    for mentor in mentors:
        for key in _keys(mentor):
            at[key][mentor.id] = mentor
    for mentee in mentees:
        if mentee.application.same_institution:
            continue
        near = {id_: mentor for key in _keys(mentee) for id_, mentor in at[key].items()}
        for mentor in near.values():
            if mentor.affiliation and same_institution(mentee.affiliation, mentor.affiliation):
                conflict = Conflict(
                    ConflictKind.INSTITUTION,
                    f"both are at {mentor.affiliation.name}",
                    "write 'same_institution: true' into the mentee's application, "
                    "should the mentee welcome it",
                )
                yield mentee.id, mentor.id, conflict


def _keys(person: Applicant) -> tuple[str, ...]:
    """Return what people of one institution share at least one of."""
    if person.affiliation is None:
        return ()
    keys = (fold(person.affiliation.name), person.affiliation.ror or "")
    return tuple(key for key in keys if key)
