"""What every page says, without building the site: to see which pages a change makes different."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.utils import meta

from generator.views import Site
from generator.website.page_templates import PageTemplates
from generator.website.pages import plan_pages

_ROOT = "https://site.invalid/"
"""Stands for the address of the site, which is the same on both sides of a comparison."""


@dataclass(frozen=True, slots=True)
class PageBody:
    """A page of the site: its title, what kind of page it is, and all that it says."""

    title: str
    sort: str
    content: str


def page_bodies(site: Site, templates: PageTemplates, content: Path) -> Mapping[str, PageBody]:
    """Return the pages that the records have a part in, by address; old addresses are pages too.

    Of the pages in ``content``, only what the records add to them is here. What git knows of
    changes to a schedule is left out. Raises TemplateFaultError.
    """

    def render(template: str, context: Mapping[str, Any]) -> str:
        shared = {"site": site, "program": site.program, "absolute": _absolute, "history": None}
        return templates.render(template, str, {**shared, **context})

    found: dict[str, PageBody] = {}
    for page in plan_pages(site):
        body = render(page.template, page.context)
        head = render(page.head, page.context) if page.head else ""
        whole = f"{page.title}\n{page.description}\n{body}\n{head}"
        found[page.address] = PageBody(page.title, page.sort, whole)
    for address, title, template in _written(content):
        found[address] = PageBody(title, "Page", render(template, {"content": ""}))
    for old, new in site.redirects.items():
        title = found[new].title if new in found else new
        found[old] = PageBody(title, "Old address", new)
    return found


def written_title(path: str, written: str) -> str:
    """Return the title of a page in ``content``: its head's, its first heading, or its path."""
    body, head = meta.get_data(written)
    headings = (line.removeprefix("# ") for line in body.splitlines() if line.startswith("# "))
    return str(head.get("title") or next(headings, path))


def written_address(path: str) -> str:
    """Return the address of a page in ``content`` from its path there."""
    name = path.removesuffix(".md")
    return "" if name == "index" else f"{name.removesuffix('/index')}/"


def _written(content: Path) -> list[tuple[str, str, str]]:
    """Return address, title and template of the written pages that records are put into."""
    found = []
    for file in sorted(content.rglob("*.md")):
        path = file.relative_to(content).as_posix()
        written = file.read_text("utf-8-sig", errors="replace")
        _, head = meta.get_data(written)
        if "template" in head:
            address, title = written_address(path), written_title(path, written)
            found.append((address, title, str(head["template"])))
    return found


def _absolute(address: str) -> str:
    return f"{_ROOT}{address}"
