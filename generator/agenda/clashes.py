"""Why a schedule cannot be: somebody in two places, two things in one room, outside the event.

The same as the rules of `catalog.rules.events`, asked of a proposal that is in no file yet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from generator.agenda.happening import Happening, instant, length, order
from generator.diagnostics.suggestion import fold


class ClashKind(StrEnum):
    """What stands in the way."""

    ORDER = "order"
    OUTSIDE = "outside"
    ROOM = "room"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Clash:
    """Why a session cannot be where it is. ``with_uid`` is the one it clashes with, if any."""

    kind: ClashKind
    uid: str
    with_uid: str
    reason: str


def find_clashes(event: Happening, sessions: Iterable[Happening]) -> tuple[Clash, ...]:
    """Return every clash among the sessions of an event, in the order of time.

    Cancelled sessions clash with nothing. Breaks take no room unless they name one.
    """
    held = sorted((one for one in sessions if not one.cancelled), key=order)
    misplaced = [clash for one in held for clash in _misplaced(event, one)]
    wrong = {clash.uid for clash in misplaced}
    placed = [one for one in held if one.uid not in wrong]
    return (*misplaced, *_room_clashes(placed), *_person_clashes(placed))


def _misplaced(event: Happening, session: Happening) -> Iterator[Clash]:
    name = _named(session)
    if length(session) <= timedelta(0):
        reason = f"{name} ends at {_at(session.end)}, which is not after {_at(session.start)}"
        yield Clash(ClashKind.ORDER, session.uid, "", reason)
        return
    if event.is_all_day:
        first, last = session.start, session.end
        days = [one.date() if isinstance(one, datetime) else one for one in (first, last)]
        if days[0] < event.start or days[1] > event.end:
            reason = f"{name} is on {days[0]}, but the event from {event.start} to {event.end}"
            yield Clash(ClashKind.OUTSIDE, session.uid, "", reason)
        return
    if instant(session.start) < instant(event.start):
        reason = f"{name} begins at {_at(session.start)}, before the event at {_at(event.start)}"
        yield Clash(ClashKind.OUTSIDE, session.uid, "", reason)
    if instant(session.end) > instant(event.end):
        reason = f"{name} ends at {_at(session.end)}, after the event at {_at(event.end)}"
        yield Clash(ClashKind.OUTSIDE, session.uid, "", reason)


def _room_clashes(sessions: Sequence[Happening]) -> Iterator[Clash]:
    rooms: defaultdict[str, list[Happening]] = defaultdict(list)
    for session in sessions:
        if session.room or not session.is_break:
            rooms[fold(session.room)].append(session)
    for taken in rooms.values():
        room = taken[0].room
        what = f"the room '{room}'" if room else "the event's one room"
        for earlier, later in _overlapping(taken):
            reason = (
                f"{what} is taken by {_named(earlier)} until {_at(earlier.end)}, "
                f"but {_named(later)} begins there at {_at(later.start)}"
            )
            yield Clash(ClashKind.ROOM, later.uid, earlier.uid, reason)


def _person_clashes(sessions: Sequence[Happening]) -> Iterator[Clash]:
    busy: defaultdict[str, list[Happening]] = defaultdict(list)
    names: dict[str, str] = {}
    for session in sessions:
        for person in session.people:
            busy[person.key].append(session)
            names.setdefault(person.key, person.name)
    for key, taken in busy.items():
        for earlier, later in _overlapping(taken):
            reason = (
                f"{names[key]} is in {_named(earlier)} until {_at(earlier.end)}, "
                f"but {_named(later)} begins at {_at(later.start)}"
            )
            yield Clash(ClashKind.PERSON, later.uid, earlier.uid, reason)


def _overlapping(sessions: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Yield each session that begins before an earlier one has ended, with the longest of those."""
    longest = sessions[0]
    for session in sessions[1:]:
        if instant(session.start) < instant(longest.end):
            yield longest, session
        if instant(session.end) > instant(longest.end):
            longest = session


def _named(session: Happening) -> str:
    return f"'{session.title}'"


def _at(when: object) -> str:
    return f"{when:%Y-%m-%d %H:%M}" if isinstance(when, datetime) else str(when)
