"""What changes on the pages of events: when and where they are, and what is on their program."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from generator.bibliography.plain import plain_title
from generator.changes.discretion import Discretion
from generator.changes.matching import match
from generator.changes.people import renamed_people
from generator.changes.phrases import (
    NEW_ADDRESS,
    TOLD,
    Fact,
    link_phrases,
    name_phrases,
    phrases,
    quoted,
    retitled,
    some,
)
from generator.changes.report import Section
from generator.views import Site
from generator.views.events import EventView, SessionView
from generator.views.wording import clock_range, counted, listed, weekday

FACTS = {
    **dict.fromkeys(("id", "is_symposium", "day", "when", "zone", "zone_name", "days"), TOLD),
    **dict.fromkeys(("first_day", "last_day", "start_instant", "end_instant"), TOLD),
    **dict.fromkeys(("link", "recording", "cohort", "cancelled", "source", "aliases"), TOLD),
    "kind": Fact("what it is", str.lower),
    "title": TOLD,
    "place": Fact("the place", str),
    "summary": Fact("the summary"),
}
SESSION_FACTS = {
    **dict.fromkeys(("id", "anchor", "is_break", "day", "starts", "ends", "minutes"), TOLD),
    **dict.fromkeys(("start_instant", "end_instant", "speakers", "moderator", "links"), TOLD),
    **dict.fromkeys(("pairing", "outputs", "cancelled", "people"), TOLD),
    "kind": Fact("what it is", str.lower),
    "title": TOLD,
    "room": Fact("the room", str),
    "abstract": Fact("the abstract"),
}


def event_sections(before: Site, after: Site, discretion: Discretion) -> Iterator[Section]:
    """Yield which events come and go, then a section for each one that changes."""
    events = match(before.events, after.events)
    lines = []
    if events.removed:
        told = [one for one in events.removed if discretion.may_repeat(one.title)]
        names = [f"{quoted(one.title)}, {one.when}" for one in told]
        names += ["an event"] * (len(events.removed) - len(told))
        lines.append(f"removes {_counted(names)}")
    if events.added:
        lines.append(f"adds {_counted([f'{quoted(e.title)}, {e.when}' for e in events.added])}")
    yield Section("Events", tuple(lines))
    for event in events.added:
        if event.sessions:
            yield Section(plain_title(event.title), tuple(_new_sessions(event, event.sessions)))
    for old, new in events.changed:
        said = tuple(_changes(old, new, discretion, renamed_people(before, after)))
        yield Section(plain_title(new.title), said)


def _counted(names: list[str]) -> str:
    return f"{some(names)}" if len(names) == 1 else f"{len(names):,} events: {some(names)}"


def _changes(
    old: EventView, new: EventView, discretion: Discretion, renamed: frozenset[str]
) -> Iterator[str]:
    if new.cancelled != old.cancelled:
        yield (
            f"says that it is cancelled ({new.when})"
            if new.cancelled
            else (f"says that it takes place after all, {new.when}")
        )
    if old.when != new.when:
        yield f"moves it from {old.when} to {new.when}"
    elif old.zone_name != new.zone_name:
        yield f"reads its times on the clock of {new.zone}"
    if old.id != new.id:
        yield NEW_ADDRESS
    yield from retitled(old.title, new.title, discretion)
    yield from phrases(old, new, FACTS)
    was, now = ([one for one in (event.link, event.recording) if one] for event in (old, new))
    yield from link_phrases(was, now)
    if (old.cohort and old.cohort.address) != (new.cohort and new.cohort.address):
        yield (
            f"says that it belongs to {new.cohort.label}"
            if new.cohort
            else ("no longer says which cohort it belongs to")
        )
    yield from _sessions(old, new, discretion, renamed)


def _sessions(
    old: EventView, new: EventView, discretion: Discretion, renamed: frozenset[str]
) -> Iterator[str]:
    """Yield what became of the sessions: what is gone, what is new, what is otherwise."""
    sessions = match(old.sessions, new.sessions)
    if sessions.removed:
        told = [one for one in sessions.removed if discretion.may_repeat(one.title)]
        names = [f"{quoted(one.title)} ({_when(one, old.zone)})" for one in told]
        names += [f"a {one.kind.lower()}" for one in sessions.removed if one not in told]
        yield f"removes {_listed(names)}"
    if sessions.added:
        yield from _new_sessions(new, sessions.added)
    yield from _moved_sessions(old, new, sessions.changed)
    for was, now in sessions.changed:
        said = [*retitled(was.title, now.title, discretion), *_session_changes(was, now, renamed)]
        if said:
            yield f"{quoted(now.title)}: {listed(said)}"


def _new_sessions(event: EventView, sessions: Iterable[SessionView]) -> Iterator[str]:
    names = [f"{quoted(one.title)} ({_when(one, event.zone)})" for one in sessions]
    yield f"adds {_listed(names)}"


def _moved_sessions(
    old: EventView, new: EventView, changed: Iterable[tuple[SessionView, SessionView]]
) -> Iterator[str]:
    """Yield what is cancelled and what moves; those that move with their event are counted."""
    shift = _shift(old.start_instant, new.start_instant)
    along = 0
    for was, now in changed:
        # What is cancelled as a whole is told of the event.
        if was.cancelled != now.cancelled and old.cancelled == new.cancelled:
            end = f"{quoted(now.title)} ({_when(now, new.zone)})"
            yield f"cancels {end}" if now.cancelled else f"puts {end} back on the program"
        if shift and _moved_by(was, now) == shift:
            along += 1
        else:
            yield from _moving(was, now, old.zone, new.zone)
    if along:
        yield f"moves {counted(along, 'session')} with it"


def _listed(names: list[str]) -> str:
    return some(names) if len(names) == 1 else f"{len(names):,} sessions: {some(names)}"


def _moving(old: SessionView, new: SessionView, zone_before: str, zone: str) -> Iterator[str]:
    """Yield how a session moves, saying only what differs."""
    (was, until), (now, end) = _times(old), _times(new)
    if (was, until) == (now, end):
        return
    title = quoted(new.title)
    if was.date() != now.date() or zone_before != zone:
        yield f"moves {title} from {_when(old, zone_before)} to {_when(new, zone)}"
        return
    day = weekday(now.date())
    if end - now == until - was:
        yield f"moves {title} from {clock_range(was.time(), now.time())} {zone} on {day}"
        return
    before, after = (clock_range(a.time(), b.time()) for a, b in ((was, until), (now, end)))
    yield f"{title} now lasts from {after} {zone} on {day} (until now: {before})"


def _session_changes(old: SessionView, new: SessionView, renamed: frozenset[str]) -> Iterator[str]:
    yield from phrases(old, new, SESSION_FACTS)
    yield from name_phrases(old.speakers, new.speakers, "speaker", renamed)
    was, now = ((one.moderator,) if one.moderator else () for one in (old, new))
    yield from name_phrases(was, now, "moderator", renamed)
    yield from link_phrases(old.links, new.links)
    if (old.pairing and old.pairing.address) != (new.pairing and new.pairing.address):
        yield "is linked to a pair" if new.pairing else "is no longer linked to a pair"


def _when(session: SessionView, zone: str) -> str:
    start, end = _times(session)
    return f"{weekday(start.date())}, {clock_range(start.time(), end.time())} {zone}"


def _times(session: SessionView) -> tuple[datetime, datetime]:
    return (
        datetime.fromisoformat(session.start_instant),
        datetime.fromisoformat(session.end_instant),
    )


def _shift(before: str, after: str) -> timedelta | None:
    """Return by how much an event moved; None where it has no hours, or had none."""
    was, now = datetime.fromisoformat(before), datetime.fromisoformat(after)
    return now - was if was.tzinfo and now.tzinfo else None


def _moved_by(was: SessionView, now: SessionView) -> timedelta | None:
    """Return by how much a session moved as it was; None where it became longer or shorter."""
    start, end = (after - before for before, after in zip(_times(was), _times(now), strict=True))
    return start if start == end else None
