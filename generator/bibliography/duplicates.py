"""Works that are in the records already."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

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


_NEAR = 0.85
"""How much of two titles is the same where one is the other corrected."""

_SAYS_NOTHING = frozenset(("abstract", "annote", "keyword", "note", "source", "citation-key"))
"""Variables in which two copies of one entry of a file may differ."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work that is there already: its item, and where it is, in words.

    ``beside`` says that it stands in the file that is being read.
    """

    item: Item
    where: str
    beside: bool = False


class Works:
    """The works that are there, found by DOI, by id, or by title, type, people and year.

    Two entries of one file are one work only if they say the same: who made the file has kept them
    apart. A work among the records is the same where nothing tells the two apart.
    """

    def __init__(self) -> None:
        self._by_doi: dict[str, Work] = {}
        self._by_id: dict[str, Work] = {}
        self._by_title: dict[tuple[str, ...], list[Work]] = {}

    def add(self, item: Item, where: str, *, beside: bool = False) -> None:
        """Add a work."""
        work = Work(item, where, beside)
        doi = _doi(item)
        if doi:
            self._by_doi.setdefault(doi, work)
        if item.id and not beside:
            self._by_id.setdefault(item.id, work)
        self._by_title.setdefault(_key(item), []).append(work)

    def same(self, item: Item) -> tuple[Work, str] | None:
        """Return the work that an item is, with how that shows, or None."""
        doi = _doi(item)
        if doi in self._by_doi:
            return self._by_doi[doi], f"same DOI {item.text('DOI')}"
        for work in self._by_title.get(_key(item), ()):
            if _copied(work.item, item) if work.beside else not any(_differ(work.item, item)):
                return work, "same title, type, people and year"
        known = self._by_id.get(item.id)
        if (
            known
            and _is_near(_title(known.item), _title(item))
            and not _told_apart(known.item, item)
        ):
            return known, f"same id '{item.id}', and nearly the same title"
        return None

    def alike(self, item: Item) -> tuple[Work, str] | None:
        """Return a work much like an item, with what tells them apart, or None."""
        for work in self._by_title.get(_key(item), ()):
            if differing := ", ".join(_differ(work.item, item)):
                return work, differing
            if work.beside:
                return work, "what only one of the two has"
        return None


def _doi(item: Item) -> str:
    return bare_doi(item.text("DOI")).casefold()


def _told_apart(one: Item, other: Item) -> bool:
    return bool(_doi(one) and _doi(other)) and _doi(one) != _doi(other)


def _is_near(one: str, other: str) -> bool:
    """Tell whether a title is another one corrected, or with its subtitle."""
    shorter, longer = sorted((one, other), key=len)
    if not shorter:
        return False
    return longer.startswith(shorter) or SequenceMatcher(None, one, other).ratio() >= _NEAR


def _title(item: Item) -> str:
    title = item.text("title", "reviewed-title", "container-title")
    return fold(title) or title


def _key(item: Item) -> tuple[str, ...]:
    issued = item.issued
    year = str(issued.period.start.year) if issued and issued.period else ""
    return (_title(item), item.type, year, next(iter(_people(item)), ""))


def _people(item: Item) -> list[str]:
    """Return the family names, or the whole names, of the people of a work, folded."""
    people = [name for role in ContributorRole for name in item.names.get(str(role), ())]
    return [
        fold((name.person.family or name.person.full) if name.person else name.full)
        for name in people
    ]


def _copied(one: Item, other: Item) -> bool:
    """Tell whether two entries say the same about a work."""
    return (_telling(one), one.dates, one.names) == (_telling(other), other.dates, other.names)


def _telling(item: Item) -> dict[str, str]:
    return {name: text for name, text in item.texts.items() if name not in _SAYS_NOTHING}


def _differ(one: Item, other: Item) -> Iterator[str]:
    if _people(one) != _people(other):
        yield "people"
    for name in _TOLD_APART_BY:
        if one.text(name) and other.text(name) and fold(one.text(name)) != fold(other.text(name)):
            yield name
