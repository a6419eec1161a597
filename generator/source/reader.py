"""A record file in, its values with their places out. Nothing a person can write makes it raise."""

import re
import stat
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import files, syntax, text
from generator.source.characters import LINE_BREAK, Lines, check_characters
from generator.source.composer import Composer
from generator.source.tree import Document, Scalar

LARGEST = 1 << 20
"""Bytes that a record file may have."""

_PLAIN_WORDS = {
    "mapping values are not allowed": "a second ': ' in one line",
    "could not find expected ':'": "a key without its ':'",
    "found character that cannot start any token": "a character that must stand in quotes",
    "found unexpected end of stream": "a quote or bracket that is never closed",
    "did not find expected key": "a line that is neither a key nor indented under one",
    "did not find expected '-' indicator": "a line in a list without its '- '",
    "did not find expected ',' or ']'": "a list in brackets that is not closed with ']'",
    "did not find expected ',' or '}'": "a group in braces that is not closed with '}'",
    "did not find expected node content": "a value that is missing or cannot stand here",
    "block sequence entries are not allowed in this context": "a '- ' where no list can begin",
    "found unknown escape character": "a backslash escape that YAML does not know",
    "did not find expected <document start>": "text after the end of the record",
    "found undefined tag handle": "a '!' that must stand in quotes",
}


_YAML_BREAK = re.compile("[\u0085\u2028\u2029]")
"""Characters at which YAML 1.1 begins a line, and editors do not. They are faults anyway."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file: the document, if it can be trusted, and every fault found."""

    document: Document | None
    found: tuple[Diagnostic, ...]


def read_record(file: Path, path: str) -> Reading:
    """Read one record file; ``path`` is how it is named to people."""
    try:
        mode = file.stat().st_mode
        if not stat.S_ISREG(mode):
            what = "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
            return _unreadable(path, f"it is {what}")
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as fault:
        return _unreadable(path, (fault.strerror or "unknown reason").lower())
    if len(content) > LARGEST:
        return Reading(None, (files.FILE_TOO_LARGE.at(Place(path), "the file is over 1 MiB"),))
    return read_bytes(content, path)


def read_bytes(content: bytes, path: str) -> Reading:
    """Read a record from its bytes; ``path`` is how it is named to people."""
    try:
        decoded = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return Reading(None, (_not_utf8(content, fault, path),))
    found = check_characters(path, decoded)
    composer = Composer(path)
    try:
        root = composer.compose(_YAML_BREAK.sub(" ", decoded))
    except yaml.reader.ReaderError:
        root = None  # a character YAML cannot hold, which check_characters has named
    except yaml.MarkedYAMLError as fault:
        root = None
        if not any(known.code == "tab" for known in found):
            found.append(_syntax(fault, decoded, path))
    else:
        if root is None or (isinstance(root, Scalar) and root.text is None):
            root = None
            if not composer.found:
                found.append(files.EMPTY_FILE.at(Place(path), "the file holds no record"))
    found += composer.found
    document = Document(path, decoded, root, tuple(composer.booleans)) if root else None
    return Reading(document, tuple(found))


def _unreadable(path: str, reason: str) -> Reading:
    message = f"the file cannot be opened: {reason}"
    return Reading(None, (files.UNREADABLE_FILE.at(Place(path), message),))


def _not_utf8(content: bytes, fault: UnicodeDecodeError, path: str) -> Diagnostic:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return text.DAMAGED_ENCODING.at(Place(path), "the file is saved as UTF-16, not as UTF-8")
    before = content[: fault.start].decode("utf-8-sig", "replace")
    place = Lines(path, before).place(len(before))
    wrong = content[fault.start]
    probably = bytes([wrong]).decode("cp1252", "replace")
    hint = f" (in Windows-1252 it would be '{probably}')" if probably.isprintable() else ""
    return text.DAMAGED_ENCODING.at(place, f"byte 0x{wrong:02X} is not UTF-8{hint}")


def _syntax(fault: yaml.MarkedYAMLError, content: str, path: str) -> Diagnostic:
    mark = fault.problem_mark or fault.context_mark
    place = Place(path)
    if mark is not None:
        lines = LINE_BREAK.split(content)
        line = min(mark.line, len(lines) - 1)
        column = mark.column if line == mark.line else len(lines[line])
        place = Place(path, line + 1, column + 1)
    problem = fault.problem or fault.context or ""
    said = next((words for begin, words in _PLAIN_WORDS.items() if problem.startswith(begin)), "")
    help_ = ""
    if problem.startswith("mapping values"):
        help_ = "put the text after the first ': ' in quotes"
    elif fault.context_mark is not None and fault.context_mark.line != place.line - 1:
        help_ = f"{syntax.SYNTAX_ERROR.help}; it began in line {fault.context_mark.line + 1}"
    return syntax.SYNTAX_ERROR.at(place, said or problem or "this is not YAML", help_)
