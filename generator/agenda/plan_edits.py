"""Changes to the lines of a text, gathered first and made together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.source.tree import Key, Scalar

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_QUOTED = re.compile(r"""\"(?:[^"\\]|\\.)*\"|'(?:[^']|'')*'""")


class UnusableTextError(Exception):
    """A record so written that it cannot be changed without touching what must stay."""


@dataclass(slots=True)
class Lines:
    """The lines of a text (from 0), and what is to become of them.

    Of several texts inserted before one line, the first that was asked for comes first.
    """

    lines: list[str]
    newline: str
    _edits: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)
    _inserted: dict[int, list[str]] = field(default_factory=dict)
    _deleted: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, text: str) -> "Lines":
        """Take a text apart."""
        newline = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
        return cls(_LINE.findall(text), newline)

    def replace_value(self, value: Scalar, written: str) -> None:
        """Replace a value that stands on one line, and nothing else on it."""
        line, start = self.lines[value.line - 1], value.column - 1
        quoted = _QUOTED.match(line, start)
        if quoted:
            end = quoted.end()
        elif value.text is not None and line.startswith(value.text, start):
            end = start + len(value.text)
        else:
            raise UnusableTextError
        self._edits.setdefault(value.line - 1, []).append((start, end, written))

    def insert_before(self, line: int, content: Sequence[str]) -> None:
        """Insert lines, without their line breaks, before a line."""
        self._inserted.setdefault(line, []).extend(content)

    def has_inserted(self, line: int) -> bool:
        """Tell whether something is to be inserted before a line already."""
        return line in self._inserted

    def insert_in_line(self, key: Key, written: str) -> None:
        """Insert a text directly before a key that shares its line with others."""
        start = key.column - 1
        self._edits.setdefault(key.line - 1, []).append((start, start, written))

    def delete(self, first: int, last: int) -> None:
        """Delete the lines from the first up to the last, without it."""
        self._deleted.update(range(first, last))

    def text(self) -> str:
        """Return the text with all changes."""
        parts: list[str] = []
        for number, line in enumerate([*self.lines, ""]):
            for added in self._inserted.get(number, ()):
                if parts and not parts[-1].endswith(("\n", "\r")):
                    parts[-1] += self.newline
                parts.append(added + self.newline)
            if number not in self._deleted:
                parts.append(self._edited(number, line))
        return "".join(parts)

    def _edited(self, number: int, line: str) -> str:
        """Return a line with its changes, made from the right so that none moves another."""
        for start, end, written in sorted(self._edits.get(number, ()), reverse=True):
            line = line[:start] + written + line[end:]
        return line

    def indent(self, line: int) -> int:
        """Return how many spaces a line begins with."""
        content = self.lines[line]
        return len(content) - len(content.lstrip(" "))

    def is_blank(self, line: int) -> bool:
        """Tell whether nothing stands in a line."""
        return not self.lines[line].strip()
