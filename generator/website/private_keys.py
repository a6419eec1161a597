"""Private keys among the files of the site, which a build would hand to everybody."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules.certificates import PRIVATE_KEY_IN_RECORD

_HEAD = re.compile(rb"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----")
"""The first line of a private key (RFC 7468, 10 and 11), and what older and other tools write."""


def find_private_keys(folder: Path, shown: str) -> list[Diagnostic]:
    """Return which files in a folder hold a private key, in the order of their names.

    ``shown`` is how the folder is named to people.
    """
    # No line is named, for then it would be quoted, and a key may stand whole in one.
    return [
        PRIVATE_KEY_IN_RECORD.at(
            Place(f"{shown}/{file.relative_to(folder).as_posix()}"), "this file holds a private key"
        )
        for file in sorted(_files(folder))
        if _HEAD.search(_read(file))
    ]


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder; MkDocs follows links to other folders, and so does this."""
    for parent, _, names in os.walk(folder, followlinks=True):
        yield from (Path(parent, name) for name in names)


def _read(file: Path) -> bytes:
    """Return what a file holds, or nothing where it cannot be read, and so not be published."""
    try:
        return file.read_bytes() if file.is_file() else b""
    except OSError:
        return b""
