import socket
import subprocess
import sys
from pathlib import Path

import pytest

from generator.typesetting import FontShelf, TypesettingFaultError
from tests.typesetting.proofs import FONTS, ROOT, fault, pdf, typesetter


def refusal(folder: Path, shelf: FontShelf, body: str) -> tuple[str, str, str]:
    with pytest.raises(TypesettingFaultError) as caught:
        typesetter(folder, shelf, body)
    found = caught.value.diagnostic
    return found.code, str(found.place), found.message


def test_a_package_is_refused_before_anything_is_set(folder: Path, shelf: FontShelf) -> None:
    assert refusal(folder, shelf, 'Hi\n#import "@preview/cetz:0.2.0": canvas\n') == (
        "bad-template",
        "theme/documents/proof.typ:6:9",
        "'@preview/cetz:0.2.0' is a package, which not every machine has",
    )


def test_a_package_is_refused_in_a_file_that_is_only_imported(
    folder: Path, shelf: FontShelf
) -> None:
    (folder / "parts").mkdir()
    (folder / "parts" / "lines.typ").write_text('#import "@local/own:1.0.0": *\n', "utf-8")
    assert refusal(folder, shelf, "Hi")[1] == "theme/documents/parts/lines.typ:1:9"


def test_the_clock_is_refused(folder: Path, shelf: FontShelf) -> None:
    assert refusal(folder, shelf, "#datetime.today().display()") == (
        "bad-template",
        "theme/documents/proof.typ:5:2",
        "the day of the clock would make each copy another one",
    )


def test_what_only_a_comment_names_is_nothing(folder: Path, shelf: FontShelf) -> None:
    body = (
        '// #import "@preview/cetz:0.2.0": canvas\n'
        "/* datetime.today()\n datetime.today() */\n"
        "Write to https://example.org/@preview or @someone.\n"
    )
    assert pdf(folder, shelf, body.replace("@someone", "\\@someone"))


@pytest.mark.parametrize(
    "before",
    [
        "// A page.\n",
        "/* A page. */",
        "/* A page // with\n two lines. */ ",
        '#let path = "a//b"; ',
        '#let path = "a/*b"; ',
        '#let said = "\\" // "; ',
        "`//` ",
        "```\n//``` ",
        "\\// ",
    ],
)
@pytest.mark.parametrize("asked", ['#import "@preview/cetz:0.3.0"', "#datetime.today()"])
def test_what_follows_a_comment_or_the_marks_of_one_is_refused(
    folder: Path, shelf: FontShelf, before: str, asked: str
) -> None:
    assert refusal(folder, shelf, f"{before}{asked}\n")[0] == "bad-template"


def test_the_fonts_may_lie_in_a_folder_with_links_inside(folder: Path, shelf: FontShelf) -> None:
    (folder / "other.typ").symlink_to(folder / "fonts.typ")
    assert pdf(folder, shelf, "Hi")


def test_a_link_out_of_the_folder_is_refused(
    folder: Path, shelf: FontShelf, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (folder / "parts").mkdir()
    (folder / "parts" / "words.txt").symlink_to(tmp_path / "secret.txt")
    assert refusal(folder, shelf, '#read("parts/words.txt")') == (
        "bad-template",
        "theme/documents/parts/words.txt:1:1",
        "this link leads out of the folder of templates",
    )


@pytest.mark.parametrize("path", ["../secret.txt", "/../secret.txt", "fonts/../../secret.txt"])
def test_a_template_reads_nothing_outside_its_folder(
    folder: Path, shelf: FontShelf, tmp_path: Path, path: str
) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    found = fault(folder, shelf, f'#read("{path}")')
    assert str(found.place) == "theme/documents/proof.typ:5:7"
    assert found.message == f'path `"{path}"` would escape the project root'


def test_an_absolute_path_begins_at_the_folder(folder: Path, shelf: FontShelf) -> None:
    found = fault(folder, shelf, '#read("/etc/hostname")')
    assert found.message == "file not found (searched at theme/documents/etc/hostname)"


def test_nothing_is_asked_of_the_network(folder: Path, shelf: FontShelf) -> None:
    """A proxy would be asked for a package. It is asked for nothing, neither here nor there."""
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        typesetter(folder, shelf, "= Hi")
        (folder / "asking.typ").write_text('#import "@preview/cetz:0.2.0": canvas\n', "utf-8")
        tried = subprocess.run(
            [sys.executable, "-c", TRY, ROOT, folder, FONTS],
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
            env={"HTTPS_PROXY": address, "HTTP_PROXY": address, "ALL_PROXY": address},
        )
        proxy.settimeout(0)
        with pytest.raises(BlockingIOError):
            proxy.accept()
    assert tried.stdout == "templates/asking.typ:1:9\n"


TRY = """\
import sys
from datetime import date
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from generator.typesetting import FontShelf, Typesetter, TypesettingFaultError
folder, fonts = Path(sys.argv[2]), FontShelf(Path(sys.argv[3]))
for name in ("proof.typ", "asking.typ"):
    try:
        Typesetter(folder, fonts, "templates").pdf(name, {}, date(2026, 11, 24))
    except TypesettingFaultError as fault:
        print(fault.diagnostic.place)
        break
"""
