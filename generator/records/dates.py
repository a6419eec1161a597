"""Dates, times of day, time zones, and the periods of publications."""

import re
import zoneinfo
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, PlainSerializer, PlainValidator, WithJsonSchema

from generator.diagnostics import closest
from generator.records.fields import Holds, fault, shape_of

_MONTHS = """
January February March April May June July August September October November December
"""
MONTHS = tuple(_MONTHS.split())
"""The months in English, January first."""

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_LOOSE_TIME = re.compile(r"([0-9]{1,2})[:.]?([0-9]{2})?\s*([ap])?\.?m?\.?", re.IGNORECASE)
_OTHER_ORDER = re.compile(r"([0-9]{1,4})([-/.]) ?([0-9]{1,2})\2 ?([0-9]{1,4})")
_SPELLED = re.compile(
    r"(?:([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,?|([0-9]{1,2})\.? ([a-z]{3,9})\.?)"
    r" ([0-9]{4})",
    re.IGNORECASE,
)
_DIGITS_OF_YEAR = 4
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
ZONE_ABBREVIATIONS = {
    "central": "America/Chicago",
    "ct": "America/Chicago",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "eastern": "America/New_York",
    "et": "America/New_York",
    "est": "America/New_York",
    "edt": "America/New_York",
    "mountain": "America/Denver",
    "mt": "America/Denver",
    "mst": "America/Denver",
    "mdt": "America/Denver",
    "pacific": "America/Los_Angeles",
    "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "gmt": "Etc/UTC",
}
"""What people here mostly mean by the short names of time zones."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which the day, or the month too, may be unknown (0)."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        return "-".join([f"{self.year:04d}", *(f"{n:02d}" for n in (self.month, self.day) if n)])

    @property
    def first_day(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """When something came out or took place: a date, or a range of dates.

    ``is_open`` marks what began then and still goes on.
    """

    start: PartialDate
    end: PartialDate | None = None
    is_open: bool = False

    def __str__(self) -> str:
        if self.is_open:
            return f"{self.start}/.."
        return f"{self.start}/{self.end}" if self.end else str(self.start)


def _date(value: object) -> date:
    if type(value) is date:
        return value
    day = read_day(_text(value, "a date"))
    if isinstance(day, date):
        return day
    raise fault("bad-date", day.message, day.help)


@dataclass(frozen=True, slots=True)
class NoDay:
    """Why a text names no day, and what to write instead."""

    message: str
    help: str


def read_day(written: str) -> date | NoDay:
    """Return the day that a text names as year-month-day, or why it names none."""
    match = _DATE.fullmatch(written)
    if match:
        day = _day(*map(int, match.groups()))
        return day or NoDay(f"there is no day {written}", _help_for_month(*match.groups()))
    meant = _day_meant(written.strip())
    instead = f"write {meant}" if meant else "write year-month-day, as in 2026-03-09"
    return NoDay(f"'{written}' is not a date", instead)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _help_for_month(year: str, month: str, _day: str = "") -> str:
    """Return what to know of a month, so that a day of it that is not there can be mended."""
    if not 1 <= int(month) <= len(MONTHS) or int(year) == 0:
        return "write year-month-day, the month from 01 to 12"
    days = monthrange(int(year), int(month))[1]
    return f"{MONTHS[int(month) - 1]} {year} has {days} days"


def _day_meant(written: str) -> date | None:
    """Return the day that a text names in another order, where only one can be meant."""
    match = _OTHER_ORDER.fullmatch(written)
    if match:
        first, second, third = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == _DIGITS_OF_YEAR:
            return _day(first, second, third)
        if len(match[4]) != _DIGITS_OF_YEAR:
            return None
        orders = [(third, second, first)]
        if match[2] != ".":
            orders.append((third, first, second))
        days = {day for order in orders if (day := _day(*order))}
        return days.pop() if len(days) == 1 else None
    spelled = _SPELLED.fullmatch(written)
    if spelled is None:
        return None
    name = (spelled[1] or spelled[4]).lower()
    months = [at for at, month in enumerate(MONTHS, 1) if month.lower().startswith(name)]
    if len(months) != 1:
        return None
    return _day(int(spelled[5]), months[0], int(spelled[2] or spelled[3]))


def _time(value: object) -> time:
    if type(value) is time:
        return value
    written = _text(value, "a time of day")
    match = _TIME.fullmatch(written)
    if match:
        return time(int(match[1]), int(match[2]))
    raise fault("bad-time", f"'{written}' is not a time of day", _time_help(written))


def _text(value: object, expected: str) -> str:
    if isinstance(value, str):
        return value
    raise fault("wrong-shape", f"{expected} belongs here, not a {shape_of(value)}")


def _time_help(value: str) -> str:
    match = _LOOSE_TIME.fullmatch(value.strip())
    if not match:
        return ""
    hour, minute = int(match[1]), int(match[2] or 0)
    half = (match[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f'write "{hour:02d}:{minute:02d}"' if hour < 24 and minute < 60 else ""  # noqa: PLR2004  # the day's hours and minutes


@cache
def time_zone_names() -> frozenset[str]:
    """Return the names of the IANA time zones that mean a place (or UTC)."""
    return frozenset(
        name
        for name in zoneinfo.available_timezones()
        if "/" in name and not name.startswith(("Etc/GMT", "SystemV/", "US/", "Canada/", "posix"))
    )


def _time_zone(value: str) -> str:
    if value in time_zone_names():
        return value
    word = value.lower().removesuffix(" time").removesuffix(" standard")
    meant = ZONE_ABBREVIATIONS.get(word) or closest(value, time_zone_names())
    raise fault(
        "bad-time-zone",
        f"'{value}' is not the name of a time zone",
        f"did you mean {meant}?" if meant else "",
    )


def _partial(value: str, whole: str) -> PartialDate:
    match = _PARTIAL.fullmatch(value)
    if not match:
        raise fault(
            "bad-date",
            f"'{whole}' is not a date",
            "write a year, year-month or year-month-day, as in 2026, 2026-03 or 2026-03-09; "
            "a range with a slash, as in 2026-06-26/2026-06-28",
        )
    partial = PartialDate(*(int(part or 0) for part in match.groups()))
    year, month, day = match.groups()
    if month and _day(int(year), int(month), int(day or 1)) is None:
        sort = "day" if day else "month"
        raise fault("bad-date", f"there is no {sort} {value}", _help_for_month(year, month))
    if int(year) == 0:
        raise fault("bad-date", f"there is no year {value}")
    return partial


def _period(value: object) -> Period:
    if isinstance(value, Period):
        return value
    written = _text(value, "a date")
    first, slash, last = written.partition("/")
    start = _partial(first, written)
    if last == "..":
        return Period(start, is_open=True)
    end = _partial(last, written) if slash else None
    if end is not None and end < start:
        raise fault("dates-out-of-order", f"'{written}' ends before it begins")
    return Period(start, end)


_DATE_SCHEMA = {"type": "string", "format": "date"}
_PERIOD_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?(/(\d{4}(-\d{2}(-\d{2})?)?|\.\.))?$",
}

Date = Annotated[
    date,
    PlainValidator(_date),
    PlainSerializer(str),
    WithJsonSchema(_DATE_SCHEMA),
    Holds("a date, as in 2026-03-09"),
]
"""A day of the calendar, YYYY-MM-DD."""

TimeOfDay = Annotated[
    time,
    PlainValidator(_time),
    PlainSerializer(lambda value: f"{value:%H:%M}"),
    WithJsonSchema({"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"}),
    Holds('a time in quotes, as in "14:30"'),
]
"""A time of day on the clock of the event's zone, HH:MM."""

TimeZone = Annotated[
    str,
    AfterValidator(_time_zone),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z].*/"}),
    Holds("name of a time zone, as in America/Chicago"),
]
"""An IANA time zone name."""

PublicationDate = Annotated[
    Period,
    PlainValidator(_period),
    PlainSerializer(str),
    WithJsonSchema(_PERIOD_SCHEMA),
    Holds("a year, a year and month, a date, or a range of two with a slash"),
]
"""A year, year-month or day, or a range of two with a slash (ISO 8601-1, 5.2.2 and 5.5).

A range without an end is open (ISO 8601-2, 4.4.1: 2024/..).
"""
