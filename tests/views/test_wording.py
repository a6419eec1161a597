"""Dates, times and lists, written out."""

from datetime import date, time

import pytest

from generator.records.dates import PartialDate, Period
from generator.views import wording


def test_a_day_is_written_out() -> None:
    assert wording.day(date(2023, 6, 26)) == "June 26, 2023"
    assert wording.weekday(date(2023, 6, 26)) == "Monday, June 26, 2023"
    assert wording.month(date(2023, 6, 1)) == "June 2023"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2023, 6, 26), date(2023, 6, 26), "June 26, 2023"),
        (date(2023, 6, 26), date(2023, 6, 28), "June 26 to 28, 2023"),
        (date(2023, 6, 26), date(2023, 7, 1), "June 26 to July 1, 2023"),
        (date(2023, 6, 26), date(2024, 6, 26), "June 26, 2023, to June 26, 2024"),
        (date(2023, 12, 31), date(2024, 1, 1), "December 31, 2023, to January 1, 2024"),
    ],
)
def test_a_range_repeats_only_what_differs(first: date, last: date, words: str) -> None:
    assert wording.day_range(first, last) == words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(0, 0), "midnight"),
        (time(0, 5), "12:05 am"),
        (time(9, 0), "9:00 am"),
        (time(12, 0), "noon"),
        (time(12, 30), "12:30 pm"),
        (time(14, 30), "2:30 pm"),
        (time(23, 59), "11:59 pm"),
    ],
)
def test_a_time_is_written_on_the_twelve_hour_clock(at: time, words: str) -> None:
    assert wording.clock(at) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (time(14, 30), time(15, 30), "2:30 to 3:30 pm"),
        (time(9, 0), time(11, 45), "9:00 to 11:45 am"),
        (time(11, 30), time(12, 0), "11:30 am to noon"),
        (time(11, 30), time(13, 0), "11:30 am to 1:00 pm"),
        (time(12, 0), time(13, 15), "noon to 1:15 pm"),
        (time(0, 0), time(1, 0), "midnight to 1:00 am"),
    ],
)
def test_a_range_of_times_names_the_half_of_the_day_once_where_it_can(
    start: time, end: time, words: str
) -> None:
    assert wording.clock_range(start, end) == words


@pytest.mark.parametrize(
    ("zone", "label"),
    [
        ("America/Chicago", "CT"),
        ("Etc/UTC", "UTC"),
        ("Europe/Dublin", "Dublin time"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires time"),
    ],
)
def test_a_zone_has_the_name_that_people_use(zone: str, label: str) -> None:
    assert wording.zone_label(zone) == label


@pytest.mark.parametrize(
    ("day", "zone", "moment"),
    [
        (date(2026, 6, 11), "America/Chicago", "2026-06-11T12:00-05:00"),
        (date(2026, 12, 11), "America/Chicago", "2026-12-11T12:00-06:00"),
        (date(2026, 6, 11), "Asia/Kathmandu", "2026-06-11T12:00+05:45"),
    ],
)
def test_a_moment_carries_its_offset(day: date, zone: str, moment: str) -> None:
    assert wording.instant(day, time(12, 0), zone) == moment


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(PartialDate(2023)), "2023"),
        (Period(PartialDate(2023, 6)), "June 2023"),
        (Period(PartialDate(2023, 6, 26)), "June 26, 2023"),
        (Period(PartialDate(2023, 6, 26), PartialDate(2023, 6, 28)), "June 26 to 28, 2023"),
        (Period(PartialDate(2023, 6), PartialDate(2023, 8)), "June 2023 to August 2023"),
        (Period(PartialDate(2023), PartialDate(2024, 1, 2)), "2023 to January 2, 2024"),
    ],
)
def test_a_period_is_as_exact_as_its_parts(period: Period, words: str) -> None:
    assert wording.period(period) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("May 1, 2023", "May 8, 2023", "from May 1, 2023, to May 8, 2023"),
        ("Monday, May 1, 2023", "May 8", "from Monday, May 1, 2023, to May 8"),
        ("June 26 to 28, 2023", "June 30, 2023", "from June 26 to 28, 2023, to June 30, 2023"),
        ("noon", "1:00 pm", "from noon to 1:00 pm"),
        ("May 2023", "June 2023", "from May 2023 to June 2023"),
        ("Hall 2023", "the annex", "from Hall 2023 to the annex"),
    ],
)
def test_a_comma_follows_the_year_of_a_day(first: str, last: str, words: str) -> None:
    assert wording.from_to(first, last) == words


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b, and c"),
        (["a", "b", "c", "d"], "a, b, c, and d"),
    ],
)
def test_a_list_has_a_comma_before_the_last_of_three(words: list[str], sentence: str) -> None:
    assert wording.listed(words) == sentence


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 pairs"), (1, "1 pair"), (2, "2 pairs"), (1200, "1,200 pairs")],
)
def test_a_number_agrees_with_what_it_counts(number: int, words: str) -> None:
    assert wording.counted(number, "pair") == words
    assert wording.counted(2, "person", "people") == "2 people"
