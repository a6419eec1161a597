"""YAML events into a tree of values with their places."""

from dataclasses import dataclass, field

import yaml

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import syntax, text
from generator.source.ambiguity import misreading
from generator.source.characters import check_characters
from generator.source.tree import Key, ListNode, MappingNode, Node, Scalar

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    is_mapping: bool
    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[Key, Node]] = field(default_factory=list)
    key: Key | None = None


class Composer:
    """Builds the tree of one file. Faults gather in ``found``; none of them raises."""

    def __init__(self, path: str) -> None:
        self.found: list[Diagnostic] = []
        self.booleans: list[Place] = []
        self._path = path
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0
        self._broken = False

    def compose(self, content: str) -> Node | None:
        """Return the root of the tree, or None where there is none that could be trusted."""
        for event in yaml.parse(content, Loader=_LOADER):
            self._take(event)
            if self._broken:
                return None
        return self._root

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._marks(event)
            self._add(self._scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._marks(event)
            mark = event.start_mark
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            if len(self._open) >= _DEEPEST:
                self._report_deep(mark)
                return
            self._open.append(_Open(is_mapping, mark.line + 1, mark.column + 1))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.AliasEvent):
            self.found.append(
                syntax.ANCHOR.at(self._place(event), f"alias '*{event.anchor}' to another value")
            )
            mark = event.start_mark
            self._add(Scalar(None, mark.line + 1, mark.column + 1))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self.found.append(
                    syntax.SEVERAL_DOCUMENTS.at(self._place(event), "a second document begins here")
                )
                self._broken = True

    def _report_deep(self, mark: yaml.Mark) -> None:
        place = Place(self._path, mark.line + 1, mark.column + 1)
        self.found.append(
            syntax.TOO_DEEP.at(place, f"values nested more than {_DEEPEST} levels deep")
        )
        self._broken = True

    def _close(self) -> None:
        done = self._open.pop()
        if done.is_mapping:
            self._add(MappingNode(tuple(done.entries), done.line, done.column))
        else:
            self._add(ListNode(tuple(done.items), done.line, done.column))

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
            parent.entries.append((parent.key, node))
            parent.key = None

    def _key(self, node: Node, parent: _Open) -> Key:
        place = Place(self._path, node.line, node.column)
        if not isinstance(node, Scalar) or not node.text:
            self.found = [known for known in self.found if known.place < place]
            self.found.append(syntax.BAD_KEY.at(place, "this key is not a plain word"))
            self._broken = True
            return Key("", node.line, node.column)
        if node.text == "<<":
            self.found.append(syntax.MERGE_KEY.at(place, "merge key '<<'"))
            self._broken = True
        for earlier, _ in parent.entries:
            if earlier.text == node.text:
                self.found.append(
                    syntax.DUPLICATE_KEY.at(
                        place, f"key '{node.text}' again; it stands in line {earlier.line} already"
                    )
                )
        return Key(node.text, node.line, node.column)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        mark = event.start_mark
        value: str = event.value
        line, column = mark.line + 1, mark.column + 1
        is_value = not self._open or not self._open[-1].is_mapping or bool(self._open[-1].key)
        if not event.style:
            if not value:
                return self._empty(line, column)
            if is_value:
                self._check_plain(value, Place(self._path, line, column))
            return Scalar(value, line, column)
        if event.style in "|>":
            value = value.rstrip("\n")
        elif event.style == '"':
            self._check_escapes(value, Place(self._path, line, column))
        if value != value.strip():
            self.found.append(
                text.EDGE_WHITESPACE.at(
                    Place(self._path, line, column), f"space at an edge of '{value.strip()[:60]}'"
                )
            )
        return Scalar(value.strip(), line, column)

    def _empty(self, line: int, column: int) -> Scalar:
        key = self._open[-1].key if self._open and self._open[-1].is_mapping else None
        if key:
            self.found.append(
                syntax.EMPTY_VALUE.at(
                    Place(self._path, key.line, key.column), f"key '{key.text}' has no value"
                )
            )
        elif self._open and not self._open[-1].is_mapping:
            self.found.append(
                syntax.EMPTY_VALUE.at(
                    Place(self._path, line, column), "this entry of the list is empty"
                )
            )
        return Scalar(None, line, column)

    def _check_plain(self, value: str, place: Place) -> None:
        if value.lower() in ("true", "false"):
            self.booleans.append(place)
            return
        otherwise = misreading(value)
        if otherwise:
            self.found.append(
                syntax.AMBIGUOUS_VALUE.at(
                    place,
                    f"other YAML tools read {value} as {otherwise}",
                    f'put it in quotes: "{value}"',
                )
            )

    def _check_escapes(self, value: str, place: Place) -> None:
        self.found.extend(
            Diagnostic(fault.code, fault.severity, place, fault.message, fault.help)
            for fault in check_characters(self._path, value)
            if not any(known.place.line == place.line for known in self.found)
        )

    def _marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self.found.append(syntax.ANCHOR.at(self._place(event), f"anchor '&{event.anchor}'"))
        if event.tag:
            self.found.append(syntax.TAG.at(self._place(event), f"tag '{_written_tag(event.tag)}'"))

    def _place(self, event: yaml.Event) -> Place:
        return Place(self._path, event.start_mark.line + 1, event.start_mark.column + 1)


def _written_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
