"""What was written into kits, so that what nobody edited since can be written anew unasked."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from generator.cli.options import Misuse, shown

MARKS = ".written.json"
"""A file beside the kits: the SHA-256 of each of their files as it was written."""


def edited_among(files: Mapping[Path, bytes], folder: Path) -> tuple[Path, ...]:
    """Return those of the files to be written that are there with words of somebody's own.

    ``folder`` is the one that holds the kits. Raises Misuse where something is in the way.
    """
    marks = _marks_in(folder)
    try:
        there = {file: file.read_bytes() for file in files if file.exists()}
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        message = f"{shown(Path(fault.filename))} is in the way: {reason}; nothing was written"
        raise Misuse(message) from None
    return tuple(
        file
        for file, content in there.items()
        if content != files[file] and marks.get(_name(file, folder)) != _mark(content)
    )


def marks_file(files: Mapping[Path, bytes], folder: Path) -> dict[Path, bytes]:
    """Return the file of marks, those of some files of kits added to it."""
    marks = {**_marks_in(folder), **{_name(file, folder): _mark(files[file]) for file in files}}
    return {folder / MARKS: f"{json.dumps(marks, indent=1, sort_keys=True)}\n".encode()}


def _marks_in(folder: Path) -> dict[str, str]:
    """Return the marks beside some kits; none where they cannot be read, so that all is asked."""
    try:
        marks = json.loads((folder / MARKS).read_bytes())
    except (OSError, ValueError):
        return {}
    return marks if isinstance(marks, dict) else {}


def _name(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()
