"""Works that are in the records already."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.bibliography.item import Item
from generator.bibliography.reading.codes import bare_doi
from generator.diagnostics import fold
from generator.records.output import ContributorRole

_TOLD_APART_BY = (
    "DOI",
    "event-title",
    "volume",
    "issue",
    "page",
    "number",
    "part-number",
    "chapter-number",
    "edition",
    "version",
)
"""Variables by which works of the same title, people and year are told apart, if both have them."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work that is there already: its item, and where it is, in words."""

    item: Item
    where: str


class Works:
    """The works that are there, found by DOI or by title, type, year and first name."""

    def __init__(self) -> None:
        self._by_doi: dict[str, Work] = {}
        self._by_title: dict[tuple[str, ...], list[Work]] = {}

    def add(self, item: Item, where: str) -> None:
        """Add a work."""
        work = Work(item, where)
        doi = _doi(item)
        if doi:
            self._by_doi.setdefault(doi, work)
        self._by_title.setdefault(_key(item), []).append(work)

    def same(self, item: Item) -> tuple[Work, str] | None:
        """Return the work that an item is, with how that shows, or None."""
        doi = _doi(item)
        if doi in self._by_doi:
            return self._by_doi[doi], f"same DOI {item.text('DOI')}"
        for work in self._by_title.get(_key(item), ()):
            if not any(_differ(work.item, item)):
                return work, "same title, type, year and first name"
        return None

    def alike(self, item: Item) -> tuple[Work, str] | None:
        """Return a work much like an item, with what tells them apart, or None."""
        for work in self._by_title.get(_key(item), ()):
            if differing := ", ".join(_differ(work.item, item)):
                return work, differing
        return None


def _doi(item: Item) -> str:
    return bare_doi(item.text("DOI")).casefold()


def _key(item: Item) -> tuple[str, ...]:
    issued = item.issued
    year = str(issued.period.start.year) if issued and issued.period else ""
    title = item.text("title", "reviewed-title", "container-title")
    return (fold(title) or title, item.type, year, fold(_first(item)))


def _first(item: Item) -> str:
    """Return the family name, or the whole name, of who comes first."""
    people = [name for role in ContributorRole for name in item.names.get(str(role), ())]
    if not people:
        return ""
    person = people[0].person
    return (person.family or person.full) if person else people[0].full


def _differ(one: Item, other: Item) -> Iterator[str]:
    for name in _TOLD_APART_BY:
        if one.text(name) and other.text(name) and fold(one.text(name)) != fold(other.text(name)):
            yield name
