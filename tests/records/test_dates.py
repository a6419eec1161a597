"""Dates, times of day, time zones, and the periods of publications."""

import contextlib
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.records.dates import (
    Date,
    PartialDate,
    Period,
    PublicationDate,
    TimeOfDay,
    TimeZone,
)


def refusal(type_: Any, value: object) -> tuple[str, str, str]:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(type_).validate_python(value)
    (details,) = caught.value.errors()
    return details["type"], details["ctx"]["message"], details["ctx"]["help"]


@given(st.dates())
def test_a_date_is_read_as_it_is_written(day: date) -> None:
    assert TypeAdapter(Date).validate_python(str(day)) == day
    assert TypeAdapter(Date).dump_python(day) == str(day)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2025-02-30", "there is no day 2025-02-30"),
        ("2025-13-01", "there is no day 2025-13-01"),
        ("0000-01-01", "there is no day 0000-01-01"),
        ("2025-2-3", "'2025-2-3' is not a date"),
        ("03/09/2026", "'03/09/2026' is not a date"),
        ("March 9, 2026", "'March 9, 2026' is not a date"),
        ("2026-03-09T10:00", "'2026-03-09T10:00' is not a date"),
        ("\u0662\u0660\u0662\u0665-01-01", "'\u0662\u0660\u0662\u0665-01-01' is not a date"),
        (["2026-03-09"], "a date belongs here, not a list"),
    ],
)
def test_what_is_no_date(value: object, message: str) -> None:
    assert refusal(Date, value)[1] == message


@pytest.mark.parametrize(
    ("value", "help_"),
    [
        ("2027-02-30", "February 2027 has 28 days"),
        ("2028-02-30", "February 2028 has 29 days"),
        ("2026-11-31", "November 2026 has 30 days"),
        ("2025-13-01", "write year-month-day, the month from 01 to 12"),
        ("2026-2-3", "write 2026-02-03"),
        ("2026/11/20", "write 2026-11-20"),
        ("20.11.2026", "write 2026-11-20"),
        ("5.4.2026", "write 2026-04-05"),
        ("11/20/2026", "write 2026-11-20"),
        ("20/11/2026", "write 2026-11-20"),
        ("November 20, 2026", "write 2026-11-20"),
        ("20 Nov. 2026", "write 2026-11-20"),
        ("20. november 2026", "write 2026-11-20"),
        ("03/09/2026", "write year-month-day, as in 2026-03-09"),
        ("Ma 9, 2026", "write year-month-day, as in 2026-03-09"),
        ("Jun 31, 2026", "write year-month-day, as in 2026-03-09"),
        ("13.13.2026", "write year-month-day, as in 2026-03-09"),
        ("1.2.26", "write year-month-day, as in 2026-03-09"),
        ("yes", "write year-month-day, as in 2026-03-09"),
    ],
)
def test_the_help_for_a_date_is_the_day_itself_where_only_one_is_meant(
    value: str, help_: str
) -> None:
    assert refusal(Date, value)[2] == help_


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_time_is_read_as_it_is_written(at: time) -> None:
    written = f"{at:%H:%M}"
    assert TypeAdapter(TimeOfDay).validate_python(written) == at
    assert TypeAdapter(TimeOfDay).dump_python(at) == written


@pytest.mark.parametrize(
    ("value", "help_"),
    [
        ("2:30 pm", 'write "14:30"'),
        ("2:30 p.m.", 'write "14:30"'),
        ("12 am", 'write "00:00"'),
        ("12 PM", 'write "12:00"'),
        ("9:05", 'write "09:05"'),
        ("14.30", 'write "14:30"'),
        ("25:00", ""),
        ("14:30:00", ""),
        ("noon", ""),
    ],
)
def test_what_is_no_time(value: str, help_: str) -> None:
    assert refusal(TimeOfDay, value) == (
        "bad-time",
        f"'{value}' is not a time of day",
        help_,
    )


@pytest.mark.parametrize("value", ["America/Chicago", "Europe/Berlin", "Asia/Kolkata", "Etc/UTC"])
def test_time_zones(value: str) -> None:
    assert TypeAdapter(TimeZone).validate_python(value) == value


@pytest.mark.parametrize(
    ("value", "help_"),
    [
        ("Central", "did you mean America/Chicago?"),
        ("CST", "did you mean America/Chicago?"),
        ("Eastern Time", "did you mean America/New_York?"),
        ("Chicago", ""),
        ("America/Chicagoo", "did you mean America/Chicago?"),
        ("america/chicago", "did you mean America/Chicago?"),
        ("UTC+1", ""),
        ("Etc/GMT+5", ""),
    ],
)
def test_what_is_no_time_zone(value: str, help_: str) -> None:
    found, message, help_given = refusal(TimeZone, value)
    assert (found, message) == ("bad-time-zone", f"'{value}' is not the name of a time zone")
    if help_:
        assert help_given == help_


@pytest.mark.parametrize(
    ("value", "period"),
    [
        ("2026", Period(PartialDate(2026))),
        ("2026-03", Period(PartialDate(2026, 3))),
        ("2026-03-09", Period(PartialDate(2026, 3, 9))),
        ("2026-06-26/2026-06-28", Period(PartialDate(2026, 6, 26), PartialDate(2026, 6, 28))),
        ("2025/2026", Period(PartialDate(2025), PartialDate(2026))),
    ],
)
def test_periods_of_publication(value: str, period: Period) -> None:
    assert TypeAdapter(PublicationDate).validate_python(value) == period
    assert str(period) == value


@pytest.mark.parametrize(
    ("value", "code", "message"),
    [
        ("spring 2026", "bad-date", "'spring 2026' is not a date"),
        ("2026-02-30", "bad-date", "there is no day 2026-02-30"),
        ("2026-00", "bad-date", "there is no month 2026-00"),
        ("2026-06-28/2026-06-26", "dates-out-of-order", "'2026-06-28/2026-06-26' ends before it begins"),
        ("2026/", "bad-date", "'2026/' is not a date"),
        (["2026"], "wrong-shape", "a date belongs here, not a list"),
    ],
)  # fmt: skip
def test_what_is_no_period(value: object, code: str, message: str) -> None:
    assert refusal(PublicationDate, value)[:2] == (code, message)


@pytest.mark.parametrize(
    ("value", "help_"),
    [
        ("2026-02-30", "February 2026 has 28 days"),
        ("2026-06-26/2026-06-31", "June 2026 has 30 days"),
        ("2026-13", "write year-month-day, the month from 01 to 12"),
    ],
)
def test_the_help_for_a_part_of_a_period_fits_it(value: str, help_: str) -> None:
    assert refusal(PublicationDate, value)[2] == help_


@given(st.text("0123456789-/T:. ", max_size=24))
def test_no_text_raises_but_is_refused(value: str) -> None:
    for type_ in (Date, TimeOfDay, TimeZone, PublicationDate):
        with contextlib.suppress(ValidationError):
            TypeAdapter(type_).validate_python(value)
