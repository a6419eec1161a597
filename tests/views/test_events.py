"""Events and their schedules: in the order of time, on the clock of their zone."""

from pathlib import Path
from typing import Any

import pytest

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
