"""The canonical form of records: keys in the order of the model, quotes only where they tell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.records.fields import Holds, Record
from generator.records.kinds import Kind, schema_comment_path
from generator.source import Edit, Step, to_yaml
from generator.source.formatting import Formatted, format_record

_WHOLE_NUMBER = re.compile(r"-?[1-9][0-9]{0,8}|0")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBERS = frozenset(
    (
        "a number or a short text",
        "a year, a year and month, a date, or a range of two with a slash",
    )
)
_DAYS = frozenset(
    (
        "a date, as in 2026-03-09",
        "a year, a year and month, a date, or a range of two with a slash",
    )
)


def format_as(kind: Kind, content: bytes, path: str, *, is_apart: bool = False) -> Formatted:
    """Return the text of a record of a kind in canonical form, as format_record does.

    ``is_apart`` tells that it does not lie in the folder of the schemas, so that only its own
    comment for editors can say where these are.
    """
    schema = "" if is_apart else schema_comment_path(kind)
    return format_record(content, path, ModelForm(kind.model), schema)


def edit_as(
    kind: Kind, content: bytes, path: str, edits: Sequence[Edit], *, is_apart: bool = False
) -> Formatted:
    """Return the text of a record of a kind after some edits, in canonical form with its comments.

    Scalars are given as texts. ``is_apart`` is as in format_as. Raises KeyError where the steps of
    an edit lead nowhere.
    """
    schema = "" if is_apart else schema_comment_path(kind)
    return format_record(content, path, ModelForm(kind.model), schema, edits)


def write_as(kind: Kind, values: Mapping[str, Any]) -> str:
    """Return the canonical text of a new record; scalars are given as texts."""
    written = _arranged(values, (), ModelForm(kind.model))
    return to_yaml(written, schema=schema_comment_path(kind))


@dataclass(frozen=True, slots=True)
class ModelForm:
    """What a model says of the order of its keys, and of what is a number, a day, or a text.

    What no model describes, such as the variables of CSL, keeps its order; a whole number there
    stands without quotes.
    """

    model: type[Record]

    def order(self, steps: Sequence[Step]) -> Sequence[str]:
        """Return the keys of the group that steps lead to, in the order of the model."""
        model = _model_at(self.model, steps)
        return tuple(model.model_fields) if model else ()

    def typed(self, steps: Sequence[Step], said: str) -> Any:
        """Return what a text says as a number, a day or a boolean where the field holds one."""
        model = _model_at(self.model, _without_positions(steps)[:-1])
        words, types = _held(model, str(_without_positions(steps)[-1])) if model else (None, ())
        if words is None:
            return _as_number(said)
        if bool in types and said in ("true", "false"):
            return said == "true"
        if words & _DAYS and _DAY.fullmatch(said):
            return _as_day(said)
        return _as_number(said) if int in types or words & _NUMBERS else said


def _arranged(value: Any, steps: tuple[Step, ...], form: ModelForm) -> Any:
    """Return values in the order of their models, scalars typed."""
    if isinstance(value, Mapping):
        ranks = {key: rank for rank, key in enumerate(form.order(steps))}
        ordered = sorted(value.items(), key=lambda item: ranks.get(item[0], len(ranks)))
        return {key: _arranged(one, (*steps, key), form) for key, one in ordered}
    if isinstance(value, list | tuple):
        return [_arranged(one, (*steps, at), form) for at, one in enumerate(value)]
    return form.typed(steps, value) if isinstance(value, str) else value


def _as_number(said: str) -> Any:
    return int(said) if _WHOLE_NUMBER.fullmatch(said) else said


def _as_day(said: str) -> Any:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return said


def _without_positions(steps: Sequence[Step]) -> tuple[str, ...]:
    return tuple(step for step in steps if isinstance(step, str))


def _model_at(model: type[Record], steps: Sequence[Step]) -> type[Record] | None:
    """Return the model of the group that steps lead to, or None where no model describes it."""
    found: type[Record] | None = model
    for name in _without_positions(steps):
        field = found.model_fields.get(name) if found else None
        found = None if field is None else _record_of(field)
    return found


def _record_of(field: FieldInfo) -> type[Record] | None:
    records = (part for part in _parts(field.annotation) if isinstance(part, type))
    return next((part for part in records if issubclass(part, Record)), None)


@cache
def _held(model: type[Record], name: str) -> tuple[frozenset[str] | None, frozenset[Any]]:
    """Return the words and the types by which a field says what it holds; no words if unknown."""
    field = model.model_fields.get(name)
    if field is None:
        return None, frozenset()
    parts = [*field.metadata, *_parts(field.annotation)]
    words = frozenset(part.words for part in parts if isinstance(part, Holds))
    if Mapping in {get_origin(part) or part for part in parts}:
        return None, frozenset()
    return words, frozenset(part for part in parts if part in (int, bool))


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield an annotation, and everything that it is made of."""
    yield annotation
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
        yield from _parts(annotation.__origin__)
    elif get_origin(annotation) in (Union, UnionType, tuple, list):
        for part in get_args(annotation):
            yield from _parts(part)
