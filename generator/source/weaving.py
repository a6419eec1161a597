"""The comments of one text put into another that says the same in canonical form."""

from collections import defaultdict
from dataclasses import dataclass, field

from generator.source.branches import Branch, Entry, Leaf
from generator.source.commented import BLANK, read_commented


def weave(bare: str, tree: Branch) -> list[str]:
    """Return the lines of a text with the comments and blank lines of a tree at the same entries.

    ``bare`` is without comments and says what the tree says, its entries in the same order, without
    brackets but for lists and groups without entries.
    """
    lines = bare.split("\n")[:-1]
    written = read_commented(bare)
    if written is None:
        return lines
    weaver = _Weaver(lines)
    weaver.branch(tree, written.root)
    return weaver.lines()


@dataclass(slots=True)
class _Weaver:
    """The lines of the bare text, and what is to stand above, beside and below each."""

    bare: list[str]
    _above: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    _beside: dict[int, str] = field(default_factory=dict)
    _below: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def branch(self, tree: Branch, written: Branch) -> int:
        """Note the comments of a list or group, and return its last line."""
        last = 0
        for entry, place in zip(tree.entries, written.entries, strict=True):
            last = self._entry(entry, place)
        self._below[last] += _indented(tree.foot, written.column)
        return last

    def lines(self) -> list[str]:
        """Return all lines; blank ones that were put in stand alone, and none ends the text."""
        lines: list[str] = []
        for number, line in enumerate(self.bare):
            _add(self._above[number], lines)
            beside = self._beside.get(number)
            lines.append(f"{line}  {beside}" if beside else line)
            _add(self._below[number], lines)
        return lines

    def _entry(self, entry: Entry, place: Entry) -> int:
        """Note the comments of an entry, and return its last line."""
        lead, value, stands = list(entry.lead), entry.value, place.value
        begins_with_dash = entry.key is None and place.is_open
        for remark in entry.remarks:
            if begins_with_dash or place.last_line in self._beside:
                lead.append(remark)
            else:
                self._beside[place.last_line] = remark
        if isinstance(value, Branch) and not value.entries:
            lead += value.foot
        above = self._above[place.line]
        if place is place.within.entries[0] and not above:
            lead = _from_comment_on(lead)
        above += _indented(lead, _indentation(self.bare[place.line]))
        if isinstance(value, Branch) and isinstance(stands, Branch) and value.entries:
            return self.branch(value, stands)
        return stands.span.end_line if isinstance(stands, Leaf) else stands.end_line


def _add(some: list[str], lines: list[str]) -> None:
    """Add comments and blank lines to lines, of the blank ones each alone."""
    for one in some:
        if one != BLANK or (lines and lines[-1] != BLANK):
            lines.append(one)


def _indented(some: list[str], by: int) -> list[str]:
    return [f"{' ' * by}{line}" if line else line for line in some]


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _from_comment_on(lead: list[str]) -> list[str]:
    """Return what stands above an entry without blank lines at the beginning."""
    first = next((number for number, line in enumerate(lead) if line), len(lead))
    return lead[first:]
