"""The texts beside the records that may name somebody: pages, templates, and what is kept apart."""

import codecs
import re
import zipfile
from collections.abc import Container, Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path

from generator.cli.options import Misuse, shown
from generator.cli.project import CONFIG
from generator.website.building import CannotBuildError, configured

MADE = Path("made")
"""Where commands put what is given out, such as certificates."""

_WRITTEN = frozenset((".html", ".md", ".txt", ".typ"))
"""What people write in a theme: words of pages, announcements and papers."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LARGEST = 50_000_000
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Text:
    """A file that may name somebody.

    ``name`` is its path within the folder that was searched. ``content`` is '' where there is no
    text to be read, as in a picture; it has no ``lines`` of its own in a workbook.
    """

    path: str
    name: str
    content: str
    has_lines: bool = True


def other_texts(records: Container[str], private: Path | None) -> Iterator[Text]:
    """Yield the files that are no ``records``: what is kept private, written by hand, or made.

    Raises Misuse where the project cannot tell where its pages lie.
    """
    for folder, file in (*_files_in(private), *_written(), *_files_in(MADE)):
        if shown(file) not in records:
            content, has_lines = _content(file)
            yield Text(shown(file), file.relative_to(folder).as_posix(), content, has_lines)


def _written() -> Iterator[tuple[Path, Path]]:
    if not CONFIG.exists():
        return
    try:
        found = configured(CONFIG)
    except CannotBuildError as fault:
        raise Misuse(str(fault)) from None
    yield CONFIG.parent, CONFIG
    yield from _files_in(Path(found.docs_dir))
    for folder, file in _files_in(Path(found.theme.dirs[0])):
        if file.suffix in _WRITTEN:
            yield folder, file


def _files_in(folder: Path | None) -> Iterator[tuple[Path, Path]]:
    """Yield the files under a folder, each with the folder; what git keeps for itself is passed."""
    for file in sorted(folder.rglob("*")) if folder else ():
        if file.is_file() and ".git" not in file.parts:
            yield folder or file, file


def _content(file: Path) -> tuple[str, bool]:
    """Return the text of a file, and whether its lines can be counted."""
    try:
        if file.stat().st_size > _LARGEST:
            return "", True
        content = file.read_bytes()
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        message = f"{shown(file)} cannot be read: {reason}; it may name the person"
        raise Misuse(message) from None
    encoding = "utf-16" if content.startswith(_UTF_16) else "utf-8-sig"
    try:
        return content.decode(encoding), True
    except UnicodeDecodeError:
        return _unpacked(content), False


def _unpacked(content: bytes) -> str:
    """Return the texts of a workbook or a document, which are XML in a ZIP archive (ISO 29500)."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = [
                archive.read(one)
                for one in archive.infolist()
                if one.filename.endswith(".xml") and one.file_size <= _LARGEST
            ]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        return ""
    return "\n".join(unescape(_TAG.sub(" ", part.decode("utf-8", "replace"))) for part in parts)
