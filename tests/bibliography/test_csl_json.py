"""CSL-JSON: valid against the official schema, whatever stands in a record."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from generator.bibliography.csl_json import csl_json
from generator.bibliography.exports import export_text
from generator.bibliography.item import Item, Name, When
from generator.records.csl import CSL_DATES, CSL_TEXTS, CSL_TYPES
from generator.records.dates import PartialDate, Period
from generator.records.output import ContributorRole
from generator.records.people import PersonName
from tests.bibliography.exported_works import GOLDEN
from tests.bibliography.works import all_works, work

SCHEMA = json.loads((Path(__file__).parent / "csl-data.json").read_bytes())
HELD = SCHEMA["items"]["properties"]
LATER = frozenset(("editor-translator", "part-number", "printing-number", "supplement-number"))
"""Variables of the specification that the schema does not have."""

LINES = st.text(min_size=1)
DAYS = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
PERIODS = st.builds(Period, DAYS, st.none() | DAYS, st.booleans())
WHENS = st.builds(When, st.none() | PERIODS, st.integers(0, 4), st.booleans(), st.just("") | LINES)
NAMES = st.builds(
    lambda given, family, particle: Name(
        PersonName.model_construct(given=given, family=family, particle=particle)
    ),
    st.none() | LINES,
    LINES,
    st.none() | LINES,
) | st.builds(lambda words: Name(organization=words), LINES)
ROLES = sorted(str(role) for role in ContributorRole if str(role) not in LATER)
ITEMS = st.builds(
    Item,
    LINES,
    st.sampled_from(sorted(CSL_TYPES)),
    st.dictionaries(st.sampled_from(sorted(set(CSL_TEXTS) - LATER)), LINES),
    st.dictionaries(st.sampled_from(CSL_DATES), WHENS),
    st.dictionaries(st.sampled_from(ROLES), st.lists(NAMES, min_size=1, max_size=3).map(tuple)),
    st.dictionaries(LINES, LINES),
)


def faults(text: str) -> list[str]:
    return [fault.message for fault in Draft7Validator(SCHEMA).iter_errors(json.loads(text))]


def test_works_of_every_type_are_written_as_they_always_were() -> None:
    assert export_text("csl-json", all_works()) == (GOLDEN / "works.json").read_text("utf-8")


def test_works_of_every_type_are_valid() -> None:
    assert faults(export_text("csl-json", all_works())) == []


def test_the_demonstration_is_valid(demonstration: tuple[Item, ...]) -> None:
    assert faults(export_text("csl-json", demonstration)) == []


@given(st.lists(ITEMS, max_size=3))
def test_any_item_is_valid_and_stays_one(items: list[Item]) -> None:
    text = export_text("csl-json", items)
    assert faults(text) == []
    assert [one["id"] for one in json.loads(text)] == [item.id for item in items]


def test_the_schema_finds_what_is_wrong() -> None:
    assert sorted(faults('[{"id": "a", "type": "talk", "titel": "b"}]')) == [
        f"'talk' is not one of {HELD['type']['enum']}",
        "Additional properties are not allowed ('titel' was unexpected)",
    ]


def test_all_types_and_variables_of_records_are_those_of_the_schema() -> None:
    assert sorted(CSL_TYPES) == sorted(HELD["type"]["enum"])
    variables = {*CSL_TEXTS, *CSL_DATES, *ROLES} - LATER
    assert variables - HELD.keys() == set()


@pytest.mark.parametrize("number", [0, 1, 3])
def test_entries_put_together_are_the_file_that_is_made_at_once(number: int) -> None:
    items = all_works()[:number]
    assert export_text("csl-json", items) == csl_json(items)


def test_a_talk_holds_what_a_talk_has() -> None:
    (values,) = json.loads(export_text("csl-json", [work("talk")]))
    expected: dict[str, Any] = {
        "id": "talk",
        "type": "speech",
        "author": [
            {"family": "Fingido Soler", "given": "Tomás Luis"},
            {"family": "Makebright", "given": "Ada Jo"},
        ],
        "chair": [{"family": "Allegory", "given": "Desmond", "suffix": "III"}],
        "custom": {"slides": "https://slides.example.org/two_languages"},
        "event-place": "Example City",
        "event-title": "Annual Meeting of Hypothetical Readers",
        "genre": "Paper presentation",
        "issued": {"date-parts": [[2026, 6, 26], [2026, 7, 2]]},
        "keyword": "Reading; Surveys, short",
        "title": "Subject headings in two languages",
        "URL": "https://example.org/meeting#two_languages",
    }
    assert values == expected
