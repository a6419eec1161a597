"""The picture for sharing: 1200 by 630, whatever it says, with words for those who do not see it."""

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from generator.diagnostics import Place
from generator.typesetting import FontShelf, Typesetter, TypesettingFaultError
from generator.typesetting.share_picture import SharePicture, set_picture

DOCUMENTS = Path(__file__).parents[2] / "theme" / "documents"
CARD = (255, 253, 247)

PICTURE = SharePicture(
    kind="Journal article",
    title="Reading <i>Middlemarch</i> after H<sub>2</sub>O",
    people="Zsófia Képzelt and 36 others",
    when="June 2026",
    foot="Invented Mentorship Program",
    language="en-US",
)
LONG = "What becomes of the student newspaper, and who decides? " * 9
TITLES = {
    "long": (LONG.strip(), "en"),
    "one word that never ends": ("Rindfleischetikettierungsüberwachung" * 12, "de"),
    "Chinese": ("夜班阅读：图书馆员在闭馆之后读什么，以及为什么" * 5, "zh"),
    "Japanese": ("夜の図書館で司書が読むもの", "ja"),
    "Arabic": ("القراءة في وردية الليل: ماذا يقرأ أمناء المكتبات بعد الإغلاق", "ar"),
    "Cyrillic": ("Чтение в ночную смену: что читают библиотекари", "ru"),
    "short": ("A", "en"),
}


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    fonts = FontShelf(DOCUMENTS / "fonts", "theme/documents/fonts")
    return Typesetter(DOCUMENTS, fonts, "theme/documents")


def drawn(typesetter: Typesetter, picture: SharePicture) -> Image.Image:
    image = Image.open(io.BytesIO(set_picture(typesetter, picture)))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    return image.convert("RGB")


def inked(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether anything stands in a part of the card."""
    return {color for _, color in image.crop(box).getcolors(1 << 20) or ()} != {CARD}


@pytest.mark.parametrize("name", TITLES)
def test_a_title_in_any_script_keeps_within_the_card(typesetter: Typesetter, name: str) -> None:
    title, language = TITLES[name]
    people = "Zsófia Képzelt, Wendell Fablewood, Xu Gousi, Noor al-Khayali, and 36 others"
    image = drawn(typesetter, replace(PICTURE, title=title, people=people, language=language))
    assert inked(image, (96, 130, 1104, 520))
    margins = {
        "left": (44, 44, 90, 628),
        "right": (1112, 44, 1156, 628),
        "above the last line": (96, 522, 1104, 534),
    }
    assert [side for side, box in margins.items() if inked(image, box)] == []


def test_the_same_words_give_the_same_bytes_and_others_do_not(typesetter: Typesetter) -> None:
    fonts = FontShelf(DOCUMENTS / "fonts", "elsewhere")
    again = Typesetter(DOCUMENTS, fonts, "elsewhere")
    assert set_picture(typesetter, PICTURE) == set_picture(again, PICTURE)
    assert set_picture(typesetter, PICTURE) != set_picture(
        typesetter, replace(PICTURE, title="Reading Middlemarch after H2O")
    )


@pytest.mark.parametrize(
    "payload", ["#panic()", '#read("/etc/passwd")', "$x$ *a* _b_ `c` @d <e>", "\\ // /* \" ' ]"]
)
def test_what_a_record_says_is_set_and_never_runs(typesetter: Typesetter, payload: str) -> None:
    hostile = SharePicture(payload, payload, payload, payload, payload, "en", payload)
    assert inked(drawn(typesetter, hostile), (96, 130, 1104, 520))
    assert hostile.data["title"] == [{"text": payload, "style": [], "link": ""}]


def test_marks_of_a_title_are_kept_and_what_looks_like_another_is_text() -> None:
    picture = replace(PICTURE, title="<i>A</i> <script>p</script> 3 < 5 &amp; H<sub>2</sub>")
    assert [(run["text"], run["style"]) for run in picture.data["title"]] == [
        ("A", ["i"]),
        (" <script>p</script> 3 < 5 &amp; H", []),
        ("2", ["sub"]),
    ]


def test_the_alternative_text_says_what_the_picture_says() -> None:
    assert replace(PICTURE, place="Online").alternative_text == (
        "Journal article. Reading Middlemarch after H2O. Zsófia Képzelt and 36 others. June 2026. "
        "Online. Invented Mentorship Program."
    )
    asked = replace(PICTURE, title="Who listens?", people="", when="")
    assert asked.alternative_text == "Journal article. Who listens? Invented Mentorship Program."


def test_a_title_longer_than_400_characters_is_cut_at_a_word() -> None:
    whole, cut = replace(PICTURE, title="a" * 400), replace(PICTURE, title=LONG.strip())
    assert whole.data["title"][0]["text"].replace("\u200b", "") == "a" * 400
    (run,) = cut.data["title"]
    kept = run["text"].removesuffix("…")
    assert len(run["text"]) <= 400
    assert run["text"] != kept
    assert LONG.startswith(kept)
    assert LONG[len(kept)] in " ,?"
    assert run["text"] in cut.alternative_text


def test_a_title_without_spaces_is_cut_where_it_has_no_more_room() -> None:
    (run,) = replace(PICTURE, title=f"On {'图' * 500}").data["title"]
    assert run["text"] == f"On {'图' * 396}…"


def test_a_character_that_no_font_has_is_a_fault(typesetter: Typesetter) -> None:
    with pytest.raises(TypesettingFaultError) as caught:
        set_picture(typesetter, replace(PICTURE, title="In cuneiform: \U00012000"))
    assert caught.value.diagnostic.code == "character-unset"


def test_a_fault_in_the_template_has_its_file_and_line(tmp_path: Path) -> None:
    shutil.copytree(DOCUMENTS, tmp_path, dirs_exist_ok=True)
    template = tmp_path / "picture.typ"
    text = template.read_text("utf-8").replace("data.kind", "data.knid")
    template.write_text(text, "utf-8")
    (line,) = [n for n, one in enumerate(text.splitlines(), 1) if "data.knid" in one]
    fonts = FontShelf(tmp_path / "fonts", "theme/documents/fonts")
    with pytest.raises(TypesettingFaultError) as caught:
        set_picture(Typesetter(tmp_path, fonts, "theme/documents"), PICTURE)
    found = caught.value.diagnostic
    assert found.code == "bad-template"
    assert found.place == Place("theme/documents/picture.typ", line, found.place.column)
