"""The bundled fonts, and which texts they can set."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import typst
from fontTools.ttLib import TTFont, TTLibError

from generator.diagnostics import Place
from generator.diagnostics.rules import site as rules
from generator.typesetting.faults import TypesettingFaultError

_IGNORED = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))
"""Categories of characters that need no glyph: controls, joiners, spaces."""


@dataclass(frozen=True, slots=True)
class Unset:
    """A character that none of the fonts can set."""

    character: str

    def __str__(self) -> str:
        code = f"U+{ord(self.character):04X}"
        return f"'{self.character}' ({code}, {unicodedata.name(self.character, 'no name')})"


class FontShelf:
    """The fonts of a folder. Only these are ever used, so that every machine sets the same page.

    ``shown`` is how the folder is named to people. Raises TypesettingFaultError where a font cannot
    be read.
    """

    def __init__(self, folder: Path, shown: str = "") -> None:
        self._folder = folder
        self._shown = shown or folder.as_posix()
        if not any(self._files):
            place = Place(self._shown)
            raise TypesettingFaultError(
                rules.FONT_UNUSABLE.at(place, "there are no fonts in this folder")
            )

    @property
    def _files(self) -> list[Path]:
        return sorted(
            file for file in self._folder.glob("*.[ot]tf") if not file.name.startswith(".")
        )

    @cached_property
    def engine_fonts(self) -> typst.Fonts:
        """The fonts as the engine takes them; those of the system stay out."""
        return typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[self._folder]
        )

    def require(self, families: Iterable[str]) -> None:
        """Raise TypesettingFaultError unless every family is on the shelf."""
        there = set(self.engine_fonts.families())
        for family in families:
            if family not in there:
                message = f"no font of the family '{family}' is in this folder"
                raise TypesettingFaultError(rules.FONT_UNUSABLE.at(Place(self._shown), message))

    def unset(self, text: str) -> tuple[Unset, ...]:
        """Return the characters of a text that no font can set, each once, in their order."""
        return tuple(
            Unset(character)
            for character in dict.fromkeys(unicodedata.normalize("NFC", text))
            if ord(character) not in self._codes and unicodedata.category(character) not in _IGNORED
        )

    @cached_property
    def _codes(self) -> frozenset[int]:
        return frozenset(code for codes in self.coverage.values() for code in codes)

    @cached_property
    def coverage(self) -> Mapping[str, frozenset[int]]:
        """What each font file can set: its name, and the code points."""
        return {file.name: self._read(file) for file in self._files}

    def _read(self, file: Path) -> frozenset[int]:
        try:
            with TTFont(file, lazy=True) as font:
                return frozenset(font.getBestCmap() or ())
        except (OSError, TTLibError) as fault:
            place = Place(f"{self._shown}/{file.name}")
            raise TypesettingFaultError(
                rules.FONT_UNUSABLE.at(place, f"this font cannot be read: {fault}")
            ) from fault
