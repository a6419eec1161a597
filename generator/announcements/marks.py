"""Marks that a template leaves in a text for the engine: what may give way, what hangs where.

Each mark is a control character, which no record can hold, so that no text of a record is one.
"""

import re
from dataclasses import dataclass

from wcwidth import wcswidth

_ELASTIC = ("\x0e", "\x0f")
_OPTIONAL = ("\x11", "\x12")
HANG = "\x13"
"""Stands after a line's first words; what follows it, and the lines it wraps to, are aligned."""

REFERENCE = "\x14"
"""Stands before a line that is a reference."""

HASHTAG = "\x15"
"""Stands before a hashtag, which a network may not heed; '#' in a title is none."""

_COLUMN = 20
"""Columns that a word beside a longer text is given, if the template names no number."""

_PART = re.compile("\x0e([^\x0e\x0f]*)\x0f|\x11([^\x11\x12]*)\x12")
_ENDED = re.compile("[.?!…。][\\x0f\"'*_)\u201d\u2019]*$")
_NOT_IN_HASHTAG = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text that may give way: shortened if ``is_elastic``, else left out whole."""

    start: int
    end: int
    words: str
    is_elastic: bool


def elastic(text: object) -> str:
    """Mark what may be shortened at a word's end, with '…', where a text does not fit."""
    return f"{_ELASTIC[0]}{text}{_ELASTIC[1]}"


def optional(text: object) -> str:
    """Mark what may be left out whole where a text does not fit."""
    return f"{_OPTIONAL[0]}{text}{_OPTIONAL[1]}" if str(text) else ""


def ended(text: object) -> str:
    """Return a sentence with its period, where no other mark, as that of 'Jr.', ends it already."""
    words = str(text).rstrip()
    return words if _ENDED.search(words) else f"{words}."


def column(text: object, width: int = _COLUMN) -> str:
    """Return words in a column; the rest of the line stands beside them, however long it is."""
    words = str(text)
    return f"{words}{' ' * max(1, width - wcswidth(words))}{HANG}"


def hanging(text: object) -> str:
    """Return a reference as a paragraph whose second line hangs in."""
    return f"{REFERENCE}{text}"


def hashtag(text: object) -> str:
    """Return words as a hashtag with a capital for each, so that screen readers tell them apart."""
    words = _NOT_IN_HASHTAG.split(str(text))
    return f"{HASHTAG}#{''.join(word[:1].upper() + word[1:] for word in words)}"


def parts(text: str) -> list[Part]:
    """Return the parts of a text that may give way, first to last."""
    return [
        Part(match.start(), match.end(), match[1] or match[2] or "", match[1] is not None)
        for match in _PART.finditer(text)
    ]


def unmarked(text: str) -> str:
    """Return a text with all its parts in full; hashtags keep their mark."""
    return _PART.sub(lambda match: match[1] or match[2] or "", text)
