"""Faults that can be seen in a file's characters alone, before it is read as YAML."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import syntax, text

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\U000e0000-\U000e007f\x85]"
)
_JOINERS = "\u200c\u200d"
_DIRECTION_MARKS = "\u200e\u200f\u061c"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# What the bytes 0x80 to 0xBF of UTF-8 look like when read as Windows-1252 or Latin-1.
_CONTINUATION = (
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a"
    "\u20ac\u2122]"
)
_GARBLED = re.compile(
    f"\ufffd|[\u00c2\u00c3]{_CONTINUATION}|\u00e2\u20ac{_CONTINUATION}"
    f"|[\u00d0\u00d1]{_CONTINUATION}(?=[\u00d0\u00d1])"
)
_OTHER_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NAMES = {
    "\u00a0": "no-break space",
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\ufeff": "byte order mark",
}


LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""Where an editor begins a new line."""


class Lines:
    """Turns an offset into a text into a line and column, both from 1."""

    def __init__(self, path: str, content: str) -> None:
        self._path = path
        self._content = content

    def place(self, offset: int) -> Place:
        """Return the place of the character at an offset."""
        line = bisect_right(self._starts, offset)
        return Place(self._path, line, offset - self._starts[line - 1] + 1)

    def text(self, line: int) -> str:
        """Return what stands in a line, with its line break."""
        end = self._starts[line] if line < len(self._starts) else len(self._content)
        return self._content[self._starts[line - 1] : end]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_BREAK.finditer(self._content))]


def check_characters(path: str, content: str) -> list[Diagnostic]:
    """Return the faults of the characters of a file, each at its place.

    ``content`` is the whole file, already decoded and without a byte order mark. Joiners inside
    words of the scripts that need them, and direction marks on lines with right-to-left text, are
    right where they are.
    """
    if content.isascii() and not _CONTROL.search(content) and "\t" not in content:
        return []
    return list(_faults(Lines(path, content), content))


def _faults(lines: Lines, content: str) -> Iterator[Diagnostic]:
    for match in re.finditer(r"\t+", content):
        yield syntax.TAB.at(lines.place(match.start()), "tab character")
    yield from _controls(lines, content)
    yield from _invisible(lines, content)
    for match in _GARBLED.finditer(content):
        yield text.GARBLED_TEXT.at(lines.place(match.start()), f"garbled text '{match[0]}'")
    if not unicodedata.is_normalized("NFC", content):
        yield from _not_composed(lines, content)


def mended(content: str) -> str:
    """Return a text without the faults of its characters that can be mended without a guess.

    Letters and accents are composed, line breaks are LF, tabs are spaces; controls and what cannot
    be seen are gone. Garbled text stays: what stood there cannot be known.
    """
    text = _CONTROL.sub("", _OTHER_BREAK.sub("\n", content).replace("\t", " "))
    if _INVISIBLE.search(text):
        text = "\n".join(_without_invisible(line) for line in text.split("\n"))
    return unicodedata.normalize("NFC", text)


def _without_invisible(line: str) -> str:
    is_right_to_left = bool(_RIGHT_TO_LEFT.search(line))

    def kept(match: re.Match[str]) -> str:
        joins = match[0] in _JOINERS and _joins(line, match.start())
        directs = match[0] in _DIRECTION_MARKS and is_right_to_left
        return match[0] if joins or directs else ""

    return _INVISIBLE.sub(kept, line)


def describe(character: str) -> str:
    """Return the code point and the name of a character, as in 'U+200B (zero-width space)'."""
    name = _NAMES.get(character) or unicodedata.name(character, "").lower()
    return f"{_code_point(character)} ({name})" if name else _code_point(character)


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def _controls(lines: Lines, content: str) -> Iterator[Diagnostic]:
    """Yield the first control character of each line; files in other encodings are full."""
    reported = 0
    for match in _CONTROL.finditer(content):
        place = lines.place(match.start())
        if place.line != reported:
            reported = place.line
            yield text.CONTROL_CHARACTER.at(place, f"control character {_code_point(match[0])}")


def _invisible(lines: Lines, content: str) -> Iterator[Diagnostic]:
    @cache
    def is_right_to_left(line: int) -> bool:
        return bool(_RIGHT_TO_LEFT.search(lines.text(line)))

    for match in _INVISIBLE.finditer(content):
        place = lines.place(match.start())
        if match[0] in _JOINERS and _joins(content, match.start()):
            continue
        if match[0] in _DIRECTION_MARKS and is_right_to_left(place.line):
            continue
        yield text.INVISIBLE_CHARACTER.at(place, f"invisible character {describe(match[0])}")


def _joins(content: str, offset: int) -> bool:
    """Tell whether a joiner follows a letter of a script that needs joiners."""
    before = content[offset - 1 : offset]
    return before >= "\u0590" and not before.isspace()


def _not_composed(lines: Lines, content: str) -> Iterator[Diagnostic]:
    for match in re.finditer(r"\S+", content):
        word = match[0]
        composed = unicodedata.normalize("NFC", word)
        if word != composed:
            yield text.NOT_NFC.at(
                lines.place(match.start()),
                f"'{composed}' is stored with its accents apart (not in Unicode NFC)",
            )
