"""Names of people, in all the ways in which they may be written, and where texts have them."""

from collections.abc import Collection, Iterator

import regex

from generator.diagnostics import fold
from generator.records.people import PersonName

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")

Words = tuple[str, ...]
"""The words of a text one after another, folded: without capitals and accents."""

Span = tuple[int, int]
"""Where something in a text begins, and where it has ended."""


def spellings(name: PersonName) -> Iterator[str]:
    """Yield how a name may be written: given name first, family name first, in its own script."""
    family = " ".join(part for part in (name.particle, name.dropping_particle, name.family) if part)
    written = (
        name.full,
        name.display,
        name.original,
        f"{name.given or ''} {family}".strip(),
        f"{family} {name.given or ''}".strip(),
    )
    yield from dict.fromkeys(spelling for spelling in written if spelling)


def words_in(text: str) -> Words:
    """Return the words of a text, folded."""
    return tuple(word for part in _WORD.findall(text) if (word := fold(part)))


def spans_of_words(content: str, sought: Collection[Words]) -> Iterator[tuple[Span, Words]]:
    """Yield where sequences of words stand in a text, whatever stands between the words.

    Where several begin, the longest counts; they never overlap.
    """
    begun: dict[str, list[Words]] = {}
    for words in sorted(sought, key=lambda one: (-len(one), one)):
        begun.setdefault(words[0], []).append(words)
    spans = [match.span() for match in _WORD.finditer(content)]
    folded = [fold(content[start:end]) for start, end in spans]
    at = 0
    while at < len(spans):
        found = next(
            (one for one in begun.get(folded[at], ()) if tuple(folded[at : at + len(one)]) == one),
            None,
        )
        if found:
            yield (spans[at][0], spans[at + len(found) - 1][1]), found
        at += len(found) if found else 1


def spans_of_text(content: str, text: str) -> Iterator[Span]:
    """Yield where a text stands in another, letter by letter."""
    start = content.find(text)
    while start >= 0:
        yield start, start + len(text)
        start = content.find(text, start + len(text))
