import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.typesetting import FontShelf, Typesetter, TypesettingFaultError
from tests.typesetting.proofs import DAY, FONTS, fault, typesetter


@pytest.fixture(scope="module")
def shared_shelf() -> FontShelf:
    return FontShelf(FONTS, "theme/documents/fonts")


@pytest.fixture(scope="module")
def every_face(tmp_path_factory: pytest.TempPathFactory, shared_shelf: FontShelf) -> Typesetter:
    """A template that sets a text in each face that a document may use."""
    folder = tmp_path_factory.mktemp("templates")
    (folder / "proof.typ").write_text(
        '#set document(title: "Proof")\n'
        "#let data = json(bytes(sys.inputs.data))\n"
        "#set text(fallback: false)\n"
        "#for first in data.text {\n"
        "  set text(font: (first,) + data.families)\n"
        "  par(data.it) + par(emph(data.it)) + par(strong(data.it))\n"
        "}\n",
        "utf-8",
    )
    return Typesetter(folder, shared_shelf)


def engine_sets(every_face: Typesetter, shelf: FontShelf, text: str) -> bool:
    """Tell whether the engine makes a document of a text that nobody looked at before."""
    data = {
        "it": text,
        "text": [named.family for named in shelf.families.text],
        "families": ["Source Serif 4", *(named.family for named in shelf.families.others)],
    }
    with pytest.MonkeyPatch.context() as unchecked:
        unchecked.setattr(FontShelf, "unset", lambda _self, _text: ())
        try:
            every_face.pdf("proof.typ", data, DAY)
        except TypesettingFaultError:
            return False
    return True


NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u202a-\u202e]")
"""What the engine sets sometimes, and should not."""

anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
marked = st.tuples(
    st.sampled_from("aqzŋаא中한クกक꯰𞤀Ꭰᚠ "),
    st.lists(st.characters(categories=["Mn", "Mc", "Me", "Cf"]), max_size=3),
).map(lambda parts: parts[0] + "".join(parts[1]))
assigned = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Z"]), max_size=12)


@given(st.one_of(anything, assigned, st.lists(marked, max_size=4).map("".join)))
@example("\x01")
@example("a\x00b")
@example("\ue000")  # private use
@example("\u0378")  # unassigned
@example("\ufffe")
@example("é")
@example("e\u0301")
@example("q\u0301\u0327")
@example("\u1100\u1161\u11a8")  # a syllable in its letters
@example("\u1161")  # a vowel by itself
@example("\U0001f469\u200d\U0001f4bb")
@example("\u2764\ufe0f")
@example("\u4e2d\ufe00")
@example("\u8fbb\U000e0100")
@example("\ufb50\ufe8e")
@example("0\ufeff")
@example("\u0d15\u0d4d\u200d")
@example("\u0301")
@example("\u0344\u0958\u2126")
@example("\U0001f16c")
@example("A:\u0816")
@example("A0\uaa2f")
@example("\t\x85")
@example("\U0001bca0\u0591")
def test_what_passes_can_be_set_and_what_is_refused_cannot(
    every_face: Typesetter, shared_shelf: FontShelf, text: str
) -> None:
    refused = [unset.character for unset in shared_shelf.unset(text)]
    if refused:
        tried = [text, *refused, *(f"A{character}" for character in refused)]
        assert NEVER.search(text) or not all(
            engine_sets(every_face, shared_shelf, each) for each in tried
        )
    else:
        assert engine_sets(every_face, shared_shelf, text)


def named(shelf: FontShelf, text: str) -> list[str]:
    return [str(unset) for unset in shelf.unset(text)]


def test_each_character_that_cannot_be_set_is_named_once_in_order(shelf: FontShelf) -> None:
    assert named(shelf, "A 𒀭 and 😀, 𒀭") == [
        "'𒀭' (U+1202D CUNEIFORM SIGN AN)",
        "'😀' (U+1F600 GRINNING FACE)",
    ]


def test_a_letter_is_named_with_its_marks(shelf: FontShelf) -> None:
    assert named(shelf, "a\U0001e8d0") == [
        "'a\U0001e8d0' (U+0061 LATIN SMALL LETTER A + U+1E8D0 MENDE KIKAKUI COMBINING NUMBER TEENS)"
    ]


def test_a_sign_that_only_upright_has_is_refused(shelf: FontShelf) -> None:
    """A title may stand in italic, where this one would be a box."""
    assert named(shelf, "\U0001f16c") == ["'\U0001f16c' (U+1F16C RAISED MR SIGN)"]


def test_what_cannot_be_printed_is_named_by_its_number(shelf: FontShelf) -> None:
    assert named(shelf, "a\ud800b\x01c\ue000") == ["U+D800", "U+0001", "U+E000"]


@pytest.mark.parametrize("mark", "\u202a\u202b\u202c\u202d\u202e\ufeff")
def test_marks_that_no_document_may_hold_or_that_turn_text_around_are_refused(
    shelf: FontShelf, mark: str
) -> None:
    assert named(shelf, f"Ada{mark}nimda") == [f"U+{ord(mark):04X} {unicodedata.name(mark)}"]


def test_a_family_that_the_list_does_not_name_does_not_count(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    for file in FONTS.iterdir():
        (fonts / file.name).symlink_to(file)
    assert named(FontShelf(fonts), "ᏣᎳᎩ") == []
    families = (FONTS / "families.yaml").read_text("utf-8")
    (fonts / "families.yaml").unlink()
    (fonts / "families.yaml").write_text(families.replace("  - Noto Sans Cherokee\n", ""), "utf-8")
    assert [unset.character for unset in FontShelf(fonts).unset("ᏣᎳᎩ")] == ["Ꮳ", "Ꮃ", "Ꭹ"]


def test_a_system_font_is_never_used(
    folder: Path, shelf: FontShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cuneiform is here as a font of the system, or is not: it makes no difference."""
    monkeypatch.setenv("TYPST_FONT_PATHS", "/usr/share/fonts")
    monkeypatch.delenv("TYPST_IGNORE_SYSTEM_FONTS", raising=False)
    assert FontShelf(FONTS).engine_fonts.families() == shelf.engine_fonts.families()
    found = fault(folder, shelf, '#text(font: "Noto Sans Cuneiform")[x]')
    assert found.message == "there is no font family 'noto sans cuneiform'"
    found = fault(folder, shelf, "#set text(fallback: true)\n𒀭")
    assert (found.code, found.message) == ("character-unset", 'no font can set "𒀭"')


def test_data_that_no_font_can_set_are_refused_before_the_template_is_read(
    folder: Path, shelf: FontShelf
) -> None:
    found = fault(folder, shelf, "#this-is-never-read", names=[{"of": "Ada 𒀭\x01\ud800"}])
    assert (found.code, str(found.place), found.message) == (
        "character-unset",
        "theme/documents/fonts:1:1",
        "no font can set '𒀭' (U+1202D CUNEIFORM SIGN AN), U+0001, U+D800 in 'Ada 𒀭'",
    )


def test_a_picture_is_held_to_the_same_fonts(folder: Path, shelf: FontShelf) -> None:
    with pytest.raises(TypesettingFaultError) as caught:
        typesetter(folder, shelf, "#data.it").png("proof.typ", {"it": "𒀭"})
    assert caught.value.diagnostic.code == "character-unset"
