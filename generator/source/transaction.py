"""Several files changed together, or none of them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.source.writer import write_text


def change_files(*, written: Mapping[Path, str], deleted: Iterable[Path]) -> None:
    """Write and delete several files: all of it or, where one cannot be changed, nothing.

    Raises the OSError of the file that could not be changed, after putting everything back.
    """
    before = {file: file.read_bytes() if file.exists() else None for file in written}
    aside: list[tuple[Path, Path]] = []
    try:
        for file in deleted:
            kept = file.with_name(f".{file.name}.deleted")
            file.replace(kept)
            aside.append((kept, file))
        for file, content in written.items():
            write_text(file, content)
    except BaseException:
        for file, content_before in before.items():
            if content_before is None:
                file.unlink(missing_ok=True)
            elif file.read_bytes() != content_before:
                file.write_bytes(content_before)
        for kept, file in aside:
            kept.replace(file)
        raise
    for kept, _ in aside:
        kept.unlink()
