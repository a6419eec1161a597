"""The pictures of the site, one for each page that is likely to be shared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.catalog import Catalog, Entry
from generator.diagnostics import Diagnostic, Place, Severity
from generator.diagnostics.rules.site import CHARACTER_UNSET
from generator.records.cohort import Cohort
from generator.records.event import Event
from generator.records.output import Output
from generator.typesetting import TypesettingFaultError
from generator.typesetting.share_picture import SharePicture
from generator.views import Site
from generator.views.links import cohort_address, event_address, output_address
from generator.views.pictures import (
    PROGRAM_PICTURE,
    all_pictures,
    picture_address,
    program_picture,
)
from generator.website.picture_cache import PictureCache
from generator.website.theme import Theme

_DOCUMENTS = "documents"
Draw = Callable[[SharePicture], bytes]
"""Makes a PNG of what a picture says. Raises TypesettingFaultError."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture of the site: where it is, what it says, and itself as PNG."""

    address: str
    alternative_text: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of all pages, and what could not be drawn.

    ``own`` are those of pages that have not the program's, by the address of the page; the
    ``program`` has one for all others, unless what it says cannot be set.
    """

    own: Mapping[str, PagePicture]
    program: PagePicture | None
    found: tuple[Diagnostic, ...]

    @property
    def all(self) -> tuple[PagePicture, ...]:
        """Every picture once."""
        program = [self.program] if self.program else []
        return tuple({one.address: one for one in (*self.own.values(), *program)}.values())

    def of(self, page: str) -> PagePicture | None:
        """Return the picture that stands for a page."""
        return self.own.get(page, self.program)


def site_pictures(
    site: Site, announced: Site, catalog: Catalog, theme: Theme, root: Path
) -> Pictures:
    """Return the pictures of a site; those kept under ``root`` that are still right are taken."""
    shown = f"{theme.shown}/{_DOCUMENTS}"
    cache = PictureCache(theme.own / _DOCUMENTS, shown, root / ".cache" / "pictures")
    pictures = draw_pictures(site, announced, cache.draw, title_places(catalog))
    cache.forget_others()
    return pictures


def draw_pictures(
    site: Site, announced: Site, draw: Draw, place: Callable[[str], Place]
) -> Pictures:
    """Draw the pictures of a site. ``place`` tells where the record behind a page has its title.

    News have the picture of what they are about, or one of their own where that names somebody
    who did not agree to be announced: who did is in ``announced``.

    A character that no font has must not keep the site from being published: there is a warning,
    and the page is shared with the program's picture. Raises TypesettingFaultError for all else.
    """
    own: dict[str, PagePicture] = {}
    found: list[Diagnostic] = []
    public, told = dict(all_pictures(site)), dict(all_pictures(announced))
    for page, says in public.items():
        try:
            own[page] = _drawn(picture_address(page), says, draw)
        except TypesettingFaultError as fault:
            found.append(_warning(fault, place(page)))
    for news in site.news:
        about = news.subject.address if news.subject else ""
        if about in own and told[about] == public[about]:
            own[news.address] = own[about]
        elif about in own:
            try:
                own[news.address] = _drawn(picture_address(news.address), told[about], draw)
            except TypesettingFaultError as fault:
                found.append(_warning(fault, place(about)))
    try:
        program = _drawn(PROGRAM_PICTURE, program_picture(site.program), draw)
    except TypesettingFaultError as fault:
        found.append(_warning(fault, place("")))
        program = None
    return Pictures(own, program, tuple(found))


def title_places(catalog: Catalog) -> Callable[[str], Place]:
    """Return what tells where the record behind a page has its title; '' stands for the program."""
    titled: dict[str, Entry[Output] | Entry[Event] | Entry[Cohort]] = {
        **{output_address(id_): entry for id_, entry in catalog.outputs.items()},
        **{event_address(id_): entry for id_, entry in catalog.events.items()},
        **{cohort_address(id_): entry for id_, entry in catalog.cohorts.items()},
    }

    def place(page: str) -> Place:
        if page in titled:
            return titled[page].place("title")
        return catalog.program.place("name") if catalog.program else Place("")

    return place


def _drawn(address: str, says: SharePicture, draw: Draw) -> PagePicture:
    return PagePicture(address, says.alternative_text, draw(says))


def _warning(fault: TypesettingFaultError, place: Place) -> Diagnostic:
    """Return what is said of a character that cannot be set; raise the fault if it is another."""
    if fault.diagnostic.code != CHARACTER_UNSET.code:
        raise fault
    message = f"{fault.diagnostic.message}; shared, the page has the program's picture instead"
    return replace(fault.diagnostic, severity=Severity.WARNING, place=place, message=message)
