"""Program years: their stations as a day sees them, their state, their rule, their calendar."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.views.cohorts import CohortView, Tense
from tests.views.sites import Records, records, site_of

YEAR = {
    "title": "Cohort of 2026",
    "call_opens": "2026-05-04",
    "call_closes": "2026-06-15",
    "pairs_announced": "2026-08-17",
    "start": "2026-09-08",
    "end": "2027-06-30",
    "completion": {"check_ins": "3", "presentation": "true", "evaluations": "2"},
}


def program(**others: Any) -> Records:
    """A program with one year, its check-in, and a workshop."""
    whole = records()
    kept = {path: whole[path] for path in ("program.yaml", "vocabulary.yaml")}
    event = {"cohort": "2026", "start": "12:00", "end": "13:00"}
    return {
        **kept,
        "cohorts/2026.yaml": {**YEAR, **others},
        "events/check-in.yaml": {
            "kind": "check-in",
            "title": "First check-in",
            "date": "2026-10-06",
            **event,
        },
        "events/off.yaml": {
            "kind": "check-in",
            "title": "A check-in that is off",
            "date": "2026-10-07",
            "cancelled": "true",
            **event,
        },
        "events/workshop.yaml": {
            "kind": "workshop",
            "title": "A workshop",
            "date": "2026-10-08",
            **event,
        },
    }


def year(folder: Path, today: date, **others: Any) -> CohortView:
    (cohort,) = site_of(folder, program(**others), today).cohorts
    return cohort


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 5, 3), ["Next", "", "", "", ""]),
        (date(2026, 6, 15), ["Now", "Next", "", "", ""]),
        (date(2026, 8, 17), ["Past", "Today", "Next", "", ""]),
        (date(2026, 10, 6), ["Past", "Past", "Past", "Today", "Next"]),
        (date(2027, 7, 1), ["Past"] * 5),
    ],
    ids=str,
)
def test_stations_are_past_current_and_next_as_a_day_sees_them(
    tmp_path: Path, today: date, said: list[str]
) -> None:
    stations = year(tmp_path, today).stations
    assert [(one.label, one.when) for one in stations] == [
        ("Call for applications", "May 4 to June 15, 2026"),
        ("Pairs announced", "August 17, 2026"),
        ("Program year begins", "September 8, 2026"),
        ("First check-in", "October 6, 2026"),
        ("Program year ends", "June 30, 2027"),
    ]
    assert [one.word for one in stations] == said


def test_two_stations_on_one_day_are_both_next(tmp_path: Path) -> None:
    stations = year(tmp_path, date(2026, 8, 18), start="2026-10-06").stations
    assert [one.label for one in stations if one.tense is Tense.NEXT] == [
        "Program year begins",
        "First check-in",
    ]


@pytest.mark.parametrize(
    ("today", "state", "is_over"),
    [
        (date(2026, 5, 3), "Planned", False),
        (date(2026, 6, 15), "Open for applications", False),
        (date(2026, 6, 16), "Pairing mentors and mentees", False),
        (date(2027, 6, 30), "At work", False),
        (date(2027, 7, 1), "Completed", True),
    ],
    ids=str,
)
def test_only_the_last_state_is_final(
    tmp_path: Path, today: date, state: str, *, is_over: bool
) -> None:
    made = year(tmp_path, today)
    assert (made.state, made.is_over) == (state, is_over)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            {"check_ins": "3", "presentation": "true", "evaluations": "2"},
            (
                "attended at least 3 check-ins",
                "presented at the symposium",
                "sent in at least 2 evaluations",
            ),
        ),
        (
            {"check_ins": "1", "presentation": "false", "evaluations": "1"},
            ("attended at least 1 check-in", "sent in at least 1 evaluation"),
        ),
        ({"check_ins": "0", "presentation": "false", "evaluations": "0"}, ()),
    ],
)
def test_the_rule_is_told_in_words(
    tmp_path: Path, rule: dict[str, str], words: tuple[str, ...]
) -> None:
    assert year(tmp_path, date(2026, 5, 3), completion=rule).rule == words


def test_a_year_has_a_calendar_beside_its_page(tmp_path: Path) -> None:
    made = year(tmp_path, date(2026, 5, 3))
    assert (made.address, made.calendar) == ("cohorts/2026/", "cohorts/2026/calendar.ics")
