"""What every page says: for a build, and by itself, to see which pages a change alters."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.utils import meta

from generator.agenda.history import UNKNOWN, History
from generator.catalog import Catalog
from generator.views import Site, make_site
from generator.website.news import NewsDesk, Notice, open_desk
from generator.website.news_pages import plan_news
from generator.website.page_templates import PageTemplates
from generator.website.pages import Planned, plan_pages
from generator.website.theme import Theme

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
    for address, title, template in _written(content):
        found[address] = PageBody(title, "Page", render(template, {"content": ""}))
    for old, new in site.redirects.items():
        title = found[new].title if new in found else new
        found[old] = PageBody(title, "Old address", new)
    return SiteBodies(site, desk.notice, found)


def written_title(path: str, written: str) -> str:
    """Return the title of a page in ``content``: its head's, its first heading, or its path."""
    body, head = meta.get_data(written)
    headings = (line.removeprefix("# ") for line in body.splitlines() if line.startswith("# "))
    return str(head.get("title") or next(headings, path))


def written_address(path: str) -> str:
    """Return the address of a page in ``content`` from its path there."""
    name = path.removesuffix(".md")
    return "" if name == "index" else f"{name.removesuffix('/index')}/"


def _written(content: Path) -> Iterator[tuple[str, str, str]]:
    """Yield address, title and template of the written pages that records are put into."""
    for file in sorted(content.rglob("*.md")):
        path = file.relative_to(content).as_posix()
        written = file.read_text("utf-8-sig", errors="replace")
        _, head = meta.get_data(written)
        if "template" in head:
            yield written_address(path), written_title(path, written), str(head["template"])


def _absolute(address: str) -> str:
    return f"{_ROOT}{address}"
