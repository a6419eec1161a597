"""What anybody may propose to correct: public facts of records that have a page of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from generator.records.fields import ConsentScope
from generator.records.kinds import Kind, kind_of
from generator.records.schema import json_schema

NAMES: Mapping[Kind, str] = {
    Kind.OUTPUT: "publication or presentation",
    Kind.PARTICIPANT: "person",
    Kind.EVENT: "event",
    Kind.COHORT: "cohort",
}
"""The kinds of record that have pages, as people call them."""

_EARLIER = "aliases"
_PUBLIC, _WITH = "public", "consent:"
_PROSE = "text in paragraphs (Markdown)"
_TERMS = {"id of a topic": "topic", "id of a method": "method"}


class Sort(StrEnum):
    """How a field is asked for."""

    LINE = "line"
    PROSE = "prose"
    CHOICE = "choice"
    BOOLEAN = "boolean"
    TERMS = "terms"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Correctable:
    """A field that can be corrected: ``steps`` lead to it from the root of the record.

    ``scope`` is what the person must have agreed to. ``terms`` is 'topic' or 'method' for terms.
    """

    steps: tuple[str, ...]
    sort: Sort
    description: str
    choices: tuple[str, ...] = ()
    terms: str = ""
    scope: ConsentScope | None = None
    is_required: bool = False

    @property
    def label(self) -> str:
        """The words above the field: 'Container / title'."""
        words = " / ".join(step.replace("_", " ") for step in self.steps)
        return f"{words[:1].upper()}{words[1:]}".replace("Orcid", "ORCID iD").replace("Doi", "DOI")

    @property
    def id(self) -> str:
        """The id of the field in the form. Alone, 'title' would be that of the issue."""
        return "-".join(("fact", *self.steps))


@cache
def correctable(kind: Kind) -> tuple[Correctable, ...]:
    """Return the fields of a kind that anybody may propose to correct, in the order of the model.

    Of people, what each agreed to have shown; of other records, what is public without that. Lists
    of people and sessions are none: who stands there is not for others to say in public.
    """
    if kind not in NAMES:
        return ()
    schema = json_schema(kind)
    return tuple(_fields(schema, schema["$defs"], (), None, kind))


def record_name(path: str) -> str:
    """Return the name of a record in a form, as in 'outputs/2026-slips'; '' if it has none there.

    ``path`` ends as the record's path under the folder of all records.
    """
    within = PurePosixPath(*PurePosixPath(path).parts[-2:])
    kind = kind_of(within)
    return str(within.with_suffix("")) if kind in NAMES else ""


def _fields(
    node: Mapping[str, Any],
    definitions: Mapping[str, Any],
    before: tuple[str, ...],
    scope: ConsentScope | None,
    kind: Kind,
) -> Iterator[Correctable]:
    for name, part in node["properties"].items():
        visibility = str(part.get("x-visibility", _PUBLIC))
        if name == _EARLIER or not _is_told(visibility, kind):
            continue
        own = scope if visibility == _PUBLIC else ConsentScope(visibility.removeprefix(_WITH))
        whole = _resolved(part, definitions)
        steps = (*before, name)
        if "properties" in whole:
            yield from _fields(whole, definitions, steps, own, kind)
            continue
        sort, terms = _sort(whole, definitions)
        if sort is not None:
            yield Correctable(
                steps,
                sort,
                part["description"],
                tuple(whole.get("enum", ())),
                terms,
                own,
                name in node.get("required", ()),
            )


def _is_told(visibility: str, kind: Kind) -> bool:
    return visibility == _PUBLIC or (kind is Kind.PARTICIPANT and visibility.startswith(_WITH))


def _resolved(part: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in part:
        return part
    return {**definitions[part["$ref"].rpartition("/")[2]], **part}


def _sort(part: Mapping[str, Any], definitions: Mapping[str, Any]) -> tuple[Sort | None, str]:
    """Return how a field is asked for, None where a form cannot."""
    holds = str(part.get("x-holds", ""))
    if part.get("type") == "array":
        inside = _resolved(part["items"], definitions)
        terms = _TERMS.get(str(inside.get("x-holds", "")), "")
        is_link = set(inside.get("properties", ())) == {"label", "url"}
        return (Sort.TERMS, terms) if terms else (Sort.LINKS if is_link else None, "")
    if part.get("type") == "object" or holds.startswith("id of "):
        return None, ""
    if "enum" in part:
        return Sort.CHOICE, ""
    if part.get("type") == "boolean":
        return Sort.BOOLEAN, ""
    return (Sort.PROSE if holds == _PROSE else Sort.LINE), ""
