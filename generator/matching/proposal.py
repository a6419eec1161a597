"""The best proposal for a cohort, by an order of exact aims.

Pins, conflicts and capacities are kept; as many mentees as can be are matched; then the objective
decides; and of equally good proposals the one that is first in the alphabetical order of ids.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.matching.assignment import Assignment, assign
from generator.matching.bidding import UNASSIGNED, Problem
from generator.matching.market import (
    Market,
    Objective,
    Worth,
    worth_of_leximin,
    worth_of_total,
)
from generator.matching.tie_break import first_by_id


class MinimumsCannotBeMetError(Exception):
    """Some mentors cannot be given as many mentees as they must.

    ``mentors`` are their ids; ``places`` how many places must be filled in all; ``candidates`` how
    many mentees there are for them.
    """

    def __init__(self, mentors: tuple[str, ...], places: int, candidates: int) -> None:
        super().__init__(f"{', '.join(mentors)}: {places} places, {candidates} mentees")
        self.mentors = mentors
        self.places = places
        self.candidates = candidates


@dataclass(frozen=True, slots=True)
class Stage:
    """One aim and the dual values that prove it reached, or a better one out of reach.

    Only pairs with a score of ``threshold`` or more take part. Duals go by the positions of
    ``Market.free`` and of the mentors (required places, optional places).
    """

    name: str
    threshold: int
    mentee_duals: tuple[int, ...]
    required_duals: tuple[int, ...]
    optional_duals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who should be paired with whom.

    ``mentor_of`` goes by the positions of the mentees and names a mentor's position, or None.
    ``worst`` is the lowest score of a pair, ``total`` the sum of all; both 0 without any pair.
    """

    mentor_of: tuple[int | None, ...]
    matched: int
    worst: int
    total: int
    stages: tuple[Stage, ...]


def propose(market: Market, objective: Objective = Objective.FAIR) -> Proposal:
    """Return the best proposal.

    Raises MinimumsCannotBeMetError where the mentors' minimums ask for more than there is.
    """
    worth = (worth_of_leximin if objective is Objective.LEXIMIN else worth_of_total)(market)
    desk = _Desk(market, worth)
    solved = desk.solve(0)
    desk.require_minimums(solved)
    stages: list[Stage] = []
    threshold = 0
    if objective is Objective.FAIR:
        threshold, stages = _fairest(desk, solved)
        solved = desk.solve(threshold)
    stages.append(desk.stage(str(objective), threshold, solved))
    chosen = first_by_id(desk.problem(threshold), solved, desk.mentor_of_column)
    return desk.proposal(chosen, tuple(stages))


def _fairest(desk: "_Desk", solved: Assignment) -> tuple[int, list[Stage]]:
    """Return the highest score that every pair can have without anybody losing a place, proved.

    ``solved`` is the greatest total of all pairs. A pinned pair's score cannot be helped; nobody
    else needs to have more than the lowest of them.
    """
    stages = [desk.stage("reach", 0, solved)]
    market, reached = desk.market, desk.reach(solved)
    scores = desk.scores(solved)
    levels = sorted({0, *desk.worth.of_score})
    low = bisect_left(levels, min(scores, default=0))
    high = bisect_right(levels, desk.highest_for(len(scores))) - 1
    beyond: dict[int, Assignment] = {}
    while low < high:
        middle = (low + high + 1) // 2
        solved = desk.solve(levels[middle])
        if desk.reach(solved) == reached:
            low = bisect_left(levels, min(desk.scores(solved)))
        else:
            high, beyond[middle] = middle - 1, solved
    pinned = min((market.scores[one][at] for one, at in market.pins.items()), default=1000)
    if scores and levels[low] <= pinned:
        limit = levels[low] + 1
        stages.append(desk.stage("worst", limit, beyond.get(low + 1) or desk.solve(limit)))
    return min(levels[low], pinned), stages


class _Desk:
    """Turns a market into problems of rows and columns, and assignments back into proposals."""

    def __init__(self, market: Market, worth: Worth) -> None:
        self.market = market
        self.worth = worth
        self.free = market.free
        self._must, self._may = market.required, market.optional
        required = [mentor for mentor, places in enumerate(self._must) if places]
        optional = [mentor for mentor, places in enumerate(self._may) if places]
        self.mentor_of_column = (*required, *optional)
        self._required = {mentor: at for at, mentor in enumerate(required)}
        self._optional = {mentor: at for at, mentor in enumerate(optional, len(required))}
        self._capacities = [
            *(self._must[mentor] for mentor in required),
            *(self._may[mentor] for mentor in optional),
        ]
        self._rows = [
            (
                _falling(market.scores[one], self._required),
                _falling(market.scores[one], self._optional),
            )
            for one in self.free
        ]

    def problem(self, threshold: int) -> Problem:
        """Return the problem of the pairs with at least a score."""
        worth = self.worth
        gains = {
            (priority, extra): {
                -score: worth.of_mentee(priority=priority) + extra + value
                for score, value in worth.of_score.items()
            }
            for priority in (False, True)
            for extra in (worth.place, 0)
        }
        columns: list[Sequence[int]] = []
        weights: list[Sequence[int]] = []
        for mentee, (required, optional) in zip(self.free, self._rows, strict=True):
            row: list[int] = []
            gained: list[int] = []
            for (places, falling), extra in ((required, worth.place), (optional, 0)):
                gain_of = gains[self.market.priority[mentee], extra]
                last = bisect_right(falling, -threshold)
                row += places[:last]
                gained += [gain_of[score] for score in falling[:last]]
            columns.append(row)
            weights.append(gained)
        return Problem(columns, weights, self._capacities)

    def solve(self, threshold: int) -> Assignment:
        """Return an assignment of greatest worth among the pairs with at least a score."""
        return assign(self.problem(threshold))

    def reach(self, solved: Assignment) -> int:
        """Return what an assignment is worth before any score."""
        worth, reached = self.worth, 0
        for mentee, column in zip(self.free, solved.column_of, strict=True):
            if column != UNASSIGNED:
                reached += worth.of_mentee(priority=self.market.priority[mentee])
                reached += worth.place if column < len(self._required) else 0
        return reached

    def scores(self, solved: Assignment) -> list[int]:
        """Return the scores of the pairs that an assignment makes."""
        return [
            self.market.scores[mentee][self.mentor_of_column[column]]
            for mentee, column in zip(self.free, solved.column_of, strict=True)
            if column != UNASSIGNED
        ]

    def highest_for(self, number: int) -> int:
        """Return a score above which no ``number`` pairs can all be, seen from each side alone."""
        if not number:
            return 0
        of_mentee = sorted(max(self.market.scores[one].values(), default=0) for one in self.free)
        best: dict[int, int] = {}
        for mentee in self.free:
            for mentor, score in self.market.scores[mentee].items():
                best[mentor] = max(score, best.get(mentor, 0))
        of_place = sorted(
            score
            for mentor, score in best.items()
            for _ in range(self._must[mentor] + self._may[mentor])
        )
        return min(of_mentee[-number], of_place[-number])

    def require_minimums(self, solved: Assignment) -> None:
        """Raise MinimumsCannotBeMetError if a required place stays empty."""
        filled = Counter(solved.column_of)
        short = [
            self.market.mentors[mentor]
            for mentor, column in self._required.items()
            if filled[column] < self._must[mentor]
        ]
        if short:
            raise MinimumsCannotBeMetError(tuple(short), sum(self._must), len(self.free))

    def stage(self, name: str, threshold: int, solved: Assignment) -> Stage:
        """Return the proof of an assignment."""
        required = [0] * len(self.market.mentors)
        optional = [0] * len(self.market.mentors)
        for mentor, column in self._required.items():
            required[mentor] = solved.column_duals[column]
        for mentor, column in self._optional.items():
            optional[mentor] = solved.column_duals[column]
        return Stage(name, threshold, solved.row_duals, tuple(required), tuple(optional))

    def proposal(self, column_of: Sequence[int], stages: tuple[Stage, ...]) -> Proposal:
        """Return the proposal that an assignment of the free mentees makes."""
        mentor_of: list[int | None] = [
            self.market.pins.get(at) for at in range(len(self.market.mentees))
        ]
        for mentee, column in zip(self.free, column_of, strict=True):
            if column != UNASSIGNED:
                mentor_of[mentee] = self.mentor_of_column[column]
        scores = [
            self.market.scores[mentee][mentor]
            for mentee, mentor in enumerate(mentor_of)
            if mentor is not None
        ]
        return Proposal(tuple(mentor_of), len(scores), min(scores, default=0), sum(scores), stages)


def _falling(
    scores: Mapping[int, int], column_of: Mapping[int, int]
) -> tuple[list[int], list[int]]:
    """Return the columns that a mentee may have, best first, and their scores, each negated."""
    ranked = sorted(
        (-score, column_of[mentor]) for mentor, score in scores.items() if mentor in column_of
    )
    return [column for _, column in ranked], [negated for negated, _ in ranked]
