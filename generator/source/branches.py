"""A record's text as a tree of its lists, groups and texts, with room for what is about them."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.source.scanning import Span

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Event = Any
"""A PyYAML event; its stubs leave open what every parsed event has: marks, and a scalar a value."""


@dataclass(slots=True, eq=False)
class Branch:
    """A list, or a group of keys.

    ``end`` is the offset, ``end_line`` the line (from 0) at which one in brackets closes. ``foot``
    holds the comments behind its last entry.
    """

    is_mapping: bool
    start: int
    column: int
    in_brackets: bool
    owner: "Entry | None"
    end: int = -1
    end_line: int = -1
    entries: "list[Entry]" = field(default_factory=list)
    foot: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Leaf:
    """A text; None where nothing stands. Lines count from 0."""

    text: str | None
    span: Span


@dataclass(slots=True, eq=False)
class Entry:
    """An entry of a list, or a key with its value.

    ``lead`` holds the comments and blank lines above it, ``remarks`` the comments beside it.
    """

    within: Branch
    key: str | None
    start: int
    line: int
    value: Branch | Leaf
    lead: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether its value has lines of its own, as lists and groups without brackets have."""
        return isinstance(self.value, Branch) and not self.value.in_brackets

    @property
    def last_line(self) -> int:
        """The last line on which a comment could stand beside it."""
        if isinstance(self.value, Leaf):
            return self.value.span.last_line
        return self.value.end_line if self.value.in_brackets else self.line


class TreeBuilder:
    """Makes the tree of YAML events, and notes all entries and texts in the order of the text."""

    def __init__(self) -> None:
        self.root: Branch | None = None
        self.entries: list[Entry] = []
        self.spans: list[Span] = []
        self._open: list[Branch] = []
        self._key: Event | None = None

    def build(self, text: str) -> None:
        """Take in all events of a text."""
        loader = _LOADER(text)
        try:
            while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
                self._take(event, text)
        finally:
            loader.dispose()

    def _take(self, event: Event, text: str) -> None:
        kind = type(event)
        if kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            mark = event.start_mark
            is_mapping = kind is yaml.MappingStartEvent
            branch = Branch(is_mapping, mark.index, mark.column, bool(event.flow_style), None)
            branch.owner = self._add(branch, event)
            self.root = self.root or branch
            self._open.append(branch)
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            branch, mark = self._open.pop(), event.end_mark
            branch.end, branch.end_line = mark.index, mark.line
        elif kind is yaml.ScalarEvent:
            span = Span.of(event, text)
            self.spans.append(span)
            if self._open and self._open[-1].is_mapping and self._key is None:
                self._key = event
            else:
                self._add(Leaf(_said(event), span), event)

    def _add(self, value: Branch | Leaf, event: Event) -> Entry | None:
        if not self._open:
            return None
        first = self._key or event
        key = None if self._key is None else self._key.value
        mark = first.start_mark
        entry = Entry(self._open[-1], key, mark.index, mark.line, value)
        self._key = None
        self._open[-1].entries.append(entry)
        self.entries.append(entry)
        return entry


def _said(event: Event) -> str | None:
    """Return what a scalar says, as the strict reader takes it."""
    value: str = event.value
    if not event.style and not value:
        return None
    return value.strip()
