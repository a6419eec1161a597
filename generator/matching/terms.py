"""How near two terms of the vocabulary are, and how well a mentor's terms cover a mentee's.

Nearness falls with the steps between two terms along 'broader' (edge counting; Rada et al. 1989,
doi:10.1109/21.24528). Synonyms need no rule: they are one term.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.records.vocabulary import Term

SAME = 1000
"""Nearness of a term to itself, in permille."""

ONE_LEVEL = 600
"""To the term directly above or below: whoever knows one knows much of the other."""

TWO_LEVELS = 350
"""To the term two levels above or below."""

SIBLING = 300
"""To another term under the same broader one: a common field, another subject."""

Nearness = Mapping[str, Mapping[str, int]]
"""For each term the terms that are near it, itself included, in permille."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A term the mentee asked for, and the mentor's nearest to it."""

    asked: str
    offered: str
    nearness: int


def nearness_of(terms: Iterable[Term]) -> Nearness:
    """Return how near the terms of a facet are to each other; what is not near is absent."""
    above = {term.id: term.broader for term in terms}
    below: defaultdict[str, list[str]] = defaultdict(list)
    for term, broader in above.items():
        for one in broader:
            below[one].append(term)
    near: dict[str, dict[str, int]] = {}
    for term, broader in above.items():
        narrower = below.get(term, [])
        steps = (
            (SIBLING, (other for one in broader for other in below[one])),
            (TWO_LEVELS, (other for one in broader for other in above.get(one, ()))),
            (TWO_LEVELS, (other for one in narrower for other in below.get(one, ()))),
            (ONE_LEVEL, (*broader, *narrower)),
            (SAME, (term,)),
        )
        found: dict[str, int] = {}
        for value, others in steps:
            for other in others:
                found[other] = max(found.get(other, 0), value)
        near[term] = found
    return near


def shared_terms(near: Nearness, asked: Sequence[str], offered: Iterable[str]) -> list[Shared]:
    """Return for each term asked for the nearest that is offered, if any; the nearest first."""
    found = []
    for term in asked:
        to = near.get(term, {})
        best = min(((-to.get(other, 0), other) for other in offered), default=(0, ""))
        if best[0]:
            found.append(Shared(term, best[1], -best[0]))
    return sorted(found, key=lambda shared: -shared.nearness)


class Coverage:
    """How well each of many mentors covers a mentee's terms, all mentors at once."""

    def __init__(self, near: Nearness, offered: Sequence[Sequence[str]]) -> None:
        """Take the terms that each mentor offers, by the mentors' positions."""
        best: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for position, terms in enumerate(offered):
            for term in terms:
                for other, value in near.get(term, {}).items():
                    best[other][position] = max(value, best[other].get(position, 0))
        self._best = dict(best)

    def of(self, asked: Sequence[str]) -> dict[int, int]:
        """Return the coverage by each mentor that covers anything: the mean of its nearest terms.

        In permille, by the mentors' positions.
        """
        total: defaultdict[int, int] = defaultdict(int)
        for term in asked:
            for position, value in self._best.get(term, {}).items():
                total[position] += value
        return {position: value // len(asked) for position, value in total.items()}
