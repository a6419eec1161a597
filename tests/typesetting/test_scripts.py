import io
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
import pytest

from generator.typesetting import FontShelf
from tests.typesetting.proofs import pdf

NAMES = {
    "Adlam": "𞤀𞤣𞤤𞤢𞤥",
    "Arabic": "أحمد بن محمّد",
    "Armenian": "Արամ",
    "Bengali": "শ্রীজাত",
    "Canadian syllabics": "ᐃᓄᒃᑎᑐᑦ",
    "Cherokee": "ᏍᏏᏉᏯ",
    "Cyrillic": "Наталья Ґанна Ћирић Өмүр",
    "Devanagari": "प्रिया",
    "Ethiopic": "አበበ በቂላ",
    "Georgian": "ნინო",
    "Greek": "Ἀλέξανδρος Ελένη ᾧ",
    "Gujarati": "ગાંધી",
    "Gurmukhi": "ਗੁਰਪ੍ਰੀਤ",
    "Hebrew": "שָׁלוֹם",
    "Japanese": "髙橋 さくら 渡邉 﨑 𠮷田",
    "Kannada": "ಶ್ರೀ",
    "Khmer": "ស្រី",
    "Korean": "김철수 이영희",
    "Lao": "ນ້ຳ",
    "Latin": "Zoë Čapek Ọ̀yọ́ Ṣọlá ŋ ɓ ʔ ƛ̓ x̣̂ İpek Łukasz",
    "Malayalam": "മലയാളം",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ",
    "Myanmar": "မြန်မာ",
    "N'Ko": "ߒߞߏ",
    "Oriya": "ଓଡ଼ିଆ",
    "Osage": "𐓏𐓘𐓻𐓘𐓻𐓟",
    "Persian": "گلشیفته پژمان",
    "Simplified Chinese": "刘海涛 喆堃",
    "Sinhala": "ශ්‍රී",
    "Syriac": "ܣܘܪܝܝܐ",
    "Tamil": "ஸ்ரீ",
    "Telugu": "తెలుగు",
    "Thaana": "ދިވެހި",
    "Thai": "ประภาส น้ำ",
    "Tibetan": "བསྟན་འཛིན",
    "Tifinagh": "ⵜⵉⴼⵉⵏⴰⵖ",
    "Traditional Chinese": "劉海濤 曾蔭權 龔",
    "Urdu": "ٹھیک ہے",
    "Vietnamese": "Nguyễn Thị Ánh Nguyệt",
}


def fonts(document: bytes) -> set[str]:
    """Return the names of the fonts that a document embeds."""
    with pikepdf.open(io.BytesIO(document)) as opened:
        return {
            str(font.BaseFont).partition("+")[2].removesuffix("-Identity-H")
            for page in opened.pages
            for font in page.Resources.get("/Font", {}).values()
        }


@pytest.mark.parametrize("script", NAMES)
def test_names_are_set_in_every_script_that_the_readme_names(
    folder: Path, shelf: FontShelf, script: str
) -> None:
    assert shelf.unset(NAMES[script]) == ()
    for face in ("serif", "sans", "display"):
        body = f"#set text(font: {face}())\n#data.name #emph(data.name) #strong(data.name)"
        assert pdf(folder, shelf, body, name=NAMES[script])


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "NotoSerifSC-Regular"),
        ("zh", "NotoSerifSC-Regular"),
        ("zh-Hans", "NotoSerifSC-Regular"),
        ("zh-Hant", "NotoSerifTC-Regular"),
        ("zh-TW", "NotoSerifTC-Regular"),
        ("zh-HK", "NotoSerifTC-Regular"),
        ("ja", "NotoSerifJP-Regular"),
        ("ja-JP", "NotoSerifJP-Regular"),
        ("JA", "NotoSerifJP-Regular"),
        ("ko", "NotoSerifSC-Regular"),
    ],
)
def test_the_forms_of_a_character_follow_the_language(
    folder: Path, shelf: FontShelf, language: str, expected: str
) -> None:
    """U+9AA8 is written in three ways; the fonts for Japan and Taiwan hold only what differs."""
    body = "#text(font: serif(language: data.language), data.name)"
    assert fonts(pdf(folder, shelf, body, language=language, name="骨")) == {expected}


def test_a_character_that_looks_the_same_everywhere_is_kept_once(
    folder: Path, shelf: FontShelf
) -> None:
    body = "#text(font: serif(language: data.language), data.name)"
    found = {
        language: fonts(pdf(folder, shelf, body, language=language, name="一"))
        for language in ("zh", "zh-Hant", "ja")
    }
    assert set().union(*found.values()) == {"NotoSerifSC-Regular"}


def ink(document: bytes) -> bytes:
    """Return what a page looks like."""
    with pdfium.PdfDocument(document) as opened:
        picture: bytes = opened[0].render(scale=2).to_pil().tobytes()
        return picture


def test_other_scripts_are_neither_slanted_nor_thickened(folder: Path, shelf: FontShelf) -> None:
    for script in ("Arabic", "Japanese", "Devanagari", "Cherokee"):
        name = NAMES[script].replace(" ", "")  # a space is Latin, and narrower in italic
        plain, slanted, bold, small = (
            ink(pdf(folder, shelf, f"#set page(width: 300pt, height: 60pt)\n#{how}", name=name))
            for how in (
                "data.name",
                "emph(data.name)",
                "strong(data.name)",
                "smallcaps(data.name)",
            )
        )
        assert plain == slanted == bold == small


def test_latin_is_set_in_true_italic_and_semibold(folder: Path, shelf: FontShelf) -> None:
    body = "#data.name #emph(data.name) #strong(data.name) #strong(emph(data.name))"
    assert fonts(pdf(folder, shelf, body, name="Zoë")) == {
        "SourceSerif4-Regular",
        "SourceSerif4-It",
        "SourceSerif4-Semibold",
        "SourceSerif4-SemiboldIt",
    }


def test_arabic_letters_are_joined_and_run_from_right_to_left(
    folder: Path, shelf: FontShelf
) -> None:
    page = "#set page(width: 300pt, height: 60pt)\n"
    joined = ink(pdf(folder, shelf, page + "#data.name", name="بيت"))
    apart = ink(pdf(folder, shelf, page + "#data.name", name="ب\u200cي\u200cت"))
    assert joined != apart
    with pdfium.PdfDocument(pdf(folder, shelf, page + "#data.name", name="بيت")) as opened:
        text = opened[0].get_textpage()
        drawn = [
            (text.get_text_range(at, 1), text.get_charbox(at)[0])
            for at in range(text.count_chars())
        ]
    left = {letter: min(edge for each, edge in drawn if each == letter) for letter in "بيت"}
    assert left["ب"] > left["ي"] > left["ت"]
