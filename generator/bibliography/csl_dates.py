"""Dates as CSL-JSON writes them (csl-data.json, "date-variable")."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.bibliography.date_words import read_date
from generator.bibliography.item import When
from generator.records.dates import PartialDate, Period

_OPEN = re.compile(r"(\d{4})\s*[-\u2013]\s*present", re.IGNORECASE)
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_PARTS = 3
_LAST_YEAR = 9999


def when_from_csl(value: object) -> When:
    """Return a date from CSL-JSON, its numbers as text or not; nothing of it is lost.

    ``raw`` and ``edtf`` are read as words, ``literal`` stays as it is, so that a record repeats
    it; only '2019-present' there means a period that is open. Seasons may be counted from 1, from
    13 (citeproc) or from 21 (EDTF), in ``season`` or in the place of the month. What cannot be
    read becomes literal.
    """
    if not isinstance(value, Mapping):
        return read_date(_text(value))
    literal = _text(value.get("literal"))
    when = _from_parts(value.get("date-parts"))
    if when == When():
        words = _text(value.get("raw")) or _text(value.get("edtf"))
        when = read_date(words) if words else when
    when = _with_season(when, _text(value.get("season")))
    if _text(value.get("circa")).lower() not in ("", "0", "false", "no"):
        when = replace(when, circa=True)
    opened = _OPEN.fullmatch(literal)
    if opened and (when.period is None or _begins(when.period, int(opened[1]))):
        start = when.period.start if when.period else PartialDate(int(opened[1]))
        return replace(when, period=Period(start, is_open=True), literal="")
    if literal and when.period and when.period.is_open:  # no date has two sets of words
        when = replace(when, period=Period(when.period.start))
    if literal and when.literal and literal != when.literal:
        literal = f"{literal} ({when.literal})"
    return replace(when, literal=literal or when.literal)


def when_to_csl(when: When) -> dict[str, Any]:
    """Return a date in CSL-JSON; a year that is still going on, as the words for it alone."""
    written: dict[str, Any] = {}
    if when.period:
        start, end = when.period.start, when.period.end
        if when.period.is_open:
            written["literal"] = f"{start.year:04d}\N{EN DASH}present"
        if start.month or not when.period.is_open:
            written["date-parts"] = [_numbers(one) for one in (start, end) if one]
    if when.literal:
        written["literal"] = when.literal
    if when.season:
        written["season"] = when.season
    if when.circa:
        written["circa"] = True
    return written


def _numbers(date: PartialDate) -> list[int]:
    return [number for number in (date.year, date.month, date.day) if number]


def _begins(period: Period, year: int) -> bool:
    return period.end is None and period.start.year == year


def _text(value: object) -> str:
    if value is True:
        return "true"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None or isinstance(value, bool | list | dict) else str(value).strip()


def _with_season(when: When, written: str) -> When:
    """Return a date with its season; a season that has no number becomes words."""
    if not written or written == "0":
        return when
    number = _SEASONS.get(written.lower()) or (int(written) if _is_number(written) else 0)
    season = _season(number) or (number if number in _SEASONS.values() else 0)
    if season:
        return replace(when, season=season)
    year = str(when.period.start.year) if when.period else ""
    return replace(when, literal=" ".join(part for part in (written, year, when.literal) if part))


def _season(number: int) -> int:
    """Return the season that a number in the place of a month means, or 0."""
    for first in (13, 21):  # citeproc's count, and EDTF's (ISO 8601-2, 4.8)
        if first <= number < first + 4:
            return number - first + 1
    return 0


def _from_parts(parts: object) -> When:
    """Return the date that date-parts mean; their numbers as words where there is no such day."""
    if not isinstance(parts, Sequence) or isinstance(parts, str):
        return When()
    lists = [part if isinstance(part, list | tuple) else [part] for part in parts]
    ends = [[_text(number) for number in part[:_PARTS]] for part in lists[:2]]
    if not ends or not any(ends[0]):
        return When()
    start, season = _partial(ends[0])
    opened = len(ends) > 1 and bool(ends[1]) and set(ends[1]) == {"0"}
    if len(ends) == 1 or opened or not any(ends[1]):
        if start:
            return When(Period(start, is_open=opened), season)
        return When(literal=_words(ends[0]))
    end, last_season = _partial(ends[1])
    if start is None or end is None or season or last_season or end < start:
        return When(
            Period(start) if start else None, literal=f"{_words(ends[0])}/{_words(ends[1])}"
        )
    return When(Period(start, end if end > start else None))


def _words(numbers: Sequence[str]) -> str:
    return "-".join(number.zfill(2) for number in numbers if number)


def _partial(parts: Sequence[str]) -> tuple[PartialDate | None, int]:
    """Return a date of one to three numbers, if there is such a day, and the season in it."""
    numbers: list[int] = []
    for part in parts:
        if not part or part == "0":
            break
        if not _is_number(part):
            return None, 0
        numbers.append(int(part))
    if not numbers or not 0 < numbers[0] <= _LAST_YEAR:
        return None, 0
    season = _season(numbers[1]) if len(numbers) == 2 else 0  # noqa: PLR2004  # year and season
    date = PartialDate(numbers[0]) if season else PartialDate(*numbers)
    try:
        _ = date.first_day
    except ValueError:
        return None, 0
    return date, season


def _is_number(written: str) -> bool:
    """Tell whether a text is a number that Python reads; there are digits that it does not."""
    return written.isascii() and written.isdigit() and len(written) < 10  # noqa: PLR2004  # any year
