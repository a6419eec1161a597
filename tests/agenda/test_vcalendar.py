"""Calendars, read back by other libraries to the same instants."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]  # it ships no types

from generator.agenda.happening import Happening, Reference
from generator.agenda.identity import uid
from generator.agenda.vcalendar import Calendar, calendar_text
from tests.agenda.golden_files import golden
from tests.agenda.happenings import (
    ADA,
    BEN,
    CHICAGO,
    SESSIONS,
    a_day,
    a_moment,
    at,
    event,
    session,
)
from tests.agenda.zones import ZONES, changes, moments

Instants = dict[str, tuple[datetime, datetime]]


def calendar(*happenings: Happening, **others: str) -> str:
    usual = {"uid": uid("calendar", "test"), "name": "Test", **others}
    return calendar_text(Calendar(happenings=happenings, **usual))


def read_by_icalendar(text: str) -> dict[str, Any]:
    found = icalendar.Calendar.from_ical(text)
    return {str(one["UID"]): one for one in found.walk("VEVENT")}


def read_by_vobject(text: str) -> dict[str, Any]:
    """Entries as vobject reads them with the file's own time zones, which it is told to use.

    Left alone, it would look up their names elsewhere.
    """
    for zone in vobject.readOne(text).contents.get("vtimezone", []):
        vobject.icalendar.registerTzid(zone.tzid.value, zone.tzinfo)
    return {one.uid.value: one for one in vobject.readOne(text).vevent_list}


def instants(happenings: list[Happening]) -> Instants:
    return {
        one.uid: (one.start.astimezone(UTC), one.end.astimezone(UTC))
        for one in happenings
        if isinstance(one.start, datetime) and isinstance(one.end, datetime)
    }


def quarters(zone: str, year: int) -> list[Happening]:
    return [a_moment(str(one), one, ZoneInfo(zone)) for one in moments(zone, year)]


@pytest.mark.parametrize(("zone", "year"), ZONES)
def test_icalendar_reads_the_same_instants_over_every_change_of_the_clocks(
    zone: str, year: int
) -> None:
    happenings = quarters(zone, year)
    read = read_by_icalendar(calendar(*happenings))
    assert {
        id_: (one["DTSTART"].dt.astimezone(UTC), one["DTEND"].dt.astimezone(UTC))
        for id_, one in read.items()
    } == instants(happenings)


@pytest.mark.parametrize(("zone", "year"), ZONES)
def test_vobject_reads_the_same_instants_by_the_time_zone_in_the_file(zone: str, year: int) -> None:
    """Times that the clock shows twice are left out: vobject takes the second, the RFC the first."""
    known = ZoneInfo(zone)
    happenings = [
        one
        for one in quarters(zone, year)
        if all(
            when.replace(fold=0).utcoffset() == when.replace(fold=1).utcoffset()
            for when in (one.start, one.end)
            if isinstance(when, datetime)
        )
    ]
    assert len(happenings) >= 12
    assert {one.zone for one in happenings} == {known.key}
    read = read_by_vobject(calendar(*happenings))
    assert {
        id_: (one.dtstart.value.astimezone(UTC), one.dtend.value.astimezone(UTC))
        for id_, one in read.items()
    } == instants(happenings)


@pytest.mark.parametrize(
    ("zone", "number"), [("America/Chicago", 2), ("Asia/Kolkata", 0), ("America/Sao_Paulo", 0)]
)
def test_the_zones_are_tried_where_they_change(zone: str, number: int) -> None:
    assert len(changes(zone, 2026)) == number


def test_a_program_over_several_years_and_zones_is_read_back() -> None:
    zones = {zone for zone, _ in ZONES}
    happenings = [
        a_moment(f"{zone} {month}", datetime(year, month, 2, 17, tzinfo=UTC), ZoneInfo(zone))
        for zone in sorted(zones)
        for year in (2005, 2018, 2027)
        for month in (1, 7)
    ]
    happenings = list({one.uid: one for one in happenings}.values())
    text = calendar(*happenings)
    assert text.count("BEGIN:VTIMEZONE") == len(zones) - 1  # UTC needs none
    assert {
        id_: (one.dtstart.value.astimezone(UTC), one.dtend.value.astimezone(UTC))
        for id_, one in read_by_vobject(text).items()
    } == instants(happenings)


@pytest.mark.parametrize(
    ("when", "line"),
    [
        (at("2026-06-11 12:00"), "DTSTART;TZID=America/Chicago:20260611T120000"),
        (at("2026-01-11 12:00"), "DTSTART;TZID=America/Chicago:20260111T120000"),
        # left out in spring: read with the offset from before, so at 3:30 by the new one
        (at("2026-03-08 02:30"), "DTSTART;TZID=America/Chicago:20260308T033000"),
        # shown twice in fall: the first one
        (at("2026-11-01 01:30"), "DTSTART;TZID=America/Chicago:20261101T013000"),
        # and the second one, which only UTC can tell
        (at("2026-11-01 01:30").replace(fold=1), "DTSTART:20261101T073000Z"),
        (at("2026-06-11 12:00", ZoneInfo("Etc/UTC")), "DTSTART:20260611T120000Z"),
        (at("2026-06-11 12:00", ZoneInfo("UTC")), "DTSTART:20260611T120000Z"),
        (date(2026, 6, 11), "DTSTART;VALUE=DATE:20260611"),
    ],
)
def test_a_start_is_written_so_that_it_means_one_instant(when: Any, line: str) -> None:
    end = when + timedelta(hours=1) if isinstance(when, datetime) else when
    lines = calendar(replace(event(), start=when, end=end)).split("\r\n")
    assert lines[lines.index("BEGIN:VEVENT") + 5] == line


def test_all_days_end_on_the_day_after_the_last_one() -> None:
    text = calendar(
        a_day("one-day", date(2026, 12, 31)),
        a_day("three-days", date(2026, 2, 27), date(2026, 3, 1)),
    )
    read = read_by_icalendar(text)
    assert [(one["DTSTART"].dt, one["DTEND"].dt) for one in read.values()] == [
        (date(2026, 2, 27), date(2026, 3, 2)),
        (date(2026, 12, 31), date(2027, 1, 1)),
    ]
    assert "BEGIN:VTIMEZONE" not in text


def test_an_event_over_midnight_ends_on_the_next_day() -> None:
    night = session("night", "2026-06-11 22:00", "2026-06-12 01:30")
    read = read_by_vobject(calendar(night))[night.uid]
    assert read.dtend.value - read.dtstart.value == timedelta(hours=3, minutes=30)


def test_an_event_over_a_change_of_the_clocks_is_as_long_as_it_is() -> None:
    night = session("night", "2026-10-31 23:00", "2026-11-01 03:00")
    read = read_by_vobject(calendar(night))[night.uid]
    length = read.dtend.value.astimezone(UTC) - read.dtstart.value.astimezone(UTC)
    assert length == timedelta(hours=5)


def test_what_is_cancelled_says_so_and_leaves_the_time() -> None:
    read = read_by_icalendar(calendar(*SESSIONS))
    assert {
        str(one["SUMMARY"]): (str(one["STATUS"]), str(one["TRANSP"])) for one in read.values()
    } == {
        "Welcome": ("CONFIRMED", "OPAQUE"),
        "Reading aloud": ("CONFIRMED", "OPAQUE"),
        "Hidden maps": ("CANCELLED", "TRANSPARENT"),
        "First break": ("CONFIRMED", "OPAQUE"),
        "Qa": ("CONFIRMED", "OPAQUE"),
    }


def test_the_number_and_the_time_of_the_last_change_come_from_history() -> None:
    one = read_by_icalendar(calendar(event()))[event().uid]
    assert one["SEQUENCE"] == 3
    assert one["DTSTAMP"].dt == one["LAST-MODIFIED"].dt == event().modified


def test_without_history_the_day_of_the_event_stands_in_for_it() -> None:
    unknown = event(changes=0, modified=None)
    one = read_by_icalendar(calendar(unknown))[unknown.uid]
    assert one["SEQUENCE"] == 0
    assert one["DTSTAMP"].dt == one["LAST-MODIFIED"].dt == datetime(2026, 6, 11, tzinfo=UTC)


def test_nobody_is_named_as_organizer_or_attendee() -> None:
    text = calendar(session("talk", "12:00", "13:00", speakers=(ADA,), moderators=(BEN,)))
    names = {one.partition(":")[0].partition(";")[0] for one in text.split("\r\n")}
    assert names.isdisjoint({"ORGANIZER", "ATTENDEE", "GEO", "METHOD"})


def test_a_description_has_people_the_text_and_the_links() -> None:
    talk = session(
        "talk",
        "12:00",
        "13:00",
        speakers=(ADA, BEN),
        moderators=(BEN,),
        description="One.\n\nTwo; with, marks\\.",
        links=(Reference("Join", "https://example.org/join?a=1,2;b"),),
    )
    expected = (
        "Speakers: Ada Makebright, Ben Fablewood\nModerator: Ben Fablewood\n\n"
        "One.\n\nTwo; with, marks\\.\n\n"
        "Join: https://example.org/join?a=1,2;b\n"
        "On the site: https://example.org/events/2026-symposium/#talk"
    )
    text = calendar(talk)
    assert str(read_by_icalendar(text)[talk.uid]["DESCRIPTION"]) == expected
    assert read_by_vobject(text)[talk.uid].description.value == expected


def test_a_calendar_to_subscribe_to_says_where_and_how_often() -> None:
    text = calendar(
        event(),
        source="https://example.org/calendar.ics",
        url="https://example.org/",
        description="All, dates",
    )
    head = text.partition("BEGIN:VTIMEZONE")[0].split("\r\n")
    assert head == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//LRRT//Virtual Mentorship Program site//EN",
        "CALSCALE:GREGORIAN",
        f"UID:{uid('calendar', 'test')}",
        "LAST-MODIFIED:20260504T123000Z",
        "NAME:Test",
        "X-WR-CALNAME:Test",
        "DESCRIPTION:All\\, dates",
        "X-WR-CALDESC:All\\, dates",
        "URL:https://example.org/",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
        "SOURCE;VALUE=URI:https://example.org/calendar.ics",
        "",
    ]


def test_a_text_cannot_end_its_property() -> None:
    evil = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:planted"
    text = calendar(event(title=evil, description=evil, place=evil, kind=evil), name=evil)
    assert [
        one for one in text.split("\r\n") if one.startswith(("BEGIN:VEVENT", "SUMMARY:planted"))
    ] == ["BEGIN:VEVENT"]
    assert str(read_by_icalendar(text)[event().uid]["SUMMARY"]) == evil.replace("\r\n", "\n")


def test_the_order_in_which_happenings_come_does_not_matter() -> None:
    assert calendar(*SESSIONS) == calendar(*reversed(SESSIONS))


def test_a_time_outside_every_zone_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="is not in an IANA time zone"):
        calendar(event(start=datetime(2026, 6, 11, 12, tzinfo=UTC)))


def test_a_symposium_is_written_as_it_was_looked_at() -> None:
    text = calendar(
        event(),
        *(one for one in SESSIONS if not one.is_break),
        name=event().title,
        url=event().url,
        source="https://example.org/events/2026-symposium/event.ics",
    )
    assert text == golden("symposium.ics")


def test_a_year_is_written_as_it_was_looked_at() -> None:
    text = calendar(
        a_day("call-opens", date(2026, 5, 4)),
        a_day("start", date(2026, 9, 8)),
        event(),
        a_moment("Check-in", datetime(2026, 11, 17, 18, tzinfo=UTC), ZoneInfo("Europe/Dublin")),
        name="Cohort of 2026",
    )
    assert text == golden("year.ics")


def test_chicago_is_where_the_program_is() -> None:
    assert event().zone == CHICAGO.key
