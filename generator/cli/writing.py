"""Writing what a command has decided on: all files or none, and one line where that fails."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from generator.cli.options import Misuse, shown
from generator.source import change_files


def file_in(path: str, folders: Mapping[str, Path]) -> Path:
    """Return the file that is named to people by a path, in one of the folders so named."""
    for named, folder in folders.items():
        if PurePosixPath(path).is_relative_to(named):
            return folder / PurePosixPath(path).relative_to(named)
    message = f"{path} lies in neither folder"
    raise AssertionError(message)


def write_all(written: Mapping[Path, str | bytes], deleted: Iterable[Path]) -> None:
    """Write and delete all files, or none. Raises Misuse where one cannot be changed."""
    try:
        change_files(written=written, deleted=deleted)
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        where = shown(Path(fault.filename)) if fault.filename else "a file"
        message = f"{where} cannot be written: {reason}; nothing was written"
        raise Misuse(message) from None
