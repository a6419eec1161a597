"""Working hours that two time zones share."""

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

OPENS, CLOSES = 9, 17
"""Working hours on the clock of each, as most people in libraries keep them."""

_DAY = 24 * 60
_WORK = (CLOSES - OPENS) * 60
_NOON = time(12)


def shared_minutes(one: str, other: str, days: Iterable[date]) -> int:
    """Return the minutes of a working day that two IANA zones share, on the average of some days.

    Days in summer and in winter differ where only one of the two changes its clocks, or both on
    other dates.
    """
    each = [_overlap(one, other, day) for day in days]
    return sum(each) // len(each)


def shared_hours(one: str, other: str, days: Iterable[date]) -> int:
    """Return the part of a working day that two IANA zones share, in permille."""
    return shared_minutes(one, other, days) * 1000 // _WORK


def days_of(start: date) -> tuple[date, date]:
    """Return the days by which a program year is judged: its first, and one half a year later."""
    month = start.month + 6
    year, month = (start.year + 1, month - 12) if month > 12 else (start.year, month)  # noqa: PLR2004  # months of a year
    return start, date(year, month, min(start.day, 28))


@cache
def _overlap(one: str, other: str, day: date) -> int:
    apart = abs(_offset(one, day) - _offset(other, day)) % _DAY
    return max(0, _WORK - min(apart, _DAY - apart))


def _offset(zone: str, day: date) -> int:
    """Return a zone's minutes from UTC at noon of a day."""
    offset = datetime.combine(day, _NOON, ZoneInfo(zone)).utcoffset()
    return int(offset.total_seconds() // 60) if offset is not None else 0
