"""Who is to be matched, who is not and why, and what the records already decide."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog, Entry
from generator.catalog.rules.pins import Wish
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import matching
from generator.matching.applicant import Applicant, applicants_to
from generator.matching.conflicts import Conflict, Conflicts, earlier_cohorts, find_conflicts
from generator.matching.request import Request, check_request, wishes
from generator.records.application import Role
from generator.records.pairing import Pairing, PairingStatus


@dataclass(frozen=True, slots=True)
class Offer:
    """How many mentees a mentor offered to take, and how many of the places are taken."""

    mentor: Applicant
    taken: tuple[str, ...]

    @property
    def free(self) -> int:
        """How many more mentees the mentor can be given."""
        return max(0, self.mentor.application.capacity.maximum - len(self.taken))

    @property
    def required(self) -> int:
        """How many more mentees the mentor must be given."""
        return min(self.free, max(0, self.mentor.application.capacity.minimum - len(self.taken)))


@dataclass(frozen=True, slots=True)
class Pool:
    """Everything that a proposal for a cohort depends on, apart from scores.

    ``people`` are all who applied, by id. ``mentees`` are those to be matched and ``offers`` those
    of the mentors who may be given one, each in the order of ids. ``left_out`` says why the others
    are not among them. ``priority`` says why a mentee comes first. ``last`` is the mentor whom the
    last proposal, still in the records, gave each mentee; ``settled`` the mentors of each mentee
    whose pairing stays.
    """

    cohort: str
    people: Mapping[str, Applicant]
    mentees: tuple[Applicant, ...]
    offers: tuple[Offer, ...]
    left_out: Mapping[str, str]
    priority: Mapping[str, str]
    conflicts: Conflicts
    pins: Mapping[str, str]
    last: Mapping[str, str]
    settled: Mapping[str, tuple[str, ...]]

    def conflict(self, mentee: str, mentor: str) -> Conflict | None:
        """Return why two people must not be paired, or None where they may."""
        return self.conflicts.get(mentee, {}).get(mentor)


@dataclass(frozen=True, slots=True)
class Pooling:
    """What came of gathering the pool: the pool, or what is wrong."""

    pool: Pool | None
    found: tuple[Diagnostic, ...]


def gather_pool(catalog: Catalog, cohort: str, request: Request, place: Place) -> Pooling:
    """Gather the pool of a cohort that is in the catalog.

    ``place`` is where faults of the request are shown.
    """
    people = {one.id: one for one in applicants_to(catalog, cohort)}
    if not people:
        message = f"there is no application to the cohort '{cohort}'"
        return Pooling(None, (matching.NO_APPLICATIONS.at(place, message),))
    found = tuple(check_request(catalog, cohort, request, tuple(people.values()), place))
    if found:
        return Pooling(None, found)
    pinned, excluded = wishes(catalog, cohort, request, place)
    standing = _Standing(catalog, cohort, frozenset(request.dropped))
    left_out = _left_out(people, request, standing)
    inside = [one for one in people.values() if one.id not in left_out]
    gone = {*standing.mentees, *request.dropped}
    pool = Pool(
        cohort=cohort,
        people=people,
        mentees=tuple(one for one in inside if not one.is_mentor),
        offers=tuple(standing.offer(one) for one in inside if one.is_mentor),
        left_out=left_out,
        priority=_priority(catalog, cohort, people, standing),
        conflicts=find_conflicts(catalog, cohort, tuple(people.values()), excluded),
        pins={
            pin.mentee: pin.mentor
            for pin in pinned
            if pin.mentee not in gone and pin.mentor not in request.dropped
        },
        last=_last_proposal(catalog, cohort),
        settled=standing.mentors_of,
    )
    found = tuple(_check_pool(pool, pinned, place))
    return Pooling(None if found else pool, found)


class _Standing:
    """The pairings that stay, as if those who dropped out had never been in them."""

    def __init__(self, catalog: Catalog, cohort: str, dropped: frozenset[str]) -> None:
        self.mentees: dict[str, str] = {}
        self.mentors: set[str] = set()
        self.mentors_of: dict[str, tuple[str, ...]] = {}
        self.rematch: dict[str, str] = {}
        self._taken: defaultdict[str, list[str]] = defaultdict(list)
        for entry in catalog.pairings_of_cohort.get(cohort, ()):
            mentors = [one for one in entry.record.mentors if one not in dropped]
            mentees = [one for one in entry.record.mentees if one not in dropped]
            if entry.record.status is PairingStatus.PROPOSED:
                continue
            if entry.record.status is PairingStatus.ENDED or not mentors:
                self.rematch |= dict.fromkeys(mentees, entry.id)
                continue
            self.mentors.update(mentors)
            for mentee in mentees:
                self.mentees[mentee] = entry.id
                self.mentors_of[mentee] = tuple(mentors)
            for mentor in mentors:
                self._taken[mentor] += mentees

    def offer(self, mentor: Applicant) -> Offer:
        """Return what a mentor offered, and what of it is taken."""
        return Offer(mentor, tuple(sorted(self._taken.get(mentor.id, ()))))


def _left_out(
    people: Mapping[str, Applicant], request: Request, standing: _Standing
) -> Mapping[str, str]:
    """Return who is not to be matched, and why."""
    why = {one.id: _why_not(one, request, standing) for one in people.values()}
    return {name: reason for name, reason in why.items() if reason}


def _why_not(person: Applicant, request: Request, standing: _Standing) -> str:
    """Return why somebody who applied is not to be matched, or nothing."""
    if person.withdrawn:
        return "has withdrawn from the program"
    if person.id in request.dropped:
        return "is taken to have dropped out"
    if person.id in standing.mentees:
        entry = standing.mentees[person.id]
        return f"is a mentee in {entry}" if person.is_mentor else f"is paired already ({entry})"
    if person.id in standing.mentors and not person.is_mentor:
        return "is a mentor in this cohort"
    if person.id in request.without:
        return "was left out on request (--without)"
    full = person.is_mentor and not standing.offer(person).free
    return "has no place left" if full else ""


def _priority(
    catalog: Catalog, cohort: str, people: Mapping[str, Applicant], standing: _Standing
) -> Mapping[str, str]:
    """Return why mentees come first: a pairing that ended, or an earlier year without one."""
    reasons: dict[str, str] = {}
    earlier = earlier_cohorts(catalog, cohort)
    for one in people.values():
        if one.is_mentor:
            continue
        if one.id in standing.rematch:
            reasons[one.id] = f"needs a rematch after {standing.rematch[one.id]}"
            continue
        for year in earlier:
            if _was_mentee(catalog, year, one.id):
                break
            before = catalog.applications.get(f"{year}/{one.id}")
            if before and before.record.role is Role.MENTEE:
                reasons[one.id] = f"applied to {year} and waited"
                break
    return reasons


def _was_mentee(catalog: Catalog, cohort: str, person: str) -> bool:
    return any(
        entry.id.startswith(f"{cohort}/")
        and person in entry.record.mentees
        and entry.record.status is not PairingStatus.PROPOSED
        for entry in catalog.pairings_of_participant.get(person, ())
    )


def _last_proposal(catalog: Catalog, cohort: str) -> Mapping[str, str]:
    proposed: Sequence[Entry[Pairing]] = [
        entry
        for entry in catalog.pairings_of_cohort.get(cohort, ())
        if entry.record.status is PairingStatus.PROPOSED
    ]
    return {
        mentee: entry.record.mentors[0] for entry in proposed for mentee in entry.record.mentees
    }


def _check_pool(pool: Pool, pinned: Sequence[Wish], place: Place) -> Iterator[Diagnostic]:
    """Yield the pins of a pool that name people who are out, or two with a conflict."""
    where = {pin.mentee: pin.place for pin in pinned}
    for mentee, mentor in sorted(pool.pins.items()):
        for name in (mentee, mentor):
            if name in pool.left_out:
                yield matching.PIN_OUTSIDE_POOL.at(
                    where.get(mentee, place),
                    f"{mentee}={mentor} is pinned, but '{name}' {pool.left_out[name]}",
                )
        conflict = pool.conflict(mentee, mentor)
        if conflict:
            yield matching.PIN_AGAINST_CONFLICT.at(
                where.get(mentee, place),
                f"{mentee}={mentor} is pinned, but {conflict.reason}",
                f"take the pin out, or {conflict.way_out}",
            )
