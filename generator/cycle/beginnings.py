"""What a new cohort or event most likely is, judged by those before it."""

import calendar
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from itertools import count

from generator.catalog import Catalog, Entry
from generator.records.cohort import Cohort
from generator.records.event import EventKind

STATIONS = ("call_opens", "call_closes", "pairs_announced", "start", "end")
"""The dates of a cohort, in the order in which they come."""

_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")
_WEEK = 7


def latest_cohort(catalog: Catalog) -> Entry[Cohort] | None:
    """Return the cohort that begins last."""
    return max(catalog.cohorts.values(), key=lambda entry: entry.record.start, default=None)


def next_dates(cohort: Cohort) -> Mapping[str, date]:
    """Return the dates of a cohort a year later: each on the same weekday, three days off at most.

    The last day of a month stays the last of its month.
    """
    return {station: a_year_later(getattr(cohort, station)) for station in STATIONS}


def a_year_later(day: date) -> date:
    """Return the day nearest to the same date a year later that is the same weekday."""
    year = day.year + 1
    last = calendar.monthrange(year, day.month)[1]
    if day.day == calendar.monthrange(day.year, day.month)[1]:
        return date(year, day.month, last)
    later = date(year, day.month, min(day.day, last))
    ahead = (day.weekday() - later.weekday()) % _WEEK
    return later + timedelta(ahead if ahead <= _WEEK // 2 else ahead - _WEEK)


def next_cohort_id(catalog: Catalog) -> str:
    """Return the id after the latest cohort's, where that is a year; else nothing."""
    latest = latest_cohort(catalog)
    if latest is None or not (latest.id.isascii() and latest.id.isdigit()):
        return ""
    return str(int(latest.id) + 1)


def cohort_title(catalog: Catalog, id_: str) -> str:
    """Return the title of a new cohort in the words of the latest."""
    latest = latest_cohort(catalog)
    if latest and latest.id in latest.record.title:
        return latest.record.title.replace(latest.id, id_)
    return f"Cohort of {id_}"


def event_title(catalog: Catalog, kind: EventKind, cohort: str) -> str:
    """Return the title that an event of a kind most likely has; nothing for a workshop."""
    before = sum(
        1 for entry in catalog.events_of_cohort.get(cohort, ()) if entry.record.kind is kind
    )
    year = catalog.cohorts.get(cohort)
    if kind is EventKind.CHECK_IN and before < len(_ORDINALS):
        return f"{_ORDINALS[before]} check-in"
    if kind is EventKind.SYMPOSIUM and year:
        return f"Symposium of the {year.record.title}"
    return "Information session" if kind is EventKind.INFORMATION_SESSION else ""


def event_id(catalog: Catalog, kind: EventKind, cohort: str, day: date, words: str) -> str:
    """Return a free id for an event: its year, and what it is.

    ``words`` is the title as an id, by which workshops are told apart. Check-ins are numbered
    within their cohort.
    """
    taken = taken_event_ids(catalog)
    if kind is EventKind.CHECK_IN and cohort:
        numbered = (f"{cohort}-{kind}-{number}" for number in count(1))
        return next(id_ for id_ in numbered if id_ not in taken)
    base = f"{day.year}-{words if kind is EventKind.WORKSHOP and words else kind}"
    return free(base, taken)


def taken_event_ids(catalog: Catalog) -> frozenset[str]:
    """Return the ids of all events, and earlier ones."""
    aliases = (alias for entry in catalog.events.values() for alias in entry.record.aliases)
    return frozenset((*catalog.events, *aliases))


def free(base: str, taken: Collection[str]) -> str:
    """Return an id that is not taken, numbered where the plain one is."""
    numbered = (f"{base}-{number}" if number > 1 else base for number in count(1))
    return next(id_ for id_ in numbered if id_ not in taken)
