"""When something is held, before and after, in the fewest words that say how it renames."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Protocol

from generator.views.wording import clock_range, weekday


class Held(Protocol):
    """Something with a beginning and an end, written as RFC 3339 has it; of all day, as days."""

    @property
    def start_instant(self) -> str:
        """When it begins."""

    @property
    def end_instant(self) -> str:
        """When it ends."""


def moving(what: str, old: Held, new: Held, zone_before: str, zone: str) -> Iterator[str]:
    """Yield how something with hours renames, saying only what differs. Zones are as people say."""
    (was, until), (now, end) = _times(old), _times(new)
    if zone_before == zone and (was, until) == (now, end):
        return
    if was.date() != now.date() or zone_before != zone:
        yield f"moves {what} from {hours_of(old, zone_before)} to {hours_of(new, zone)}"
        return
    day = weekday(now.date())
    if end - now == until - was:
        yield f"moves {what} from {clock_range(was.time(), now.time())} {zone} on {day}"
        return
    before, after = (clock_range(a.time(), b.time()) for a, b in ((was, until), (now, end)))
    yield f"{what} now lasts from {after} {zone} on {day} (until now: {before})"


def hours_of(held: Held, zone: str) -> str:
    """Return day and hours in words, as in 'Friday, June 12, 2026, noon to 1:00 pm CT'."""
    start, end = _times(held)
    return f"{weekday(start.date())}, {clock_range(start.time(), end.time())} {zone}"


def on_one_day(held: Held) -> bool:
    """Tell whether something has hours, all of one day."""
    start, end = _times(held)
    return start.tzinfo is not None and start.date() == end.date()


def shift_of(was: Held, now: Held) -> timedelta | None:
    """Return by how much the beginning moved; None where there are no hours, or were none."""
    (start, _), (then, _) = _times(was), _times(now)
    return then - start if start.tzinfo and then.tzinfo else None


def moved_by(was: Held, now: Held) -> timedelta | None:
    """Return by how much something moved as it was; None where it became longer or shorter."""
    start, end = (after - before for before, after in zip(_times(was), _times(now), strict=True))
    return start if start == end else None


def _times(held: Held) -> tuple[datetime, datetime]:
    return datetime.fromisoformat(held.start_instant), datetime.fromisoformat(held.end_instant)
