"""A file of any of the three formats, from its bytes to items."""

import codecs
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from generator.bibliography.reading.bibtex import read_bibtex
from generator.bibliography.reading.incoming import Batch, Rejected
from generator.bibliography.reading.json_file import read_csl_json
from generator.bibliography.reading.ris import read_ris
from generator.diagnostics import Place
from generator.source import Lines

_READERS: Mapping[str, Callable[[str, str], Batch]] = {
    ".bib": read_bibtex,
    ".bibtex": read_bibtex,
    ".biblatex": read_bibtex,
    ".ris": read_ris,
    ".json": read_csl_json,
    ".csljson": read_csl_json,
}
_BEGINNINGS = (("[", read_csl_json), ("{", read_csl_json), ("@", read_bibtex), ("%", read_bibtex))
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""What files begin with that say how they are encoded; that of UTF-32 begins like UTF-16's."""


def read_items(content: bytes, path: str) -> Batch:
    """Return what stands in a file: BibTeX, RIS or CSL-JSON by its ending, else by its beginning.

    ``path`` is how the file is named to people. Nothing that it can hold makes this raise.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as fault:
        return Batch(rejected=(_not_decoded(content, fault, encoding, path),))
    reader = _READERS.get(PurePosixPath(path).suffix.lower()) or _by_beginning(text)
    if reader is None:
        reason = "it is neither BibTeX (.bib) nor RIS (.ris) nor CSL-JSON (.json)"
        return Batch(rejected=(Rejected(Place(path), "the file", reason),))
    return reader(text, path)


def _by_beginning(text: str) -> Callable[[str, str], Batch] | None:
    beginning = text.lstrip()
    if beginning.startswith(("TY  -", "TY -")):
        return read_ris
    return next((reader for sign, reader in _BEGINNINGS if beginning.startswith(sign)), None)


def _not_decoded(content: bytes, fault: UnicodeDecodeError, encoding: str, path: str) -> Rejected:
    if encoding not in ("utf-8", "utf-8-sig"):
        reason = f"it begins as {encoding.upper()} does, but is damaged; save it as UTF-8"
        return Rejected(Place(path), "the file", reason)
    before = content[: fault.start].decode("utf-8", "replace")
    byte = content[fault.start]
    probably = bytes([byte]).decode("cp1252", "replace")
    hint = f" (in Windows-1252 it would be '{probably}')" if probably.isprintable() else ""
    reason = f"byte 0x{byte:02X} is not UTF-8{hint}; save the file as UTF-8"
    return Rejected(Lines(path, before).place(len(before)), "the file", reason)
