"""The bare assignment problem of a cohort, and what each aim is worth in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Objective(StrEnum):
    """What a proposal aims at, once as many mentees as can be have a mentor."""

    FAIR = "fair"
    TOTAL = "total"
    LEXIMIN = "leximin"


@dataclass(frozen=True, slots=True)
class Market:
    """Who may be paired with whom, and how well.

    ``mentees`` and ``mentors`` are ids in alphabetical order; every other field goes by their
    positions. ``minimum`` and ``maximum`` are the mentees each mentor must and may still be given.
    ``scores[i]`` holds the score (0 to 1,000) of each mentor that mentee ``i`` may have. ``pins``
    are pairs that must be; each is among the scores.
    """

    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    minimum: tuple[int, ...]
    maximum: tuple[int, ...]
    priority: tuple[bool, ...]
    scores: tuple[Mapping[int, int], ...]
    pins: Mapping[int, int]

    @property
    def free(self) -> tuple[int, ...]:
        """The positions of the mentees who are not pinned."""
        return tuple(mentee for mentee in range(len(self.mentees)) if mentee not in self.pins)

    @property
    def required(self) -> tuple[int, ...]:
        """The places of each mentor that must be filled, beyond those of pinned mentees."""
        pinned = self._pinned()
        return tuple(
            max(0, minimum - taken) for minimum, taken in zip(self.minimum, pinned, strict=True)
        )

    @property
    def optional(self) -> tuple[int, ...]:
        """The places of each mentor that may be filled beyond the required ones."""
        return tuple(
            maximum - taken - required
            for maximum, taken, required in zip(
                self.maximum, self._pinned(), self.required, strict=True
            )
        )

    def _pinned(self) -> list[int]:
        taken = [0] * len(self.mentors)
        for mentor in self.pins.values():
            taken[mentor] += 1
        return taken


@dataclass(frozen=True, slots=True)
class Worth:
    """What each aim is worth, so that a greater sum always means a better proposal.

    Filling a required place outweighs everything else; then matching a mentee; then matching one
    who has priority; then ``of_score``. Each is worth more than all that follows it together.
    """

    place: int
    mentee: int
    priority: int
    of_score: Mapping[int, int]

    def of_mentee(self, *, priority: bool) -> int:
        """Return what it is worth that a mentee is matched at all."""
        return self.mentee + (self.priority if priority else 0)


def worth_of_total(market: Market) -> Worth:
    """Return the worth by which the greatest total is best."""
    return _stack(len(market.free), {score: score for score in _levels(market)})


def worth_of_leximin(market: Market) -> Worth:
    """Return the worth by which the leximin order is best (Sen 1970).

    With as many mentees matched, fewer at the lowest score come first, then fewer at the next, and
    so on: a mentee at a score costs more than everybody at all higher scores together.
    """
    base = len(market.free) + 1
    levels = _levels(market)
    most = base ** len(levels)
    return _stack(
        len(market.free),
        {score: most - base ** (len(levels) - 1 - rank) for rank, score in enumerate(levels)},
    )


def _levels(market: Market) -> list[int]:
    return sorted({score for mentee in market.free for score in market.scores[mentee].values()})


def _stack(mentees: int, of_score: Mapping[int, int]) -> Worth:
    top = max(of_score.values(), default=0)
    priority = mentees * top + 1
    mentee = mentees * (priority + top) + 1
    place = mentees * (mentee + priority + top) + 1
    return Worth(place, mentee, priority, of_score)
