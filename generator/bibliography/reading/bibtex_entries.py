"""The entries of a BibTeX file as pybtex's parser finds them, each with its place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.exceptions import PybtexError
from pybtex.scanner import PrematureEOF, PybtexSyntaxError
from pybtex.utils import CaseInsensitiveDict

_BEGINNING = re.compile(r"^[ \t]*@[ \t]*(\w+)[ \t]*[{(]", re.MULTILINE)
_WITHOUT_KEY = re.compile(r"(@[ \t]*\w+[ \t]*[{(])(\s*),")
_BEGUN = re.compile(r"@\s*\w+\s*[{(]")
_WORD = re.compile(r"@[ \t]*\w+[ \t]")
_NAMED = re.compile(r"@\s*\w+\s*[{(]\s*([^\s,{}()]*)")
_KEYLESS = "?"
_NO_ENTRIES = frozenset(("string", "preamble", "comment", "bibnote"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its type in small letters, its key, its fields as they are written in LaTeX.

    ``offset`` is where it begins in the file. ``remarks`` are faults that did no harm.
    """

    type: str
    key: str
    fields: Mapping[str, str]
    offset: int
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class Entries:
    """All entries of a file, and what is broken: offset, name, and reason."""

    entries: list[Entry] = field(default_factory=list)
    broken: list[tuple[int, str, str]] = field(default_factory=list)


class _Parser(LowLevelParser):  # type: ignore[misc]  # pybtex ships no types
    """pybtex's parser; a name that no @string defines stands for itself."""

    def __init__(self, text: str, macros: Any) -> None:
        self.faults: list[PybtexError] = []
        self.undefined: list[str] = []
        super().__init__(text, macros=macros, handle_error=self.faults.append)

    def substitute_macro(self, name: str) -> str:
        """Return what a name stands for."""
        if name in self.macros:
            return str(self.macros[name])
        self.undefined.append(name)
        return name


def find_entries(content: str) -> Entries:
    """Return the entries of a BibTeX file.

    Where one is broken, the file is read again in pieces that each begin with an @ at the
    beginning of a line, so that a brace that is never closed costs no more than its own entry.
    """
    content = _WITHOUT_KEY.sub(rf"\1\2{_KEYLESS},", content)
    whole = Entries()
    _parse(content, 0, whole, _macros())
    if not whole.broken:
        return whole
    pieces = Entries()
    macros = _macros()
    for start, end in _pieces(content):
        _parse(content[start:end], start, pieces, macros)
    return pieces


def _macros() -> Any:
    return CaseInsensitiveDict(month_names)


def _pieces(content: str) -> Iterator[tuple[int, int]]:
    starts = [match.start() for match in _BEGINNING.finditer(content)]
    if not starts or content[: starts[0]].strip():
        starts.insert(0, 0)
    yield from zip(starts, [*starts[1:], len(content)], strict=True)


def _parse(content: str, offset: int, into: Entries, macros: Any) -> None:
    parser = _Parser(content, macros)
    commands = parser.parse_bibliography()
    while True:
        known = len(parser.faults)
        parser.undefined.clear()
        try:
            command = next(commands, None)
        except PybtexSyntaxError as fault:  # raised where the parser has nobody to tell
            parser.faults.append(fault)
            command = None
        except RecursionError:
            into.broken.append((offset, "", "braces are nested too deeply"))
            return
        start = offset + (parser.command_start or 0)
        new = parser.faults[known:]
        if new:
            _report(new, parser, content, offset, into)
        elif command is not None and _is_entry(command[0].lower()):
            into.entries.append(_entry(command, start, tuple(parser.undefined)))
        if command is None:
            return


def _is_entry(type_: str) -> bool:
    """Tell whether a type can be an entry's; an address in a comment can look like one."""
    return type_.isidentifier() and type_ not in _NO_ENTRIES


def _report(
    faults: list[PybtexError], parser: _Parser, content: str, offset: int, into: Entries
) -> None:
    """Add what is broken; an @ within a line that begins no entry is part of a comment."""
    for fault in faults:
        info = getattr(fault, "error_context_info", None) or (parser.command_start or 0, 1, 0)
        start, _, position = info
        line_start = content.rfind("\n", 0, start) + 1
        begins_line = not content[line_start:start].strip()
        if _BEGUN.match(content, start) or (begins_line and _WORD.match(content, start)):
            name = _NAMED.match(content, start)
            at = start if isinstance(fault, PrematureEOF) else min(position, len(content))
            into.broken.append((offset + at, name[1] if name else "", _plain(fault)))
            return


def _plain(fault: PybtexError) -> str:
    said = str(fault.args[0]) if fault.args else str(fault)
    if "premature end of file" in said:
        return "a brace or quotation mark of this entry is never closed"
    if "unbalanced braces" in said:
        return "a closing brace has no opening one"
    return said


def _entry(command: Any, start: int, undefined: tuple[str, ...]) -> Entry:
    type_, (key, listed) = command
    fields: dict[str, str] = {}
    refers = ("crossref", "xdata", "xref")
    keys = {part for name, parts in listed if name.lower() in refers for part in parts}
    remarks = [
        f"'{name}' is defined by no @string: it stands for itself"
        for name in undefined
        if name not in keys
    ]
    for name, parts in listed:
        lowered = name.lower()
        value = "".join(parts)
        if lowered in fields:
            if value != fields[lowered]:
                remarks.append(f"'{name}' stands twice: the first is taken")
        else:
            fields[lowered] = value
    return Entry(type_.lower(), "" if key == _KEYLESS else key, fields, start, tuple(remarks))
