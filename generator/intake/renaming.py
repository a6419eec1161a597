"""Another id for an applicant, in the application's file and wherever applications name it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from generator.catalog import Catalog, Entry
from generator.intake.record_edit import with_keys
from generator.records.application import Application
from generator.records.kinds import Kind
from generator.source import plain

_WISHES = ("preferences", "avoid", "continue_with")


@dataclass(frozen=True, slots=True)
class Renamed:
    """Files of applications that go with a new id: the texts of new ones, and the old to delete."""

    written: Mapping[str, str]
    deleted: tuple[str, ...]


def rename(catalog: Catalog, ids: Mapping[str, str]) -> Renamed:
    """Return what becomes of the applications, where people get other ids: the new by the old.

    Raises UnusableTextError where one that names such a person cannot be changed for certain.
    """
    written: dict[str, str] = {}
    deleted: list[str] = []
    for entry in catalog.applications.values():
        text = _text(entry, ids, is_apart=entry.path in catalog.private)
        new = ids.get(entry.id.partition("/")[2])
        path = str(PurePosixPath(entry.path).with_name(f"{new}.yaml")) if new else entry.path
        if new:
            deleted.append(entry.path)
        if new or text != entry.document.text:
            written[path] = text
    return Renamed(written, tuple(deleted))


def named_in_public(catalog: Catalog, id_: str) -> tuple[str, ...]:
    """Return the files among the records that have an id in them, where it must not stand."""
    return tuple(sorted(set(_naming(catalog, id_))))


def _naming(catalog: Catalog, id_: str) -> Iterator[str]:
    for document in catalog.documents:
        if document.path not in catalog.private and any(
            text == id_ for _, text, _ in document.texts()
        ):
            yield document.path


def _text(entry: Entry[Application], ids: Mapping[str, str], *, is_apart: bool) -> str:
    values = plain(entry.document.root)
    said: Mapping[str, Any] = values if isinstance(values, dict) else {}
    changed = {
        key: [ids.get(name, name) for name in said[key]]
        for key in _WISHES
        if not ids.keys().isdisjoint(said.get(key) or ())
    }
    if not changed:
        return entry.document.text
    return with_keys(entry.document, Kind.APPLICATION, changed, is_apart=is_apart)
