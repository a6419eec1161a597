"""Where in a table the headings stand, and what its columns are called."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.intake.sheet import (
    REASON,
    ROW,
    Column,
    Row,
    Sheet,
    UnreadableError,
    column_letters,
    is_blank,
    unguarded,
)
from generator.source import mended

_IMPORT_ID = re.compile(r'\{\s*"ImportId"\s*:')
_QUALTRICS = ("StartDate", "EndDate")
_LONGEST = 300
"""Characters of a heading that are kept; longer ones are questions with their explanation."""

_SPACES = re.compile(r"\s+")


def lay_out(
    path: str, name: str, rows: Iterable[Sequence[str]], notes: Sequence[str] = ()
) -> Sheet:
    """Return a table with its headings found, from all of its rows in order.

    Blank rows and columns are left out. Raises UnreadableError where there are no headings.
    """
    numbered = [
        Row(number, tuple(cells)) for number, cells in enumerate(rows, 1) if not is_blank(cells)
    ]
    at = _headings_at(numbered)
    if at is None:
        message = "it holds no table: nothing stands in it"
        raise UnreadableError(message)
    said = list(notes)
    if at:
        passed = " ".join(cell.strip() for row in numbered[:at] for cell in row.cells if cell)
        said.append(f"passed over above the headings: '{_one_line(passed)}'")
    headings, body = _headings(numbered[at:])
    if [_one_line(cell) for cell in headings][-2:] == [ROW, REASON]:
        body = _unguarded(body, len(headings) - 2)
        headings = [unguarded(heading) for heading in headings[:-2]]
    return _sheet(path, name, headings, body, said)


def _headings_at(rows: Sequence[Row]) -> int | None:
    """Return the position of the first row with two headings or, in a single column, with one."""
    for position, row in enumerate(rows):
        if sum(1 for cell in row.cells if cell.strip()) > 1:
            return position
    return 0 if rows else None


def _headings(rows: Sequence[Row]) -> tuple[Sequence[str], Sequence[Row]]:
    """Return the headings and the rows under them.

    Qualtrics exports have names of variables, then the questions, and in CSV a third row of ids.
    """
    first = rows[0].cells
    if len(rows) > 2 and any(_IMPORT_ID.match(cell) for cell in rows[2].cells):  # noqa: PLR2004  # the third row
        return _questions(first, rows[1].cells), rows[3:]
    if len(rows) > 1 and first[: len(_QUALTRICS)] == _QUALTRICS and rows[1].cells[0] != first[0]:
        return _questions(first, rows[1].cells), rows[2:]
    return first, rows[1:]


def _questions(names: Sequence[str], questions: Sequence[str]) -> Sequence[str]:
    padded = [*questions, *[""] * (len(names) - len(questions))]
    return [
        question.strip() or (names[at] if at < len(names) else "")
        for at, question in enumerate(padded)
    ]


def _unguarded(rows: Sequence[Row], width: int) -> Sequence[Row]:
    """Return the rows of a file of rejected ones as they came in first."""
    undone = [Row(row.number, tuple(map(unguarded, row.cells[:width]))) for row in rows]
    return [row for row in undone if not is_blank(row.cells)]


def _sheet(
    path: str, name: str, headings: Sequence[str], rows: Sequence[Row], notes: Sequence[str]
) -> Sheet:
    width = max([len(headings), *(len(row.cells) for row in rows)])
    texts = [_one_line(heading) for heading in headings]
    texts += [""] * (width - len(texts))
    filled = [
        at
        for at in range(width)
        if texts[at] or any(at < len(row.cells) and row.cells[at].strip() for row in rows)
    ]
    seen: Counter[str] = Counter()
    columns = []
    for at in filled:
        heading = texts[at] or f"(column {column_letters(at)})"
        seen[heading] += 1
        columns.append(Column(heading, seen[heading]))
    body = tuple(
        Row(row.number, tuple(row.cells[at] if at < len(row.cells) else "" for at in filled))
        for row in rows
    )
    return Sheet(path, name, tuple(columns), body, tuple(notes))


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", mended(text)).strip()[:_LONGEST].strip()
