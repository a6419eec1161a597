"""The picture that stands for a page where somebody shares its address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from generator.templates.shortening import shortened
from generator.typesetting.rich_text import Run, runs
from generator.typesetting.typesetter import Typesetter

TEMPLATE = "picture.typ"
WIDTH, HEIGHT = 1200, 630
"""Pixels: the size that networks show whole (Open Graph and Twitter cards, 1.91 to 1)."""

_LONGEST = 400
"""Characters of a title; a longer one is cut at a word. More could not be read in a preview."""

_ENDLESS = re.compile(r"[^\s\u2e80-\uffef\U00020000-\U0003ffff]{31,}")
"""A word that no line of the largest size holds; Chinese and Japanese are broken anywhere."""

_STRETCH = re.compile(r".{12}(?=.)")

_KEPT = re.compile(r"&lt;(/?(?:i|b|sub|sup))&gt;")
_MARK = re.compile(r"</?(?:i|b|sub|sup)>")


@dataclass(frozen=True, slots=True)
class SharePicture:
    """What a picture says. ``title`` may hold <i>, <b>, <sub> and <sup>; all else is plain text.

    ``people``, ``when`` and ``place`` may be empty. ``foot`` names the program. ``language`` is the
    title's, as a BCP 47 tag.
    """

    kind: str
    title: str
    people: str
    when: str
    foot: str
    language: str
    place: str = ""

    @property
    def alternative_text(self) -> str:
        """The same in words, for those who do not see the picture."""
        title = _MARK.sub("", _shortened(self.title))
        parts = (self.kind, title, self.people, self.when, self.place, self.foot)
        return " ".join(_sentence(part) for part in parts if part)

    @property
    def data(self) -> Mapping[str, Any]:
        """What the template is given."""
        return {
            "kind": self.kind,
            "title": _title_runs(_shortened(self.title)),
            "people": self.people,
            "when": self.when,
            "place": self.place,
            "foot": self.foot,
            "language": self.language.partition("-")[0] or "en",
        }


def set_picture(typesetter: Typesetter, picture: SharePicture) -> bytes:
    """Return a PNG of 1200 by 630 pixels. Raises TypesettingFaultError."""
    return typesetter.png(TEMPLATE, picture.data)


def _title_runs(title: str) -> list[Run]:
    """Return a title's runs. What looks like another tag is text, as on the title's page."""
    marked = runs(_KEPT.sub(r"<\1>", escape(title, quote=False)))
    return [Run(**{**run, "text": _ENDLESS.sub(_breakable, run["text"])}) for run in marked]


def _breakable(word: re.Match[str]) -> str:
    """Return a word that may be broken after every twelve characters (at a zero width space)."""
    return _STRETCH.sub("\\g<0>\u200b", word[0])


def _shortened(title: str) -> str:
    """Return a title that can be read in a picture: whole, or cut (a cut one has no marks)."""
    plain = _MARK.sub("", title)
    return title if len(plain) <= _LONGEST else shortened(plain, _LONGEST)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", "。")) else f"{text}."
