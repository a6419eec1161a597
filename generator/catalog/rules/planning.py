"""What a schedule is laid out by: every session named is there, and has an id of its own."""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry
from generator.diagnostics import Diagnostic, did_you_mean
from generator.diagnostics.rules import events, references
from generator.records.event import Event
from generator.records.planning import Planning

_RELATIONS = ("session", "after", "before", "next_to")


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield the faults of what events are planned by."""
    for entry in catalog.events.values():
        if entry.record.planning:
            yield from _ids(entry, entry.record.planning)
            yield from _named(entry, entry.record.planning)
            yield from _days(entry, entry.record.planning)


def _ids(entry: Entry[Event], planning: Planning) -> Iterator[Diagnostic]:
    taken = {session.id for session in entry.record.sessions}
    for position, session in enumerate(planning.sessions):
        if session.id in taken:
            yield references.DUPLICATE_ID.at(
                entry.place("planning", "sessions", position, "id"),
                f"the id '{session.id}' is taken already in this event",
            )
        taken.add(session.id)


def _named(entry: Entry[Event], planning: Planning) -> Iterator[Diagnostic]:
    published = frozenset(session.id for session in entry.record.sessions)
    known = published | {session.id for session in planning.sessions}
    for position, name in enumerate(planning.fixed):
        if name not in published:
            help_ = did_you_mean(name, published, "only a session that has a time can keep it")
            yield references.UNKNOWN_SESSION.at(
                entry.place("planning", "fixed", position),
                f"no session '{name}' with a time in this event",
                help_,
            )
    for position, wish in enumerate(planning.wishes):
        for relation in _RELATIONS:
            name = getattr(wish, relation)
            place = entry.place("planning", "wishes", position, relation)
            if name and name not in known:
                help_ = did_you_mean(name, known, "name a session of this event by its id")
                yield references.UNKNOWN_SESSION.at(
                    place, f"no session '{name}' in this event", help_
                )
            elif name == wish.session and relation != "session":
                yield events.WISH_FOR_ITSELF.at(place, f"'{name}' cannot stand {_words(relation)}")


def _words(relation: str) -> str:
    return f"{relation.replace('_', ' ')} itself"


def _days(entry: Entry[Event], planning: Planning) -> Iterator[Diagnostic]:
    first, last = entry.record.date, entry.record.end_date or entry.record.date
    for part in ("sessions", "availability"):
        for position, one in enumerate(getattr(planning, part)):
            if one.date and not first <= one.date <= last:
                yield events.SESSION_OUTSIDE_EVENT.at(
                    entry.place("planning", part, position, "date"),
                    f"{one.date} is not a day of the event ({first} to {last})",
                )
