"""What records say as Markdown (CommonMark 0.31): only italics, bold and links are marks in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from unicodedata import category

from generator.bibliography.item import Item
from generator.bibliography.references import reference_html

_SPECIAL = re.compile(r"([\\`*_\[\]<>]|&(?=#?\w+;))")
_OPENING = re.compile(r"^(\s*)([-+~=#])")
_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")
_TITLE_TAG = re.compile(r"<(/?)(i|b|sub|sup)>|((?:[^<]|<(?!/?(?:i|b|sub|sup)>))+)")
_TAG = re.compile(r'<a href="([^"]*)">(.*?)</a>|<(/?)(i|b|sub|sup)>|([^<]+)')
_EMPHASIS = {"i": "*", "b": "**"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of Markdown; or, with a ``tag``, where emphasis begins or ends."""

    text: str
    tag: str = ""
    ends: bool = False


def markdown_words(text: str) -> str:
    """Return words in which nothing is a mark of Markdown (sections 2.4, 4 and 5)."""
    return _unopened(_escaped(text))


def markdown_title(text: str) -> str:
    """Return a title; italics and bold are kept, other marks are taken out."""
    return _emphasized(
        [
            _Part("", match[2], ends=bool(match[1])) if match[2] else _Part(_escaped(match[3]))
            for match in _TITLE_TAG.finditer(text)
        ]
    )


def markdown_reference(item: Item) -> str:
    """Return a reference with its italics and its link."""
    return _emphasized([*_reference_parts(reference_html(item))])


def _reference_parts(html: str) -> Iterator[_Part]:
    for match in _TAG.finditer(html):
        if match[1]:
            yield _Part(f"<{unescape(match[1])}>")
        elif match[4]:
            yield _Part("", match[4], ends=bool(match[3]))
        else:
            yield _Part(_escaped(unescape(match[5])))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _unopened(text: str) -> str:
    """Return a text that begins no list, heading or line, wherever it may stand."""
    return _NUMBER.sub(r"\1\\\2", _OPENING.sub(r"\1\\\2", text))


def _emphasized(parts: Sequence[_Part]) -> str:
    """Return parts as one text, with emphasis where Markdown knows it as such (section 6.2).

    It does not where a mark stands between a letter and a mark of punctuation on the wrong side:
    in '*“Quiet”*er', the asterisks would be shown. There the words stand alone.
    """
    marks: dict[int, str] = {}
    open_: list[int] = []
    for position, part in enumerate(parts):
        if part.tag and not part.ends:
            open_.append(position)
        elif part.tag and open_ and parts[open_[-1]].tag == part.tag:
            begun = open_.pop()
            is_empty = not any(one.text for one in parts[begun:position])
            is_double = any(parts[one].tag == part.tag for one in open_)
            if (
                not (is_empty or is_double)
                and _may_begin(parts, begun)
                and _may_end(parts, position)
            ):
                marks[begun] = marks[position] = _EMPHASIS.get(part.tag, "")
    return _unopened("".join(marks.get(at, part.text) for at, part in enumerate(parts)))


def _may_begin(parts: Sequence[_Part], position: int) -> bool:
    """Tell whether what stands around a mark lets it begin emphasis (left-flanking)."""
    before, after = _around(parts, position)
    return bool(after.strip()) and (not _may_be_punctuation(after) or _is_apart(before))


def _may_end(parts: Sequence[_Part], position: int) -> bool:
    """Tell whether what stands around a mark lets it end emphasis (right-flanking)."""
    before, after = _around(parts, position)
    return bool(before.strip()) and (not _may_be_punctuation(before) or _is_apart(after))


def _around(parts: Sequence[_Part], position: int) -> tuple[str, str]:
    """Return the characters before and after a mark, '' where there is none."""
    before = "".join(part.text for part in parts[:position])[-1:]
    after = "".join(part.text for part in parts[position:])[:1]
    return before, after


def _may_be_punctuation(sign: str) -> bool:
    """Tell whether a character counts as punctuation, in this version of Markdown or before."""
    return category(sign)[0] in "PS"


def _is_apart(sign: str) -> bool:
    """Tell whether nothing, a space or punctuation stands there, in every version of Markdown."""
    if not sign.strip():
        return True
    return category(sign)[0] == "P" or (sign.isascii() and _may_be_punctuation(sign))
