"""Several files changed together, or none of them."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator.source.writer import write_bytes


def change_files(*, written: Mapping[Path, str | bytes], deleted: Iterable[Path]) -> None:
    """Write and delete several files: all of it or, where one cannot be changed, nothing.

    Files are written in the order of the mapping. Raises the OSError of the file that could not be
    changed, after putting everything back; so does an interruption.
    """
    aside: list[tuple[Path, Path]] = []
    before: list[tuple[Path, bytes | None]] = []
    folders: list[Path] = []
    # What is about to happen is noted before it happens: an interruption can come between.
    try:
        for file in deleted:
            kept = file.with_name(f".{file.name}.deleted")
            aside.append((kept, file))
            file.replace(kept)
        for file, content in written.items():
            folders += (folder for folder in file.parents if not folder.exists())
            before.append((file, file.read_bytes() if file.exists() else None))
            write_bytes(file, content.encode() if isinstance(content, str) else content)
    except BaseException:
        _put_back(before, aside, folders)
        raise
    for kept, _ in aside:
        kept.unlink()


def _put_back(
    before: Iterable[tuple[Path, bytes | None]],
    aside: Iterable[tuple[Path, Path]],
    folders: Iterable[Path],
) -> None:
    """Put back what files held, files that were moved aside, and folders that were not there."""
    for file, old in before:
        if old is not None:
            file.write_bytes(old)
        elif file.exists():
            file.unlink()
    for kept, file in aside:
        if kept.exists():
            kept.replace(file)
    for folder in sorted(set(folders), reverse=True):
        with suppress(OSError):  # not there yet, or somebody else put something in
            folder.rmdir()
