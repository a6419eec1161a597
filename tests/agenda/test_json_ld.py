"""Events for search engines, parsed back."""

import json
from datetime import date
from typing import Any

import pytest

from generator.agenda.happening import Happening, Reference
from generator.agenda.json_ld import event_json_ld
from tests.agenda.golden_files import golden
from tests.agenda.happenings import SESSIONS, at, event, session

ORGANIZER = {"name": "Library Research Round Table", "url": "https://example.org/lrrt"}


def values(*sessions: Happening, **of_event: Any) -> dict[str, Any]:
    return event_json_ld(event(**of_event), sessions, ORGANIZER, "en-US")


def test_a_symposium_is_written_as_it_was_looked_at() -> None:
    text = json.dumps(values(*SESSIONS), indent=1, ensure_ascii=False) + "\n"
    assert text == golden("symposium.json")


@pytest.mark.parametrize(
    ("of_event", "status", "previous"),
    [
        ({}, "EventScheduled", None),
        ({"cancelled": True}, "EventCancelled", None),
        (
            {"previous_start": at("2026-06-04 12:00")},
            "EventRescheduled",
            "2026-06-04T12:00:00-05:00",
        ),
        ({"previous_start": date(2026, 6, 4)}, "EventRescheduled", "2026-06-04"),
        ({"previous_start": at("2026-06-04 12:00"), "cancelled": True}, "EventCancelled", None),
    ],
)
def test_what_became_of_an_event_is_told(
    of_event: dict[str, Any], status: str, previous: str | None
) -> None:
    made = values(**of_event)
    assert made["eventStatus"] == f"https://schema.org/{status}"
    assert made.get("previousStartDate") == previous


@pytest.mark.parametrize(
    ("of_event", "mode", "location"),
    [
        (
            {},
            "Online",
            {"@type": "VirtualLocation", "url": "https://example.org/events/2026-symposium/"},
        ),
        (
            {"links": (Reference("Join", "https://example.org/join"),)},
            "Online",
            {"@type": "VirtualLocation", "url": "https://example.org/join"},
        ),
        (
            {"is_online": False, "place": "The Hall, Chicago, IL"},
            "Offline",
            {
                "@type": "Place",
                "name": "The Hall, Chicago, IL",
                "address": "The Hall, Chicago, IL",
            },
        ),
    ],
)
def test_an_event_is_online_or_at_a_place(
    of_event: dict[str, Any], mode: str, location: dict[str, str]
) -> None:
    made = values(**of_event)
    assert made["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert made["location"] == location


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (
            at("2026-01-11 12:00"),
            at("2026-01-11 13:00"),
            ("2026-01-11T12:00:00-06:00", "2026-01-11T13:00:00-06:00"),
        ),
        (
            at("2026-03-07 23:00"),
            at("2026-03-08 04:00"),
            ("2026-03-07T23:00:00-06:00", "2026-03-08T04:00:00-05:00"),
        ),
        (date(2026, 6, 11), date(2026, 6, 12), ("2026-06-11", "2026-06-12")),
    ],
)
def test_a_time_has_its_offset_and_a_day_has_none(
    start: Any, end: Any, expected: tuple[str, str]
) -> None:
    made = values(start=start, end=end)
    assert (made["startDate"], made["endDate"]) == expected


def test_a_session_of_a_cancelled_event_is_its_own() -> None:
    made = values(session("talk", "12:00", "13:00", cancelled=True))
    assert [one["eventStatus"] for one in made["subEvent"]] == ["https://schema.org/EventCancelled"]
