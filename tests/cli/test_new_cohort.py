"""lrrt new cohort: the last year a year later, changed where somebody says so."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from generator.cycle.beginnings import a_year_later

Run = Callable[..., Result]
COMMAND = ("new", "cohort")
FILE = Path("records/cohorts/2026.yaml")
RECORD = """\
# yaml-language-server: $schema=../schemas/cohort.json
title: Cohort of 2026
call_opens: 2026-04-30
call_closes: 2026-06-14
pairs_announced: 2026-07-14
start: 2026-07-31
end: 2027-07-31
completion:
  check_ins: 1
  presentation: true
  evaluations: 1
"""


def answers(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.usefixtures("program")
def test_what_is_proposed_is_the_last_year_a_year_later(lrrt: Run) -> None:
    result = lrrt(*COMMAND, answer=answers(*[""] * 11, "y"))
    assert result.exit_code == 0
    assert FILE.read_text("utf-8") == RECORD
    assert lrrt(*COMMAND, "--yes").exit_code == 0
    assert (
        FILE.with_stem("2027")
        .read_text("utf-8")
        .startswith(
            "# yaml-language-server: $schema=../schemas/cohort.json\ntitle: Cohort of 2027\n"
        )
    )
    assert lrrt("validate").exit_code == 0


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_a_year_later_is_the_same_weekday_and_nearly_the_same_date(day: date) -> None:
    later = a_year_later(day)
    assert later.year == day.year + 1 or (day.month, day.day) in (
        (1, 1),
        (1, 2),
        (1, 3),
        (12, 29),
        (12, 30),
    )
    ends_month = (date.fromordinal(day.toordinal() + 1)).day == 1
    if ends_month:
        assert (later.month, date.fromordinal(later.toordinal() + 1).day) == (day.month, 1)
    else:
        assert later.weekday() == day.weekday()
        assert later.toordinal() - day.toordinal() in (364, 371, 357)
        assert (
            abs(later.toordinal() - date(day.year + 1, day.month, min(day.day, 28)).toordinal())
            <= 6
        )


@pytest.mark.usefixtures("program")
def test_dates_that_come_too_early_are_asked_for_again(lrrt: Run) -> None:
    dates = ("2026-05-01", "2026-04-01", "2026-06-01", "soon", "", "", "")
    result = lrrt(
        *COMMAND, answer=answers("2025", "", "", *dates, "2", "n", "many", "51", "0", "", "y")
    )
    assert result.exit_code == 0
    for said in (
        "  there is a cohort '2025' already; choose another\n",
        "  2026-04-01 is before call opens, 2026-05-01\n",
        "  'soon' is not a date; ",
        "  'many' is not a whole number\n",
        "  write 50 or less\n",
    ):
        assert said in result.stderr
    assert FILE.read_text("utf-8").endswith(
        "completion:\n  check_ins: 2\n  presentation: false\n  evaluations: 0\n"
    )


@pytest.mark.usefixtures("program")
def test_options_stand_in_for_answers(lrrt: Run) -> None:
    options = ("--call-opens", "2026-05-05", "--no-presentation", "--summary", "A year of maps.")
    assert lrrt(*COMMAND, "2026", *options, "--yes").exit_code == 0
    changed = RECORD.replace("2026-04-30", "2026-05-05").replace("true", "false")
    assert FILE.read_text("utf-8") == f"{changed}summary: A year of maps.\n"


@pytest.mark.usefixtures("program")
def test_a_cohort_that_is_there_is_not_begun_again(lrrt: Run) -> None:
    result = lrrt(*COMMAND, "2025", "--yes")
    said = "Error: ID: there is a cohort '2025' already; choose another\n"
    assert (result.exit_code, result.stderr) == (2, said)


def test_the_first_cohort_of_all_has_no_dates_proposed(program: Path, lrrt: Run) -> None:
    lrrt("new", "program", "--yes")
    refused = lrrt(*COMMAND, "2026", "--yes")
    assert (refused.exit_code, refused.stderr) == (2, "Error: --call-opens: this is needed\n")
    dates = ("2026-05-04", "2026-06-15", "2026-08-17", "2026-09-08", "2027-06-30")
    result = lrrt(*COMMAND, answer=answers("2026", "", *dates, "3", "", "2", "", "y"))
    assert result.exit_code == 0
    assert (program / FILE).exists()
    assert lrrt("validate").exit_code == 0


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("number", range(12))
def test_the_end_of_the_answers_leaves_nothing(number: int, lrrt: Run) -> None:
    result = lrrt(*COMMAND, answer=answers(*[""] * number))
    assert result.exit_code == 1
    assert result.stderr.endswith("\nNothing was written.\n")
    assert not FILE.exists()
