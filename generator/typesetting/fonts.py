"""The bundled fonts, and which texts they can set."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import typst

from generator.diagnostics import Place
from generator.diagnostics.rules import site as rules
from generator.typesetting.coverage import Coverage
from generator.typesetting.families import Families, read_families
from generator.typesetting.faults import TypesettingFaultError

MANIFEST = "manifest.json"
"""What 'make vendor' made: each font file, and where it came from."""

_PLAIN = frozenset(map(chr, range(0x20, 0x7F)))
"""The characters that every font for the program's own words has."""


@dataclass(frozen=True, slots=True)
class Unset:
    """A character, with its marks, that none of the fonts can set."""

    character: str

    def __str__(self) -> str:
        codes = " + ".join(
            f"U+{ord(each):04X} {unicodedata.name(each, '')}".rstrip() for each in self.character
        )
        return f"'{self.character}' ({codes})" if self.character.isprintable() else codes


class FontShelf:
    """The fonts of a folder. Only these are ever used, so that every machine sets the same page.

    ``shown`` is how the folder is named to people. Raises TypesettingFaultError where a font that
    the folder's list names is missing, or a file cannot be read.
    """

    def __init__(self, folder: Path, shown: str = "") -> None:
        self._folder = folder
        self._shown = shown or folder.as_posix()
        self.families = read_families(folder, self._shown)
        self._check_files()
        self._check_families(self.families)

    @cached_property
    def engine_fonts(self) -> typst.Fonts:
        """The fonts as the engine takes them; those of the system stay out."""
        return typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[self._folder]
        )

    def require(self, families: Iterable[str]) -> None:
        """Raise TypesettingFaultError unless every family is on the shelf."""
        for family in families:
            if family not in self._there:
                raise self._missing(family, Place(self._shown))

    def unset(self, text: str) -> tuple[Unset, ...]:
        """Return what no font can set of a text: characters with their marks, each once, in order.

        Whether in upright or italic, regular or semibold: a text may stand in any of them.
        """
        if _PLAIN.issuperset(text):
            return ()
        return tuple(map(Unset, self._coverage.unset(text)))

    @cached_property
    def _coverage(self) -> Coverage:
        return Coverage(
            self.engine_fonts,
            [named.family for named in self.families.text],
            [named.family for named in self.families.others],
        )

    @cached_property
    def _there(self) -> frozenset[str]:
        return frozenset(self.engine_fonts.families())

    def _check_files(self) -> None:
        """See that every font that came with the program is here, and could be read."""
        read = {Path(font.path).name for font in self.engine_fonts.fonts() if font.path}
        here = {file.name for file in self._folder.glob("[!.]*.[ot]tf")}
        for name in sorted(self._delivered() | here):
            if name not in read:
                message = f"this font {'cannot be read' if name in here else 'is missing'}"
                place = Place(f"{self._shown}/{name}")
                raise TypesettingFaultError(rules.FONT_UNUSABLE.at(place, message))

    def _delivered(self) -> frozenset[str]:
        """Return the files that the manifest names, where there is one.

        Without one of them the engine would take another weight, and nobody would be told.
        """
        manifest = self._folder / MANIFEST
        if not manifest.exists():
            return frozenset()
        try:
            return frozenset(json.loads(manifest.read_text("utf-8")))
        except (OSError, ValueError, TypeError) as fault:
            place = Place(f"{self._shown}/{MANIFEST}")
            message = f"this list of fonts cannot be read: {fault}"
            raise TypesettingFaultError(rules.FONT_UNUSABLE.at(place, message)) from fault

    def _check_families(self, families: Families) -> None:
        for named in families:
            if named.family not in self._there:
                raise self._missing(named.family, named.place)

    def _missing(self, family: str, place: Place) -> TypesettingFaultError:
        message = f"no font of the family '{family}' is in {self._shown}"
        return TypesettingFaultError(rules.FONT_UNUSABLE.at(place, message))
