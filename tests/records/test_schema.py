"""The JSON Schemas, the reference and the examples say what the models say."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from generator.cli.schema import made_files
from generator.records.fields import ConsentScope
from generator.records.kinds import SCHEMAS, Kind
from generator.records.people import COVERS
from generator.records.reference import records_reference
from generator.records.schema import json_schema
from generator.source import plain, read_bytes

ROOT = Path(__file__).resolve().parents[2]
BASE = Path(__file__).parent / "base" / "records"
SCHEMA_OF = {kind: json_schema(kind) for kind in Kind}


def test_what_is_made_from_the_models_is_kept_in_the_repository_as_it_is_made() -> None:
    for file, content in made_files(ROOT / "records", ROOT / "docs", ROOT / ".github").items():
        assert file.read_text("utf-8") == content, f"{file.name} is out of date: run 'lrrt schema'"


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    kept = {path.stem for path in (ROOT / "records" / SCHEMAS).iterdir()}
    assert kept == {str(kind) for kind in Kind}


@pytest.mark.parametrize("kind", Kind)
def test_a_schema_is_a_schema(kind: Kind) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA_OF[kind])


@pytest.mark.parametrize("kind", Kind)
def test_every_field_is_described_and_says_who_may_see_it(kind: Kind) -> None:
    for model in (SCHEMA_OF[kind], *SCHEMA_OF[kind].get("$defs", {}).values()):
        assert model["description"]
        for field in model.get("properties", {}).values():
            assert field.get("description") or "$ref" in field
            assert re.fullmatch("public|committee|consent:[a-z]+", field["x-visibility"])


def test_a_schema_accepts_a_record_and_refuses_a_wrong_one() -> None:
    reading = read_bytes((BASE / "participants/ada-okafor.yaml").read_bytes(), "a.yaml")
    assert reading.document is not None
    values = plain(reading.document.root)
    assert isinstance(values, dict)
    validator = jsonschema.Draft202012Validator(SCHEMA_OF[Kind.PARTICIPANT])
    assert list(validator.iter_errors(values)) == []
    assert len(list(validator.iter_errors({**values, "afiliation": "x"}))) == 1
    assert len(list(validator.iter_errors({**values, "orcid": "x"}))) == 1


def test_a_schema_never_asks_for_null() -> None:
    assert "null" not in json.dumps(list(SCHEMA_OF.values()))


def test_the_reference_names_every_key_of_every_kind() -> None:
    page = records_reference()
    for kind in Kind:
        assert f"`records/{kind.pattern}`" in page
        for model in (SCHEMA_OF[kind], *SCHEMA_OF[kind].get("$defs", {}).values()):
            for key in model.get("properties", {}):
                assert f"| `{key}` |" in page


def test_every_link_in_the_reference_leads_to_one_heading() -> None:
    page = records_reference()
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    anchors = [heading.lower().replace(" ", "-") for heading in headings]
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= set(anchors)


def test_the_reference_explains_every_scope_of_consent() -> None:
    assert set(COVERS) == set(ConsentScope)
    page = records_reference()
    for scope, words in COVERS.items():
        assert f"| `{scope}` | {words} |" in page


def test_every_table_of_the_reference_has_rows_of_one_width() -> None:
    page = records_reference()
    for table in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
        assert len(widths) == 1, table.splitlines()[0]
