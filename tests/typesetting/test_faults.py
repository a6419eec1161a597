import shutil
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.diagnostics.rules import site as rules
from generator.typesetting import FontShelf, Typesetter, TypesettingFaultError
from generator.typesetting.engine_faults import Templates
from tests.typesetting.proofs import DAY, fault, pdf, png, typesetter


def line(found: Diagnostic) -> tuple[str, str, str]:
    return found.code, str(found.place), found.message


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ("= Hi\n#nope\n", "6:2", "unknown variable: nope"),
        ("= Hi\n#let x = (\n", "6:10", "unclosed delimiter"),
        ("#data.name", "5:7", 'dictionary does not contain key "name"'),
        ('"é日本𝒜" #nope', "5:9", "unknown variable: nope"),
        ("#panic(1)", "5:2", "panicked with: 1"),
        ('#assert(false, message: "more than one page")', "5:2", "more than one page"),
        ("#let f(x) = f(x)\n#f(1)", "5:13", "maximum function call depth exceeded"),
        ('#image("x.png")', "5:8", "file not found (searched at theme/documents/x.png)"),
        ('#image(bytes("<sv"))', "5:2", "unknown image format"),
        ("= Hi\n=== Deep\n", "6:1", "skipped from heading level 1 to 3"),
        ("#rect(image(bytes(data.qr)))", "5:7", "missing alt text"),
    ],
)
def test_a_fault_stands_at_its_line_and_column(
    folder: Path, shelf: FontShelf, body: str, place: str, message: str
) -> None:
    square = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    found = fault(folder, shelf, body, qr=square)
    assert line(found) == ("bad-template", f"theme/documents/proof.typ:{place}", message)


def test_a_fault_in_an_imported_file_stands_in_that_file(folder: Path, shelf: FontShelf) -> None:
    (folder / "parts").mkdir()
    (folder / "parts" / "a b.typ").write_text("#let double(x) = {\n  x * two\n}\n", "utf-8")
    found = fault(folder, shelf, '#import "parts/a b.typ": double\n#double(1)')
    assert line(found) == (
        "bad-template",
        "theme/documents/parts/a b.typ:2:7",
        "unknown variable: two",
    )


def test_a_fault_in_the_list_of_fonts_stands_there(folder: Path, shelf: FontShelf) -> None:
    fonts = folder / "fonts.typ"
    fonts.write_text(
        fonts.read_text("utf-8").replace("(list.text.serif, l", "(list.text.serf, l"), "utf-8"
    )
    found = fault(folder, shelf, "= Hi")
    assert line(found)[1:] == (
        f"theme/documents/fonts.typ:{_place_of(fonts, 'serf, l')}",
        'dictionary does not contain key "serf"',
    )


def _place_of(file: Path, text: str) -> str:
    before, _, _ = file.read_text("utf-8").partition(text)
    return f"{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"


def test_faults_are_named_alike_from_every_working_folder(
    folder: Path, shelf: FontShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for place in (folder, folder / "fonts", Path("/"), Path.cwd()):
        monkeypatch.chdir(place)
        found.append(line(fault(folder, shelf, "#nope")))
    assert found == [found[0]] * 4
    assert found[0][1] == "theme/documents/proof.typ:5:2"


def test_a_family_that_is_not_there_is_a_fault_and_no_silent_other_font(
    folder: Path, shelf: FontShelf
) -> None:
    found = fault(folder, shelf, '\n#text(font: ("Helvetica", "Source Serif 4"))[Hi]')
    assert line(found) == (
        "bad-template",
        "theme/documents/proof.typ:6:13",
        "there is no font family 'helvetica'",
    )
    assert found.help == "name one that stands in fonts/families.yaml"


def test_a_layout_that_never_settles_is_a_fault(folder: Path, shelf: FontShelf) -> None:
    body = "#context for i in range(counter(page).final().first()) [#i #pagebreak()]"
    found = fault(folder, shelf, body)
    assert found.code == "bad-template"
    assert found.message == "document did not converge within five attempts"


def test_a_picture_has_one_page(folder: Path, shelf: FontShelf) -> None:
    with pytest.raises(TypesettingFaultError) as caught:
        png(folder, shelf, "One #pagebreak() two #pagebreak() three")
    assert line(caught.value.diagnostic) == (
        "bad-template",
        "theme/documents/proof.typ:1:1",
        "this template makes 3 pages instead of one",
    )


def test_a_document_without_a_title_is_a_fault(folder: Path, shelf: FontShelf) -> None:
    found = fault(folder, shelf, "#set document(title: none)\nHi")
    assert line(found) == (
        "bad-template",
        "theme/documents/proof.typ:1:1",
        "missing document title",
    )


def test_a_template_that_is_not_there_is_a_fault(folder: Path, shelf: FontShelf) -> None:
    with pytest.raises(TypesettingFaultError) as caught:
        typesetter(folder, shelf, "Hi").pdf("letter.typ", {}, DAY)
    assert line(caught.value.diagnostic) == (
        "bad-template",
        "theme/documents/letter.typ:1:1",
        "there is no template 'letter.typ'",
    )


def test_an_empty_template_is_an_empty_page_with_a_fault(folder: Path, shelf: FontShelf) -> None:
    (folder / "proof.typ").write_bytes(b"")
    with pytest.raises(TypesettingFaultError) as caught:
        Typesetter(folder, shelf, "theme/documents").pdf("proof.typ", {}, DAY)
    assert caught.value.diagnostic.code == "bad-template"


def test_a_template_that_is_no_text_is_a_fault(folder: Path, shelf: FontShelf) -> None:
    (folder / "proof.typ").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TypesettingFaultError) as caught:
        Typesetter(folder, shelf, "theme/documents").pdf("proof.typ", {}, DAY)
    assert line(caught.value.diagnostic)[:2] == ("bad-template", "theme/documents/proof.typ:1:1")


def test_a_mended_template_is_set_by_the_same_typesetter(folder: Path, shelf: FontShelf) -> None:
    setter = typesetter(folder, shelf, "#nope")
    with pytest.raises(TypesettingFaultError):
        setter.pdf("proof.typ", {}, DAY)
    typesetter(folder, shelf, "Hi")
    assert setter.pdf("proof.typ", {}, DAY) == pdf(folder, shelf, "Hi")


class Said:
    """A fault as the engine says it; its own cannot be made here."""

    def __init__(self, message: str, diagnostic: str) -> None:
        self.message = message
        self.diagnostic = diagnostic


@pytest.mark.parametrize(
    ("diagnostic", "line_", "column"),
    [
        ("error: no\n  ┌─ C:\\theme\\proof.typ:12:4\n  │\n", 12, 5),
        ("error: no\n  ┌─ \\\\?\\C:\\the me\\proof.typ:3:0\n  │\n", 3, 1),
        ("error: no title\n = hint: set it\n\nerror: another\n  ┌─ proof.typ:9:2\n  │\n", 1, 1),
        ("error: no\n", 1, 1),
    ],
)
def test_the_place_is_that_of_the_first_fault_on_every_system(
    tmp_path: Path, diagnostic: str, line_: int, column: int
) -> None:
    said = Said("no", diagnostic)
    found = Templates(tmp_path, "theme").diagnose(said, "proof.typ")  # type: ignore[arg-type]  # as above
    assert (found.place.line, found.place.column) == (line_, column)


def test_text_of_the_template_that_no_font_has_is_named(folder: Path, shelf: FontShelf) -> None:
    found = fault(folder, shelf, "= Hi\nA 𒀀 B")
    assert line(found) == (
        rules.CHARACTER_UNSET.code,
        "theme/documents/proof.typ:6:1",
        'no font can set "𒀀"',
    )


def test_nothing_is_left_behind(folder: Path, shelf: FontShelf, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    fault(folder, shelf, "#nope")
    (folder / "proof.typ").unlink()
    shutil.rmtree(folder / "parts", ignore_errors=True)
    assert sorted(tmp_path.rglob("*")) == before
