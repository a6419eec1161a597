"""lrrt export outputs: data on stdout, words on stderr, whatever else is wrong with the records."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import rispy
from click.testing import Result

from tests.bibliography.bib_readers import by_pybtex

Run = Callable[..., Result]

QUIET = """\
type: presentation
form: paper
title: Listening in the stacks
status: presented
date: 2025-11-05
contributors:
  - participant: ada-okafor
  - name: {given: Łukasz, family: Zmyślony}
event:
  name: Meeting of Invented Librarians
  place: Example City
"""
ARTICLE = "Larsen, B., & Okafor, A. (2026). Reading aloud in small libraries. Journal of Invented Results. https://doi.org/10.5555/lrrt.2025\n"
TALK = "Okafor, A., & Zmyślony, Ł. (2025, November 5). Listening in the stacks [Paper presentation]. Meeting of Invented Librarians, Example City.\n"


@pytest.fixture
def outputs(program: Path) -> Path:
    """The folder of the outputs: an article of 2026, a talk of 2025, one that is only submitted."""
    folder = program / "records" / "outputs"
    (folder / "2025-listening.yaml").write_text(QUIET, "utf-8")
    only = QUIET.replace("presented", "submitted").replace("Listening", "Waiting")
    (folder / "2025-waiting.yaml").write_text(only, "utf-8")
    return folder


def export(lrrt: Run, *arguments: str, form: str = "apa") -> tuple[int, str, str]:
    result = lrrt("export", "outputs", "--format", form, *arguments)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.usefixtures("outputs")
def test_references_stand_one_a_line_in_the_order_of_ids(lrrt: Run) -> None:
    assert export(lrrt) == (0, TALK + ARTICLE, "")


@pytest.mark.usefixtures("outputs")
@pytest.mark.parametrize(
    ("order", "printed"),
    [("id", TALK + ARTICLE), ("author", ARTICLE + TALK), ("date", TALK + ARTICLE), ("title", TALK + ARTICLE)],
)  # fmt: skip
def test_the_order_is_chosen(order: str, printed: str, lrrt: Run) -> None:
    assert export(lrrt, "--sort", order) == (0, printed, "")


@pytest.mark.usefixtures("outputs")
@pytest.mark.parametrize(
    ("arguments", "printed"),
    [
        (("--year", "2025"), TALK),
        (("--type", "journal-article"), ARTICLE),
        (("--person", "ben-larsen"), ARTICLE),
        (("--person", "ada-okafor"), TALK + ARTICLE),
        (("--cohort", "2025"), ARTICLE),
        (("--id", "2025-listening"), TALK),
        (("--id", "2025-listening", "--id", "2026-reading-aloud"), TALK + ARTICLE),
        (("--person", "ada-okafor", "--year", "2026"), ARTICLE),
    ],
)
def test_some_are_chosen(arguments: tuple[str, ...], printed: str, lrrt: Run) -> None:
    assert export(lrrt, *arguments) == (0, printed, "")


@pytest.mark.usefixtures("outputs")
def test_every_format_is_read_by_its_readers(lrrt: Run) -> None:
    ids = ["2025-listening", "2026-reading-aloud"]
    for flavor in ("bibtex", "biblatex"):
        assert list(by_pybtex(export(lrrt, form=flavor)[1])) == ids
    assert [one["id"] for one in rispy.loads(export(lrrt, form="ris")[1])] == ids
    assert [one["id"] for one in json.loads(export(lrrt, form="csl-json")[1])] == ids


@pytest.mark.parametrize("option", ["--year", "--type"])
@pytest.mark.usefixtures("outputs")
def test_an_empty_export_says_so(option: str, lrrt: Run) -> None:
    value = {"--year": "1999", "--type": "book"}[option]
    said = "No output fits, so the export is empty.\n"
    assert export(lrrt, option, value) == (0, "", said)
    assert export(lrrt, option, value, form="csl-json") == (0, "[]\n", said)


@pytest.mark.usefixtures("outputs")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--person", "ada-okafr"), "no participant 'ada-okafr': did you mean 'ada-okafor'?"),
        (("--person", "zz"), "no participant 'zz': the ids are the names of the files in participants/"),
        (("--cohort", "2052"), "no cohort '2052': did you mean '2025'?"),
        (("--id", "2025-listning"), "no output '2025-listning': did you mean '2025-listening'?"),
        (("--id", "2025-waiting"), "the output '2025-waiting' is only submitted, which is never public"),
        (("--year", "soon"), "'soon' is no year; write one as in 2026, or 'in-press', or 'without-a-date'"),
        (("--output", "."), ". cannot be written: "),
    ],
)  # fmt: skip
def test_wrong_usage_is_said_in_one_line(arguments: tuple[str, ...], said: str, lrrt: Run) -> None:
    status, printed, message = export(lrrt, *arguments)
    assert (status, printed) == (2, "")
    assert message.startswith(f"Error: {said}")
    assert message.count("\n") == 1


def test_an_earlier_id_leads_to_the_one_of_today(outputs: Path, lrrt: Run) -> None:
    with (outputs / "2025-listening.yaml").open("a") as file:
        file.write("aliases: [2025-hearing]\n")
    status, _, said = export(lrrt, "--id", "2025-hearing")
    assert (status, said) == (
        2,
        "Error: no output '2025-hearing': its id is '2025-listening' now\n",
    )


def test_an_output_that_does_not_fit_is_shown_and_the_others_are_exported(
    outputs: Path, lrrt: Run
) -> None:
    (outputs / "unfit.yaml").write_text(QUIET.replace("presentation", "talk", 1), "utf-8")
    status, printed, said = export(lrrt)
    assert (status, printed) == (1, TALK + ARTICLE)
    assert said.startswith("records/outputs/unfit.yaml:1:7: error[unknown-choice]")
    assert "validate" not in said
    assert export(lrrt, "--id", "unfit")[:2] == (1, "")


def test_an_output_that_cannot_be_read_is_shown(outputs: Path, lrrt: Run) -> None:
    (outputs / "broken.yaml").write_text("type: [\n", "utf-8")
    status, printed, said = export(lrrt)
    assert (status, printed) == (1, TALK + ARTICLE)
    assert said.startswith("records/outputs/broken.yaml:2:1: error[syntax-error]")
    assert export(lrrt, "--id", "broken")[:2] == (1, "")


def test_other_faults_are_counted_and_stop_nothing(outputs: Path, program: Path, lrrt: Run) -> None:
    (program / "records" / "program.yaml").unlink()
    (program / "records" / "participants" / "ben-larsen.yaml").write_text("name: [\n", "utf-8")
    talk = outputs / "2025-listening.yaml"
    talk.write_text(QUIET.replace("event:", "pairings: [1999/none]\nsession: a/b\nevent:"), "utf-8")
    status, printed, said = export(lrrt)
    withheld = ARTICLE.replace("Larsen, B., & Okafor", "Name withheld, & Okafor")
    assert (status, printed) == (0, TALK + withheld)
    assert said == "4 other faults in the records; 'lrrt validate' lists them.\n"


def test_who_did_not_agree_is_not_named(outputs: Path, program: Path, lrrt: Run) -> None:
    del outputs
    file = program / "records" / "participants" / "ada-okafor.yaml"
    file.write_text(file.read_text("utf-8").replace(", outputs]", "]"), "utf-8")
    for form in ("apa", "bibtex", "biblatex", "ris", "csl-json"):
        printed = export(lrrt, form=form)[1]
        assert "Okafor" not in printed
        assert "0000-0002-1825-0097" not in printed
        assert printed.count("Name withheld") == 2
    assert export(lrrt, "--person", "ada-okafor")[1] == ""


@pytest.mark.usefixtures("outputs")
def test_a_file_is_written_whole(program: Path, lrrt: Run) -> None:
    status, printed, said = export(lrrt, "--output", "lists/all.ris", form="ris")
    assert (status, printed, said) == (0, "", "lists/all.ris: 2 outputs.\n")
    written = (program / "lists" / "all.ris").read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n") == len(written.splitlines())
    again = lrrt("export", "outputs", "--format", "ris", "--output", "-")
    assert (again.stdout_bytes, again.stderr) == (written, "")


@pytest.mark.usefixtures("outputs")
def test_stdout_is_utf_8_whatever_the_locale(program: Path) -> None:
    result = subprocess.run(
        [Path(sys.executable).with_name("lrrt"), "export", "outputs", "--format", "apa"],
        cwd=program,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert result.stdout == (TALK + ARTICLE).encode()


def test_an_export_is_never_written_over_a_record(program: Path, lrrt: Run) -> None:
    record = next((program / "records/outputs").glob("*.yaml"))
    before = record.read_bytes()
    file = record.relative_to(program).as_posix()
    result = lrrt("export", "outputs", "--format", "apa", "--output", file)
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: {file} lies among the records; write the export elsewhere\n",
    )
    assert record.read_bytes() == before


@pytest.mark.usefixtures("program")
def test_the_folder_above_the_records_is_not_taken_for_them(lrrt: Run) -> None:
    result = lrrt("export", "outputs", "--format", "apa", "--records", ".")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: '.' holds the folder of the records; name it with --records ./records\n",
    )
