"""What the committee has to do: each task from when to when, and in what order."""

from datetime import date

import pytest

from generator.cycle.due import due_values
from generator.cycle.task import Code, Task, Urgency
from tests.cycle.programs import Year

TITLE = "Symposium of the 2025 cohort"


def test_tasks_stand_in_the_order_of_their_days_and_none_later_than_asked(year: Year) -> None:
    year.check_in("2026-check-in-2", "2026-02-10")
    tasks = year.tasks("2026-02-01", 20)
    assert [(str(task.due), task.code) for task in tasks] == [("2026-02-10", "hold-event")]
    many = year.tasks("2026-02-01")
    assert [task.order for task in many] == sorted(task.order for task in many)
    assert len({(task.code, task.about[:1]) for task in many}) == len(many)


def test_a_task_is_overdue_from_the_day_after_its_own() -> None:
    task = Task(Code.MATCH, date(2026, 2, 10), "Do it", "so", ())
    days = (date(2026, 2, 9), date(2026, 2, 10), date(2026, 2, 11))
    assert [task.urgency(day) for day in days] == [
        Urgency.COMING,
        Urgency.TODAY,
        Urgency.OVERDUE,
    ]


def test_the_data_have_the_keys_that_are_documented() -> None:
    task = Task(Code.MATCH, date(2026, 2, 10), "Do it", "so", ("2025",))
    assert due_values((task,), date(2026, 2, 12)) == {
        "on": "2026-02-12",
        "tasks": [
            {
                "code": "match",
                "due": "2026-02-10",
                "urgency": "overdue",
                "days": -2,
                "what": "Do it",
                "how": "so",
                "about": ["2025"],
            }
        ],
    }


@pytest.mark.parametrize(
    ("on", "publish", "close"),
    [
        ("2025-04-01", True, False),
        ("2025-05-01", True, True),
        ("2025-05-08", True, True),
        ("2025-05-09", False, True),
        ("2025-06-22", False, True),
        ("2025-06-23", False, False),
    ],
)
def test_a_call_is_published_and_closed_and_leaves_the_list_after_a_week(
    year: Year, on: str, *, publish: bool, close: bool
) -> None:
    assert bool(year.due("publish-call", on)) is publish
    assert bool(year.due("close-call", on)) is close


def test_without_applications_at_hand_a_year_without_pairings_is_to_be_matched(year: Year) -> None:
    year.delete("pairings/2025.yaml")
    assert year.due("match", "2025-06-15") == []
    assert year.due("match", "2025-06-16") == [
        ("2025-07-01", "Match mentors and mentees of the Cohort of 2025: there is no pairing yet")
    ]
    assert year.due("match", "2026-08-01") == []


def test_mentees_who_applied_and_are_in_no_pairing_are_named(year: Year) -> None:
    for name, role in (
        ("ben-larsen", "mentee"),
        ("cleo-marsh", "mentee"),
        ("dan", "mentor"),
        ("eve", "mentee"),
    ):
        year.write(
            f"private/applications/2025/{name}.yaml", {"role": role, "email": "x@example.org"}
        )
    year.person("eve", withdrawn="2025-06-20")
    assert year.due("match", "2025-10-01") == [
        ("2025-07-01", "Match 1 mentee who applied to the Cohort of 2025: cleo-marsh")
    ]


def test_a_mentee_whose_pairing_ended_needs_another_mentor(year: Year) -> None:
    year.pairs({"id": "a", "status": "ended", "ended": "2026-01-10"})
    assert year.due("rematch", "2026-01-11") == [
        ("2026-01-24", "Find another mentor for ben-larsen, whose pairing 2025/a ended")
    ]
    assert year.due("rematch", "2026-08-01") == []
    year.pairs({"id": "a", "status": "ended", "ended": "2026-01-10"}, {"id": "b"})
    assert year.due("rematch", "2026-01-11") == []


@pytest.mark.parametrize(
    ("status", "code", "day"),
    [("proposed", "announce-pairs", "2025-07-15"), ("confirmed", "begin-year", "2025-08-01")],
)
def test_pairs_are_announced_and_begin(year: Year, status: str, code: str, day: str) -> None:
    year.pairs({"id": "a", "status": status})
    assert [due for due, _ in year.due(code, "2025-07-01")] == [day]
    assert [due for due, _ in year.due(code, "2026-07-31")] == [day]
    assert year.due(code, "2026-08-01") == []


def test_the_dates_of_the_next_year_are_asked_for_two_months_before_its_call(year: Year) -> None:
    assert [day for day, _ in year.due("next-year", "2025-06-01")] == ["2026-03-02"]
    year.change("cohorts/2025.yaml", "call_opens: 2025-05-01", "call_opens: 2024-02-29")
    assert year.due("next-year", "2025-06-01")[0][0] == "2024-12-30"


def test_a_notice_is_taken_out_after_its_last_day(year: Year) -> None:
    year.change(
        "program.yaml", "repository:", "notice: {text: Hello, until: 2026-02-10}\nrepository:"
    )
    assert year.due("notice-past", "2026-02-10") == []
    assert [day for day, _ in year.due("notice-past", "2026-02-11")] == ["2026-02-11"]


def test_meetings_are_held_on_their_days_and_cancelled_ones_never(year: Year) -> None:
    year.check_in("a", "2026-02-10", end_date="2026-02-12")
    year.check_in("b", "2026-02-11", cancelled="true")
    held = [("2026-02-11", "Hold 'Check-in a' at 13:00")]
    assert year.due("hold-event", "2026-02-11", 30) == held
    assert year.due("hold-event", "2026-02-13", 30) == []


def test_check_ins_that_the_rule_asks_for_are_planned(year: Year) -> None:
    year.change("cohorts/2025.yaml", "check_ins: 1", "check_ins: 3")
    assert year.due("plan-check-ins", "2025-06-01") == [
        (
            "2025-08-01",
            "Plan the check-ins of the Cohort of 2025: its rule asks for 3, and 1 has a record",
        )
    ]


def test_a_check_in_at_which_nobody_is_recorded_was_forgotten(year: Year) -> None:
    year.check_in("a", "2026-02-10")
    assert year.due("record-attendance", "2026-02-10") == []
    forgotten = [("2026-02-17", "Record who attended 'Check-in a' of the Cohort of 2025")]
    assert year.due("record-attendance", "2026-02-11") == forgotten
    year.pairs({"id": "reading-aloud", "status": "ended", "ended": "2026-01-01"})
    assert year.due("record-attendance", "2026-02-11") == []


def test_pairs_that_were_not_at_the_last_check_in_are_asked_after(year: Year) -> None:
    there = {"id": "a", "check_ins": ["2025-check-in"]}
    year.pairs(there, {"id": "b"}, {"id": "c", "status": "ended", "ended": "2025-11-01"})
    absent = [("2025-11-26", "Ask after 1 pair without a record of 'First check-in': b")]
    assert year.due("ask-absent", "2025-11-13") == absent
    year.check_in("z", "2026-02-10")
    assert year.due("ask-absent", "2026-02-10") == absent
    assert year.due("ask-absent", "2026-02-11") == []


def test_a_symposium_without_a_record_is_missed_before_the_end_of_the_year(year: Year) -> None:
    assert year.due("plan-symposium", "2026-01-01") == []
    year.delete("events/2026-symposium.yaml")
    assert [day for day, _ in year.due("plan-symposium", "2026-01-01")] == ["2026-05-02"]
    year.change("cohorts/2025.yaml", "presentation: true", "presentation: false")
    assert year.due("plan-symposium", "2026-01-01") == []


def test_pairs_without_a_session_are_asked_for_a_talk(year: Year) -> None:
    year.pairs({"id": "reading-aloud"}, {"id": "b"}, {"id": "c", "status": "proposed"})
    asked = [("2026-05-12", f"Ask 1 pair for a talk at '{TITLE}': b")]
    assert year.due("ask-for-talk", "2026-05-01") == asked
    planned = "planning:\n  sessions:\n    - {id: b, kind: talk, pairing: 2025/b}\n"
    year.change("events/2026-symposium.yaml", "sessions:\n", f"{planned}sessions:\n")
    assert year.due("ask-for-talk", "2026-05-01") == []


def test_sessions_lack_title_speakers_and_abstract_until_they_have_them(year: Year) -> None:
    planned = (
        "planning:\n  sessions:\n    - {id: key, kind: keynote}\n    - {id: tea, kind: break}\n"
    )
    year.change("events/2026-symposium.yaml", "sessions:\n", f"{planned}sessions:\n")
    assert year.due("complete-session", "2026-05-01") == [
        ("2026-05-27", f"Ask for title, speakers, and abstract of session 'key' of '{TITLE}'"),
        ("2026-05-27", f"Ask for abstract of session 'reading-aloud' of '{TITLE}'"),
        ("2026-05-27", f"Ask for title of session 'tea' of '{TITLE}'"),
    ]
    assert year.due("lay-out-schedule", "2026-05-01") == [
        ("2026-05-27", f"Give 2 sessions of '{TITLE}' a time: key and tea")
    ]
    assert year.due("complete-session", "2026-06-27") == []


def test_slides_and_recordings_are_asked_for_half_a_year(year: Year) -> None:
    for code in ("add-slides", "add-recording"):
        assert year.due(code, "2026-06-26") == []
        assert [day for day, _ in year.due(code, "2026-06-27")] == ["2026-07-10"]
        assert len(year.due(code, "2026-12-23")) == 1
        assert year.due(code, "2026-12-24") == []
    link = "    slides: https://example.org/s\n    recording: https://example.org/r\n"
    year.change("events/2026-symposium.yaml", "    pairing:", f"{link}    pairing:")
    assert year.due("add-slides", "2026-06-27") == year.due("add-recording", "2026-06-27") == []


def test_evaluations_are_asked_for_a_month_before_the_end_of_whoever_sent_none(year: Year) -> None:
    year.change("cohorts/2025.yaml", "evaluations: 1", "evaluations: 2")
    assert year.due("ask-evaluations", "2026-06-30") == []
    assert year.due("ask-evaluations", "2026-07-01") == [
        ("2026-07-31", "Ask ada-okafor for an evaluation of 2025/reading-aloud (1 of 2 received)")
    ]


def test_completion_is_recorded_once_all_is_there_and_the_talk_is_given(year: Year) -> None:
    assert year.due("record-completion", "2026-06-25") == []
    recorded = [
        (
            "2026-07-31",
            "Record that 2025/reading-aloud is completed: all that the rule asks is there",
        )
    ]
    assert year.due("record-completion", "2026-06-26") == recorded
    year.change("pairings/2025.yaml", "status: active", "status: completed")
    assert year.due("record-completion", "2026-06-26") == []


def test_a_pair_that_did_not_complete_is_settled_after_the_year(year: Year) -> None:
    year.change("pairings/2025.yaml", "check_ins: [2025-check-in]", "check_ins: []")
    assert year.due("settle-pair", "2026-07-31") == []
    assert year.due("settle-pair", "2026-08-01") == [
        (
            "2026-08-30",
            (
                "Settle 2025/reading-aloud, still 'active' though the year is over: "
                "0 of 1 check-ins attended (can no longer be reached)"
            ),
        )
    ]


def hows(year: Year, code: str, on: str) -> list[str]:
    return [task.how for task in year.tasks(on) if task.code == code]


def test_certificates_wait_for_the_record_and_leave_the_list_after_a_year(year: Year) -> None:
    assert year.due("certificates", "2026-07-01") == []
    year.change("pairings/2025.yaml", "status: active", "status: completed")
    sent = [
        (
            "2026-08-14",
            "Send 1 certificate to mentees and 1 letter to mentors of the Cohort of 2025",
        )
    ]
    assert year.due("certificates", "2026-07-01") == sent
    assert year.due("certificates", "2027-07-31") == sent
    assert year.due("certificates", "2027-08-01") == []


def test_who_was_given_a_certificate_or_a_letter_leaves_the_list(year: Year) -> None:
    year.change("pairings/2025.yaml", "status: active", "status: completed")
    certificate = {
        "id": "7kq2m-9fx3v-ht8wn-d4p6r",
        "participant": "ben-larsen",
        "pairing": "2025/reading-aloud",
        "issued": "2026-08-10",
    }
    year.write("records/certificates/2025.yaml", {"certificates": [certificate]})
    assert year.due("certificates", "2026-08-10") == [
        ("2026-08-14", "Send 1 letter to mentors of the Cohort of 2025")
    ]
    assert hows(year, "certificates", "2026-08-10") == [
        "lrrt letters 2025; then commit records/certificates/2025.yaml"
    ]
    letter = {"participant": "ada-okafor", "issued": "2026-08-10"}
    year.write("records/certificates/2025.yaml", {"letters": [letter]})
    assert hows(year, "certificates", "2026-08-10") == [
        "lrrt certificates 2025; then commit records/certificates/2025.yaml"
    ]


def test_who_was_never_asked_for_consent_is_asked_for_all_that_names_them(year: Year) -> None:
    ben = "consent:\n  given: 2025-07-02\n  scopes: [name, affiliation, biography, links, pairing, sessions, recording, outputs]\n"
    year.change("participants/ben-larsen.yaml", ben, "")
    assert year.due("ask-consent", "2026-01-01") == [
        (
            "2025-07-15",
            (
                "Ask ben-larsen for consent to pairing, sessions, and outputs, named in "
                "2025/reading-aloud, 2026-symposium/reading-aloud, and 2026-reading-aloud: "
                "the person has never been asked"
            ),
        )
    ]


@pytest.mark.parametrize(("given", "asked"), [("2025-04-30", 1), ("2025-05-01", 0)])
def test_who_answered_since_the_call_opened_is_not_asked_again_for_the_pairing(
    year: Year, given: str, asked: int
) -> None:
    year.pairs({"id": "reading-aloud"}, {"id": "b", "mentees": ["cleo"]})
    year.person("cleo", consent={"given": given, "scopes": []})
    assert len(year.due("ask-consent", "2026-01-01")) == asked


def test_who_withdrew_is_asked_for_nothing(year: Year) -> None:
    year.pairs({"id": "reading-aloud"}, {"id": "b", "mentees": ["cleo"]})
    year.write("records/participants/cleo.yaml", {"name": {"display": "Cleo"}})
    assert len(year.due("ask-consent", "2026-01-01")) == 1
    year.person("cleo", withdrawn="2025-12-01", consent=None)
    assert year.due("ask-consent", "2026-01-01") == []


def test_somebody_planned_to_speak_is_asked_before_it_is_published(year: Year) -> None:
    year.person("cleo", consent={"given": "2025-07-01", "scopes": ["name"]})
    planned = (
        "planning:\n  sessions:\n    - {id: key, kind: keynote, speakers: [{participant: cleo}]}\n"
    )
    year.change("events/2026-symposium.yaml", "sessions:\n", f"{planned}sessions:\n")
    assert [day for day, _ in year.due("ask-consent", "2026-01-01")] == ["2026-06-26"]


@pytest.mark.parametrize(
    ("status", "day", "due"),
    [
        ("in-press", "2026", "2027-12-31"),
        ("in-press", "2026-02", "2027-02-28"),
        ("submitted", "2026-12", "2027-12-31"),
        ("submitted", "2026-03-09", "2027-03-09"),
        ("in-press", "", "2027-07-31"),
        ("published", "2020", None),
    ],
)
def test_what_has_waited_for_more_than_a_year_is_asked_about(
    year: Year, status: str, day: str, due: str | None
) -> None:
    old = "status: published\ndate: 2026-03\n"
    new = f"status: {status}\n" + (f"date: {day}\n" if day else "")
    year.change("outputs/2026-reading-aloud.yaml", old, new)
    assert [at for at, _ in year.due("ask-about-output", "2029-01-01")] == ([due] if due else [])
    if due:
        assert year.due("ask-about-output", due) == []


def test_since_when_is_not_known_of_an_output_of_no_pairing(year: Year) -> None:
    year.change(
        "outputs/2026-reading-aloud.yaml",
        "status: published\ndate: 2026-03\n",
        "status: in-press\n",
    )
    year.change("outputs/2026-reading-aloud.yaml", "pairings: [2025/reading-aloud]\n", "")
    assert year.due("ask-about-output", "2029-01-01") == []


def test_a_program_without_a_cohort_has_nothing_to_do(year: Year) -> None:
    year.delete(
        "cohorts/2025.yaml",
        "pairings/2025.yaml",
        "outputs/2026-reading-aloud.yaml",
        "events/2025-check-in.yaml",
        "events/2026-symposium.yaml",
    )
    assert year.tasks("2026-01-01") == ()
