"""A name is found in every text that has it, however it is written there."""

import pytest

from generator.records.participant import Participant
from generator.records.people import PersonName
from generator.withdrawal.marks import marks_of
from generator.withdrawal.traces import traces_in

MARIA = Participant.model_validate(
    {
        "name": {"given": "María José", "particle": "de la", "family": "Cruz-Invento"},
        "orcid": "0000-0002-1825-0097",
        "links": [{"label": "Page", "url": "https://example.org/mj"}],
        "aliases": ["mj-former"],
    }
)
XU = Participant.model_validate(
    {"name": {"given": "Li", "family": "Xu", "display": "Xu Li", "original": "许理"}}
)


def found(text: str, person: Participant = MARIA, id_: str = "maria-cruz") -> list[tuple[str, str]]:
    traces = traces_in("a.md", text, marks_of(id_, person))
    return [(f"{one.place.line}:{one.place.column}", one.text) for one in traces]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("María José de la Cruz-Invento wrote", [("1:1", "María José de la Cruz-Invento")]),
        ("by MARIA JOSE\n  DE LA CRUZ\n  INVENTO", [("1:4", "MARIA JOSE DE LA CRUZ INVENTO")]),
        ("Cruz Invento, María José", [("1:1", "Cruz Invento"), ("1:15", "María José")]),
        ("see people/maria-cruz/ there", [("1:12", "maria-cruz")]),
        ("see people/mj-former/", [("1:12", "mj-former")]),
        ("José’s slips # María", [("1:1", "José"), ("1:16", "María")]),
        ("orcid: 0000-0002-1825-0097", [("1:8", "0000-0002-1825-0097")]),
        ("[x](https://example.org/mj/a)", [("1:5", "https://example.org/mj")]),
        ("Invented marias and the cruzada", []),
        ("", []),
    ],
)
def test_spellings_parts_and_addresses_are_found_and_nothing_else(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


def test_a_name_in_a_script_without_spaces_is_found_inside_a_line() -> None:
    assert found("昨天许理来了", XU, "xu-li-2") == [("1:3", "许理")]


def test_very_short_parts_are_looked_for_beside_an_initial_or_a_title() -> None:
    person = Participant.model_validate({"name": {"given": "Li", "family": "Xu"}})
    assert found("Xu, L. (2026); L. Xu; Dr. Xu; Xu said", person, "p-1") == [
        ("1:1", "Xu, L"),
        ("1:16", "L. Xu"),
        ("1:23", "Dr. Xu"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms. Goeruenmez", "Goeruenmez"),
        ("G&ouml;r&#252;nmez wrote", "Görünmez"),
        ("as A. Hayal, née so", "A. Hayal"),
        ("write to OZ77@example.org", "OZ77@example.org"),
        ("at http://example.org/goe/x", "example.org/goe"),
    ],
)
def test_other_spellings_other_names_and_addresses_are_found(text: str, expected: str) -> None:
    person = Participant.model_validate(
        {
            "name": {"given": "Öz", "family": "Görünmez"},
            "links": [{"label": "Page", "url": "https://example.org/goe"}],
        }
    )
    marks = marks_of("p-1", person, [PersonName(given="A.", family="Hayal")], ["oz77@example.org"])
    assert [one.text for one in traces_in("a.md", text, marks)] == [expected]


def test_very_short_parts_are_not_looked_for_alone() -> None:
    assert found("Li and Xu, and Xu Li, and li xu", XU, "p-1") == [
        ("1:16", "Xu Li"),
        ("1:27", "li xu"),
    ]
