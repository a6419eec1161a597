"""The kinds of record as collections of the editing page."""

from dataclasses import dataclass
from typing import Any

from generator.editing import pickers
from generator.editing.fields import fields_of
from generator.editing.labels import as_hint
from generator.records.kinds import Kind
from generator.records.schema import json_schema

ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
_ID_RULE = "An id has the letters a to z, digits, and single hyphens between them."


@dataclass(frozen=True, slots=True)
class _Folder:
    """A kind of which each record has a file of its own.

    ``named`` is the template of a new record's id, or '' where it has to be typed in; ``known_by``
    is the key that stands for a record where the editor needs one.
    """

    name: str
    kind: Kind
    label: str
    one: str
    icon: str
    named: str
    hint: str
    summary: str
    known_by: str
    sorted_by: tuple[str, ...]


_FOLDERS = (
    _Folder(
        pickers.PARTICIPANTS,
        Kind.PARTICIPANT,
        "People",
        "Person",
        "person",
        "{{name.given}}-{{name.family}}",
        "It is part of the address of the person's page, and never changes.",
        "{{name.given}} {{name.particle}} {{name.family}}",
        "name.family",
        ("name.family",),
    ),
    _Folder(
        pickers.OUTPUTS,
        Kind.OUTPUT,
        "Outputs",
        "Output",
        "article",
        "",
        "The year, then a few words of the title: '2026-reading-aloud'. It never changes.",
        "{{title}}",
        "title",
        ("date", "title"),
    ),
    _Folder(
        pickers.EVENTS,
        Kind.EVENT,
        "Events",
        "Event",
        "event",
        "",
        "The year, then what it is: '2026-symposium'. It never changes.",
        "{{date}} {{title}}",
        "title",
        ("date", "title"),
    ),
    _Folder(
        pickers.PAIRINGS,
        Kind.PAIRINGS,
        "Pairings",
        "Cohort's pairings",
        "handshake",
        "",
        "The id of the cohort whose pairings these are: '2026'.",
        "{{slug}}",
        "pairings",
        (),
    ),
    _Folder(
        pickers.COHORTS,
        Kind.COHORT,
        "Cohorts",
        "Cohort",
        "groups",
        "",
        "The year in which it begins: '2026'. It never changes.",
        "{{title}}",
        "title",
        ("start",),
    ),
    _Folder(
        pickers.NEWS,
        Kind.NEWS,
        "News",
        "News item",
        "campaign",
        "{{date}}-{{kind}}",
        "Part of the address of its page; it never changes.",
        "{{date}} {{kind}}",
        "kind",
        ("date",),
    ),
)
_SINGLE = (
    (pickers.PROGRAM, Kind.PROGRAM, "Program", "info"),
    (pickers.VOCABULARY, Kind.VOCABULARY, "Vocabulary", "sell"),
)
LEFT_OUT = (Kind.APPLICATION, Kind.CERTIFICATES)
"""Kinds that are not edited here: what only the committee may read, and what commands keep."""


def collections(records: str) -> list[dict[str, Any]]:
    """Return the collections of records under a folder of the repository."""
    return [_collection(folder, records) for folder in _FOLDERS]


def singletons(records: str) -> list[dict[str, Any]]:
    """Return the records of which there is one."""
    return [
        {
            "name": name,
            "label": label,
            "icon": icon,
            "file": f"{records}/{kind.pattern}",
            "format": "yaml",
            "fields": fields_of(json_schema(kind)),
        }
        for name, kind, label, icon in _SINGLE
    ]


def _collection(folder: _Folder, records: str) -> dict[str, Any]:
    schema = json_schema(folder.kind)
    slug: dict[str, Any] = {
        "editable": ["create"],
        "hint": as_hint(folder.hint),
        "pattern": [ID_PATTERN, _ID_RULE],
    }
    if folder.named:
        slug["template"] = folder.named
    return {
        "name": folder.name,
        "label": folder.label,
        "label_singular": folder.one,
        "description": as_hint(schema["description"]),
        "icon": folder.icon,
        "folder": f"{records}/{folder.kind.pattern.partition('/')[0]}",
        "extension": "yaml",
        "format": "yaml",
        "create": True,
        # Others refer to a record; 'lrrt withdraw' and reviewers know what that takes.
        "delete": False,
        "duplicate": False,
        "identifier_field": folder.known_by,
        "slug": slug,
        "summary": folder.summary,
        "sortable_fields": {"fields": ["slug", *folder.sorted_by]},
        "thumbnail": False,
        "fields": fields_of(schema),
    }
