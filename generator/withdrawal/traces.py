"""Where texts go on naming somebody: for a person to read, and to write anew.

What is found need not be the person: many people share a given name. What is not found is not
there in any of the spellings that the record had.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from generator.diagnostics import Place, fold
from generator.records.participant import Participant
from generator.source import Lines

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_SHORTEST = 3
"""Letters that a part of a name has at the least to be looked for alone: 'Li' is in every 'Li'."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A place that has a spelling of the name, or something else that leads to the person."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What somebody is known by: sequences of folded words, the longest first; and whole texts."""

    words: tuple[tuple[str, ...], ...]
    texts: tuple[str, ...]


def marks_of(id_: str, person: Participant) -> Marks:
    """Return what a participant is known by: names in all spellings, ids, ORCID iD, web pages."""
    name = person.name
    family = " ".join(part for part in (name.particle, name.dropping_particle, name.family) if part)
    whole = (
        name.full,
        name.display,
        f"{name.given or ''} {family}",
        f"{family} {name.given or ''}",
    )
    known = {_words(one) for one in (*whole, name.original, id_, *person.aliases) if one}
    parts = {_words(one) for one in (family, name.family, name.given) if one}
    parts |= {(word,) for part in (name.family, name.given) for word in _words(part or "")}
    known |= {part for part in parts if sum(map(len, part)) >= _SHORTEST}
    texts = [name.original or "", person.orcid or "", *(link.url for link in person.links)]
    return Marks(
        tuple(sorted((one for one in known if one), key=lambda one: (-len(one), one))),
        tuple(dict.fromkeys(text for text in texts if text)),
    )


def traces_in(path: str, content: str, marks: Marks) -> Iterator[Trace]:
    """Yield the places of a text that have a mark, in order; each place once."""
    lines = Lines(path, content)
    found = dict(_texts_in(content, marks.texts))
    for start, end in _words_in(content, marks.words):
        if not any(begin <= start < stop for begin, stop in found.items()):
            found[start] = end
    for start in sorted(found):
        yield Trace(lines.place(start), " ".join(content[start : found[start]].split()))


def _texts_in(content: str, texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    for text in texts:
        start = content.find(text)
        while start >= 0:
            yield start, start + len(text)
            start = content.find(text, start + len(text))


def _words_in(content: str, sought: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield where sequences of words stand, whatever stands between the words."""
    first = {words[0] for words in sought}
    spans = [match.span() for match in _WORD.finditer(content)]
    folded = [fold(content[start:end]) for start, end in spans]
    at = 0
    while at < len(spans):
        length = 0
        if folded[at] in first:
            length = next(
                (len(one) for one in sought if tuple(folded[at : at + len(one)]) == one), 0
            )
        if length:
            yield spans[at][0], spans[at + length - 1][1]
        at += length or 1


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for part in _WORD.findall(text) if (word := fold(part)))
