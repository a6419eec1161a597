"""What answers agree to: never more than what was said, and a refusal counts as one."""

import json

import pytest

from generator.intake.acceptance import Acceptance
from generator.intake.accepting import accept_people
from generator.intake.outcome import Fate
from tests.intake.programs import Program, read, table

HEAD = ("Timestamp", "Email", "Full name", "Role", "What may be shown?")


def consent_of(program: Program, answer: str) -> tuple[object, object]:
    """What is taken as consent, and what is kept word for word."""
    row = ("2026-05-10", "cleo@example.org", "Quill, Cleo", "mentee", answer)
    (outcome,) = program.plan(table(HEAD, row))
    program.write([outcome])
    (id_,) = program.applications()
    values = program.application(id_)
    consent, kept = values.get("consent"), values.get("other_answers", [])
    assert isinstance(kept, list)
    scopes = consent.get("scopes", []) if isinstance(consent, dict) else None
    return scopes, [one["answer"] for one in kept]


@pytest.mark.parametrize(
    ("answer", "scopes", "kept"),
    [
        ("my name; my affiliation", ["name", "affiliation"], []),
        ("", [], []),
        ("No", [], []),
        ("none", [], []),
        ("I do not agree", [], ["I do not agree"]),
        ("No, only my affiliation", [], ["No, only my affiliation"]),
        ("no name, affiliation", [], ["no name, affiliation"]),
        ("name, but not on the web", ["name"], ["name, but not on the web"]),
        ("Sure!", None, ["Sure!"]),
    ],
)
def test_an_answer_agrees_to_what_it_names_and_to_nothing_else(
    program: Program, answer: str, scopes: object, kept: list[str]
) -> None:
    assert consent_of(program, answer) == (scopes, kept)


@pytest.mark.parametrize("answer", ["Yes, but only internally", "Yes, unless my director objects"])
def test_a_yes_with_a_condition_is_left_to_the_committee(program: Program, answer: str) -> None:
    head = (*HEAD[:4], "consent.name")
    row = ("2026-05-10", "cleo@example.org", "Quill, Cleo", "mentee", answer)
    (outcome,) = program.plan(table(head, row))
    program.write([outcome])
    values = program.application("mentee-2025-01")
    assert "consent" not in values
    assert values["other_answers"] == [{"question": "consent.name", "answer": answer}]
    said = f"'{answer}' says yes on a condition, and so is not taken as consent"
    assert ("undecided", f"{said}; kept under 'other_answers'") in outcome.notes


@pytest.mark.parametrize("page", ["json", "post"])
def test_who_ticks_nothing_on_the_application_page_takes_back_what_was_agreed(
    program: Program, page: str
) -> None:
    program.put(
        "records/participants/cleo-quill.yaml",
        "name:\n  given: Cleo\n  family: Quill\nbio: Old words.\n"
        "consent:\n  given: 2024-05-10\n  scopes: [name, biography]\n",
    )
    answers = {"role": "mentor", "name": {"given": "Cleo", "family": "Quill"}}
    content = json.dumps(
        {"answers": {**answers, "email": "c@example.org", "consent": {"given": "2025-05-10", "scopes": []}}}
    ) if page == "json" else (
        "role=mentor&name.given=Cleo&name.family=Quill&email=c%40example.org&consent.given=2025-05-10"
    )  # fmt: skip
    program.write(program.plan(read(content.encode(), "cleo.json")))
    (one,) = _accepted(program)
    assert one.fate is Fate.UPDATED
    assert "Old words" not in one.text
    assert "scopes: []" in one.text


def _accepted(program: Program) -> tuple[Acceptance, ...]:
    catalog = program.load().catalog
    return accept_people(catalog, "2025", ["cleo-quill"], "records", update=True)


def test_the_text_of_another_choice_is_kept_even_where_it_begins_with_no(program: Program) -> None:
    head = (*HEAD[:4], "Methods - Interviews", "Methods - Other - Text")
    row = ("2026-05-10", "cleo@example.org", "Quill, Cleo", "mentee", "No", "No idea yet")
    program.write(program.plan(table(head, row)))
    values = program.application("mentee-2025-01")
    assert values["undecided"] == {"methods": ["No idea yet"]}
