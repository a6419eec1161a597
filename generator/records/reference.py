"""The record reference, made from the models: every key of every kind of record."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.records.examples import EXAMPLES
from generator.records.kinds import Kind, schema_comment_path
from generator.records.output import NEEDED
from generator.records.people import COVERS
from generator.records.schema import json_schema

Schema = Mapping[str, Any]

_USUAL = 300
"""Characters that fit on a line; only other limits are mentioned."""

_INTRODUCTION = """\
<!-- Made from generator/records by 'lrrt schema'. Do not edit. -->

# The records

Everything the site shows stands in small text files under `records/`. The folder says what a record
is, and the name of the file is its **id**: other records refer to it by that name, and it is part
of the page's web address. Ids are written in lower-case letters a to z, digits and hyphens, and
never change; a record that must have another id keeps the old one under `aliases`.

A record is a list of facts, each on a line of its own: a key, a colon, a space, the value. Parts of
a fact are indented by two spaces under it; entries of a list begin with a hyphen, or stand in
brackets. Times, and texts that hold a colon or begin with a sign, stand in quotes. The first line
of each file, `# yaml-language-server: …`, lets editors complete and check as one types.

A key that is **needed** must be there; every other key may be left out. **Seen by** says whom the
site shows a fact to: *everyone*; *everyone, with consent* to the scope that is named; or the
*committee* alone, who work with the records themselves. In a repository that everybody can read,
nothing in the records is secret: what only the committee may see does not belong there.
"""


def records_reference() -> str:
    """Return the page on all kinds of record, in Markdown."""
    schemas = {kind: json_schema(kind) for kind in Kind}
    shared = _shared_parts(schemas)
    parts = [_INTRODUCTION]
    for kind, schema in schemas.items():
        parts += _kind(kind, schema, shared)
    parts.append("## Parts that several records share\n")
    for name, (part, definitions) in sorted(shared.items()):
        parts += _part(name, part, definitions)
    parts += [_consent(schemas), _needed()]
    return "\n".join(parts)


def _shared_parts(schemas: Mapping[Kind, Schema]) -> dict[str, tuple[Schema, Schema]]:
    """Return the parts that more than one kind has, each with the definitions it refers to."""
    counts = Counter(name for schema in schemas.values() for name in schema.get("$defs", {}))
    return {
        name: (part, schema["$defs"])
        for schema in schemas.values()
        for name, part in schema.get("$defs", {}).items()
        if counts[name] > 1 and "properties" in part
    }


def _kind(kind: Kind, schema: Schema, shared: Mapping[str, Any]) -> Iterator[str]:
    heading = "Pairings" if kind is Kind.PAIRINGS else kind.capitalize()
    yield f"## {heading}\n"
    yield f"`records/{kind.pattern}`: {_lowered(schema['description'])}\n"
    comment = f"# yaml-language-server: $schema={schema_comment_path(kind)}\n"
    yield f"```yaml\n{comment}{EXAMPLES[kind]}```\n"
    definitions = schema.get("$defs", {})
    yield _table(schema, definitions)
    for name, part in definitions.items():
        if name not in shared and "properties" in part:
            yield from _part(name, part, definitions)


def _part(name: str, part: Schema, definitions: Schema) -> Iterator[str]:
    yield f"### {_heading(name)}\n"
    yield f"{part['description']}\n"
    yield _table(part, definitions)


def _table(part: Schema, definitions: Schema) -> str:
    rows = ["| Key | What it says | What it holds | Needed | Seen by |", "|---|---|---|---|---|"]
    needed = part.get("required", ())
    for key, field in part["properties"].items():
        cells = (
            f"`{key}`",
            _description(field, definitions),
            _holds(field, definitions) + _default(field),
            "needed" if key in needed else "",
            _seen_by(field["x-visibility"]),
        )
        rows.append(f"| {' | '.join(map(_cell, cells))} |")
    return "\n".join(rows) + "\n"


def _description(field: Schema, definitions: Schema) -> str:
    """Return a field's description; pydantic leaves out one that is the same as its part's."""
    description = field.get("description") or _target(field, definitions)["description"]
    return str(description)


def _target(field: Schema, definitions: Schema) -> Schema:
    target: Schema = definitions[field["$ref"].rpartition("/")[2]]
    return target


def _holds(field: Schema, definitions: Schema) -> str:
    """Return in plain words what a field holds."""
    if "$ref" in field:
        choices = _target(field, definitions).get("enum")
        if choices:
            return f"one of {', '.join(f'`{choice}`' for choice in choices)}"
        heading = _heading(field["$ref"].rpartition("/")[2])
        return f"a group of keys: [{heading}](#{heading.lower().replace(' ', '-')})"
    if "items" in field:
        return f"a list, each entry {_holds(field['items'], definitions)}{_limits(field)}"
    if field["type"] == "integer":
        return f"a whole number, {field['minimum']} to {field['maximum']}"
    return f"{field['x-holds']}{_limits(field)}"


def _limits(field: Schema) -> str:
    if field.get("maxLength", _USUAL) != _USUAL:
        return f", at most {field['maxLength']:,} characters"
    if "maxItems" in field:
        return f"; at most {field['maxItems']}"
    return ""


def _default(field: Schema) -> str:
    value = field.get("default")
    if isinstance(value, bool):
        return f" (left out: {str(value).lower()})"
    return f" (left out: {value})" if isinstance(value, str | int) else ""


def _seen_by(visibility: str) -> str:
    scope = visibility.removeprefix("consent:")
    if scope != visibility:
        return f"everyone, with consent to `{scope}`"
    return "everyone" if visibility == "public" else "committee"


def _consent(schemas: Mapping[Kind, Schema]) -> str:
    fields = [
        (f"{part_name}: `{key}`", field["x-visibility"])
        for kind, schema in schemas.items()
        for part_name, part in ((kind.capitalize(), schema), *schema.get("$defs", {}).items())
        for key, field in part.get("properties", {}).items()
    ]
    rows = ["| Scope | Lets be shown | Keys |", "|---|---|---|"]
    for scope, words in COVERS.items():
        keys = dict.fromkeys(name for name, seen in fields if seen == f"consent:{scope}")
        rows.append(f"| `{scope}` | {words} | {', '.join(map(_spoken, keys))} |")
    introduction = textwrap.fill(
        "What a person agreed to stands under `consent`, with the day. Without it, nothing of the "
        "person is shown; and from the day of `withdrawn` on, nothing is.",
        100,
    )
    return "\n".join(("## Scopes of consent\n", introduction, "", *rows, ""))


def _needed() -> str:
    rows = ["| Type | Needs |", "|---|---|"]
    for type_, groups in NEEDED.items():
        listed = "; ".join(" or ".join(f"`{key}`" for key in group) for group in groups)
        rows.append(f"| `{type_}` | {listed} |")
    introduction = "Beyond the keys that every output needs, a complete reference asks for these.\n"
    return "\n".join(("## What each type of output needs\n", introduction, *rows, ""))


def _spoken(name: str) -> str:
    part, colon, key = name.partition(":")
    return f"{_heading(part)}{colon}{key}"


def _heading(name: str) -> str:
    """Return the name of a part as a heading: 'PersonName' as 'Person name'."""
    words = "".join(f" {letter}" if letter.isupper() else letter for letter in name).split()
    return " ".join(words).capitalize()


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
