"""What every page says: for a build, and by itself, to see which pages a change alters."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.agenda.history import UNKNOWN, History
from generator.catalog import Catalog
from generator.views import Site, make_site
from generator.website.news import NewsDesk, Notice, open_desk
from generator.website.news_pages import plan_news
from generator.website.page_templates import PageTemplates
from generator.website.pages import Planned, plan_pages
from generator.website.theme import Theme
from generator.website.written import WrittenPage, written_page

_ROOT = "https://site.invalid/"
"""Stands for the address of the site, which is the same on both sides of a comparison."""


@dataclass(frozen=True, slots=True)
class PageBody:
    """A page of the site: its title, what kind of page it is, and all that it says."""

    title: str
    sort: str
    content: str


@dataclass(frozen=True, slots=True)
class SiteBodies:
    """A site with its pages by address, and the notice at the head of each."""

    site: Site
    notice: Notice | None
    pages: Mapping[str, PageBody]


def planned_pages(site: Site, desk: NewsDesk, history: History = UNKNOWN) -> Iterator[Planned]:
    """Yield every page that the records make."""
    yield from plan_pages(site, history)
    yield from plan_news(site, desk)


def page_context(
    site: Site, desk: NewsDesk, absolute: Callable[[str], str], history: History = UNKNOWN
) -> dict[str, Any]:
    """Return what the template of every page is given, beside what is its own."""
    return {
        "site": site,
        "program": site.program,
        "absolute": absolute,
        "history": history,
        "news": desk.items,
    }


def site_bodies(
    catalog: Catalog, today: date, theme: Theme, templates: PageTemplates, content: Path
) -> SiteBodies:
    """Return the pages that the records have a part in; old addresses are pages too.

    Of the pages in ``content``, only what the records add to them is here. What git knows of
    changes to a schedule is left out. Raises TemplateFaultError.
    """
    site = make_site(catalog, today)
    desk = open_desk(site, catalog, theme)
    shared = page_context(site, desk, _absolute)

    def render(template: str, context: Mapping[str, Any]) -> str:
        return templates.render(template, str, {**shared, **context})

    found: dict[str, PageBody] = {}
    for page in planned_pages(site, desk):
        body = render(page.template, page.context)
        head = render(page.head, page.context) if page.head else ""
        whole = f"{page.title}\n{page.description}\n{body}\n{head}"
        found[page.address] = PageBody(page.title, page.sort, whole)
    for written, template in _written(content):
        body = render(template, {"content": ""})
        found[written.address] = PageBody(written.title, "Page", body)
    for old, new in site.redirects.items():
        title = found[new].title if new in found else new
        found[old] = PageBody(title, "Old address", new)
    return SiteBodies(site, desk.notice, found)


def _written(content: Path) -> Iterator[tuple[WrittenPage, str]]:
    """Yield the written pages that records are put into, each with its template."""
    for file in sorted(content.rglob("*.md")):
        path = file.relative_to(content).as_posix()
        page = written_page(path, file.read_text("utf-8-sig", errors="replace"))
        if "template" in page.head:
            yield page, str(page.head["template"])


def _absolute(address: str) -> str:
    return f"{_ROOT}{address}"
