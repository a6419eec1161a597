"""The one thing that every export of the agenda is made from."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

When = date | datetime
"""A moment in an IANA time zone, or a whole day."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who speaks or moderates, as they are shown.

    ``id`` tells two people of the same name apart; where it is empty, the name does.
    ``address`` is that of their page, as a whole web address.
    """

    name: str
    id: str = ""
    address: str = ""

    @property
    def key(self) -> str:
        """What the person is known by among all people."""
        return self.id or self.name


@dataclass(frozen=True, slots=True)
class Reference:
    """Something on the web that belongs to a happening, in a word, and its address."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, a session of one, or a date of a program year.

    ``uid`` is a UUID that never changes. ``name`` is the short name within the parent, or the
    record's id. ``start`` and ``end`` are both moments in an IANA zone, or both days; of days,
    ``end`` is the last one. ``kind`` is a word for people. ``title`` and ``description`` are plain
    text. ``modified`` is the moment of the last change that is known; ``changes`` how many there
    have been. ``parent`` is the uid of the event that a session belongs to.
    """

    uid: str
    name: str
    kind: str
    title: str
    start: When
    end: When
    place: str = ""
    is_online: bool = False
    room: str = ""
    description: str = ""
    speakers: tuple[Attendee, ...] = ()
    moderators: tuple[Attendee, ...] = ()
    links: tuple[Reference, ...] = ()
    url: str = ""
    parent: str = ""
    is_break: bool = False
    has_parts: bool = False
    cancelled: bool = False
    changes: int = 0
    modified: datetime | None = None
    previous_start: When | None = None

    @property
    def is_all_day(self) -> bool:
        """Whether it has days instead of times."""
        return not isinstance(self.start, datetime)

    @property
    def zone(self) -> str:
        """The IANA name of the time zone of its times; nothing, where it has days."""
        return zone_of(self.start)

    @property
    def revised(self) -> datetime:
        """When it was changed last; where no history is at hand, the first moment of its day.

        The day is taken from the record, and no clock is asked, so that the same records give the
        same bytes.
        """
        if self.modified is not None:
            return self.modified.astimezone(UTC)
        return datetime.combine(_day(self.start), time.min, UTC)

    @property
    def people(self) -> tuple[Attendee, ...]:
        """Everybody who has to be there, each once."""
        everybody = (*self.speakers, *self.moderators)
        return tuple({one.key: one for one in reversed(everybody)}.values())[::-1]

    @property
    def location(self) -> str:
        """Room and place in one line."""
        return ", ".join(part for part in (self.room, self.place) if part)


def zone_of(when: When) -> str:
    """Return the IANA name of a moment's time zone; nothing for a day.

    Raises ValueError for a moment that is in no such zone.
    """
    if not isinstance(when, datetime):
        return ""
    if not isinstance(when.tzinfo, ZoneInfo) or when.tzinfo.key is None:
        message = f"{when} is not in an IANA time zone"
        raise ValueError(message)
    return when.tzinfo.key


def on_the_clock(when: datetime) -> datetime:
    """Return the moment as its zone's clock shows it.

    A time that the clock skips is read with the offset from before (RFC 5545, 3.3.5, "Form #3").
    """
    return when.astimezone(UTC).astimezone(when.tzinfo)


def length(happening: Happening) -> timedelta:
    """Return how long a happening takes; a day counts as a whole one."""
    start, end = happening.start, happening.end
    if isinstance(start, datetime) and isinstance(end, datetime):
        return end.astimezone(UTC) - start.astimezone(UTC)
    return _day(end) - _day(start) + timedelta(days=1)


def order(happening: Happening) -> tuple[datetime, datetime, str]:
    """Return what happenings are sorted by: their start, their end, their uid."""
    return (instant(happening.start), instant(happening.end), happening.uid)


def instant(when: When) -> datetime:
    """Return a moment in UTC; a day begins, for sorting, at midnight of UTC."""
    if isinstance(when, datetime):
        return when.astimezone(UTC)
    return datetime.combine(when, time.min, UTC)


def _day(when: When) -> date:
    return when.date() if isinstance(when, datetime) else when
