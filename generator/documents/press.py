"""Certificates and letters as PDF, from words and facts."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.documents.appreciation import Appreciation
from generator.documents.award import Award
from generator.documents.wording import breakable, language_parts, set_runs
from generator.documents.words import Words, title_html
from generator.records.program import Program, Signatory
from generator.typesetting import FontShelf, Run, Typesetter, qr_code

_FOLDER = "documents"


class Press:
    """Sets the documents of a program in the templates of a theme.

    ``shown`` is how the folder of the theme is named to people, ``site`` the address of the site on
    the web. Raises TypesettingFaultError and TemplateFaultError where templates or fonts are at
    fault; nothing is written.
    """

    def __init__(
        self, theme: Path, shown: str, program: Program, signatory: Signatory, site: str
    ) -> None:
        folder, named = theme / _FOLDER, f"{shown}/{_FOLDER}"
        self.fonts = FontShelf(folder / "fonts", f"{named}/fonts")
        self._words = Words(folder, named, program)
        self._typesetter = Typesetter(folder, self.fonts, named)
        self._program = program
        self._signatory = signatory
        self._site = site

    def certificate(self, award: Award) -> bytes:
        """Return a certificate, one page."""
        said = self._words.of_certificate(award)
        data = {
            **said,
            **self._shared(f"{_plain(said['heading'])}: {award.name}", ("certificate", award)),
            "heading": _line(said["heading"]),
            "name": breakable(award.name),
            "original": asdict(award.original),
            "project": set_runs(title_html(award.project)),
            "address": award.address,
            "address_lines": _address_lines(award),
            "code": qr_code(award.address),
            "code_text": _plain(said["code"]),
        }
        return self._typesetter.pdf("certificate.typ", data, award.issued)

    def letter(self, letter: Appreciation) -> bytes:
        """Return a letter, one page."""
        said = self._words.of_letter(letter)
        data = {
            **said,
            **self._shared(f"{_plain(said['subject'])}: {letter.name}", ("letter", letter)),
            "subject": _line(said["subject"]),
            "name": letter.name,
            "place": list(letter.place),
            "references": [set_runs(output.reference) for output in letter.outputs],
            "more": self._words.of_more(letter),
            "contact": self._contact(),
        }
        return self._typesetter.pdf("letter.typ", data, letter.issued)

    def _shared(self, title: str, about: tuple[str, Award | Appreciation]) -> dict[str, Any]:
        """Return what both layouts take, what a file says of itself among it."""
        word, document = about
        program = self._program
        language, region = language_parts(program.language)
        sponsor = (program.sponsor.name, program.sponsor.parent)
        return {
            "title": title,
            "description": f"{program.name}, {document.cohort_title}",
            "keywords": [word, program.short_name, document.cohort_title],
            "language": language,
            "region": region,
            "program": program.name,
            "sponsor": ", ".join(filter(None, sponsor)),
            "signatory": {"name": self._signatory.name, "role": self._signatory.role},
        }

    def _contact(self) -> list[Mapping[str, str]]:
        """Return whom to ask, as the foot of a letter says it: words, each with an address."""
        contact = self._program.contacts[0]
        found = [(", ".join(filter(None, (contact.name, contact.role))), "")]
        if contact.email:
            found.append((contact.email, f"mailto:{contact.email}"))
        if contact.url:
            found.append((_bare(contact.url), contact.url))
        found.append((_bare(self._site), self._site))
        return [{"text": text, "link": link} for text, link in found]


def _line(said: list[list[Run]]) -> list[Run]:
    """Return what stands in one line, whatever paragraphs it was written in."""
    return [run for paragraph in said for run in paragraph]


def _plain(said: list[list[Run]]) -> str:
    """Return the words alone."""
    return " ".join("".join(run["text"] for run in paragraph) for paragraph in said)


def _bare(address: str) -> str:
    """Return an address as people read it."""
    return address.partition("://")[2].rstrip("/")


def _address_lines(award: Award) -> list[str]:
    """Return the address of a certificate's page in two lines: the folder, then the id."""
    return [award.address.partition("://")[2].removesuffix(f"{award.id}/"), f"{award.id}/"]
