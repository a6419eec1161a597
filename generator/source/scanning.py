"""Comments and blank lines in the text of a record: all that stands between its values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_HEADER = re.compile(r"[|>][-+0-9]*[ ]*(#[^\n]*)?")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a text stands: offsets, and lines from 0.

    Of a block ('|' or '>'), ``start`` is where its first line ends, so that a comment there is
    outside. ``last_line`` is the last line on which a comment can stand beside it.
    """

    start: int
    end: int
    last_line: int
    end_line: int

    @classmethod
    def of(cls, event: Any, text: str) -> "Span":
        """Return where a scalar event stands."""
        start, end = event.start_mark, event.end_mark
        if event.style not in ("|", ">"):
            return cls(start.index, end.index, end.line, end.line)
        header = _HEADER.match(text, start.index)
        begin = header.end() if header else start.index
        written = text[start.index : end.index].rstrip()
        end_line = start.line + written.count("\n")
        return cls(begin, max(begin, start.index + len(written)), start.line, end_line)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its '#', or a blank line (without text).

    ``is_beside`` tells whether something stands before it on its line.
    """

    text: str
    offset: int
    line: int
    column: int
    is_beside: bool = False


def comments_and_blanks(text: str, spans: Sequence[Span]) -> list[list[Comment]]:
    """Return the comments and blank lines of a text in order, in a list for each gap with any.

    A gap is what stands between two texts; blank lines that follow one another count once.
    """
    gaps = []
    position = line = begun = 0
    for span in [*spans, Span(len(text), len(text), 0, 0)]:
        line += text.count("\n", begun, position)
        begun = position
        if gap := list(_in_gap(text, position, max(position, span.start), line)):
            gaps.append(gap)
        position = max(position, span.end)
    return gaps


def _in_gap(text: str, start: int, end: int, line: int) -> Iterator[Comment]:
    """Yield what stands in a gap that begins in a line."""
    at = start
    was_blank = False
    while at < end:
        begins = text.rfind("\n", 0, at) + 1
        ends = text.find("\n", at)
        ends = len(text) if ends < 0 else ends
        mark = text.find("#", at, min(ends, end))
        if mark >= 0:
            is_beside = bool(text[begins:mark].strip())
            yield Comment(text[mark:ends].rstrip(), mark, line, mark - begins, is_beside)
        is_blank = at == begins and ends < end and not text[begins:ends].strip()
        if is_blank and not was_blank:
            yield Comment("", begins, line, 0)
        was_blank = is_blank
        at = ends + 1
        line += 1
