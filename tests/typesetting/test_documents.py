import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from generator.typesetting import FontShelf, Typesetter
from tests.typesetting.proofs import DAY, FONTS, HEAD, ROOT, pdf, png

BODY = """\
#set page(width: 400pt, height: 300pt, margin: 20pt)
= Certificate
#par(data.name)
#par(text(lang: "zh", data.chinese))
#par(text(lang: "ar", font: serif(language: "ar"), data.arabic))
#image(bytes(data.code), alt: "The address as a code", width: 40pt)
"""
DATA: dict[str, Any] = {
    "name": "Ada Fablewood",
    "chinese": "林小梅",
    "arabic": "ليلى الحسن",
    "code": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
}
SCRIPT = """\
import sys
from pathlib import Path
from datetime import date
sys.path.insert(0, sys.argv[1])
from generator.typesetting import FontShelf, Typesetter
import json
folder, fonts = Path(sys.argv[2]), Path(sys.argv[3])
setter = Typesetter(folder, FontShelf(fonts))
data = json.loads(sys.argv[4])
sys.stdout.buffer.write(setter.pdf("proof.typ", data, date(2026, 11, 24)))
sys.stdout.buffer.write(setter.png("proof.typ", data))
"""


@pytest.fixture
def document(folder: Path, shelf: FontShelf) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf(folder, shelf, BODY, **DATA)))


def test_a_document_says_that_it_is_pdf_a_2a_and_pdf_ua_1(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as said:
        assert said["pdfaid:part"] == "2"
        assert said["pdfaid:conformance"] == "A"
        assert said["pdfuaid:part"] == "1"


def test_a_document_has_title_author_language_and_the_day_it_was_given(
    document: pikepdf.Pdf,
) -> None:
    with document.open_metadata() as said:
        assert said["dc:title"] == "Proof"
        assert said["dc:creator"] == ["The program"]
        assert said["dc:language"] == {"en"}
        assert said["xmp:CreateDate"] == "2026-11-24T00:00:00+00:00"
    assert document.Root.Lang == "en"
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)


def test_a_document_is_tagged_and_its_picture_is_described(document: pikepdf.Pdf) -> None:
    assert bool(document.Root.MarkInfo.Marked)
    tags = list(_tags(document.Root.StructTreeRoot))
    assert [tag for tag, _ in tags if tag in {"/H1", "/P", "/Figure"}] == [
        "/H1",
        "/P",
        "/P",
        "/P",
        "/Figure",
    ]
    assert [alt for tag, alt in tags if tag == "/Figure"] == ["The address as a code"]


def _tags(node: Any) -> Any:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _tags(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S), str(node.get("/Alt", ""))
        if "/K" in node:
            yield from _tags(node.K)


def test_every_font_is_embedded_and_comes_from_the_folder(document: pikepdf.Pdf) -> None:
    names = {_embedded(font) for page in document.pages for font in page.Resources.Font.values()}
    assert names == {
        "NotoNaskhArabic-Regular",
        "NotoSerifSC-Regular",
        "SourceSerif4-Regular",
        "SourceSerif4-Semibold",
    }


def _embedded(font: Any) -> str:
    descriptor = font.DescendantFonts[0].FontDescriptor
    assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())
    return str(font.BaseFont).partition("+")[2].removesuffix("-Identity-H")


def test_a_document_opens_nothing_and_runs_nothing(document: pikepdf.Pdf) -> None:
    found = {
        key
        for one in document.objects
        if isinstance(one, pikepdf.Dictionary)
        for key in ("/JS", "/JavaScript", "/Launch", "/EmbeddedFiles", "/OpenAction", "/AA")
        if key in one
    }
    assert found == set()


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "2", "HOME": "/nonexistent"},
        {"SOURCE_DATE_EPOCH": "1", "TYPST_FONT_PATHS": "/usr/share/fonts", "LANG": "ja_JP.UTF-8"},
    ],
)
def test_the_same_data_give_the_same_bytes_anywhere(
    folder: Path, shelf: FontShelf, tmp_path: Path, surroundings: dict[str, str]
) -> None:
    expected = pdf(folder, shelf, BODY, **DATA) + png(folder, shelf, BODY, **DATA)
    elsewhere = tmp_path / "another place"
    folder.rename(elsewhere)
    made = subprocess.run(
        [sys.executable, "-c", SCRIPT, ROOT, elsewhere, FONTS, json.dumps(DATA)],
        check=True,
        capture_output=True,
        cwd="/",
        env={**os.environ, **surroundings},
    )
    assert made.stdout == expected


def test_a_typesetter_remembers_nothing_of_what_it_set_before(
    folder: Path, shelf: FontShelf
) -> None:
    first = pdf(folder, shelf, BODY, **DATA)
    setter = Typesetter(folder, shelf)
    setter.pdf("proof.typ", {**DATA, "name": "Somebody Else", "chinese": "王"}, DAY)
    assert setter.pdf("proof.typ", DATA, DAY) == first
    assert setter.pdf("proof.typ", DATA, date(2026, 11, 25)) != first


def test_a_point_of_the_template_is_a_pixel_of_the_picture(folder: Path, shelf: FontShelf) -> None:
    made = Image.open(io.BytesIO(png(folder, shelf, BODY, **DATA)))
    assert (made.format, made.size) == ("PNG", (400, 300))


def test_the_head_of_the_proofs_is_as_long_as_the_places_in_tests_say() -> None:
    assert HEAD.count("\n") == 4
