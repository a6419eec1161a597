import hashlib
import json
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.diagnostics import Diagnostic
from generator.typesetting import FontShelf, TypesettingFaultError
from tests.typesetting.proofs import FONTS, ROOT

MANIFEST: dict[str, dict[str, str]] = json.loads((FONTS / "manifest.json").read_text("utf-8"))
PACKAGES = ROOT / "tests" / "audit" / "fonts"
INSTALLABLE = 0x0000
"""fsType of OS/2: installable embedding, without a restriction (OpenType 1.9, OS/2 table)."""


def font_files() -> list[Path]:
    return sorted(FONTS.glob("*.[ot]tf"))


def test_the_manifest_names_every_font_byte_for_byte() -> None:
    assert {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in font_files()} == {
        name: entry["sha256"] for name, entry in MANIFEST.items()
    }


def test_every_font_comes_from_a_package_that_is_pinned() -> None:
    pinned = json.loads((PACKAGES / "package.json").read_text("utf-8"))["dependencies"]
    assert {entry["package"]: entry["version"] for entry in MANIFEST.values()} == pinned


def test_the_lock_names_no_registry() -> None:
    lock = (PACKAGES / "package-lock.json").read_text("utf-8")
    assert "resolved" not in lock
    assert set(re.findall(r"https?://[^\"]*", lock)) <= {"https://github.com/sponsors/ayuhito"}


def test_every_license_is_here_and_is_the_open_font_license() -> None:
    licenses = {entry["license-file"] for entry in MANIFEST.values()}
    assert licenses == {file.name for file in FONTS.glob("*LICENSE*")}
    for name in sorted(licenses):
        text = (FONTS / name).read_text("utf-8")
        assert re.search(r"SIL Open Font License,?\s+Version 1\.1", text, re.IGNORECASE), name
    assert {entry["license"] for entry in MANIFEST.values()} == {"OFL-1.1"}


def test_every_font_may_be_embedded() -> None:
    assert {file.name: _embedding(file) for file in font_files()} == dict.fromkeys(
        MANIFEST, INSTALLABLE
    )


def _embedding(file: Path) -> int:
    with TTFont(file, lazy=True) as font:
        found: int = font["OS/2"].fsType
        return found


def test_the_list_names_every_family_that_is_here(shelf: FontShelf) -> None:
    listed = {named.family for named in shelf.families}
    assert listed == set(shelf.engine_fonts.families())


def test_nothing_else_lies_among_the_fonts() -> None:
    licenses = {entry["license-file"] for entry in MANIFEST.values()}
    known = {*MANIFEST, *licenses, "README.md", "families.yaml", "manifest.json"}
    assert {file.name for file in FONTS.iterdir()} == known


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    """A folder with links to the fonts, where each can be taken out."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    for file in FONTS.iterdir():
        (folder / file.name).symlink_to(file)
    return folder


def write_list(fonts: Path, text: str) -> None:
    (fonts / "families.yaml").unlink(missing_ok=True)
    (fonts / "families.yaml").write_text(text, "utf-8")


def refusal(fonts: Path) -> Diagnostic:
    with pytest.raises(TypesettingFaultError) as caught:
        FontShelf(fonts, "theme/documents/fonts")
    return caught.value.diagnostic


def test_a_font_that_is_missing_is_named(fonts: Path) -> None:
    (fonts / "SourceSerif4-It.otf").unlink()
    found = refusal(fonts)
    assert (found.code, str(found.place), found.message, found.help) == (
        "font-unusable",
        "theme/documents/fonts/SourceSerif4-It.otf:1:1",
        "this font is missing",
        "put it back: 'git checkout HEAD -- theme/documents/fonts'",
    )


@pytest.mark.parametrize("content", [b"", b"no font", b"version https://git-lfs.github.com/spec\n"])
def test_a_font_that_cannot_be_read_is_named(fonts: Path, content: bytes) -> None:
    (fonts / "noto-serif-thai.ttf").unlink()
    (fonts / "noto-serif-thai.ttf").write_bytes(content)
    found = refusal(fonts)
    assert (found.code, str(found.place), found.message) == (
        "font-unusable",
        "theme/documents/fonts/noto-serif-thai.ttf:1:1",
        "this font cannot be read",
    )


def test_a_font_cut_off_in_the_middle_is_named(fonts: Path) -> None:
    whole = (FONTS / "noto-serif-thai.ttf").read_bytes()
    (fonts / "noto-serif-thai.ttf").unlink()
    (fonts / "noto-serif-thai.ttf").write_bytes(whole[: len(whole) // 2])
    assert refusal(fonts).place.path == "theme/documents/fonts/noto-serif-thai.ttf"


def test_a_family_in_the_list_that_is_not_here_stands_at_its_line(fonts: Path) -> None:
    text = (FONTS / "families.yaml").read_text("utf-8")
    write_list(fonts, text.replace("- Noto Serif Thai", "- Noto Serif Tai"))
    line = text.splitlines().index("  - Noto Serif Thai") + 1
    found = refusal(fonts)
    assert (found.code, str(found.place), found.message) == (
        "font-unusable",
        f"theme/documents/fonts/families.yaml:{line}:5",
        "no font of the family 'Noto Serif Tai' is in theme/documents/fonts",
    )


WHOLE = """\
text:
  serif: Source Serif 4
  display: Source Serif 4 Display
  sans: Source Sans 3
scripts:
  - Noto Serif
han:
  other:
    - Noto Serif SC
"""


@pytest.mark.parametrize(
    ("right", "wrong", "place", "message"),
    [
        ("  sans: Source Sans 3\n", "", "2:3", "no family is named for 'sans'"),
        ("  sans:", "  sanz:", "4:3", "'sanz' is no face of this list"),
        ("  other:", "  ja:", "8:3", "no families are named for 'other'"),
        ("scripts:\n  - ", "scripts: ", "5:10", "'Noto Serif' stands where no family belongs"),
        ("scripts:", "script:", "6:5", "'Noto Serif' stands where no family belongs"),
        (WHOLE, "", "1:1", "the file holds no record"),
        (WHOLE, "just a text\n", "1:1", "'just a text' stands where no family belongs"),
    ],
)
def test_a_list_at_fault_stands_at_its_line(
    fonts: Path, right: str, wrong: str, place: str, message: str
) -> None:
    write_list(fonts, WHOLE)
    FontShelf(fonts)
    write_list(fonts, WHOLE.replace(right, wrong))
    found = refusal(fonts)
    assert (str(found.place), found.message) == (
        f"theme/documents/fonts/families.yaml:{place}",
        message,
    )


@pytest.mark.parametrize(
    ("folder", "place", "message"),
    [
        (".", "theme/documents/fonts/families.yaml:1:1", "the list of the fonts is missing"),
        ("gone", "theme/documents/fonts:1:1", "the folder of the fonts is missing"),
    ],
)
def test_without_the_list_or_the_folder_it_is_said_how_to_put_them_back(
    folder: str, place: str, message: str, tmp_path: Path
) -> None:
    found = refusal(tmp_path / folder)
    assert (str(found.place), found.message, found.help) == (
        place,
        message,
        "put it back: 'git checkout HEAD -- theme/documents/fonts'",
    )


def test_a_font_that_a_person_adds_needs_no_more_than_its_line(fonts: Path) -> None:
    write_list(fonts, WHOLE)
    assert [each.character for each in FontShelf(fonts).unset("ก")] == ["ก"]
    write_list(fonts, WHOLE.replace("  - Noto Serif\n", "  - Noto Serif\n  - Noto Serif Thai\n"))
    assert FontShelf(fonts).unset("ก") == ()


def test_what_a_command_requires_is_named(shelf: FontShelf) -> None:
    shelf.require(["Source Serif 4", "Noto Serif KR"])
    with pytest.raises(TypesettingFaultError) as caught:
        shelf.require(["Source Serif 4", "Garamond"])
    found = caught.value.diagnostic
    assert (found.code, found.message) == (
        "font-unusable",
        "no font of the family 'Garamond' is in theme/documents/fonts",
    )
