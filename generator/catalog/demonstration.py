"""The invented demonstration that a new program begins with, and what stays when it goes."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.catalog.catalog import Catalog
from generator.records.event import Event
from generator.records.kinds import FOLDERS, Kind
from generator.source import Document

_TRUE = re.compile(r"""(["']?)true\1""", re.IGNORECASE)
_KEPT = frozenset((Kind.PROGRAM, Kind.VOCABULARY))
_EMPTIED = tuple(name for name in FOLDERS if name != "applications")
_PLACEHOLDER = ".gitkeep"


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What emptying a program deletes and writes.

    ``written`` holds program.yaml, which no longer says that the data are invented, and a
    placeholder in each emptied folder, for git keeps no empty ones. Events of no cohort stay: they
    are the program's real past.
    """

    deleted: tuple[Path, ...]
    written: dict[Path, str]

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many files go from each folder."""
        folders = Counter(path.parent.as_posix() for path in self.deleted)
        return tuple(sorted(folders.items()))


def find_demonstration(catalog: Catalog) -> Demonstration | None:
    """Return the demonstration, or None where the program does not say that its data are invented.

    Paths are those by which the catalog's files are named.
    """
    program = catalog.program
    if program is None or not program.record.sample:
        return None
    folder = PurePosixPath(program.path).parent
    history = {event.path for event in catalog.events.values() if _is_history(event.record)}
    deleted = tuple(
        Path(path)
        for path, kind in sorted(catalog.files.items())
        if kind not in _KEPT and path not in history
    )
    placeholders = {Path(folder, name, _PLACEHOLDER): "" for name in _EMPTIED}
    return Demonstration(
        deleted, {Path(program.path): _no_longer_invented(program.document), **placeholders}
    )


def _is_history(event: Event) -> bool:
    """Tell whether an event is the program's own: of no cohort, and with nobody in its sessions."""
    return event.cohort is None and not event.sessions


def _no_longer_invented(document: Document) -> str:
    """Return the text of program.yaml with ``sample: false``, and nothing else changed."""
    place = document.place(["sample"])
    lines = document.text.splitlines(keepends=True)
    line, start = lines[place.line - 1], place.column - 1
    lines[place.line - 1] = line[:start] + _TRUE.sub("false", line[start:], count=1)
    return "".join(lines)
