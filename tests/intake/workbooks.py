"""Workbooks as spreadsheet programs write them."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet


def workbook(
    sheets: Mapping[str, Sequence[Sequence[Any]]],
    change: Callable[[Mapping[str, Worksheet]], None] | None = None,
) -> bytes:
    """The bytes of a workbook with the rows of each sheet, changed as a test likes."""
    book = Workbook()
    del book["Sheet"]
    made = {}
    for name, rows in sheets.items():
        made[name] = book.create_sheet(name)
        for row in rows:
            made[name].append(list(row))
    if change:
        change(made)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            data = old.read(part.filename)
            new.writestr(part.filename, change(data) if part.filename == name else data)
    return written.getvalue()
