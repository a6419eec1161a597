"""Time zones that are hard to get right, and why."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

ZONES = (
    ("America/Chicago", 2026),  # the program's own
    ("America/Chicago", 2006),  # the year before its rule changed
    ("America/Chicago", 2007),  # the year in which it did
    ("America/New_York", 2026),
    ("Europe/London", 2026),
    ("Europe/Dublin", 2026),  # by law, winter is what is saved
    ("Europe/Berlin", 2026),
    ("Asia/Kolkata", 2026),  # half an hour, and never a change
    ("Australia/Sydney", 2026),  # summer over the new year
    ("Australia/Lord_Howe", 2026),  # a change by half an hour
    ("America/Sao_Paulo", 2018),  # the last summer time, which began later than the ones before
    ("America/Sao_Paulo", 2019),  # the year in which it was given up
    ("America/Sao_Paulo", 2026),
    ("America/Santiago", 2026),  # the first Sunday from the 2nd on
    ("Asia/Tehran", 2021),  # by the Persian calendar
    ("Asia/Tehran", 2022),  # the year in which it was given up
    ("Asia/Tehran", 2026),
    ("Africa/Casablanca", 2026),  # by the Islamic calendar
    ("Africa/Cairo", 2026),  # a last Thursday, at midnight
    ("Asia/Pyongyang", 2018),  # another standard time
    ("Pacific/Apia", 2011),  # a day that was left out
    ("Pacific/Chatham", 2026),  # three quarters of an hour
    ("America/Caracas", 2016),
    ("Europe/Moscow", 2014),
    ("Etc/UTC", 2026),
)


def changes(zone: str, year: int) -> list[datetime]:
    """The hours of a year after which a zone's clocks show another offset than before."""
    known = ZoneInfo(zone)
    hours = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(366 * 24)]
    return [
        later
        for earlier, later in pairwise(hours)
        if earlier.astimezone(known).utcoffset() != later.astimezone(known).utcoffset()
    ]


def moments(zone: str, year: int) -> list[datetime]:
    """Moments of a year to look at: a day of each month, and every half hour around a change."""
    months = [datetime(year, month, 15, 18, tzinfo=UTC) for month in range(1, 13)]
    around = [
        change + timedelta(minutes=30 * n) for change in changes(zone, year) for n in range(-8, 9)
    ]
    return sorted([*months, *around])
