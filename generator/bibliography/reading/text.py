"""Texts of other tools made fit for a record, with a word for each change that matters.

What every text undergoes, in this order, until nothing changes any more, so that cleaning what is
clean changes nothing:

1. UTF-8 that was read as Windows-1252 is read aright ('Ã©' becomes 'é').
2. Named and numbered character references of HTML become characters ('&amp;' becomes '&').
3. Unicode NFC; control characters and invisible ones go, but for joiners inside words of scripts
   that join, and direction marks in right-to-left text.
4. HTML, MathML and JATS: titles and other lines keep <i>, <b>, <sub> and <sup>, each opened and
   closed; <em> and <strong> become <i> and <b>; other tags go and their text stays. Longer texts
   become Markdown. Names and codes keep no tag. What looks like a tag, but is none of these three
   languages, is text ('List<String>').
5. Spaces of any sort become single spaces, at the edges none. A line has no breaks; a longer text
   keeps those between paragraphs and lines.
"""

import html
import re
import unicodedata
from collections.abc import Callable
from enum import Enum, auto

from generator.bibliography.reading.markup import plain_text, to_markdown, to_title

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_SPACES = re.compile(r"[^\S\n]+")
_CONTROL = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\U000e0000-\U000e007f]"
)
_GARBLED = re.compile(
    "[\u00c2\u00c3\u00d0\u00d1][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192"
    "\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2\u20ac[\u0080-\u00bf\u0152\u0153\u0160\u0161"
    "\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_JOINERS = "\u200c\u200d"
_DIRECTION_MARKS = "\u200e\u200f\u061c"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LONGEST_SHOWN = 60


class Sort(Enum):
    """What sort of text it is: a title or other line, longer prose, or a code without markup."""

    LINE = auto()
    PROSE = auto()
    CODE = auto()


_MARKUP: dict[Sort, Callable[[str], str]] = {
    Sort.LINE: to_title,
    Sort.PROSE: to_markdown,
    Sort.CODE: plain_text,
}


def clean(written: str, sort: Sort = Sort.LINE) -> str:
    """Return a text as a record can hold it."""
    while (cleaned := _clean_once(written, sort)) != written:
        written = cleaned
    return written


def changes(before: str, after: str) -> str:
    """Return in plain words what cleaning changed; nothing where only spaces did."""
    if " ".join(before.split()) == " ".join(after.split()):
        return ""
    sorts = []
    if _GARBLED.search(before) or "\ufffd" in before:
        sorts.append("garbled characters read aright")
    if _ENTITY.search(before):
        sorts.append("character references")
    if _TAG.findall(before) != _TAG.findall(after):
        sorts.append("tags")
    if not unicodedata.is_normalized("NFC", before):
        sorts.append("accents composed")
    if _CONTROL.search(before) or _INVISIBLE.search(before):
        sorts.append("invisible characters taken out")
    return f"{', '.join(sorts) or 'characters'}: '{shorten(after)}'"


def shorten(text: str) -> str:
    """Return the beginning of a text, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"


def _clean_once(written: str, sort: Sort) -> str:
    written = _GARBLED.sub(_read_aright, written).replace("\ufffd", "?")
    written = _ENTITY.sub(_character, written)
    written = unicodedata.normalize("NFC", _BREAKS.sub("\n", written))
    written = _CONTROL.sub("", written)
    written = _INVISIBLE.sub(_visible, written)
    written = _MARKUP[sort](written)
    if sort is Sort.PROSE:
        lines = [_SPACES.sub(" ", line).strip() for line in written.split("\n")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return " ".join(written.split())


def _character(match: re.Match[str]) -> str:
    """Return the character that a reference means; what means none stays as it is."""
    meant = html.unescape(match[0])
    return meant if meant != match[0] else match[0]


def _read_aright(match: re.Match[str]) -> str:
    """Return what bytes were before they were read as Windows-1252, where they were UTF-8."""
    try:
        return bytes(_byte(character) for character in match[0]).decode("utf-8")
    except (UnicodeError, ValueError):
        return "?"


def _byte(character: str) -> int:
    code = ord(character)
    return code if code < 256 else character.encode("cp1252")[0]  # noqa: PLR2004  # one byte


def _visible(match: re.Match[str]) -> str:
    """Return an invisible character only where the reader of records lets it stand.

    That is a joiner after a letter of a script that joins, and a direction mark in a word of
    right-to-left text.
    """
    character, text = match[0], match.string
    if character in _JOINERS:
        before = text[match.start() - 1 : match.start()]
        return character if before >= "\u0590" and not before.isspace() else ""
    if character in _DIRECTION_MARKS:
        before = text[: match.start()]
        begins = max(before.rfind(space) for space in (" ", "\n")) + 1
        word = before[begins:] + text[match.end() :].partition("\n")[0].partition(" ")[0]
        return character if _RIGHT_TO_LEFT.search(word) else ""
    return ""
