"""Where texts go on naming somebody: for a person to read, and to write anew.

What is found need not be the person: many people share a given name. What is not found is not
there in any of the spellings that the record had.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from generator.catalog.names import spans_of_text, spans_of_words
from generator.diagnostics import Place
from generator.source import Lines
from generator.withdrawal.marks import Marks, within


@dataclass(frozen=True, slots=True)
class Trace:
    """A place that has a spelling of the name, or something else that leads to the person."""

    place: Place
    text: str


def named_after(path: str, name: str, marks: Marks) -> Iterator[Trace]:
    """Yield the name of a file as a trace where the person is in it, for it may be an address too.

    ``path`` is how the file is named to people, ``name`` what of it is looked at.
    """
    found = next((trace.text for trace in traces_in(path, name, marks)), "") or within(name, marks)
    if found:
        yield Trace(Place(path), f"{found} (in the name of the file)")


def traces_in(path: str, content: str, marks: Marks) -> Iterator[Trace]:
    """Yield the places of a text that have a mark, in order; each place once."""
    lines = Lines(path, content)
    spans = _spans(content, marks)
    found = [
        Trace(lines.place(start), " ".join(content[start:end].split())) for start, end in spans
    ]
    yield from sorted(
        (*found, *_escaped_in(path, content, marks, found)), key=lambda one: one.place
    )


def _spans(content: str, marks: Marks) -> list[tuple[int, int]]:
    found = dict(span for text in marks.texts for span in spans_of_text(content, text))
    for (start, end), _ in spans_of_words(content, marks.words):
        if not any(begin <= start < stop for begin, stop in found.items()):
            found[start] = end
    return sorted(found.items())


def _escaped_in(path: str, content: str, marks: Marks, found: Iterable[Trace]) -> Iterator[Trace]:
    """Yield names with characters as HTML writes them: 'Gy&ouml;rgy' is shown as a name, too."""
    for number, line in enumerate(content.split("\n"), 1):
        if "&" not in line or (shown := unescape(line)) == line:
            continue
        told = {one.text for one in found if one.place.line == number}
        for start, end in _spans(shown, marks):
            if shown[start:end] not in told:
                yield Trace(Place(path, number, line.index("&") + 1), shown[start:end])
