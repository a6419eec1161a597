"""What pages of prose must not hold, beside the records: somebody's address or number."""

from collections.abc import Iterator
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.catalog.rules.privacy import addresses_of, contacts_in
from generator.diagnostics import Diagnostic
from generator.diagnostics.rules import privacy, site

CONTENT = "content"
"""Folder of the pages that the committee writes, beside that of the records."""


def contacts_in_pages(folder: Path, shown: str, catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield what looks like an e-mail address or a telephone number in pages of Markdown.

    The addresses of the program's own contacts may stand there, as on the page of the program.
    ``shown`` is how the folder is named to people. What cannot be read is passed over: whoever
    makes the page says so.
    """
    allowed = addresses_of(catalog.program.record) if catalog.program else frozenset()
    for file in sorted(folder.rglob("*.md")):
        try:
            text = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        path = f"{shown}/{file.relative_to(folder).as_posix()}"
        for contact in contacts_in(path, text, allowed):
            message = f"'{contact.text}' looks like {contact.sort}"
            is_number = contact.rule is privacy.PHONE_IN_RECORD
            help_ = "delete it, unless everybody is to have it" if is_number else ""
            yield site.CONTACT_IN_PAGE.at(contact.place, message, help_)
