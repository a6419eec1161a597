"""JSON Schemas made from the models, for editors that complete and check as one types."""

import json
from typing import Any

from generator.records.kinds import Kind


def json_schema(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind of record."""
    schema = kind.model.model_json_schema(mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Made from the models by 'lrrt schema'. Do not edit.",
        **_readable(schema),
    }


def schema_text(kind: Kind) -> str:
    """Return the JSON Schema of a kind of record as it is kept in the repository."""
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"


def _readable(node: Any) -> Any:
    """Return a schema without pydantic's generated titles, and with absent values left out.

    A record leaves out what it does not have; ``null`` is never written.
    """
    if isinstance(node, list):
        return [_readable(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if key != "title" or isinstance(value, dict)}
    options = kept.get("anyOf")
    if isinstance(options, list):
        present = [option for option in options if option != {"type": "null"}]
        if len(present) == 1 and len(options) > 1:
            del kept["anyOf"]
            kept = {**present[0], **kept}
    default = kept.get("default", ...)
    if isinstance(default, dict):
        default = kept["default"] = {k: one for k, one in default.items() if one is not None}
    if default in (None, {}):
        del kept["default"]
    return {key: _readable(value) for key, value in kept.items()}
