"""lrrt validate: every fault of every record, in one run, in each form."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
HUMAN = """\
records/participants/ada-okafor.yaml:9:8: error[bad-orcid] '0000-0002-1825-0098' is no ORCID iD: \
its check character does not match
    9 | orcid: 0000-0002-1825-0098
      |        ^
  help: copy the sixteen characters from the person's page at orcid.org

1 error in 1 of 9 records.
"""


def mistype_orcid(program: Path) -> None:
    file = program / "records/participants/ada-okafor.yaml"
    file.write_text(file.read_text("utf-8").replace("1825-0097", "1825-0098"), "utf-8")


def shout(program: Path) -> None:
    file = program / "records/participants/ben-larsen.yaml"
    file.write_text(file.read_text("utf-8").replace("Larsen", "LARSEN"), "utf-8")


@pytest.mark.usefixtures("program")
def test_a_program_without_fault(lrrt: Run) -> None:
    result = lrrt("validate")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "9 records checked: no faults.\n"


def test_faults_for_people_on_stderr(program: Path, lrrt: Run) -> None:
    mistype_orcid(program)
    result = lrrt("validate")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", HUMAN)


def test_faults_for_programs_on_stdout(program: Path, lrrt: Run) -> None:
    mistype_orcid(program)
    result = lrrt("validate", "--format", "json")
    assert (result.exit_code, result.stderr) == (1, "1 error in 1 of 9 records.\n")
    (found,) = json.loads(result.stdout)
    assert (found["code"], found["path"]) == ("bad-orcid", "records/participants/ada-okafor.yaml")


def test_faults_for_github(program: Path, lrrt: Run) -> None:
    mistype_orcid(program)
    assert lrrt("validate", "--format", "github").stdout.startswith(
        "::error file=records/participants/ada-okafor.yaml,line=9,col=8,title=bad-orcid::"
    )


def test_faults_for_code_scanning(program: Path, lrrt: Run) -> None:
    mistype_orcid(program)
    log = json.loads(lrrt("validate", "--format", "sarif").stdout)
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["bad-orcid"]


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize(("form", "printed"), [("json", "[]\n"), ("github", ""), ("human", "")])
def test_forms_for_programs_are_whole_without_faults(form: str, printed: str, lrrt: Run) -> None:
    assert lrrt("validate", "--format", form).stdout == printed


def test_warnings_fail_only_when_strict(program: Path, lrrt: Run) -> None:
    shout(program)
    assert lrrt("validate").exit_code == 0
    strict = lrrt("validate", "--strict")
    assert strict.exit_code == 1
    assert strict.stderr.endswith("1 warning in 1 of 9 records.\n")


def test_errors_and_warnings_are_counted(program: Path, lrrt: Run) -> None:
    shout(program)
    mistype_orcid(program)
    assert lrrt("validate").stderr.endswith("1 error and 1 warning in 2 of 9 records.\n")


@pytest.mark.parametrize("by", ["option", "environment"])
def test_applications_are_read_from_the_private_folder(
    by: str, program: Path, lrrt: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = program / "private/applications/2025/ada-okafor.yaml"
    application.parent.mkdir(parents=True)
    application.write_text("role: mentor\nemail: ada\n")
    if by == "environment":
        monkeypatch.setenv("LRRT_PRIVATE", "private")
    result = lrrt("validate", *(["--private", "private"] if by == "option" else []))
    assert result.stderr.startswith(
        "private/applications/2025/ada-okafor.yaml:2:8: error[bad-email] "
    )
    assert result.stderr.endswith("1 error in 1 of 10 records.\n")


@pytest.mark.parametrize("records", ["records", "./records", "{program}/records"])
def test_files_are_named_from_the_working_folder(records: str, program: Path, lrrt: Run) -> None:
    mistype_orcid(program)
    assert lrrt("validate", "--records", records.format(program=program)).stderr == HUMAN


def test_files_are_named_from_within_the_records(
    program: Path, lrrt: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    mistype_orcid(program)
    monkeypatch.chdir(program / "records")
    result = lrrt("validate", "--records", ".")
    assert result.stderr.startswith("participants/ada-okafor.yaml:9:8: error[bad-orcid]")


def test_files_elsewhere_are_named_in_full(
    program: Path,
    lrrt: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    mistype_orcid(program)
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    result = lrrt("validate", "--records", f"{program}/records")
    assert result.stderr.startswith(f"{program}/records/participants/ada-okafor.yaml:9:8: ")
    assert "    9 | orcid: 0000-0002-1825-0098\n" in result.stderr


def test_a_line_that_is_no_utf_8_is_quoted_all_the_same(program: Path, lrrt: Run) -> None:
    (program / "records/participants/ben-larsen.yaml").write_bytes(b"name:\n  family: L\xe4rsen\n")
    assert "    2 |   family: L\ufffdrsen\n      |            ^\n" in lrrt("validate").stderr


def run_in_terminal(environment: dict[str, str]) -> str:
    """What the command shows on a terminal."""
    control, terminal = pty.openpty()
    command = [sys.executable, "-c", "from generator.cli import main; main()", "validate"]
    root = str(Path(__file__).parents[2])
    clean = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    subprocess.run(
        command,
        env={**clean, "TERM": "xterm", "PYTHONPATH": root, **environment},
        stdout=terminal,
        stderr=terminal,
        check=False,
    )
    os.close(terminal)
    shown = os.read(control, 1 << 16).decode()
    os.close(control)
    return shown


@pytest.mark.parametrize(
    ("environment", "colored"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colors_only_where_they_are_wanted(
    environment: dict[str, str], *, colored: bool, program: Path
) -> None:
    mistype_orcid(program)
    shown = run_in_terminal(environment)
    assert "bad-orcid" in shown
    assert ("\x1b[" in shown) is colored


def test_output_is_utf_8_wherever_it_goes(program: Path) -> None:
    (program / "records/events/Été.yaml").write_text("a: b\n")
    command = [sys.executable, "-c", "from generator.cli import main; main()", "validate"]
    result = subprocess.run(
        [*command, "--format", "json"],
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "PYTHONIOENCODING": "ascii",
        },
        capture_output=True,
        check=False,
    )
    paths = {found["path"] for found in json.loads(result.stdout.decode("utf-8"))}
    assert paths == {"records/events/Été.yaml"}
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("form", ["human", "github", "json", "sarif"])
def test_an_address_that_is_found_is_not_repeated(form: str, program: Path, lrrt: Run) -> None:
    """What is printed may land in a log that everybody can read."""
    settings = program / "records/program.yaml"
    settings.write_text(settings.read_text("utf-8").replace("private", "public"), "utf-8")
    file = program / "records/participants/ada-okafor.yaml"
    file.write_text(file.read_text("utf-8") + "# ask ada.okafor@mail.example.net\n", "utf-8")
    result = lrrt("validate", "--format", form)
    assert result.exit_code == 1
    printed = result.stdout + result.stderr
    assert "email-in-record" in printed
    assert "mail.example" not in printed


def test_an_address_in_a_page_is_told_and_not_repeated(program: Path, lrrt: Run) -> None:
    (program / "content").mkdir()
    (program / "content/faq.md").write_text("Ask Oda: oda@example.org.\n", "utf-8")
    result = lrrt("validate")
    assert result.exit_code == 0
    assert result.stderr.startswith(
        "content/faq.md:1:10: warning[contact-in-page] '•••@•••••••.•••' looks like an e-mail address\n"
    )
