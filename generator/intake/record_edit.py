"""Some keys of a record changed in its text, which keeps its comments and canonical form."""

from collections.abc import Mapping
from typing import Any

from generator.records.canonical import edit_as
from generator.records.kinds import Kind
from generator.source import Document, Edit
from generator.source.formatting import LostInFormattingError
from generator.source.tree import MappingNode


class UnusableTextError(Exception):
    """A text of which it is not certain that it could be changed without losing anything."""


def with_keys(
    document: Document, kind: Kind, changed: Mapping[str, Any], *, is_apart: bool = False
) -> str:
    """Return the text of a record with some keys changed; None takes a key out.

    What is remarked about a key goes with it, for a remark may say what the key said. ``is_apart``
    tells that the record lies in the private folder. Raises UnusableTextError.
    """
    root = document.root
    there = root.entries if isinstance(root, MappingNode) else {}
    after = plain_of(changed)
    edits = [Edit((key,), after.get(key)) for key in changed if key in after or key in there]
    content = document.text.encode()
    try:
        made = edit_as(kind, content, document.path, edits, is_apart=is_apart)
    except LostInFormattingError:
        raise UnusableTextError from None
    if made.text is None:
        raise UnusableTextError
    return made.text


def plain_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as they are read back from a record: dicts, lists and texts."""
    return {key: _plain(value) for key, value in values.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return plain_of(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
