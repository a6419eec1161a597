"""Workbooks (.xlsx). Formulas are never worked out: their last result counts, or their text."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from generator.intake.csv_file import MOST_ROWS
from generator.intake.layout import lay_out
from generator.intake.sheet import Sheet, UnreadableError, column_letters, is_blank

_LARGEST = 200 << 20
"""Bytes that a workbook may hold once unpacked."""

_MOST_CELLS = 5_000_000
"""Cells that a sheet may have, blank ones that only have a format included."""

_SHOWN = 5
_ESCAPED = re.compile("_x(005F|00[01][0-9A-F])_")
"""Control characters, and what only looks like one, in workbooks (ECMA-376, part 1, 22.9.2.19)."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    ParseError,
    EOFError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
)
"""What the library raises on workbooks that are damaged, encrypted or none at all."""


def read_xlsx(content: bytes, path: str) -> tuple[Sheet, ...]:
    """Return the tables of a workbook, one for each visible sheet that holds anything.

    Raises UnreadableError where the workbook cannot be read or holds none.
    """
    _check_size(content)
    try:
        # The library warns of what it does not keep, such as drop-down lists. Nobody asks for it.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = list(_tables(content))
    except _BROKEN:
        message = "it is damaged or locked with a password; open it and save it again as .xlsx"
        raise UnreadableError(message) from None
    if not found:
        message = "it holds no table: every sheet is empty or hidden"
        raise UnreadableError(message)
    return tuple(
        lay_out(path, name if len(found) > 1 else "", rows, notes) for name, rows, notes in found
    )


def _check_size(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except _BROKEN:
        message = "it is damaged; open it in a spreadsheet program and save it again as .xlsx"
        raise UnreadableError(message) from None
    if size > _LARGEST:
        message = f"unpacked it would have over {_LARGEST >> 20} MiB; is it the right file?"
        raise UnreadableError(message)


def _tables(content: bytes) -> Iterator[tuple[str, list[list[str]], list[str]]]:
    """Yield the name, the rows and the notes of each visible sheet that holds anything."""
    results = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    hidden = [sheet.title for sheet in results.worksheets if sheet.sheet_state != "visible"]
    for sheet, written in zip(results.worksheets, formulas.worksheets, strict=True):
        if sheet.title in hidden:
            continue
        sheet.reset_dimensions()
        written.reset_dimensions()
        rows, cells = _rows(sheet, written)
        if any(not is_blank(row) for row in rows):
            notes = [f"the hidden sheet '{title}' is passed over" for title in hidden]
            yield sheet.title, rows, [*notes, *_said_of(cells)]


def _rows(sheet: Any, written: Any) -> tuple[list[list[str]], list[str]]:
    """Return the rows of a sheet as texts, and the names of the cells that hold formulas."""
    rows: list[list[str]] = []
    formulas: list[str] = []
    filled = cells = 0
    both = zip(sheet.iter_rows(values_only=True), written.iter_rows(), strict=False)
    for number, (values, sources) in enumerate(both, 1):
        cells += len(values)
        if filled > MOST_ROWS or cells > _MOST_CELLS:
            message = (
                f"sheet '{sheet.title}' is too large; copy the rows with answers into a new sheet"
            )
            raise UnreadableError(message)
        texts = [_text(value) for value in values]
        for at, source in enumerate(sources):
            if getattr(source, "data_type", "") == "f":
                formulas.append(f"{column_letters(at)}{number}")
                texts[at] = texts[at] or _text(source.value)
        rows.append(texts)
        filled = filled if is_blank(texts) else number
    return rows[:filled], formulas


def _said_of(formulas: Sequence[str]) -> Iterator[str]:
    if formulas:
        more = f" and {len(formulas) - _SHOWN} more" if len(formulas) > _SHOWN else ""
        where = f"{', '.join(formulas[:_SHOWN])}{more}"
        yield f"formulas are not worked out; their last result is taken: {where}"


def _text(value: Any) -> str:
    """Return what a cell holds as text: whole numbers without '.0', dates as YYYY-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        whole = value.time() == time()
        return value.date().isoformat() if whole else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value))
