"""A site as it is compared with another: its views, its pages, the notice at their head."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator.catalog import Catalog
from generator.changes.comparing import Side
from generator.changes.pages import Page
from generator.changes.program import Notice
from generator.cli.options import Misuse, shown
from generator.cli.project import CONFIG
from generator.diagnostics import Diagnostic
from generator.templates import TemplateFaultError
from generator.website.bodies import site_bodies
from generator.website.building import CannotBuildError, configured
from generator.website.page_templates import PageTemplates
from generator.website.theme import Theme
from generator.website.written import WrittenPage, say_the_same


class FaultyError(Exception):
    """Records or templates cannot be used; the message says which, ``found`` what is wrong."""

    def __init__(self, message: str, found: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.found = found


@dataclass(frozen=True, slots=True)
class ComparedProject:
    """Where the pages that people write lie, and what makes pages of them and of the records."""

    content: Path
    theme: Theme
    templates: PageTemplates
    say_the_same: Callable[[WrittenPage, WrittenPage], bool]


def open_compared() -> ComparedProject:
    """Return what mkdocs.yml says of the pages. Raises Misuse where it cannot be used."""
    try:
        config = configured(CONFIG)
    except CannotBuildError as fault:
        raise Misuse(str(fault)) from None
    folders = tuple(Path(folder) for folder in config.theme.dirs)
    theme = Theme(folders, shown(folders[0]))
    templates = PageTemplates(list(folders), theme.shown)
    same = partial(say_the_same, config=config)
    return ComparedProject(Path(config.docs_dir), theme, templates, same)


def side_of(catalog: Catalog, day: date, project: ComparedProject) -> Side:
    """Return the site of a catalog as it is on a day. Raises FaultyError."""
    try:
        made = site_bodies(catalog, day, project.theme, project.templates, project.content)
    except TemplateFaultError as fault:
        message = "the pages cannot be made"
        raise FaultyError(message, (fault.diagnostic,)) from None
    pages = {at: Page(one.title, one.sort, one.content) for at, one in made.pages.items()}
    up = made.notice
    notice = Notice(up.text, up.address, date.fromisoformat(up.until)) if up else None
    return Side(made.site, pages, notice)
