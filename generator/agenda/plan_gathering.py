"""An event's record as a problem of scheduling."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from math import gcd

from generator.agenda.plan_problem import Day, Item, Problem, Relation, Slot, Window, Wish
from generator.catalog import Catalog, Entry
from generator.catalog.catalog import participants_among
from generator.records.event import Event, Session
from generator.records.output import Contributor
from generator.records.planning import PlannedSession, Planning, Position, SessionKind

MINUTES: Mapping[SessionKind, int] = {
    SessionKind.TALK: 25,
    SessionKind.KEYNOTE: 45,
    SessionKind.PANEL: 45,
    SessionKind.WELCOME: 10,
    SessionKind.QUESTIONS: 20,
    SessionKind.BREAK: 10,
}
"""How long a session lasts that does not say so."""

_ALONE = frozenset((SessionKind.WELCOME, SessionKind.KEYNOTE, SessionKind.BREAK))
_LONGEST_STEP = 15
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Gathered:
    """A problem, with where each item stands in the record.

    Of each item there is its position among the event's sessions, or among the planned ones; the
    other is None.
    """

    problem: Problem
    published: tuple[int | None, ...]
    planned: tuple[int | None, ...]


def gather_problem(catalog: Catalog, entry: Entry[Event]) -> Gathered | str:
    """Return the problem that an event's record poses, or in a clause why it poses none."""
    event = entry.record
    if event.cancelled:
        return f"'{event.title}' is cancelled"
    if event.start is None or event.end is None:
        return f"'{event.title}' has no hours; add 'start' and 'end' to {entry.path}"
    planning = event.planning or Planning()
    days = _days(event.date, event.end_date or event.date, event.start, event.end)
    held = [(at, one) for at, one in enumerate(event.sessions) if not one.cancelled]
    rooms = _rooms(event, planning)
    usable = tuple(rooms.index(name) for name in planning.rooms) or tuple(range(len(rooms)))
    items = [
        *(_published(catalog, event, planning, one, (days, rooms, usable)) for _, one in held),
        *(_planned(catalog, one, (days, rooms, usable)) for one in planning.sessions),
    ]
    problem = Problem(
        days,
        rooms,
        tuple(items),
        _wishes(planning, items),
        _windows(planning, days),
        _step(days, items),
        planning.changeover,
        planning.break_every or 0,
        planning.break_minutes,
    )
    return Gathered(
        problem,
        (*(at for at, _ in held), *(None for _ in planning.sessions)),
        (*(None for _ in held), *range(len(planning.sessions))),
    )


def minutes_of(session: PlannedSession) -> int:
    """Return how long a planned session lasts."""
    return session.minutes or MINUTES[session.kind]


def _days(first: date, last: date, opens: time, closes: time) -> tuple[Day, ...]:
    """Return the days of an event, each with its hours.

    Where the end is no later in the day than the start, the event goes over midnight: only the
    first day begins at its start, and only the last one ends at its end.
    """
    begin, end = _minute(opens), _minute(closes)
    overnight = end <= begin
    days = []
    for number in range((last - first).days + 1):
        day = first + timedelta(number)
        from_ = begin if day == first or not overnight else 0
        # No session can end at midnight: that would be 00:00 of its own day.
        until = end if day == last or not overnight else _DAY - 1
        days.append(Day(day, from_, until))
    return tuple(days)


def _rooms(event: Event, planning: Planning) -> tuple[str, ...]:
    """Return the rooms of an event, those listed first; '' is the one that has no name."""
    named = [*planning.rooms]
    named += [
        one.room or "" for one in event.sessions if one.room or one.kind is not SessionKind.BREAK
    ]
    named += [one.room for one in planning.sessions if one.room]
    return tuple(dict.fromkeys(named)) or ("",)


_Where = tuple[tuple[Day, ...], tuple[str, ...], tuple[int, ...]]
"""The days, the rooms, and which of them sessions can be given."""


def _published(
    catalog: Catalog, event: Event, planning: Planning, session: Session, where: _Where
) -> Item:
    days, rooms, usable = where
    roomless = session.kind is SessionKind.BREAK and not session.room
    room = 0 if roomless else rooms.index(session.room or "")
    day = (session.date or event.date) - event.date
    start, end = _minute(session.start), _minute(session.end)
    fits = (
        0 <= day.days < len(days) and days[day.days].opens <= start < end <= days[day.days].closes
    )
    return Item(
        session.id,
        max(1, end - start),
        _people(catalog, session),
        (0,) if roomless else tuple(dict.fromkeys((*usable, room))),
        tuple(range(len(days))),
        published=Slot(day.days, start, room) if fits else None,
        was_published=True,
        fixed=session.id in planning.fixed,
        alone=session.kind in _ALONE,
        roomless=roomless,
        is_break=session.kind is SessionKind.BREAK,
    )


def _planned(catalog: Catalog, session: PlannedSession, where: _Where) -> Item:
    days, rooms, usable = where
    roomless = session.kind is SessionKind.BREAK and not session.room
    allowed = (rooms.index(session.room),) if session.room else usable
    return Item(
        session.id,
        minutes_of(session),
        _people(catalog, session),
        (0,) if roomless else allowed,
        tuple(number for number, day in enumerate(days) if session.date in (None, day.date)),
        alone=session.alone or session.kind in _ALONE,
        roomless=roomless,
        is_break=session.kind is SessionKind.BREAK,
    )


def _people(catalog: Catalog, session: Session | PlannedSession) -> frozenset[str]:
    """Return who has to be there: by id, or by name; of a pair's talk, whoever speaks in it.

    Where nobody is named, everybody in the pair has to be.
    """
    moderators = [session.moderator] if session.moderator else []
    named = [*session.speakers, *moderators]
    people = {*participants_among(named), *_names(named)}
    pairing = catalog.pairings.get(session.pairing or "")
    if pairing and not session.speakers:
        people |= {*pairing.record.mentors, *pairing.record.mentees}
    return frozenset(people)


def _names(contributors: Sequence[Contributor]) -> set[str]:
    return {one.name.full for one in contributors if one.name and not one.participant}


def _wishes(planning: Planning, items: Sequence[Item]) -> tuple[Wish, ...]:
    """Return wishes in the order of the record; those for sessions that are cancelled are met."""
    at = {item.id: position for position, item in enumerate(items)}
    found = []
    for wish in planning.wishes:
        if wish.session not in at:
            continue
        mine = at[wish.session]
        if wish.position:
            relation = Relation.FIRST if wish.position is Position.FIRST else Relation.LAST
            found.append(Wish(mine, relation, None, wish.required))
        for relation, name in (
            (Relation.AFTER, wish.after),
            (Relation.BEFORE, wish.before),
            (Relation.NEXT_TO, wish.next_to),
        ):
            if name in at and at[name] != mine:
                found.append(Wish(mine, relation, at[name], wish.required))
    return tuple(found)


def _windows(planning: Planning, days: Sequence[Day]) -> Mapping[str, tuple[Window, ...]]:
    found: dict[str, list[Window]] = {}
    for one in planning.availability:
        for number, day in enumerate(days):
            if one.date not in (None, day.date):
                continue
            opens = _minute(one.start) if one.start else day.opens
            closes = _minute(one.end) if one.end else day.closes
            window = Window(number, max(opens, day.opens), min(closes, day.closes))
            for person in filter(None, (one.participant, one.name)):
                found.setdefault(person, []).append(window)
    return {person: tuple(windows) for person, windows in found.items()}


def _step(days: Sequence[Day], items: Sequence[Item]) -> int:
    """Return the minutes of which all starts are multiples, from when a day opens.

    It divides every length and every published start; 15 minutes at the most.
    """
    step = 0
    for item in items:
        step = gcd(step, item.minutes)
        if item.published:
            step = gcd(step, item.published.minute - days[item.published.day].opens)
    if step <= _LONGEST_STEP:
        return step or _LONGEST_STEP
    return max(part for part in range(1, _LONGEST_STEP + 1) if step % part == 0)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
