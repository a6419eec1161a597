"""A cohort matched: the pool, the scores, the proposal, and what can be asked of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.matching.market import Market, Objective
from generator.matching.pool import Pool
from generator.matching.proposal import Proposal, propose
from generator.matching.scoring import WHOLE, Part, Scorer

T = TypeVar("T")
Watch = Callable[[Sequence[T]], Iterable[T]]
"""Passes on what it is given, one by one, and may show how far it has come."""

_NUMBERS = tuple(range(WHOLE + 1))
"""Every score there can be, once: a table of a million scores need not hold a million objects."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A mentee, the mentor proposed, and where this mentor stands among all eligible."""

    mentee: str
    mentor: str
    score: int
    parts: tuple[Part, ...]
    rank: int
    eligible: int
    pinned: bool


@dataclass(frozen=True)
class Outcome:
    """A proposal for a cohort with all that it was made from."""

    pool: Pool
    scorer: Scorer
    market: Market
    objective: Objective
    proposal: Proposal

    @cached_property
    def mentor_of(self) -> Mapping[str, str]:
        """The mentor proposed for each mentee who gets one."""
        return {
            mentee: self.market.mentors[mentor]
            for mentee, mentor in zip(self.market.mentees, self.proposal.mentor_of, strict=True)
            if mentor is not None
        }

    @cached_property
    def mentees_of(self) -> Mapping[str, tuple[str, ...]]:
        """The mentees proposed for each mentor who gets any."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for mentee, mentor in self.mentor_of.items():
            found[mentor].append(mentee)
        return {mentor: tuple(mentees) for mentor, mentees in sorted(found.items())}

    @cached_property
    def unmatched(self) -> tuple[str, ...]:
        """The mentees who get no mentor."""
        return tuple(one for one in self.market.mentees if one not in self.mentor_of)

    @cached_property
    def mentee_at(self) -> Mapping[str, int]:
        """The position of each mentee in the market."""
        return {name: at for at, name in enumerate(self.market.mentees)}

    @cached_property
    def mentor_at(self) -> Mapping[str, int]:
        """The position of each mentor in the market."""
        return {name: at for at, name in enumerate(self.market.mentors)}

    def name(self, person: str) -> str:
        """Return the name of somebody who applied; of others, the id."""
        return self.pool.people[person].name if person in self.pool.people else person

    def eligible(self, mentee: str) -> Mapping[str, int]:
        """Return the score of each mentor whom a mentee may have, best first, then by id."""
        scores = self.market.scores[self.mentee_at[mentee]]
        ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        return {self.market.mentors[mentor]: score for mentor, score in ranked}

    def score(self, mentee: str) -> int:
        """Return the score of a mentee who gets a mentor."""
        scores = self.market.scores[self.mentee_at[mentee]]
        return scores[self.mentor_at[self.mentor_of[mentee]]]

    def pair(self, mentee: str) -> Pair:
        """Return the pair of a mentee who gets a mentor."""
        mentor = self.mentor_of[mentee]
        scores = self.market.scores[self.mentee_at[mentee]]
        score = self.score(mentee)
        row = self.scorer.row(mentee)
        return Pair(
            mentee=mentee,
            mentor=mentor,
            score=score,
            parts=row.parts(self.scorer.position[mentor]),
            rank=1 + sum(1 for other in scores.values() if other > score),
            eligible=len(scores),
            pinned=mentee in self.pool.pins,
        )


def make_market(pool: Pool, scorer: Scorer, watch: Watch[str] = iter) -> Market:
    """Return the bare assignment problem of a pool."""
    mentors = tuple(offer.mentor.id for offer in pool.offers)
    mentees = tuple(one.id for one in pool.mentees)
    mentor_at = {name: at for at, name in enumerate(mentors)}
    places = [(at, scorer.position[name]) for name, at in mentor_at.items()]
    scores = []
    for mentee in watch(mentees):
        row = scorer.row(mentee).scores
        eligible = {at: _NUMBERS[row[position]] for at, position in places}
        for name in pool.conflicts.get(mentee, ()):
            if name in mentor_at:
                del eligible[mentor_at[name]]
        scores.append(eligible)
    return Market(
        mentees=mentees,
        mentors=mentors,
        minimum=tuple(offer.required if mentees else 0 for offer in pool.offers),
        maximum=tuple(offer.free for offer in pool.offers),
        priority=tuple(mentee in pool.priority for mentee in mentees),
        scores=tuple(scores),
        pins={
            at: mentor_at[pool.pins[mentee]]
            for at, mentee in enumerate(mentees)
            if mentee in pool.pins
        },
    )


def match_pool(
    pool: Pool, scorer: Scorer, objective: Objective, watch: Watch[str] = iter
) -> Outcome:
    """Match a pool.

    Raises MinimumsCannotBeMetError where the mentors' minimums ask for more than there is.
    """
    market = make_market(pool, scorer, watch)
    return Outcome(pool, scorer, market, objective, propose(market, objective))
