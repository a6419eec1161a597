"""Text with emphasis, taken apart into runs that a page template sets."""

import re
from html.parser import HTMLParser
from typing import TypedDict

_STYLES = {"i": "i", "em": "i", "b": "b", "strong": "b", "sub": "sub", "sup": "sup"}

TAGS = frozenset((*_STYLES, "a"))
"""The tags that runs are made from; of any other, only what stands in it is kept."""

_BLANK = re.compile(r"[ \t\r\n]+")
"""White space that a paragraph is written with; a no-break space is meant, and stays."""


class Run(TypedDict):
    """A stretch of text. ``style`` holds 'i', 'b', 'sub', 'sup', in the order they were opened.

    ``link`` is a web address, or ''.
    """

    text: str
    style: list[str]
    link: str


class _Runs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self._open: list[str] = []
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _STYLES:
            self._open.append(tag)
        elif tag == "a":
            self._link = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            self._open.reverse()
            self._open.remove(tag)
            self._open.reverse()
        elif tag == "a":
            self._link = ""

    def handle_data(self, data: str) -> None:
        style = list(dict.fromkeys(_STYLES[tag] for tag in self._open))
        self.runs.append(Run(text=data, style=style, link=self._link))


def runs(html: str) -> list[Run]:
    """Return the runs of one paragraph of HTML (<i>, <b>, <sub>, <sup>, <a>); other tags go."""
    parser = _Runs()
    parser.feed(_BLANK.sub(" ", html).strip(" "))
    parser.close()
    return parser.runs


def paragraphs(html: str) -> list[list[Run]]:
    """Return the paragraphs of a text, which empty lines part, each as its runs."""
    return [runs(part) for part in re.split(r"\n\s*\n", html) if part.strip()]
