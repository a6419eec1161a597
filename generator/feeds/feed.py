"""What a feed tells, whatever the format."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who wrote what an entry tells of. ``address`` is an ORCID iD's, or nothing."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news.

    ``id`` is an IRI that never changes, whatever becomes of the address. ``content`` is HTML, all
    else is text. ``categories`` are the words it is filed under, its kind first. ``work`` is the
    address of what it tells of, elsewhere on the web.
    """

    id: str
    address: str
    title: str
    when: datetime
    content: str
    authors: tuple[Author, ...] = ()
    summary: str = ""
    categories: tuple[str, ...] = ()
    language: str = ""
    work: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with its entries, newest first.

    ``author`` answers for all that names nobody. ``page`` is where people read the same. ``begun``
    stands as the time of change while there is no entry.
    """

    id: str
    title: str
    subtitle: str
    page: str
    language: str
    author: str
    entries: tuple[Entry, ...]
    begun: datetime = _BEGINNING

    @property
    def updated(self) -> datetime:
        """The moment of the newest entry."""
        return max((entry.when for entry in self.entries), default=self.begun)


def day_instant(day: date) -> datetime:
    """Return the beginning of a day, for news of which only the day is known."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def instant_text(when: datetime) -> str:
    """Return a moment as RFC 3339 writes it, to the second and in UTC."""
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
