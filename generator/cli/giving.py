"""What giving out certificates and giving out letters have in common: ask, choose, make, write."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import click

from generator.catalog import Catalog, Entry
from generator.cli.options import Misuse, shown
from generator.cli.project import Project
from generator.cli.register_file import (
    NOTHING,
    NotGivenError,
    refuse_faulty,
    register_file,
    register_text,
    unusable,
)
from generator.documents.characters import Text, texts_of_program, unset_characters
from generator.documents.choosing import (
    Choice,
    Chosen,
    Hindrance,
    Request,
    pass_over,
    register_values,
)
from generator.documents.press import Press
from generator.documents.private_names import faulty_applications, unnamed_among
from generator.documents.register import UnusableRegisterError, values_of, with_entries, with_key
from generator.records.application import Role
from generator.records.certificate import Certificate, Letter
from generator.records.program import Program
from generator.source import change_files
from generator.templates import TemplateFaultError
from generator.typesetting import TypesettingFaultError
from generator.views.wording import listed

R = TypeVar("R", Certificate, Letter)
T = TypeVar("T")

_NO_SIGNATORY = """program.yaml does not say who signs; add these lines to it:
  signatory:
    name: (the name under the signature)
    role: (what the person does for the program, as in 'Chair')"""


@dataclass(frozen=True, slots=True)
class Giving(Generic[R]):
    """Documents of one sort for one cohort: where everything comes from and goes to.

    ``catalog`` has the names of the private applications where the records have none.
    """

    word: str
    role: Role
    records: Path
    private: Path | None
    folder: Path
    project: Project
    catalog: Catalog
    program: Entry[Program]
    request: Request

    @property
    def register(self) -> Path:
        """The file of the register."""
        return register_file(self.records, self.request.cohort)

    def open_press(self, texts: Iterable[Text]) -> Press:
        """Return the press, after a look at its fonts and templates, and at what it is to set.

        Raises Misuse where nobody signs, and NotGivenError.
        """
        program, project = self.program.record, self.project
        if program.signatory is None:
            raise Misuse(_NO_SIGNATORY)
        try:
            press = Press(
                project.theme, project.theme_shown, program, program.signatory, project.address
            )
        except TypesettingFaultError as fault:
            raise NotGivenError((fault.diagnostic,)) from None
        unset = unset_characters((*texts_of_program(self.program), *texts), press.fonts)
        if unset:
            raise NotGivenError(unset)
        return press

    def write(self, choice: Choice[R], files: Mapping[Path, bytes]) -> None:
        """Write the register and the files together, or nothing."""
        text = self._registered(choice)
        written: dict[Path, str | bytes] = {self.register: text} if text is not None else {}
        try:
            change_files(written={**written, **files}, deleted=())
        except OSError as fault:
            place = shown(Path(fault.filename)) if fault.filename else shown(self.folder)
            reason = (fault.strerror or "unknown reason").lower()
            message = f"{place} cannot be written: {reason}; nothing was written"
            raise Misuse(message) from None

    def _registered(self, choice: Choice[R]) -> str | None:
        """Return the new text of the register, or None where it stays as it is."""
        before = register_text(self.register, self.catalog.certificates.get(self.request.cohort))
        name = f"{self.word}s"
        try:
            text = with_entries(before, name, list(register_values(choice)))
            for one in choice.chosen:
                if one.amended and one.position is not None and one.record.override:
                    override = values_of(one.record.override)
                    text = with_key(text, name, one.position, "override", override)
        except UnusableRegisterError:
            raise unusable(self.register) from None
        if text == before:
            return None
        refuse_faulty(text, self.register)
        return text


def settle(
    giving: Giving[R], choice: Choice[R], named: Callable[[Chosen[R]], Iterable[str]]
) -> Choice[R]:
    """Return who gets a document, and say who does not, and why.

    Nobody does whose document would name somebody whose name is not known; ``named`` says whom it
    names. Raises Misuse where somebody who gets none was asked for.
    """
    settled = pass_over(choice, lambda one: _unknown_names(giving, named(one)))
    if not giving.request.people:
        for one in settled.passed:
            click.echo(f"{one.person}: {one.why}", err=True)
    elif settled.passed:
        raise Misuse("\n".join(_refusal(giving, settled)))
    return settled


def _unknown_names(giving: Giving[R], people: Iterable[str]) -> str:
    """Say whose names are not known, and where they may be found; '' where all are."""
    unnamed = unnamed_among(giving.catalog, people)
    if not unnamed:
        return ""
    said = f"no name is in the record{'' if len(unnamed) == 1 else 's'} of {listed(unnamed)}"
    if giving.private is None:
        return f"{said}; the application has it: --private DIR or LRRT_PRIVATE"
    faulty = faulty_applications(giving.catalog, unnamed)
    if faulty:
        return f"{said}, and the application {faulty[0]} has faults: 'lrrt validate --private DIR'"
    return f"{said}, nor in an application in {shown(giving.private)}/"


def _refusal(giving: Giving[R], choice: Choice[R]) -> Iterator[str]:
    """Yield why each gets none, and what can be done, for each sort of reason once."""
    for one in choice.passed:
        yield f"{one.person} gets no {giving.word}: {one.why}"
    hindrances = {one.hindrance for one in choice.passed}
    if Hindrance.WITHDREW in hindrances:
        yield "If the person has come back, take 'withdrawn' out of their record first."
    if Hindrance.REVOKED in hindrances:
        yield "For a new one, add --again."
    if Hindrance.INCOMPLETE in hindrances:
        yield (
            f"Record what is missing in {shown(giving.records)}/pairings/"
            f"{giving.request.cohort}.yaml, or let the chair decide: --override REASON --by NAME"
        )
    yield NOTHING


def make_all(things: Iterable[T], make: Callable[[T], Mapping[Path, bytes]]) -> dict[Path, bytes]:
    """Return all files, in memory. Raises NotGivenError where fonts or templates are at fault."""
    files: dict[Path, bytes] = {}
    try:
        for one in things:
            files.update(make(one))
    except (TemplateFaultError, TypesettingFaultError) as fault:
        raise NotGivenError((fault.diagnostic,)) from None
    return files


def say_written(giving: Giving[R], choice: Choice[R]) -> None:
    """Say what was written where."""
    number = len(choice.chosen)
    if not number:
        click.echo(f"No {giving.word} was made.", err=True)
        return
    new = sum(1 for one in choice.chosen if one.position is None)
    words = f"{number:,} {giving.word}{'' if number == 1 else 's'}"
    what = "new" if new == number else f"{new:,} of them new"
    click.echo(f"{shown(giving.folder)}/: {words}, {what}.", err=True)
