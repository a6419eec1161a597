"""How what records say is written: in plain text, in posts, in Markdown."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.announcements.markdown import markdown_reference, markdown_title, markdown_words
from generator.bibliography.item import Item
from generator.bibliography.plain import plain_prose, plain_title
from generator.bibliography.references import reference_text

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

MARKDOWN = Form(markdown_words, markdown_title, str, markdown_reference)
"""Markdown without HTML, for the site's news."""
