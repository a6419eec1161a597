"""What to write where a text stands for a list, a list for a text, or a text for a group."""

from generator.records.fields import Record, is_id
from generator.records.parts import part_for
from generator.records.people import PersonName
from generator.source import Step

_LONGEST = 60
_LISTS = frozenset(("tuple_type", "list_type"))
_GROUPS = frozenset(("model_type", "model_attributes_type"))
_TELLING = ("name", "title")
"""Keys that say what a group is, whatever else it holds."""


def instead_of(given: object, model: type[Record], steps: tuple[Step, ...], fault: str) -> str:
    """Return what to write in place of a value of another shape; empty where nobody could tell.

    ``steps`` lead from the record's model to the value; ``fault`` is what pydantic calls it.
    """
    part = part_for(model, steps)
    if isinstance(given, list):
        return _instead_of_list(given, part)
    if not isinstance(given, str) or len(given) > _LONGEST:
        return ""
    if part is None:
        return f"write [{given}]" if fault in _LISTS else ""
    if fault in _LISTS:
        return _as_group(given, part, "- ")
    return _as_group(given, part) if fault in _GROUPS else ""


def _instead_of_list(given: list[object], part: type[Record] | None) -> str:
    if len(given) != 1:
        return ""
    if part is not None and isinstance(given[0], dict):
        return "take out the '- ' before its keys"
    if part is None and isinstance(given[0], str):
        return f"write {given[0]}, without brackets or '- '"
    return ""


def _as_group(text: str, part: type[Record], lead: str = "") -> str:
    """Return the lines of a group that says what a text says, in words."""
    if "participant" in part.model_fields and is_id(text):
        return f"write '{lead}participant: {text}'"
    if part is PersonName:
        return f"write, indented in lines of their own, {_name_in_words(text)}"
    key = next((name for name in _TELLING if name in part.model_fields), "")
    if not key:
        return ""
    if part_for(part, (key,)) is not PersonName:
        return f"write '{lead}{key}: {text}'"
    return (
        f"write '{lead}{key}:' and, indented in the lines below it, {_name_in_words(text)}; "
        f"for an organization, '{lead}organization: {text}'"
    )


def _name_in_words(name: str) -> str:
    given, _, family = name.rpartition(" ")
    return f"'given: {given}' and 'family: {family}'" if given else f"'family: {family}'"
