"""What a work is filed under, so that readers can narrow a list down to it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from generator.views.order import rank


@dataclass(frozen=True, slots=True)
class Term:
    """A word that works are filed under. ``key`` stands for it in addresses."""

    key: str
    label: str


Filed = Mapping[str, tuple[Term, ...]]
"""The terms of a work, by the key of their facet."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A term with the number of works that are filed under it."""

    term: Term
    number: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a list down. ``key`` stands for it in addresses."""

    key: str
    label: str
    choices: tuple[Choice, ...]


class HasTerms(Protocol):
    """Something that is filed."""

    @property
    def filed(self) -> Filed:
        """Its terms."""


FACETS = (
    ("year", "Year"),
    ("type", "Type"),
    ("topic", "Topic"),
    ("method", "Method"),
    ("person", "Person"),
    ("cohort", "Cohort"),
)
"""The facets in the order in which they are offered."""

_IN_ORDER = frozenset(("year", "cohort"))


def make_facets(works: Iterable[HasTerms]) -> tuple[Facet, ...]:
    """Return the facets that leave a choice.

    Years stand in the order of the works, cohorts newest first, all else by its label.
    """
    works = tuple(works)
    facets = []
    for key, label in FACETS:
        numbers = Counter(term for work in works for term in work.filed.get(key, ()))
        terms = list(numbers)
        if key == "cohort":
            terms.sort(key=lambda term: term.key, reverse=True)
        elif key not in _IN_ORDER:
            terms.sort(key=lambda term: (rank(term.label), term.key))
        choices = tuple(Choice(term, numbers[term]) for term in terms)
        if len(choices) > 1:
            facets.append(Facet(key, label, choices))
    return tuple(facets)
