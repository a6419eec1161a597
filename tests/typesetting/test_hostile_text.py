import io
import shutil
import unicodedata
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.typesetting import FontShelf, Typesetter, TypesettingFaultError
from tests.typesetting.proofs import DAY, DOCUMENTS, FONTS, pdf, typesetter

EACH = "#set page(width: 600pt, height: auto)\n#for each in data.texts { par(each) }\n"
MARKUP = [
    "#panic(1)",
    '#import "@preview/cetz:0.2.0": *',
    '#read("../secret.txt")',
    "= Not a heading",
    "*not bold* _not italic_ `not code`",
    "$x^2$ $ sum $",
    "\\ a line \\u{1f600} \\#",
    "<label> @reference",
    "// no comment /* none */",
    "[not] {code} (at) all",
    "https://example.org/not-a-link",
    "- no list",
    "+ none",
    "/ no: term",
    "<script>alert(1)</script> &amp; <b>",
    "\"quoted\" 'thus' -- --- ...",
    "{{ name }} {% if %}",
    '"}]}',
]


def words(document: bytes) -> list[str]:
    """Return the text of each paragraph of a document of one page."""
    with pdfium.PdfDocument(document) as opened:
        text: str = opened[0].get_textpage().get_text_range()
    return [line.rstrip() for line in text.splitlines() if line.strip()]


def test_nothing_that_a_text_says_is_markup(folder: Path, shelf: FontShelf) -> None:
    document = pdf(folder, shelf, EACH, texts=MARKUP)
    assert words(document) == MARKUP
    with pikepdf.open(io.BytesIO(document)) as opened:
        assert "/Annots" not in opened.pages[0]


def test_a_word_of_any_length_stays_a_document(folder: Path, shelf: FontShelf) -> None:
    document = pdf(folder, shelf, EACH, texts=["A" * 20_000, "Ünbrëakable" * 500])
    assert "".join(words(document)) == "A" * 20_000 + "Ünbrëakable" * 500


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x7f", "\x9f", "\ud800", "\ufffe"])
def test_a_character_that_is_none_is_refused_and_named(
    folder: Path, shelf: FontShelf, character: str
) -> None:
    with pytest.raises(TypesettingFaultError) as caught:
        pdf(folder, shelf, EACH, texts=[f"a{character}b"])
    found = caught.value.diagnostic
    assert found.code == "character-unset"
    assert f"U+{ord(character):04X}" in found.message
    assert found.message.isprintable()


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory, shelf: FontShelf) -> Typesetter:
    folder = tmp_path_factory.mktemp("templates")
    (folder / "fonts").mkdir()
    shutil.copy(DOCUMENTS / "fonts.typ", folder)
    shutil.copy(FONTS / "families.yaml", folder / "fonts")
    return typesetter(folder, shelf, EACH)


latin = st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["Cc"])


@given(st.text(latin, max_size=60))
def test_every_latin_text_comes_out_as_it_went_in(lines: Typesetter, text: str) -> None:
    document = lines.pdf("proof.typ", {"texts": [text]}, DAY)
    assert _bare("".join(words(document))) == _bare(text)


def _bare(text: str) -> str:
    """Return a text without spaces, at which lines break, and soft hyphens."""
    return "".join(unicodedata.normalize("NFKC", text).replace("\u00ad", "").split())
