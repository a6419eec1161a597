"""What giving out certificates and giving out letters have in common: make and write."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from generator.catalog import Catalog, Entry
from generator.cli.made import files_of_paper
from generator.cli.options import Misuse
from generator.cli.project import Project
from generator.cli.register_file import (
    NotGivenError,
    refuse_faulty,
    register_file,
    register_text,
    unusable,
)
from generator.cli.writing import write_all
from generator.documents.characters import Text, texts_of_program, unset_characters
from generator.documents.choosing import Choice, Request, register_values
from generator.documents.press import Press
from generator.documents.register import UnusableRegisterError, values_of, with_entries, with_key
from generator.records.application import Role
from generator.records.certificate import Certificate, Letter
from generator.records.program import Program
from generator.templates import TemplateFaultError
from generator.typesetting import TypesettingFaultError

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

    def files_of(self, person: str) -> tuple[Path, ...]:
        """Return the files of a person's document that are there from before."""
        return files_of_paper(self.folder, self.word, person)

    def file_of(self, person: str, ending: str) -> Path:
        """Return the place of a file of a person's document."""
        return self.folder / f"{self.word}-{person}.{ending}"

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
        write_all({**written, **files}, ())

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


def make_all(things: Iterable[T], make: Callable[[T], Mapping[Path, bytes]]) -> dict[Path, bytes]:
    """Return all files, in memory. Raises NotGivenError where fonts or templates are at fault."""
    files: dict[Path, bytes] = {}
    try:
        for one in things:
            files.update(make(one))
    except (TemplateFaultError, TypesettingFaultError) as fault:
        raise NotGivenError((fault.diagnostic,)) from None
    return files
