"""The site as seen from a day: what is to come, where a year stands, and how things refer."""

from datetime import date
from pathlib import Path

import pytest

from generator.views.cohorts import Tense
from tests.filling import FIRST
from tests.views.sites import records, site_of

STATIONS = [
    "Call for applications",
    "Pairs announced",
    "Program year begins",
    "Check-in",
    "title",  # the symposium
    "Program year ends",
]


@pytest.mark.parametrize(
    ("today", "tenses", "state"),
    [
        (date(2025, 12, 31), "next later later later later later", "Planned"),
        (date(2026, 1, 1), "current next later later later later", "Open for applications"),
        (date(2026, 2, 1), "current next later later later later", "Open for applications"),
        (date(2026, 2, 2), "past next later later later later", "Pairing mentors and mentees"),
        (date(2026, 4, 1), "past past current next later later", "At work"),
        (date(2026, 6, 11), "past past past past current next", "At work"),
        (date(2027, 3, 31), "past past past past past current", "At work"),
        (date(2027, 4, 1), "past past past past past past", "Completed"),
    ],
    ids=str,
)
def test_a_year_stands_where_its_dates_say(
    tmp_path: Path, today: date, tenses: str, state: str
) -> None:
    cohort = site_of(tmp_path, records(), today).cohorts[0]
    assert [one.label for one in cohort.stations] == STATIONS
    assert [one.tense for one in cohort.stations] == [Tense(word) for word in tenses.split()]
    assert cohort.state == state


def test_a_cancelled_event_is_no_station_and_not_to_come(tmp_path: Path) -> None:
    program = records()
    program["events/check-in.yaml"]["cancelled"] = "true"
    site = site_of(tmp_path, program, date(2026, 3, 1))
    labels = [one.label for one in site.cohorts[0].stations]
    assert labels == [label for label in STATIONS if label != "Check-in"]
    assert [one.label for one in site.upcoming] == ["title"]


@pytest.mark.parametrize(
    ("today", "labels"),
    [
        (
            date(2025, 12, 1),
            [
                "Call for applications opens, title",
                "Call for applications closes, title",
                "Check-in",
                "title",
            ],
        ),
        (date(2026, 1, 1), ["Call for applications closes, title", "Check-in", "title"]),
        (date(2026, 2, 1), ["Call for applications closes, title", "Check-in", "title"]),
        (date(2026, 2, 2), ["Check-in", "title"]),
        (date(2026, 5, 6), ["title"]),
        (date(2026, 6, 11), ["title"]),
        (date(2026, 6, 12), []),
    ],
    ids=str,
)
def test_what_is_to_come_stands_in_the_order_of_time(
    tmp_path: Path, today: date, labels: list[str]
) -> None:
    assert [one.label for one in site_of(tmp_path, records(), today).upcoming] == labels


@pytest.mark.parametrize(
    ("today", "open_"),
    [(date(2025, 12, 31), False), (date(2026, 1, 1), True), (date(2026, 2, 2), False)],
    ids=str,
)
def test_the_call_is_open_from_its_first_to_its_last_day(
    tmp_path: Path, today: date, *, open_: bool
) -> None:
    assert (site_of(tmp_path, records(), today).call is not None) is open_


def test_earlier_ids_lead_to_todays_addresses(tmp_path: Path) -> None:
    program = records()
    program[f"participants/{FIRST}.yaml"]["aliases"] = ["una-before"]
    program["cohorts/2026.yaml"]["aliases"] = ["first-cohort"]
    program["outputs/output.yaml"]["aliases"] = ["draft", "work"]
    program["events/symposium.yaml"]["aliases"] = ["conference"]
    assert site_of(tmp_path, program).redirects == {
        "people/una-before/": f"people/{FIRST}/",
        "cohorts/first-cohort/": "cohorts/2026/",
        "outputs/draft/": "outputs/output/",
        "outputs/work/": "outputs/output/",
        "events/conference/": "events/symposium/",
    }


def test_records_refer_to_each_other_both_ways(tmp_path: Path) -> None:
    site = site_of(tmp_path, records())
    (pairing,) = site.pairings_of(FIRST)
    (output,) = site.outputs_of(FIRST)
    ((event, session),) = site.sessions_of(FIRST)
    assert [link.address for link in output.pairings] == [pairing.address]
    assert [link.address for link in pairing.outputs] == [output.address]
    assert [link.address for link in pairing.talks] == [session.address]
    assert session.pairing is not None
    assert session.pairing.address == pairing.address
    assert output.session is not None
    assert output.session.address == session.address
    assert [link.address for link in session.outputs] == [output.address]
    assert session.address == f"{event.address}#{session.anchor}"
    assert site.cohorts[0].outputs == (output,)


def test_a_cancelled_session_is_not_among_a_persons(tmp_path: Path) -> None:
    program = records()
    program["events/symposium.yaml"]["sessions"][0]["cancelled"] = "true"
    site = site_of(tmp_path, program)
    assert site.sessions_of(FIRST) == ()
    assert site.pairings_of(FIRST)[0].talks == ()


def test_what_is_only_submitted_is_nowhere(tmp_path: Path) -> None:
    program = records()
    output = program["outputs/output.yaml"]
    program["outputs/output.yaml"] = {**output, "status": "submitted"}
    site = site_of(tmp_path, program)
    assert site.outputs == ()
    assert site.pairings_of(FIRST)[0].outputs == ()
    assert site.events[-1].sessions[0].outputs == ()


@pytest.mark.parametrize(
    ("today", "opens"),
    [
        (date(2025, 12, 31), date(2026, 1, 1)),
        (date(2026, 1, 1), None),
    ],
    ids=str,
)
def test_the_next_call_is_one_that_has_not_opened(
    tmp_path: Path, today: date, opens: date | None
) -> None:
    assert site_of(tmp_path, records(), today).next_call == opens


def test_every_event_is_either_to_come_or_past(tmp_path: Path) -> None:
    site = site_of(tmp_path, records(), date(2026, 4, 1))
    assert sorted(one.id for one in (*site.coming, *site.past)) == sorted(
        one.id for one in site.events
    )
    assert all(one.last_day >= site.today for one in site.coming)
    assert all(one.last_day < site.today for one in site.past)
    assert site.coming
