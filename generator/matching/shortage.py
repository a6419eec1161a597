"""Why a mentee gets no mentor: the smallest group for whom there are too few places.

By Hall's theorem (Hall 1935), a mentee stays without a mentor exactly when some group of mentees
has fewer places among all their eligible mentors than it has members.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.matching.market import Market
from generator.matching.outcome import Outcome
from generator.matching.wording import counted, listed

_LARGEST_REDUCED = 300
"""Mentees in a group beyond which it is named as found, not made as small as can be."""

_NAMED = 20
"""People who are named; of a larger group the others are counted."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """A group of mentees whose eligible mentors have fewer places, pinned ones apart, than it."""

    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    places: int


def find_shortage(outcome: Outcome, mentee: str) -> Shortage:
    """Return a group around a mentee without a mentor, none of whom could be left out of it."""
    market = outcome.market
    start = outcome.mentee_at[mentee]
    table = _Table(market, outcome.proposal.mentor_of)
    group = table.reached_from(start, frozenset())
    if len(group) <= _LARGEST_REDUCED:
        for one in sorted(group - {start}):
            if one in group:
                smaller = table.reached_from(start, _others(market, group - {one}))
                group = smaller or group
    mentors = sorted({mentor for one in group for mentor in market.scores[one]})
    return Shortage(
        tuple(market.mentees[one] for one in sorted(group)),
        tuple(market.mentors[mentor] for mentor in mentors),
        sum(table.places[mentor] for mentor in mentors),
    )


def _others(market: Market, group: frozenset[int]) -> frozenset[int]:
    return frozenset(range(len(market.mentees))) - group


class _Table:
    """Who holds which place, pinned mentees and their places taken away."""

    def __init__(self, market: Market, mentor_of: tuple[int | None, ...]) -> None:
        self._market = market
        self.places = list(market.maximum)
        holders: defaultdict[int, set[int]] = defaultdict(set)
        for mentee, mentor in enumerate(mentor_of):
            if mentee in market.pins:
                self.places[market.pins[mentee]] -= 1
            elif mentor is not None:
                holders[mentor].add(mentee)
        self._holders: Mapping[int, set[int]] = holders

    def reached_from(self, start: int, gone: frozenset[int]) -> frozenset[int]:
        """Return all who would have to give way for a mentee, and the mentee.

        Empty where somebody could, because those who are ``gone`` leave a place free.
        """
        group, waiting, seen = {start}, [start], set[int]()
        while waiting:
            for mentor in self._market.scores[waiting.pop()]:
                if mentor in seen:
                    continue
                seen.add(mentor)
                holders = self._holders.get(mentor, set()) - gone
                if len(holders) < self.places[mentor]:
                    return frozenset()
                waiting += holders - group
                group |= holders
        return frozenset(group)


def why_unmatched(outcome: Outcome, mentee: str, called: Callable[[str], str]) -> str:
    """Return in a clause why a mentee gets no mentor; ``called`` says how people are named."""

    def everybody(people: Sequence[str]) -> str:
        more = len(people) - _NAMED
        names = [called(one) for one in (people if more <= 0 else people[:_NAMED])]
        return listed([*names, counted(more, "other")] if more > 0 else names)

    if not outcome.market.scores[outcome.mentee_at[mentee]]:
        reasons = _reasons(outcome, mentee)
        if not reasons:
            return "nobody applied as a mentor"
        each = [f"{why} ({everybody(mentors)})" for why, mentors in reasons.items()]
        return f"no eligible mentor: {'; '.join(each)}"
    short = find_shortage(outcome, mentee)
    one = len(short.mentors) == 1
    mentors = "this mentor, who has" if one else f"these {len(short.mentors)} mentors, who have"
    pinned = not set(short.mentors).isdisjoint(outcome.pool.pins.values())
    apart = " beside the pinned pairs" if pinned else ""
    return (
        f"{counted(len(short.mentees), 'mentee')} can only be served by {mentors} "
        f"{counted(short.places, 'place')}{apart}: {everybody(short.mentees)} by "
        f"{everybody(short.mentors)}"
    )


def _reasons(outcome: Outcome, mentee: str) -> Mapping[str, list[str]]:
    """Return why none of the mentors who applied is eligible: reason, then mentors."""
    pool = outcome.pool
    found: defaultdict[str, list[str]] = defaultdict(list)
    for mentor in outcome.scorer.mentors:
        conflict = pool.conflict(mentee, mentor.id)
        found[conflict.reason if conflict else pool.left_out[mentor.id]].append(mentor.id)
    return found
