"""The answers that could not become applications, in a file of their own, so that none is lost."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from generator.intake.csv_file import read_csv
from generator.intake.outcome import Fate, Outcome
from generator.intake.sheet import REASON, ROW, UnreadableError, guarded
from generator.intake.submission import Submission

_KEPT = (Fate.REJECTED, Fate.REPLACED)
_LONGEST_NAME = 60


def rejected_files(outcomes: Iterable[Outcome]) -> Mapping[str, bytes]:
    """Return the name and the content of a file for each table that has rejected rows.

    It has the headings and cells of the table, with the row and the reason behind; corrected, it
    can be imported like the table itself. Cells that a spreadsheet program would take for a formula
    begin with an apostrophe.
    """
    groups: defaultdict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.fate in _KEPT:
            origin = outcome.submission.origin
            groups[origin.path, origin.sheet].append(outcome)
    files: dict[str, bytes] = {}
    for (path, sheet), group in sorted(groups.items()):
        name = _name(path, sheet, files)
        files[name] = _table(group)
    return files


def is_read_again(content: bytes, submissions: Iterable[Submission]) -> bool:
    """Tell whether all rows in a file of rejected ones are among some submissions, word for word.

    Then nothing is lost if the file is written anew; else somebody corrected it, or it is of other
    answers.
    """
    try:
        sheet = read_csv(content, "")
    except UnreadableError:
        return False
    known = {_filled(cell for _, cell in one.raw) for one in submissions}
    return all(_filled(row.cells) in known for row in sheet.rows)


def _filled(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(cell for cell in cells if cell.strip()))


def _name(path: str, sheet: str, taken: Mapping[str, bytes]) -> str:
    """Return the name of the file for a table, which no other has."""
    stem = PurePosixPath(path).name.replace(".", "-")
    safe = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in f"{stem} {sheet}")
    base = f"rejected-{safe.strip('-')[:_LONGEST_NAME]}"
    number = 1
    while f"{base}{f'-{number}' if number > 1 else ''}.csv" in taken:
        number += 1
    return f"{base}{f'-{number}' if number > 1 else ''}.csv"


def _table(outcomes: Sequence[Outcome]) -> bytes:
    headings = _headings(outcomes)
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow([*(guarded(heading) for heading, _ in headings), ROW, REASON])
    for outcome in outcomes:
        cells = dict(_numbered(outcome.submission.raw))
        texts = [guarded(cells.get(heading, "")) for heading in headings]
        table.writerow([*texts, str(outcome.submission.origin.number), guarded(outcome.reason)])
    return ("\ufeff" + written.getvalue()).encode("utf-8", "backslashreplace")


def _headings(outcomes: Sequence[Outcome]) -> list[tuple[str, int]]:
    """Return all headings, in the order in which they come; a repeated one with its number."""
    found: dict[tuple[str, int], None] = {}
    for outcome in outcomes:
        found.update(dict.fromkeys(key for key, _ in _numbered(outcome.submission.raw)))
    return list(found)


def _numbered(raw: Iterable[tuple[str, str]]) -> list[tuple[tuple[str, int], str]]:
    counts: defaultdict[str, int] = defaultdict(int)
    numbered = []
    for heading, cell in raw:
        counts[heading] += 1
        numbered.append(((heading, counts[heading]), cell))
    return numbered
