"""lrrt match: what it writes, prints and refuses."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., Result]
PAIRINGS = Path("records/pairings/2026.yaml")
PROGRAM = yaml.safe_load((ROOT / "records/program.yaml").read_text("utf-8"))
PEOPLE = sorted(path.stem for path in (ROOT / "tests/fixtures/private/applications/2026").iterdir())

pytestmark = pytest.mark.skipif(
    not PROGRAM.get("sample"), reason="these tests match the demonstration, which is gone"
)


@pytest.fixture
def demonstration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: the demonstration, and its applications in private/."""
    shutil.copytree(ROOT / "records", tmp_path / "records")
    shutil.copytree(ROOT / "tests/fixtures/private", tmp_path / "private")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LRRT_PRIVATE", "private")
    return tmp_path


ELSEWHERE = (
    "the folder of the records, and applications lie elsewhere: choose a folder outside the "
    "repository, as in --private ../mentorship-private"
)


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def record_everybody(folder: Path) -> None:
    for person in ("ignatius-papermoon", "saoirse-tallwright"):
        file = folder / f"records/participants/{person}.yaml"
        file.write_text(f"name:\n  display: {person}\n", "utf-8")


def statuses() -> dict[str, str]:
    entries = yaml.safe_load(PAIRINGS.read_text("utf-8"))["pairings"]
    return {entry["id"]: entry["status"] for entry in entries}


def standing(text: str) -> list[str]:
    """The entries of a file of pairings that are no proposals, as they stand there."""
    entries = text.split("\n  - id: ")[1:]
    return [entry.rstrip("\n") for entry in entries if "status: proposed" not in entry]


def change(file: str, old: str, new: str) -> None:
    text = Path(file).read_text("utf-8")
    assert old in text
    Path(file).write_text(text.replace(old, new), "utf-8")


def apply_as(person: str, **values: Any) -> None:
    file = Path(f"private/applications/2026/{person}.yaml")
    written = yaml.safe_load(file.read_text("utf-8")) if file.exists() else {}
    values = {"email": f"{person}@example.org", **written, **values}
    file.write_text(yaml.safe_dump(values, allow_unicode=True), "utf-8")


@pytest.mark.usefixtures("demonstration")
def test_proposals_are_written_and_all_else_stays(lrrt: Run) -> None:
    before = PAIRINGS.read_text("utf-8")
    result = lrrt("match", "2026")
    after = PAIRINGS.read_text("utf-8")
    assert (result.exit_code, result.stdout) == (0, "")
    written, warned = result.stderr.splitlines()[-2:]
    assert written == "records/pairings/2026.yaml written"
    assert warned.startswith("Everybody can read this repository, proposals included: ")
    assert standing(after) == standing(before)
    assert len(standing(after)) == 5
    assert {name for name, status in statuses().items() if status == "proposed"} == {
        "challenge-policies",
        "dongengwati",
    }
    assert lrrt("validate").exit_code == 0


@pytest.mark.usefixtures("demonstration")
def test_who_has_no_participant_record_is_named_with_what_to_do(lrrt: Run) -> None:
    lines = lrrt("match", "2026", "--dry-run").stderr.splitlines()
    start = lines.index("2 pairs cannot be written yet, for a participant record is missing:")
    assert [line.rpartition(": ")[2] for line in lines[start + 1 : start + 3]] == [
        "add participants/ignatius-papermoon.yaml",
        "add participants/saoirse-tallwright.yaml",
    ]
    assert lines[start + 3 :] == [
        "Then run the command again.",
        "Nothing was written (--dry-run).",
    ]


def test_with_records_of_everybody_all_are_written_and_a_second_run_changes_nothing(
    demonstration: Path, lrrt: Run
) -> None:
    record_everybody(demonstration)
    assert lrrt("match", "2026").exit_code == 0
    assert list(statuses().values()).count("proposed") == 4
    before = files_in(demonstration)
    again = lrrt("match", "2026")
    assert again.stderr.endswith("The records hold this proposal already; nothing was written.\n")
    assert files_in(demonstration) == before


def test_confirming_a_proposal_keeps_it(demonstration: Path, lrrt: Run) -> None:
    record_everybody(demonstration)
    lrrt("match", "2026")
    change(str(PAIRINGS), "status: proposed", "status: confirmed  # Both said yes.")
    before = PAIRINGS.read_text("utf-8")
    result = lrrt("match", "2026", "--json")
    assert json.loads(result.stdout)["pairs"] == []
    assert "There is nobody to match" in result.stderr
    assert PAIRINGS.read_text("utf-8") == before


def test_a_file_of_pairings_is_made_where_there_is_none(demonstration: Path, lrrt: Run) -> None:
    record_everybody(demonstration)
    PAIRINGS.unlink()
    assert lrrt("match", "2026").exit_code == 0
    assert PAIRINGS.read_text("utf-8").startswith(
        "# yaml-language-server: $schema=../schemas/pairings.json\npairings:\n  - id: "
    )
    assert set(statuses().values()) == {"proposed"}


def test_a_dry_run_writes_nothing(demonstration: Path, lrrt: Run) -> None:
    before = files_in(demonstration)
    result = lrrt("match", "2026", "--dry-run")
    assert result.exit_code == 0
    assert files_in(demonstration) == before


def test_a_dry_run_changes_no_record_and_writes_what_else_was_asked_for(
    demonstration: Path, lrrt: Run
) -> None:
    before = files_in(demonstration)
    result = lrrt("match", "2026", "--dry-run", "--report", "report.md", "--proof", "proof.json")
    assert result.stderr.splitlines()[-3:] == [
        "report.md written",
        "proof.json written",
        "No record was changed (--dry-run).",
    ]
    after = files_in(demonstration)
    assert {name: after[name] for name in before} == before
    assert after.keys() - before.keys() == {"report.md", "proof.json"}
    assert lrrt("match", "--verify", "proof.json").exit_code == 0


def test_what_else_lies_in_the_private_folder_is_no_hindrance(
    demonstration: Path, lrrt: Run
) -> None:
    for name in ("README.md", "answers.csv", "downloads/application-2026.json", "notes/a.yaml"):
        file = demonstration / "private" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("role: [", "utf-8")
    assert lrrt("match", "2026", "--dry-run").exit_code == 0


def test_applications_in_a_folder_of_nearly_the_right_name_are_not_passed_over(
    demonstration: Path, lrrt: Run
) -> None:
    (demonstration / "private/applications").rename(demonstration / "private/Application")
    result = lrrt("match", "2026", "--dry-run")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "private/Application:1:1: error[unexpected-file] applications are looked for in the folder "
        "'applications'\n  help: if they lie here, rename the folder 'Application' to 'applications'"
    )


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        (
            "private/applications",
            "is the folder 'applications' itself; name the one above it: --private private",
        ),
        (
            "private/applications/2026",
            "lies in the folder 'applications' itself; name the one above it: --private private",
        ),
        (
            ".",
            f"holds {ELSEWHERE}",
        ),
        (
            "records",
            f"is {ELSEWHERE}",
        ),
        (
            "../no where",
            "does not exist; make it (mkdir -p '../no where'), or name another with --private DIR",
        ),
        ("records/program.yaml", "is not a folder; name one with --private DIR"),
    ],
)
@pytest.mark.usefixtures("demonstration")
def test_a_folder_that_cannot_be_the_private_one_is_said_in_one_line(
    lrrt: Run, folder: str, said: str
) -> None:
    result = lrrt("match", "2026", "--private", folder, "--dry-run")
    assert (result.exit_code, result.stderr) == (2, f"Error: '{folder}' {said}\n")


@pytest.mark.usefixtures("demonstration")
def test_undecided_answers_are_counted_and_only_whom_to_avoid_is_shown(lrrt: Run) -> None:
    assert "undecided" not in lrrt("match", "2026", "--dry-run").stderr
    undecided = {"avoid": ["Gwenlian Dychymyg"], "methods": ["Intervews", "Something else"]}
    apply_as("zsofia-kepzelt", undecided=undecided)
    apply_as("dongengwati", undecided={"time_zone": "GMT+1"})
    said = lrrt("match", "2026", "--dry-run").stderr
    shown, _, rest = said.partition("\n\n")
    assert shown.splitlines()[0].endswith(
        "'Gwenlian Dychymyg' is not avoided yet: nobody is known by this name"
    )
    assert "(gwenllian-dychymyg)? Then move it to 'avoid' as gwenllian-dychymyg;" in shown
    assert rest.startswith(
        "4 answers in 2 applications are undecided, 1 of them under 'avoid', shown above: "
        "'lrrt validate --private private' lists all.\n\n4 of 4 mentees"
    )
    assert said.count("warning[") == 1
    listed = lrrt("validate", "--private", "private").stderr
    assert listed.count("warning[undecided-answer]") == 4
    assert "did you mean 'Interviews' (interviews)? Then write interviews under 'methods'" in listed
    assert "write the id of a term of records/vocabulary.yaml under 'methods' and" in listed


@pytest.mark.usefixtures("demonstration")
def test_the_data_are_those_of_the_issue(lrrt: Run) -> None:
    result = lrrt("match", "2026", "--json", "--dry-run")
    data = json.loads(result.stdout)
    assert list(data) == ["cohort", "objective", "pairs", "unmatched", "totals"]
    assert (data["cohort"], data["objective"], data["unmatched"]) == ("2026", "fair", [])
    assert [pair["mentee"] for pair in data["pairs"]] == [
        "dongengwati",
        "ignatius-papermoon",
        "saoirse-tallwright",
        "zsofia-kepzelt",
    ]
    for pair in data["pairs"]:
        assert list(pair) == ["mentee", "mentor", "score", "parts", "rank", "eligible"]
        assert sum(pair["parts"].values()) == pair["score"]
        assert 1 <= pair["rank"] <= pair["eligible"] == 5
    scores = [pair["score"] for pair in data["pairs"]]
    assert data["totals"] == {"matched": 4, "worst": min(scores), "total": sum(scores)}
    assert data["pairs"][0]["mentor"] == "harriet-nonesuch"
    assert data["pairs"][3]["mentor"] == "ozgur-hayaloglu"


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("objective", ["fair", "total", "leximin"])
def test_a_proof_is_written_and_verified(lrrt: Run, objective: str) -> None:
    result = lrrt("match", "2026", "--objective", objective, "--proof", "out/proof.json")
    assert result.exit_code == 0
    verified = lrrt("match", "--verify", "out/proof.json")
    assert (verified.exit_code, verified.stdout) == (0, "")
    assert verified.stderr == (
        f"Proved: no other proposal is better ({objective}; 4 of 4 mentees matched; every gap is "
        "zero).\n"
    )


@pytest.mark.usefixtures("demonstration")
def test_a_proof_of_something_else_is_refused(lrrt: Run) -> None:
    lrrt("match", "2026", "--proof", "proof.json")
    proof = json.loads(Path("proof.json").read_text("utf-8"))
    proof["pairs"]["zsofia-kepzelt"] = "xu-gousi"
    Path("proof.json").write_text(json.dumps(proof), "utf-8")
    result = lrrt("match", "--verify", "proof.json")
    assert result.exit_code == 1
    assert result.stderr.endswith("Not proved.\n")


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (None, 2, "Error: proof.json cannot be read: no such file or directory\n"),
        ("{", 2, "Error: proof.json is no certificate: "),
        ("[]", 1, "proof.json: this is no certificate\nNot proved.\n"),
        ("{}", 1, "proof.json: the certificate is damaged: 'format'\nNot proved.\n"),
    ],
)
def test_what_is_no_proof_is_said_plainly(
    lrrt: Run, content: str | None, status: int, said: str
) -> None:
    if content is not None:
        Path("proof.json").write_text(content, "utf-8")
    result = lrrt("match", "--verify", "proof.json")
    assert result.exit_code == status
    assert result.stderr.startswith(said)


@pytest.mark.usefixtures("demonstration")
def test_pins_forbids_and_without_are_kept(lrrt: Run) -> None:
    result = lrrt(
        *("match", "2026", "--json", "--dry-run", "--pin", "ignatius-papermoon=xu-gousi"),
        *("--forbid", "zsofia-kepzelt=ozgur-hayaloglu", "--without", "saoirse-tallwright"),
    )
    mentor_of = {pair["mentee"]: pair["mentor"] for pair in json.loads(result.stdout)["pairs"]}
    assert set(mentor_of) == {"dongengwati", "ignatius-papermoon", "zsofia-kepzelt"}
    assert mentor_of["ignatius-papermoon"] == "xu-gousi"
    assert mentor_of["zsofia-kepzelt"] != "ozgur-hayaloglu"


@pytest.mark.usefixtures("demonstration")
def test_who_stays_without_a_mentor_is_told_why(lrrt: Run) -> None:
    others = ("anneliese-traum-erdacht", "gwenllian-dychymyg", "harriet-nonesuch", "xu-gousi")
    without = [word for name in others for word in ("--without", name)]
    apply_as("ozgur-hayaloglu", capacity={"maximum": 1})
    result = lrrt("match", "2026", "--json", "--dry-run", *without)
    data = json.loads(result.stdout)
    assert data["totals"]["matched"] == 1
    reasons = {one["mentee"]: one["reason"] for one in data["unmatched"]}
    assert reasons["saoirse-tallwright"].startswith(
        "2 mentees can only be served by this mentor, who has 1 place: "
    )


def test_the_report_explains_everything(demonstration: Path, lrrt: Run) -> None:
    del demonstration
    result = lrrt("match", "2026", "--report", "out/report.md", "--proof", "out/proof.json")
    assert result.exit_code == 0
    report = Path("out/report.md").read_text("utf-8")
    headings = [line for line in report.splitlines() if line.startswith("#")]
    assert headings[:4] == [
        "# Proposed pairs: Cohort of 2026",
        "## The pairs",
        "## Why these pairs",
        "### Dongengwati, with Harriet Nonesuch",
    ]
    assert {
        "## Mentors and their places",
        "## What changed since the last proposal",
        "## Not to be matched this time",
        "## How to check this",
    } <= set(headings)
    assert "| Topics | 300 of 300 | Small and rural libraries; Programming and outreach;" in report
    assert (
        "| Wishes | 50 of 50 | the mentee\u2019s 1st choice; the mentor\u2019s 1st choice |"
        in report
    )
    assert report.count("**What mattered:**") == report.count("**Instead:**") == 4
    assert "- Camille de la Chimère is paired already (2026/interlibrary-requests)\n" in report
    assert report.endswith("\n    lrrt match --verify out/proof.json\n")
    assert "@" not in report


@pytest.mark.usefixtures("demonstration")
def test_a_report_can_be_shown(lrrt: Run) -> None:
    shown = lrrt("match", "2026", "--dry-run", "--report", "-").stdout
    lrrt("match", "2026", "--report", "report.md")
    assert shown.startswith("# Proposed pairs: Cohort of 2026\n")
    assert [line for line in shown.splitlines() if line.startswith("| Dongengwati")] == [
        line
        for line in Path("report.md").read_text("utf-8").splitlines()
        if line.startswith("| Dongengwati")
    ]


def test_reports_and_proofs_never_lie_among_what_is_public(demonstration: Path, lrrt: Run) -> None:
    before = files_in(demonstration)
    for option in ("--report", "--proof"):
        for place in ("records/out.md", "private/../records/pairings/out.md", "content/out.md"):
            result = lrrt("match", "2026", option, place)
            assert result.exit_code == 2
            assert "which is public; it speaks of applications" in result.stderr
    assert files_in(demonstration) == before


@pytest.mark.usefixtures("demonstration")
def test_what_a_drop_out_would_change(lrrt: Run) -> None:
    before = PAIRINGS.read_bytes()
    result = lrrt("match", "2026", "--what-if-without", "harriet-nonesuch")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(
        "Without Harriet Nonesuch, 4 of 4 mentees to be matched would have a mentor (now 4 of 4)."
    )
    assert "(now Harriet Nonesuch)\n" in result.stdout
    data = json.loads(lrrt("match", "2026", "--what-if-without", "xu-gousi", "--json").stdout)
    assert data["without"] == "xu-gousi"
    assert [one["mentee"] for one in data["changes"] if one["before"] == ["xu-gousi"]] == [
        "chidinma-akuko"
    ]
    assert PAIRINGS.read_bytes() == before


FOLDER = "private/applications/2026:1:1: error"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["2062"], 2, "records/cohorts:1:1: error[unknown-cohort] no cohort '2062'\n  help: "),
        (
            ["2025"],
            1,
            "private/applications/2025:1:1: error[no-applications] there is no application to the cohort '2025'\n",
        ),
        (
            ["2026", "--pin", "x=xu-gousi"],
            2,
            f"{FOLDER}[unknown-applicant] --pin x=xu-gousi: nobody called 'x' applied",
        ),
        (
            ["2026", "--without", "xu-gusi"],
            2,
            f"{FOLDER}[unknown-applicant] --without xu-gusi: nobody called 'xu-gusi' applied to the cohort '2026'\n  help: did you mean 'xu-gousi'?\n",
        ),
        (
            ["2026", "--what-if-without", "x"],
            2,
            f"{FOLDER}[unknown-applicant] --what-if-without x: nobody",
        ),
        (
            ["2026", "--pin", "zsofia-kepzelt=sorano-yumeko"],
            2,
            f"{FOLDER}[pin-over-capacity] 'sorano-yumeko' offered to take 1 in all, but would have 2\n",
        ),
        (
            ["2026", "--pin", "chidinma-akuko=harriet-nonesuch"],
            2,
            f"{FOLDER}[contradicting-pins] 'chidinma-akuko' is pinned to 'harriet-nonesuch', but paired already: 2026/ai-literacy-scale is active\n",
        ),
        (["2026", "--pin", "xu-gousi=dongengwati"], 2, f"{FOLDER}[pin-in-wrong-role]"),
        (
            ["2026", "--pin", "zsofia-kepzelt"],
            2,
            "Error: 'zsofia-kepzelt' names no pair; write --pin MENTEE=MENTOR\n",
        ),
        ([], 2, "Error: name a cohort, as in 'lrrt match 2026'\n"),
    ],
)
def test_bad_input_is_explained_and_nothing_written(
    demonstration: Path, lrrt: Run, arguments: list[str], status: int, said: str
) -> None:
    before = files_in(demonstration)
    result = lrrt("match", *arguments, "--report", "report.md")
    assert result.exit_code == status
    assert result.stdout == ""
    assert result.stderr.startswith(said)
    assert files_in(demonstration) == before


def test_without_the_private_folder_the_way_out_is_named(
    demonstration: Path, lrrt: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    del demonstration
    monkeypatch.delenv("LRRT_PRIVATE")
    result = lrrt("match", "2026")
    assert result.exit_code == 1
    assert "error[no-applications]" in result.stderr
    assert "help: name the folder in which 'applications' lies with --private DIR" in result.stderr
    assert result.stderr.endswith("Nothing was written.\n")


def test_more_minimums_than_mentees_are_named_with_the_way_out(
    demonstration: Path, lrrt: Run
) -> None:
    apply_as("harriet-nonesuch", capacity={"minimum": 3, "maximum": 3})
    apply_as("ozgur-hayaloglu", capacity={"minimum": 2, "maximum": 2})
    before = files_in(demonstration)
    result = lrrt("match", "2026")
    assert result.exit_code == 1
    assert "error[minimums-not-met] '" in result.stderr
    assert "the minimums ask for 5 in all, and 4 are to be matched" in result.stderr
    assert "minimum: " in result.stderr
    assert files_in(demonstration) == before


def test_faults_in_records_stop_it_unless_matching_does_not_read_them(
    demonstration: Path, lrrt: Run
) -> None:
    change("records/outputs/2026-slipcount.yaml", "type: ", "tpye: ")
    assert lrrt("match", "2026", "--dry-run").exit_code == 0
    change("private/applications/2026/xu-gousi.yaml", "role: mentor", "role: teacher")
    before = files_in(demonstration)
    result = lrrt("match", "2026")
    assert result.exit_code == 1
    assert "error[unknown-choice]" in result.stderr
    assert files_in(demonstration) == before


@pytest.mark.usefixtures("demonstration")
def test_faults_in_earlier_proposals_are_no_hindrance(lrrt: Run) -> None:
    change(str(PAIRINGS), "      - ozgur-hayaloglu", "      - somebody-gone")
    assert lrrt("validate").exit_code == 1
    assert lrrt("match", "2026").exit_code == 0
    assert lrrt("validate").exit_code == 0
    assert "title: 'What the procedure says" in PAIRINGS.read_text("utf-8")


@pytest.mark.usefixtures("demonstration")
def test_a_project_that_goes_with_its_proposal_is_named(lrrt: Run) -> None:
    result = lrrt("match", "2026", "--without", "zsofia-kepzelt")
    assert "Gone with its project: the proposal 'challenge-policies'.\n" in result.stderr


@pytest.mark.usefixtures("demonstration")
def test_a_file_that_cannot_be_added_to_is_left_alone(lrrt: Run) -> None:
    PAIRINGS.write_text(
        "pairings: [{id: a, mentors: [xu-gousi], mentees: [chidinma-akuko], status: active}]\n"
    )
    before = PAIRINGS.read_bytes()
    result = lrrt("match", "2026")
    assert result.exit_code == 1
    assert "error[unusable-pairings-file]" in result.stderr
    assert PAIRINGS.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_said(demonstration: Path, lrrt: Run) -> None:
    (demonstration / "closed").mkdir(mode=0o500)
    before = files_in(demonstration)
    result = lrrt("match", "2026", "--report", "closed/report.md")
    assert result.exit_code == 2
    assert "nothing was written" in result.stderr
    assert files_in(demonstration) == before


def test_a_report_that_cannot_be_written_leaves_the_records(demonstration: Path, lrrt: Run) -> None:
    (demonstration / "file").write_text("", "utf-8")
    before = files_in(demonstration)
    result = lrrt("match", "2026", "--report", "file/report.md")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert files_in(demonstration) == before


def test_pins_and_exclusions_of_the_record_are_kept(demonstration: Path, lrrt: Run) -> None:
    del demonstration
    file = Path("records/cohorts/2026.yaml")
    file.write_text(
        file.read_text("utf-8")
        + "pins:\n  - mentee: saoirse-tallwright\n    mentor: harriet-nonesuch\n"
        + "exclusions:\n  - mentee: zsofia-kepzelt\n    mentor: ozgur-hayaloglu\n"
        + "    reason: They write a book together.\n",
        "utf-8",
    )
    result = lrrt("match", "2026", "--json", "--dry-run", "--report", "-")
    report, _, data = result.stdout.rpartition("\n{\n")
    mentor_of = {one["mentee"]: one["mentor"] for one in json.loads("{" + data)["pairs"]}
    assert mentor_of["saoirse-tallwright"] == "harriet-nonesuch"
    assert mentor_of["zsofia-kepzelt"] != "ozgur-hayaloglu"
    assert "The committee pinned this pair." in report
    assert "the committee ruled this pair out (They write a book together.)" in report
    assert "warning[public-exclusion]" in lrrt("validate").stderr


def large_cohort(mentees: int, mentors: int) -> None:
    for number in range(mentees):
        apply_as(
            f"mentee-{number:03}",
            role="mentee",
            name={"display": f"Mentee {number}"},
            topics=[["reference-and-user-services", "open-access", "copyright"][number % 3]],
            statement=f"Question {number % 7} about shelves and ladders.",
        )
    for number in range(mentors):
        apply_as(
            f"mentor-{number:03}",
            role="mentor",
            name={"display": f"Mentor {number}"},
            topics=[["virtual-reference", "open-access"][number % 2]],
            capacity={"maximum": 2},
        )


@pytest.mark.usefixtures("demonstration")
def test_a_large_cohort_is_explained_for_those_who_are_worst_off(lrrt: Run) -> None:
    large_cohort(66, 34)
    report = lrrt("match", "2026", "--dry-run", "--report", "-").stdout
    assert report.count("**Instead:**") == 70
    costed = [line for line in report.splitlines() if line.startswith("- ") and "): " in line]
    assert len(costed) >= 100


@pytest.mark.usefixtures("demonstration")
def test_a_long_run_shows_how_far_it_has_come() -> None:
    large_cohort(60, 40)
    reader, writer = pty.openpty()
    impatient = (
        "import generator.cli.progress as p; p._PATIENCE = 0.0; import generator.cli as c; c.main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", impatient, "match", "2026", "--report", "report.md"],
        stderr=writer,
        env={**os.environ, "TERM": "xterm", "PYTHONPATH": str(ROOT)},
    ) as process:
        os.close(writer)
        said = b""
        while True:
            try:
                chunk = os.read(reader, 65536)
            except OSError:
                break
            if not chunk:
                break
            said += chunk
    os.close(reader)
    assert process.returncode == 0
    assert b"Alternates" in said
    assert b"100%" in said


GUIDE = ROOT / "docs/guides/match-mentors-and-mentees.md"
QUOTED = re.findall(
    r"```sh\nlrrt ([^\n]*)\n```\n\n```text\n(?:…\n)?(.*?)(?:…\n)?```",
    GUIDE.read_text("utf-8"),
    re.DOTALL,
)


def without_scores(text: str) -> str:
    """What stays when texts are compared in a better way."""
    lines = [line for line in text.splitlines() if not line.startswith("| Own words")]
    return re.sub(r"[+\u2212]?\d[\d,]*", "#", "\n".join(lines))


@pytest.mark.parametrize(("command", "said"), QUOTED, ids=[command for command, _ in QUOTED])
def test_the_guide_quotes_what_the_command_says(
    demonstration: Path, lrrt: Run, monkeypatch: pytest.MonkeyPatch, command: str, said: str
) -> None:
    (demonstration / "private").rename(demonstration / "mentorship-private")
    (demonstration / "here").mkdir()
    (demonstration / "records").rename(demonstration / "here/records")
    monkeypatch.chdir(demonstration / "here")
    result = lrrt(*command.split())
    assert without_scores(said) in without_scores(result.stdout + result.stderr)
