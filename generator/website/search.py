"""What the search on the site knows: slim, and plain text throughout."""

import json
import re
from collections.abc import Iterable
from html import unescape
from typing import Any

from generator.website.pages import Planned

_TAG = re.compile(r"<[^>]*>")
_HEADING = re.compile(r"<h([23])[^>]*\sid=\"([^\"]+)\"[^>]*>(.*?)</h\1>", re.DOTALL)
_LONGEST = 600


def record_entries(planned: Iterable[Planned]) -> list[dict[str, str]]:
    """Return an entry for each page made from records that search may find."""
    return [
        {
            "address": page.address,
            "title": page.title,
            "sort": page.sort,
            "text": _words(page.text),
            "about": page.description,
        }
        for page in planned
        if page.sort
    ]


def prose_entries(address: str, title: str, html: str) -> list[dict[str, str]]:
    """Return an entry for a written page and one for each of its headed parts."""
    parts: list[tuple[str, str, str]] = []
    start, anchor, heading = 0, "", title
    for match in _HEADING.finditer(html):
        parts.append((anchor, heading, html[start : match.start()]))
        start, anchor, heading = match.end(), match[2], f"{title}: {_text(match[3])}"
    parts.append((anchor, heading, html[start:]))
    return [
        {
            "address": f"{address}#{place}" if place else address,
            "title": headed,
            "sort": "Page",
            "text": "",
            "about": _words(_text(part)),
        }
        for place, headed, part in parts
        if _text(part)
    ]


def index_text(entries: list[dict[str, str]]) -> str:
    """Return the index as JSON, the same bytes for the same entries."""
    compact: dict[str, Any] = {"entries": sorted(entries, key=lambda entry: entry["address"])}
    return json.dumps(compact, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _text(html: str) -> str:
    return unescape(_TAG.sub(" ", html)).strip()


def _words(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
