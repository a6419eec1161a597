"""News of a schedule as an Atom feed (RFC 4287)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from xml.etree import ElementTree as ET

from generator.agenda.xml_text import child, document

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """What there is to tell of a moment: a title, and a sentence for each thing.

    ``uid`` is a UUID that never changes.
    """

    uid: str
    title: str
    when: datetime
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class News:
    """A feed with its entries, newest first. ``updated`` is used where there are none."""

    uid: str
    title: str
    subtitle: str
    author: str
    language: str
    page: str
    updated: datetime
    entries: tuple[NewsEntry, ...]


def news_text(news: News, address: str) -> str:
    """Return a feed as Atom, to be found at an address."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": news.language})
    child(root, "id", f"urn:uuid:{news.uid}")
    child(root, "title", news.title)
    child(root, "subtitle", news.subtitle)
    newest = max((entry.when for entry in news.entries), default=news.updated)
    child(root, "updated", _instant(newest))
    child(child(root, "author"), "name", news.author)
    child(root, "link", rel="self", type="application/atom+xml", href=address)
    child(root, "link", rel="alternate", type="text/html", href=news.page)
    for entry in news.entries:
        element = child(root, "entry")
        child(element, "id", f"urn:uuid:{entry.uid}")
        child(element, "title", entry.title)
        child(element, "updated", _instant(entry.when))
        child(element, "published", _instant(entry.when))
        child(element, "link", rel="alternate", type="text/html", href=news.page)
        items = "".join(f"<li>{escape(one)}</li>" for one in entry.sentences)
        child(element, "content", f"<ul>{items}</ul>", type="html")
    return document(root)


def _instant(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
