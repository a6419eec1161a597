"""Pairs at risk, mentors and their load, and who has completed."""

from datetime import date
from typing import Any

import pytest

from generator.cycle.completion import (
    PersonProgress,
    State,
    missing_parts,
    people_of_cohort,
    progress_of,
)
from generator.cycle.overview import MentorLoad, overviews
from generator.records.application import Role
from tests.cycle.programs import Year


def risks(year: Year, on: str) -> dict[str, tuple[str, ...]]:
    (overview,) = overviews(year.catalog(), date.fromisoformat(on))
    return {pair.id: pair.risks for pair in overview.pairs}


def states(year: Year, on: str, pairing: str = "2025/a") -> list[State]:
    catalog = year.catalog()
    progress = progress_of(catalog, catalog.pairings[pairing], date.fromisoformat(on))
    assert progress is not None
    return [part.state for part in progress.parts]


@pytest.mark.parametrize(
    ("on", "check_ins"),
    [
        ("2025-11-12", State.WITHIN_REACH),
        ("2025-11-13", State.OUT_OF_REACH),
    ],
)
def test_a_check_in_can_be_reached_until_its_day_is_over(
    year: Year, on: str, check_ins: State
) -> None:
    year.pairs({"id": "a"})
    assert states(year, on)[0] is check_ins


def test_check_ins_that_are_still_to_be_planned_can_be_reached(year: Year) -> None:
    year.pairs({"id": "a"})
    year.change("cohorts/2025.yaml", "check_ins: 1", "check_ins: 2")
    assert states(year, "2025-11-13")[0] is State.OUT_OF_REACH
    year.change("cohorts/2025.yaml", "check_ins: 2", "check_ins: 1")
    year.delete("events/2025-check-in.yaml")
    assert states(year, "2026-07-31")[0] is State.WITHIN_REACH
    assert states(year, "2026-08-01")[0] is State.OUT_OF_REACH


@pytest.mark.parametrize(
    ("pairing", "on", "talk"),
    [
        ("2025/reading-aloud", "2026-06-25", State.WITHIN_REACH),
        ("2025/reading-aloud", "2026-06-26", State.MET),
        ("2025/b", "2026-06-26", State.WITHIN_REACH),
        ("2025/b", "2026-06-27", State.OUT_OF_REACH),
    ],
)
def test_a_talk_is_given_once_its_day_has_come(
    year: Year, pairing: str, on: str, talk: State
) -> None:
    year.pairs({"id": "reading-aloud"}, {"id": "b"})
    assert states(year, on, pairing)[1] is talk


def test_an_evaluation_can_come_late(year: Year) -> None:
    year.pairs({"id": "a"})
    assert states(year, "2027-01-01")[2] is State.WITHIN_REACH


def test_what_is_missing_says_what_can_no_longer_be_reached(year: Year) -> None:
    year.pairs({"id": "a"})
    catalog = year.catalog()
    progress = progress_of(catalog, catalog.pairings["2025/a"], date(2026, 7, 1))
    assert progress is not None
    assert missing_parts(progress) == (
        "0 of 1 check-ins attended (can no longer be reached)",
        "no session at a symposium names this pairing (can no longer be reached)",
        "0 of 1 evaluations received",
    )


@pytest.mark.parametrize(
    ("attended", "on", "expected"),
    [
        ([], "2025-11-12", ()),
        ([], "2025-11-13", ("no check-in attended, 1 held",)),
        (["2025-check-in"], "2025-12-13", ()),
        (["2025-check-in"], "2026-01-13", ("1 check-in attended, 2 expected by now",)),
        ([], "2026-01-13", ("0 of 4 check-ins attended, and too few to come",)),
    ],
)
def test_a_pair_is_at_risk_when_it_falls_behind_the_year(
    year: Year, attended: list[str], on: str, expected: tuple[str, ...]
) -> None:
    year.change("cohorts/2025.yaml", "check_ins: 1", "check_ins: 4")
    for month in ("2025-12", "2026-01", "2026-03", "2026-04", "2026-05"):
        year.check_in(f"check-in-{month}", f"{month}-12")
    year.pairs({"id": "a", "check_ins": attended})
    assert risks(year, on)["2025/a"] == expected


def test_a_pair_without_a_session_is_at_risk_two_months_before_the_symposium(year: Year) -> None:
    year.pairs({"id": "a", "check_ins": ["2025-check-in"]})
    assert risks(year, "2026-04-26")["2025/a"] == ()
    assert risks(year, "2026-04-27")["2025/a"] == ("no session at the symposium on 2026-06-26",)
    assert risks(year, "2026-06-27")["2025/a"] == ("no talk at the symposium, which is over",)


def test_after_the_year_missing_evaluations_are_a_risk(year: Year) -> None:
    year.change("pairings/2025.yaml", "evaluations: [ben-larsen]", "evaluations: []")
    assert risks(year, "2026-08-01")["2025/reading-aloud"] == (
        "0 of 1 evaluation received, and the year is over",
    )


def test_a_withdrawal_is_a_risk_and_only_standing_pairs_are_at_one(year: Year) -> None:
    year.person("cleo", withdrawn="2025-10-01")
    usual: dict[str, Any] = {"mentees": ["cleo"], "check_ins": ["2025-check-in"]}
    year.pairs(
        {"id": "a", **usual},
        {"id": "b", **usual, "status": "ended", "ended": "2025-10-02"},
        {"id": "c", **usual, "status": "proposed"},
    )
    assert risks(year, "2025-12-01") == {
        "2025/a": ("cleo withdrew on 2025-10-01",),
        "2025/b": (),
        "2025/c": (),
    }


def test_a_rematch_keeps_its_history_both_ways(year: Year) -> None:
    year.person("cleo")
    ended = {"id": "a", "status": "ended", "ended": "2026-01-10", "check_ins": ["2025-check-in"]}
    year.pairs(ended, {"id": "b", "mentors": ["cleo"]})
    (overview,) = overviews(year.catalog(), date(2026, 2, 1))
    first, second = overview.pairs
    assert (first.ended, first.before, first.after) == (date(2026, 1, 10), ("2025/b",), ())
    assert (second.before, second.after) == ((), ("2025/a",))
    assert second.progress.evidence.check_ins == ("2025-check-in",)
    assert second.risks == ()


def test_a_mentee_completes_through_the_pairing_that_is_complete(year: Year) -> None:
    year.person("cleo")
    year.pairs(
        {"id": "a", "status": "ended", "ended": "2026-01-10"},
        {
            "id": "reading-aloud",
            "mentors": ["cleo"],
            "check_ins": ["2025-check-in"],
            "evaluations": ["cleo"],
        },
    )
    assert people_of_cohort(year.catalog(), "2025", date(2026, 7, 1)) == (
        PersonProgress("ben-larsen", Role.MENTEE, "2025/reading-aloud", completed=True, missing=()),
        PersonProgress(
            "ada-okafor",
            Role.MENTOR,
            "2025/a",
            completed=False,
            missing=("the pairing ended before its time",),
        ),
        PersonProgress("cleo", Role.MENTOR, "2025/reading-aloud", completed=True, missing=()),
    )


def test_the_load_of_mentors_is_set_beside_what_they_offered(year: Year) -> None:
    for name in ("cleo", "dan"):
        year.person(name)
    for name, most in (("ada-okafor", 1), ("dan", 3)):
        application = {"role": "mentor", "email": "x@example.org", "capacity": {"maximum": most}}
        year.write(f"private/applications/2025/{name}.yaml", application)
    year.pairs(
        {"id": "a"},
        {"id": "b", "mentors": ["ada-okafor", "cleo"], "mentees": ["dan"]},
        {"id": "c", "status": "ended", "ended": "2026-01-01"},
    )
    (overview,) = overviews(year.catalog(), date(2026, 2, 1))
    assert overview.mentors == (
        MentorLoad("ada-okafor", ("2025/a", "2025/b"), 2, 1),
        MentorLoad("cleo", ("2025/b",), 1, None),
        MentorLoad("dan", (), 0, 3),
    )


def test_a_year_that_is_long_over_is_not_shown(year: Year) -> None:
    assert len(overviews(year.catalog(), date(2026, 9, 29))) == 1
    assert overviews(year.catalog(), date(2026, 9, 30)) == ()
