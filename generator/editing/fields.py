"""Fields of the editing page, made from the JSON Schema of a kind of record."""

from collections.abc import Mapping
from typing import Any

from generator.editing.labels import as_hint, choice_label, label, scope_label, singular
from generator.editing.pickers import PICKERS, words_of
from generator.records.csl import CslVariables
from generator.records.dates import Date, TimeOfDay, TimeZone, time_zone_names
from generator.records.fields import Boolean, ConsentScope, Prose
from generator.records.public_keys import PublicKey

Schema = Mapping[str, Any]
Field = dict[str, Any]

_LONG = frozenset((words_of(Prose), words_of(PublicKey)))
_UNTOUCHED = frozenset((words_of(CslVariables),))
"""What the page does not show. It keeps keys of a file that it does not know."""

_FIXED: Mapping[str, Schema] = {
    words_of(Date): {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"},
    words_of(TimeOfDay): {"widget": "datetime", "type": "time", "format": "HH:mm"},
    words_of(TimeZone): {"widget": "select", "options": sorted(time_zone_names())},
    # The editor's own switch would write 'false' into every record that says nothing.
    words_of(Boolean): {
        "widget": "select",
        "options": [{"label": "Yes", "value": True}, {"label": "No", "value": False}],
    },
}
"""What is edited in the same way wherever it stands."""

_SUMMARIES = {
    "Contributor": "{{participant}}{{name.given}} {{name.family}}{{organization}}",
    "Pairing": "{{id}} {{project.title}}",
    "PersonName": "{{given}} {{particle}} {{family}}",
    "Session": "{{start}} {{title}}",
    "PlannedSession": "{{id}} {{title}}",
    "Wish": "{{session}}",
    "Availability": "{{participant}}{{name}}",
    "Pin": "{{mentee}} {{mentor}}",
    "Exclusion": "{{mentee}} {{mentor}}",
}
"""What stands for a part of a record while it is folded."""

_TITLES = ("label", "title", "name", "id")


def fields_of(schema: Schema) -> list[Field]:
    """Return the fields of a record, in the order of its model."""
    return _group(schema, schema.get("$defs", {}))


def _group(node: Schema, parts: Mapping[str, Schema]) -> list[Field]:
    needed = node.get("required", ())
    return [
        _field(name, held, name in needed, parts)
        for name, held in node["properties"].items()
        if held.get("x-holds") not in _UNTOUCHED
    ]


def _field(name: str, held: Schema, required: bool, parts: Mapping[str, Schema]) -> Field:  # noqa: FBT001  # as in the schema
    field: Field = {"name": name, "label": label(name), **_widget(name, held, parts)}
    if not required:
        field["required"] = False
    said = held.get("description", "") + _left_empty(held.get("default"))
    if said:
        field["hint"] = as_hint(said)
    return field


def _left_empty(default: object) -> str:
    """Return what a field means that is left empty, where that is not simply nothing."""
    if isinstance(default, bool):
        return f" Left empty: {'yes' if default else 'no'}."
    return f" Left empty: {default}." if isinstance(default, int | str) else ""


def _widget(name: str, held: Schema, parts: Mapping[str, Schema]) -> Field:
    """Return what a value is edited with."""
    if held.get("type") == "array":
        return _list(name, held, parts)
    if "$ref" in held:
        part_name = held["$ref"].rpartition("/")[2]
        part = parts[part_name]
        if "enum" in part:
            return _choice(part["enum"])
        summary = {"summary": _SUMMARIES[part_name]} if part_name in _SUMMARIES else {}
        return {"widget": "object", "collapsed": "auto", **summary, "fields": _group(part, parts)}
    return _scalar(held)


def _list(name: str, held: Schema, parts: Mapping[str, Schema]) -> Field:
    entry = held["items"]
    limits = {
        ours: held[theirs]
        for ours, theirs in (("min", "minItems"), ("max", "maxItems"))
        if theirs in held
    }
    if entry.get("x-holds") in PICKERS:
        return {**PICKERS[entry["x-holds"]], "multiple": True, **limits}
    part_name = entry.get("$ref", "").rpartition("/")[2]
    part = parts.get(part_name)
    if part is None:
        # A pattern here would be held against the whole list.
        return {"widget": "list", **limits}
    if "enum" in part:
        return {**_choice(part["enum"]), "multiple": True, **limits}
    return {
        "widget": "list",
        "label_singular": singular(name),
        "collapsed": "auto",
        "summary": _SUMMARIES.get(part_name) or _summary(part),
        "fields": _group(part, parts),
        **limits,
    }


def _summary(part: Schema) -> str:
    return next(
        f"{{{{{key}}}}}" for key in (*_TITLES, *part["properties"]) if key in part["properties"]
    )


def _choice(choices: list[str]) -> Field:
    named = scope_label if set(choices) == set(ConsentScope) else choice_label
    return {
        "widget": "select",
        "options": [{"label": named(choice), "value": choice} for choice in choices],
        "dropdown_threshold": 12 if named is scope_label else 5,
    }


def _scalar(held: Schema) -> Field:
    words = held.get("x-holds", "")
    if words in PICKERS:
        return dict(PICKERS[words])
    if words in _FIXED:
        return dict(_FIXED[words])
    if held.get("type") == "integer":
        limits = {
            ours: held[theirs]
            for ours, theirs in (("min", "minimum"), ("max", "maximum"))
            if theirs in held
        }
        return {"widget": "number", "value_type": "int", **limits}
    return _text(held, words)


def _text(held: Schema, words: str) -> Field:
    """Return a field for text, on one line or several."""
    field: Field = {"widget": "text" if words in _LONG else "string"}
    field["use_emoji_autocomplete"] = False
    if "maxLength" in held:
        field["maxlength"] = held["maxLength"]
    if "pattern" in held:
        field["pattern"] = [held["pattern"], f"Here belongs {words}."]
    return field
