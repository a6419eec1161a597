"""An event with its sessions, laid out as conference apps want it: by day and by room.

What frab, and Pentabarf before it, call a schedule. The apps that read one fix what a day is:
Giggity (`Schedule.PentabarfParser`) takes what begins before six in the morning for a part of the
day before, and EventFahrplan (`FahrplanParser`) what begins before the time at which its day ends.
So a day here lasts from six to six, and both read the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from math import gcd
from zoneinfo import ZoneInfo

from generator.agenda.happening import Happening, length, on_the_clock, order
from generator.agenda.identity import numbers, uid

_DAY_CHANGE = time(6)
_SHORTEST_ACRONYM = 4
_SHORTEST_NAME = 4
_SLUG_NUMBERS = 10**6


@dataclass(frozen=True, slots=True)
class Numbered:
    """A session with what apps know it by. ``number`` is positive and stays the same."""

    happening: Happening
    number: int
    slug: str
    start: datetime
    duration: timedelta


@dataclass(frozen=True, slots=True)
class Room:
    """The sessions of a day in a room, in order."""

    name: str
    guid: str
    sessions: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class ConferenceDay:
    """A day, from six in the morning to six the next."""

    index: int
    date: date
    start: datetime
    end: datetime
    rooms: tuple[Room, ...]


@dataclass(frozen=True, slots=True)
class Conference:
    """An event as a schedule. ``people`` holds the number of everybody in it, by their key.

    ``version`` changes whenever the record does, and apps show it. ``slot`` is the length of time
    that all sessions begin and end on a multiple of.
    """

    event: Happening
    acronym: str
    version: str
    zone: str
    slot: timedelta
    days: tuple[ConferenceDay, ...]
    people: Mapping[str, int]
    language: str
    url: str

    @property
    def room_guids(self) -> Mapping[str, str]:
        """The rooms of all days with their guids, in the order in which they come up."""
        return {room.name: room.guid for day in self.days for room in day.rooms}


def conference(
    event: Happening, sessions: Iterable[Happening], language: str, url: str
) -> Conference | None:
    """Return an event as a schedule; None where nothing in it will take place at a time.

    Apps have no word for a session that is cancelled: they take it for cancelled when it is gone.
    Breaks are left out, since they have no place among the rooms.
    """
    held = [
        one
        for one in sorted(sessions, key=order)
        if not (one.cancelled or one.is_break or one.is_all_day)
    ]
    if not held or event.cancelled:
        return None
    zone = held[0].zone
    number = numbers(one.uid for one in held)
    acronym = _acronym(event.name)
    numbered = [_numbered(one, number[one.uid], acronym) for one in held]
    days = groupby(sorted(numbered, key=_place), key=_day_of)
    everybody = (person.key for one in held for person in one.people)
    return Conference(
        event=event,
        acronym=acronym,
        version=f"{event.changes} ({event.revised:%Y-%m-%d %H:%M})",
        zone=zone,
        slot=_slot(numbered),
        days=tuple(
            _day(index, day, ZoneInfo(zone), event, tuple(of_day))
            for index, (day, of_day) in enumerate(days, 1)
        ),
        people=numbers(everybody),
        language=language.partition("-")[0],
        url=url,
    )


def room_of(happening: Happening) -> str:
    """Return the room that a session is shown in: its own, or the place of its event."""
    return happening.room or happening.place


def _acronym(id_: str) -> str:
    """Return an event's id as the schema of schedule.json takes it: without hyphens, not short."""
    acronym = id_.replace("-", "_")
    return acronym if len(id_.replace("-", "")) >= _SHORTEST_ACRONYM else f"event_{acronym}"


def _numbered(happening: Happening, number: int, acronym: str) -> Numbered:
    start = happening.start
    if not isinstance(start, datetime):
        message = f"'{happening.name}' has no time"
        raise TypeError(message)
    name = happening.name
    if len(name) < _SHORTEST_NAME:
        name = f"session-{name}"
    slug = f"{acronym.replace('_', '')}-{number % _SLUG_NUMBERS}-{name}"
    return Numbered(happening, number, slug, on_the_clock(start), length(happening))


def _day_of(session: Numbered) -> date:
    day = session.start.date()
    return day if session.start.time() >= _DAY_CHANGE else day - timedelta(days=1)


def _place(session: Numbered) -> tuple[date, str, tuple[datetime, datetime, str]]:
    return (_day_of(session), room_of(session.happening), order(session.happening))


def _day(
    index: int, day: date, zone: ZoneInfo, event: Happening, sessions: tuple[Numbered, ...]
) -> ConferenceDay:
    rooms = groupby(sessions, key=lambda one: room_of(one.happening))
    return ConferenceDay(
        index=index,
        date=day,
        start=datetime.combine(day, _DAY_CHANGE, zone),
        end=datetime.combine(day + timedelta(days=1), _DAY_CHANGE, zone),
        rooms=tuple(Room(name, uid(event.uid, "room", name), tuple(some)) for name, some in rooms),
    )


def _slot(sessions: Iterable[Numbered]) -> timedelta:
    minutes = 0
    for one in sessions:
        begins = one.start.hour * 60 + one.start.minute
        minutes = gcd(minutes, begins, int(one.duration.total_seconds()) // 60)
    return timedelta(minutes=minutes or 1)
