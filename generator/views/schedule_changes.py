"""What changed in a published schedule, told in sentences.

They use titles as they are today, and of earlier rooms only those that today's schedule names too:
what a record said before may have been taken out because somebody asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from generator.agenda.happening import Happening, zone_of
from generator.agenda.revisions import Change, ChangeKind, Revision, Times
from generator.views.agenda import EventAgenda
from generator.views.wording import (
    clock,
    clock_range,
    counted,
    day,
    day_range,
    from_to,
    weekday,
    zone_label,
)


@dataclass(frozen=True, slots=True)
class RevisionView:
    """What changed at a time. ``id`` names it for good; ``when`` is its day in words."""

    id: str
    when: str
    instant: datetime
    title: str
    sentences: tuple[str, ...]


def schedule_changes(agenda: EventAgenda) -> tuple[RevisionView, ...]:
    """Return what changed in an event's schedule since it was first published, newest first."""
    today = {one.uid: one for one in (agenda.event, *agenda.sessions)}
    return tuple(_revision(one, today) for one in agenda.revisions)


def _revision(revision: Revision, today: Mapping[str, Happening]) -> RevisionView:
    rooms = frozenset(one.room for one in today.values())
    sentences = tuple(_sentence(one, today, rooms) for one in revision.changes)
    title = sentences[0] if len(sentences) == 1 else counted(len(sentences), "change")
    return RevisionView(
        id=revision.commit.name,
        when=day(revision.commit.when.date()),
        instant=revision.commit.when,
        title=title,
        sentences=sentences,
    )


def _sentence(change: Change, today: Mapping[str, Happening], rooms: frozenset[str]) -> str:
    name, before, after = _name(change, today), _times(change.before), _times(change.after)
    room = f", {change.room_after}" if change.room_after in rooms - {""} else ""
    sentences = {
        ChangeKind.ADDED: f"Added: {name}, {after}{room}",
        ChangeKind.MOVED: f"{name} moved {from_to(before, after)}",
        ChangeKind.ROOM: f"{name} {_rooms(change, rooms)}",
        ChangeKind.RETITLED: f"{name} has a new title",
        ChangeKind.CANCELLED: f"{name}, {before}, is cancelled",
        ChangeKind.RESTORED: f"{name} takes place after all, {after}",
        ChangeKind.REMOVED: f"{name}, {before}, is no longer on the program",
    }
    return f"{sentences[change.kind]}."


def _name(change: Change, today: Mapping[str, Happening]) -> str:
    known = today.get(change.uid)
    if known is not None:
        return f"“{known.title}”"
    return f"A session ({change.what.lower()})"


def _rooms(change: Change, rooms: frozenset[str]) -> str:
    before, after = (
        room if room in rooms else "" for room in (change.room_before, change.room_after)
    )
    if before and after:
        return f"moved from {before} to {after}"
    if after:
        return f"is now in {after}"
    return f"is no longer in {before}" if before else "has another room"


def _times(times: Times | None) -> str:
    """Return 'Monday, June 26, 2023, 2:30 to 3:30 pm CT', or only days."""
    if times is None:
        return ""
    start, end = times.start, times.end
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return weekday(start) if start == end else day_range(start, end)
    zone = zone_label(zone_of(start))
    if start.date() == end.date():
        return f"{weekday(start.date())}, {clock_range(start.time(), end.time())} {zone}"
    begins = f"{weekday(start.date())}, {clock(start.time())}"
    return f"{begins} to {weekday(end.date())}, {clock(end.time())} {zone}"
