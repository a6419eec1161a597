"""What must not stand in a repository that everybody can read."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.diagnostics import Diagnostic, Place, Rule
from generator.diagnostics.contacts import EMAIL, IN_EMAILS, MAY_HOLD_PHONE, PHONE
from generator.diagnostics.rules import privacy
from generator.records.kinds import Kind
from generator.records.program import Program, Repository
from generator.source import Lines

LEFT_OUT = "[…]"
"""What stands where an address or a number has been taken out."""


def without_contacts(text: str) -> str:
    """Return a text without e-mail addresses and telephone numbers."""
    return PHONE.sub(LEFT_OUT, EMAIL.sub(LEFT_OUT, text))


def is_public(catalog: Catalog) -> bool:
    """Tell whether everybody can read the records themselves."""
    program = catalog.program
    return program is not None and program.record.repository is Repository.PUBLIC


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield what a public repository must not hold. A private one may."""
    program = catalog.program
    if program is None or not is_public(catalog):
        return
    for path, kind in catalog.files.items():
        if kind is Kind.APPLICATION and path not in catalog.private:
            yield privacy.PUBLIC_APPLICATION.at(
                Place(path), "an application lies in a repository that everybody can read"
            )
    allowed = addresses_of(program.record)
    for document in catalog.documents:
        if catalog.files[document.path] is not Kind.APPLICATION:
            own = allowed if document.path == program.path else frozenset()
            for contact in contacts_in(document.path, document.text, own):
                what = f"'{contact.text}' looks like {contact.sort}"
                yield contact.rule.at(contact.place, what)


def addresses_of(program: Program) -> frozenset[str]:
    """Return the addresses that visitors may write to; only the program's record may hold them."""
    return frozenset(contact.email for contact in program.contacts if contact.email)


@dataclass(frozen=True, slots=True)
class Contact:
    """What looks like somebody's address or number; ``sort`` says which, in words."""

    rule: Rule
    sort: str
    text: str
    place: Place


def contacts_in(path: str, content: str, allowed: frozenset[str]) -> Iterator[Contact]:
    """Yield what looks like an e-mail address or a telephone number in a file's whole text.

    E-mail addresses come first. ``allowed`` are those that may stand there.
    """
    # What is asked first is quick and rarely so; the patterns are exact.
    lowered = content.lower()
    emails = EMAIL.finditer(content) if any(sign in lowered for sign in IN_EMAILS) else ()
    phones = PHONE.finditer(content) if MAY_HOLD_PHONE.search(content) else ()
    lines = Lines(path, content)
    for match in emails:
        if match[0] not in allowed:
            place = lines.place(match.start())
            yield Contact(privacy.EMAIL_IN_RECORD, "an e-mail address", match[0], place)
    for match in phones:
        place = lines.place(match.start())
        yield Contact(privacy.PHONE_IN_RECORD, "a telephone number", match[0], place)
