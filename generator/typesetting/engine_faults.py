"""What the engine finds wrong, as diagnostics at the line of the template."""

import re
from dataclasses import dataclass
from pathlib import Path

import typst

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import site as rules

_PLACE = re.compile(r"┌─ (?P<file>.+):(?P<line>\d+):(?P<column>\d+)[ \t]*$", re.MULTILINE)
_STANDARD = re.compile(r"^PDF/[^:]* error: ")
_NO_GLYPH = re.compile(r"the text `(?P<text>.*)` could not be displayed with font")
_NO_FAMILY = "unknown font family: "


@dataclass(frozen=True, slots=True)
class Templates:
    """A folder of templates. ``shown`` is how it is named to people."""

    folder: Path
    shown: str

    def place(self, template: str, line: int = 1, column: int = 1) -> Place:
        """Return a place in a template; line and column count from 1."""
        return Place(f"{self.shown}/{template}", line, column)

    def diagnose(self, fault: typst.TypstError | typst.TypstWarning, template: str) -> Diagnostic:
        """Return a fault or a warning; ``template`` is the one that was asked for."""
        place = self._place_of(fault.diagnostic, template)
        message = _STANDARD.sub("", self._without_folder(fault.message.splitlines()[0]))
        unset = _NO_GLYPH.search(message)
        if unset:
            return rules.CHARACTER_UNSET.at(place, f"no font can set {unset['text']}")
        if message.startswith(_NO_FAMILY):
            return rules.BAD_TEMPLATE.at(
                place,
                f"there is no font family '{message.removeprefix(_NO_FAMILY)}'",
                "name one that stands in fonts/families.yaml",
            )
        return rules.BAD_TEMPLATE.at(place, message.removeprefix("assertion failed: "))

    def _place_of(self, diagnostic: str, template: str) -> Place:
        """Return the first place the engine names.

        It names files from the working folder, and counts columns from 0. Only the first block
        tells of the fault itself; those that follow tell what led to it, or of other faults.
        """
        found = _PLACE.search(diagnostic.partition("\n\n")[0])
        if not found:
            return self.place(template)
        return self.place(self._named(found["file"]), int(found["line"]), int(found["column"]) + 1)

    def _named(self, file: str) -> str:
        """Return a file as seen from the folder."""
        path, folder = Path(file).resolve(), self.folder.resolve()
        return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else file

    def _without_folder(self, message: str) -> str:
        """Return a message that names files as people know them, on whatever machine."""
        for folder in (self.folder.resolve(), self.folder):
            message = message.replace(str(folder), self.shown)
        return message
