"""The application pages: every key of the model is asked or left out on purpose; choices; calls."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from generator.records.application import Role
from generator.records.fields import ConsentScope
from generator.records.kinds import Kind
from generator.records.people import COVERS
from generator.records.questions import AGREED, PARTS, UNASKED
from generator.records.schema import json_schema
from generator.records.vocabulary import Topic
from generator.source import to_yaml, write_text
from generator.views.application_form import Control, FormField, schema_at
from generator.views.calls import Call
from generator.views.term_groups import term_groups
from tests.changes.sides import side_of
from tests.views.sites import records, site_of

SCHEMA = json_schema(Kind.APPLICATION)
ASKED = [one for part in PARTS for one in (*part.questions, *part.aside)]


def keys(schema: Mapping[str, Any], before: str = "") -> Iterator[str]:
    """Every key that an applicant could be asked for; parts of lists are asked with the list."""
    for name in schema["properties"]:
        key = f"{before}{name}"
        own = schema_at(SCHEMA, key)
        if "properties" in own and key not in UNASKED:
            yield from keys(own, f"{key}.")
        else:
            yield key


def test_every_key_of_an_application_is_asked_once_or_left_out_for_a_reason() -> None:
    asked = [one.key for one in ASKED]
    assert sorted([*asked, *UNASKED]) == sorted(keys(SCHEMA))
    assert all(UNASKED.values())


def test_what_the_model_needs_is_needed_and_so_is_a_name() -> None:
    needed = {one.key for one in ASKED if one.missing}
    assert needed == {*SCHEMA["required"], "name.family"} - {"role"}


def fields(tmp_path: Path, role: Role) -> dict[str, FormField]:
    forms = {form.role: form for form in site_of(tmp_path, records()).forms}
    return {one.name: one for part in forms[role].parts for one in (*part.fields, *part.aside)}


def test_the_limits_are_the_models(tmp_path: Path) -> None:
    found = fields(tmp_path, Role.MENTOR)
    limits = {
        name: (one.control, one.longest, one.lowest, one.highest, one.value)
        for name, one in found.items()
        if name in ("name.given", "pronouns", "statement", "links", "capacity.maximum")
    }
    assert limits == {
        "name.given": (Control.LINE, 300, 0, 0, ""),
        "pronouns": (Control.LINE, 40, 0, 0, ""),
        "statement": (Control.TEXT, 6000, 0, 0, ""),
        "links": (Control.LINKS, 8, 0, 0, ""),
        "capacity.maximum": (Control.NUMBER, 0, 0, 20, "1"),
    }


def test_each_role_is_asked_what_is_for_it(tmp_path: Path) -> None:
    mentee, mentor = fields(tmp_path, Role.MENTEE), fields(tmp_path, Role.MENTOR)
    assert set(mentee) - set(mentor) == {"same_institution"}
    assert set(mentor) - set(mentee) == {"capacity.minimum", "capacity.maximum"}
    assert (mentee["needs"].label, mentor["needs"].label) == (
        "What you would like help with",
        "What you can help with",
    )


def test_a_question_without_a_hint_of_its_own_has_the_models_description(tmp_path: Path) -> None:
    assert fields(tmp_path, Role.MENTEE)["name.suffix"].hint == "Jr., Sr., III and the like."


def test_every_scope_is_a_choice_of_its_own_said_to_the_applicant(tmp_path: Path) -> None:
    (group,) = fields(tmp_path, Role.MENTEE)["consent.scopes"].groups
    assert [choice.value for choice in group.choices] == [str(scope) for scope in ConsentScope]
    assert group.choices[0].value == "name"
    assert [choice.note for choice in group.choices] == [AGREED[scope] for scope in ConsentScope]
    assert list(AGREED) == list(COVERS) == list(ConsentScope)
    assert not re.search("person|they|them", " ".join(AGREED.values()))


def test_regions_of_time_zones_are_called_as_people_call_them(tmp_path: Path) -> None:
    groups = fields(tmp_path, Role.MENTEE)["time_zone"].groups
    found = {group.title: {choice.value for choice in group.choices} for group in groups}
    assert "Etc/UTC" in found["Without a place"]
    assert "Indian/Mauritius" in found["Indian Ocean"]
    assert not {"Etc", "Indian"} & set(found)


def topic(id_: str, *broader: str) -> Topic:
    return Topic(id=id_, label=id_.capitalize(), broader=broader, also=(f"{id_} too",))


def test_a_term_stands_once_under_the_first_of_the_terms_above_it() -> None:
    terms = [topic("b"), topic("alone"), topic("a"), topic("c", "b", "a"), topic("d", "c")]
    groups = term_groups([*terms, topic("e", "a")], "More")
    shape = [(one.title, [(c.value, c.depth) for c in one.choices]) for one in groups]
    assert shape == [
        ("B", [("b", 0), ("c", 1), ("d", 2)]),
        ("A", [("a", 0), ("e", 1)]),
        ("More", [("alone", 0)]),
    ]
    assert groups[0].choices[1].also == ("c too",)


def test_terms_that_stand_side_by_side_are_one_group_without_a_title() -> None:
    (group,) = term_groups([topic("b"), topic("a")], "More")
    assert (group.title, [one.value for one in group.choices]) == ("", ["b", "a"])


@pytest.mark.parametrize(
    ("today", "calls"),
    [
        (date(2025, 12, 31), [False]),
        (date(2026, 1, 1), [True]),
        (date(2026, 2, 1), [True]),
        (date(2026, 2, 2), []),
    ],
    ids=str,
)
def test_a_call_is_known_until_its_last_day(tmp_path: Path, today: date, calls: list[bool]) -> None:
    site = site_of(tmp_path, records(), today)
    assert [one.is_open for one in site.calls] == calls
    assert site.shown_call == (site.calls[0] if calls else None)


def test_of_several_calls_the_open_one_is_spoken_of(tmp_path: Path) -> None:
    program = records()
    program["cohorts/2027.yaml"] = {
        **program["cohorts/2026.yaml"],
        "title": "Next",
        "call_opens": "2026-01-10",
        "call_closes": "2026-01-20",
        "aliases": [],
        "pins": [],
        "exclusions": [],
    }
    site = site_of(tmp_path, program, date(2026, 1, 5))
    assert [(one.cohort, one.is_open) for one in site.calls] == [("2027", False), ("2026", True)]
    shown = site.shown_call
    assert isinstance(shown, Call)
    assert shown.cohort == "2026"


@pytest.mark.parametrize(
    ("applications", "expected"),
    [
        ({"endpoint": "https://forms.example.org/f"}, ("forms.example.org", False)),
        ({"form": "https://other.example.org/form"}, ("other.example.org", False)),
        ({"kept": "for a year"}, ("", True)),
        (None, ("", True)),
    ],
    ids=["endpoint", "form", "by hand", "nothing said"],
)
def test_applications_go_where_the_program_says(
    tmp_path: Path, applications: dict[str, str] | None, expected: tuple[str, bool]
) -> None:
    program = records()
    program["program.yaml"].pop("applications")
    if applications:
        program["program.yaml"]["applications"] = applications
    to = site_of(tmp_path, program).destination
    assert (to.host, to.is_by_hand) == expected
    assert to.contact == site_of(tmp_path, program).program.contacts[0]


def test_where_a_form_elsewhere_takes_applications_the_page_only_leads_there(
    tmp_path: Path,
) -> None:
    program = records()
    program["program.yaml"]["applications"] = {"form": "https://other.example.org/form?a=1&b=2"}
    for path, record in program.items():
        write_text(tmp_path / path, to_yaml(record))
    page = BeautifulSoup(
        side_of(tmp_path, date(2026, 1, 5)).pages["apply/mentee/"].content, "html.parser"
    )
    assert page.find("form") is None
    assert [one["href"] for one in page.select("[data-while-open] a")] == [
        "https://other.example.org/form?a=1&b=2"
    ]
    assert "Applications are taken through a form at other.example.org." in page.get_text()
