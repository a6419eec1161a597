"""Pages and pictures from the templates of a folder, set by Typst."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typst

from generator.diagnostics import Diagnostic
from generator.diagnostics.rules import site as rules
from generator.typesetting.engine_faults import Templates
from generator.typesetting.faults import TypesettingFaultError
from generator.typesetting.fonts import FontShelf
from generator.typesetting.sources import check_sources

_PDF = ("a-2a", "ua-1")
"""PDF/A-2a (ISO 19005-2, level A) and PDF/UA-1 (ISO 14289-1), both in each file."""

_PIXEL = 72.0
"""Pixels to an inch where one point of a template is one pixel of the picture."""

_QUOTED = 80
"""Characters of a text that a message quotes."""


class Typesetter:
    """Sets the templates of a folder with data.

    A template reads its data as ``json(bytes(sys.inputs.data))``: what a record says is text there
    and never runs. ``shown`` is how the folder is named to people. What the engine only warns of is
    a fault here, for it would look different elsewhere, or wrong. Raises TypesettingFaultError
    where a template asks for what is not in the folder.
    """

    def __init__(self, folder: Path, fonts: FontShelf, shown: str = "") -> None:
        self._templates = Templates(folder, shown or folder.as_posix())
        self._fonts = fonts
        self._compilers: dict[str, typst.Compiler] = {}
        for fault in check_sources(self._templates):
            raise TypesettingFaultError(fault)

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
        compiler = self._compiler(template)
        inputs = {"data": json.dumps(data, ensure_ascii=False, sort_keys=True)}
        try:
            made, warnings = compiler.compile_with_warnings(sys_inputs=inputs, **options)
        except typst.TypstError as fault:
            raise TypesettingFaultError(self._templates.diagnose(fault, template)) from None
        for warning in warnings:
            raise TypesettingFaultError(self._templates.diagnose(warning, template))
        if isinstance(made, list):
            raise self._fault(template, f"this template makes {len(made)} pages instead of one")
        return made or b""  # it is None only where the engine writes the file itself

    def _compiler(self, template: str) -> typst.Compiler:
        if template not in self._compilers:
            file = self._templates.folder / template
            if not file.is_file():
                raise self._fault(
                    template,
                    f"there is no template '{template}'",
                    "put it back: 'git checkout -- theme/'",
                )
            self._compilers[template] = typst.Compiler(
                file,
                root=self._templates.folder,
                font_paths=self._fonts.engine_fonts,
                ignore_system_fonts=True,
            )
        return self._compilers[template]

    def _check(self, data: Mapping[str, Any]) -> None:
        for text in _texts(data):
            unset = self._fonts.unset(text)
            if unset:
                signs = ", ".join(map(str, unset[:5]))
                message = f"no font can set {signs} in '{_quoted(text)}'"
                place = self._templates.place("fonts")
                raise TypesettingFaultError(rules.CHARACTER_UNSET.at(place, message))

    def _fault(self, template: str, message: str, help_: str = "") -> TypesettingFaultError:
        found: Diagnostic = rules.BAD_TEMPLATE.at(self._templates.place(template), message, help_)
        return TypesettingFaultError(found)


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def _quoted(text: str) -> str:
    """Return the beginning of a text, with what cannot be printed left out."""
    return "".join(filter(str.isprintable, text[:_QUOTED]))
