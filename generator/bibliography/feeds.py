"""News of works as feeds: Atom (RFC 4287) and JSON Feed 1.1."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

_ATOM = "http://www.w3.org/2005/Atom"
_JSON_FEED = "https://jsonfeed.org/version/1.1"
_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedAuthor:
    """Somebody who wrote what an entry tells of. ``address`` is an ORCID iD's, or nothing."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One work in a feed.

    ``id`` never changes, whatever becomes of the address. ``day`` is YYYY-MM-DD. ``content`` is
    HTML, all else is text.
    """

    id: str
    address: str
    title: str
    day: str
    authors: tuple[FeedAuthor, ...]
    summary: str
    content: str
    kind: str
    subjects: tuple[str, ...] = ()
    language: str = ""
    work: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with its entries, newest first. ``author`` answers for all that names nobody."""

    title: str
    subtitle: str
    page: str
    language: str
    author: str
    entries: tuple[FeedEntry, ...]

    @property
    def updated(self) -> str:
        """The day of the newest entry; of an empty feed, a day before all others."""
        return max((entry.day for entry in self.entries), default="1970-01-01")


def atom_text(feed: Feed, address: str) -> str:
    """Return a feed as Atom, to be found at an address."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": _xml(feed.language)})
    _child(root, "id", feed.page)
    _child(root, "title", feed.title)
    _child(root, "subtitle", feed.subtitle)
    _child(root, "updated", _instant(feed.updated))
    _child(_child(root, "author"), "name", feed.author)
    _child(root, "link", rel="self", type="application/atom+xml", href=address)
    _child(root, "link", rel="alternate", type="text/html", href=feed.page)
    for entry in feed.entries:
        _atom_entry(root, entry)
    ET.indent(root, space="")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _atom_entry(root: ET.Element, entry: FeedEntry) -> None:
    element = _child(root, "entry", **({"xml:lang": entry.language} if entry.language else {}))
    _child(element, "id", entry.id)
    _child(element, "title", entry.title)
    _child(element, "updated", _instant(entry.day))
    _child(element, "published", _instant(entry.day))
    for author in entry.authors:
        person = _child(element, "author")
        _child(person, "name", author.name)
        if author.address:
            _child(person, "uri", author.address)
    _child(element, "link", rel="alternate", type="text/html", href=entry.address)
    if entry.work:
        _child(element, "link", rel="related", href=entry.work)
    for subject in (entry.kind, *entry.subjects):
        _child(element, "category", term=subject)
    if entry.summary:
        _child(element, "summary", entry.summary)
    _child(element, "content", entry.content, type="html")


def _child(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    kept = {key: _xml(value) for key, value in attributes.items()}
    element = ET.SubElement(parent, name, kept)
    element.text = _xml(text) or None
    return element


def _xml(text: str) -> str:
    """Return a text without the characters that no XML may hold (XML 1.0, 2.2)."""
    return _NOT_IN_XML.sub("", text)


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"


def json_feed_text(feed: Feed, address: str) -> str:
    """Return a feed as JSON Feed, to be found at an address."""
    values = {
        "version": _JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": address,
        "description": feed.subtitle,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [dict(_json_item(entry)) for entry in feed.entries],
    }
    return json.dumps(values, indent=2, ensure_ascii=False) + "\n"


def _json_item(entry: FeedEntry) -> Iterator[tuple[str, Any]]:
    yield "id", entry.id
    yield "url", entry.address
    if entry.work:
        yield "external_url", entry.work
    yield "title", entry.title
    yield "content_html", entry.content
    if entry.summary:
        yield "summary", entry.summary
    yield "date_published", _instant(entry.day)
    if entry.authors:
        yield (
            "authors",
            [
                {"name": one.name, **({"url": one.address} if one.address else {})}
                for one in entry.authors
            ],
        )
    yield "tags", [entry.kind, *entry.subjects]
    if entry.language:
        yield "language", entry.language
