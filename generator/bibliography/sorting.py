"""Items in the order of a list of references (APA 7, sections 9.44 to 9.49), or in another."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache

from pyuca import Collator

from generator.bibliography.apa.author import author_element
from generator.bibliography.apa.dates import date_element
from generator.bibliography.item import Item, Name
from generator.bibliography.plain import plain_title

_ARTICLE = re.compile(r"(?:a|an|the)\s+", re.IGNORECASE)

Rank = tuple[int, ...]
"""The place of a text in the order of the Unicode Collation Algorithm."""


class Order(StrEnum):
    """What items can be sorted by."""

    ID = "id"
    AUTHOR = "author"
    DATE = "date"
    TITLE = "title"


def in_order(items: Iterable[Item], order: Order) -> tuple[Item, ...]:
    """Return items in an order; what is the same in it stands in the order of ids.

    By date, the earliest comes first; what has no date stands before, what is in press last.
    """
    return tuple(sorted(items, key=_KEYS[order]))


def _by_id(item: Item) -> tuple[object, ...]:
    return (item.id,)


def _by_author(item: Item) -> tuple[object, ...]:
    return (_people(item), _printed_when(item), _title(item), item.id)


def _by_date(item: Item) -> tuple[object, ...]:
    return (_when(item), _people(item), _title(item), item.id)


def _by_title(item: Item) -> tuple[object, ...]:
    return (_title(item), _when(item), item.id)


_KEYS: Mapping[Order, Callable[[Item], tuple[object, ...]]] = {
    Order.ID: _by_id,
    Order.AUTHOR: _by_author,
    Order.DATE: _by_date,
    Order.TITLE: _by_title,
}


def _people(item: Item) -> tuple[tuple[Rank, Rank], ...]:
    """Return the ranks of everybody in the author's place: surname, then given names.

    Works of one author come before those of that author with others (9.46), by the second author
    and so on. Where nobody is known, the title stands in the place of an author (9.49).
    """
    element = author_element(item)
    if element.publisher_used:
        return ((_rank(_without_article(item.text("publisher"))), ()),)
    if not element.used:
        return ((_title(item), ()),)
    roles = (
        role for role in ("author", *sorted(element.used - {"author"})) if role in element.used
    )
    return tuple(_name(name) for role in roles for name in item.names.get(role, ()))


def _name(name: Name) -> tuple[Rank, Rank]:
    person = name.person
    if person is None:
        return (_rank(_without_article(name.organization)), ())
    if not person.family:
        return (_rank(person.full), ())
    family = f"{person.particle or ''} {person.family}"
    given = " ".join(filter(None, (person.given, person.dropping_particle)))
    return (_rank(family), (*_rank(given), 0, *_rank(person.suffix or "")))


def _when(item: Item) -> tuple[int, int, int, int]:
    """Return the rank of a date: none, then dates, then in press (9.46)."""
    period = item.issued.period if item.issued else None
    if period is None:
        return (2 if item.has("status") else 0, 0, 0, 0)
    return (1, period.start.year, period.start.month, period.start.day)


def _printed_when(item: Item) -> tuple[int, int, int, int]:
    """Return the rank of a date as the reference has it: a year alone comes first (9.47)."""
    rank, year, month, day = _when(item)
    return (rank, year, month, day) if ", " in date_element(item) else (rank, year, 0, 0)


def _title(item: Item) -> Rank:
    return _rank(_without_article(plain_title(item.text("title"))))


def _without_article(words: str) -> str:
    """Return words without an article at their beginning, which does not count (9.48, 9.49)."""
    return _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words


def _rank(words: str) -> Rank:
    """Return the rank of a text letter by letter, without its spaces and punctuation (9.44)."""
    letters = "".join(sign for sign in words if unicodedata.category(sign)[0] not in "PZ")
    return tuple(_collator().sort_key(letters))


@cache
def _collator() -> Collator:
    """Return the table of the Unicode Collation Algorithm, read once."""
    return Collator()
