"""A small program whose papers are made, and what can be seen in a paper."""

import io
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it has no types
from PIL import Image

from generator.catalog import Catalog, load_catalog
from generator.diagnostics import Severity
from generator.documents.appreciation import Appreciation, make_appreciation
from generator.documents.award import Award, make_award
from generator.documents.press import Press
from generator.records.certificate import Certificate, Letter
from generator.records.program import Program, Signatory
from generator.source import to_yaml
from generator.views.consent import Consents
from generator.views.outputs import make_outputs

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "records" / "base"
SITE = "https://example.org/mentorship/"
ID = "7kq2m-9fx3v-ht8wn-d4p6r"
ISSUED = date(2026, 8, 10)
SIGNATORY = Signatory(name="Imogen Pretence", role="Chair of the Committee")


class Office:
    """The base program of tests/records, whose one pair completes on 2026-06-26.

    Ada Okafor is the mentor, Ben Larsen the mentee.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(BASE, folder, dirs_exist_ok=True)

    def write(self, path: str, values: Any) -> None:
        file = self.folder / "records" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(values if isinstance(values, str) else to_yaml(values), "utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        file = self.folder / "records" / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    def person(self, id_: str, **name: str) -> None:
        scopes = ["name", "affiliation", "pairing", "sessions", "outputs"]
        self.write(
            f"participants/{id_}.yaml",
            {"name": name, "consent": {"given": "2025-07-01", "scopes": scopes}},
        )

    def title(self, title: str) -> None:
        """Give the pair's project another title."""
        pairing = {
            "id": "reading-aloud",
            "mentors": ["ada-okafor"],
            "mentees": ["ben-larsen"],
            "status": "completed",
            "check_ins": ["2025-check-in"],
            "evaluations": ["ben-larsen"],
            "project": {"title": title, "topics": ["reading"]},
        }
        self.write("pairings/2025.yaml", {"pairings": [pairing]})

    def catalog(self) -> Catalog:
        loading = load_catalog(self.folder / "records", shown="records")
        faults = [fault for fault in loading.found if fault.severity is Severity.ERROR]
        assert not faults, faults
        return loading.catalog

    def award(self, participant: str = "ben-larsen") -> Award:
        certificate = Certificate(
            id=ID, participant=participant, pairing="2025/reading-aloud", issued=ISSUED
        )
        return make_award(self.catalog(), certificate, SITE)

    def appreciation(self, participant: str = "ada-okafor", issued: date = ISSUED) -> Appreciation:
        catalog = self.catalog()
        letter = Letter(participant=participant, issued=issued)
        outputs = make_outputs(catalog, Consents(catalog))
        return make_appreciation(catalog, letter, "2025/reading-aloud", outputs, SITE)

    def press(self) -> Press:
        program = self.catalog().program
        assert program is not None
        return press_of(program.record)

    def certificate(self) -> bytes:
        return self.press().certificate(self.award())

    def letter(self) -> bytes:
        return self.press().letter(self.appreciation())


@cache
def press_of(program: Program) -> Press:
    """A press; looking at all fonts takes a while, so each program's is kept."""
    return Press(ROOT / "theme", "theme", program, SIGNATORY, SITE)


def pages_of(paper: bytes) -> int:
    return len(pypdfium2.PdfDocument(paper))


def text_of(paper: bytes) -> str:
    """The text of a paper, in the order in which its contents stand."""
    text: str = pypdfium2.PdfDocument(paper)[0].get_textpage().get_text_range()
    return text.replace("\r\n", "\n").replace("\u00a0", " ").replace(" \n", "\n")


def words_of(paper: bytes) -> str:
    """The words of a paper in one line; a word that was broken at a line's end is whole."""
    return " ".join(text_of(paper).replace("\u0002\n", "").replace("\ufffe\n", "").split())


def picture_of(paper: bytes, scale: float = 2.0) -> Image.Image:
    picture: Image.Image = pypdfium2.PdfDocument(paper)[0].render(scale=scale).to_pil()
    return picture


def opened(paper: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(paper))


def tags_of(node: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """Every element of the structure of a paper in order: its kind, and what it says of itself."""
    if isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node["/S"]), {key: str(node[key]) for key in ("/Alt", "/Lang") if key in node}
        below = node.get("/K")
        children = below if isinstance(below, pikepdf.Array) else [below]
        for child in children:
            yield from tags_of(child)
