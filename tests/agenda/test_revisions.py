"""What changed from one version of a schedule to the next."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from generator.agenda.happening import Happening
from generator.agenda.history import Commit, History
from generator.agenda.revisions import (
    Change,
    ChangeKind,
    Revision,
    Times,
    compare,
    previous_start,
    revise,
)
from tests.agenda.happenings import ADA, SESSIONS, event, session

TALK = session("talk", "13:00", "13:30", room="A", title="An old title")


def commit(number: int) -> Commit:
    return Commit(f"c{number}", datetime(2026, 5, number, tzinfo=UTC))


def kinds(*changes: Change) -> list[tuple[ChangeKind, str]]:
    return [(one.kind, one.uid) for one in changes]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({}, []),
        ({"speakers": (ADA,), "description": "Another", "changes": 9}, []),
        ({"title": "A new title"}, [ChangeKind.RETITLED]),
        ({"room": "B"}, [ChangeKind.ROOM]),
        ({"end": TALK.end + timedelta(minutes=5)}, [ChangeKind.MOVED]),
        ({"start": TALK.start - timedelta(minutes=5)}, [ChangeKind.MOVED]),
        ({"cancelled": True}, [ChangeKind.CANCELLED]),
        ({"cancelled": True, "title": "A new title", "room": "B"}, [ChangeKind.CANCELLED]),
        (
            {"room": "B", "title": "A new title", "start": TALK.start - timedelta(minutes=5)},
            [ChangeKind.MOVED, ChangeKind.ROOM, ChangeKind.RETITLED],
        ),
    ],
)
def test_a_session_that_differs_has_changed(
    others: dict[str, Any], expected: list[ChangeKind]
) -> None:
    found = compare([event(), TALK], [event(), replace(TALK, **others)])
    assert kinds(*found) == [(kind, TALK.uid) for kind in expected]


def test_a_session_that_takes_place_after_all_is_restored() -> None:
    found = compare([replace(TALK, cancelled=True)], [replace(TALK, room="B")])
    assert [one.kind for one in found] == [ChangeKind.RESTORED, ChangeKind.ROOM]


def test_of_what_stays_cancelled_nothing_is_told() -> None:
    cancelled = replace(TALK, cancelled=True)
    assert compare([cancelled], [replace(cancelled, room="B", title="Another")]) == ()
    assert compare([cancelled], []) == ()
    assert compare([], [cancelled]) == ()


def test_sessions_come_and_go() -> None:
    other = session("other", "12:00", "12:30")
    assert kinds(*compare([event(), TALK], [event(), other])) == [
        (ChangeKind.ADDED, other.uid),
        (ChangeKind.REMOVED, TALK.uid),
    ]


def test_a_change_holds_times_and_rooms_of_both_sides_and_no_title() -> None:
    later = replace(
        TALK, start=TALK.start + timedelta(hours=1), end=TALK.end + timedelta(hours=1), room="B"
    )
    found = compare([TALK], [later])
    assert found[0] == Change(
        kind=ChangeKind.MOVED,
        uid=TALK.uid,
        what="Talk",
        before=Times(TALK.start, TALK.end),
        after=Times(later.start, later.end),
        room_before="A",
        room_after="B",
    )
    assert TALK.title not in repr(found)


def test_breaks_count_for_nothing() -> None:
    moved = [
        replace(one, start=one.start + timedelta(minutes=5)) if one.is_break else one
        for one in SESSIONS
    ]
    assert compare(SESSIONS, moved) == ()


def by(one: Happening, **delta: int) -> Happening:
    shift = timedelta(**delta)
    return replace(one, start=one.start + shift, end=one.end + shift)


def test_an_event_that_moves_as_a_whole_is_one_change() -> None:
    before = [event(), *SESSIONS]
    found = compare(before, [by(one, days=7) for one in before])
    assert kinds(*found) == [(ChangeKind.MOVED, event().uid)]


def test_a_session_that_moves_otherwise_than_its_event_is_a_change_too() -> None:
    before = [event(), TALK, session("other", "14:00", "14:30")]
    after = [by(before[0], days=7), by(before[1], days=7, minutes=30), by(before[2], days=7)]
    assert kinds(*compare(before, after)) == [
        (ChangeKind.MOVED, event().uid),
        (ChangeKind.MOVED, TALK.uid),
    ]


def test_a_longer_event_moves_no_session() -> None:
    longer = event(end=event().end + timedelta(hours=1))
    assert kinds(*compare([event(), TALK], [longer, TALK])) == [(ChangeKind.MOVED, event().uid)]


def test_an_event_that_gets_hours_has_moved() -> None:
    days = event(start=date(2026, 6, 11), end=date(2026, 6, 11))
    assert kinds(*compare([days], [event()])) == [(ChangeKind.MOVED, event().uid)]


def test_the_same_instant_in_another_zone_is_no_change() -> None:
    dublin = ZoneInfo("Europe/Dublin")
    there = session("talk", "19:00", "19:30", zone=dublin, room="A", title=TALK.title)
    assert compare([TALK], [there]) == ()


def test_revisions_come_newest_first_and_only_where_something_changed() -> None:
    renamed = replace(TALK, title="A new title")
    versions = [
        (commit(1), [TALK]),
        (commit(2), [replace(TALK, description="Another")]),
        (commit(3), [renamed]),
        (commit(4), [replace(renamed, room="B")]),
    ]
    found = revise(versions)
    assert [(one.commit, [change.kind for change in one.changes]) for one in found] == [
        (commit(4), [ChangeKind.ROOM]),
        (commit(3), [ChangeKind.RETITLED]),
    ]
    assert all(isinstance(one, Revision) for one in found)


@pytest.mark.parametrize("number", [0, 1])
def test_what_is_new_has_not_changed(number: int) -> None:
    assert revise([(commit(1), [TALK])][:number]) == ()


def test_the_start_before_the_last_move_is_known() -> None:
    first, second = by(TALK, hours=-2), by(TALK, hours=-1)
    versions = [(commit(1), [first]), (commit(2), [second]), (commit(3), [TALK])]
    assert previous_start(versions, TALK) == second.start
    assert previous_start(versions[2:], TALK) is None
    assert previous_start([], TALK) is None


def test_a_renamed_record_counts_the_changes_under_all_its_ids() -> None:
    history = History(
        touched={
            "events/new.yaml": (commit(4), commit(3)),
            "events/old.yaml": (commit(3), commit(1)),
            "events/other.yaml": (commit(2),),
        }
    )
    past = history.of("events", ("new", "old"))
    assert (past.changes, past.last) == (3, commit(4).when)
    assert history.of("events", ("unknown",)).changes == 0
