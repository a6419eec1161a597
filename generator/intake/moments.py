"""When answers were sent, as the form makers write it in each locale."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_SLASHED = re.compile(
    r"(\d{1,4})([/.-])\s?(\d{1,2})\2\s?(\d{2,4})(?:,?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?"
    r"\s*(am|pm|a\.m\.|p\.m\.)?",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
_SERIALS = (36_526, 73_051)
"""Days of the years 2000 to 2099, as numbers."""

_CENTURY = 100
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class DayOrder:
    """Whether days stand before months in a column, and whether that had to be assumed."""

    day_first: bool
    is_assumed: bool

    @property
    def other(self) -> "DayOrder":
        """The other order."""
        return DayOrder(not self.day_first, self.is_assumed)


def day_order(texts: Iterable[str]) -> DayOrder:
    """Return in which order days and months stand, from all that stands in a column."""
    is_open = False
    for text in texts:
        match = _SLASHED.match(text.strip())
        if match is None or _is_year(match[1]):
            continue
        if match[2] == "." or int(match[1]) > _MONTHS:
            return DayOrder(day_first=True, is_assumed=False)
        if int(match[3]) > _MONTHS:
            return DayOrder(day_first=False, is_assumed=False)
        is_open = is_open or match[1] != match[3]
    return DayOrder(day_first=False, is_assumed=is_open)


def read_moment(text: str, order: DayOrder) -> datetime | None:
    """Return the moment that a text names, on whatever clock the form has, or None."""
    match = _ISO.match(text.strip())
    if match:
        year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
        return _moment((year, month, day), (hour, minute, second), "")
    match = _SLASHED.match(text.strip())
    if match is None:
        return _counted(text.strip())
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    clock = (int(match[5] or 0), int(match[6] or 0), int(match[7] or 0))
    if _is_year(match[1]):
        days = first, second, third
    else:
        year = third + 2000 if third < _CENTURY else third
        days = (year, second, first) if order.day_first else (year, first, second)
    return _moment(days, clock, (match[8] or "")[:1].lower())


def _counted(text: str) -> datetime | None:
    """Return the moment that a spreadsheet program shows as a number: days since 1899-12-30.

    ECMA-376, part 1, section 18.17.4.1. Only days of this century are taken for one.
    """
    if _SERIAL.fullmatch(text) is None or not _SERIALS[0] <= float(text) < _SERIALS[1]:
        return None
    return datetime(1899, 12, 30) + timedelta(seconds=round(float(text) * 86_400))  # noqa: DTZ001  # as below


def _is_year(text: str) -> bool:
    return len(text) == 4  # noqa: PLR2004  # digits of a year


def _moment(days: tuple[int, int, int], clock: tuple[int, int, int], half: str) -> datetime | None:
    hour = clock[0]
    if half and 1 <= hour <= 12:  # noqa: PLR2004  # the hours of a clock with a.m. and p.m.
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return datetime(*days, hour, *clock[1:])  # noqa: DTZ001  # forms do not say on which clock
    except ValueError:
        return None
