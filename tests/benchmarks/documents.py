"""Seconds for making certificates and letters as PDF, beside a peer.

    python tests/benchmarks/documents.py [NUMBER …]

For each number, as many certificates and as many letters, from records to files in memory; among
the letters, ones with more references than a page holds. The peer, in the same run: the engine
alone, setting as many documents of one line in the same fonts, in the same standards of PDF.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import typst

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from generator.catalog import Catalog, load_catalog  # noqa: E402  # after the path is set, so that the script runs by itself
from generator.documents.appreciation import make_appreciation  # noqa: E402  # as above
from generator.documents.award import make_award  # noqa: E402  # as above
from generator.documents.press import Press  # noqa: E402  # as above
from generator.documents.register import new_id  # noqa: E402  # as above
from generator.records.certificate import Certificate, Letter  # noqa: E402  # as above
from generator.records.program import Signatory  # noqa: E402  # as above
from generator.views.consent import Consents  # noqa: E402  # as above
from generator.views.outputs import make_outputs  # noqa: E402  # as above
from tests.benchmarks.invented import write_records  # noqa: E402  # as above

DEFAULT = 200
SITE = "https://example.org/mentorship/"
DAY = date(2026, 8, 10)
ONE_LINE = """\
#set document(title: "One line")
#set text(font: "Source Serif 4", lang: "en")
#json(bytes(sys.inputs.data)).name
"""


def catalog_of(folder: Path, number: int) -> Catalog:
    """Return invented records with at least as many pairings as documents are asked for."""
    write_records(folder, 4 * number)
    return load_catalog(folder).catalog


def make_ours(catalog: Catalog, number: int) -> int:
    """Make certificates and letters, and return the bytes they have."""
    assert catalog.program is not None
    signatory = Signatory(name="Imogen Pretence", role="Chair")
    press = Press(ROOT / "theme", "theme", catalog.program.record, signatory, SITE)
    outputs = make_outputs(catalog, Consents(catalog))
    size = 0
    for entry in [*catalog.pairings.values()][:number]:
        certificate = Certificate(
            id=new_id(()), participant=entry.record.mentees[0], pairing=entry.id, issued=DAY
        )
        size += len(press.certificate(make_award(catalog, certificate, SITE)))
        letter = Letter(participant=entry.record.mentors[0], issued=DAY)
        size += len(press.letter(make_appreciation(catalog, letter, entry.id, outputs, SITE)))
    return size


def make_peers(catalog: Catalog, number: int, folder: Path) -> int:
    """Make as many documents of one line with the engine alone."""
    source = folder / "line.typ"
    source.write_text(ONE_LINE, "utf-8")
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[ROOT / "theme/documents/fonts"],
    )
    compiler = typst.Compiler(source, root=folder, font_paths=fonts)
    size = 0
    for entry in [*catalog.pairings.values()][:number] * 2:
        name = catalog.participants[entry.record.mentees[0]].record.name.full
        made = compiler.compile(
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            sys_inputs={"data": json.dumps({"name": f"{name}, {entry.id}, {size}"})},
        )
        assert isinstance(made, bytes)
        size += len(made)
    return size


def timed(make: Callable[[], int]) -> tuple[float, int]:
    started = time.perf_counter()
    size = make()
    return time.perf_counter() - started, size


def compare(number: int) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        catalog = catalog_of(folder / "records", number)
        print(f"\n{number:,} certificates and {number:,} letters")
        ours, bytes_of_ours = timed(lambda: make_ours(catalog, number))
        peers, bytes_of_peers = timed(lambda: make_peers(catalog, number, folder))
        for way, seconds, size in (
            ("lrrt", ours, bytes_of_ours),
            ("typst, one line each", peers, bytes_of_peers),
        ):
            print(
                f"  {way:<22} {seconds:7.2f} s  {1000 * seconds / number / 2:6.1f} ms each"
                f"  {size / number / 2 / 1024:6.0f} KiB each  {seconds / ours:5.2f} times lrrt"
            )


if __name__ == "__main__":
    for number in map(int, sys.argv[1:] or (DEFAULT,)):
        compare(number)
