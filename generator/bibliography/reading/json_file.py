"""The items of a CSL-JSON file: a list, one object, or {"items": [...]}."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.bibliography.reading.csl import item_from_csl
from generator.bibliography.reading.incoming import Batch, Incoming, Rejected
from generator.bibliography.reading.text import shorten
from generator.source import Lines

_BETWEEN = re.compile(r"[\s,\ufeff]*")
_AFTER_ITEM = re.compile(r"\}\s*,?\s*(?=\{)")
_SIGNS = frozenset(("id", "type", "title", "DOI"))
_MOST_DIGITS = 300
"""Digits of a number beyond which it is kept as text; Python refuses those of some thousands."""


def read_csl_json(content: str, path: str) -> Batch:
    """Return the items of a CSL-JSON file; where one is broken, the others still."""
    lines = Lines(path, content)
    incoming: list[Incoming] = []
    rejected: list[Rejected] = []
    for position, (offset, value) in enumerate(_values(content), start=1):
        place = lines.place(offset)
        label = f"item {position}"
        if isinstance(value, _Broken):
            rejected.append(Rejected(lines.place(value.offset), label, value.reason))
            continue
        if not isinstance(value, Mapping):
            what = shorten(json.dumps(value, default=str))
            rejected.append(
                Rejected(place, label, f"{what} is no item, which is a group in braces")
            )
            continue
        item, changes = item_from_csl(value)
        incoming.append(Incoming(item, place, item.id or label, changes))
    return Batch(tuple(incoming), tuple(rejected))


_DEEPEST = 100
_TOO_DEEP = "this is nested too deeply to be an item"


class _Broken:
    """A part of the file that is not JSON."""

    def __init__(self, offset: int, reason: str) -> None:
        self.offset = offset
        self.reason = reason


def _values(content: str) -> Iterator[tuple[int, Any]]:
    """Yield what the file lists, each with its offset."""
    start = _after(content, 0)
    if start == len(content):
        yield start, _Broken(start, "the file is empty")
    elif content[start] == "[":
        yield from _listed(content, start + 1, closing="]")
    else:
        end, value = _decode(content, start)
        items = value.get("items") if isinstance(value, Mapping) else None
        if isinstance(value, _Broken):
            opened = re.search(r'"items"\s*:\s*\[', content)
            if opened:
                yield from _listed(content, opened.end(), closing="]}")
            else:
                yield start, value
            return
        if isinstance(items, list) and not _SIGNS & value.keys():
            opened = re.compile(r'"items"\s*:\s*\[').search(content, start)
            yield from _listed(content, opened.end() if opened else start, closing="]}")
        else:
            yield start, value
            after = _after(content, end)
            if after < len(content):
                yield from _listed(content, after, closing="")


def _listed(content: str, offset: int, closing: str) -> Iterator[tuple[int, Any]]:
    """Yield the entries of a list from its first on; after a broken one, from the next item.

    ``closing`` is what ends it: nothing where items stand one after another without a list. After
    the list of a group, the other keys of the group are passed over.
    """
    while True:
        offset = _after(content, offset)
        if offset == len(content):
            if closing:
                yield offset, _Broken(max(offset - 1, 0), "the list is not closed with ']'")
            return
        if closing and content[offset] == "]":
            after = _after(content, offset + 1)
            if closing == "]" and after < len(content):
                yield after, _Broken(after, "this stands after the end of the list")
            return
        end, value = _decode(content, offset)
        yield offset, value
        if isinstance(value, _Broken):
            resumed = _next_item(content, max(value.offset, offset + 1))
            if resumed is None:
                return
            end = resumed
        offset = end


def _next_item(content: str, offset: int) -> int | None:
    """Return where the next whole item after a broken one begins."""
    for match in _AFTER_ITEM.finditer(content, max(offset - 1, 0)):
        _, value = _decode(content, match.end())
        if isinstance(value, Mapping) and _SIGNS & value.keys():
            return match.end()
    return None


def _after(content: str, offset: int) -> int:
    between = _BETWEEN.match(content, offset)
    return between.end() if between else offset


def _decode(content: str, offset: int) -> tuple[int, Any]:
    try:
        value, end = _DECODER.raw_decode(content, offset)
    except json.JSONDecodeError as fault:
        return offset, _Broken(min(fault.pos, len(content)), f"this is not JSON: {fault.msg}")
    except RecursionError:
        return offset, _Broken(offset, _TOO_DEEP)
    return end, (value if _is_shallow(value) else _Broken(offset, _TOO_DEEP))


def _is_shallow(value: object) -> bool:
    """Tell whether a value is nested no deeper than any item."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(_DEEPEST):
        level = [
            inner
            for one in level
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, dict | list)
        ]
    return not level


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


_DECODER = json.JSONDecoder(
    parse_int=_whole, parse_float=Decimal, parse_constant=lambda _: None, strict=False
)
