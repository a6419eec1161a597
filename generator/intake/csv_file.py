"""Text with separators as spreadsheet programs and forms write it (RFC 4180, and looser)."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.intake.layout import lay_out
from generator.intake.sheet import Sheet, UnreadableError

MOST_ROWS = 50_000
"""Rows that a table may have; no program has as many applicants."""

_SEPARATORS = ",;\t|"
_NAMES = {";": "semicolons", "\t": "tabs", "|": "bars"}
_LOOKED_AT = 50
_LONGEST = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_csv(content: bytes, path: str) -> Sheet:
    """Return the table in a file; what was assumed about its form is among the notes.

    Raises UnreadableError where it holds none.
    """
    text, notes = decoded(content)
    separator, text = _told_separator(text)
    separator = separator or _separator(text)
    if separator in _NAMES:
        notes.append(f"cells are separated by {_NAMES[separator]}")
    rows = _rows(text, separator)
    if len(rows) > MOST_ROWS:
        message = f"it has over {MOST_ROWS:,} rows; is it the right file?"
        raise UnreadableError(message)
    return lay_out(path, "", rows, notes)


def decoded(content: bytes) -> tuple[str, list[str]]:
    """Return the text of a file, with a note where its encoding had to be assumed."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strictly(content, encoding), []
    for encoding, zeros in (("utf-16-le", content[1::2]), ("utf-16-be", content[::2])):
        if len(content) % 2 == 0 and zeros.count(0) * 10 > len(zeros) * 7 > 0:
            return _strictly(content, encoding), ["read as UTF-16, which its zero bytes show"]
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        text = _strictly(content, "cp1252")
    assumed = (
        "read as Windows-1252, for it is not UTF-8: look at a name with an accent, and if it is "
        "wrong, save the sheet as 'CSV UTF-8'"
    )
    return text, [assumed]


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        message = "its characters cannot be read; save it as 'CSV UTF-8' or as a workbook (.xlsx)"
        raise UnreadableError(message) from None


def _told_separator(text: str) -> tuple[str, str]:
    """Return the separator that the first line names, as Excel reads it, and the rest."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    is_told = len(first) == 5 and first.lower().startswith("sep=")  # noqa: PLR2004  # 'sep=' and a sign
    return (first[4], rest) if is_told else ("", text)


def _separator(text: str) -> str:
    """Return the separator by which the first rows come apart most, and most evenly."""
    head = text[: _LONGEST >> 4]
    best, chosen = (0, 0), ","
    for separator in _SEPARATORS:
        try:
            rows = [row for row in islice(_reader(head, separator), _LOOKED_AT) if row]
        except csv.Error:
            continue
        widths = [len(row) for row in rows]
        usual = max(set(widths), key=widths.count) if widths else 0
        found = (widths.count(usual) if usual > 1 else 0, max(widths, default=0))
        if found > best:
            best, chosen = found, separator
    return chosen


def _rows(text: str, separator: str) -> Sequence[Sequence[str]]:
    before = csv.field_size_limit(_LONGEST)
    try:
        return list(islice(_reader(text, separator, strict=True), MOST_ROWS + 1))
    except csv.Error as fault:
        if "unexpected end" in str(fault):
            message = "a quotation mark in it is never closed, so that rows cannot be told apart"
            raise UnreadableError(message) from None
        return _loosely(text, separator)
    finally:
        csv.field_size_limit(before)


def _loosely(text: str, separator: str) -> Sequence[Sequence[str]]:
    """Return the rows of a text with quotation marks in the wrong places."""
    try:
        return list(islice(_reader(text, separator), MOST_ROWS + 1))
    except csv.Error as fault:
        message = f"its rows cannot be told apart: {fault}"
        raise UnreadableError(message) from None


def _reader(text: str, separator: str, *, strict: bool = False) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
