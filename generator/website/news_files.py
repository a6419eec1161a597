"""The feeds of the news."""

from collections.abc import Callable, Iterator

from generator.feeds import Entry, Feed, atom_text, day_instant, json_feed_text
from generator.views import Site
from generator.website.news import NewsDesk, NewsItem

ATOM = "news/feed.xml"
JSON = "news/feed.json"
PAGE = "news/"

_LONGEST = 50
"""How many pieces of news a feed tells; the rest is on the page."""


def news_feed_texts(
    site: Site, desk: NewsDesk, absolute: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """Yield the address of each feed of the news and its text."""
    feed = Feed(
        id=absolute(PAGE),
        title=f"News: {site.program.name}",
        subtitle=site.program.tagline,
        page=absolute(PAGE),
        language=site.program.language,
        author=site.program.name,
        entries=tuple(_entry(item, desk, absolute) for item in desk.items[:_LONGEST]),
    )
    # A feed's own file is not among those that ``absolute`` knows while it is being made.
    root = absolute(PAGE).rpartition(PAGE)[0]
    yield ATOM, atom_text(feed, f"{root}{ATOM}")
    yield JSON, json_feed_text(feed, f"{root}{JSON}")


def _entry(item: NewsItem, desk: NewsDesk, absolute: Callable[[str], str]) -> Entry:
    view = item.view
    address = absolute(view.address)
    # The address of the earliest id: it stays the same when a record is renamed (RFC 4287, 4.2.6).
    earliest = view.aliases[0] if view.aliases else view.id
    before, _, after = address.rpartition(f"/{view.id}/")
    return Entry(
        id=f"{before}/{earliest}/{after}",
        address=address,
        title=item.title,
        when=day_instant(view.day),
        content=str(desk.html(item, absolute)).rstrip(),
        summary=item.first,
        categories=(view.kind,),
    )
