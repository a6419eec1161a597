"""When the clocks of a time zone change, found by asking the zone itself (PEP 615)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_STEP = timedelta(hours=12)
"""Shorter than any time for which a zone has kept an offset."""

_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
"""Where looking back ends: whatever held then, held before as far as a calendar goes."""


@dataclass(frozen=True, slots=True)
class Observance:
    """What a zone's clocks show: their offset from UTC, how much of it is saving, their name."""

    offset: timedelta
    saving: timedelta
    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """A moment, in UTC, from which a zone's clocks show something else."""

    at: datetime
    before: Observance
    after: Observance

    @property
    def onset(self) -> datetime:
        """The moment on the clock as it was before: 02:00 for Chicago's change in spring."""
        return (self.at + self.before.offset).replace(tzinfo=None)


def observance(zone: str, at: datetime) -> Observance:
    """Return what a zone's clocks show at a moment."""
    local = at.astimezone(ZoneInfo(zone))
    offset, saving = local.utcoffset(), local.dst()
    return Observance(offset or timedelta(0), saving or timedelta(0), local.tzname() or "")


def changes(zone: str, first_year: int, last_year: int) -> tuple[Change, ...]:
    """Return every change of a zone's clocks in some years of UTC, in order.

    The first and the last year that there are have none: the moments around them cannot be told.
    """
    years = range(max(first_year, MINYEAR + 1), min(last_year, MAXYEAR - 1) + 1)
    return tuple(change for year in years for change in _changes_of_year(zone, year))


@lru_cache(maxsize=1024)
def _changes_of_year(zone: str, year: int) -> tuple[Change, ...]:
    start = datetime(year, 1, 1, tzinfo=UTC)
    return tuple(_changes(zone, start, datetime(year + 1, 1, 1, tzinfo=UTC)))


@lru_cache(maxsize=64)
def last_change(zone: str, before_year: int) -> Change | None:
    """Return the last change before a year; None where there was none from 1970 on."""
    end = datetime(max(before_year, MINYEAR), 1, 1, tzinfo=UTC)
    while end > _EARLIEST:
        start = max(_EARLIEST, end - timedelta(days=400))
        found = list(_changes(zone, start, end))
        if found:
            return found[-1]
        end = start
    return None


def _changes(zone: str, start: datetime, end: datetime) -> Iterator[Change]:
    """Yield the changes from ``start`` on and before ``end``."""
    at = start - timedelta(seconds=1)
    before = observance(zone, at)
    while at < end:
        then = min(at + _STEP, end)
        after = observance(zone, then)
        if after != before:
            moment = _moment(zone, at, then)
            if moment >= end:
                return
            after = observance(zone, moment)
            yield Change(moment, before, after)
            then = moment
        at, before = then, after


def _moment(zone: str, early: datetime, late: datetime) -> datetime:
    """Return the first second at which a zone's clocks show something else than at ``early``."""
    before = observance(zone, early)
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        if observance(zone, middle) == before:
            early = middle
        else:
            late = middle
    return late
