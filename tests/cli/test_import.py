"""lrrt import outputs: what is written, what is said, and that nothing is lost or doubled."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from generator.records.csl import CSL_DATES, CSL_TEXTS, CSL_TYPES
from generator.records.output import ContributorRole

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., Result]

LIBRARY = """\
@article{Okafor2025,
  author = {Okafor, Ada and Larsen, B. and {Nobody Collective}},
  title = {A study of {Quiet}},
  journal = {Journal of Invented Results},
  year = 2025,
  doi = {https://doi.org/10.5555/quiet},
  keywords = {reading}
}
@misc{talk, title={Loud \\& clear}, howpublished={Conference presentation}, year=2025}
@book{broken, title={No end
"""


def outputs(program: Path) -> dict[str, str]:
    """The texts of the records that an import wrote, by id."""
    files = {file.stem: file for file in (program / "records/outputs").glob("*.yaml")}
    del files["2026-reading-aloud"]
    return {id_: file.read_text("utf-8") for id_, file in sorted(files.items())}


def exported(lrrt: Run) -> dict[str, dict[str, Any]]:
    """What the export has, by id; what else is wrong with the records does not matter."""
    items = json.loads(lrrt("export", "outputs", "--format", "csl-json").stdout)
    return {item["id"]: item for item in items if item["id"] != "2026-reading-aloud"}


def test_a_library_is_imported_and_everything_about_it_said(program: Path, lrrt: Run) -> None:
    (program / "library.bib").write_text(LIBRARY, "utf-8")
    result = lrrt("import", "outputs", "library.bib")
    assert (result.exit_code, result.stdout) == (1, "")
    said = result.stderr.splitlines()
    references = [line for line in said if line.startswith("    ") and ": " not in line[:14]]
    assert len(references) == 2
    assert [line for line in said if line not in references] == [
        "library.bib:1:1: new: records/outputs/okafor2025.yaml",
        "    changed: DOI written bare: 10.5555/quiet",
        "    note: 'Ada Okafor' is linked to participant 'ada-okafor' (same name); check that it is so",
        "    note: 'B. Larsen' is not linked; did you mean participant 'ben-larsen'?",
        "    note: topics by keyword: reading",
        "    note: kept under 'csl': keyword",
        "library.bib:9:1: new: records/outputs/talk.yaml",
        "    wanting: an output of type 'presentation' needs 'event' or 'publisher'",
        "library.bib:10:1: rejected: broken: a brace or quotation mark of this entry is never closed",
        "2 records written, 1 rejected.",
    ]
    assert outputs(program) == {
        "okafor2025": """\
# yaml-language-server: $schema=../schemas/output.json
type: journal-article
title: A study of Quiet
status: published
date: 2025
contributors:
  - participant: ada-okafor
  - name:
      given: B.
      family: Larsen
  - organization: Nobody Collective
container:
  title: Journal of Invented Results
doi: 10.5555/quiet
topics:
  - reading
csl:
  id: Okafor2025
  keyword: reading
""",
        "talk": """\
# yaml-language-server: $schema=../schemas/output.json
type: presentation
title: Loud & clear
status: presented
date: 2025
genre: Conference presentation
""",
    }


def test_a_second_import_doubles_nothing(program: Path, lrrt: Run) -> None:
    (program / "library.bib").write_text(LIBRARY.partition("@book")[0], "utf-8")
    assert lrrt("import", "outputs", "library.bib").exit_code == 0
    before = outputs(program)
    again = lrrt("import", "outputs", "library.bib")
    assert again.exit_code == 0
    assert again.stderr.splitlines() == [
        "library.bib:1:1: there already: Okafor2025: records/outputs/okafor2025.yaml (same DOI 10.5555/quiet)",
        "library.bib:9:1: there already: talk: records/outputs/talk.yaml (same title, type, people and year)",
        "0 records written, 2 there already.",
    ]
    assert outputs(program) == before


def test_within_a_file_too_a_work_is_written_once(program: Path, lrrt: Run) -> None:
    items = [
        {"id": "a", "type": "book", "title": "Twice", "DOI": "10.5555/A"},
        {"id": "b", "type": "book", "title": "Other", "DOI": "10.5555/a"},
        {"id": "a", "type": "book", "title": "Third"},
    ]
    (program / "items.json").write_text(json.dumps(items), "utf-8")
    result = lrrt("import", "outputs", "items.json")
    assert result.exit_code == 0
    assert list(outputs(program)) == ["a", "a-2"]
    assert "b: records/outputs/a.yaml (to be written) (same DOI 10.5555/a)" in result.stderr


def test_an_existing_file_is_never_overwritten(program: Path, lrrt: Run) -> None:
    broken = program / "records/outputs/a.yaml"
    broken.write_text("type: nonsense\n", "utf-8")
    (program / "items.json").write_text('[{"id": "a", "type": "book", "title": "New"}]', "utf-8")
    assert lrrt("import", "outputs", "items.json").exit_code == 0
    assert broken.read_text("utf-8") == "type: nonsense\n"
    assert list(outputs(program)) == ["a", "a-2"]


def test_a_dry_run_writes_nothing(program: Path, lrrt: Run) -> None:
    (program / "library.bib").write_text(LIBRARY, "utf-8")
    result = lrrt("import", "outputs", "library.bib", "--dry-run")
    assert result.stderr.endswith("2 records would be written, 1 rejected.\n")
    assert outputs(program) == {}


def on_a_terminal(program: Path, answer: str, *options: str) -> tuple[int, str]:
    """Run the command with a terminal as its input; return its exit status and what it said."""
    master, slave = pty.openpty()
    os.write(master, answer.encode())
    command = [sys.executable, "-c", "from generator.cli import main; main()", "import", "outputs"]
    done = subprocess.run(
        [*command, "items.json", *options],
        cwd=program,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=slave,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(slave)
    os.close(master)
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("answer", "options", "asks", "written"),
    [
        ("y\n", [], True, ["a"]),
        ("n\n", [], True, []),
        ("\n", [], True, []),
        ("\x04", [], True, []),
        ("n\n", ["--yes"], False, ["a"]),
        ("y\n", ["--dry-run"], False, []),
    ],
)
def test_on_a_terminal_it_asks_before_it_writes(
    answer: str, options: list[str], *, asks: bool, written: list[str], program: Path
) -> None:
    (program / "items.json").write_text('[{"id": "a", "type": "book", "title": "New"}]', "utf-8")
    status, said = on_a_terminal(program, answer, *options)
    assert ("Write 1 record? [y/N]:" in said) is asks
    assert list(outputs(program)) == written
    assert status == (1 if asks and not written else 0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.bib"], "nowhere.bib cannot be read: no such file or directory"),
        (["records"], "records cannot be read: is a directory"),
        (
            ["x.bib", "--records", "nowhere"],
            "'nowhere' does not exist; name the folder with --records DIR, or go to where it lies",
        ),
    ],
)
def test_wrong_usage_is_said_in_one_line(
    arguments: list[str], said: str, program: Path, lrrt: Run
) -> None:
    (program / "x.bib").write_text("", "utf-8")
    result = lrrt("import", "outputs", *arguments)
    assert (result.exit_code, result.stderr) == (2, f"Error: {said}\n")


def test_where_one_file_cannot_be_written_none_is(
    program: Path, lrrt: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program / "items.json").write_text(
        '[{"id": "a", "type": "book", "title": "A"}, {"id": "b", "type": "book", "title": "B"}]',
        "utf-8",
    )
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == "b.yaml":
            raise PermissionError(13, "Permission denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    result = lrrt("import", "outputs", "items.json")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: records/outputs cannot be written to: permission denied; nothing was written",
    )
    assert outputs(program) == {}


def test_in_a_public_repository_no_address_comes_in(program: Path, lrrt: Run) -> None:
    file = program / "records/program.yaml"
    text = file.read_text("utf-8").replace("repository: private", "repository: public")
    file.write_text(text if "public" in text else f"{text}repository: public\n", "utf-8")
    kept = {"id": "a", "type": "book", "title": "A", "abstract": "Write to nobody@example.org."}
    refused = {"id": "b", "type": "book", "title": "B", "publisher": "nobody@example.org"}
    (program / "items.json").write_text(json.dumps([kept, refused]), "utf-8")
    result = lrrt("import", "outputs", "items.json")
    assert result.exit_code == 1
    assert (
        "    changed: e-mail addresses and telephone numbers left out: "
        "everybody can read these records" in result.stderr.splitlines()
    )
    assert "'nobody@example.org' looks like an e-mail address [email-in-record]" in result.stderr
    (written,) = outputs(program).values()
    assert "abstract: Write to […].\n" in written
    assert "@" not in written


def test_what_a_terminal_would_obey_is_not_printed(program: Path, lrrt: Run) -> None:
    (program / "items.json").write_text('{"type": "\\u0007", "title": "A"}', "utf-8")
    said = lrrt("import", "outputs", "items.json").stderr
    assert "    changed: '\ufffd' is no type of CSL: taken as 'document'\n" in said
    (program / "stray\x07.ris").write_text("stray\x07\nTY  - BOOK\x07\nTI  - B\nER  - \n", "utf-8")
    said += lrrt("import", "outputs", "stray\x07.ris").stderr
    assert said.count("\ufffd") == 5
    assert [sign for sign in said if not (sign.isprintable() or sign == "\n")] == []


def everything(number: int, type_: str) -> dict[str, Any]:
    """An item with every variable of CSL; what tells works apart is its own."""
    name = {"family": f"Verzinsel {number}", "given": "Joost", "suffix": "Jr."}
    particles = {"non-dropping-particle": "van der", "dropping-particle": "von"}
    dates = (
        {"date-parts": [[2024, 5, 17]]},
        {"date-parts": [[2024, 5], [2025, 6]]},
        {"date-parts": [[2024]], "season": 2},
        {"date-parts": [[1924]], "circa": True},
        {"literal": "n.d."},
        {"literal": "2024\u2013present"},
    )
    return {
        "id": f"ref-{number:03d}",
        "type": type_,
        **{variable: f"{variable} of work {number}" for variable in CSL_TEXTS},
        "DOI": f"10.5555/{number}",
        "URL": f"https://example.org/{number}",
        "ISSN": "9876-5434",
        "language": "en-US",
        "status": "in press",
        **{variable: dates[(number + place) % 6] for place, variable in enumerate(CSL_DATES)},
        **{str(role): [{**name, **particles}, {"literal": "A body"}] for role in ContributorRole},
        "categories": ["one", "two; three"],
        "custom": {"n": 1, "yes": True, "list": [None, "x"], "license": "CC-BY-4.0"},
    }


@pytest.mark.parametrize("shape", ["list", "items"])
def test_import_then_export_gives_back_what_came_in(shape: str, program: Path, lrrt: Run) -> None:
    whole = [everything(number, type_) for number, type_ in enumerate(sorted(CSL_TYPES))]
    bare = [
        {"id": f"http://zotero.org/{type_}", "type": type_, "title": f"Nothing but {type_}"}
        for type_ in sorted(CSL_TYPES)
    ]
    content = [*whole, *bare] if shape == "list" else {"items": [*whole, *bare]}
    (program / "items.json").write_text(json.dumps(content), "utf-8")
    result = lrrt("import", "outputs", "items.json")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (0, "90 records written.")
    assert exported(lrrt) == {item["id"]: item for item in [*whole, *bare]}
