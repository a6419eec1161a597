"""The pages of the news: a list, and one for each piece."""

from collections import Counter
from collections.abc import Iterator

from generator.views import Site
from generator.website.markup import plain_title
from generator.website.news import NewsDesk, NewsItem
from generator.website.pages import Planned


def plan_news(site: Site, desk: NewsDesk) -> Iterator[Planned]:
    """Yield the pages of the news."""
    yield Planned(
        "news/",
        "news.html",
        "News",
        f"What there is to tell of {site.program.the_name}: calls, dates, publications.",
        "news",
        "Page",
        {"items": desk.items},
    )
    titles = Counter(item.title for item in desk.items)
    for item in desk.items:
        yield _page(item, desk, is_repeated=titles[item.title] > 1)


def _page(item: NewsItem, desk: NewsDesk, *, is_repeated: bool) -> Planned:
    view = item.view
    return Planned(
        view.address,
        "news-item.html",
        f"{item.title} ({view.when})" if is_repeated else item.title,
        item.first or f"{view.kind}, {view.when}.",
        "news",
        "News",
        {"item": item, "tell": desk.html},
        view.source,
        f"{view.kind} {plain_title(view.subject.label) if view.subject else ''}",
        published=str(view.day),
    )
