"""Dates and times: in order, within their program year, and on a clock that shows them."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import dates, shape
from generator.records.cohort import Cohort
from generator.records.event import Event

_ORDER = ("call_opens", "call_closes", "pairs_announced", "start", "end")


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield the faults of dates and times."""
    for cohort in catalog.cohorts.values():
        yield from _year(cohort)
    for event in catalog.events.values():
        yield from _event(catalog, event)
    for pairing in catalog.pairings.values():
        year = catalog.cohorts.get(pairing.id.partition("/")[0])
        if pairing.record.ended and year:
            yield from _within(year, pairing.place("ended"), pairing.record.ended)


def _year(cohort: Entry[Cohort]) -> Iterator[Diagnostic]:
    for earlier, later in pairwise(_ORDER):
        first: date = getattr(cohort.record, earlier)
        second: date = getattr(cohort.record, later)
        if second < first:
            yield dates.DATES_OUT_OF_ORDER.at(
                cohort.place(later), f"{later} {second} is before {earlier} {first}"
            )


def _within(cohort: Entry[Cohort], place: Place, day: date) -> Iterator[Diagnostic]:
    first, last = cohort.record.call_opens, cohort.record.end
    if not first <= day <= last:
        yield dates.DATE_OUTSIDE_COHORT.at(
            place, f"{day} is outside the cohort '{cohort.id}', which runs from {first} to {last}"
        )


def _event(catalog: Catalog, entry: Entry[Event]) -> Iterator[Diagnostic]:
    event = entry.record
    cohort = catalog.cohorts.get(event.cohort or "")
    last = event.end_date or event.date
    if cohort:
        yield from _within(cohort, entry.place("date"), event.date)
        if event.end_date:
            yield from _within(cohort, entry.place("end_date"), event.end_date)
    if last < event.date:
        yield dates.DATES_OUT_OF_ORDER.at(
            entry.place("end_date"), f"end_date {last} is before date {event.date}"
        )
    if event.all_day:
        if event.start or event.end:
            yield shape.INVALID_VALUE.at(
                entry.place("all_day"),
                "an event with start and end is not one of all day",
                "delete 'all_day', or delete 'start' and 'end'",
            )
        return
    if not (event.start and event.end):
        missing = "neither start nor end"
        if event.start or event.end:
            missing = "no end" if event.start else "no start"
        yield dates.MISSING_TIME.at(
            entry.place("date"), f"the {event.kind} has a date, but {missing}"
        )
        return
    if last == event.date and event.end <= event.start:
        yield dates.DATES_OUT_OF_ORDER.at(
            entry.place("end"),
            f"end {event.end:%H:%M} is not after start {event.start:%H:%M}",
            "correct one of the two; for an event over midnight, add 'end_date'",
        )
    zone = ZoneInfo(catalog.zone_of(event))
    yield from _on_the_clock(entry, ("start",), event.date, event.start, zone)
    yield from _on_the_clock(entry, ("end",), last, event.end, zone)
    for position, session in enumerate(event.sessions):
        day = session.date or event.date
        steps = ("sessions", position)
        yield from _on_the_clock(entry, (*steps, "start"), day, session.start, zone)
        yield from _on_the_clock(entry, (*steps, "end"), day, session.end, zone)


def _on_the_clock(
    entry: Entry[Event], steps: Sequence[str | int], day: date, at: time, zone: ZoneInfo
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for a time that the zone's clock skips or shows twice (PEP 495)."""
    earlier = datetime.combine(day, at, zone)
    later = earlier.replace(fold=1)
    if earlier.utcoffset() == later.utcoffset():
        return
    there_and_back = earlier.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    if there_and_back != datetime.combine(day, at):
        yield dates.TIME_DOES_NOT_EXIST.at(
            entry.place(*steps), f"on {day} the clocks of {zone.key} never show {at:%H:%M}"
        )
    else:
        yield dates.TIME_EXISTS_TWICE.at(
            entry.place(*steps), f"on {day} the clocks of {zone.key} show {at:%H:%M} twice"
        )
