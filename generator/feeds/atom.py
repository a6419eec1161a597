"""A feed as Atom (RFC 4287)."""

from xml.etree import ElementTree as ET

from generator.feeds.feed import Entry, Feed, instant_text
from generator.feeds.xml_text import child, document

_ATOM = "http://www.w3.org/2005/Atom"


def atom_text(feed: Feed, address: str) -> str:
    """Return a feed as Atom, to be found at an address."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": feed.language})
    child(root, "id", feed.id)
    child(root, "title", feed.title)
    child(root, "subtitle", feed.subtitle)
    child(root, "updated", instant_text(feed.updated))
    child(child(root, "author"), "name", feed.author)
    child(root, "link", rel="self", type="application/atom+xml", href=address)
    child(root, "link", rel="alternate", type="text/html", href=feed.page)
    for entry in feed.entries:
        _add(root, entry)
    return document(root)


def _add(root: ET.Element, entry: Entry) -> None:
    language = {"xml:lang": entry.language} if entry.language else {}
    element = child(root, "entry", **language)
    child(element, "id", entry.id)
    child(element, "title", entry.title)
    child(element, "updated", instant_text(entry.when))
    child(element, "published", instant_text(entry.when))
    for author in entry.authors:
        person = child(element, "author")
        child(person, "name", author.name)
        if author.address:
            child(person, "uri", author.address)
    child(element, "link", rel="alternate", type="text/html", href=entry.address)
    if entry.work:
        child(element, "link", rel="related", href=entry.work)
    for category in entry.categories:
        child(element, "category", term=category)
    if entry.summary:
        child(element, "summary", entry.summary)
    child(element, "content", entry.content, type="html")
