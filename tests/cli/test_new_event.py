"""lrrt new event: a meeting, its times on the clock of a zone that is said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
COMMAND = ("new", "event")
EVENTS = Path("records/events")
BASE = {"2025-check-in", "2026-symposium"}


def answers(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def events() -> dict[str, str]:
    """The records that were added, without the line for editors."""
    return {
        file.stem: file.read_text("utf-8").partition("\n")[2]
        for file in sorted(EVENTS.glob("*.yaml"))
        if file.stem not in BASE
    }


@pytest.mark.usefixtures("program")
def test_an_event_is_asked_for_and_shown_before_being_written(lrrt: Run) -> None:
    result = lrrt(
        *COMMAND,
        answer=answers(
            "check in",
            "",
            "",
            "2026-03-09",
            "",
            "12:00",
            "13:00",
            "",
            "",
            "https://example.org/2",
            "Two things.",
            "",
            "y",
        ),
    )
    assert result.exit_code == 0
    assert events() == {
        "2025-check-in-1": 'kind: check-in\ntitle: Second check-in\ncohort: "2025"\ndate: 2026-03-09\nstart: "12:00"\nend: "13:00"\nlink: https://example.org/2\nsummary: Two things.\n'
    }
    assert "  Monday, March 9, 2026\n" in result.stderr
    assert "  Monday, March 9, 2026, noon to 1:00 pm CT\n" in result.stderr
    assert lrrt("validate").exit_code == 0


@pytest.mark.usefixtures("program")
def test_times_may_be_typed_as_records_have_them(lrrt: Run) -> None:
    given = ("check-in", "", "", "2026-03-09", "", "25:00", '"12:00"', '"11:00"', '"13:00"')
    result = lrrt(*COMMAND, answer=answers(*given, *[""] * 5, "y"))
    assert result.exit_code == 0
    assert "'25:00' is not a time of day; write hours and minutes" in result.stderr
    (record,) = events().values()
    assert 'start: "12:00"\nend: "13:00"\n' in record


@pytest.mark.usefixtures("program")
def test_a_symposium_of_days_in_a_place_and_in_another_zone(lrrt: Run) -> None:
    place = ("Hall of Example", "Nowhere, IL")
    result = lrrt(
        *COMMAND,
        answer=answers(
            "symposium",
            "",
            "",
            "2026-06-26",
            "2026-06-27",
            "09:00",
            "09:00",
            "Eastern",
            "America/New_York",
            *place,
            "",
            "",
            "",
            "y",
        ),
    )
    assert result.exit_code == 0
    assert (
        "  'Eastern' is not the name of a time zone; did you mean America/New_York?\n"
        in result.stderr
    )
    assert events() == {
        "2026-symposium-2": 'kind: symposium\ntitle: Symposium of the Cohort of 2025\ncohort: "2025"\ndate: 2026-06-26\nend_date: 2026-06-27\nstart: "09:00"\nend: "09:00"\ntime_zone: America/New_York\nplace:\n  name: Hall of Example\n  city: Nowhere, IL\n'
    }


@pytest.mark.usefixtures("program")
def test_without_times_an_event_is_all_day_and_a_workshop_is_named_by_its_title(lrrt: Run) -> None:
    result = lrrt(
        *COMMAND,
        answer=answers(
            "workshop", "-", "Reading <i>referees</i>", "2026-12-09", "", "", "", "", "", "", "y"
        ),
    )
    assert result.exit_code == 0
    assert events() == {
        "2026-reading-i-referees-i": "kind: workshop\ntitle: Reading <i>referees</i>\ndate: 2026-12-09\nall_day: true\n"
    }


@pytest.mark.usefixtures("program")
def test_a_fault_in_an_answer_is_said_at_once_and_asked_again(lrrt: Run) -> None:
    times = ("2pm", "14:00", "14:00", "15:00")
    result = lrrt(
        *COMMAND,
        answer=answers(
            "?",
            "chekin",
            "check-in",
            "2052",
            "",
            "",
            "9 March",
            "2026-03-09",
            "2026-03-09",
            "",
            *times,
            "",
            "",
            "",
            "",
            "symposium 1",
            "2026-symposium",
            "",
            "y",
        ),
    )
    assert result.exit_code == 0
    for said in (
        "  symposium            where the pairs present what they found\n",
        "  there is no 'chekin'; did you mean 'check-in'?\n",
        "  there is no '2052'; did you mean '2025'?\n",
        "  '9 March' is not a date; ",
        "  2026-03-09 is not after 2026-03-09\n",
        "  '2pm' is not a time of day; write \"14:00\"\n",
        "  14:00 is not after 14:00\n",
        "  'symposium 1' is not written as an id; ",
        "  '2026-symposium' is taken already; choose another\n",
    ):
        assert said in result.stderr
    assert list(events()) == ["2025-check-in-1"]


@pytest.mark.usefixtures("program")
def test_options_stand_in_for_answers(lrrt: Run) -> None:
    options = (
        "--kind",
        "information-session",
        "--date",
        "2026-05-19",
        "--start",
        "13:00",
        "--end",
        "14:00",
    )
    assert lrrt(*COMMAND, *options, "--cohort", "2025", "--yes").exit_code == 0
    assert events() == {
        "2026-information-session": 'kind: information-session\ntitle: Information session\ncohort: "2025"\ndate: 2026-05-19\nstart: "13:00"\nend: "14:00"\n'
    }


@pytest.mark.usefixtures("program")
def test_what_validate_would_refuse_is_not_written(lrrt: Run) -> None:
    options = ("--kind", "check-in", "--cohort", "2025", "--date", "2029-05-19")
    result = lrrt(*COMMAND, *options, "--yes")
    assert result.exit_code == 1
    assert "error[date-outside-cohort]" in result.stderr
    assert events() == {}


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("number", range(12))
def test_the_end_of_the_answers_leaves_nothing(number: int, lrrt: Run) -> None:
    given = ("check-in", "", "", "2026-03-09", "", "12:00", "13:00", "", "", "", "", "")[:number]
    result = lrrt(*COMMAND, answer=answers(*given))
    assert result.exit_code == 1
    assert result.stderr.endswith("\nNothing was written.\n")
    assert events() == {}
