"""Pages and pictures from the templates of a folder, set by Typst."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typst

from generator.diagnostics import Place
from generator.diagnostics.rules import site as rules
from generator.typesetting.faults import TypesettingFaultError
from generator.typesetting.fonts import FontShelf

_PDF = ("a-2a", "ua-1")
"""PDF/A-2a (ISO 19005-2, level A) and PDF/UA-1 (ISO 14289-1), both in each file."""

_PIXEL = 72.0
"""Pixels to an inch where one point of a template is one pixel of the picture."""

_PLACE = re.compile(r"┌─ (?:\\\\\?\\)?(?P<file>\S+?):(?P<line>\d+):(?P<column>\d+)")


class Typesetter:
    """Sets the templates of a folder with data.

    A template reads its data as ``json(bytes(sys.inputs.data))``: what a record says is text there
    and never runs. ``shown`` is how the folder is named to people.
    """

    def __init__(self, folder: Path, fonts: FontShelf, shown: str = "") -> None:
        self._folder = folder
        self._shown = shown or folder.as_posix()
        self._fonts = fonts
        self._compilers: dict[str, typst.Compiler] = {}

    def pdf(self, template: str, data: Mapping[str, Any], day: date) -> bytes:
        """Return a document of which every copy made from the same data has the same bytes.

        PDF/A-2a and PDF/UA-1. ``day`` stands as the day of making. Raises TypesettingFaultError.
        """
        made = datetime(day.year, day.month, day.day, tzinfo=UTC)
        return self._set(template, data, format="pdf", pdf_standards=list(_PDF), timestamp=made)

    def png(self, template: str, data: Mapping[str, Any]) -> bytes:
        """Return a picture, a pixel for each point of the page. Raises TypesettingFaultError."""
        return self._set(template, data, format="png", ppi=_PIXEL)

    def _set(self, template: str, data: Mapping[str, Any], **options: Any) -> bytes:
        self._check(data)
        inputs = {"data": json.dumps(data, ensure_ascii=False, sort_keys=True)}
        try:
            made = self._compiler(template).compile(sys_inputs=inputs, **options)
        except typst.TypstError as fault:
            raise self._fault(template, fault) from None
        if not isinstance(made, bytes):
            place = Place(f"{self._shown}/{template}")
            message = "this template makes more than one page"
            raise TypesettingFaultError(rules.BAD_TEMPLATE.at(place, message))
        return made

    def _compiler(self, template: str) -> typst.Compiler:
        if template not in self._compilers:
            file = self._folder / template
            if not file.is_file():
                place = Place(f"{self._shown}/{template}")
                message = f"there is no template '{template}'"
                raise TypesettingFaultError(
                    rules.BAD_TEMPLATE.at(place, message, "put it back: 'git checkout -- theme/'")
                )
            self._compilers[template] = typst.Compiler(
                file,
                root=self._folder,
                font_paths=self._fonts.engine_fonts,
                ignore_system_fonts=True,
            )
        return self._compilers[template]

    def _check(self, data: Mapping[str, Any]) -> None:
        for text in _texts(data):
            unset = self._fonts.unset(text)
            if unset:
                signs = ", ".join(map(str, unset[:5]))
                message = f"no font can set {signs} in '{text[:80]}'"
                raise TypesettingFaultError(
                    rules.CHARACTER_UNSET.at(Place(f"{self._shown}/fonts"), message)
                )

    def _fault(self, template: str, fault: typst.TypstError) -> TypesettingFaultError:
        """Return what the engine found wrong, at the line of the template."""
        file, line, column = template, 1, 1
        found = _PLACE.search(fault.diagnostic)
        if found:
            file = self._named(found["file"])
            line, column = int(found["line"]), int(found["column"]) + 1
        place = Place(f"{self._shown}/{file}", line, column)
        message = fault.message.removeprefix("assertion failed: ")
        return TypesettingFaultError(rules.BAD_TEMPLATE.at(place, message))

    def _named(self, file: str) -> str:
        """Return a file as seen from the folder; the engine names it from the working folder."""
        path, folder = Path(file).resolve(), self._folder.resolve()
        return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else file


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a value that will be set; SVG is drawn, not set."""
    if isinstance(value, str):
        if not value.startswith("<svg"):
            yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
