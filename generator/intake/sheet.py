"""A table as a form's export has it: columns with headings, rows with their numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

ROW, REASON = "Row", "Reason"
"""The last two headings of a file of rejected rows, which are no part of the answers."""

_GUARDED = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and which it is (from 1) of those with this heading."""

    heading: str
    nth: int = 1

    def __str__(self) -> str:
        return self.heading if self.nth == 1 else f"{self.heading} ({self.nth})"


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something. ``number`` counts from 1, as spreadsheet programs do."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table.

    ``name`` is that of the sheet in a workbook of several; ``notes`` say what was assumed.
    """

    path: str
    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.path}, sheet '{self.name}'" if self.name else self.path


class UnreadableError(Exception):
    """A file of which nothing can be imported; says why in one line."""


def guarded(text: str) -> str:
    """Return a text as a cell that no spreadsheet program takes for a formula."""
    return f"{_GUARD}{text}" if text.startswith((*_GUARDED, _GUARD)) else text


def unguarded(text: str) -> str:
    """Return what ``guarded`` was given."""
    return text.removeprefix(_GUARD)


def column_letters(position: int) -> str:
    """Return the name of a column (from 0) in spreadsheet programs: A, B, … Z, AA."""
    letters = ""
    while position >= 0:
        position, rest = divmod(position, 26)
        letters = chr(ord("A") + rest) + letters
        position -= 1
    return letters


def is_blank(cells: Sequence[str]) -> bool:
    """Tell whether no cell holds anything."""
    return not any(cell.strip() for cell in cells)
