"""Small random cohorts, and the best proposal for each by trying everything."""

import itertools
import random
from collections.abc import Sequence
from typing import Any

from generator.matching.market import Market, Objective

Pairs = tuple[int | None, ...]


def random_market(chance: random.Random, *, mentees: int = 5, mentors: int = 4) -> Market:
    """Return a small market with every constraint: gaps, minimums, priority, pins, ties."""
    people = chance.randint(0, mentees)
    offering = chance.randint(1, mentors)
    maximum = [chance.randint(0, 3) for _ in range(offering)]
    top = chance.choice([3, 10, 1000])
    scores = tuple(
        {at: chance.randint(0, top) for at in range(offering) if chance.random() < 0.7}
        for _ in range(people)
    )
    pins: dict[int, int] = {}
    left = list(maximum)
    for mentee, known in enumerate(scores):
        if known and chance.random() < 0.15:
            mentor = chance.choice(sorted(known))
            if left[mentor]:
                pins[mentee] = mentor
                left[mentor] -= 1
    return Market(
        mentees=tuple(f"mentee-{at}" for at in range(people)),
        mentors=tuple(f"mentor-{at}" for at in range(offering)),
        minimum=tuple(min(most, chance.choice([0, 0, 0, 1])) for most in maximum),
        maximum=tuple(maximum),
        priority=tuple(chance.random() < 0.3 for _ in range(people)),
        scores=scores,
        pins=pins,
    )


def best_by_trying(market: Market, objective: Objective) -> Pairs | None:
    """Return the best proposal of all there are, or None where no minimums can be met."""
    best: tuple[Any, Pairs] | None = None
    for pairs in itertools.product(*_choices(market)):
        load = [pairs.count(mentor) for mentor in range(len(market.mentors))]
        limits = zip(market.minimum, load, market.maximum, strict=True)
        if all(least <= taken <= most for least, taken, most in limits):
            value = (_value(market, objective, pairs), _first_by_id(pairs))
            if best is None or value > best[0]:
                best = (value, pairs)
    return best[1] if best else None


def _choices(market: Market) -> list[Sequence[int | None]]:
    return [
        [market.pins[mentee]] if mentee in market.pins else [*sorted(known), None]
        for mentee, known in enumerate(market.scores)
    ]


def _value(market: Market, objective: Objective, pairs: Pairs) -> tuple[Any, ...]:
    matched = [(mentee, mentor) for mentee, mentor in enumerate(pairs) if mentor is not None]
    scores = [market.scores[mentee][mentor] for mentee, mentor in matched]
    first = (len(scores), sum(market.priority[mentee] for mentee, _ in matched))
    if objective is Objective.FAIR:
        return (*first, min(scores, default=0), sum(scores))
    if objective is Objective.TOTAL:
        return (*first, sum(scores))
    return (*first, sorted(scores))


def _first_by_id(pairs: Pairs) -> list[int]:
    return [-1000 if mentor is None else -mentor for mentor in pairs]
