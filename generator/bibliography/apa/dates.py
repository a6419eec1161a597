"""Dates in references (APA 7, sections 9.13 to 9.17)."""

from generator.bibliography.apa.sorts import EDITED, PLACED
from generator.bibliography.item import Item, When
from generator.records.dates import MONTHS, PartialDate, Period

_SEASONS = ("Spring", "Summer", "Fall", "Winter")
_WHOLE = frozenset(
    [
        "article-magazine",
        "article-newspaper",
        "broadcast",
        "collection",
        "document",
        "event",
        "motion_picture",
        "pamphlet",
        "performance",
        "personal_communication",
        "post",
        "post-weblog",
        "song",
        "speech",
        "webpage",
    ]
)
"""Types whose reference gives the day, not the year alone (APA 7, section 9.14)."""

_RELEASES = ("press release", "news release", "media release")


def date_element(item: Item) -> str:
    """Return what stands in the date element, in its parentheses."""
    return f"({_date(item)})"


def _date(item: Item) -> str:
    when = item.issued
    if when is None or not (when.period or when.literal):
        status = item.text("status")
        return status.lower() if status else "n.d."
    if when.period is None:
        return when.literal
    year = _year(when)
    return f"{year}, {day}" if _shows_day(item) and (day := _month_day(when)) else year


def _shows_day(item: Item) -> bool:
    if item.type in _WHOLE or item.text("genre").lower() in _RELEASES:
        return True
    when = item.issued
    if item.type.startswith("entry") and when and when.period and when.period.start.day:
        return True
    return item.type in ("interview", "paper-conference") and not item.has(*EDITED, *PLACED)


def _year(when: When) -> str:
    period = when.period
    if period is None:
        return when.literal
    years = str(period.start.year)
    if period.is_open:
        years += "\u2013present"
    elif period.end and period.end.year != period.start.year:
        years += f"\u2013{period.end.year}"
    return f"ca. {years}" if when.circa else years


def _month_day(when: When) -> str:
    """Return month and day, of a range both ends: 'June 28-July 2', 'May 3-5'."""
    period = when.period
    if period is None or period.is_open:
        return ""
    if not period.start.month:
        return _SEASONS[when.season - 1] if 0 < when.season <= len(_SEASONS) else ""
    start, end = period.start, period.end
    if end is None or not end.month:
        return _day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{_day(start)}\u2013{end.day}" if start.day and end.day else _day(start)
    return f"{_day(start)}\u2013{_day(end)}"


def _day(date: PartialDate) -> str:
    month = MONTHS[date.month - 1]
    return f"{month} {date.day}" if date.day else month


def written_out(when: When) -> str:
    """Return a date in the order of a text: 'May 1, 2019' (APA 7, section 9.16)."""
    period = when.period
    if period is None:
        return when.literal
    if period.end is None:
        return _written(period.start)
    return _written_range(period)


def _written_range(period: Period) -> str:
    start, end = period.start, period.end
    if end is None or start.year != end.year or not start.month or not end.month:
        return f"{_written(start)}\u2013{_written(end)}" if end else _written(start)
    if start.month != end.month or not (start.day and end.day):
        return f"{_day(start)}\u2013{_written(end)}"
    return f"{_day(start)}\u2013{end.day}, {start.year}"


def _written(date: PartialDate) -> str:
    if not date.month:
        return str(date.year)
    month = MONTHS[date.month - 1]
    return f"{month} {date.day}, {date.year}" if date.day else f"{month} {date.year}"
