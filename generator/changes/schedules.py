"""What changes on the pages of events: when and where they are, and what is on their program."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.bibliography.plain import plain_title
from generator.changes.discretion import Discretion
from generator.changes.matching import match
from generator.changes.moving import hours_of, moved_by, moving, on_one_day, shift_of
from generator.changes.phrases import (
    TOLD,
    Fact,
    address_phrases,
    link_phrases,
    name_phrases,
    phrases,
    quoted,
    retitled,
    some,
)
from generator.changes.renames import Renames
from generator.changes.report import Section
from generator.views import Site
from generator.views.events import EventView, SessionView
from generator.views.wording import counted, from_to, listed

FACTS = {
    **dict.fromkeys(("id", "is_symposium", "day", "when", "zone", "zone_name", "days"), TOLD),
    **dict.fromkeys(("first_day", "last_day", "start_instant", "end_instant"), TOLD),
    **dict.fromkeys(("link", "recording", "cohort", "cancelled", "source", "aliases"), TOLD),
    "kind": Fact("the kind", str.lower),
    "title": TOLD,
    "place": Fact("the place", str),
    "summary": Fact("the summary"),
}
SESSION_FACTS = {
    **dict.fromkeys(("id", "anchor", "is_break", "day", "starts", "ends", "minutes"), TOLD),
    **dict.fromkeys(("start_instant", "end_instant", "speakers", "moderator", "links"), TOLD),
    **dict.fromkeys(("pairing", "outputs", "cancelled", "people"), TOLD),
    "kind": Fact("the kind", str.lower),
    "title": TOLD,
    "room": Fact("the room", str),
    "abstract": Fact("the abstract"),
}


def event_sections(
    before: Site, after: Site, discretion: Discretion, renames: Renames
) -> Iterator[Section]:
    """Yield which events come and go, then a section for each one that changes."""
    events = match(before.events, after.events)
    repeated = Counter(plain_title(event.title) for event in after.events)

    def heading(event: EventView) -> str:
        title = plain_title(event.title)
        return f"{title}, {event.day}" if repeated[title] > 1 else title

    lines = []
    if events.removed:
        told = [one for one in events.removed if discretion.may_repeat(one.title)]
        names = [f"{quoted(one.title)} ({one.when})" for one in told]
        names += ["an event"] * (len(events.removed) - len(told))
        lines.append(f"removes {_counted(names, 'events')}")
    if events.added:
        names = [f"{quoted(one.title)} ({one.when})" for one in events.added]
        lines.append(f"adds {_counted(names, 'events')}")
    yield Section("Events", tuple(lines))
    for event in events.added:
        if event.sessions:
            yield Section(heading(event), tuple(_new_sessions(event, event.sessions)))
    for old, new in events.changed:
        yield Section(heading(new), tuple(_changes(old, new, discretion, renames)))


def _counted(names: list[str], what: str) -> str:
    return some(names) if len(names) == 1 else f"{len(names):,} {what}: {some(names)}"


def _changes(
    old: EventView, new: EventView, discretion: Discretion, renames: Renames
) -> Iterator[str]:
    if new.cancelled != old.cancelled:
        yield (
            f"says that it is cancelled ({new.when})"
            if new.cancelled
            else (f"says that it takes place after all, {new.when}")
        )
    if on_one_day(old) and on_one_day(new):
        yield from moving("it", old, new, old.zone, new.zone)
    elif old.when != new.when:
        yield f"moves it {from_to(old.when, new.when)}"
    yield from address_phrases(old, new)
    yield from retitled(old.title, new.title, discretion)
    yield from phrases(old, new, FACTS)
    was, now = ([one for one in (event.link, event.recording) if one] for event in (old, new))
    yield from link_phrases(was, now)
    if (old.cohort and renames.since(old.cohort.address)) != (new.cohort and new.cohort.address):
        yield (
            f"says that it belongs to {new.cohort.label}"
            if new.cohort
            else ("no longer says which cohort it belongs to")
        )
    yield from _sessions(old, new, discretion, renames)


def _sessions(
    old: EventView, new: EventView, discretion: Discretion, renames: Renames
) -> Iterator[str]:
    """Yield what became of the sessions: what is gone, what is new, what is otherwise."""
    sessions = match(old.sessions, new.sessions)
    if sessions.removed:
        told = [one for one in sessions.removed if discretion.may_repeat(one.title)]
        names = [f"{quoted(one.title)} ({hours_of(one, old.zone)})" for one in told]
        names += [f"a {one.kind.lower()}" for one in sessions.removed if one not in told]
        yield f"removes {_counted(names, 'sessions')}"
    if sessions.added:
        yield from _new_sessions(new, sessions.added)
    yield from _moved_sessions(old, new, sessions.changed)
    for was, now in sessions.changed:
        said = [*retitled(was.title, now.title, discretion), *_session_changes(was, now, renames)]
        if said:
            yield f"{quoted(now.title)}: {listed(said)}"


def _new_sessions(event: EventView, sessions: Iterable[SessionView]) -> Iterator[str]:
    names = [f"{quoted(one.title)} ({hours_of(one, event.zone)})" for one in sessions]
    yield f"adds {_counted(names, 'sessions')}"


def _moved_sessions(
    old: EventView, new: EventView, changed: Iterable[tuple[SessionView, SessionView]]
) -> Iterator[str]:
    """Yield what is cancelled and what moves; those that move with their event are counted."""
    shift = shift_of(old, new)
    along = 0
    for was, now in changed:
        # What is cancelled as a whole is told of the event.
        if was.cancelled != now.cancelled and old.cancelled == new.cancelled:
            end = f"{quoted(now.title)} ({hours_of(now, new.zone)})"
            yield f"cancels {end}" if now.cancelled else f"puts {end} back on the program"
        if shift and moved_by(was, now) == shift:
            along += 1
        else:
            yield from moving(quoted(now.title), was, now, old.zone, new.zone)
    if along:
        yield f"moves {counted(along, 'session')} with it"


def _session_changes(old: SessionView, new: SessionView, renames: Renames) -> Iterator[str]:
    yield from phrases(old, new, SESSION_FACTS)
    yield from name_phrases(old.speakers, new.speakers, "speaker", renames)
    was, now = ((one.moderator,) if one.moderator else () for one in (old, new))
    yield from name_phrases(was, now, "moderator", renames)
    yield from link_phrases(old.links, new.links)
    if (old.pairing and renames.since(old.pairing.address)) != (
        new.pairing and new.pairing.address
    ):
        yield "is linked to a pair" if new.pairing else "is no longer linked to a pair"
