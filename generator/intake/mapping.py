"""What the columns of a form hold, as the committee keeps it in a file from year to year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError

from generator.diagnostics import did_you_mean, fold, has_errors
from generator.intake.sheet import Column, Sheet, UnreadableError
from generator.intake.targets import KEPT, LEFT_OUT, TARGETS
from generator.records.application import Role
from generator.records.fields import Line, Record, fault
from generator.source import plain, read_bytes

ENOUGH = 0.5
"""Part of a sheet's headings that a form must know, for the sheet to be one of its exports."""


def _target(value: str) -> str:
    if value not in TARGETS:
        help_ = did_you_mean(value, TARGETS, f"write '{KEPT}' to keep the answers as they are")
        raise fault("unknown-choice", f"no column can hold '{value}'", help_)
    return value


class MappedColumn(Record):
    """A column of a form: its heading, what it holds, and what answers mean."""

    heading: Line
    nth: Annotated[int, Field(ge=1)] = 1
    holds: Annotated[str, AfterValidator(_target)]
    means: dict[str, str] = Field(default_factory=dict)

    @property
    def column(self) -> Column:
        """The column of a sheet."""
        return Column(self.heading, self.nth)


class Form(Record):
    """A form: who fills it in, where all do in one role, and its columns."""

    name: Line
    role: Role | None = None
    columns: tuple[MappedColumn, ...]


class MappingFile(Record):
    """The forms that a program uses."""

    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """A form that a sheet is an export of, and the sheet's columns that the form does not know."""

    form: Form
    unknown: tuple[Column, ...]

    @property
    def by_column(self) -> Mapping[Column, MappedColumn]:
        """The columns that the form knows."""
        return {mapped.column: mapped for mapped in self.form.columns}


def read_mapping(file: Path, path: str) -> tuple[str, tuple[Form, ...]]:
    """Return the text of a mapping file and its forms; nothing of a file that is not there.

    Raises UnreadableError, with the line, where somebody wrote what cannot be understood.
    """
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return "", ()
    except OSError as wrong:
        message = f"{path} cannot be read: {(wrong.strerror or 'unknown reason').lower()}"
        raise UnreadableError(message) from None
    reading = read_bytes(content, path)
    if reading.document is None or has_errors(reading.found):
        first = reading.found[0]
        message = f"{first.place}: {first.message}; {first.help}"
        raise UnreadableError(message)
    try:
        return reading.document.text, MappingFile.model_validate(plain(reading.document.root)).forms
    except ValidationError as faults:
        details = faults.errors(include_url=False)[0]
        place = reading.document.place(details["loc"])
        said = details.get("ctx", {})
        help_ = f"; {said['help']}" if said.get("help") else ""
        key = f"'{details['loc'][-1]}': " if details["loc"] else ""
        message = f"{place}: {key}{_in_words(details['type'], details['msg'])}{help_}"
        raise UnreadableError(message) from None


_WORDS = {
    "missing": "the key is missing",
    "extra_forbidden": "there is no such key here",
}


def _in_words(type_: str, message: str) -> str:
    return _WORDS.get(type_, message[:1].lower() + message[1:])


def form_of(sheet: Sheet, forms: Sequence[Form]) -> Fit | None:
    """Return the form that knows most of a sheet's columns, or None if none knows half of them.

    Where two know as many, the one that expects fewer others.
    """
    columns = set(sheet.columns)
    best: tuple[int, int, int] | None = None
    chosen: Form | None = None
    for position, form in enumerate(forms):
        known = {mapped.column for mapped in form.columns}
        score = (len(columns & known), -len(known - columns), -position)
        if best is None or score > best:
            best, chosen = score, form
    if best is None or chosen is None or best[0] < ENOUGH * len(columns):
        return None
    known = {mapped.column for mapped in chosen.columns}
    return Fit(chosen, tuple(column for column in sheet.columns if column not in known))


def meant(mapped: MappedColumn | None, text: str) -> str:
    """Return what an answer means, where the mapping says so; the answer otherwise."""
    if mapped is None or not mapped.means:
        return text
    folded = {fold(answer): value for answer, value in mapped.means.items()}
    return folded.get(fold(text), text)


def is_left_out(mapped: MappedColumn | None) -> bool:
    """Tell whether the answers in a column are not to be kept."""
    return mapped is not None and mapped.holds == LEFT_OUT
