"""Some keys of a record changed in its text, in which everything else stays as it is."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.source import Document, plain, read_bytes, to_yaml
from generator.source.tree import MappingNode

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


class UnusableTextError(Exception):
    """A record so written that keys cannot be changed without touching others."""


def with_keys(document: Document, changed: Mapping[str, Any], order: Sequence[str]) -> str:
    """Return the text of a record with some keys changed; None takes a key out.

    New keys go where the order of the model's keys has them. Remarks stay with the key under them.
    Raises UnusableTextError where that cannot be done, as with a record in braces on one line.
    """
    if not isinstance(document.root, MappingNode):
        raise UnusableTextError
    head, blocks = _blocks(document, document.root)
    for key, value in changed.items():
        if value is None:
            if key in blocks:
                blocks[key] = _remarks_of(blocks[key])
            continue
        written = [f"{line}\n" for line in to_yaml({key: value}).splitlines()]
        if key in blocks:
            blocks[key] = [*_remarks_of(blocks[key]), *written]
        else:
            blocks = _inserted(blocks, key, written, order)
    text = "".join([*head, *(line for block in blocks.values() for line in block)])
    _check(document, text, changed)
    return text


def _blocks(document: Document, root: MappingNode) -> tuple[list[str], dict[str, list[str]]]:
    """Return the lines before the first key, and the lines of each key with remarks above it."""
    lines = _LINE.findall(document.text)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    starts = sorted((key.line - 1, name) for name, (key, _) in root.entries.items())
    if any(key.column != 1 for key, _ in root.entries.values()) or len(
        {start for start, _ in starts}
    ) != len(starts):
        raise UnusableTextError
    begins = [_with_remarks(lines, start) if at else start for at, (start, _) in enumerate(starts)]
    ends = [*begins[1:], len(lines)]
    first = begins[0] if begins else 0
    return lines[:first], {
        name: lines[begin:end] for (_, name), begin, end in zip(starts, begins, ends, strict=True)
    }


def _with_remarks(lines: Sequence[str], start: int) -> int:
    """Return the first of the remarks that stand directly above a line."""
    while start and lines[start - 1].startswith("#"):
        start -= 1
    return start


def _remarks_of(block: Sequence[str]) -> list[str]:
    return [line for line in block if line.startswith("#")]


def _inserted(
    blocks: Mapping[str, list[str]], key: str, written: list[str], order: Sequence[str]
) -> dict[str, list[str]]:
    """Return the blocks with one more, after those that the model has before it."""
    earlier = set(order[: order.index(key)])
    names = list(blocks)
    at = max((position + 1 for position, name in enumerate(names) if name in earlier), default=0)
    items = list(blocks.items())
    return dict([*items[:at], (key, written), *items[at:]])


def _check(document: Document, text: str, changed: Mapping[str, Any]) -> None:
    """Make sure that the new text says what it should, and nothing else."""
    reading = read_bytes(text.encode(), document.path)
    before = plain(document.root)
    if reading.document is None or not isinstance(before, dict):
        raise UnusableTextError
    expected = {key: value for key, value in before.items() if key not in changed}
    for key, value in changed.items():
        if value is not None:
            expected[key] = plain_of({key: value})[key]
    if plain(reading.document.root) != expected:
        raise UnusableTextError


def plain_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as they are read back from a record: dicts, lists and texts."""
    return {key: _plain(value) for key, value in values.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return plain_of(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
