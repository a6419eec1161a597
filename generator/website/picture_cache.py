"""Pictures kept between builds, so that only what changed is drawn anew."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from generator import __version__
from generator.source import write_bytes
from generator.typesetting import FontShelf, Typesetter
from generator.typesetting.share_picture import SharePicture, set_picture


class PictureCache:
    """Draws pictures, or takes them from a folder where it put them before.

    ``documents`` is the folder of the templates with their fonts, ``shown`` how it is named to
    people. A picture is found again only while everything that it was made from is the same. The
    folder may go, or be read-only: then all is drawn.
    """

    def __init__(self, documents: Path, shown: str, folder: Path) -> None:
        self._documents = documents
        self._shown = shown
        self._folder = folder
        self._used: set[str] = set()

    def draw(self, picture: SharePicture) -> bytes:
        """Return a picture as PNG. Raises TypesettingFaultError."""
        name = f"{self._key(picture)}.png"
        self._used.add(name)
        file = self._folder / name
        try:
            return file.read_bytes()
        except OSError:
            made = set_picture(self._typesetter, picture)
        with suppress(OSError):  # else it will be drawn again
            write_bytes(file, made)
        return made

    def forget_others(self) -> None:
        """Delete the pictures that were not asked for, which nobody will ask for again."""
        for file in self._folder.glob("*.png"):
            if file.name not in self._used:
                with suppress(OSError):  # somebody else's folder, or one that cannot be written
                    file.unlink()

    @cached_property
    def _typesetter(self) -> Typesetter:
        fonts = FontShelf(self._documents / "fonts", f"{self._shown}/fonts")
        return Typesetter(self._documents, fonts, self._shown)

    def _key(self, picture: SharePicture) -> str:
        data = json.dumps(picture.data, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(f"{self._makers}\n{data}".encode()).hexdigest()

    @cached_property
    def _makers(self) -> str:
        """Whatever a picture depends on beside its data, as one hash."""
        whole = hashlib.sha256(f"{version('typst')} {__version__}".encode())
        for file in self._sources():
            try:
                content = hashlib.sha256(file.read_bytes()).hexdigest()
            except OSError:
                content = ""  # drawing will say what cannot be read
            whole.update(f"{file.relative_to(self._documents).as_posix()} {content}\n".encode())
        return whole.hexdigest()

    def _sources(self) -> Iterator[Path]:
        """Yield the templates and all that they may read."""
        return (file for file in sorted(self._documents.rglob("*")) if file.is_file())
