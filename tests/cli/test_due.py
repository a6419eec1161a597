"""lrrt due: what it says, prints and writes."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import icalendar
import pytest
from click.testing import Result

Run = Callable[..., Result]
PAIRINGS = Path("records/pairings/2025.yaml")


@pytest.mark.usefixtures("program")
def test_what_is_overdue_comes_first_and_each_task_says_how_it_is_done(lrrt: Run) -> None:
    result = lrrt("due", "--on", "2026-06-26", "--within", "40")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (
        result.stderr
        == """\
Overdue:
  2026-03-02 (overdue by 116 days)  Write down the dates of the year after the Cohort of 2025; a year after its own, the call would open on 2026-05-01.
      add a cohort to records/cohorts/ (docs/guides/start-a-new-year.md)
  2026-05-27 (overdue by 30 days)  Ask for abstract of session 'reading-aloud' of 'Symposium of the 2025 cohort'.
      add abstract to it under sessions in records/events/2026-symposium.yaml
Today:
  2026-06-26 (today)  Hold 'Symposium of the 2025 cohort' at 13:00.
      time, place and link are in records/events/2026-symposium.yaml; lrrt announce symposium 2026-symposium
Coming:
  2026-07-31 (in 35 days)  Record that 2025/reading-aloud is completed: all that the rule asks is there.
      set status to 'completed' for 'reading-aloud' in records/pairings/2025.yaml, and tell its 'story'
4 tasks up to 2026-08-05, 2 of them overdue.
"""
    )


@pytest.mark.usefixtures("program")
def test_nothing_to_do_is_said(lrrt: Run) -> None:
    result = lrrt("due", "--on", "2026-01-01", "--within", "7")
    assert result.stderr == "There is nothing to do up to 2026-01-08.\n"


@pytest.mark.usefixtures("program")
def test_today_is_that_of_the_program_s_zone(lrrt: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782450000")  # 2026-06-26 05:00 UTC
    assert json.loads(lrrt("due", "--json").stdout)["on"] == "2026-06-26"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782449999")
    assert json.loads(lrrt("due", "--json").stdout)["on"] == "2026-06-25"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    result = lrrt("due")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: SOURCE_DATE_EPOCH is 'soon', which is no number of seconds; unset it\n",
    )


@pytest.mark.usefixtures("program")
def test_the_data_hold_the_same_tasks(lrrt: Run) -> None:
    result = lrrt("due", "--on", "2026-06-26", "--within", "40", "--json")
    data = json.loads(result.stdout)
    assert result.stderr == ""
    assert data["on"] == "2026-06-26"
    assert [(task["code"], task["urgency"], task["days"]) for task in data["tasks"]] == [
        ("next-year", "overdue", -116),
        ("complete-session", "overdue", -30),
        ("hold-event", "today", 0),
        ("record-completion", "coming", 35),
    ]
    assert data["tasks"][1]["about"] == ["2026-symposium/reading-aloud"]


@pytest.mark.usefixtures("program")
def test_another_library_reads_the_calendar_and_finds_each_task_on_its_day(lrrt: Run) -> None:
    result = lrrt("due", "--on", "2026-06-26", "--within", "40", "--ics", "../out/committee.ics")
    assert result.stderr.endswith("committee.ics written\n")
    read = icalendar.Calendar.from_ical(Path("../out/committee.ics").read_bytes())
    events = read.walk("VEVENT")
    assert [event.decoded("DTSTART") for event in events] == [
        date(2026, 3, 2),
        date(2026, 5, 27),
        date(2026, 6, 26),
        date(2026, 7, 31),
    ]
    assert str(events[2]["SUMMARY"]) == "Hold 'Symposium of the 2025 cohort' at 13:00"
    shown = lrrt("due", "--on", "2026-06-26", "--within", "40", "--ics", "-")
    assert shown.stdout_bytes == Path("../out/committee.ics").read_bytes()


@pytest.mark.usefixtures("program")
def test_a_task_keeps_its_uid_when_another_pair_joins_it(lrrt: Run) -> None:
    def uids() -> set[str]:
        content = lrrt("due", "--on", "2025-11-20", "--ics", "-").stdout_bytes
        return {str(event["UID"]) for event in icalendar.Calendar.from_ical(content).walk("VEVENT")}

    pairing = "\n  - {{id: {}, mentors: [ada-okafor], mentees: [ben-larsen], status: active}}"
    text = PAIRINGS.read_text("utf-8").rstrip()
    PAIRINGS.write_text(text + pairing.format("x") + "\n", "utf-8")
    before = uids()
    assert len(before) == 1
    PAIRINGS.write_text(text + pairing.format("x") + pairing.format("y") + "\n", "utf-8")
    assert uids() == before


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--pairs", "--ics", "x.ics"], "--pairs has no dates of its own; leave out --ics"),
        (["--json", "--ics", "-"], "--json and '--ics -' both write on stdout; name a file for the calendar"),
        (["--ics", "records/x.ics"], "--ics records/x.ics lies in records/, which is public; it speaks of pairs and people, so name a file elsewhere"),
        (["--ics", "content/x.ics"], "--ics content/x.ics lies in content/, which is public; it speaks of pairs and people, so name a file elsewhere"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_line(
    lrrt: Run, arguments: list[str], said: str
) -> None:
    result = lrrt("due", *arguments)
    assert (result.exit_code, result.stderr) == (2, f"Error: {said}\n")
    assert not Path("records/x.ics").exists()


@pytest.mark.usefixtures("program")
def test_a_calendar_that_cannot_be_written_is_said(lrrt: Run) -> None:
    Path("file").write_text("", "utf-8")
    result = lrrt("due", "--ics", "file/x.ics")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: file/x.ics cannot be written: ")


@pytest.mark.usefixtures("program")
def test_the_overview_names_risks_progress_people_and_mentors(lrrt: Run) -> None:
    text = PAIRINGS.read_text("utf-8")
    first = "  - {id: first, mentors: [ada-okafor], mentees: [ben-larsen], status: ended, ended: 2025-12-01}\n"
    PAIRINGS.write_text(text.replace("pairings:\n", f"pairings:\n{first}", 1), "utf-8")
    Path("private/applications/2025").mkdir(parents=True)
    Path("private/applications/2025/ada-okafor.yaml").write_text(
        "role: mentor\nemail: ada@example.org\ncapacity: {maximum: 2}\n", "utf-8"
    )
    result = lrrt("due", "--pairs", "--on", "2026-06-27", "--private", "private")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (
        result.stderr
        == """\
Cohort of 2025, seen from 2026-06-27
  At risk: 0 pairs
  All pairs:
    2025/first: ended on 2025-12-01, followed by 2025/reading-aloud; 0 check-ins attended
    2025/reading-aloud: active, a rematch after 2025/first; all that the rule asks is there
  Completed: 1 mentee (certificates), 1 mentor (letters)
  Mentors:
    ada-okafor: 1 mentee of 2 offered in 1 pair
"""
    )


@pytest.mark.usefixtures("program")
def test_the_overview_as_data(lrrt: Run) -> None:
    data = json.loads(lrrt("due", "--pairs", "--on", "2026-06-27", "--json").stdout)
    (cohort,) = data["cohorts"]
    assert cohort["pairs"] == [
        {
            "pairing": "2025/reading-aloud",
            "mentors": ["ada-okafor"],
            "mentees": ["ben-larsen"],
            "status": "active",
            "ended": None,
            "after": [],
            "before": [],
            "complete": True,
            "can_complete": True,
            "missing": [],
            "parts": {
                "check-ins": {"there": 1, "asked": 1, "state": "met"},
                "presentation": {"there": 1, "asked": 1, "state": "met"},
                "evaluations": {"there": 1, "asked": 1, "state": "met"},
            },
            "risks": [],
        }
    ]
    assert cohort["people"][0] == {
        "person": "ben-larsen",
        "role": "mentee",
        "pairing": "2025/reading-aloud",
        "completed": True,
        "missing": [],
    }
    assert cohort["mentors"] == [
        {"mentor": "ada-okafor", "pairs": ["2025/reading-aloud"], "mentees": 1, "capacity": None}
    ]


@pytest.mark.usefixtures("program")
def test_no_pairs_at_work_is_said(lrrt: Run) -> None:
    result = lrrt("due", "--pairs", "--on", "2030-01-01")
    assert result.stderr == "No cohort has pairings that are at work on 2030-01-01.\n"


@pytest.mark.usefixtures("program")
def test_faults_of_records_are_mentioned_and_stop_nothing(lrrt: Run) -> None:
    Path("records/events/2025-check-in.yaml").write_text("colour: red\n", "utf-8")
    result = lrrt("due", "--on", "2026-06-26")
    assert result.exit_code == 0
    assert result.stderr.endswith(
        "Some records have faults and may be missing here; run 'lrrt validate'.\n"
    )


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("20.11.2026", "'20.11.2026' is not a date; write 2026-11-20"),
        ("2026-11-31", "there is no day 2026-11-31; November 2026 has 30 days"),
        ("soon", "'soon' is not a date; write year-month-day, as in 2026-03-09"),
    ],
)
def test_a_day_that_is_none_is_told_in_the_words_of_the_records(
    lrrt: Run, day: str, said: str
) -> None:
    result = lrrt("due", "--on", day)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == f"Error: Invalid value for '--on': {said}"
