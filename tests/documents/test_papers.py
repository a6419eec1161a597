"""Certificates and letters as files: what they say, how they are tagged, what they look like."""

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import zxingcpp

from generator.documents.words import ended, title_html
from generator.typesetting import TypesettingFaultError
from tests.documents.office import (
    ID,
    ROOT,
    Office,
    opened,
    pages_of,
    picture_of,
    tags_of,
    text_of,
    words_of,
)

CERTIFICATE = """\
A Research Mentorship Program
Example Research Round Table
Certificate of Completion
This certifies that
Ben Larsen
completed A Research Mentorship Program in the Cohort of 2025, from August 1, 2025, to July 31,
2026, mentored by Ada Okafor, with the research project
Reading aloud in small libraries
Imogen Pretence
Chair of the Committee Issued August 10, 2026
Verify this certificate at
example.org/mentorship/certificates/
7kq2m-9fx3v-ht8wn-d4p6r/
Sample: the people and the project are invented."""
LETTER = """\
A Research Mentorship Program
Example Research Round Table
August 10, 2026
Ada Okafor
Librarian
University Library
Example University
Letter of appreciation
Dear Ada Okafor,
Thank you for your year as a mentor in A Research Mentorship Program of the Example
Research Round Table. From August 1, 2025, to July 31, 2026, in the Cohort of 2025, you
gave your time, your experience, and your attention to the work of a new researcher.
You guided Ben Larsen through the project Reading aloud in small libraries. It was
presented at the Symposium of the 2025 cohort on June 26, 2026.
This work has come of it so far:
Larsen, B., & Okafor, A. (2026). Reading aloud in small libraries. Journal of Invented
Results. https://doi.org/10.5555/lrrt.2025
Mentoring seldom shows in a list of publications, though many a publication rests on it.
We are grateful for yours, and would be glad to see it counted as part of your service to
the profession.
With gratitude,
Imogen Pretence
Chair of the Committee
Chair of the committee · committee@example.org · example.org/mentorship
Sample: the people, the project, and what came of it are invented."""
NAMES = {
    "chinese": {"display": "Xu Gousi", "original": "许构思", "original_language": "zh-Hans"},
    "arabic": {"display": "Noor Vakhayali", "original": "نور الخيالي", "original_language": "ar"},
    "cyrillic": {"display": "Vera Vymysl", "original": "Вера Вымысл", "original_language": "ru"},
    "japanese": {"display": "Sorano Yume", "original": "空野夢子", "original_language": "ja"},
    "korean": {"display": "Ga Sangsang", "original": "가상상", "original_language": "ko"},
    "long": {
        "given": "Maximiliana Wilhelmine Theodora Anastasia Konstantinopolitana",
        "family": "von und zu Hohenerfindung-Traumstadt-Wolkenkuckucksheim",
        "suffix": "III",
    },
    "one-word": {"family": "Wmw" * 40},
}
LONG_TITLE = ("A <i>very</i> long title of H<sub>2</sub>O, <b>invented</b>, and " * 9)[:300]


def test_a_certificate_says_in_reading_order_what_it_certifies(office: Office) -> None:
    assert text_of(office.certificate()) == CERTIFICATE


def test_a_letter_says_in_reading_order_what_came_of_the_year(office: Office) -> None:
    assert text_of(office.letter()) == LETTER


@pytest.mark.parametrize("word", ["certificate", "letter"])
def test_a_paper_says_of_itself_what_archives_and_screen_readers_ask(
    word: str, office: Office
) -> None:
    paper = opened(getattr(office, word)())
    title = {
        "certificate": "Certificate of Completion: Ben Larsen",
        "letter": "Letter of appreciation: Ada Okafor",
    }[word]
    with paper.open_metadata() as about:
        said = {
            "title": about["dc:title"],
            "author": about["dc:creator"],
            "keywords": about["pdf:Keywords"],
            "archive": about["pdfaid:part"] + about["pdfaid:conformance"],
            "accessible": about["pdfuaid:part"],
        }
    assert said == {
        "title": title,
        "author": ["A Research Mentorship Program"],
        "keywords": f"{word}, Mentorship, Cohort of 2025",
        "archive": "2A",
        "accessible": "1",
    }
    assert str(paper.Root.Lang) == "en"
    assert bool(paper.Root.MarkInfo.Marked)
    assert bool(paper.Root.ViewerPreferences.DisplayDocTitle)


@pytest.mark.parametrize("word", ["certificate", "letter"])
def test_every_font_is_in_the_file(word: str, office: Office) -> None:
    paper = opened(getattr(office, word)())
    fonts = [font for page in paper.pages for font in page.Resources.Font.as_dict().values()]
    assert fonts
    for font in fonts:
        (below,) = font.DescendantFonts.as_list()
        assert {"/FontFile2", "/FontFile3"} & set(below.FontDescriptor.keys()), font.BaseFont


def test_the_tags_of_a_certificate_name_the_heading_the_code_and_the_language(
    office: Office,
) -> None:
    office.person("ben-larsen", **NAMES["arabic"])
    paper = opened(office.certificate())
    tags = list(tags_of(paper.Root.StructTreeRoot))
    kinds = [kind for kind, _ in tags if kind not in ("/Div", "/Document")]
    assert kinds == [*["/P"] * 2, "/H1", *["/P"] * 10, "/Link", "/P", "/Link", "/Figure", "/P"]
    assert [said["/Lang"] for _, said in tags if "/Lang" in said] == ["ar"]
    assert [said["/Alt"] for kind, said in tags if kind == "/Figure"] == [
        f"QR code of the address https://example.org/mentorship/certificates/{ID}/"
    ]


def test_the_code_leads_to_the_page_by_which_the_certificate_is_verified(office: Office) -> None:
    found = zxingcpp.read_barcodes(picture_of(office.certificate()))
    assert [one.text for one in found] == [f"https://example.org/mentorship/certificates/{ID}/"]


@pytest.mark.parametrize("name", NAMES, ids=str)
@pytest.mark.parametrize("title", ["Short", LONG_TITLE, "Xx" * 150], ids=["short", "long", "solid"])
def test_whatever_the_name_and_the_title_all_stands_on_one_page_within_its_margins(
    name: str, title: str, office: Office
) -> None:
    office.person("ben-larsen", **NAMES[name])
    office.title(title)
    for paper, edge in ((office.certificate(), 86), (office.letter(), 84)):
        assert pages_of(paper) == 1
        assert has_clean_margin(paper, edge)
    said = letters_of(text_of(office.certificate()))
    shown = [key for key in NAMES[name] if key in ("display", "given", "family", "suffix")]
    assert [key for key in shown if letters_of(NAMES[name][key]) not in said] == []


def letters_of(text: str) -> str:
    """The letters of a text; where it is broken into lines does not count."""
    return "".join(filter(str.isalpha, text))


def has_clean_margin(paper: bytes, edge: int) -> bool:
    """Whether nothing but a frame stands at the right of what is set, ``edge`` points wide."""
    picture = picture_of(paper, 1.0).convert("L")
    margin = picture.crop((picture.width - edge + 2, 60, picture.width - 40, picture.height - 40))
    return margin.getextrema() == (255, 255)


# The Arabic font sets a letter and its dots as two glyphs, which readers of text put together in
# another order; it is looked at in the picture alone.
@pytest.mark.parametrize("name", ["chinese", "cyrillic", "japanese", "korean"])
def test_a_name_in_its_own_script_can_be_read_out_of_the_file(name: str, office: Office) -> None:
    office.person("ben-larsen", **NAMES[name])
    assert f"\n{NAMES[name]['original']}\n" in text_of(office.certificate())


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("chinese", "NotoSerifSC"),
        ("arabic", "NotoNaskhArabic"),
        ("japanese", "NotoSerifJP"),
        ("korean", "NotoSerifKR"),
    ],
)
def test_a_name_is_set_in_the_font_of_its_own_script(
    name: str, family: str, office: Office
) -> None:
    plain = families_of(office.certificate())
    office.person("ben-larsen", **NAMES[name])
    assert family in families_of(office.certificate()) - plain


def families_of(paper: bytes) -> set[str]:
    document = opened(paper)
    fonts = document.pages[0].Resources.Font.as_dict().values()
    return {re.split(r"[+-]", str(font.BaseFont))[1] for font in fonts}


def test_markup_in_a_name_or_title_stays_text(office: Office) -> None:
    hostile = '#panic("x") <b>$x$</b> [*a*] @b & {{ 7 * 7 }} \\u{41}'
    office.person("ben-larsen", display=hostile)
    office.title(f"On {hostile} <script>alert(1)</script>")
    certificate, letter = words_of(office.certificate()), words_of(office.letter())
    assert hostile in certificate
    assert "<script>alert(1)</script>" in certificate
    assert '#panic("x") $x$ [*a*] @b & {{ 7 * 7 }} \\u{41}' in certificate  # <b> is a title's own
    assert f"You guided {hostile} through" in letter
    assert str(opened(office.certificate()).docinfo.Title).endswith(hostile)


def test_papers_are_the_same_bytes_in_every_folder_zone_and_locale(office: Office) -> None:
    script = (
        "import hashlib, sys; from pathlib import Path; "
        "from tests.documents.office import Office; office = Office(Path(sys.argv[1])); "
        "print(hashlib.sha256(office.certificate() + office.letter()).hexdigest())"
    )
    here = hashlib.sha256(office.certificate() + office.letter()).hexdigest()
    for zone, locale in (("Asia/Tokyo", "C"), ("America/Lima", "de_DE.UTF-8")):
        elsewhere = office.folder / zone.replace("/", "-")
        elsewhere.mkdir()
        child = subprocess.run(
            [sys.executable, "-c", script, str(elsewhere)],
            cwd=ROOT,
            env={**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": zone[-1:] and "7"},
            check=True,
            capture_output=True,
            text=True,
        )
        assert child.stdout.strip() == here


def test_a_sample_says_so_and_a_real_program_does_not(office: Office) -> None:
    assert "Sample" in text_of(office.certificate())
    office.change("program.yaml", "sample: true", "sample: false")
    assert "Sample" not in text_of(office.certificate()) + text_of(office.letter())


def test_a_text_that_fits_no_page_is_said_in_one_line_with_the_name(office: Office) -> None:
    award = replace(office.award(), project=" ".join(["Long words of a title"] * 400))
    with pytest.raises(TypesettingFaultError) as stopped:
        office.press().certificate(award)
    diagnostic = stopped.value.diagnostic
    assert (diagnostic.code, diagnostic.place.path) == ("bad-template", "theme/documents/parts.typ")
    assert diagnostic.message == (
        "the certificate of Ben Larsen does not fit on one page; shorten what is longest"
    )


def test_a_title_keeps_its_own_marks_and_ends_with_one_period() -> None:
    assert title_html("<i>Beans</i> & <script>") == "<i>Beans</i> &amp; &lt;script&gt;"
    assert [ended(title_html(text)) for text in ("Why?", "So.", "So", "<i>So?</i>", "“So.”")] == [
        "Why?",
        "So.",
        "So.",
        "<i>So?</i>",
        "“So.”",
    ]


def test_pictures_of_papers_are_not_blank(office: Office) -> None:
    for paper in (office.certificate(), office.letter()):
        dark = sum(picture_of(paper, 1.0).convert("L").histogram()[:128])
        assert dark > 3000


def test_pikepdf_finds_no_fault_in_the_files(office: Office, tmp_path: Path) -> None:
    for name, paper in (("c", office.certificate()), ("l", office.letter())):
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(paper)
        with pikepdf.open(file) as checked:
            assert checked.check_pdf_syntax() == []
