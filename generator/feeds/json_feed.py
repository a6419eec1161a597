"""A feed as JSON Feed 1.1 (https://jsonfeed.org/version/1.1)."""

import json
from collections.abc import Iterator
from typing import Any

from generator.feeds.feed import Author, Entry, Feed, instant_text

_VERSION = "https://jsonfeed.org/version/1.1"


def json_feed_text(feed: Feed, address: str) -> str:
    """Return a feed as JSON Feed, to be found at an address."""
    values = {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": address,
        "description": feed.subtitle,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [dict(_item(entry)) for entry in feed.entries],
    }
    return json.dumps(values, indent=2, ensure_ascii=False) + "\n"


def _item(entry: Entry) -> Iterator[tuple[str, Any]]:
    yield "id", entry.id
    yield "url", entry.address
    if entry.work:
        yield "external_url", entry.work
    yield "title", entry.title
    yield "content_html", entry.content
    if entry.summary:
        yield "summary", entry.summary
    yield "date_published", instant_text(entry.when)
    if entry.authors:
        yield "authors", [_author(author) for author in entry.authors]
    if entry.categories:
        yield "tags", list(entry.categories)
    if entry.language:
        yield "language", entry.language


def _author(author: Author) -> dict[str, str]:
    return {"name": author.name, **({"url": author.address} if author.address else {})}
