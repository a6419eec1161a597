"""What is due of a symposium: its record, its talks, and what is kept of it afterward."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import PurePosixPath

from generator.catalog import Catalog, Entry
from generator.cycle.completion import STANDING, events_of, last_day
from generator.cycle.task import Code, Task
from generator.cycle.wording import counted, named
from generator.records.cohort import Cohort
from generator.records.event import Event, EventKind, Session, SessionKind
from generator.records.planning import PlannedSession

_PLAN_BEFORE_END = timedelta(days=90)
_TALKS_BEFORE = timedelta(days=45)
_COMPLETE_BEFORE = timedelta(days=30)
_LAY_OUT_BEFORE = timedelta(days=30)
_ADD_WITHIN = timedelta(days=14)
_ASKED_FOR = timedelta(days=180)
"""How long slides and recordings are asked for; later, they rarely come."""

_SPOKEN = (SessionKind.TALK, SessionKind.KEYNOTE, SessionKind.PANEL)
_SHOWN = (SessionKind.TALK, SessionKind.KEYNOTE)


def tasks(catalog: Catalog, today: date) -> Iterator[Task]:
    """Yield what is due of symposia, and what is to be added after events."""
    for cohort in catalog.cohorts.values():
        symposia = events_of(catalog, cohort.id, EventKind.SYMPOSIUM)
        if cohort.record.completion.presentation and today <= cohort.record.end:
            if not symposia:
                yield _missing(cohort)
            else:
                yield from _talks(catalog, cohort, symposia[-1], today)
    for event in catalog.events.values():
        if event.record.cancelled:
            continue
        if today <= last_day(event.record):
            yield from _sessions(event)
        else:
            yield from _archive(event, today)


def pairs_without_talk(catalog: Catalog, cohort: str, symposium: Entry[Event]) -> tuple[str, ...]:
    """Return the standing pairs of a cohort that no session of a symposium names, by id."""
    planning = symposium.record.planning
    sessions: list[Session | PlannedSession] = [
        *(one for one in symposium.record.sessions if not one.cancelled),
        *(planning.sessions if planning else ()),
    ]
    named_there = {session.pairing for session in sessions}
    return tuple(
        entry.id
        for entry in catalog.pairings_of_cohort.get(cohort, ())
        if entry.record.status in STANDING and entry.id not in named_there
    )


def _missing(cohort: Entry[Cohort]) -> Task:
    folder = PurePosixPath(cohort.path).parent.parent / "events"
    return Task(
        Code.PLAN_SYMPOSIUM,
        cohort.record.end - _PLAN_BEFORE_END,
        f"Plan the symposium of the {cohort.record.title}: it has no record",
        f"add an event of kind symposium to {folder}/ (docs/guides/start-a-new-year.md)",
        (cohort.id,),
    )


def _talks(
    catalog: Catalog, cohort: Entry[Cohort], symposium: Entry[Event], today: date
) -> Iterator[Task]:
    without = pairs_without_talk(catalog, cohort.id, symposium)
    if without and today <= last_day(symposium.record):
        names = tuple(name.partition("/")[2] for name in without)
        yield Task(
            Code.ASK_FOR_TALK,
            symposium.record.date - _TALKS_BEFORE,
            f"Ask {counted(len(names), 'pair')} for a talk at '{symposium.record.title}': "
            f"{named(names)}",
            f"add it under planning.sessions in {symposium.path}, or under sessions with its time",
            (symposium.id, *without),
        )


def _sessions(event: Entry[Event]) -> Iterator[Task]:
    """Yield what the sessions of a coming event still lack, and whether some have no time."""
    due = event.record.date - _COMPLETE_BEFORE
    planned = event.record.planning.sessions if event.record.planning else ()
    lists: tuple[tuple[str, tuple[Session | PlannedSession, ...]], ...] = (
        ("sessions", event.record.sessions),
        ("planning.sessions", planned),
    )
    for where, sessions in lists:
        for session in sessions:
            lacks = _lacks(session)
            if lacks:
                yield Task(
                    Code.COMPLETE_SESSION,
                    due,
                    f"Ask for {named(lacks)} of session '{session.id}' of '{event.record.title}'",
                    f"add {named(lacks)} to it under {where} in {event.path}",
                    (f"{event.id}/{session.id}",),
                )
    if planned:
        names = tuple(session.id for session in planned)
        yield Task(
            Code.LAY_OUT_SCHEDULE,
            event.record.date - _LAY_OUT_BEFORE,
            f"Give {counted(len(names), 'session')} of '{event.record.title}' a time: "
            f"{named(names)}",
            f"lrrt schedule {event.id}",
            (event.id, *(f"{event.id}/{name}" for name in names)),
        )


def _lacks(session: Session | PlannedSession) -> tuple[str, ...]:
    if isinstance(session, Session) and session.cancelled:
        return ()
    lacks = [] if session.title else ["title"]
    if session.kind in _SPOKEN:
        if not (session.speakers or session.pairing):
            lacks.append("speakers")
        if not session.abstract:
            lacks.append("abstract")
    return tuple(lacks)


def _archive(event: Entry[Event], today: date) -> Iterator[Task]:
    record = event.record
    day = last_day(record)
    if today > day + _ASKED_FOR:
        return
    if record.kind is EventKind.SYMPOSIUM:
        for code, what, has in _KEPT:
            lacking = [one for one in record.sessions if _shown(one) and not has(one)]
            if lacking and not (what == "recording" and record.recording):
                yield _keep(event, code, what, tuple(one.id for one in lacking))
    elif record.kind is EventKind.INFORMATION_SESSION and not record.recording:
        yield Task(
            Code.ADD_RECORDING,
            day + _ADD_WITHIN,
            f"Add the recording of '{record.title}', if there is one",
            f"add 'recording' to {event.path}, if everybody heard in it agreed",
            (event.id,),
        )


def _keep(event: Entry[Event], code: Code, what: str, names: tuple[str, ...]) -> Task:
    agreed = ", if everybody heard in it agreed" if what == "recording" else ""
    return Task(
        code,
        last_day(event.record) + _ADD_WITHIN,
        f"Add the {what}{'s' if what == 'recording' and len(names) > 1 else ''} of "
        f"{counted(len(names), 'session')} of '{event.record.title}', if there are any: "
        f"{named(names)}",
        f"add '{what}' to each in {event.path}{agreed}",
        (event.id, *(f"{event.id}/{name}" for name in names)),
    )


def _shown(session: Session) -> bool:
    return session.kind in _SHOWN and not session.cancelled


_KEPT: tuple[tuple[Code, str, Callable[[Session], bool]], ...] = (
    (Code.ADD_SLIDES, "slides", lambda session: bool(session.slides)),
    (Code.ADD_RECORDING, "recording", lambda session: bool(session.recording)),
)
