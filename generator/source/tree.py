"""A record as it stands in its file: every value with its place, every scalar still text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Place

Step = str | int
"""One step into a record: a key of a mapping or a position (from 0) in a list."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, or nothing (None) where a key has no value. ``line`` and ``column`` count from 1."""

    text: str | None
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list."""

    items: "tuple[Node, ...]"
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a mapping, with its place."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys and their values, in the order of the file."""

    entries: "tuple[tuple[Key, Node], ...]"
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
        node = self.root
        for step in steps:
            node = _child(node, step) or node
        return Place(self.path, node.line, node.column)

    def texts(self) -> Iterator[tuple[tuple[Step, ...], str, Place]]:
        """Yield every text: the steps that lead to it, what it says, and its place."""
        ways: list[tuple[tuple[Step, ...], Node]] = [((), self.root)]
        while ways:
            steps, node = ways.pop()
            if isinstance(node, MappingNode):
                ways += [((*steps, key.text), value) for key, value in node.entries]
            elif isinstance(node, ListNode):
                ways += [((*steps, position), item) for position, item in enumerate(node.items)]
            elif node.text is not None:
                yield steps, node.text, Place(self.path, node.line, node.column)

    def key_place(self, steps: Sequence[Step]) -> Place:
        """Return the place of the key that the last step names; the value's where it is no key."""
        node = self.root
        for step in steps[:-1]:
            node = _child(node, step) or node
        if isinstance(node, MappingNode):
            for key, _ in node.entries:
                if key.text == steps[-1]:
                    return Place(self.path, key.line, key.column)
        return self.place(steps)


def plain(node: Node) -> Plain:
    """Return what a node says as dicts, lists and texts. Keys without a value are left out."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return {
        key.text: plain(value)
        for key, value in node.entries
        if not (isinstance(value, Scalar) and value.text is None)
    }


def _child(node: Node, step: Step) -> Node | None:
    if isinstance(node, MappingNode):
        return next((value for key, value in node.entries if key.text == step), None)
    if isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
