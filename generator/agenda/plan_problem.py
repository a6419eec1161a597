"""A schedule to be laid out: sessions, rooms and hours on a grid of minutes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the event, with the minutes after midnight between which sessions may lie."""

    date: date
    opens: int
    closes: int


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A place in the schedule: day (from 0), minute after midnight, room (from 0)."""

    day: int
    minute: int
    room: int


@dataclass(frozen=True, slots=True)
class Window:
    """When somebody can come, on one day."""

    day: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Item:
    """A session to be laid out.

    ``rooms`` are those it can be in, best first by number. ``published`` is where it stands now,
    if it has a time; None for one that has none, or stands where no session can. ``fixed`` keeps
    it there. Nothing may take place at the time of one that is ``alone``. ``roomless`` is a pause
    of everybody, which takes no room.
    """

    id: str
    minutes: int
    people: frozenset[str]
    rooms: tuple[int, ...]
    days: tuple[int, ...]
    published: Slot | None = None
    was_published: bool = False
    fixed: bool = False
    alone: bool = False
    roomless: bool = False
    is_break: bool = False


class Relation(StrEnum):
    """What a wish asks of a session; all but the first two of it and another."""

    FIRST = "first"
    LAST = "last"
    AFTER = "after"
    BEFORE = "before"
    NEXT_TO = "next to"


@dataclass(frozen=True, slots=True)
class Wish:
    """Where an item should stand; ``other`` is None where it is among all."""

    item: int
    relation: Relation
    other: int | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything that a schedule depends on.

    Sessions begin on multiples of ``step`` minutes, counted from when the event opens. ``windows``
    holds only people who cannot always come. ``break_every`` is 0 where no break is asked for.
    """

    days: tuple[Day, ...]
    rooms: tuple[str, ...]
    items: tuple[Item, ...]
    wishes: tuple[Wish, ...]
    windows: Mapping[str, tuple[Window, ...]]
    step: int
    changeover: int = 0
    break_every: int = 0
    break_minutes: int = 10
