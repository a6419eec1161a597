"""A site with its pages, as the command compares it."""

from datetime import date
from functools import cache
from pathlib import Path

from generator.catalog import load_catalog
from generator.changes.comparing import Side
from generator.changes.pages import Page
from generator.changes.program import Notice
from generator.diagnostics import has_errors
from generator.website.bodies import site_bodies
from generator.website.building import configured
from generator.website.page_templates import PageTemplates
from generator.website.theme import Theme
from tests.website.project import ROOT


@cache
def theme() -> tuple[Theme, PageTemplates]:
    folders = tuple(Path(one) for one in configured(ROOT / "mkdocs.yml").theme.dirs)
    return Theme(folders, "theme"), PageTemplates(list(folders), "theme")


def side_of(records: Path, day: date) -> Side:
    """The site of the records in a folder, with the project's theme and written pages."""
    loading = load_catalog(records, shown="records")
    assert not has_errors(loading.found), loading.found
    made = site_bodies(loading.catalog, day, *theme(), ROOT / "content")
    pages = {at: Page(one.title, one.sort, one.content) for at, one in made.pages.items()}
    up = made.notice
    notice = Notice(up.text, up.address, date.fromisoformat(up.until)) if up else None
    return Side(made.site, pages, notice)
