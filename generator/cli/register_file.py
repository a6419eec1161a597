"""The register file of a cohort: read as it was loaded, and never left faulty."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from generator.catalog import Catalog, Entry, Loading
from generator.catalog.rules.privacy import is_public, without_contacts
from generator.cli.options import Misuse, shown
from generator.cli.report import show
from generator.diagnostics import Diagnostic, Severity
from generator.documents.private_names import told_by
from generator.records.checking import check_document
from generator.records.kinds import Kind
from generator.source import read_bytes

NOTHING = "Nothing was written."


class NotGivenError(Exception):
    """Documents cannot be made; ``found`` says why."""

    def __init__(self, found: Sequence[Diagnostic]) -> None:
        super().__init__(str(len(found)))
        self.found = found


def refuse(found: NotGivenError) -> int:
    """Show what is at fault, and return the exit status."""
    show(found.found)
    click.echo(NOTHING, err=True)
    return 1


def faults_of(loading: Loading) -> tuple[Diagnostic, ...]:
    """Return the errors in the registers themselves, and of program.yaml."""
    kinds = (Kind.CERTIFICATES, Kind.PROGRAM)
    return tuple(
        found
        for found in loading.found
        if found.severity is Severity.ERROR and loading.catalog.files.get(found.place.path) in kinds
    )


def no_cohort(catalog: Catalog, cohort: str) -> Misuse:
    """Return what is said where no cohort has an id; what they are, for all years look alike."""
    known = ", ".join(catalog.cohorts) or "none yet"
    return Misuse(f"no cohort '{cohort}': the cohorts are {known}")


def register_file(records: Path, cohort: str) -> Path:
    """Return where the register of a cohort is."""
    return records / "certificates" / f"{cohort}.yaml"


def register_text(file: Path, entry: Entry[Any] | None) -> str:
    """Return the text of a register, '' where there is none.

    Raises Misuse where it is not what was read before.
    """
    try:
        text = file.read_bytes().decode()
    except FileNotFoundError:
        text = ""
    except (OSError, UnicodeDecodeError) as fault:
        message = f"{shown(file)} cannot be read: {fault}"
        raise Misuse(message) from None
    if text.removeprefix("\ufeff") != (entry.document.text if entry else ""):
        message = f"{shown(file)} was changed in the meantime; run the command again"
        raise Misuse(message)
    return text


def unusable(file: Path) -> Misuse:
    """Return what is said of a register to which nothing can be added."""
    return Misuse(
        f"nothing can be added to {shown(file)} without changing what stands there; write its "
        "lists with a '- ' at the beginning of each entry, not in brackets"
    )


def refuse_faulty(text: str, file: Path) -> None:
    """Raise NotGivenError where the new text of a register would be faulty."""
    reading = read_bytes(text.encode(), shown(file))
    found = list(reading.found)
    if reading.document is not None:
        found += check_document(reading.document, Kind.CERTIFICATES).found
    if any(each.severity is Severity.ERROR for each in found):
        raise NotGivenError(found)


def refuse_contacts(catalog: Catalog, text: str, option: str) -> None:
    """Raise Misuse where a text would put an address or number before everybody's eyes."""
    if is_public(catalog) and without_contacts(text) != text:
        message = (
            f"{option} has an e-mail address or a telephone number, and everybody can read the "
            "records; leave it out"
        )
        raise Misuse(message)


def refuse_names(catalog: Catalog, named: Catalog, text: str, option: str) -> None:
    """Raise Misuse where a text names somebody whom only ``named`` names, the records not."""
    told = told_by(text, catalog, named)
    if told:
        message = (
            f"{option} has the name of {told[0]}, which the records may not hold; leave it out"
        )
        raise Misuse(message)
