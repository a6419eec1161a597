"""Time zones as people name them."""

import pytest

from generator.intake.zones import read_zone
from generator.records.dates import time_zone_names


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Central", "America/Chicago"),
        ("CST", "America/Chicago"),
        ("US Central Time", "America/Chicago"),
        ("(GMT-06:00) Central Time (US & Canada)", "America/Chicago"),
        ("Eastern Standard Time", "America/New_York"),
        ("EST/EDT", "America/New_York"),
        ("Chicago", "America/Chicago"),
        ("London, UK", "Europe/London"),
        ("america/chicago", "America/Chicago"),
        ("New York", "America/New_York"),
        ("UTC", "Etc/UTC"),
        ("Hawaii", "Pacific/Honolulu"),
    ],
)
def test_names_that_mean_one_zone_are_taken_and_said(text: str, zone: str) -> None:
    read = read_zone(text)
    assert (read.value, read.change) == (zone, f"time zone '{text}' taken for {zone}")


def test_an_iana_name_is_taken_without_a_word() -> None:
    read = read_zone("Europe/Berlin")
    assert (read.value, read.change, read.doubt) == ("Europe/Berlin", "", "")


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("GMT+1", "time zone 'GMT+1' does not say when clocks change; ask for the city"),
        ("UTC\u221205:00", "time zone 'UTC\u221205:00' does not say when clocks change; ask for the city"),
        ("CET", "time zone 'CET' is not known; did you mean Europe/Berlin?"),
        ("Chicgo", "time zone 'Chicgo' is not known; did you mean America/Chicago?"),
        ("somewhere warm", "time zone 'somewhere warm' is not known; write an IANA name such as America/Chicago"),
    ],
)  # fmt: skip
def test_what_could_be_several_zones_is_left_undecided(text: str, doubt: str) -> None:
    read = read_zone(text)
    assert (read.value, read.doubt) == (None, doubt)


def test_every_zone_is_known_by_its_name() -> None:
    assert [name for name in time_zone_names() if read_zone(name).value != name] == []
