"""Dates as CSL-JSON writes them (csl-data.json, "date-variable")."""

import re
from collections.abc import Mapping
from typing import Any

from generator.bibliography.item import When
from generator.records.dates import PartialDate, Period

_RAW = re.compile(
    r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:/(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?|/(\.\.)?)?"
)
_OPEN = re.compile(r"(\d{4})\s*[-\u2013]\s*present", re.IGNORECASE)
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_PARTS = 3


def when_from_csl(value: object) -> When:
    """Return a date from CSL-JSON, its numbers as text or not; what cannot be read is literal."""
    if not isinstance(value, Mapping):
        return _from_words(str(value))
    circa = str(value.get("circa", "")).lower() in ("1", "true", "yes")
    season = _season(value.get("season"))
    parts = value.get("date-parts")
    period = _period(parts) if isinstance(parts, list) else None
    if period is None:
        words = value.get("raw") or value.get("literal") or ""
        written = _from_words(str(words))
        return When(written.period, season, circa, written.literal)
    literal = str(value.get("literal", ""))
    if _OPEN.fullmatch(literal) and period.end is None:
        return When(Period(period.start, is_open=True), season, circa)
    return When(period, season, circa)


def when_to_csl(when: When) -> dict[str, Any]:
    """Return a date in CSL-JSON."""
    written: dict[str, Any] = {}
    if when.period:
        ends = [when.period.start, *([when.period.end] if when.period.end else [])]
        written["date-parts"] = [_numbers(end) for end in ends]
        if when.period.is_open:
            written["literal"] = f"{when.period.start.year}\N{EN DASH}present"
    elif when.literal:
        written["literal"] = when.literal
    if when.season:
        written["season"] = when.season
    if when.circa:
        written["circa"] = True
    return written


def _numbers(date: PartialDate) -> list[int]:
    return [number for number in (date.year, date.month, date.day) if number]


def _season(value: object) -> int:
    """Return the number of a season, from 1; some tools count from 13 or 21."""
    written = str(value or "").strip().lower()
    if written in _SEASONS:
        return _SEASONS[written]
    if not written.isdigit():
        return 0
    number = int(written)
    return number - 20 if number > 20 else number - 12 if number > 12 else number  # noqa: PLR2004  # EDTF's and citeproc's counts


def _from_words(words: str) -> When:
    opened = _OPEN.fullmatch(words.strip())
    if opened:
        return When(Period(PartialDate(int(opened[1])), is_open=True))
    match = _RAW.fullmatch(words.strip().partition("T")[0])
    if not match:
        return When(literal=words.strip())
    start = _partial(match.groups()[:3])
    end = _partial(match.groups()[3:6])
    if start is None or (match[4] and end is None):
        return When(literal=words.strip())
    return When(Period(start, end, is_open=match[7] == ".."))


def _period(parts: list[Any]) -> Period | None:
    ends = [_partial(part) for part in parts[:2] if isinstance(part, list)]
    if not ends or ends[0] is None:
        return None
    end = ends[1] if len(ends) > 1 else None
    return Period(ends[0], end if end and end > ends[0] else None)


def _partial(parts: Any) -> PartialDate | None:
    """Return a date of one to three numbers, if there is such a day."""
    numbers: list[int] = []
    for part in parts[:_PARTS]:
        if part is None or not str(part).strip().isdigit() or not int(part):
            break
        numbers.append(int(part))
    if not numbers:
        return None
    date = PartialDate(*numbers)
    try:
        _ = date.first_day
    except ValueError:
        return None
    return date
