"""Files as they come: our own form's, a form endpoint's, or a table in one of many shapes."""

from dataclasses import dataclass

from generator.intake.csv_file import read_csv
from generator.intake.form_file import looks_like_form, read_form
from generator.intake.sheet import Sheet, UnreadableError
from generator.intake.submission import Submission
from generator.intake.xlsx_file import read_xlsx

LARGEST = 32 << 20
"""Bytes that a file may have."""

SUFFIXES = (".json", ".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
"""Files of a folder that are looked into."""

_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_HTML = (b"<!doctype", b"<html", b"<table", b"<?xml")
_NOT_TABLES = {b"%PDF": "a PDF", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture"}


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: tables, or submissions by the keys of the application."""

    sheets: tuple[Sheet, ...] = ()
    submissions: tuple[Submission, ...] = ()


def read_contents(content: bytes, path: str) -> Contents:
    """Return what a file holds. Its bytes tell what it is, not its name.

    Raises UnreadableError where nothing of it can be imported.
    """
    if len(content) > LARGEST:
        message = f"it is over {LARGEST >> 20} MiB; is it the right file?"
        raise UnreadableError(message)
    _refuse_others(content)
    if content.startswith(b"PK"):
        return Contents(sheets=read_xlsx(content, path))
    if looks_like_form(content):
        return Contents(submissions=read_form(content, path))
    return Contents(sheets=(read_csv(content, path),))


def _refuse_others(content: bytes) -> None:
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    message = ""
    if not content.strip():
        message = "it is empty"
    elif content.startswith(_OLD_EXCEL):
        message = "it is an old or locked Excel workbook; save it as .xlsx, without a password"
    elif start.startswith(_HTML):
        message = "it is a web page; download the answers as .csv or .xlsx instead"
    else:
        kind = next((kind for sign, kind in _NOT_TABLES.items() if content.startswith(sign)), "")
        message = f"it is {kind}, not a sheet with answers" if kind else ""
    if message:
        raise UnreadableError(message)
