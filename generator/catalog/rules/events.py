"""Events and their sessions: inside their hours, one thing in a room, nobody in two places."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from generator.catalog.catalog import Catalog, people_of_session
from generator.catalog.entry import Entry
from generator.diagnostics import Diagnostic, Rule, fold
from generator.diagnostics.rules import dates, events, references
from generator.records.event import Event, Session, SessionKind


@dataclass(frozen=True, slots=True)
class _Slot:
    """A session at its time on the event's clock."""

    start: datetime
    end: datetime
    position: int
    session: Session


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield the faults of sessions."""
    for entry in catalog.events.values():
        yield from _ids(entry)
        slots = []
        for position, session in enumerate(entry.record.sessions):
            day = session.date or entry.record.date
            slot = _Slot(
                datetime.combine(day, session.start),
                datetime.combine(day, session.end),
                position,
                session,
            )
            faults = list(_hours(entry, slot))
            yield from faults
            if not faults and not session.cancelled:
                slots.append(slot)
        yield from _clashes(catalog, entry, slots)


def _ids(entry: Entry[Event]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for position, session in enumerate(entry.record.sessions):
        if session.id in seen:
            yield references.DUPLICATE_ID.at(
                entry.place("sessions", position, "id"),
                f"the id '{session.id}' is taken already in this event",
            )
        seen.add(session.id)


def _hours(entry: Entry[Event], slot: _Slot) -> Iterator[Diagnostic]:
    event = entry.record
    steps = ("sessions", slot.position)
    if slot.end <= slot.start:
        yield dates.DATES_OUT_OF_ORDER.at(
            entry.place(*steps, "end"),
            f"end {slot.end:%H:%M} is not after start {slot.start:%H:%M}",
        )
        return
    last = event.end_date or event.date
    if not event.date <= slot.start.date() <= last:
        yield events.SESSION_OUTSIDE_EVENT.at(
            entry.place(*steps, "date"),
            f"{slot.start.date()} is not a day of the event ({event.date} to {last})",
        )
    elif event.start and event.end:
        opens = datetime.combine(event.date, event.start)
        closes = datetime.combine(last, event.end)
        if slot.start < opens:
            yield events.SESSION_OUTSIDE_EVENT.at(
                entry.place(*steps, "start"),
                f"the session begins at {slot.start:%H:%M}, before the event does at {opens:%H:%M}",
            )
        if slot.end > closes:
            yield events.SESSION_OUTSIDE_EVENT.at(
                entry.place(*steps, "end"),
                f"the session ends at {slot.end:%H:%M}, after the event does at {closes:%H:%M}",
            )


def _clashes(catalog: Catalog, entry: Entry[Event], slots: list[_Slot]) -> Iterator[Diagnostic]:
    rooms: defaultdict[str, list[_Slot]] = defaultdict(list)
    people: defaultdict[str, list[_Slot]] = defaultdict(list)
    for slot in sorted(slots, key=lambda slot: (slot.start, slot.position)):
        if slot.session.room or slot.session.kind is not SessionKind.BREAK:
            rooms[fold(slot.session.room or "")].append(slot)
        for person in people_of_session(slot.session):
            people[person].append(slot)
    for taken in rooms.values():
        name = taken[0].session.room
        where = f"room '{name}'" if name else "the event's one room"
        yield from _overlaps(entry, taken, events.ROOM_CLASH, where)
    for person, taken in people.items():
        known = catalog.participants.get(person)
        who = known.record.name.full if known else person
        yield from _overlaps(entry, taken, events.PERSON_CLASH, who)


def _overlaps(
    entry: Entry[Event], slots: list[_Slot], rule: Rule, what: str
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each slot that begins before the one before it has ended."""
    longest = slots[0]
    for _, slot in pairwise(slots):
        if slot.start < longest.end:
            yield rule.at(
                entry.place("sessions", slot.position, "start"),
                f"{what} is taken until {longest.end:%H:%M} by session '{longest.session.id}'",
            )
        if slot.end > longest.end:
            longest = slot
