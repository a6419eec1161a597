"""Files of answers by the keys of the application."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from generator.intake.sheet import UnreadableError
from tests.intake.programs import Program, fates, read

ANSWERS: dict[str, Any] = {
    "role": "mentor",
    "name": {"given": "Cleo", "family": "Quill"},
    "email": "cleo@example.org",
    "affiliation": {"name": "Example Town Library", "department": "Reference"},
    "orcid": "0000-0001-5109-3700",
    "links": [
        {"label": "My page", "url": "https://example.org/cleo"},
        {"label": "Blog", "url": "https://example.org/blog"},
    ],
    "topics": ["reading", "Cats, and dogs"],
    "methods": ["interviews"],
    "statement": "I can help.\n\nGladly.",
    "capacity": {"minimum": 1, "maximum": 2},
    "time_zone": "Europe/Berlin",
    "preferences": ["ben-larsen"],
    "same_institution": True,
    "consent": {"given": "2026-05-10", "scopes": ["name", "affiliation"]},
    "shoe_size": 42,
}
WHOLE = {
    "format": "lrrt-application",
    "version": 1,
    "cohort": "2025",
    "made": "2026-05-10",
    "answers": ANSWERS,
}
RECORD = {
    "role": "mentor",
    "name": {"given": "Cleo", "family": "Quill"},
    "email": "cleo@example.org",
    "affiliation": {"name": "Example Town Library", "department": "Reference"},
    "orcid": "0000-0001-5109-3700",
    "links": [
        {"label": "My page", "url": "https://example.org/cleo"},
        {"label": "Blog", "url": "https://example.org/blog"},
    ],
    "topics": ["reading"],
    "methods": ["interviews"],
    "statement": "I can help.\n\nGladly.",
    "capacity": {"minimum": 1, "maximum": 2},
    "time_zone": "Europe/Berlin",
    "preferences": ["ben-larsen"],
    "same_institution": True,
    "undecided": {"topics": ["Cats, and dogs"]},
    "other_answers": [{"question": "shoe_size", "answer": "42"}],
}


def record_of(program: Program, content: bytes) -> dict[str, Any]:
    outcomes = program.plan(read(content, "cleo.json"))
    program.write(outcomes)
    values = program.application("cleo-quill")
    del values["received"]
    consent = values.pop("consent")
    assert isinstance(consent, dict)
    assert (str(consent["given"]), consent["scopes"]) == ("2026-05-10", ["name", "affiliation"])
    return values


def test_the_file_of_the_application_page_becomes_an_application(program: Program) -> None:
    assert record_of(program, json.dumps(WHOLE).encode()) == RECORD


def test_an_array_holds_several(program: Program) -> None:
    other = {**WHOLE, "answers": {"role": "mentee", "name": "Wen", "email": "wen@example.org"}}
    outcomes = program.plan(read(json.dumps([WHOLE, other, "x", {}]).encode(), "all.json"))
    assert fates(outcomes) == ["new", "new", "rejected", "rejected"]
    assert [str(one.submission.origin) for one in outcomes] == [
        f"all.json, entry {number}" for number in (1, 2, 3, 4)
    ]
    assert outcomes[2].reason == "it is no application: no keys with answers"


def test_what_a_form_endpoint_delivers_is_the_same(program: Program) -> None:
    flat = [
        ("role", "mentor"), ("name.given", "Cleo"), ("name.family", "Quill"),
        ("email", "cleo@example.org"), ("affiliation.name", "Example Town Library"),
        ("affiliation.department", "Reference"), ("orcid", "0000-0001-5109-3700"),
        ("links.label", "My page"), ("links.url", "https://example.org/cleo"),
        ("links.label", "Blog"), ("links.url", "https://example.org/blog"),
        ("topics", "reading"), ("topics", "Cats, and dogs"), ("methods[]", "interviews"),
        ("statement", "I can help.\r\n\r\nGladly."), ("capacity.minimum", "1"),
        ("capacity.maximum", "2"), ("time_zone", "Europe/Berlin"), ("preferences", "ben-larsen"),
        ("same_institution", "yes"), ("consent.given", "2026-05-10"),
        ("consent.scopes", "name"), ("consent.scopes", "affiliation"), ("shoe_size", "42"),
        ("cohort", "2025"), ("_gotcha", "bots"),
    ]  # fmt: skip
    assert record_of(program, urlencode(flat).encode()) == RECORD


def test_flat_json_is_the_same_too(program: Program) -> None:
    flat = {**ANSWERS, "cohort": "2025"}
    del flat["name"]
    flat |= {"name.given": "Cleo", "name.family": "Quill"}
    assert record_of(program, json.dumps({"data": flat}).encode()) == RECORD


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"role": ', "cleo.json:1:10: it is not whole: expecting value"),
        (b"[]", "it holds no application"),
        (b"[" * 100_000, "it is nested too deeply, or has a number too long"),
        (b'{"a": ' + b"9" * 5000 + b"}", "it is nested too deeply, or has a number too long"),
    ],
    ids=["half", "none", "deep", "number"],
)
def test_what_cannot_be_read_is_refused_in_one_line(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(content, "cleo.json")
    assert str(refused.value) == said


def test_a_later_version_of_the_form_is_refused(program: Program) -> None:
    (outcome,) = program.plan(read(json.dumps({**WHOLE, "version": 2}).encode(), "cleo.json"))
    assert (outcome.fate, outcome.reason) == (
        "rejected",
        "it is of version 2 of the form, and only 1 can be read",
    )


def test_a_field_with_a_line_for_each_entry_is_taken_apart(program: Program) -> None:
    flat = [
        ("role", "mentee"), ("name.family", "Quill"), ("email", "q@example.org"),
        ("cohort", "2025"), ("avoid", "Ada Okafor\r\nSomebody, perhaps\r\n"),
    ]  # fmt: skip
    program.write(program.plan(read(urlencode(flat).encode(), "post.txt")))
    values = program.application("mentee-2025-01")
    assert (values["avoid"], values["undecided"]) == (
        ["ada-okafor"],
        {"avoid": ["Somebody, perhaps"]},
    )
