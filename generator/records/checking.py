"""A document against the model of its kind: a record, or the diagnostics that say why not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import RULES, Diagnostic, Rule, did_you_mean
from generator.diagnostics.rules import shape, syntax, text
from generator.records.fields import Record, shape_of
from generator.records.kinds import Kind
from generator.records.parts import field_at, part_at
from generator.records.shaping import instead_of
from generator.records.tags import check_tags
from generator.source import Document, Step, plain

_QUOTED = re.compile(r"'([^']*)'")
_NUMBER_FAULTS = frozenset(
    [
        "int_parsing",
        "int_type",
        "int_from_float",
        "int_parsing_size",
        "greater_than_equal",
        "less_than_equal",
    ]
)


_SHAPES = {
    "string_type": "a text",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "a group of keys",
    "model_attributes_type": "a group of keys",
    "dict_type": "a group of keys",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking a document: the record, if it fits its model, and the faults."""

    record: Record | None
    found: tuple[Diagnostic, ...]


def check_document(document: Document, kind: Kind) -> Checked:
    """Check a document against the model of its kind."""
    values = plain(document.root)
    model = kind.model
    if not isinstance(values, dict):
        message = f"a record begins with 'key: value', not with a {shape_of(values)}"
        return Checked(None, (shape.WRONG_SHAPE.at(document.place(), message),))
    record: Record | None = None
    found: list[Diagnostic] = []
    try:
        record = model.model_validate(values)
    except ValidationError as faults:
        for details in faults.errors(include_url=False):
            found += _explain(details, document, model)
    found += check_tags(document, model)
    found += _misplaced_booleans(document, model)
    return Checked(record, tuple(found))


def _explain(
    details: ErrorDetails, document: Document, model: type[Record]
) -> Iterator[Diagnostic]:
    steps = details["loc"]
    type_ = details["type"]
    given = details["input"]
    context = details.get("ctx", {})
    if given is None and type_ != "missing":
        return  # an empty entry of a list, which the reader has named
    if type_ == "too_short" and given:
        return  # pydantic counts only the entries without fault, which have been named
    if type_ in RULES:
        inner = context.get("steps", ())
        help_ = context["help"]
        if type_ == shape.WRONG_SHAPE.code and not inner:
            help_ = help_ or instead_of(given, model, steps, type_)
        yield RULES[type_].at(document.place((*steps, *inner)), context["message"], help_)
    elif type_ == "extra_forbidden":
        yield _unknown_key(steps, document, model)
    elif type_ == "missing":
        name = str(steps[-1])
        place = document.key_place(steps[:-1]) if len(steps) > 1 else document.place()
        if len(steps) > 1 and isinstance(steps[-2], int):
            place = document.place(steps[:-1])
        yield shape.MISSING_KEY.at(place, f"the key '{name}' is missing", _what_for(steps, model))
    else:
        rule, message, help_ = _translate(type_, given, context)
        if rule is shape.WRONG_SHAPE and not help_:
            help_ = instead_of(given, model, steps, type_)
        yield rule.at(document.place(steps), message, help_)


def _translate(type_: str, given: object, context: dict[str, Any]) -> tuple[Rule, str, str]:
    """Return the rule, message and help for an error that pydantic's own types report."""
    if type_ in ("enum", "literal_error"):
        return _not_a_choice(given, _QUOTED.findall(str(context["expected"])))
    if type_ in _NUMBER_FAULTS:
        return _not_a_number(given, context)
    if type_ in ("string_too_long", "too_long"):
        return _too_long(given, context["max_length"])
    if type_ in ("string_too_short", "too_short"):
        what = "text" if isinstance(given, str) else "list"
        return shape.INVALID_VALUE, f"this {what} is empty", "write something, or delete the key"
    expected = _SHAPES.get(type_)
    if expected:
        return shape.WRONG_SHAPE, f"{expected} belongs here, not a {shape_of(given)}", ""
    return shape.INVALID_VALUE, f"'{_short(given)}' does not fit here", ""


def _not_a_choice(given: object, choices: Sequence[str]) -> tuple[Rule, str, str]:
    listed = f"choose one of {', '.join(choices)}"
    if not isinstance(given, str):
        return shape.WRONG_SHAPE, f"one word belongs here, not a {shape_of(given)}", listed
    message = f"'{_short(given)}' is not among the words to choose from"
    return shape.UNKNOWN_CHOICE, message, did_you_mean(given, choices, listed)


def _not_a_number(given: object, context: Mapping[str, Any]) -> tuple[Rule, str, str]:
    if "ge" in context:
        least = context["ge"]
        return shape.BAD_NUMBER, f"{_short(given)} is less than {least}", f"write {least} or more"
    if "le" in context:
        most = context["le"]
        return shape.BAD_NUMBER, f"{_short(given)} is more than {most}", f"write {most} or less"
    if not isinstance(given, str):
        return shape.WRONG_SHAPE, f"a number belongs here, not a {shape_of(given)}", ""
    return shape.BAD_NUMBER, f"'{_short(given)}' is not a whole number", ""


def _too_long(given: object, most: int) -> tuple[Rule, str, str]:
    if isinstance(given, str):
        message = f"this text has {len(given):,} characters, but at most {most:,} fit here"
        return text.TEXT_TOO_LONG, message, ""
    return shape.INVALID_VALUE, f"this list has more than {most:,} entries", "shorten the list"


def _short(value: object) -> str:
    return str(value)[:60]


def _unknown_key(steps: Sequence[str | int], document: Document, model: type[Record]) -> Diagnostic:
    name = str(steps[-1])
    known = sorted(part_at(model, steps[:-1]).model_fields)
    help_ = _belongs_above(steps, model) or did_you_mean(
        name, known, f"the keys here are {', '.join(known)}"
    )
    return shape.UNKNOWN_KEY.at(document.key_place(steps), f"there is no key '{name}' here", help_)


def _belongs_above(steps: Sequence[str | int], model: type[Record]) -> str:
    """Return how far to the left a key belongs that a group around this one has, if one has it."""
    name = str(steps[-1])
    for depth in range(len(steps) - 2, -1, -1):
        if isinstance(steps[depth], int) or name not in part_at(model, steps[:depth]).model_fields:
            continue
        if depth == 0:
            return f"'{name}' belongs to the record itself: begin its line at the left margin"
        return f"'{name}' belongs beside '{steps[depth]}': begin its line right below that word"
    return ""


def _what_for(steps: Sequence[str | int], model: type[Record]) -> str:
    field = part_at(model, steps[:-1]).model_fields.get(str(steps[-1]))
    return f"add '{steps[-1]}: …' here. {field.description}" if field else ""


def _misplaced_booleans(document: Document, model: type[Record]) -> Iterator[Diagnostic]:
    """Yield the places where an unquoted true or false stands for a text."""
    if not document.ambiguous:
        return
    for steps, _, place in document.texts():
        if place in document.ambiguous and not _is_boolean(model, steps):
            yield syntax.AMBIGUOUS_VALUE.at(
                place, "other YAML tools read this as yes or no, but a text belongs here"
            )


def _is_boolean(model: type[Record], steps: Sequence[Step]) -> bool:
    field = field_at(model, steps)
    return field is not None and field.annotation is bool
