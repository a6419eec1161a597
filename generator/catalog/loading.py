"""Every record of a program read once: the catalog, and all faults of all files."""

import gc
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry, Unfit
from generator.catalog.misplaced import unexpected
from generator.catalog.rules import check_catalog
from generator.catalog.settling import settled
from generator.diagnostics import Diagnostic, Place, closest, in_order
from generator.diagnostics.rules import files, references
from generator.records.checking import check_document
from generator.records.fields import Record, Refers, is_id
from generator.records.kinds import SCHEMAS, Kind, kind_of
from generator.records.pairing import PairingFile
from generator.source import Document, read_bytes, read_record

_REFERRED = {
    Kind.PARTICIPANT: {Refers.PARTICIPANT: "{}"},
    Kind.COHORT: {Refers.COHORT: "{}"},
    Kind.APPLICATION: {Refers.APPLICANT: "{}"},
    Kind.OUTPUT: {Refers.OUTPUT: "{}"},
    Kind.EVENT: {Refers.EVENT: "{}", Refers.SESSION: "{}/*"},
    Kind.PAIRINGS: {Refers.PAIRING: "{}/*"},
    Kind.VOCABULARY: {Refers.TOPIC: "*", Refers.METHOD: "*", Refers.NEED: "*"},
}
"""What may refer to a record of a kind, or to a part of it; a broken file hides all its parts."""


_SCHEMAS = PurePosixPath(SCHEMAS)
INTAKE = "intake"
"""Folder in the private one for what is no record: how forms are read, and what was refused."""

_APPLICATIONS = "applications"
"""Folder in the private one for what is read; all else in there is the committee's own."""


@dataclass(frozen=True, slots=True)
class Loading:
    """What came of loading: the catalog of all records that could be used, and every fault."""

    catalog: Catalog
    found: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Shelf:
    """Records as they are read, before the catalog is made of them."""

    entries: dict[Kind, dict[str, Entry[Any]]] = field(
        default_factory=lambda: {kind: {} for kind in Kind}
    )
    broken: dict[Refers, set[str]] = field(default_factory=lambda: {sort: set() for sort in Refers})
    documents: list[Document] = field(default_factory=list)
    unfit: list[Unfit] = field(default_factory=list)
    files: dict[str, Kind] = field(default_factory=dict)
    private: set[str] = field(default_factory=set)
    instead: Mapping[PurePosixPath, str | None] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)


def load_catalog(
    records: Path,
    private: Path | None = None,
    *,
    shown: str = "",
    private_shown: str = "",
    instead: Mapping[PurePosixPath, str | None] | None = None,
) -> Loading:
    """Load every record under a folder, and the applications of a private one.

    ``shown`` and ``private_shown`` are how the two folders are named to people; without them, as
    they were given. ``instead`` holds, by path under the folder, texts that count as if they stood
    there, and None for a file that counts as gone, so that a change can be checked before it is
    made. Never raises for what a person wrote.
    """
    with _without_collecting():
        return _load(_Shelf(instead=instead or {}), records, private, shown, private_shown)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Pause the garbage collector: all that is read stays, so that it would search in vain.

    Loading 10,000 records takes half the time. Freezing and thawing moves what was made among the
    old objects, or else the first thing after would be to search through all of it at once.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _load(
    shelf: _Shelf, records: Path, private: Path | None, shown: str, private_shown: str
) -> Loading:
    _read_folder(records, shown or records.as_posix(), shelf)
    if private is not None:
        before = frozenset(shelf.files)
        _read_private(private, private_shown or private.as_posix(), shelf)
        shelf.private.update(shelf.files.keys() - before)
    for kind in (Kind.PROGRAM, Kind.VOCABULARY):
        if kind not in shelf.entries[kind] and not (records / f"{kind}.yaml").exists():
            place = Place((PurePosixPath(shown or records.as_posix()) / f"{kind}.yaml").as_posix())
            shelf.found.append(
                files.MISSING_RECORD.at(place, f"there is no {kind}.yaml among the records")
            )
    catalog = _catalog(shelf)
    found = settled([*shelf.found, *check_catalog(catalog)])
    return Loading(catalog, in_order(found))


def _catalog(shelf: _Shelf) -> Catalog:
    entries = {kind: dict(sorted(of_kind.items())) for kind, of_kind in shelf.entries.items()}
    return Catalog(
        program=entries[Kind.PROGRAM].get("program"),
        vocabulary=entries[Kind.VOCABULARY].get("vocabulary"),
        participants=entries[Kind.PARTICIPANT],
        cohorts=entries[Kind.COHORT],
        applications=entries[Kind.APPLICATION],
        pairings=entries[Kind.PAIRINGS],
        outputs=entries[Kind.OUTPUT],
        events=entries[Kind.EVENT],
        certificates=entries[Kind.CERTIFICATES],
        news=entries[Kind.NEWS],
        documents=tuple(shelf.documents),
        files=shelf.files,
        private=frozenset(shelf.private),
        broken={sort: frozenset(ids) for sort, ids in shelf.broken.items()},
        unfit=tuple(shelf.unfit),
    )


def _read_folder(folder: Path, shown: str, shelf: _Shelf) -> None:
    paths = [*_paths_under(folder, PurePosixPath(), shown, shelf)]
    if shelf.instead:
        gone = {path for path, text in shelf.instead.items() if text is None}
        paths = sorted({*paths, *shelf.instead} - gone)
    for path in paths:
        named = (PurePosixPath(shown) / path).as_posix()
        _read_file(folder / path, path, named, shelf)


def _read_private(folder: Path, shown: str, shelf: _Shelf) -> None:
    """Read the applications of a private folder; where there are none, say what is misnamed."""
    try:
        names = sorted(one.name for one in folder.iterdir() if one.is_dir())
    except OSError:
        names = [_APPLICATIONS]  # why it cannot be opened is said below
    if _APPLICATIONS in names:
        for path in _paths_under(folder, PurePosixPath(_APPLICATIONS), shown, shelf):
            named = (PurePosixPath(shown) / path).as_posix()
            _read_file(folder / path, path, named, shelf, Kind.APPLICATION)
        return
    for name in names:
        if closest(name, (_APPLICATIONS,)):
            place = Place((PurePosixPath(shown) / name).as_posix())
            message = f"applications are looked for in the folder '{_APPLICATIONS}'"
            help_ = f"if they lie here, rename the folder '{name}' to '{_APPLICATIONS}'"
            shelf.found.append(files.UNEXPECTED_FILE.at(place, message, help_))


def _paths_under(
    root: Path, folder: PurePosixPath, shown: str, shelf: _Shelf
) -> Iterator[PurePosixPath]:
    """Yield the paths of all files under a folder, in order.

    Hidden files and the schemas are no records. A folder whose name ends in .yaml is yielded as if
    it were a file, so that its name is not passed over in silence.
    """
    try:
        with os.scandir(root / folder) as inside:
            entries = sorted((entry.name, entry.is_dir()) for entry in inside)
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        place = Place((PurePosixPath(shown) / folder).as_posix())
        message = f"the folder cannot be opened: {reason}"
        shelf.found.append(files.UNREADABLE_FILE.at(place, message))
        return
    for name, is_folder in entries:
        path = folder / name
        if name.startswith(".") or path == _SCHEMAS:
            continue
        if is_folder and path.suffix != ".yaml":
            yield from _paths_under(root, path, shown, shelf)
        else:
            yield path


def _read_file(
    file: Path, path: PurePosixPath, shown: str, shelf: _Shelf, only: Kind | None = None
) -> None:
    kind = kind_of(path)
    if kind is None or (only and kind is not only):
        shelf.found.append(unexpected(path, shown))
        return
    if not _well_named(path):
        message = f"'{path.stem}' cannot serve as an id"
        shelf.found.append(files.BAD_FILE_NAME.at(Place(shown), message))
    name = _name(path, kind)
    shelf.files[shown] = kind
    text = None if only else shelf.instead.get(path)
    reading = read_record(file, shown) if text is None else read_bytes(text.encode(), shown)
    shelf.found.extend(reading.found)
    record = None
    if reading.document is not None:
        shelf.documents.append(reading.document)
        checked = check_document(reading.document, kind)
        shelf.found.extend(checked.found)
        record = checked.record
        if record is None:
            shelf.unfit.append(Unfit(name, kind, reading.document))
    if record is None or reading.document is None:
        for sort, pattern in _REFERRED.get(kind, {}).items():
            shelf.broken[sort].add(pattern.format(name))
        return
    _shelve(record, kind, name, reading.document, shelf)


def _shelve(record: Record, kind: Kind, name: str, document: Document, shelf: _Shelf) -> None:
    if isinstance(record, PairingFile):
        for position, pairing in enumerate(record.pairings):
            full = f"{name}/{pairing.id}"
            entry = Entry(full, pairing, document, ("pairings", position))
            if shelf.entries[kind].setdefault(full, entry) is not entry:
                message = f"the id '{pairing.id}' is taken already in this file"
                shelf.found.append(references.DUPLICATE_ID.at(entry.place("id"), message))
        return
    shelf.entries[kind][name] = Entry(name, record, document)


def _well_named(path: PurePosixPath) -> bool:
    return all(is_id(part) for part in (*path.parts[:-1], path.stem))


def _name(path: PurePosixPath, kind: Kind) -> str:
    """Return the id of a record from its path: the stem, or cohort/participant."""
    return f"{path.parts[1]}/{path.stem}" if kind is Kind.APPLICATION else path.stem
