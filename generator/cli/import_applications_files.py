"""The files of an import of applications: what is read, the mapping, what is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from generator.catalog.loading import INTAKE
from generator.cli.import_applications_output import say_form, say_sheet
from generator.cli.options import Misuse, shown
from generator.cli.writing import write_all
from generator.intake.files import LARGEST, SUFFIXES, read_contents
from generator.intake.mapping import Fit, Form, form_of, forms_in, read_mapping
from generator.intake.mapping_text import propose_form, with_form
from generator.intake.sheet import Sheet, UnreadableError
from generator.intake.submission import Submission


@dataclass(frozen=True, slots=True)
class Places:
    """Where an import reads and writes: records, applications, and what is no record."""

    records: Path
    private: Path | None
    mapping: Path

    @property
    def applications(self) -> Path:
        """The folder that holds 'applications'."""
        return self.private or self.records

    @property
    def intake(self) -> Path:
        """The folder of the mapping and of what was rejected."""
        return (self.private or self.records.absolute().parent) / INTAKE


def read_all(files: Sequence[Path]) -> tuple[list[Sheet], list[Submission], int]:
    """Return the tables and submissions of all files, and how many files could not be read."""
    sheets: list[Sheet] = []
    submissions: list[Submission] = []
    unread = 0
    for file in _expanded(files):
        try:
            contents = read_contents(_bytes(file), shown(file))
        except UnreadableError as fault:
            said = str(fault)
            where = "" if said.startswith(shown(file)) else f"{shown(file)}: "
            click.echo(f"{where}{said}", err=True)
            unread += 1
            continue
        for sheet in contents.sheets:
            say_sheet(sheet)
        sheets += contents.sheets
        submissions += contents.submissions
    return sheets, submissions, unread


def _expanded(files: Sequence[Path]) -> Iterator[Path]:
    """Yield the files, and those in folders that can hold answers, each once."""
    seen: set[Path] = set()
    for file in files:
        inside = [file]
        if file.is_dir():
            inside = sorted(
                one
                for one in file.iterdir()
                if one.suffix.lower() in SUFFIXES and not one.name.startswith((".", "~$"))
            )
            if not inside:
                message = f"{shown(file)} holds no file of answers ({', '.join(SUFFIXES)})"
                raise Misuse(message)
        for one in inside:
            if one.resolve() not in seen:
                seen.add(one.resolve())
                yield one


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        message = f"{shown(file)} cannot be read: {reason}"
        raise Misuse(message) from None


def fits_of(
    context: click.Context, sheets: Sequence[Sheet], places: Places, options: Mapping[str, Any]
) -> dict[Sheet, Fit]:
    """Return what the columns of each sheet hold. For new forms, propose it, and stop."""
    path = shown(places.mapping)
    try:
        text, forms = read_mapping(places.mapping, path)
    except UnreadableError as fault:
        raise Misuse(str(fault)) from None
    known: list[Form] = list(forms)
    new: list[Form] = []
    for sheet in sheets:
        if form_of(sheet, known) is None:
            form = propose_form(sheet)
            text = _with_form(text, form, path)
            known.append(form)
            new.append(form)
            say_form(form)
    if new:
        _keep_mapping(context, places.mapping, text, options)
    return {sheet: _fit(sheet, known) for sheet in sheets}


def _with_form(text: str, form: Form, path: str) -> str:
    """Return the text of the mapping with one more form. Raises Misuse where it cannot take one."""
    try:
        forms_in(with_form("", form).encode(), path)
    except UnreadableError as fault:
        reason = str(fault).partition(": ")[2]
        message = (
            f"{form.name}: a heading cannot be kept: {reason}; download the answers again, as a "
            "workbook if you can"
        )
        raise Misuse(message) from None
    before = forms_in(text.encode(), path)[1] if text else ()
    longer = with_form(text, form)
    try:
        after = forms_in(longer.encode(), path)[1]
    except UnreadableError:
        after = ()
    if after != (*before, form):
        message = (
            f"{path}: no form can be added to it as it is written; under 'forms:', begin each form "
            "on a line of its own with '  - name:', as in a file that is proposed anew"
        )
        raise Misuse(message)
    return longer


def _fit(sheet: Sheet, forms: Sequence[Form]) -> Fit:
    fit = form_of(sheet, forms)
    if fit is None:  # its own form was proposed and added
        message = f"{sheet}: its columns fit no form"
        raise Misuse(message)
    return fit


def _keep_mapping(
    context: click.Context, file: Path, text: str, options: Mapping[str, Any]
) -> None:
    """Write a mapping with what was proposed, and stop for it to be checked."""
    path = shown(file)
    if options["dry_run"]:
        click.echo(f"This would be written into {path} (--dry-run).", err=True)
        return
    write_all({file: text}, ())
    click.echo(f"What the columns hold is written into {path}.", err=True)
    if not options["yes"]:
        click.echo("Check it and correct it there, then run the same command again.", err=True)
        context.exit(0)
