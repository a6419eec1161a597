"""Milliseconds for a document of one page and for a picture, beside a peer, and from a cold start.

    python tests/benchmarks/typesetting.py [NUMBER …]

The peer, in the same run: the engine alone, which sets one line of Latin with the same fonts, without
the standards for archives and accessibility, without data, and without a look at what fonts can set.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import typst  # noqa: E402  # after the path is set, so that the script runs by itself

from generator.typesetting import FontShelf, Typesetter, qr_code  # noqa: E402  # as above

DEFAULT = 200
DOCUMENTS = ROOT / "theme" / "documents"
DAY = date(2026, 11, 24)
LINE = '#set text(font: "Source Serif 4")\n#set page(width: 400pt, height: 300pt)\nOne line.\n'
PAGE = """\
#import "fonts.typ": display, sans, serif
#set document(title: "Certificate")
#set page(width: 792pt, height: 612pt, margin: 60pt)
#set text(font: serif(), lang: "en", fallback: false)
#let data = json(bytes(sys.inputs.data))
#text(font: sans(), data.kind)
= #text(font: display(), size: 40pt, data.name)
#text(size: 24pt, data.own)
#par(data.text)
#image(bytes(data.code), alt: data.address, width: 80pt)
"""
OWN = ("Ada Fablewood", "林小梅", "ليلى الحسن", "Вера Лесная", "髙橋さくら", "김철수", "प्रिया")
COLD = """\
import sys, time
sys.path.insert(0, sys.argv[1])
started = time.perf_counter()
from datetime import date
from pathlib import Path
from generator.typesetting import FontShelf, Typesetter
imported = time.perf_counter()
folder = Path(sys.argv[2])
setter = Typesetter(folder, FontShelf(Path(sys.argv[3])))
data = {key: "Zo\\u00eb" for key in ("kind", "name", "own", "text", "address")}
data["code"] = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
setter.pdf("page.typ", data, date(2026, 11, 24))
print(f"{(imported - started) * 1e3:.0f} {(time.perf_counter() - imported) * 1e3:.0f}")
"""


def lay(folder: Path) -> None:
    """Put the templates and the list of families into a folder."""
    (folder / "fonts").mkdir()
    for name in ("fonts.typ", "fonts/families.yaml"):
        (folder / name).write_bytes((DOCUMENTS / name).read_bytes())
    (folder / "page.typ").write_text(PAGE, "utf-8")
    (folder / "line.typ").write_text(LINE, "utf-8")


def data(number: int) -> dict[str, Any]:
    """Return what an invented person's page says."""
    address = f"https://example.org/certificates/{number:020d}/"
    return {
        "kind": "Certificate of completion",
        "name": f"Wendell Fablewood {number}",
        "own": OWN[number % len(OWN)],
        "text": f"has completed the program with project number {number}. " * 6,
        "code": qr_code(address),
        "address": address,
    }


def milliseconds(number: int, one: Callable[[int], object]) -> float:
    """Return what each of a number took, the first and slower ones included."""
    started = time.perf_counter()
    for each in range(number):
        one(each)
    return (time.perf_counter() - started) * 1e3 / number


def compare(folder: Path, number: int) -> None:
    """Print both ways for documents and for pictures."""
    setter = Typesetter(folder, FontShelf(DOCUMENTS / "fonts"))
    peer = typst.Compiler(
        folder / "line.typ",
        root=folder,
        font_paths=FontShelf(DOCUMENTS / "fonts").engine_fonts,
        ignore_system_fonts=True,
    )
    print(
        f"  {number:,} codes      {milliseconds(number, data):6.2f} ms each, with the rest of the data"
    )
    pages = list(map(data, range(number)))
    ways: dict[str, tuple[Callable[[int], object], Callable[[int], object]]] = {
        "documents": (
            lambda each: setter.pdf("page.typ", pages[each], DAY),
            lambda each: peer.compile(format="pdf", sys_inputs={"each": str(each)}),
        ),
        "pictures": (
            lambda each: setter.png("page.typ", pages[each]),
            lambda each: peer.compile(format="png", ppi=72, sys_inputs={"each": str(each)}),
        ),
    }
    for what, (ours, theirs) in ways.items():
        own, other = milliseconds(number, ours), milliseconds(number, theirs)
        print(f"  {number:,} {what:<10} {own:6.2f} ms each; one line, engine alone {other:6.2f} ms")


def print_cold_start(folder: Path) -> None:
    """Print what the first document takes in a process of its own."""
    arguments = [sys.executable, "-c", COLD, str(ROOT), str(folder), str(DOCUMENTS / "fonts")]
    made = subprocess.run(arguments, check=True, capture_output=True, text=True)
    imported, first = made.stdout.split()
    print(f"  cold start: {imported} ms to import, {first} ms for fonts and the first document")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        lay(Path(temporary))
        print_cold_start(Path(temporary))
        for wanted in map(int, sys.argv[1:] or (DEFAULT,)):
            compare(Path(temporary), wanted)
