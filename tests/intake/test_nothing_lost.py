"""Whatever stands in a column of any kind comes into the application, or is said, or refuses it."""

import json

import pytest

from generator.intake.outcome import Fate, Outcome
from generator.intake.targets import KEPT, LEFT_OUT, TARGETS
from tests.intake.programs import Program, read, table

MARK = "zq1"
FITTING = {
    "email": "cleo@example.org",
    "role": "mentee",
    "name": "Quill, Cleo",
    "submitted": "2026-05-10",
    "name.original_language": "ja",
    "orcid": "0000-0001-5109-3700",
    "affiliation.ror": "https://ror.org/05dxps055",
    "capacity": "2",
    "capacity.minimum": "1",
    "capacity.maximum": "2",
    "time_zone": "Chicago",
    "links": "example.org",
    "same_institution": "yes",
    "consent.scopes": "name",
    "consent.given": "2026-05-10",
    "status": "IP Address",
    "finished": "True",
    "cohort": "2025",
    "topics": "reading",
}


def outcome_of(program: Program, target: str, answers: tuple[str, ...]) -> Outcome:
    """What becomes of a row with some answers in columns of one kind, and what is needed besides."""
    needed = {key: FITTING[key] for key in ("email", "role", "submitted")}
    if not target.startswith("name"):
        needed["name"] = FITTING["name"]
    elif target not in ("name", "name.given", "name.family", "name.display"):
        needed |= {"name.given": "Cleo", "name.family": "Quill"}
    needed.pop(target, None)
    heading = "Shoe size" if target == KEPT else target
    headings, cells = [*needed, *[heading] * len(answers)], [*needed.values(), *answers]
    (outcome,) = program.plan(table(headings, cells))
    return outcome


@pytest.mark.parametrize("target", [name for name in TARGETS if name != LEFT_OUT])
def test_a_word_that_no_key_expects_is_found_again(program: Program, target: str) -> None:
    fits = FITTING.get(target, "plain")
    for answers in (
        (f"{MARK} x",),
        (fits, f"{MARK} x"),
        (f"{MARK} x", fits),
        (f"{fits} {MARK} x",),
    ):
        outcome = outcome_of(program, target, answers)
        is_kept = MARK in outcome.text or any(MARK in note for _, note in outcome.notes)
        assert is_kept or outcome.fate is Fate.REJECTED, answers


def test_two_columns_for_a_name_are_both_kept(program: Program) -> None:
    """Microsoft Forms has the name of the account beside the one that was asked for."""
    (outcome,) = program.plan(
        table(
            ("Completion time", "Email", "Name", "Your full name", "Mentor or mentee?"),
            ("2026-05-10", "c@example.org", "Quill, Cleo (Staff)", "Cleo Quill", "Mentee, or both"),
        )
    )
    program.write([outcome])
    values = program.application("mentee-2025-01")
    assert values["name"] == {"display": "Cleo Quill"}
    assert values["other_answers"] == [
        {"question": "Mentor or mentee?", "answer": "Mentee, or both"},
        {"question": "Name", "answer": "Quill, Cleo (Staff)"},
    ]


def test_nothing_that_a_form_endpoint_wraps_is_lost(program: Program) -> None:
    content = (
        '{"id": 7, "created_at": "2026-05-10", "date": "Sunday", "version": "9", "email": "other",'
        '"fields": {"shoe": 42}, "data": {"role": "mentee", "name": "Quill, Cleo",'
        '"email": "cleo@example.org", "topics": "reading", "topics": "Cats",'
        '"links": [{"url": "https://example.org/a"},'
        '{"label": "B", "url": "https://example.org/b"}]}}'
    )
    (outcome,) = program.plan(read(content.encode(), "cleo.json"))
    program.write([outcome])
    values = program.application("mentee-2025-01")
    assert values["topics"] == ["reading"]
    assert values["undecided"] == {"topics": ["Cats"]}
    assert values["links"] == [
        {"label": "example.org", "url": "https://example.org/a"},
        {"label": "B", "url": "https://example.org/b"},
    ]
    assert json.loads(json.dumps(values["other_answers"])) == [
        {"question": question, "answer": answer}
        for question, answer in (
            ("id", "7"),
            ("date", "Sunday"),
            ("version", "9"),
            ("email (beside 'data')", "other"),
            ("fields.shoe", "42"),
        )
    ]
