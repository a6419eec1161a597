"""The models inside a model."""

from collections.abc import Sequence
from typing import Any, get_origin

from pydantic.fields import FieldInfo

from generator.records.fields import Record
from generator.source import Step


def part_at(model: type[Record], steps: Sequence[Step]) -> type[Record]:
    """Return the model of the part that steps into a record lead to; the last one that is there."""
    for step in steps:
        if isinstance(step, str) and step in model.model_fields:
            model = _record_in(model.model_fields[step].annotation) or model
    return model


def field_at(model: type[Record], steps: Sequence[Step]) -> FieldInfo | None:
    """Return the field that steps into a record lead to, or to an entry of."""
    keys = [step for step in steps if isinstance(step, str)]
    return part_at(model, keys[:-1]).model_fields.get(keys[-1]) if keys else None


def part_for(model: type[Record], steps: Sequence[Step]) -> type[Record] | None:
    """Return the model of the value that steps into a record lead to, or of each in that list.

    None where a plain value belongs there.
    """
    field = field_at(model, steps)
    return _record_in(field.annotation) if field else None


def holds_list(model: type[Record], steps: Sequence[Step]) -> bool:
    """Tell whether a list belongs at the end of steps into a record, rather than in one."""
    field = field_at(model, steps)
    return (
        field is not None and isinstance(steps[-1], str) and get_origin(field.annotation) is tuple
    )


def _record_in(annotation: Any) -> type[Record] | None:
    """Return the record model that an annotation holds, alone, optional or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _record_in(part)
        if found:
            return found
    return None
