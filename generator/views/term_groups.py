"""Terms of the vocabulary as choices, each under the broadest term above it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.records.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose. ``depth`` is how many terms of its group stand above it."""

    value: str
    label: str
    note: str
    also: tuple[str, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Choices under a title; the only group of a question may have none."""

    title: str
    choices: tuple[Choice, ...]


def term_groups(terms: Sequence[Term], others: str) -> tuple[ChoiceGroup, ...]:
    """Return the terms in groups: each broadest term with those below it, in their order.

    A term with several above it stands under the first, once. Broadest terms with nothing below
    them come last, together, under the title ``others``.
    """
    below: dict[str, list[Term]] = {}
    for term in terms:
        below.setdefault(term.broader[0] if term.broader else "", []).append(term)
    tops = below.get("", [])
    groups = [
        ChoiceGroup(top.label, tuple(_choices(top, below))) for top in tops if top.id in below
    ]
    alone = tuple(_choice(top, 0) for top in tops if top.id not in below)
    if alone:
        groups.append(ChoiceGroup(others if groups else "", alone))
    return tuple(groups)


def _choices(top: Term, below: dict[str, list[Term]], depth: int = 0) -> Iterator[Choice]:
    yield _choice(top, depth)
    for term in below.get(top.id, ()):
        yield from _choices(term, below, depth + 1)


def _choice(term: Term, depth: int) -> Choice:
    return Choice(term.id, term.label, term.definition or "", term.also, depth)
