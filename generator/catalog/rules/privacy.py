"""What must not stand in a repository that everybody can read."""

import re
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import privacy
from generator.records.kinds import Kind
from generator.records.program import Repository
from generator.source import Document, Lines

_EMAIL = re.compile(
    r"(?<![\w.@/+-])[\w.+-]+(?:@|\s?[(\[]at[)\]]\s?|\s+at\s+(?=[\w-]+\s+dot\s))"
    r"[\w-]+(?:(?:\.|\s+dot\s+|\s?[(\[]dot[)\]]\s?)[\w-]+)*"
    r"(?:\.|\s+dot\s+|\s?[(\[]dot[)\]]\s?)[a-z]{2,}\b",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w/.=-])(?:"
    r"\+\d{1,3}[\s.-]?(?:\(\d{1,4}\)[\s.-]?)?\d(?:[\s.-]?\d){5,12}"  # international (ITU-T E.123)
    r"|(?:1[\s.-])?\(\d{3}\)\s?\d{3}[\s.-]\d{4}"  # (312) 555-0142
    r"|(?:1[\s.-])?\d{3}([\s.-])\d{3}\1\d{4}"  # 312-555-0142
    r")(?![\w-])"
)
_IN_EMAILS = ("@", "(at)", "[at]", "dot")
_MAY_HOLD_PHONE = re.compile(r"\+\d|\d{3}[\s.-]\d{4}")


LEFT_OUT = "[…]"
"""What stands where an address or a number has been taken out."""


def without_contacts(text: str) -> str:
    """Return a text without e-mail addresses and telephone numbers."""
    return _PHONE.sub(LEFT_OUT, _EMAIL.sub(LEFT_OUT, text))


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
    allowed = {contact.email for contact in program.record.contacts if contact.email}
    for document in catalog.documents:
        if catalog.files[document.path] is not Kind.APPLICATION:
            yield from _contacts(document, allowed if document.path == program.path else set())


def _contacts(document: Document, allowed: set[str]) -> Iterator[Diagnostic]:
    content = document.text
    # What is asked first is quick and rarely so; the patterns are exact.
    lowered = content.lower()
    emails = _EMAIL.finditer(content) if any(sign in lowered for sign in _IN_EMAILS) else ()
    phones = _PHONE.finditer(content) if _MAY_HOLD_PHONE.search(content) else ()
    lines = Lines(document.path, content)
    for match in emails:
        if match[0] not in allowed:
            yield privacy.EMAIL_IN_RECORD.at(
                lines.place(match.start()), f"'{match[0]}' looks like an e-mail address"
            )
    for match in phones:
        yield privacy.PHONE_IN_RECORD.at(
            lines.place(match.start()), f"'{match[0]}' looks like a telephone number"
        )
