"""The vocabulary: terms told apart, and no term broader than itself."""

from collections.abc import Iterator, Mapping, Sequence

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry
from generator.diagnostics import Diagnostic
from generator.diagnostics.rules import references
from generator.records.vocabulary import Term, Vocabulary


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield the faults of the vocabulary."""
    entry = catalog.vocabulary
    if entry is None:
        return
    words = entry.record
    facets: tuple[tuple[str, Sequence[Term]], ...] = (
        ("topics", words.topics),
        ("methods", words.methods),
        ("needs", words.needs),
    )
    for facet, terms in facets:
        yield from _told_apart(entry, facet, terms)
        yield from _cycles(entry, facet, terms)


def _told_apart(
    entry: Entry[Vocabulary], facet: str, terms: Sequence[Term]
) -> Iterator[Diagnostic]:
    ids: set[str] = set()
    names: dict[str, str] = {}
    for position, term in enumerate(terms):
        if term.id in ids:
            yield references.DUPLICATE_ID.at(
                entry.place(facet, position, "id"),
                f"the id '{term.id}' is taken already among the {facet}",
            )
        ids.add(term.id)
        written = [(term.label, ("label",))]
        written += [(word, ("also", number)) for number, word in enumerate(term.also)]  # type: ignore[misc]  # steps of either length
        for word, steps in written:
            other = names.setdefault(word.casefold(), term.id)
            if other != term.id or (
                steps != ("label",) and word.casefold() == term.label.casefold()
            ):
                yield references.AMBIGUOUS_TERM.at(
                    entry.place(facet, position, *steps),
                    f"'{word}' already stands for the term '{other}'",
                )


def _cycles(entry: Entry[Vocabulary], facet: str, terms: Sequence[Term]) -> Iterator[Diagnostic]:
    broader: dict[str, tuple[str, ...]] = {}
    for term in terms:
        broader.setdefault(term.id, term.broader)
    reported: set[frozenset[str]] = set()
    for position, term in enumerate(terms):
        way = _way_back(term.id, broader) if term.broader else None
        if way and frozenset(way) not in reported:
            reported.add(frozenset(way))
            yield references.VOCABULARY_CYCLE.at(
                entry.place(facet, position, "broader"),
                f"'{term.id}' is broader than itself: {' → '.join((*way, term.id))}",
            )


def _way_back(start: str, broader: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the terms from one up to itself again, or None if no way leads back."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for above in broader.get(way[-1], ()):
            if above == start:
                return way
            if above not in seen:
                seen.add(above)
                ways.append((*way, above))
    return None
