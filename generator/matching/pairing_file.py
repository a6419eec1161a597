"""The proposal in the text of a file of pairings, in which everything else stays as it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog import Entry
from generator.records.canonical import write_as
from generator.records.kinds import Kind
from generator.records.pairing import Pairing, PairingStatus
from generator.source import Document, Plain, plain, read_bytes, to_yaml
from generator.source.tree import ListNode, MappingNode, Node

_LIST = "pairings"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_REMARK = re.compile(r"[ \t]*(#|$)")


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The new text of a file of pairings, and the ids of proposals with a project that are gone."""

    text: str
    lost: tuple[str, ...] = ()


class UnusableFileError(Exception):
    """A file to which nothing can be added without changing what must stay."""


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of a pairing, with the remarks directly above it, and what they say.

    Those of a new one have neither indentation nor line breaks of the file yet.
    """

    id: str
    lines: tuple[str, ...]
    values: Plain
    is_new: bool = False


def with_proposal(
    document: Document | None, entries: Sequence[Entry[Pairing]], proposed: Mapping[str, str]
) -> Rewritten:
    """Return a cohort's file of pairings with a mentor proposed for each mentee.

    Pairings that are not proposals stay byte for byte. So do earlier proposals of the same pairs,
    and what somebody wrote into the proposal of a mentee who now gets another mentor. The pairings
    are sorted by id; a new one has its mentee's id.

    Raises UnusableFileError where the text is so written that this cannot be done.
    """
    if document is None:
        blocks = [_new_block(mentee, mentor, set()) for mentee, mentor in sorted(proposed.items())]
        values = {_LIST: [block.values for block in blocks]}
        return Rewritten(write_as(Kind.PAIRINGS, values))
    text = _Text(document)
    kept: list[_Block] = []
    lost: list[str] = []
    left = dict(proposed)
    for entry in sorted(entries, key=lambda one: one.steps[1]):
        if entry.record.status is not PairingStatus.PROPOSED:
            kept.append(text.block(entry))
        elif (renewed := _renewed(text, entry, left)) is not None:
            kept.append(renewed)
        elif entry.record.project:
            lost.append(entry.record.id)
    taken = {block.id for block in kept}
    new = [_new_block(mentee, mentor, taken) for mentee, mentor in sorted(left.items())]
    blocks = sorted([*kept, *new], key=lambda block: block.id)
    return Rewritten(text.with_blocks(blocks), tuple(lost))


def with_pairing(
    document: Document | None, entries: Sequence[Entry[Pairing]], values: Mapping[str, Plain]
) -> Rewritten:
    """Return a cohort's file of pairings with one more, in its place by id.

    Everything else stays byte for byte. Raises UnusableFileError where the text is so written that
    this cannot be done.
    """
    if document is None:
        return Rewritten(write_as(Kind.PAIRINGS, {_LIST: [values]}))
    text = _Text(document)
    kept = [text.block(entry) for entry in sorted(entries, key=lambda one: one.steps[1])]
    new = _block_of(values)
    at = next((place for place, block in enumerate(kept) if block.id > new.id), len(kept))
    return Rewritten(text.with_blocks([*kept[:at], new, *kept[at:]]))


def _block_of(values: Mapping[str, Plain]) -> _Block:
    """Return the lines of a new pairing."""
    _, _, *lines = write_as(Kind.PAIRINGS, {_LIST: [values]}).splitlines()
    written = tuple(line.removeprefix("  ") for line in lines)
    return _Block(str(values["id"]), written, dict(values), is_new=True)


def _renewed(text: "_Text", entry: Entry[Pairing], left: dict[str, str]) -> _Block | None:
    """Return what becomes of an earlier proposal, and take its mentees from those left."""
    mentees, mentors = entry.record.mentees, entry.record.mentors
    now = {left[mentee] for mentee in mentees if mentee in left}
    if len(now) != 1 or not left.keys() >= set(mentees):
        return None
    (mentor,) = now
    if mentors == (mentor,):
        renewed: _Block | None = text.block(entry)
    else:
        renewed = text.with_mentor(entry, mentor) if len(mentees) == 1 else None
    if renewed is not None:
        for mentee in mentees:
            del left[mentee]
    return renewed


def _new_block(mentee: str, mentor: str, taken: set[str]) -> _Block:
    """Return a new proposal, and note its id as taken."""
    id_, number = mentee, 1
    while id_ in taken:
        number += 1
        id_ = f"{mentee}-{number}"
    taken.add(id_)
    return _block_of(
        {
            "id": id_,
            "mentors": [mentor],
            "mentees": [mentee],
            "status": str(PairingStatus.PROPOSED),
        }
    )


class _Text:
    """The lines of a file of pairings, taken apart: what is before, each pairing, what is after."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = _LINE.findall(document.text)
        self._break = "\r\n" if document.text.partition("\n")[0].endswith("\r") else "\n"
        self._items = tuple(_items(document.root))
        starts = [self._start(item) for item in self._items]
        self._dash = _indent(self._lines[self._items[0].line - 1]) if self._items else 2
        self._ends = [*starts[1:], self._end_of_list()]
        self._starts = starts

    def block(self, entry: Entry[Pairing]) -> _Block:
        """Return the lines of a pairing that is in the file."""
        at = int(entry.steps[1])
        lines = self._lines[self._starts[at] : self._ends[at]]
        return _Block(entry.record.id, tuple(lines), plain(self._items[at]))

    def with_mentor(self, entry: Entry[Pairing], mentor: str) -> _Block | None:
        """Return the lines of a pairing with another mentor, or None where they do not allow it."""
        at = int(entry.steps[1])
        item, block = self._items[at], self.block(entry)
        values = block.values
        key, _ = item.entries["mentors"]
        others = sorted(other.line for name, (other, _) in item.entries.items() if name != key.text)
        if key.line in others or not isinstance(values, dict):
            return None
        first = key.line - 1
        end = next((line - 1 for line in others if line > key.line), self._ends[at])
        while end > first + 1 and _REMARK.match(self._lines[end - 1]):
            end -= 1
        lead = self._lines[first][: key.column - 1]
        written = (
            f"{lead}mentors:{self._break}",
            f"{' ' * (key.column + 1)}{to_yaml([mentor]).strip()}{self._break}",
        )
        lines = (
            *self._lines[self._starts[at] : first],
            *written,
            *self._lines[end : self._ends[at]],
        )
        return _Block(block.id, lines, {**values, "mentors": [mentor]})

    def with_blocks(self, blocks: Sequence[_Block]) -> str:
        """Return the text with these pairings, and make sure that it says what they say."""
        head = self._lines[: self._starts[0]] if self._items else self._empty_head()
        tail = self._lines[self._ends[-1] :] if self._items else []
        if not blocks:
            head = [re.sub(r"^pairings:", "pairings: []", line) for line in head]
        lines = [*head]
        for block in blocks:
            lines += map(self._fitted, block.lines) if block.is_new else block.lines
            if not lines[-1].endswith(("\r", "\n")):
                lines[-1] += self._break
        text = "".join((*lines, *tail))
        _make_sure(text, self._document.path, [block.values for block in blocks])
        return text

    def _fitted(self, line: str) -> str:
        return f"{' ' * self._dash}{line}{self._break}"

    def _start(self, item: MappingNode) -> int:
        """Return the line (from 0) at which a pairing begins, remarks directly above included."""
        first = item.line - 1
        lead = self._lines[first][: item.column - 1]
        if not re.fullmatch(r" *- +", lead):
            raise UnusableFileError
        dash = _indent(self._lines[first])
        while re.match(r" *#", self._lines[first - 1]) and _indent(self._lines[first - 1]) <= dash:
            if first == 1 or "yaml-language-server" in self._lines[first - 1]:
                break
            first -= 1
        return first

    def _end_of_list(self) -> int:
        """Return the line (from 0) after the last pairing; remarks at the end belong to none."""
        end = len(self._lines)
        while end and _REMARK.match(self._lines[end - 1]):
            if _indent(self._lines[end - 1]) > self._dash:
                break
            end -= 1
        return end

    def _empty_head(self) -> list[str]:
        """Return the lines of a file without a pairing, the list left open."""
        return [re.sub(r"^(pairings:)\s*\[\s*\]", r"\1", line) for line in self._lines]


def _items(root: Node) -> Iterator[MappingNode]:
    listed = root.entries[_LIST][1] if isinstance(root, MappingNode) else None
    for item in listed.items if isinstance(listed, ListNode) else ():
        if isinstance(item, MappingNode):
            yield item


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _make_sure(text: str, path: str, expected: Sequence[Plain]) -> None:
    """Raise UnusableFileError unless a text is read as these pairings, and as nothing else."""
    reading = read_bytes(text.encode("utf-8"), path)
    if reading.document is None or plain(reading.document.root) != {_LIST: list(expected)}:
        raise UnusableFileError
