"""A schedule that cannot be says why, in words."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.agenda.clashes import ClashKind, find_clashes
from generator.agenda.happening import Attendee, Happening
from tests.agenda.happenings import ADA, BEN, SESSIONS, at, event, session


def clashes(*sessions: Happening, **of_event: Any) -> list[tuple[ClashKind, str]]:
    return [(one.kind, one.reason) for one in find_clashes(event(**of_event), sessions)]


def test_a_schedule_that_can_be_has_no_clash() -> None:
    assert clashes(*SESSIONS) == []


def test_nobody_can_be_in_two_places() -> None:
    found = find_clashes(
        event(),
        [
            session("one", "12:00", "13:00", room="A", speakers=(ADA, BEN)),
            session("two", "12:30", "13:30", room="B", moderators=(ADA,)),
        ],
    )
    assert [(one.kind, one.reason) for one in found] == [
        (
            ClashKind.PERSON,
            "Ada Makebright is in 'One' until 2026-06-11 13:00, but 'Two' begins at 2026-06-11 12:30",
        )
    ]
    assert [(one.uid, one.with_uid) for one in found] == [
        (session("two", "12:00", "13:00").uid, session("one", "12:00", "13:00").uid)
    ]


def test_two_people_of_one_name_are_two() -> None:
    namesake = Attendee(ADA.name, "another-ada")
    sessions = (
        session("one", "12:00", "13:00", room="A", speakers=(ADA,)),
        session("two", "12:00", "13:00", room="B", speakers=(namesake,)),
    )
    assert clashes(*sessions) == []


def test_who_speaks_and_moderates_is_in_one_place() -> None:
    assert clashes(session("one", "12:00", "13:00", speakers=(ADA,), moderators=(ADA,))) == []


def test_one_thing_is_in_a_room_at_a_time() -> None:
    found = clashes(
        session("long", "12:00", "14:00", room="Main room"),
        session("short", "12:15", "12:30", room="main  Room"),
        session("late", "13:45", "14:15", room="Main room"),
        session("after", "14:15", "14:30", room="Main room"),
    )
    words = (
        "the room 'Main room' is taken by 'Long' until 2026-06-11 14:00, "
        "but '{}' begins there at 2026-06-11 {}"
    )
    assert found == [
        (ClashKind.ROOM, words.format("Short", "12:15")),
        (ClashKind.ROOM, words.format("Late", "13:45")),
    ]


def test_sessions_without_a_room_share_the_one_there_is() -> None:
    found = clashes(session("one", "12:00", "13:00"), session("two", "12:30", "13:30"))
    reason = (
        "the event's one room is taken by 'One' until 2026-06-11 13:00, "
        "but 'Two' begins there at 2026-06-11 12:30"
    )
    assert found == [(ClashKind.ROOM, reason)]


def test_a_break_takes_no_room_unless_it_names_one() -> None:
    talk = session("talk", "12:00", "13:00", room="A")
    assert clashes(talk, session("break", "12:30", "12:45", is_break=True)) == []
    in_a = session("break", "12:30", "12:45", is_break=True, room="A")
    assert [kind for kind, _ in clashes(talk, in_a)] == [ClashKind.ROOM]


def test_what_is_cancelled_clashes_with_nothing() -> None:
    one = session("one", "12:00", "13:00", speakers=(ADA,))
    assert clashes(one, session("two", "12:00", "13:00", speakers=(ADA,), cancelled=True)) == []


def test_sessions_one_after_the_other_do_not_clash() -> None:
    one = session("one", "12:00", "13:00", speakers=(ADA,), room="A")
    assert clashes(one, session("two", "13:00", "14:00", speakers=(ADA,), room="A")) == []


@pytest.mark.parametrize(
    ("start", "end", "kind", "reason"),
    [
        (
            "11:30",
            "12:30",
            ClashKind.OUTSIDE,
            "'Talk' begins at 2026-06-11 11:30, before the event at 2026-06-11 12:00",
        ),
        (
            "15:30",
            "16:05",
            ClashKind.OUTSIDE,
            "'Talk' ends at 2026-06-11 16:05, after the event at 2026-06-11 16:00",
        ),
        (
            "13:00",
            "13:00",
            ClashKind.ORDER,
            "'Talk' ends at 2026-06-11 13:00, which is not after 2026-06-11 13:00",
        ),
    ],
)
def test_a_session_is_within_its_event(start: str, end: str, kind: ClashKind, reason: str) -> None:
    assert clashes(session("talk", start, end)) == [(kind, reason)]


def test_a_session_is_on_a_day_of_an_event_of_whole_days() -> None:
    days = {"start": date(2026, 6, 10), "end": date(2026, 6, 11)}
    assert clashes(session("talk", "12:00", "13:00"), **days) == []
    assert clashes(session("talk", "2026-06-12 12:00", "2026-06-12 13:00"), **days) == [
        (ClashKind.OUTSIDE, "'Talk' is on 2026-06-12, but the event from 2026-06-10 to 2026-06-11")
    ]


def test_what_is_misplaced_is_told_of_once() -> None:
    found = clashes(
        session("early", "11:00", "12:30", speakers=(ADA,)),
        session("talk", "12:00", "13:00", speakers=(ADA,)),
    )
    assert [kind for kind, _ in found] == [ClashKind.OUTSIDE]


def test_an_hour_that_is_shown_twice_is_two_hours() -> None:
    """The first talk ends at the second 1:15, after the other has begun at the first 1:45."""
    end = at("2026-11-01 01:15").replace(fold=1)
    found = clashes(
        replace(session("first", "2026-11-01 00:30", "2026-11-01 01:00"), end=end),
        session("second", "2026-11-01 01:45", "2026-11-01 03:00"),
        start=at("2026-10-31 22:00"),
        end=at("2026-11-01 04:00"),
    )
    assert [kind for kind, _ in found] == [ClashKind.ROOM]
