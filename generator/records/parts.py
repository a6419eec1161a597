"""The models inside a model."""

from collections.abc import Sequence
from typing import Any

from generator.records.fields import Record
from generator.source import Step


def part_at(model: type[Record], steps: Sequence[Step]) -> type[Record]:
    """Return the model of the part that steps into a record lead to; the last one that is there."""
    for step in steps:
        if isinstance(step, str) and step in model.model_fields:
            model = _record_in(model.model_fields[step].annotation) or model
    return model


def _record_in(annotation: Any) -> type[Record] | None:
    """Return the record model that an annotation holds, alone, optional or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _record_in(part)
        if found:
            return found
    return None
