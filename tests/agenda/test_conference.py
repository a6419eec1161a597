"""Schedules for conference apps: of the structure they want, and read to the same moments."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.agenda.conference import Conference, conference
from generator.agenda.happening import Attendee, Happening, Reference, length
from generator.agenda.schedule_json import schedule_json
from generator.agenda.schedule_xml import schedule_xml
from tests.agenda.apps import dates, event_fahrplan, giggity, parsed
from tests.agenda.golden_files import golden
from tests.agenda.happenings import ADA, BEN, SESSIONS, event, session

SCHEMAS = Path(__file__).with_name("schemas")
XSD = xmlschema.XMLSchema(SCHEMAS / "schedule.xsd")
JSON = Draft202012Validator(json.loads((SCHEMAS / "schedule.json").read_text("utf-8")))

NIGHT = (
    session("evening", "2026-06-11 20:00", "2026-06-11 21:00"),
    session("midnight", "2026-06-12 00:15", "2026-06-12 01:00"),
    session("small-hours", "2026-06-12 05:45", "2026-06-12 06:15"),
    session("breakfast", "2026-06-12 06:00", "2026-06-12 06:30", room="Kitchen"),
    session("noon", "2026-06-12 12:00", "2026-06-12 13:00"),
)
OVER_A_CHANGE = (
    session("before", "2026-10-31 23:00", "2026-11-01 00:30"),
    session("over", "2026-11-01 00:30", "2026-11-01 03:00"),
    session("after", "2026-11-01 14:00", "2026-11-01 15:00"),
)
ELSEWHERE = (
    session("morning", "09:00", "09:45", zone=ZoneInfo("Asia/Kolkata"), room="A"),
    session("later", "10:00", "10:50", zone=ZoneInfo("Asia/Kolkata"), room="B"),
)


def laid_out(*sessions: Happening, **of_event: Any) -> Conference:
    made = conference(event(**of_event), sessions, "en-US", "https://example.org/")
    assert made is not None
    return made


def faults(schedule: Conference) -> list[str]:
    """What the two schemas have to say."""
    of_xml = [str(one.reason) for one in XSD.iter_errors(schedule_xml(schedule))]
    of_json = [one.message for one in JSON.iter_errors(json.loads(schedule_json(schedule)))]
    return of_xml + of_json


@pytest.mark.parametrize("sessions", [SESSIONS, NIGHT, OVER_A_CHANGE, ELSEWHERE])
def test_a_schedule_has_the_structure_that_is_wanted(sessions: tuple[Happening, ...]) -> None:
    assert faults(laid_out(*sessions)) == []


@pytest.mark.parametrize("sessions", [SESSIONS, NIGHT, OVER_A_CHANGE, ELSEWHERE])
def test_each_app_reads_every_session_at_its_time(sessions: tuple[Happening, ...]) -> None:
    schedule = schedule_xml(laid_out(*sessions))
    held = [one for one in sessions if not (one.cancelled or one.is_break)]
    expected = {
        one.uid: (one.start.replace(tzinfo=None), length(one))
        for one in held
        if isinstance(one.start, datetime)
    }
    assert giggity(schedule) == expected
    assert event_fahrplan(schedule) == expected
    assert dates(schedule) == {one.uid: one.start for one in held}


def test_days_last_from_six_to_six_with_the_offset_of_each() -> None:
    days = parsed(schedule_xml(laid_out(*OVER_A_CHANGE))).findall("day")
    assert [one.attrib for one in days] == [
        {
            "index": "1",
            "date": "2026-10-31",
            "start": "2026-10-31T06:00:00-05:00",
            "end": "2026-11-01T06:00:00-06:00",
        },
        {
            "index": "2",
            "date": "2026-11-01",
            "start": "2026-11-01T06:00:00-06:00",
            "end": "2026-11-02T06:00:00-06:00",
        },
    ]


def test_a_night_belongs_to_the_day_before() -> None:
    days = laid_out(*NIGHT).days
    assert [
        (day.date, {room.name: [one.happening.name for one in room.sessions] for room in day.rooms})
        for day in days
    ] == [
        (date(2026, 6, 11), {"Online": ["evening", "midnight", "small-hours"]}),
        (date(2026, 6, 12), {"Kitchen": ["breakfast"], "Online": ["noon"]}),
    ]


def test_breaks_and_what_is_cancelled_are_left_out() -> None:
    assert set(giggity(schedule_xml(laid_out(*SESSIONS)))) == {
        SESSIONS[index].uid for index in (0, 1, 4)
    }


@pytest.mark.parametrize(
    ("sessions", "of_event"),
    [
        ((), {}),
        (SESSIONS, {"cancelled": True}),
        ((SESSIONS[2], SESSIONS[3]), {}),
    ],
    ids=["no sessions", "cancelled", "a break and a cancelled session"],
)
def test_an_event_without_anything_to_attend_has_no_schedule(
    sessions: tuple[Happening, ...], of_event: dict[str, Any]
) -> None:
    assert conference(event(**of_event), sessions, "en-US", "") is None


@given(st.sets(st.integers(0, 60), min_size=1), st.sets(st.integers(0, 60)))
def test_a_number_stays_when_other_sessions_are_added(some: set[int], more: set[int]) -> None:
    def numbers(of: set[int]) -> dict[str, int]:
        held = [session(f"talk-{one}", "12:00", "13:00", room=f"Room {one}") for one in sorted(of)]
        return {
            one.happening.uid: one.number
            for day in laid_out(*held).days
            for room in day.rooms
            for one in room.sessions
        }

    before, after = numbers(some), numbers(some | more)
    assert {uid: after[uid] for uid in before} == before
    assert len(set(after.values())) == len(after)
    assert min(after.values()) >= 1


def test_the_same_person_has_one_number_in_all_sessions() -> None:
    schedule = laid_out(
        session("one", "12:00", "12:30", speakers=(ADA, BEN)),
        session("two", "13:00", "13:30", speakers=(BEN,), moderators=(ADA,)),
    )
    persons = parsed(schedule_xml(schedule)).iterfind("day/room/event/persons/person")
    known = {(one.text, one.attrib["id"]) for one in persons}
    assert len(known) == 2
    assert {name for name, _ in known} == {ADA.name, BEN.name}


def test_a_guid_is_a_uuid_made_from_a_name() -> None:
    guids = [UUID(guid) for guid in dates(schedule_xml(laid_out(*SESSIONS)))]
    assert {guid.version for guid in guids} == {5}


@pytest.mark.parametrize(
    ("links", "optout"),
    [
        ((), "true"),
        ((Reference("Slides", "https://example.org/"),), "true"),
        ((Reference("Recording", "https://example.org/"),), "false"),
    ],
)
def test_nobody_is_recorded_unless_a_recording_is_public(
    links: tuple[Reference, ...], optout: str
) -> None:
    schedule = laid_out(session("talk", "12:00", "13:00", links=links))
    assert parsed(schedule_xml(schedule)).findtext(".//optout") == optout
    of_json = json.loads(schedule_json(schedule))["schedule"]["conference"]["days"][0]["rooms"]
    assert of_json["Online"][0]["do_not_record"] == ("true" if optout == "true" else None)


@pytest.mark.parametrize(
    ("id_", "acronym"),
    [
        ("2026-symposium", "2026_symposium"),
        ("a", "event_a"),
        ("abcd", "abcd"),
        ("ab-c", "event_ab_c"),
    ],
)
def test_an_acronym_can_be_read_by_all(id_: str, acronym: str) -> None:
    schedule = laid_out(session("a", "12:00", "13:00"), name=id_)
    assert schedule.acronym == acronym
    assert faults(schedule) == []


def test_sessions_begin_and_end_on_a_slot() -> None:
    assert laid_out(*SESSIONS).slot == timedelta(minutes=5)
    assert laid_out(session("talk", "12:00", "12:17")).slot == timedelta(minutes=1)
    assert laid_out(session("talk", "12:00", "12:45"), session("b", "14:00", "14:30")).slot == (
        timedelta(minutes=15)
    )


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_breaks_a_schedule(one: str, other: str) -> None:
    schedule = laid_out(
        session(
            "talk",
            "12:00",
            "13:00",
            title=f"T{one}",
            description=other,
            room=f"R{other}",
            speakers=(Attendee(f"P{one}"),),
        )
    )
    assert faults(schedule) == []
    read = json.loads(schedule_json(schedule))["schedule"]["conference"]["days"][0]["rooms"]
    assert read[f"R{other}"][0]["title"] == f"T{one}"


def test_markup_in_a_title_stays_text() -> None:
    title = "</title><event id='1'> & ]]>"
    schedule = schedule_xml(laid_out(session("talk", "12:00", "13:00", title=title)))
    events = parsed(schedule).findall(".//event")
    assert [one.findtext("title") for one in events] == [title]


def test_a_version_changes_with_the_record() -> None:
    assert laid_out(*SESSIONS).version == "3 (2026-05-04 12:30)"
    assert laid_out(*SESSIONS, changes=0, modified=None).version == "0 (2026-06-11 00:00)"


def test_a_symposium_is_written_as_it_was_looked_at() -> None:
    schedule = laid_out(*SESSIONS)
    assert schedule_xml(schedule) == golden("schedule.xml")
    assert schedule_json(schedule) == golden("schedule.json")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id="', 'id="-'),
        ("-05:00", ""),
        ("<slug>", "<slug>-"),
        ("<acronym>", "<acronym>A-"),
        ("<duration>00:10", "<duration>10"),
        ("<track>Talk</track>", ""),
        ('date="2026-06-11"', ""),
    ],
)
def test_the_schema_sees_what_is_wrong(old: str, new: str) -> None:
    broken = schedule_xml(laid_out(*SESSIONS)).replace(old, new)
    assert not XSD.is_valid(broken)
