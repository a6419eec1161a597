"""Time zones as calendars carry them, held against what the zone itself says."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import dateutil.tz  # type: ignore[import-untyped]  # it ships no types
import icalendar
import pytest
from icalendar.timezone import TZP

from generator.agenda import vtimezone as module
from generator.agenda.content_lines import written
from generator.agenda.vtimezone import vtimezone
from generator.agenda.zone_changes import Change, changes, last_change
from tests.agenda.zones import ZONES, moments

CHICAGO = """\
BEGIN:VTIMEZONE
TZID:America/Chicago
BEGIN:STANDARD
DTSTART:20231105T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
TZOFFSETFROM:-0500
TZOFFSETTO:-0600
TZNAME:CST
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20240310T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZOFFSETFROM:-0600
TZOFFSETTO:-0500
TZNAME:CDT
END:DAYLIGHT
END:VTIMEZONE"""

DUBLIN = """\
BEGIN:VTIMEZONE
TZID:Europe/Dublin
BEGIN:STANDARD
DTSTART:20231029T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20240331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:IST
END:DAYLIGHT
END:VTIMEZONE"""

TEHRAN = """\
BEGIN:VTIMEZONE
TZID:Asia/Tehran
BEGIN:STANDARD
DTSTART:20200921T000000
RDATE:20210922T000000
TZOFFSETFROM:+0430
TZOFFSETTO:+0330
TZNAME:+0330
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20210322T000000
TZOFFSETFROM:+0330
TZOFFSETTO:+0430
TZNAME:+0430
END:DAYLIGHT
END:VTIMEZONE"""

UNTIL_2006 = """\
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T070000Z
RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T080000Z"""

KOLKATA = """\
BEGIN:VTIMEZONE
TZID:Asia/Kolkata
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
TZNAME:IST
END:STANDARD
END:VTIMEZONE"""


@pytest.mark.parametrize(
    ("zone", "year", "lines"),
    [
        ("America/Chicago", 2026, CHICAGO),
        ("Europe/Dublin", 2026, DUBLIN),
        ("Asia/Tehran", 2021, TEHRAN),
        ("Asia/Kolkata", 2026, KOLKATA),
    ],
)
def test_onsets_are_told_by_the_clock_from_before(zone: str, year: int, lines: str) -> None:
    assert "\n".join(vtimezone(zone, year, year)) == lines


def test_a_rule_that_has_ended_says_until_when_it_held() -> None:
    rules = [one for one in vtimezone("America/Chicago", 2006, 2006) if one.startswith("RRULE")]
    assert "\n".join(rules) == UNTIL_2006


def test_a_zone_can_hold_the_rules_of_many_years() -> None:
    rules = [one for one in vtimezone("America/Chicago", 2000, 2030) if one.startswith("RRULE")]
    assert rules == [
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T070000Z",
        "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T080000Z",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
    ]


@pytest.mark.parametrize(
    "standard", [timedelta(0), timedelta(hours=1)], ids=["winter time", "summer time"]
)
def test_it_does_not_matter_which_time_of_dublin_the_zone_data_call_standard(
    monkeypatch: pytest.MonkeyPatch, standard: timedelta
) -> None:
    """By law it is that of summer; zone data made for older readers have it the other way round."""

    def as_if(change: Change | None) -> Change | None:
        if change is None:
            return None
        before, after = (
            replace(one, saving=one.offset - standard) for one in (change.before, change.after)
        )
        return Change(change.at, before, after)

    monkeypatch.setattr(module, "changes", lambda *of: tuple(map(as_if, changes(*of))))
    monkeypatch.setattr(module, "last_change", lambda *of: as_if(last_change(*of)))
    assert "\n".join(vtimezone.__wrapped__("Europe/Dublin", 2026, 2026)) == DUBLIN


@pytest.mark.parametrize(("zone", "year"), ZONES)
def test_every_offset_of_a_year_is_read_back_by_dateutil(zone: str, year: int) -> None:
    read = dateutil.tz.tzical(io.StringIO(written(vtimezone(zone, year, year)))).get()
    known = ZoneInfo(zone)
    wrong = []
    for moment in moments(zone, year):
        shown = moment.astimezone(known)
        if shown.fold or shown.replace(fold=1).utcoffset() != shown.utcoffset():
            continue  # dateutil takes the second of two times that look alike
        local = shown.replace(tzinfo=read)
        if local.utcoffset() != shown.utcoffset():
            wrong.append((shown, local))
    assert wrong == []


@pytest.mark.parametrize(("zone", "year"), ZONES)
def test_every_offset_of_a_year_is_read_back_by_icalendar(zone: str, year: int) -> None:
    component = icalendar.Timezone.from_ical(written(vtimezone(zone, year, year)))
    assert isinstance(component, icalendar.Timezone)
    # By pytz, which icalendar gives the moments of all changes; dateutil has been asked above.
    read = component.to_tz(TZP("pytz"), lookup_tzid=False)
    known = ZoneInfo(zone)
    wrong = [
        (moment, shown)
        for moment in moments(zone, year)
        for shown in [moment.astimezone(known)]
        if moment.astimezone(read).replace(tzinfo=None) != shown.replace(tzinfo=None)
    ]
    assert wrong == []


@pytest.mark.parametrize(("zone", "year"), ZONES)
def test_an_observance_holds_from_before_the_first_moment(zone: str, year: int) -> None:
    starts = [one for one in vtimezone(zone, year, year) if one.startswith("DTSTART:")]
    first = min(datetime.strptime(one, "DTSTART:%Y%m%dT%H%M%S") for one in starts)  # noqa: DTZ007  # a time on the clock
    assert first < datetime(year, 1, 1) - timedelta(hours=14)  # noqa: DTZ001  # as above


def test_changes_are_found_to_the_second() -> None:
    found = changes("America/Chicago", 2026, 2026)
    assert [(one.at, one.onset) for one in found] == [
        (datetime(2026, 3, 8, 8, tzinfo=UTC), datetime(2026, 3, 8, 2)),  # noqa: DTZ001  # as above
        (datetime(2026, 11, 1, 7, tzinfo=UTC), datetime(2026, 11, 1, 2)),  # noqa: DTZ001  # as above
    ]


@pytest.mark.parametrize("year", [2, 206, 1850, 9997, 9998])
def test_a_mistyped_year_is_no_crash(year: int) -> None:
    assert vtimezone("America/Chicago", year, year)[0] == "BEGIN:VTIMEZONE"
