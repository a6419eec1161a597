"""What changed in a published schedule, from one version to the next.

A change holds no title and no name of the version before. Somebody may have asked since then to be
taken out of a title, so whoever tells of a change uses the words that are public today.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from generator.agenda.happening import Happening, When, instant, order
from generator.agenda.history import Commit


class ChangeKind(StrEnum):
    """What became of a part of the schedule."""

    ADDED = "added"
    MOVED = "moved"
    ROOM = "room"
    RETITLED = "retitled"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Times:
    """From when to when something lasts."""

    start: When
    end: When


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one happening. Times and rooms are those of before and after.

    ``what`` is its kind in a word, for what has no title any more.
    """

    kind: ChangeKind
    uid: str
    what: str
    before: Times | None = None
    after: Times | None = None
    room_before: str = ""
    room_after: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed with a commit."""

    commit: Commit
    changes: tuple[Change, ...]


def revise(versions: Sequence[tuple[Commit, Sequence[Happening]]]) -> tuple[Revision, ...]:
    """Return what changed from version to version, newest first.

    Versions come oldest first. The first one is no change, and versions that differ in nothing
    that a schedule shows are passed over.
    """
    found = (
        Revision(commit, compare(before, after))
        for (_, before), (commit, after) in pairwise(versions)
    )
    return tuple(reversed([one for one in found if one.changes]))


def previous_start(
    versions: Sequence[tuple[Commit, Sequence[Happening]]], happening: Happening
) -> When | None:
    """Return when a happening was to begin before it was moved last; None if it never was."""
    for _, version in reversed(versions):
        for one in version:
            if one.uid == happening.uid and instant(one.start) != instant(happening.start):
                return one.start
    return None


def compare(before: Iterable[Happening], after: Iterable[Happening]) -> tuple[Change, ...]:
    """Return what changed between two versions, by uid: in the order of time, removals last.

    Breaks count for nothing. Where an event moves as a whole, its sessions are not told of one by
    one.
    """
    old = {one.uid: one for one in before if not one.is_break}
    new = {one.uid: one for one in after if not one.is_break}
    shifts = _shifts(old, new)
    found: list[Change] = []
    for one in sorted(new.values(), key=order):
        if one.uid not in old:
            if not one.cancelled:
                found.append(_change(ChangeKind.ADDED, None, one))
            continue
        found += _differences(old[one.uid], one, shifts.get(one.parent))
    gone = sorted((one for uid, one in old.items() if uid not in new), key=order)
    found += [_change(ChangeKind.REMOVED, one, None) for one in gone if not one.cancelled]
    return tuple(found)


def _differences(before: Happening, after: Happening, shift: timedelta | None) -> Iterator[Change]:
    """Yield how two versions of a happening differ.

    ``shift`` is by how much its event moved. Of what is cancelled, and was, nothing is told.
    """
    if before.cancelled and after.cancelled:
        return
    if before.cancelled != after.cancelled:
        kind = ChangeKind.CANCELLED if after.cancelled else ChangeKind.RESTORED
        yield _change(kind, before, after)
        if after.cancelled:
            return
    came_along = shift is not None and _shift(before, after) == shift
    if _is_moved(before, after) and not came_along:
        yield _change(ChangeKind.MOVED, before, after)
    if before.room != after.room:
        yield _change(ChangeKind.ROOM, before, after)
    if before.title != after.title:
        yield _change(ChangeKind.RETITLED, before, after)


def _is_moved(before: Happening, after: Happening) -> bool:
    return _span(before) != _span(after) or before.is_all_day != after.is_all_day


def _span(happening: Happening) -> tuple[datetime, datetime]:
    return (instant(happening.start), instant(happening.end))


def _shift(before: Happening, after: Happening) -> timedelta | None:
    """Return by how much a happening moved; None where it became longer or shorter too."""
    start = instant(after.start) - instant(before.start)
    return start if start == instant(after.end) - instant(before.end) else None


def _shifts(
    old: Mapping[str, Happening], new: Mapping[str, Happening]
) -> Mapping[str, timedelta | None]:
    """Return by how much each happening moved that moved as it was."""
    both = ((uid, old[uid], new[uid]) for uid in old.keys() & new.keys())
    return {
        uid: _shift(before, after)
        for uid, before, after in both
        if _is_moved(before, after) and _shift(before, after) is not None
    }


def _change(kind: ChangeKind, before: Happening | None, after: Happening | None) -> Change:
    one = after or before
    if one is None:
        message = "a change is one of something"
        raise ValueError(message)
    return Change(
        kind=kind,
        uid=one.uid,
        what=one.kind,
        before=Times(before.start, before.end) if before else None,
        after=Times(after.start, after.end) if after else None,
        room_before=before.room if before else "",
        room_after=after.room if after else "",
    )
