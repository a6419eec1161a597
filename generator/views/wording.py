"""Dates, times and lists written out as the site says them (American English)."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from generator.records.dates import MONTHS, PartialDate, Period

_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_ZONES = {
    "America/New_York": "ET",
    "America/Chicago": "CT",
    "America/Denver": "MT",
    "America/Los_Angeles": "PT",
    "America/Anchorage": "AKT",
    "Pacific/Honolulu": "HT",
    "Etc/UTC": "UTC",
}
_ENDS_WITH_DAY = re.compile(r"\b[0-9]{1,2}, [0-9]{4}$")


def day(value: date) -> str:
    """Return 'June 26, 2023'."""
    return f"{MONTHS[value.month - 1]} {value.day}, {value.year}"


def weekday(value: date) -> str:
    """Return 'Monday, June 26, 2023'."""
    return f"{_DAYS[value.weekday()]}, {day(value)}"


def month(value: date) -> str:
    """Return 'June 2023'."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def day_range(first: date, last: date) -> str:
    """Return 'June 26 to 28, 2023', repeating only what differs.

    A comma follows the year of the first day (The Chicago Manual of Style, 17th edition, 6.38).
    """
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)}, to {day(last)}"
    start = f"{MONTHS[first.month - 1]} {first.day}"
    if first.month != last.month:
        return f"{start} to {day(last)}"
    return f"{start} to {last.day}, {last.year}"


def from_to(first: str, last: str) -> str:
    """Return 'from noon to 1:00 pm'; a comma follows the year of a day, as in day_range."""
    comma = "," if _ENDS_WITH_DAY.search(first) else ""
    return f"from {first}{comma} to {last}"


def clock(value: time) -> str:
    """Return '2:30 pm', 'noon' or 'midnight'."""
    if (value.hour, value.minute) == (12, 0):
        return "noon"
    if (value.hour, value.minute) == (0, 0):
        return "midnight"
    return f"{_hour(value)} {_half(value)}"


def clock_range(start: time, end: time) -> str:
    """Return '2:30 to 3:30 pm', or '11:30 am to noon'."""
    if _half(start) == _half(end) and " " in clock(start) and " " in clock(end):
        return f"{_hour(start)} to {clock(end)}"
    return f"{clock(start)} to {clock(end)}"


def zone_label(zone: str) -> str:
    """Return what people call a time zone: 'CT', or 'Dublin time'."""
    return _ZONES.get(zone) or f"{zone.rpartition('/')[2].replace('_', ' ')} time"


def instant(value: date, at: time, zone: str) -> str:
    """Return a moment with its offset from UTC, as HTML's time element takes it."""
    return datetime.combine(value, at, ZoneInfo(zone)).isoformat(timespec="minutes")


def partial(value: PartialDate) -> str:
    """Return '2023', 'June 2023' or 'June 26, 2023'."""
    if value.day:
        return day(value.first_day)
    return month(value.first_day) if value.month else str(value.year)


def period(value: Period) -> str:
    """Return a date or a range of dates written out."""
    if value.end is None:
        return partial(value.start)
    if value.start.day and value.end.day:
        return day_range(value.start.first_day, value.end.first_day)
    return f"{partial(value.start)} to {partial(value.end)}"


def listed(words: Sequence[str]) -> str:
    """Return 'a', 'a and b', or 'a, b, and c'."""
    if len(words) < 3:  # noqa: PLR2004  # from three on, commas stand between
        return " and ".join(words)
    return f"{', '.join(words[:-1])}, and {words[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return '1 pair' or '3 pairs'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _hour(value: time) -> str:
    hour = value.hour % 12 or 12
    return f"{hour}:{value.minute:02d}"


def _half(value: time) -> str:
    return "am" if value.hour < 12 else "pm"  # noqa: PLR2004  # noon
