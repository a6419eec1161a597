"""People as the site shows them: their names, their order, and what they agreed to."""

from pathlib import Path
from typing import Any

import pytest

from generator.records.fields import ConsentScope
from generator.views.consent import Consents
from generator.views.people import WITHHELD
from tests.filling import FIRST, SECOND
from tests.views.sites import (
    Records,
    catalog_of,
    pair_in_earlier_year,
    person,
    records,
    site_of,
)

NAMES = {
    "one": {"given": "Zoë", "family": "Adams"},
    "two": {"given": "Adam", "family": "Åberg"},
    "three": {"given": "Łucja", "family": "Zmyślona"},
    "four": {"given": "Ludwig", "particle": "van", "family": "Beethoven"},
    "five": {"family": "Dongengwati"},
    "six": {"display": "Nguyễn Thị Hoa", "given": "Thị Hoa", "family": "Nguyễn"},
    "seven": {"given": "Ana", "family": "de Souza", "dropping_particle": "de"},
    "eight": {"given": "Özgür", "family": "Hayaloğlu"},
    "nine": {"given": "Zed", "family": "aaronson"},
}


def with_names(names: dict[str, dict[str, str]]) -> Records:
    program = records()
    for id_, name in names.items():
        program[f"participants/{id_}.yaml"] = {**person("", ""), "name": name}
    pair_in_earlier_year(program, list(names), [FIRST])
    return program


def test_people_stand_in_the_order_of_their_family_names_whatever_the_script(
    tmp_path: Path,
) -> None:
    """The order is that of the Unicode Collation Algorithm (UTS 10): Å beside A, Ł after L."""
    site = site_of(tmp_path, with_names(NAMES))
    named = [one.id for one in site.people if one.id in NAMES]
    assert named == ["nine", "two", "one", "seven", "five", "eight", "six", "four", "three"]


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ({"given": "Zoë", "family": "Adams"}, "Zoë Adams", "ZA"),
        (
            {"given": "Ludwig", "particle": "van", "family": "Beethoven"},
            "Ludwig van Beethoven",
            "LB",
        ),
        ({"family": "Dongengwati"}, "Dongengwati", "D"),
        ({"given": "Noor", "particle": "al-", "family": "Khayali"}, "Noor al-Khayali", "NK"),
        ({"given": "Hoa", "family": "Ng", "display": "Ng Hoa", "original": "吳"}, "Ng Hoa", "HN"),
        ({"given": "Martin", "family": "King", "suffix": "Jr."}, "Martin King Jr.", "MK"),
        ({"display": "許 构思"}, "許 构思", "許"),
    ],
)
def test_a_name_is_shown_as_its_parts_say(
    tmp_path: Path, name: dict[str, str], full: str, initials: str
) -> None:
    site = site_of(tmp_path, with_names({"somebody": name}))
    shown = next(one for one in site.people if one.id == "somebody")
    assert (shown.name, shown.initials) == (full, initials)


def consents_of(folder: Path, of_person: dict[str, Any]) -> Consents:
    program = records()
    program["participants/somebody.yaml"] = {"name": {"family": "Somebody"}, **of_person}
    pair_in_earlier_year(program, ["somebody"], [FIRST])
    return Consents(catalog_of(folder, program))


@pytest.mark.parametrize(
    ("of_person", "named", "linked"),
    [
        ({}, False, False),
        ({"consent": {"given": "2026-01-02"}}, False, False),
        ({"consent": {"given": "2026-01-02", "scopes": ["name"]}}, True, False),
        ({"consent": {"given": "2026-01-02", "scopes": ["name", "links"]}}, True, True),
        (
            {
                "consent": {"given": "2026-01-02", "scopes": ["name", "links"]},
                "withdrawn": "2026-02-03",
            },
            False,
            False,
        ),
    ],
)
def test_only_what_was_agreed_to_and_not_withdrawn_is_allowed(
    tmp_path: Path, of_person: dict[str, Any], *, named: bool, linked: bool
) -> None:
    consents = consents_of(tmp_path, of_person)
    assert consents.allows("somebody") is named
    assert consents.allows("somebody", ConsentScope.LINKS) is linked
    assert consents.allows("somebody", ConsentScope.LINKS, ConsentScope.OUTPUTS) is False
    assert consents.allows("nobody") is False


def test_a_person_without_consent_to_the_name_has_no_page(tmp_path: Path) -> None:
    program = with_names({"somebody": {"family": "Somebody"}})
    del program["participants/somebody.yaml"]["consent"]
    assert [one.id for one in site_of(tmp_path, program).people] == [SECOND, FIRST]


def test_somebody_who_withdrew_is_not_named_even_as_printed_on_an_older_work(
    tmp_path: Path,
) -> None:
    program = records()
    output = program["outputs/output.yaml"]
    output["date"] = "2026-01-10"
    output["contributors"] = [
        {"participant": FIRST, "name": {"given": "As", "family": "Printed"}, "role": "author"},
        {"name": {"given": "Nora", "family": "Elsewhere"}, "role": "editor"},
    ]
    program[f"participants/{FIRST}.yaml"]["withdrawn"] = "2026-05-01"
    program["pairings/2026.yaml"]["pairings"][0]["status"] = "ended"
    program["events/symposium.yaml"]["sessions"] = []
    del program["events/symposium.yaml"]["planning"]
    del output["session"]
    del output["recording"]
    shown = site_of(tmp_path, program).outputs[0].contributors
    assert [(one.name, one.address, one.role) for one in shown] == [
        (WITHHELD, "", ""),
        ("Nora Elsewhere", "", "editor"),
    ]


def test_roles_name_the_years_in_order(tmp_path: Path) -> None:
    program = records()
    pair_in_earlier_year(program, [FIRST], [SECOND])
    people = {one.id: one.roles for one in site_of(tmp_path, program).people}
    assert people == {
        FIRST: ("Mentor 2024", "Mentee 2026"),
        SECOND: ("Mentor 2026", "Mentee 2024"),
    }


@pytest.mark.parametrize("status", ["proposed", "ended"])
def test_a_pairing_that_is_not_public_gives_no_role(tmp_path: Path, status: str) -> None:
    program = records()
    pair_in_earlier_year(program, [SECOND], [FIRST])
    program["pairings/2026.yaml"]["pairings"][0]["status"] = status
    site = site_of(tmp_path, program)
    assert [one.roles for one in site.people] == [("Mentor 2024",), ("Mentee 2024",)]
    assert [one.cohort.label for one in site.pairings_of(FIRST)] == ["An earlier year"]
    assert site.cohorts[0].pairings == ()
