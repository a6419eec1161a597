"""How what records say is written in plain text, and in Markdown."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from generator.bibliography.item import Item
from generator.bibliography.plain import plain_prose, plain_title
from generator.bibliography.references import reference_html, reference_text

_SPECIAL = re.compile(r"([\\`*_\[\]<>]|&(?=#?\w+;)|^#)")
_LIST_MARK = re.compile(r"^(\s*)([-+])(?=\s)")
_TITLE_MARK = re.compile(r"<(/?)(i|b|sub|sup)>")
_TAG = re.compile(r'<a href="([^"]*)">(.*?)</a>|<(/?)(i|b|sub|sup)>|([^<]+)')
_EMPHASIS = {"i": "*", "b": "**"}
_MENTION = re.compile(r"(?<![\w@])@(?=\w)")


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write what records say.

    ``words`` takes one line, ``title`` one with the marks <i>, <b>, <sub> and <sup>, ``prose`` a
    longer text in Markdown, ``reference`` an item.
    """

    words: Callable[[str], str]
    title: Callable[[str], str]
    prose: Callable[[str], str]
    reference: Callable[[Item], str]


def _markdown_words(text: str) -> str:
    """Return words in which nothing is a mark of Markdown (CommonMark 2.4)."""
    return _LIST_MARK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _markdown_title(text: str) -> str:
    """Return a title; italics and bold are kept, other marks are taken out."""
    parts = _TITLE_MARK.split(text)
    said = [_markdown_words(parts[0])]
    for position in range(1, len(parts), 3):
        said += [_EMPHASIS.get(parts[position + 1], ""), _markdown_words(parts[position + 2])]
    return "".join(said)


def _markdown_reference(item: Item) -> str:
    """Return a reference with its italics and its link."""

    def written(match: re.Match[str]) -> str:
        if match[1]:
            return f"<{unescape(match[1])}>"
        return _markdown_words(unescape(match[5])) if match[5] else _EMPHASIS.get(match[4], "")

    return _TAG.sub(written, reference_html(item))


def _unaddressed(text: str) -> str:
    """Return words in which no network sees the name of an account ('@name')."""
    return _MENTION.sub("@ ", text)


PLAIN = Form(str, plain_title, plain_prose, reference_text)
"""Words alone, for e-mail."""

POST = Form(
    _unaddressed,
    lambda text: _unaddressed(plain_title(text)),
    lambda text: _unaddressed(plain_prose(text)),
    lambda item: _unaddressed(reference_text(item)),
)
"""Words alone, of which none calls anybody."""

MARKDOWN = Form(_markdown_words, _markdown_title, str, _markdown_reference)
"""Markdown without HTML, for the site's news."""
