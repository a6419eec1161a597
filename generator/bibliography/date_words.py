"""Dates as people and tools write them: ISO 8601, EDTF, or a month in words."""

import re

from generator.bibliography.item import When
from generator.records.dates import MONTHS, PartialDate, Period

_PART = r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?"
_PLAIN = re.compile(_PART, re.ASCII)
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})(?:/(\d{1,2}))?/*(?:\d{1,2}:\d{2}(?::\d{2})?)?", re.ASCII)
_AMERICAN = re.compile(r"(?:(\d{1,2})/)?(\d{1,2})/(\d{4})", re.ASCII)
_OPEN = re.compile(r"(\d{4})\s*[-\u2013]\s*present", re.IGNORECASE | re.ASCII)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+([^\W\d_]+)\.?,?\s+(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4}),?\s+([^\W\d_]+)\.?(?:\s+(\d{1,2}))?", re.ASCII)
_DAYS = re.compile(
    r"([^\W\d_]+)\.?\s+(\d{1,2})\s*[-\u2013]\s*(?:([^\W\d_]+)\.?\s+)?(\d{1,2}),?\s+(\d{4})",
    re.ASCII,
)
_ABOUT = re.compile(r"(?:ca\.|ca|c\.|circa)\s*(?=\d)", re.IGNORECASE)
_NAMES = tuple(month.lower() for month in MONTHS)
_SHORT = tuple(month[:3] for month in _NAMES)
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_EDTF_SEASONS = 20
_MARKS = "~%?"
"""What EDTF writes behind a date that is approximate or uncertain (ISO 8601-2, 8)."""


def read_date(words: str) -> When:
    """Return the date that words mean; words that mean none stay literal.

    Read are years, year-months and days with hyphens, ranges of two with a slash, open ranges
    (2024/..), the marks ~ % ? of EDTF and 'ca.', EDTF seasons (2024-21), times of day (left out),
    dates of RIS (2024/05/17), 5/17/2024, and English months and seasons: 'May 2024', '17 May
    2024', 'May 17, 2024', '2024 May 17', 'May 17-19, 2024', 'Spring 2024'.
    """
    words = " ".join(words.split())
    bare = _ABOUT.sub("", words, count=1)
    circa = bare != words
    if bare.removesuffix("/..").endswith(tuple(_MARKS)):
        opened = "/.." if bare.endswith("/..") else ""
        bare, circa = bare.removesuffix("/..").rstrip(_MARKS) + opened, True
    found = _range(bare) or _day(bare) or _days(bare) or _in_words(bare)
    if found is None:
        return When(literal=words)
    return When(found.period, found.season, circa)


def month_number(word: str) -> int:
    """Return the number of a month in English words, three letters or more, or 0."""
    lowered = word.lower().rstrip(".")
    if lowered == "sept":
        return 9
    names = [*_SHORT, *_NAMES]
    return names.index(lowered) % len(MONTHS) + 1 if lowered in names else 0


def _range(words: str) -> When | None:
    opened = _OPEN.fullmatch(words)
    if opened and int(opened[1]):
        return When(Period(PartialDate(int(opened[1])), is_open=True))
    first, slash, last = words.partition("/")
    first = first.rstrip(_MARKS)
    start = _partial(*_numbers(_PLAIN, first))
    if not slash or start is None:
        return None
    if last in ("", ".."):
        return When(Period(start, is_open=last == ".."))
    end = _partial(*_numbers(_PLAIN, last))
    if end is None or end < start:
        return None
    return When(Period(start, end if end > start else None))


def _day(words: str) -> When | None:
    date, _, clock = words.partition("T" if "T" in words else " ")
    if clock and not clock[:2].isdigit():
        date = words
    year, month, day = _numbers(_PLAIN, date)
    if year and _EDTF_SEASONS < month <= _EDTF_SEASONS + 4 and not day:
        return When(Period(PartialDate(year)), month - _EDTF_SEASONS)
    found = _partial(year, month, day) or _partial(*_numbers(_SLASHED, words))
    if found is None:
        american = _AMERICAN.fullmatch(words)
        if american:
            first, second, year = (int(part or 0) for part in american.groups())
            found = _partial(year, first, second) if first else _partial(year, second)
    return When(Period(found)) if found else None


def _days(words: str) -> When | None:
    """Return the days of a text like 'June 3-5, 2024' or 'June 28-July 2, 2024'."""
    match = _DAYS.fullmatch(words)
    if not match:
        return None
    year, month = int(match[5]), month_number(match[1])
    last_month = month_number(match[3]) if match[3] else month
    if not (year and month and last_month):
        return None
    start, end = _partial(year, month, int(match[2])), _partial(year, last_month, int(match[4]))
    return When(Period(start, end)) if start and end and start < end else None


def _in_words(words: str) -> When | None:
    """Return the date of a text that names its month or season."""
    for pattern, (year, name, day) in (
        (_MONTH_FIRST, (3, 1, 2)),
        (_DAY_FIRST, (3, 2, 1)),
        (_YEAR_FIRST, (1, 2, 3)),
    ):
        match = pattern.fullmatch(words)
        if not match or not int(match[year]):
            continue
        month = month_number(match[name])
        if month:
            date = _partial(int(match[year]), month, int(match[day] or 0))
            return When(Period(date)) if date else None
        season = _SEASONS.get(match[name].lower(), 0)
        if season and not match[day]:
            return When(Period(PartialDate(int(match[year]))), season)
    return None


def _numbers(pattern: re.Pattern[str], words: str) -> tuple[int, int, int]:
    match = pattern.fullmatch(words)
    if not match:
        return 0, 0, 0
    year, month, day = (int(part or 0) for part in match.groups())
    return year, month, day


def _partial(year: int, month: int = 0, day: int = 0) -> PartialDate | None:
    """Return a date, if there is such a day."""
    date = PartialDate(year, month, day)
    try:
        _ = date.first_day
    except ValueError:
        return None
    return date if month or not day else None
