"""Where texts go on naming somebody: for a person to read, and to write anew.

What is found need not be the person: many people share a given name. What is not found is not
there in any of the spellings that the record had.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalog.names import Words, spans_of_text, spans_of_words, spellings, words_in
from generator.diagnostics import Place
from generator.records.participant import Participant
from generator.source import Lines

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

    words: tuple[Words, ...]
    texts: tuple[str, ...]


def marks_of(id_: str, person: Participant) -> Marks:
    """Return what a participant is known by: names in all spellings, ids, ORCID iD, web pages."""
    name = person.name
    family = " ".join(part for part in (name.particle, name.dropping_particle, name.family) if part)
    whole = (*spellings(name), id_, *person.aliases)
    known = {words_in(one) for one in whole}
    parts = {words_in(one) for one in (family, name.family, name.given) if one}
    parts |= {(word,) for part in (name.family, name.given) for word in words_in(part or "")}
    known |= {part for part in parts if sum(map(len, part)) >= _SHORTEST}
    texts = [name.original or "", person.orcid or "", *(link.url for link in person.links)]
    return Marks(
        tuple(sorted((one for one in known if one), key=lambda one: (-len(one), one))),
        tuple(dict.fromkeys(text for text in texts if text)),
    )


def traces_in(path: str, content: str, marks: Marks) -> Iterator[Trace]:
    """Yield the places of a text that have a mark, in order; each place once."""
    lines = Lines(path, content)
    found = dict(span for text in marks.texts for span in spans_of_text(content, text))
    for (start, end), _ in spans_of_words(content, marks.words):
        if not any(begin <= start < stop for begin, stop in found.items()):
            found[start] = end
    for start in sorted(found):
        yield Trace(lines.place(start), " ".join(content[start : found[start]].split()))
