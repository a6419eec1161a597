"""Working hours that two zones share."""

from datetime import date

import pytest

from generator.matching.hours import days_of, shared_hours, shared_minutes

AUTUMN, SPRING = date(2026, 9, 8), date(2027, 3, 8)


@pytest.mark.parametrize(
    ("one", "other", "minutes"),
    [
        ("America/Chicago", "America/Chicago", 480),
        ("America/Chicago", "America/New_York", 420),
        ("America/Los_Angeles", "America/New_York", 300),
        ("America/Chicago", "Europe/Berlin", 60),
        ("America/Chicago", "Asia/Tokyo", 0),
        ("America/Chicago", "America/Phoenix", 390),
        ("America/Chicago", "Asia/Kolkata", 0),
        ("Asia/Kolkata", "Asia/Kathmandu", 465),
        ("Pacific/Auckland", "Pacific/Honolulu", 390),
        ("Pacific/Kiritimati", "Pacific/Pago_Pago", 420),
    ],
)
def test_shared_minutes_are_counted_around_the_clock(one: str, other: str, minutes: int) -> None:
    days = days_of(AUTUMN)
    assert shared_minutes(one, other, days) == shared_minutes(other, one, days) == minutes
    assert shared_hours(one, other, days) == minutes * 1000 // 480


def test_days_on_which_only_one_changes_its_clock_are_averaged() -> None:
    assert shared_minutes("America/Chicago", "America/Phoenix", [date(2026, 7, 1)]) == 360
    assert shared_minutes("America/Chicago", "America/Phoenix", [date(2026, 12, 1)]) == 420


@pytest.mark.parametrize(
    ("start", "later"),
    [
        (AUTUMN, SPRING),
        (date(2026, 1, 31), date(2026, 7, 28)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2026, 6, 1), date(2026, 12, 1)),
    ],
)
def test_a_year_is_judged_by_its_first_day_and_one_half_a_year_later(
    start: date, later: date
) -> None:
    assert days_of(start) == (start, later)
