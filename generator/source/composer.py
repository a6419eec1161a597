"""YAML events into a tree of values with their places."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Place, Rule
from generator.diagnostics.rules import syntax, text
from generator.source.ambiguity import misreading
from generator.source.characters import check_characters
from generator.source.tree import Key, ListNode, MappingNode, Node, Scalar

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20

Event = Any
"""A PyYAML event; its stubs leave open what every parsed event has: marks, and a scalar a value."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    is_mapping: bool
    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    entries: dict[str, tuple[Key, Node]] = field(default_factory=dict)
    key: Key | None = None


class Composer:
    """Builds the tree of one file. Faults gather in ``found``; none of them raises."""

    def __init__(self, path: str) -> None:
        self.found: list[Diagnostic] = []
        self.booleans: list[Place] = []
        self._path = path
        self._content = ""
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0
        self._broken = False

    def compose(self, content: str) -> Node | None:
        """Return the root of the tree, or None where there is none that could be trusted.

        Raises yaml.YAMLError where the text is not YAML.
        """
        self._content = content
        take = {
            yaml.ScalarEvent: self._take_scalar,
            yaml.MappingStartEvent: self._open_collection,
            yaml.SequenceStartEvent: self._open_collection,
            yaml.MappingEndEvent: self._close_collection,
            yaml.SequenceEndEvent: self._close_collection,
            yaml.AliasEvent: self._take_alias,
            yaml.DocumentStartEvent: self._begin_document,
        }
        loader = _LOADER(content)
        try:
            while not self._broken:
                event = loader.get_event()
                kind = type(event)
                if kind in take:
                    take[kind](event)
                elif kind is yaml.StreamEndEvent:
                    return self._root
        finally:
            loader.dispose()
        return None

    def _begin_document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._report(syntax.SEVERAL_DOCUMENTS, event, "a second document begins here")
            self._broken = True

    def _open_collection(self, event: Event) -> None:
        self._check_properties(event)
        if len(self._open) >= _DEEPEST:
            self._report(syntax.TOO_DEEP, event, f"values nested more than {_DEEPEST} levels deep")
            self._broken = True
            return
        mark = event.start_mark
        is_mapping = type(event) is yaml.MappingStartEvent
        self._open.append(_Open(is_mapping, mark.line + 1, mark.column + 1))

    def _close_collection(self, _event: Event) -> None:
        done = self._open.pop()
        if done.is_mapping:
            self._add(MappingNode(done.entries, done.line, done.column))
        else:
            self._add(ListNode(tuple(done.items), done.line, done.column))

    def _take_alias(self, event: Event) -> None:
        self._report(syntax.ANCHOR, event, f"alias '*{event.anchor}' to another value")
        mark = event.start_mark
        self._add(Scalar(None, mark.line + 1, mark.column + 1))

    def _take_scalar(self, event: Event) -> None:
        if event.anchor or event.tag:
            self._check_properties(event)
        mark = event.start_mark
        value: str = event.value
        line, column = mark.line + 1, mark.column + 1
        style = event.style
        if not style:
            if not value:
                self._check_empty(line, column)
                self._add(Scalar(None, line, column))
                return
            if self._expects_value():
                self._check_plain(value, line, column)
        elif style in "|>":
            value = value.rstrip("\n")
        elif style == '"':
            self._check_escapes(event)
        trimmed = value.strip()
        if trimmed != value:
            message = f"space at an edge of '{trimmed[:60]}'"
            self._report(text.EDGE_WHITESPACE, event, message)
        self._add(Scalar(trimmed, line, column))

    def _add(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = self._key(node, parent)
        else:
            parent.entries[parent.key.text] = (parent.key, node)
            parent.key = None

    def _key(self, node: Node, parent: _Open) -> Key:
        if not isinstance(node, Scalar) or not node.text:
            place = Place(self._path, node.line, node.column)
            self.found = [known for known in self.found if known.place < place]
            self.found.append(syntax.BAD_KEY.at(place, "this key is not a plain word"))
            self._broken = True
            return Key("", node.line, node.column)
        name, line, column = node.text, node.line, node.column
        if name == "<<":
            self.found.append(
                syntax.MERGE_KEY.at(Place(self._path, line, column), "merge key '<<'")
            )
            self._broken = True
        if name in parent.entries:
            earlier, _ = parent.entries[name]
            message = f"key '{name}' again; it stands in line {earlier.line} already"
            self.found.append(syntax.DUPLICATE_KEY.at(Place(self._path, line, column), message))
        return Key(name, line, column)

    def _expects_value(self) -> bool:
        return not self._open or not self._open[-1].is_mapping or self._open[-1].key is not None

    def _check_empty(self, line: int, column: int) -> None:
        parent = self._open[-1] if self._open else None
        if parent is None:
            return
        if parent.key is not None:
            line, column = parent.key.line, parent.key.column
            message = f"key '{parent.key.text}' has no value"
        elif parent.is_mapping:
            return
        else:
            message = "this entry of the list is empty"
        self.found.append(syntax.EMPTY_VALUE.at(Place(self._path, line, column), message))

    def _check_plain(self, value: str, line: int, column: int) -> None:
        if value.lower() in ("true", "false"):
            self.booleans.append(Place(self._path, line, column))
            return
        otherwise = misreading(value)
        if otherwise:
            self.found.append(
                syntax.AMBIGUOUS_VALUE.at(
                    Place(self._path, line, column),
                    f"other YAML tools read {value} as {otherwise}",
                    f'put it in quotes: "{value}"',
                )
            )

    def _check_escapes(self, event: Event) -> None:
        """Report what escapes bring in; what stands unescaped is known already."""
        written = self._content[event.start_mark.index : event.end_mark.index]
        if "\\" not in written:
            return
        known = {fault.code for fault in check_characters(self._path, written)}
        mark = event.start_mark
        place = Place(self._path, mark.line + 1, mark.column + 1)
        self.found.extend(
            Diagnostic(fault.code, fault.severity, place, fault.message, fault.help)
            for fault in check_characters(self._path, event.value)
            if fault.code not in known
        )

    def _check_properties(self, event: Event) -> None:
        if event.anchor:
            self._report(syntax.ANCHOR, event, f"anchor '&{event.anchor}'")
        if event.tag:
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._report(syntax.TAG, event, f"tag '{written}'")

    def _report(self, rule: Rule, event: Event, message: str) -> None:
        mark = event.start_mark
        self.found.append(rule.at(Place(self._path, mark.line + 1, mark.column + 1), message))
