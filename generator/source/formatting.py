"""A record's text brought into canonical form, with every comment, or left as it is."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.rules import shape, syntax, text
from generator.source.branches import Branch, Leaf
from generator.source.characters import LINE_BREAK
from generator.source.commented import BLANK, read_commented
from generator.source.editing import Edit, comments_in, edit_tree, values_in
from generator.source.reader import read_bytes
from generator.source.tree import Step, plain
from generator.source.weaving import weave
from generator.source.writer import to_yaml

_EDITORS_LINE = re.compile(r"#\s*yaml-language-server:")
_MENDED = frozenset(
    rule.code for rule in (syntax.AMBIGUOUS_VALUE, text.EDGE_WHITESPACE, syntax.EMPTY_VALUE)
)
"""Errors of a text that formatting mends, or that do not touch it."""


class Form(Protocol):
    """What the canonical form of a kind of record asks of its values."""

    def order(self, steps: Sequence[Step]) -> Sequence[str]:
        """Return the keys of the group that steps lead to, in the order in which they stand."""

    def typed(self, steps: Sequence[Step], said: str) -> Any:
        """Return what the steps lead to as a value that to_yaml writes in its canonical form."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """The canonical text; None where it could not be made, with the faults that say why."""

    text: str | None
    found: tuple[Diagnostic, ...] = ()


class LostInFormattingError(Exception):
    """A text whose canonical form would not say what it says. A fault of this program."""


def format_record(
    content: bytes, path: str, form: Form, schema: str, edits: Sequence[Edit] = ()
) -> Formatted:
    """Return a record's text in canonical form; ``path`` is how its file is named to people.

    Keys stand in the order of the form, comments go with what they speak of, and blank lines stand
    alone. The strict reader reads the same values from it, and the comments are the same but for
    the one for editors, which stands first and names the ``schema``; without a schema, the one that
    is there. ``edits`` change what it says on the way. A text with faults that make it uncertain
    what it says has no canonical form.

    Raises LostInFormattingError where a comment or value would be lost, KeyError where the steps of
    an edit lead nowhere.
    """
    reading = read_bytes(content, path)
    faults = tuple(
        one for one in reading.found if one.severity is Severity.ERROR and one.code not in _MENDED
    )
    if reading.document is None or faults:
        return Formatted(None, faults)
    before = read_commented(LINE_BREAK.sub("\n", reading.document.text))
    if before is None or not before.root.is_mapping:
        said = shape.WRONG_SHAPE.at(reading.document.place(), "a record begins with 'key: value'")
        return Formatted(None, (said,))
    there = next(filter(_EDITORS_LINE.match, before.comments), "")
    line = f"# yaml-language-server: $schema={schema}" if schema else there
    values, comments = plain(reading.document.root), before.comments
    if edits:
        edit_tree(before.root, edits)
        values, comments = values_in(before.root), tuple(comments_in(before.root))
    made = _canonical(before.root, form, line)
    _make_sure(comments, values, made, path)
    return Formatted(made)


def _canonical(root: Branch, form: Form, line: str) -> str:
    """Return the canonical text of a tree, whose entries are put in order, under a first line."""
    _forget_editors_line(root)
    head = _take_head(root)
    bare = to_yaml(_values(root, (), form))
    lines = weave(bare, root)
    first = [*filter(None, [line]), *head, *([BLANK] if head else [])]
    return "".join(f"{one}\n" for one in (*first, *lines))


def _values(branch: Branch, steps: tuple[Step, ...], form: Form) -> Any:
    """Return the values of a list or group, whose entries are put in order."""
    if not branch.is_mapping:
        return [
            _value(entry.value, (*steps, position), form)
            for position, entry in enumerate(branch.entries)
        ]
    ranks = {key: rank for rank, key in enumerate(form.order(steps))}
    branch.entries.sort(key=lambda entry: ranks.get(str(entry.key), len(ranks)))
    return {
        str(entry.key): _value(entry.value, (*steps, str(entry.key)), form)
        for entry in branch.entries
    }


def _value(value: Branch | Leaf, steps: tuple[Step, ...], form: Form) -> Any:
    if isinstance(value, Branch):
        return _values(value, steps, form)
    return None if value.text is None else form.typed(steps, value.text)


def _forget_editors_line(branch: Branch) -> None:
    """Take the comments for editors out of a tree, wherever they stand."""
    for entry in branch.entries:
        entry.lead[:] = _without_editors_line(entry.lead)
        entry.remarks[:] = _without_editors_line(entry.remarks)
        if isinstance(entry.value, Branch):
            _forget_editors_line(entry.value)
    branch.foot[:] = _without_editors_line(branch.foot)


def _without_editors_line(some: Sequence[str]) -> list[str]:
    return [one for one in some if not _EDITORS_LINE.match(one)]


def _take_head(root: Branch) -> list[str]:
    """Take out of a tree the comments at the head of the file, and return them.

    These are the ones above the first key with a blank line between.
    """
    if not root.entries:
        return []
    lead = root.entries[0].lead
    while lead and lead[0] == BLANK:
        del lead[0]
    if BLANK not in lead:
        return []
    end = len(lead) - 1 - lead[::-1].index(BLANK)
    head, lead[:] = lead[:end], lead[end + 1 :]
    return head


def _make_sure(comments: Sequence[str], values: Any, made: str, path: str) -> None:
    """Raise LostInFormattingError unless a text has these comments and says these values."""
    reading = read_bytes(made.encode("utf-8"), path)
    after = read_commented(made)
    if after is None or reading.document is None or plain(reading.document.root) != values:
        raise LostInFormattingError(path)
    if _counted(comments) != _counted(after.comments):
        raise LostInFormattingError(path)


def _counted(comments: Sequence[str]) -> Counter[str]:
    return Counter(_without_editors_line(comments))
