"""Dates, times of day, time zones, and the periods of publications."""

import re
import zoneinfo
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
    match = _DATE.fullmatch(_text(value, "a date"))
    if match:
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            raise fault("bad-date", f"there is no day {value}") from None
    raise fault("bad-date", f"'{value}' is not a date")


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
    try:
        _ = partial.first_day
    except ValueError:
        raise fault("bad-date", f"there is no day {value}") from None
    if "00" in match.groups():
        raise fault("bad-date", f"there is no day {value}")
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
