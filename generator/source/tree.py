"""A record as it stands in its file: every value with its place, every scalar still text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.diagnostics import Place

Step = str | int
"""One step into a record: a key of a mapping or a position (from 0) in a list."""

# Nodes are named tuples: a program has a million of them, and these are made twice as fast as
# frozen dataclasses.


class Scalar(NamedTuple):
    """A text, or nothing (None) where a key has no value. ``line`` and ``column`` count from 1."""

    text: str | None
    line: int
    column: int


class ListNode(NamedTuple):
    """A list."""

    items: "tuple[Node, ...]"
    line: int
    column: int


class Key(NamedTuple):
    """A key of a mapping, with its place."""

    text: str
    line: int
    column: int


class MappingNode(NamedTuple):
    """Keys and their values, in the order of the file. Of a key that stands twice, the last."""

    entries: "dict[str, tuple[Key, Node]]"
    line: int
    column: int


Node = Scalar | ListNode | MappingNode
Plain = str | None | list["Plain"] | dict[str, "Plain"]
"""What a node says, without places."""


@dataclass(frozen=True, slots=True)
class Document:
    """One record file that could be read.

    ``path`` is the path as it is shown to people. ``ambiguous`` holds the places of unquoted
    ``true`` and ``false``, which only a yes-or-no field may have.
    """

    path: str
    text: str
    root: Node
    ambiguous: tuple[Place, ...] = ()

    def place(self, steps: Sequence[Step] = ()) -> Place:
        """Return the place of the value that the steps lead to, or of the last one that is there.

        Steps that the tree does not have (such as those a validator adds) are passed over.
        """
        node = self._at(steps)
        return Place(self.path, node.line, node.column)

    def key_place(self, steps: Sequence[Step]) -> Place:
        """Return the place of the key that the last step names; the value's where it is no key."""
        node = self._at(steps[:-1])
        if isinstance(node, MappingNode) and steps[-1] in node.entries:
            key, _ = node.entries[str(steps[-1])]
            return Place(self.path, key.line, key.column)
        return self.place(steps)

    def texts(self) -> Iterator[tuple[tuple[Step, ...], str, Place]]:
        """Yield every text: the steps that lead to it, what it says, and its place."""
        ways: list[tuple[tuple[Step, ...], Node]] = [((), self.root)]
        while ways:
            steps, node = ways.pop()
            if isinstance(node, MappingNode):
                ways += [((*steps, key), value) for key, (_, value) in node.entries.items()]
            elif isinstance(node, ListNode):
                ways += [((*steps, position), item) for position, item in enumerate(node.items)]
            elif node.text is not None:
                yield steps, node.text, Place(self.path, node.line, node.column)

    def _at(self, steps: Sequence[Step]) -> Node:
        node = self.root
        for step in steps:
            if isinstance(node, MappingNode) and step in node.entries:
                _, node = node.entries[str(step)]
            elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
        return node


def plain(node: Node) -> Plain:
    """Return what a node says as dicts, lists and texts. Keys without a value are left out."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return {
        key: plain(value)
        for key, (_, value) in node.entries.items()
        if not (isinstance(value, Scalar) and value.text is None)
    }
