"""lrrt accept: who is accepted, what is written and said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

CLEO = """\
role: mentee
name: {given: Cleo, family: Quill}
email: cleo@example.org
affiliation: {name: Example Town Library}
bio: Cleo studies quiet hours.
"""
NAMED = "consent: {given: 2025-05-10, scopes: [name, affiliation]}\n"


@pytest.fixture
def applied(program: Path) -> Path:
    """The applications of Cleo, who may be named, and Dora, who may not."""
    folder = program / "private/applications/2025"
    folder.mkdir(parents=True)
    (folder / "cleo-quill.yaml").write_text(CLEO + NAMED, "utf-8")
    dora = CLEO.replace("Cleo", "Dora").replace("Quill", "Marsh")
    (folder / "dora-marsh.yaml").write_text(dora, "utf-8")
    return folder


def said(result: Result) -> list[str]:
    assert result.stdout == ""
    return result.stderr.splitlines()


def people(program: Path) -> list[str]:
    return sorted(file.stem for file in (program / "records/participants").glob("*.yaml"))


def test_everybody_is_accepted_and_what_is_left_out_is_said(
    program: Path, applied: Path, lrrt: Run
) -> None:
    result = lrrt("accept", "2025", "--all", "--private", "private")
    assert (result.exit_code, said(result)) == (
        0,
        [
            "Cleo Quill: new: records/participants/cleo-quill.yaml",
            "    not agreed to, and left out: bio",
            "Dora Marsh: new: records/participants/mentee-2025-01.yaml",
            "    not agreed to, and left out: name, affiliation, bio",
            "    note: has not agreed to be named: the record is 'mentee-2025-01', and holds no name",
            "    the application moves from 'dora-marsh' to 'mentee-2025-01'",
            "2 people: 2 written.",
            "Everybody can read these records once you publish them.",
        ],
    )
    assert people(program) == ["ada-okafor", "ben-larsen", "cleo-quill", "mentee-2025-01"]
    assert sorted(file.name for file in applied.iterdir()) == [
        "cleo-quill.yaml",
        "mentee-2025-01.yaml",
    ]
    assert lrrt("validate", "--private", "private").exit_code == 0
    again = lrrt("accept", "2025", "--all", "--private", "private")
    assert (again.exit_code, said(again)[-1]) == (0, "2 people: 2 there already.")


def test_a_dry_run_writes_nothing(program: Path, applied: Path, lrrt: Run) -> None:
    result = lrrt("accept", "2025", "--all", "--private", "private", "--dry-run")
    assert said(result)[-2] == "2 people: 2 would be written."
    assert people(program) == ["ada-okafor", "ben-larsen"]
    assert (applied / "dora-marsh.yaml").exists()


def test_a_record_that_is_there_is_changed_with_update_only(
    program: Path, applied: Path, lrrt: Run
) -> None:
    lrrt("accept", "2025", "cleo-quill", "--private", "private")
    file = program / "records/participants/cleo-quill.yaml"
    before = file.read_text("utf-8")
    later = NAMED.replace("2025-05-10", "2025-06-01").replace("affiliation", "biography")
    (applied / "cleo-quill.yaml").write_text(CLEO + later, "utf-8")
    result = lrrt("accept", "2025", "cleo-quill", "--private", "private")
    assert (result.exit_code, said(result)) == (
        1,
        [
            "Cleo Quill: differs: records/participants/cleo-quill.yaml",
            "    affiliation: name: 'Example Town Library' → nothing",
            "    bio: nothing → 'Cleo studies quiet hours.'",
            "    consent: given: '2025-05-10'; scopes: 'name', 'affiliation' → given: '2025-06-01'; scopes: 'name', 'biography'",
            "    kept as it is; --update takes the application's",
            "    not agreed to, and left out: affiliation",
            "1 person: 1 different from the record.",
        ],
    )
    assert file.read_text("utf-8") == before
    assert lrrt("accept", "2025", "cleo-quill", "--private", "private", "--update").exit_code == 0
    assert "Example Town Library" not in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["2025"], "name the people to accept, or say --all"),
        (["2025", "cleo-quill", "--all"], "name the people to accept, or say --all"),
        (["2052", "--all"], "no cohort '2052'; did you mean '2025'?"),
        (["2025", "cleo-quil"], "'cleo-quil' has not applied to 2025; did you mean 'cleo-quill'?"),
        (["2025", "Cleo Quill"], "'Cleo Quill' has not applied to 2025; write the id: cleo-quill"),
        (["2025", "nobody-at-all"], "'nobody-at-all' has not applied to 2025; write the id as the application's file has it"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("applied")
def test_what_cannot_be_done_is_said_in_one_line(
    program: Path, lrrt: Run, arguments: list[str], message: str
) -> None:
    result = lrrt("accept", *arguments, "--private", "private")
    assert (result.exit_code, said(result)) == (2, [f"Error: {message}"])
    assert people(program) == ["ada-okafor", "ben-larsen"]


@pytest.mark.usefixtures("applied")
def test_without_the_private_folder_it_says_how_to_name_it(lrrt: Run) -> None:
    result = lrrt("accept", "2025", "--all")
    assert (result.exit_code, said(result)) == (
        2,
        [
            (
                "Error: there is no application to 2025; name the folder in which 'applications' lies with "
                "--private DIR or LRRT_PRIVATE"
            )
        ],
    )


def test_nothing_is_written_where_one_file_cannot_be(
    program: Path, applied: Path, lrrt: Run
) -> None:
    (applied / ".dora-marsh.yaml.deleted").mkdir()
    before = sorted(applied.iterdir())
    result = lrrt("accept", "2025", "--all", "--private", "private")
    assert result.exit_code == 2
    assert people(program) == ["ada-okafor", "ben-larsen"]
    assert sorted(applied.iterdir()) == before


@pytest.mark.usefixtures("applied")
def test_a_record_at_fault_is_not_written_over_wherever_the_command_runs(
    program: Path, lrrt: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = program / "records/participants/cleo-quill.yaml"
    file.write_text("name: [\n", "utf-8")
    monkeypatch.chdir(program / "records")
    result = lrrt("accept", "2025", "cleo-quill", "--records", ".", "--private", "../private")
    assert (result.exit_code, said(result)[0]) == (
        1,
        "Cleo Quill: rejected: participants/cleo-quill.yaml is there, but at fault; mend it first",
    )
    assert file.read_text("utf-8") == "name: [\n"


@pytest.fixture
def fewer(program: Path) -> Path:
    """The record of Ada, who applies again by a form that asks for her name alone."""
    folder = program / "private/applications/2025"
    folder.mkdir(parents=True)
    (folder / "ada-okafor.yaml").write_text(
        "role: mentor\nname: {given: Ada, family: Okafor}\nemail: ada@example.org\n"
        "capacity: {maximum: 1}\nconsent: {given: 2026-11-20, scopes: [name]}\n"
    )
    return program / "records/participants/ada-okafor.yaml"


def test_of_all_nobody_agrees_to_less_unless_they_are_named(fewer: Path, lrrt: Run) -> None:
    before = fewer.read_bytes()
    result = lrrt("accept", "2025", "--all", "--update", "--private", "private")
    assert result.exit_code == 1
    (note,) = [line for line in said(result) if "kept as it is" in line]
    assert note.endswith(
        " would be taken out of what they agreed to; if they mean it, name them: "
        "lrrt accept 2025 ada-okafor --update"
    )
    assert "1 different from the record" in said(result)[-1]
    assert fewer.read_bytes() == before


def test_who_is_named_agrees_to_less_and_the_faults_it_makes_are_no_success(
    fewer: Path, lrrt: Run
) -> None:
    result = lrrt("accept", "2025", "ada-okafor", "--update", "--private", "private")
    assert result.exit_code == 1
    assert "    note: 'lrrt validate' will find 1 more in what names 'ada-okafor'" in said(result)
    assert "scopes: [name]" in fewer.read_text() or "scopes:\n    - name\n" in fewer.read_text()
