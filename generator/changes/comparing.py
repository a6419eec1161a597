"""Two sites held against each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.changes.discretion import Discretion, discretion_between
from generator.changes.pages import Page, Pages, differing, other_sections, page_titles
from generator.changes.people import people_section
from generator.changes.phrases import quoted, some
from generator.changes.program import (
    Notice,
    application_lines,
    every_page_section,
    program_page_section,
)
from generator.changes.renames import renames_between
from generator.changes.report import Report, Section
from generator.changes.schedules import event_sections
from generator.changes.works import works_section
from generator.changes.years import cohort_sections
from generator.views import Site

_HOME, _APPLY = "", "apply/"


@dataclass(frozen=True, slots=True)
class Written:
    """What changed in the pages that people write: their titles by address, before and after."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    others: int = 0
    """Files beside the pages, such as pictures."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The pages that came, went or changed."""
        return tuple(sorted(self.before.keys() | self.after.keys()))


@dataclass(frozen=True, slots=True)
class Side:
    """A site with its pages, and the notice at the head of each."""

    site: Site
    pages: Pages
    notice: Notice | None = None


def compare(
    before: Side,
    after: Side,
    *,
    terms: Mapping[str, str] | None = None,
    written: Written | None = None,
    look: bool = False,
) -> Report:
    """Return what is different in the second of two sites, both seen from the same day.

    ``terms`` are labels of the vocabulary that changed, old to new. ``look`` says that what makes
    the pages changed too.
    """
    written = written or Written({}, {})
    discretion = discretion_between(before.site, after.site)
    renames = renames_between(before.site, after.site)
    old, new = _with_written(before.pages, after.pages, written)
    addresses = differing(old, new)
    programs = before.site.program, after.site.program
    everywhere = every_page_section(*programs, before.notice, after.notice)
    sections = [
        everywhere,
        _program_page(program_page_section(before.site, after.site), written),
        Section(
            "Apply",
            (*application_lines(before.site, after.site, terms), *_rewritten(_APPLY, written)),
        ),
        *cohort_sections(before.site, after.site, discretion, terms or {}, renames),
        people_section(before.site, after.site),
        works_section(before.site, after.site, discretion, terms or {}, renames),
        *event_sections(before.site, after.site, discretion, renames),
        *other_sections(_by_records(addresses, written), old, new, discretion),
        *_written_pages(written, discretion),
    ]
    kept = tuple(section for section in sections if section.lines)
    if addresses and not kept:
        names = page_titles(addresses, old, new, discretion, quoted)
        kept = (Section("Other pages", (f"changes {some(names)}",)),)
    return Report(
        sections=kept,
        pages=page_titles(addresses, old, new, discretion),
        every_page=bool(everywhere.lines),
        look=look,
    )


def _with_written(before: Pages, after: Pages, written: Written) -> tuple[Pages, Pages]:
    """Return the pages of both sides, with those that people wrote anew told apart."""
    old, new = dict(before), dict(after)
    for pages, titles, side in ((old, written.before, "before"), (new, written.after, "after")):
        for address, title in titles.items():
            known = pages.get(address)
            pages[address] = Page(title, "Page", f"{known.content if known else ''}\n{side}")
    return old, new


def _program_page(section: Section, written: Written) -> Section:
    """Return the section of the home page with what is written around the program's own texts."""
    return Section(section.title, (*section.lines, *_rewritten(_HOME, written)))


def _written_pages(written: Written, discretion: Discretion) -> Iterator[Section]:
    """Yield the sections of the other written pages, by their addresses."""
    for address in written.addresses:
        title = written.after.get(address) or written.before[address]
        told = address in written.after or discretion.may_repeat(title)
        if address not in (_HOME, _APPLY):
            yield Section(title if told else "A page", _rewritten(address, written))
    if written.others:
        yield Section("Other files", ("changes pictures or downloads of written pages",))


def _rewritten(address: str, written: Written) -> tuple[str, ...]:
    if address in written.before and address in written.after:
        return ("changes the text",)
    if address in written.after:
        return ("adds the page",)
    return ("removes the page",) if address in written.before else ()


def _by_records(addresses: tuple[str, ...], written: Written) -> tuple[str, ...]:
    return tuple(address for address in addresses if address not in written.addresses)
