from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from generator.editing.collections import LEFT_OUT, collections, singletons
from generator.editing.fields import fields_of
from generator.records.kinds import Kind
from generator.records.schema import json_schema

EDITED = [kind for kind in Kind if kind not in LEFT_OUT]


def keys_of(schema: Mapping[str, Any], node: Mapping[str, Any], path: str = "") -> Iterator[str]:
    for name, held in node["properties"].items():
        yield f"{path}{name}"
        entry = held.get("items", held)
        part = schema["$defs"].get(entry.get("$ref", "").rpartition("/")[2], {})
        if "properties" in part:
            yield from keys_of(schema, part, f"{path}{name}.")


def names_of(fields: Sequence[Mapping[str, Any]], path: str = "") -> Iterator[str]:
    for field in fields:
        yield f"{path}{field['name']}"
        yield from names_of(field.get("fields", ()), f"{path}{field['name']}.")


def field(kind: Kind, *names: str) -> Mapping[str, Any]:
    fields = fields_of(json_schema(kind))
    for name in names[:-1]:
        fields = next(one for one in fields if one["name"] == name)["fields"]
    return next(one for one in fields if one["name"] == names[-1])


@pytest.mark.parametrize("kind", EDITED)
def test_every_key_but_the_variables_of_csl_can_be_edited(kind: Kind) -> None:
    schema = json_schema(kind)
    keys = [key for key in keys_of(schema, schema) if key != "csl"]
    assert list(names_of(fields_of(schema))) == keys


def test_every_kind_has_its_place_but_those_that_are_left_out() -> None:
    folders = {one["folder"] for one in collections("records")}
    files = {one["file"] for one in singletons("records")}
    places = {f"records/{kind.pattern.partition('/<')[0]}" for kind in EDITED}
    assert folders | files == places


def test_what_is_needed_is_marked_and_what_may_be_left_out_too() -> None:
    assert "required" not in field(Kind.OUTPUT, "title")
    assert field(Kind.OUTPUT, "doi")["required"] is False


def test_a_hint_is_the_description_with_what_leaving_it_empty_means() -> None:
    assert field(Kind.EVENT, "cancelled")["hint"] == (
        "true when it will not take place. Left empty: no."
    )
    assert field(Kind.OUTPUT, "title")["hint"].endswith("&lt;i> marks italics.")


def test_an_id_is_picked_from_the_records_it_can_name() -> None:
    mentors = field(Kind.PAIRINGS, "pairings", "mentors")
    assert mentors["widget"] == "relation"
    assert mentors["collection"] == "participants"
    assert mentors["value_field"] == "{{slug}}"
    assert mentors["multiple"] is True


def test_a_session_is_picked_from_all_events() -> None:
    session = field(Kind.OUTPUT, "session")
    assert (session["collection"], session["value_field"]) == (
        "events",
        "{{slug}}/{{sessions.*.id}}",
    )


def test_a_term_is_shown_by_its_label_and_kept_by_its_id() -> None:
    topics = field(Kind.OUTPUT, "topics")
    assert topics["display_fields"] == ["topics.*.label"]
    assert topics["value_field"] == "topics.*.id"


def test_a_text_with_a_form_is_held_to_it() -> None:
    pattern, said = field(Kind.PARTICIPANT, "orcid")["pattern"]
    assert pattern == r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$"
    assert said == "Here belongs an ORCID iD, as in 0000-0002-1825-0097."
