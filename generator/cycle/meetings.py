"""What is due of check-ins and other meetings: planned, held, and who was there."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import PurePosixPath

from generator.catalog import Catalog, Entry
from generator.cycle.calls import pairings_file
from generator.cycle.completion import STANDING, events_of, last_day
from generator.cycle.task import GRACE, Code, Task
from generator.cycle.wording import counted, named
from generator.records.cohort import Cohort
from generator.records.event import Event, EventKind
from generator.records.pairing import Pairing

_RECORD_WITHIN = timedelta(days=7)
_ASK_WITHIN = timedelta(days=14)


def tasks(catalog: Catalog, today: date) -> Iterator[Task]:
    """Yield what is due of meetings: planned, held, and attendance recorded."""
    for event in catalog.events.values():
        yield from _holding(event, today)
    for cohort in catalog.cohorts.values():
        yield from _planning(catalog, cohort, today)
        yield from _attendance(catalog, cohort, today)


def _holding(event: Entry[Event], today: date) -> Iterator[Task]:
    record = event.record
    if not record.cancelled and today <= last_day(record):
        yield Task(
            Code.HOLD_EVENT,
            max(record.date, today),
            f"Hold '{record.title}'" + (f" at {record.start:%H:%M}" if record.start else ""),
            f"time, place and link are in {event.path}{_announced(event)}",
            (event.id,),
        )


def _announced(event: Entry[Event]) -> str:
    """Return how people are told of a meeting, where there is a command for it."""
    if event.record.kind not in (EventKind.CHECK_IN, EventKind.SYMPOSIUM):
        return ""
    return f"; lrrt announce {event.record.kind} {event.id}"


def _planning(catalog: Catalog, cohort: Entry[Cohort], today: date) -> Iterator[Task]:
    planned = len(events_of(catalog, cohort.id, EventKind.CHECK_IN))
    asked = cohort.record.completion.check_ins
    if planned < asked and today <= cohort.record.end:
        folder = PurePosixPath(cohort.path).parent.parent / "events"
        yield Task(
            Code.PLAN_CHECK_INS,
            cohort.record.start,
            f"Plan the check-ins of the {cohort.record.title}: its rule asks for {asked}, and "
            f"{counted(planned, 'has a record', 'have a record')}",
            f"add events of kind check-in to {folder}/ (docs/guides/start-a-new-year.md)",
            (cohort.id,),
        )


def _attendance(catalog: Catalog, cohort: Entry[Cohort], today: date) -> Iterator[Task]:
    """Yield where attendance is to be recorded, and which pairs were missed last time.

    A check-in at which nobody is recorded has been forgotten. Where some are, the others were
    absent, which is worth a question until the next check-in or the end of the year.
    """
    pairings = catalog.pairings_of_cohort.get(cohort.id, ())
    standing = [entry for entry in pairings if entry.record.status in STANDING]
    held = [
        event
        for event in events_of(catalog, cohort.id, EventKind.CHECK_IN)
        if last_day(event.record) < today
    ]
    if not standing:
        return
    for event in held:
        there = [entry for entry in pairings if event.id in entry.record.check_ins]
        if not there:
            yield _forgotten(cohort, event)
        elif event is held[-1] and today <= cohort.record.end + GRACE:
            absent = [entry for entry in standing if event.id not in entry.record.check_ins]
            if absent:
                yield _absent(cohort, event, absent)


def _forgotten(cohort: Entry[Cohort], event: Entry[Event]) -> Task:
    return Task(
        Code.RECORD_ATTENDANCE,
        last_day(event.record) + _RECORD_WITHIN,
        f"Record who attended '{event.record.title}' of the {cohort.record.title}",
        f"add {event.id} to check_ins of every pair that was there, in {pairings_file(cohort)}",
        (event.id,),
    )


def _absent(cohort: Entry[Cohort], event: Entry[Event], absent: list[Entry[Pairing]]) -> Task:
    names = tuple(entry.record.id for entry in absent)
    them = "it" if len(names) == 1 else "them"
    return Task(
        Code.ASK_ABSENT,
        last_day(event.record) + _ASK_WITHIN,
        f"Ask after {counted(len(names), 'pair')} without a record of '{event.record.title}': "
        f"{named(names)}",
        f"write to {them}; or add {event.id} to check_ins in {pairings_file(cohort)}",
        (event.id, *(entry.id for entry in absent)),
    )
