"""A record's text with what YAML readers drop: comments and blank lines.

A comment belongs to what it speaks of, so that it can travel: one at the end of a line to what
stands there, one on a line of its own to the entry below it, and one behind the last entry of a
list or group, indented like that entry, to the list or group.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.source.branches import Branch, Entry, Leaf, TreeBuilder
from generator.source.scanning import Comment, comments_and_blanks

BLANK = ""
"""Stands among comments for a blank line."""


@dataclass(frozen=True, slots=True)
class Commented:
    """A whole text: its tree, and all its comments in the order of the text."""

    root: Branch
    comments: tuple[str, ...]


def read_commented(text: str) -> Commented | None:
    """Return the tree of a text with LF line ends that is known to be one good document.

    None where it is no list or group of keys.
    """
    builder = TreeBuilder()
    builder.build(text)
    if builder.root is None:
        return None
    trivia = comments_and_blanks(text, builder.spans)
    _Placing(builder.root, builder.entries).place(trivia)
    comments = tuple(one.text for gap in trivia for one in gap if one.text)
    return Commented(builder.root, comments)


class _Placing:
    """Gives every comment and blank line to the entry, list or group that it belongs to."""

    def __init__(self, root: Branch, entries: list[Entry]) -> None:
        self._root = root
        self._entries = entries
        self._passed = 0

    def place(self, gaps: list[list[Comment]]) -> None:
        """Place the comments of a text; each gap holds those that no value stands between."""
        for gap in gaps:
            deepest: int | None = None
            blank: int | None = None
            for one in gap:
                if self._pass(one.offset):
                    deepest = None
                    self._leave_blank(blank)
                    blank = None
                if not one.text:
                    blank = self._passed
                    continue
                target, deepest = self._target(one, deepest)
                target += [one.text] if blank is None else [BLANK, one.text]
                blank = None
            self._leave_blank(blank)

    def _leave_blank(self, above: int | None) -> None:
        if above is not None and above < len(self._entries):
            self._entries[above].lead.append(BLANK)

    def _pass(self, offset: int) -> bool:
        """Pass the entries that begin before an offset, and tell whether there were any."""
        before = self._passed
        while self._passed < len(self._entries) and self._entries[self._passed].start <= offset:
            self._passed += 1
        return self._passed > before

    def _following(self) -> Entry | None:
        return self._entries[self._passed] if self._passed < len(self._entries) else None

    def _target(self, one: Comment, deepest: int | None) -> tuple[list[str], int | None]:
        """Return where a comment goes, and the column that later ones of the gap keep left of."""
        before = self._entries[self._passed - 1] if self._passed else None
        brackets = _brackets_around(before, one.offset)
        settled = _out_of_brackets(before, one.offset) if before else None
        if one.is_beside:
            if settled and settled.line <= one.line <= settled.last_line:
                return settled.remarks, deepest
        elif brackets is None and settled is not None:
            if _precedes_value(settled, one.offset):
                return settled.lead, deepest
            foot, column = self._foot(settled, one, deepest)
            if foot is not None:
                return foot, column
        if brackets is not None:
            after = self._following()
            if after is None or after.start > brackets.end:
                return brackets.foot, deepest
        after = self._following()
        return (after.lead if after else self._root.foot), -1

    def _foot(
        self, before: Entry, one: Comment, deepest: int | None
    ) -> tuple[list[str] | None, int | None]:
        """Return the end of the list or group that a comment's indentation puts it in, if any."""
        after = self._following()
        limit = after.within.column if after else -1
        if before.is_open or (deepest is not None and deepest <= limit):
            return None, deepest
        if one.column > before.within.column and deepest is None:
            return before.lead, deepest
        for branch in _around(before):
            if branch.column <= limit or branch.in_brackets:
                continue
            if branch.column <= one.column and (deepest is None or branch.column <= deepest):
                return branch.foot, branch.column
        return None, deepest


def _around(entry: Entry) -> Iterator[Branch]:
    """Yield the lists and groups that an entry stands in, from the inside out."""
    branch: Branch | None = entry.within
    while branch is not None:
        yield branch
        branch = branch.owner.within if branch.owner else None


def _brackets_around(entry: Entry | None, offset: int) -> Branch | None:
    """Return the innermost brackets that are open at an offset, after an entry has begun."""
    if entry is None:
        return None
    inside = [entry.value] if isinstance(entry.value, Branch) else []
    for branch in (*inside, *_around(entry)):
        if branch.in_brackets and branch.start < offset < branch.end:
            return branch
    return None


def _out_of_brackets(entry: Entry, offset: int) -> Entry:
    """Return the entry that holds the outermost brackets closed since an entry, or itself."""
    found = entry
    for branch in _around(entry):
        if branch.in_brackets and branch.end <= offset and branch.owner:
            found = branch.owner
    return found


def _precedes_value(entry: Entry, offset: int) -> bool:
    """Tell whether a comment stands between a key and its value, on a line of its own."""
    value = entry.value
    if isinstance(value, Leaf):
        return value.text is not None and offset < value.span.start
    return value.in_brackets and offset < value.start
