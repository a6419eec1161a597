"""Events and their schedules: in the order of time, on the clock of their zone."""

from pathlib import Path
from typing import Any

import pytest

from generator.views.events import EventView
from tests.views.sites import Records, records, site_of


def with_event(**event: Any) -> Records:
    program = records()
    del program["events/symposium.yaml"]
    del program["outputs/output.yaml"]
    whole = {"kind": "workshop", "title": "A workshop", "date": "2026-06-11", **event}
    program["events/event.yaml"] = {key: value for key, value in whole.items() if value}
    return program


def session(id_: str, start: str, end: str, **others: str) -> dict[str, str]:
    return {"id": id_, "kind": "talk", "title": id_, "start": start, "end": end, **others}


@pytest.mark.parametrize(
    ("event", "when", "start", "end"),
    [
        (
            {"start": "14:30", "end": "15:30"},
            "Thursday, June 11, 2026, 2:30 to 3:30 pm CT",
            "2026-06-11T14:30-05:00",
            "2026-06-11T15:30-05:00",
        ),
        (
            {"start": "14:30", "end": "15:30", "time_zone": "Europe/Dublin"},
            "Thursday, June 11, 2026, 2:30 to 3:30 pm Dublin time",
            "2026-06-11T14:30+01:00",
            "2026-06-11T15:30+01:00",
        ),
        ({"all_day": "true"}, "Thursday, June 11, 2026", "2026-06-11", "2026-06-11"),
        (
            {"start": "09:00", "end": "17:00", "end_date": "2026-06-12"},
            "Thursday, June 11, 2026, 9:00 am to Friday, June 12, 2026, 5:00 pm CT",
            "2026-06-11T09:00-05:00",
            "2026-06-12T17:00-05:00",
        ),
    ],
)
def test_an_event_says_when_it_is(
    tmp_path: Path, event: dict[str, str], when: str, start: str, end: str
) -> None:
    made = next(one for one in site_of(tmp_path, with_event(**event)).events if one.id == "event")
    assert (made.when, made.start_instant, made.end_instant) == (when, start, end)


def test_sessions_stand_by_day_time_and_room(tmp_path: Path) -> None:
    program = with_event(
        start="09:00",
        end="17:00",
        end_date="2026-06-12",
        sessions=[
            session("last", "09:00", "10:00", date="2026-06-12"),
            session("third", "10:00", "11:00", room="Room B"),
            session("second", "10:00", "10:30", room="Room A"),
            session("first", "09:00", "09:20"),
        ],
    )
    made = next(one for one in site_of(tmp_path, program).events if one.id == "event")
    assert [(day, [one.id for one in of_day]) for day, of_day in made.days] == [
        ("Thursday, June 11, 2026", ["event/first", "event/second", "event/third"]),
        ("Friday, June 12, 2026", ["event/last"]),
    ]
    assert [one.minutes for one in made.sessions] == [20, 30, 60, 60]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, "Online"),
        ({"name": "The Hall"}, "The Hall"),
        ({"name": "The Hall", "city": "Chicago, IL"}, "The Hall, Chicago, IL"),
    ],
)
def test_an_event_without_a_place_is_online(
    tmp_path: Path, place: dict[str, str] | None, words: str
) -> None:
    program = with_event(all_day="true", place=place)
    made = next(one for one in site_of(tmp_path, program).events if one.id == "event")
    assert made.place == words


def event_of(folder: Path, **event: Any) -> EventView:
    return next(one for one in site_of(folder, with_event(**event)).events if one.id == "event")


def test_a_session_is_as_long_as_it_takes_when_clocks_are_changed(tmp_path: Path) -> None:
    made = event_of(
        tmp_path,
        date="2027-03-14",
        start="00:00",
        end="05:00",
        sessions=[session("night", "01:00", "04:00")],
    )
    (night,) = made.sessions
    assert (night.minutes, night.starts, night.ends) == (120, "1:00", "4:00 am")


def test_sessions_of_an_event_that_is_cancelled_are(tmp_path: Path) -> None:
    sessions = [session("one", "12:00", "12:30")]
    made = event_of(tmp_path, start="12:00", end="13:00", cancelled="true", sessions=sessions)
    assert [one.cancelled for one in made.sessions] == [True]


@pytest.mark.parametrize(
    ("rooms", "expected"), [((), False), (("A", "A"), False), (("A", "B"), True), (("A",), False)]
)
def test_rooms_are_told_apart_where_there_are_several(
    tmp_path: Path, rooms: tuple[str, ...], *, expected: bool
) -> None:
    sessions = [
        session(f"s{hour}", f"{hour}:00", f"{hour}:30", room=room)
        for hour, room in enumerate(rooms, 12)
    ]
    made = event_of(tmp_path, start="12:00", end="18:00", sessions=sessions)
    assert made.has_rooms is expected


def test_what_is_kept_of_an_event_is_its_recordings_and_slides(tmp_path: Path) -> None:
    web = "https://example.org/"
    sessions = [
        session("none", "12:00", "12:30", link=f"{web}join"),
        session("both", "12:30", "13:00", slides=f"{web}s", recording=f"{web}r"),
        session("slides", "13:00", "13:30", slides=f"{web}s", link=f"{web}join"),
        session("off", "13:30", "14:00", slides=f"{web}s", cancelled="true"),
    ]
    made = event_of(tmp_path, start="12:00", end="18:00", sessions=sessions)
    assert [(one.anchor, [link.label for link in one.kept]) for one in made.archive] == [
        ("both", ["Recording", "Slides"]),
        ("slides", ["Slides"]),
    ]
    assert [[link.label for link in one.joining] for one in made.sessions] == [
        ["Join"],
        [],
        ["Join"],
        [],
    ]
    assert made.kept_words == "1 recording and 2 sets of slides"


def test_a_calendar_has_events_and_sessions_but_no_breaks(tmp_path: Path) -> None:
    sessions = [
        session("talk", "12:00", "12:30"),
        session("rest", "12:30", "13:00", kind="break"),
    ]
    made = event_of(tmp_path, start="12:00", end="18:00", sessions=sessions)
    assert made.calendar == "events/event/event.ics"
    assert [one.calendar for one in made.sessions] == ["events/event/talk.ics", ""]


def test_events_of_a_day_stand_by_the_moment_at_which_they_begin(tmp_path: Path) -> None:
    program = with_event(start="09:00", end="10:00")
    dublin = {"start": "13:00", "end": "14:00", "time_zone": "Europe/Dublin"}
    usual = {"kind": "workshop", "title": "Another", "date": "2026-06-11"}
    program["events/dublin.yaml"] = {**usual, **dublin}
    program["events/whole.yaml"] = {**usual, "all_day": "true"}
    made = [one.id for one in site_of(tmp_path, program).events]
    assert [one for one in made if one != "check-in"] == ["whole", "dublin", "event"]
