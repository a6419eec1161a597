"""Records that the editing page is tried with, and what is looked for in what it saves."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.catalog import load_catalog
from generator.source import to_yaml, write_text
from tests.filling import fill_program
from tests.website.admin_site import Editor

HARD = 'NO: "it\'s 14:00" #1'
"""A text that must be quoted, and in which both kinds of quotes must be escaped."""


def filled_records() -> dict[str, str]:
    """A program with every key of every kind of record, by its path in the repository."""
    records = fill_program()
    records["outputs/output.yaml"]["csl"] = {
        "annote": "kept",
        "categories": ["a", "b"],
        "issued": {"date-parts": "2026"},
    }
    return {f"records/{path}": to_yaml(record) for path, record in records.items()}


def said(text: str) -> Any:
    """What a record says, every scalar as text; the editor takes white space off their ends."""
    return _trimmed(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506  # it makes texts only


def _trimmed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _trimmed(held) for key, held in value.items()}
    return [_trimmed(held) for held in value] if isinstance(value, list) else value.strip()


def assert_same(one: Any, other: Any) -> None:
    """The same keys in the same order, with the same values."""
    assert json.dumps(one, indent=1) == json.dumps(other, indent=1), (one, other)


def saved(editor: Editor, path: str) -> Any:
    return said(editor.changed()[path])


def found_in(records: Mapping[str, str], folder: Path) -> list[tuple[str, str]]:
    """Code and file of all that 'lrrt validate' finds in records."""
    for path, text in records.items():
        write_text(folder / path, text)
    loading = load_catalog(folder / "records", shown="records")
    return [(one.code, one.place.path) for one in loading.found]
