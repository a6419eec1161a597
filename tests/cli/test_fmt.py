"""lrrt fmt: all records in one form, none changed in what it says."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from generator.catalog import load_catalog
from generator.cli import main
from generator.records import canonical
from generator.source import formatting

Run = Callable[..., Result]

PERSON = "records/participants/cy-invented.yaml"
MESSY = """\
# Ask before you change this.

position:  'Librarian'   # since May
# the name as she signs
name: {family: Invented, # one name
  given: "Cy" }
"""
TIDY = """\
# yaml-language-server: $schema=../schemas/participant.json
# Ask before you change this.

# the name as she signs
name:
  given: Cy
  family: Invented  # one name
position: Librarian  # since May
"""


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_the_command_is_there() -> None:
    assert main.get_command(click.Context(main), "fmt") is not None


def test_a_record_comes_into_form_with_its_comments(program: Path, lrrt: Run) -> None:
    (program / PERSON).write_text(MESSY, "utf-8")
    result = lrrt("fmt", PERSON)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{PERSON} written\n1 record written.\n"
    assert (program / PERSON).read_text("utf-8") == TIDY
    again = lrrt("fmt", PERSON)
    assert (again.exit_code, again.stderr) == (0, "1 record in form already.\n")


def test_without_a_path_all_records_are_formatted_and_say_the_same(
    program: Path, lrrt: Run
) -> None:
    before = load_catalog(program / "records")
    assert lrrt("fmt").exit_code == 0
    after = load_catalog(program / "records")
    for kind in ("participants", "cohorts", "pairings", "outputs", "events"):
        old, new = getattr(before.catalog, kind), getattr(after.catalog, kind)
        assert {one: old[one].record for one in old} == {one: new[one].record for one in new}
    assert lrrt("fmt", "--check").exit_code == 0


def test_a_folder_stands_for_the_records_in_it(program: Path, lrrt: Run) -> None:
    before = contents(program)
    assert lrrt("fmt", "records/cohorts").exit_code == 0
    after = contents(program)
    assert {path for path in after if after[path] != before[path]} == {"records/cohorts/2025.yaml"}


def test_check_shows_what_would_change_and_writes_nothing(program: Path, lrrt: Run) -> None:
    lrrt("fmt")
    (program / PERSON).write_text(TIDY.replace("  # since May", " # since May"), "utf-8")
    before = contents(program)
    result = lrrt("fmt", "--check")
    assert result.exit_code == 1
    assert result.stdout == (
        f"--- {PERSON}\n+++ {PERSON} (formatted)\n@@ -7,2 +7,2 @@\n"
        "   family: Invented  # one name\n"
        "-position: Librarian # since May\n+position: Librarian  # since May\n"
    )
    assert result.stderr == (
        "1 record would change, 9 in form already.\nRun 'lrrt fmt' to change them.\n"
    )
    assert contents(program) == before


@pytest.mark.parametrize("ends", [TIDY.replace("\n", "\r\n"), TIDY.rstrip("\n"), f"\ufeff{TIDY}"])
def test_line_ends_and_the_end_of_the_file_are_part_of_the_form(
    ends: str, program: Path, lrrt: Run
) -> None:
    (program / PERSON).write_bytes(ends.encode())
    result = lrrt("fmt", "--check", PERSON)
    assert (result.exit_code, result.stdout) == (
        1,
        f"{PERSON}: its line ends, or the end of the file\n",
    )
    assert lrrt("fmt", PERSON).exit_code == 0
    assert (program / PERSON).read_bytes() == TIDY.encode()


def test_a_file_with_faults_is_left_and_named_and_the_others_are_formatted(
    program: Path, lrrt: Run
) -> None:
    broken = 'name: {given: "Cy"\n'
    (program / PERSON).write_text(broken, "utf-8")
    result = lrrt("fmt")
    assert result.exit_code == 1
    assert f"{PERSON}:2:1: error[syntax-error]" in result.stderr
    assert result.stderr.endswith("9 records written, 1 left as it is.\n")
    assert (program / PERSON).read_text("utf-8") == broken


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("position: a\nposition: b\n", "duplicate-key"),
        ("position: &x a\nbio: *x\n", "anchor"),
        ("- a\n", "wrong-shape"),
        ("", "empty-file"),
        ("position: Libra\u200brian\n", "invisible-character"),
    ],
)
def test_what_could_be_read_in_two_ways_is_left(
    text: str, code: str, program: Path, lrrt: Run
) -> None:
    (program / PERSON).write_text(text, "utf-8")
    result = lrrt("fmt", PERSON)
    assert result.exit_code == 1
    assert f"error[{code}]" in result.stderr
    assert (program / PERSON).read_text("utf-8") == text


def test_quotes_come_where_other_programs_misread(program: Path, lrrt: Run) -> None:
    file = program / "records/events/2025-check-in.yaml"
    file.write_text(
        'kind: check-in\ntitle: 1984\ncohort: 2025\ndate: "2025-11-12"\nstart: 13:00\nend: \'14:00\'\ncancelled: "false"\n',
        "utf-8",
    )
    assert lrrt("fmt", str(file)).exit_code == 0
    assert file.read_text("utf-8") == (
        "# yaml-language-server: $schema=../schemas/event.json\n"
        'kind: check-in\ntitle: "1984"\ncohort: "2025"\ndate: 2025-11-12\nstart: "13:00"\nend: "14:00"\ncancelled: false\n'
    )
    assert lrrt("validate").exit_code == 0


def test_a_file_whose_comments_could_not_be_kept_is_left(
    program: Path, lrrt: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program / PERSON).write_text(MESSY, "utf-8")
    monkeypatch.setattr(formatting, "weave", lambda bare, _tree: bare.split("\n")[:-1])
    result = lrrt("fmt", PERSON)
    said = f"{PERSON}: left as it is, for its comments could not all be kept; please report this"
    assert result.exit_code == 1
    assert result.stderr == f"{said}\n1 record left as it is.\n"
    assert (program / PERSON).read_text("utf-8") == MESSY


def test_a_file_that_would_say_something_else_is_left(
    program: Path, lrrt: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program / PERSON).write_text(MESSY, "utf-8")
    monkeypatch.setattr(canonical.ModelForm, "typed", lambda _form, _steps, said: said.upper())
    assert lrrt("fmt", PERSON).exit_code == 1
    assert (program / PERSON).read_text("utf-8") == MESSY


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("records/nowhere.yaml", "'records/nowhere.yaml' cannot be formatted: it does not exist"),
        ("records/notes.yaml", "'records/notes.yaml' cannot be formatted: no kind of record lives there"),
        ("elsewhere.yaml", "'elsewhere.yaml' does not lie in records/; name the folder of its records with --records DIR"),
    ],
)  # fmt: skip
def test_wrong_usage_is_said_in_one_line(path: str, said: str, program: Path, lrrt: Run) -> None:
    for name in ("records/notes.yaml", "elsewhere.yaml"):
        (program / name).write_text("a: b\n")
    result = lrrt("fmt", path)
    assert (result.exit_code, result.stderr) == (2, f"Error: {said}\n")


def test_the_demonstration_is_in_form(lrrt: Run) -> None:
    records = Path(__file__).parents[2] / "records"
    result = lrrt("fmt", "--check", "--records", str(records))
    assert (result.exit_code, result.stdout) == (0, "")


def test_applications_in_the_private_folder_keep_their_line_for_editors(
    program: Path, lrrt: Run
) -> None:
    file = program / "private/applications/2025/cy-invented.yaml"
    file.parent.mkdir(parents=True)
    line = "# yaml-language-server: $schema=../../../records/schemas/application.json\n"
    for first in (line, ""):
        file.write_text(f"statement: None yet.\n{first}role: mentee\n", "utf-8")
        assert lrrt("fmt", "--private", "private").exit_code == 0
        assert file.read_text("utf-8") == f"{first}role: mentee\nstatement: None yet.\n"
