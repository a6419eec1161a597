"""The register of a cohort, as text: entries and keys are added, all else stays byte for byte."""

import re
import secrets
from collections.abc import Container, Mapping, Sequence
from typing import Any

from generator.records.certificate import ID_ALPHABET, ID_GROUP_LENGTH, ID_GROUPS
from generator.records.fields import Record
from generator.records.kinds import Kind, schema_comment_path
from generator.source import Plain, plain, read_bytes, to_yaml
from generator.source.tree import ListNode, MappingNode, Scalar

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_REMARK = re.compile(r"[ \t]*(#|$)")
_DASH = re.compile(r"( *)- +(?=[\w\"'])")

Values = Mapping[str, Any]
"""What an entry says: keys, and texts, days or further keys."""


class UnusableRegisterError(Exception):
    """A register to which nothing can be added without changing what must stay."""


def new_id(taken: Container[str]) -> str:
    """Return an id of a certificate that nobody can guess: 100 bits from the system's source."""
    while True:
        groups = (
            "".join(secrets.choice(ID_ALPHABET) for _ in range(ID_GROUP_LENGTH))
            for _ in range(ID_GROUPS)
        )
        id_ = "-".join(groups)
        if id_ not in taken:
            return id_


def values_of(record: Record) -> dict[str, Any]:
    """Return what a register is to say of a record: days as days, so that they need no quotes."""
    return {
        key: values_of(value) if isinstance(value, Record) else value
        for key, value in record
        if value is not None
    }


def with_entries(text: str, name: str, entries: Sequence[Values]) -> str:
    """Return the text of a register with entries at the end of the list of a name.

    An empty text becomes a new register. Raises UnusableRegisterError.
    """
    if not entries:
        return text
    if not text:
        return to_yaml(
            {name: [dict(one) for one in entries]}, schema=schema_comment_path(Kind.CERTIFICATES)
        )
    register = _Text(text)
    lines = register.with_lines_in_list(name, entries)
    expected = {**register.values, name: [*register.listed(name), *map(_said, entries)]}
    return _sure("".join(lines), expected)


def with_key(text: str, name: str, position: int, key: str, value: Values) -> str:
    """Return the text of a register with a key more in one entry of the list of a name.

    Raises UnusableRegisterError.
    """
    register = _Text(text)
    lines = register.with_lines_in_entry(name, position, {key: dict(value)})
    entries = register.listed(name)
    entries[position] = {**entries[position], key: _said(value)}
    return _sure("".join(lines), {**register.values, name: entries})


def _sure(text: str, expected: Values) -> str:
    """Return a text that says what it should. Raises UnusableRegisterError where it does not."""
    if plain(_root_of(text)) != expected:
        raise UnusableRegisterError
    return text


def _said(values: Values) -> dict[str, Any]:
    """Return values as they are read back: every one of them a text."""
    return {
        key: _said(value) if isinstance(value, Mapping) else str(value)
        for key, value in values.items()
    }


def _root_of(text: str) -> MappingNode:
    document = read_bytes(text.encode(), "register").document
    if document is None or not isinstance(document.root, MappingNode):
        raise UnusableRegisterError
    return document.root


class _Text:
    """The lines of a register, and what they say."""

    def __init__(self, text: str) -> None:
        self._root = _root_of(text)
        self._lines = _LINE.findall(text)
        self._break = "\r\n" if self._lines[0].endswith("\r\n") else "\n"
        if not self._lines[-1].endswith(("\r", "\n")):
            self._lines[-1] += self._break

    @property
    def values(self) -> dict[str, Plain]:
        """What the register says."""
        said = plain(self._root)
        return said if isinstance(said, dict) else {}

    def listed(self, name: str) -> list[Any]:
        """Return what the entries of a list say."""
        said = self.values.get(name)
        return [*said] if isinstance(said, list) else []

    def with_lines_in_list(self, name: str, entries: Sequence[Values]) -> list[str]:
        """Return the lines, with entries at the end of a list."""
        nodes = self._nodes(name)
        _, *written = to_yaml({name: [dict(one) for one in entries]}).splitlines()
        if nodes:
            at, dash = self._end(name, len(nodes) - 1), self._dash(nodes[-1])
        else:
            at, dash = self._open_list(name), 2
        added = [self._line(dash, line.removeprefix("  ")) for line in written]
        return [*self._lines[:at], *added, *self._lines[at:]]

    def with_lines_in_entry(self, name: str, position: int, values: Values) -> list[str]:
        """Return the lines, with keys at the end of an entry."""
        node = self._nodes(name)[position]
        self._dash(node)
        at = self._end(name, position)
        added = [self._line(node.column - 1, line) for line in to_yaml(dict(values)).splitlines()]
        return [*self._lines[:at], *added, *self._lines[at:]]

    def _nodes(self, name: str) -> list[MappingNode]:
        _, node = self._root.entries.get(name, (None, None))
        if not isinstance(node, ListNode):
            return []
        return [item for item in node.items if isinstance(item, MappingNode)]

    def _dash(self, node: MappingNode) -> int:
        """Return how far the dash of an entry is indented."""
        match = _DASH.match(self._lines[node.line - 1])
        if match is None or match.end() != node.column - 1:
            raise UnusableRegisterError
        return len(match[1])

    def _end(self, name: str, position: int) -> int:
        """Return the line (from 0) after an entry; remarks that stand out from it follow it."""
        nodes = self._nodes(name)
        key, _ = self._root.entries[name]
        after = [one.line for one, _ in self._root.entries.values() if one.line > key.line]
        after += [node.line for node in nodes[position + 1 : position + 2]]
        end = min(after, default=len(self._lines) + 1) - 1
        dash = self._dash(nodes[position])
        while _REMARK.match(self._lines[end - 1]) and _indent(self._lines[end - 1]) <= dash:
            end -= 1
        return end

    def _open_list(self, name: str) -> int:
        """Make a list ready for its first entry, and return the line (from 0) of that."""
        key, node = self._root.entries.get(name, (None, None))
        if key is None:
            self._lines.append(self._line(0, f"{name}:"))
            return len(self._lines)
        line = self._lines[key.line - 1]
        opened = re.sub(rf"^({name}:)[ ]*\[[ ]*\]", r"\1", line)
        if opened == line and not (isinstance(node, Scalar) and node.text is None):
            raise UnusableRegisterError
        self._lines[key.line - 1] = opened
        return key.line

    def _line(self, indent: int, text: str) -> str:
        return f"{' ' * indent}{text}{self._break}" if text else self._break


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
