"""Several files changed together, or none of them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.source.writer import write_bytes


def change_files(*, written: Mapping[Path, str | bytes], deleted: Iterable[Path]) -> None:
    """Write and delete several files: all of it or, where one cannot be changed, nothing.

    Raises the OSError of the file that could not be changed, after putting everything back.
    """
    aside: list[tuple[Path, Path]] = []
    before: list[tuple[Path, bytes | None]] = []
    try:
        for file in deleted:
            kept = file.with_name(f".{file.name}.deleted")
            file.replace(kept)
            aside.append((kept, file))
        for file, content in written.items():
            old = file.read_bytes() if file.exists() else None
            write_bytes(file, content.encode() if isinstance(content, str) else content)
            before.append((file, old))
    except BaseException:
        for file, old in before:
            if old is None:
                file.unlink()
            else:
                file.write_bytes(old)
        for kept, file in aside:
            kept.replace(file)
        raise
    for kept, _ in aside:
        kept.unlink()
