"""What the columns of a form hold, as the committee keeps it in a file from year to year."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, Field, ValidationError, model_validator

from generator.diagnostics import did_you_mean, fold, has_errors
from generator.intake.choices import choose
from generator.intake.choosing import SCOPES
from generator.intake.normal import read_yes
from generator.intake.sheet import Column, Sheet, UnreadableError
from generator.intake.targets import KEPT, LEFT_OUT, TARGETS
from generator.records.application import Role
from generator.records.fields import ConsentScope, Line, Record, fault
from generator.source import Document, plain, read_bytes

ENOUGH = 0.5
"""Part of a sheet's headings that a form must know, for the sheet to be one of its exports."""

_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


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

    @model_validator(mode="after")
    def _means_what_is_known(self) -> Self:
        """Refuse a word of the committee that would later seem to be the applicant's."""
        for answer, value in self.means.items():
            said, help_ = _no_consent(self.holds, value)
            if said:
                raise fault("unknown-choice", said, help_, steps=("means", answer))
        return self

    @property
    def column(self) -> Column:
        """The column of a sheet."""
        return Column(self.heading, self.nth)


def _no_consent(holds: str, value: str) -> tuple[str, str]:
    """Return what is wrong with a translation of an answer about consent, with help; or nothing."""
    yes = read_yes(value)
    if holds == "consent.scopes" and yes.value is not False:
        for word, _ in choose(value, SCOPES).unknown:
            words = ", ".join(ConsentScope)
            return f"'{word}' is no word of consent", f"the words are {words}, or 'no'"
    if holds.startswith("consent.") and holds.partition(".")[2] in set(ConsentScope):
        return yes.doubt, "write 'yes' or 'no'"
    return "", ""


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
    return forms_in(content, path)


def forms_in(content: bytes, path: str) -> tuple[str, tuple[Form, ...]]:
    """Return the text and the forms of a mapping. Raises UnreadableError."""
    reading = read_bytes(content, path)
    if reading.document is None or has_errors(reading.found):
        first = reading.found[0]
        message = f"{first.place}: {first.message}; {first.help}"
        raise UnreadableError(message)
    try:
        return reading.document.text, MappingFile.model_validate(plain(reading.document.root)).forms
    except ValidationError as faults:
        raise UnreadableError(_told(faults, reading.document)) from None


_WORDS = {
    "missing": "the key is missing",
    "extra_forbidden": "there is no such key here",
    "model_type": "a group of keys belongs here",
    "tuple_type": "a list belongs here",
    "string_type": "a text belongs here",
}
_KEYS = frozenset((*MappingFile.model_fields, *Form.model_fields, *MappedColumn.model_fields))


def _told(faults: ValidationError, document: Document) -> str:
    """Return the first fault in one line; a key that is not known comes before one missing."""
    errors = faults.errors(include_url=False)
    details = next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])
    context, type_ = details.get("ctx", {}), details["type"]
    steps = (*details["loc"], *context.get("steps", ()))
    help_ = context.get("help", "")
    if type_ == "extra_forbidden":
        help_ = did_you_mean(str(steps[-1]), _KEYS, f"the keys are {', '.join(sorted(_KEYS))}")
    key = f"'{steps[-1]}': " if steps else ""
    said = _WORDS.get(type_) or details["msg"][:1].lower() + details["msg"][1:]
    return f"{document.key_place(steps) if steps else document.place()}: {key}{said}" + (
        f"; {help_}" if help_ else ""
    )


def form_of(sheet: Sheet, forms: Sequence[Form]) -> Fit | None:
    """Return the form that a sheet is an export of, or None where none surely is.

    It knows at least half of the sheet's columns. Where the form says which role everybody has, it
    must know all of them, and the sheet have all of its: a sheet of mentees, read by the form of
    mentors, would turn everybody into what they are not. Only where the sheet's name tells the same
    role may it have columns besides. Of several, that counts which knows most and expects least.
    """
    columns = set(sheet.columns)
    best: tuple[int, int, int] | None = None
    chosen: Form | None = None
    for position, form in enumerate(forms):
        known = {mapped.column for mapped in form.columns}
        score = (len(columns & known), -len(known - columns), -position)
        if _may_be(sheet, form, columns, known) and (best is None or score > best):
            best, chosen = score, form
    if chosen is None:
        return None
    known = {mapped.column for mapped in chosen.columns}
    return Fit(chosen, tuple(column for column in sheet.columns if column not in known))


def _may_be(sheet: Sheet, form: Form, columns: set[Column], known: set[Column]) -> bool:
    if form.role is None:
        return len(columns & known) >= ENOUGH * len(columns)
    told = role_in(f"{sheet.path} {sheet.name}")
    if told is not None and told is not form.role:
        return False
    return columns == known or (told is form.role and columns >= known)


def role_in(name: str) -> Role | None:
    """Return the role that the name of a file or sheet speaks of, where it is one of the two.

    Whole words count, as in 'MentorForm' or 'mentees_2026': 'Mentorship' is for both.
    """
    words = {word.lower().removesuffix("s") for word in _NAME_WORD.findall(name.rpartition("/")[2])}
    roles = {role for role in Role if role in words}
    return roles.pop() if len(roles) == 1 else None


def meant(mapped: MappedColumn | None, text: str) -> str:
    """Return what an answer means, where the mapping says so; the answer otherwise."""
    if mapped is None or not mapped.means:
        return text
    folded = {fold(answer): value for answer, value in mapped.means.items()}
    return folded.get(fold(text), text)


def is_left_out(mapped: MappedColumn | None) -> bool:
    """Tell whether the answers in a column are not to be kept."""
    return mapped is not None and mapped.holds == LEFT_OUT
