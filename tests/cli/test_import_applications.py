"""lrrt import applications: what is proposed, written and said, for sheets as the form makers write them."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result

from generator.catalog import load_catalog
from tests.intake.programs import csv_text
from tests.intake.workbooks import workbook

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., Result]

GOOGLE = [
    ["Timestamp", "Email Address", "Your full name", "I am applying as a...", "Institution",
     "ORCID iD (if you have one)", "Which research topics interest you?", "Research methods",
     "How many mentees can you take on?", "What time zone are you in?", "Describe your project",
     "Anyone you would rather not be paired with?", "What may we show on our website?",
     "How did you hear of us?"],
    ["5/13/2025 14:03:22", " cleo@Example.ORG ", "Quill, Cleo", "Mentee", "Example Town Library",
     "https://orcid.org/0000-0001-5109-3700",
     "Reading for pleasure, Shared reading, Other: cats, dogs", "Interviews", "", "Central",
     "I want to study\nquiet hours.", "Ada Okafor", "my name, my affiliation", "A friend"],
    ["5/14/2025 09:00:00", "dora@example.org", "Dora Marsh", "Mentor", "Sample University",
     "0000-0001-5109-3701", "Leisure reading", "Intervews", "1-2", "GMT+1", "=2+2", "nobody", "No",
     ""],
    ["5/15/2025 09:00:00", "", "Nobody Mailless", "Mentor", "", "", "", "", "", "", "", "", "",
     "By mail"],
]  # fmt: skip
MICROSOFT: list[list[Any]] = [
    ["ID", "Start time", "Completion time", "Email", "Name", "First name", "Last name",
     "E-mail address", "Mentor or mentee?", "Topics", "Would a mentor from your own institution be welcome?",
     "Number of mentees"],
    [1, datetime(2025, 5, 10, 14, 0), datetime(2025, 5, 10, 14, 3, 22), "anonymous", "", "Zoë",  # noqa: DTZ001  # cells have no zone
     "Crêpe", "zoe@example.org", "Mentor", "Reading for pleasure;Cats;", "yes", 2],
    [2, datetime(2025, 5, 11, 9, 0), datetime(2025, 5, 11, 9, 5), "anonymous", "", "Wen", "示例",  # noqa: DTZ001  # cells have no zone
     "wen@example.org", "Mentee", "Shared reading;", "No", None],
]  # fmt: skip
QUALTRICS = [
    ["StartDate", "EndDate", "Status", "IPAddress", "Finished", "RecordedDate", "ResponseId", "Q1_1", "Q1_2",
     "Q2", "Q3_1", "Q3_2", "Q3_3_TEXT", "Q4"],
    ["Start Date", "End Date", "Response Type", "IP Address", "Finished", "Recorded Date", "Response ID",
     "Your name - First name", "Your name - Last name", "Email", "Topics - Reading for pleasure",
     "Topics - Shared reading", "Topics - Other - Text", "May we show your name?"],
    ['{"ImportId":"startDate"}'] + ['{"ImportId":"x"}'] * 13,
    ["2025-05-10 10:00:00", "2025-05-10 10:09:00", "IP Address", "192.0.2.7", "True",
     "2025-05-10 10:09:01", "R_1", "Cleo", "Quill", "cleo@example.org", "Reading for pleasure", "",
     "Dogs, and cats", "Yes"],
    ["2025-05-11 10:00:00", "2025-05-11 10:09:00", "IP Address", "192.0.2.8", "False",
     "2025-05-18 10:09:01", "R_2", "Dora", "", "", "", "", "", ""],
    ["2025-05-12 10:00:00", "2025-05-12 10:09:00", "Survey Preview", "", "True",
     "2025-05-12 10:09:01", "R_3", "Try", "Out", "try@example.org", "1", "1", "", ""],
]  # fmt: skip


@pytest.fixture
def private(program: Path) -> Path:
    """The private folder, which the commands are told of."""
    folder = program / "private"
    folder.mkdir()
    return folder


def applications(private: Path) -> dict[str, dict[str, object]]:
    """What the applications say, by id, without how they came in."""
    found = {}
    for file in sorted((private / "applications").rglob("*.yaml")):
        values = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # texts only
        values.pop("received")
        found[file.stem] = values
    return found


def said(result: Result) -> list[str]:
    assert result.stdout == ""
    return result.stderr.splitlines()


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def imported(lrrt: Run, *arguments: str) -> Result:
    """An import with the mapping proposed in a first run."""
    first = lrrt("import", "applications", "--private", "private", *arguments)
    assert first.exit_code == 0
    return lrrt("import", "applications", "--private", "private", *arguments)


def test_google_forms(program: Path, private: Path, lrrt: Run) -> None:
    (program / "answers.csv").write_text(csv_text(GOOGLE), "utf-8")
    result = imported(lrrt, "answers.csv", "--cohort", "2025")
    assert result.exit_code == 1
    assert said(result) == [
        "answers.csv: 3 rows, 14 columns",
        "answers.csv, row 2: new: Cleo Quill: private/applications/2025/cleo-quill.yaml",
        "    changed: e-mail address 'cleo@Example.ORG' written as cleo@example.org",
        "    changed: ORCID iD 'https://orcid.org/0000-0001-5109-3700' written as 0000-0001-5109-3700",
        "    note: name 'Quill, Cleo' taken apart at its comma: given 'Cleo', family 'Quill'",
        "    undecided: topics: 'cats, dogs'",
        "    changed: time zone 'Central' taken for America/Chicago",
        "answers.csv, row 3: new: Dora Marsh: private/applications/2025/mentor-2025-01.yaml",
        "    note: Dora Marsh has not agreed to be named, so that the id does not tell the name",
        "    note: parts of the name are not known: fill in 'given' and 'family' under 'name'",
        "    kept: '0000-0001-5109-3701' is no ORCID iD: its check character does not match; kept under 'other_answers'",
        "    undecided: methods: 'Intervews'; did you mean 'Interviews' (interviews)?",
        "    undecided: time zone 'GMT+1' does not say when clocks change; ask for the city",
        "    changed: capacity '1-2' read as 1 to 2",
        "answers.csv, row 4: rejected: Nobody Mailless: it has no e-mail address",
        "Kept with the reasons: private/intake/rejected-answers-csv.csv",
        "3 rows: 2 written, 1 rejected.",
        "2 applications with something undecided: see 'undecided' in the file, and decide before you match.",
    ]
    assert applications(private) == {
        "cleo-quill": {
            "role": "mentee",
            "name": {"given": "Cleo", "family": "Quill"},
            "email": "cleo@example.org",
            "affiliation": {"name": "Example Town Library"},
            "orcid": "0000-0001-5109-3700",
            "topics": ["reading", "shared-reading"],
            "methods": ["interviews"],
            "statement": "I want to study\nquiet hours.",
            "time_zone": "America/Chicago",
            "avoid": ["ada-okafor"],
            "consent": {"given": "2025-05-13", "scopes": ["name", "affiliation"]},
            "undecided": {"topics": ["cats, dogs"]},
            "other_answers": [{"question": "How did you hear of us?", "answer": "A friend"}],
        },
        "mentor-2025-01": {
            "role": "mentor",
            "name": {"display": "Dora Marsh"},
            "email": "dora@example.org",
            "affiliation": {"name": "Sample University"},
            "topics": ["reading"],
            "statement": "=2+2",
            "capacity": {"minimum": "1", "maximum": "2"},
            "consent": {"given": "2025-05-14", "scopes": []},
            "undecided": {"methods": ["Intervews"], "time_zone": "GMT+1"},
            "other_answers": [
                {"question": "ORCID iD (if you have one)", "answer": "0000-0001-5109-3701"}
            ],
        },
    }


def test_microsoft_forms(program: Path, private: Path, lrrt: Run) -> None:
    (program / "answers.xlsx").write_bytes(workbook({"Sheet1": MICROSOFT}))
    result = imported(lrrt, "answers.xlsx", "--cohort", "2025")
    assert result.exit_code == 0
    assert said(result)[-2:] == [
        "2 rows: 2 written.",
        "1 application with something undecided: see 'undecided' in the file, and decide before you match.",
    ]
    assert applications(private) == {
        "mentor-2025-01": {
            "role": "mentor",
            "name": {"given": "Zoë", "family": "Crêpe"},
            "email": "zoe@example.org",
            "topics": ["reading"],
            "capacity": {"maximum": "2"},
            "same_institution": "true",
            "undecided": {"topics": ["Cats"]},
        },
        "mentee-2025-01": {
            "role": "mentee",
            "name": {"given": "Wen", "family": "示例"},
            "email": "wen@example.org",
            "topics": ["shared-reading"],
            "same_institution": "false",
        },
    }


def test_qualtrics(program: Path, private: Path, lrrt: Run) -> None:
    (program / "mentees.csv").write_bytes(csv_text(QUALTRICS).encode("utf-8-sig"))
    lrrt("import", "applications", "mentees.csv", "--private", "private", "--cohort", "2025")
    mapping = private / "intake/mapping.yaml"
    text = mapping.read_text("utf-8")
    assert '"192' not in text
    mapping.write_text(
        text.replace(
            "heading: May we show your name?\n        holds: consent.scopes",
            "heading: May we show your name?\n        holds: consent.name",
        ),
        "utf-8",
    )
    result = lrrt(
        "import", "applications", "mentees.csv", "--private", "private", "--cohort", "2025"
    )
    assert said(result) == [
        "mentees.csv: 3 rows, 14 columns",
        "mentees.csv, row 4: new: Cleo Quill: private/applications/2025/cleo-quill.yaml",
        "    undecided: topics: 'Dogs, and cats'",
        "mentees.csv, row 5: rejected: Dora: the form was begun and not sent off",
        "mentees.csv, row 6: rejected: Try Out: it is a trial: its status is 'Survey Preview'",
        "Kept with the reasons: private/intake/rejected-mentees-csv.csv",
        "3 rows: 1 written, 2 rejected.",
        "1 application with something undecided: see 'undecided' in the file, and decide before you match.",
    ]
    assert applications(private) == {
        "cleo-quill": {
            "role": "mentee",
            "name": {"given": "Cleo", "family": "Quill"},
            "email": "cleo@example.org",
            "topics": ["reading"],
            "consent": {"given": "2025-05-10", "scopes": ["name"]},
            "undecided": {"topics": ["Dogs, and cats"]},
        }
    }
    assert b"192.0.2.7" not in b"".join(snapshot(private / "applications").values())


def test_a_new_form_is_proposed_and_waits_for_the_committee(
    program: Path, private: Path, lrrt: Run
) -> None:
    (program / "mentors.csv").write_text("Name,E-mail,Shoe size\nDora,d@example.org,42\n", "utf-8")
    result = lrrt(
        "import", "applications", "mentors.csv", "--private", "private", "--cohort", "2025"
    )
    assert result.exit_code == 0
    assert said(result) == [
        "mentors.csv: 1 row, 3 columns",
        "",
        "mentors.csv is of a form that is not known yet. Its columns seem to hold:",
        "  Name       → name",
        "  E-mail     → email",
        "  Shoe size  ? not recognized: the answers are kept as they are",
        "  Everybody in it applies as a mentor, as its name says.",
        "",
        "What the columns hold is written into private/intake/mapping.yaml.",
        "Check it and correct it there, then run the same command again.",
    ]
    assert list(snapshot(private)) == ["intake/mapping.yaml"]
    mapping = (private / "intake/mapping.yaml").read_text("utf-8")
    assert "d@example.org" not in mapping
    assert "Dora" not in mapping


@pytest.mark.usefixtures("private")
def test_a_form_that_names_no_role_says_where_to_write_it(program: Path, lrrt: Run) -> None:
    (program / "Mentorship 2025.csv").write_text("Name,E-mail\nDora,d@example.org\n", "utf-8")
    result = lrrt(
        "import", "applications", "Mentorship 2025.csv", "--private", "private", "--cohort", "2025"
    )
    assert said(result)[5:7] == [
        "  Nothing says whether mentors or mentees filled it in. Write 'holds: role' at the",
        "  column that says it; only if everybody is the same, 'role: mentee' above 'columns'.",
    ]


@pytest.mark.usefixtures("private")
def test_yes_goes_on_with_what_was_proposed(program: Path, lrrt: Run) -> None:
    (program / "mentors.csv").write_text("Name,E-mail\nDora,d@example.org\n", "utf-8")
    result = lrrt(
        "import", "applications", "mentors.csv", "--private", "private", "--cohort", "2025", "--yes"
    )
    assert (result.exit_code, said(result)[-1]) == (0, "1 row: 1 written.")


def test_two_forms_and_new_columns_are_told_apart(program: Path, private: Path, lrrt: Run) -> None:
    (program / "mentors.csv").write_text("Name,E-mail,Capacity\nDora,d@example.org,2\n", "utf-8")
    (program / "mentees.csv").write_text("Name,E-mail,Needs\nWen,w@example.org,x\n", "utf-8")
    both = ("mentors.csv", "mentees.csv", "--cohort", "2025")
    assert said(imported(lrrt, *both))[-2] == "2 rows: 2 written."
    (program / "mentors.csv").write_text(
        "Capacity,Name,E-mail,Shoe size,Hat\n2,Dora,d@example.org,42,\n1,Eve,e@example.org,,\n",
        "utf-8",
    )
    result = lrrt("import", "applications", "--private", "private", *both)
    assert [line for line in said(result) if "column '" in line] == [
        "mentors.csv: column 'Shoe size' is not in the mapping; its 1 answer kept under 'other_answers'",
        "mentors.csv: column 'Hat' is not in the mapping; its 0 answers kept under 'other_answers'",
    ]
    assert {id_: values["role"] for id_, values in applications(private).items()} == {
        "mentee-2025-01": "mentee",
        "mentor-2025-01": "mentor",
        "mentor-2025-02": "mentor",
    }


def test_running_it_again_changes_no_byte(program: Path, private: Path, lrrt: Run) -> None:
    (program / "answers.csv").write_text(csv_text(GOOGLE), "utf-8")
    imported(lrrt, "answers.csv", "--cohort", "2025")
    before = snapshot(private)
    result = lrrt(
        "import", "applications", "answers.csv", "--private", "private", "--cohort", "2025"
    )
    assert said(result)[-1] == "3 rows: 2 there already, 1 rejected."
    assert snapshot(private) == before


def test_a_rejected_row_is_corrected_in_its_file_and_imported_from_there(
    program: Path, private: Path, lrrt: Run
) -> None:
    (program / "answers.csv").write_text(csv_text(GOOGLE), "utf-8")
    imported(lrrt, "answers.csv", "--cohort", "2025")
    rejected = private / "intake/rejected-answers-csv.csv"
    text = rejected.read_text("utf-8-sig")
    assert text.splitlines()[0].endswith(",How did you hear of us?,Row,Reason")
    assert text.splitlines()[1].endswith(",By mail,4,it has no e-mail address")
    rejected.write_text(text.replace("09:00:00,,", "09:00:00,n@example.org,"), "utf-8")
    result = lrrt(
        "import", "applications", str(rejected), "--private", "private", "--cohort", "2025"
    )
    assert said(result)[-1] == "1 row: 1 written."


def test_a_dry_run_writes_nothing(program: Path, private: Path, lrrt: Run) -> None:
    (program / "answers.csv").write_text(csv_text(GOOGLE), "utf-8")
    result = lrrt(
        "import",
        "applications",
        "answers.csv",
        "--private",
        "private",
        "--cohort",
        "2025",
        "--dry-run",
    )
    assert said(result)[-2] == "3 rows: 2 would be written, 1 rejected."
    assert snapshot(private) == {}


def test_applications_stay_out_of_a_public_repository(program: Path, lrrt: Run) -> None:
    (program / "answers.csv").write_text(csv_text(GOOGLE), "utf-8")
    before = snapshot(program)
    result = lrrt("import", "applications", "answers.csv", "--cohort", "2025")
    assert (result.exit_code, said(result)) == (
        2,
        [
            (
                "Error: everybody can read these records, and applications are for the committee alone; "
                "name a private folder elsewhere with --private DIR or LRRT_PRIVATE"
            )
        ],
    )
    (program / "records/inside").mkdir()
    result = lrrt(
        "import", "applications", "answers.csv", "--cohort", "2025", "--private", "records/inside"
    )
    assert (result.exit_code, said(result)) == (
        2,
        ["Error: records/inside lies among the records, which everybody can read; name another"],
    )
    assert snapshot(program) == before


def refused_place(lrrt: Run, folder: str) -> str:
    """Where the command says that a private folder lies; nothing where it takes it."""
    result = lrrt(
        "import",
        "applications",
        "answers.csv",
        "--cohort",
        "2025",
        "--private",
        folder,
        "--dry-run",
    )
    last = said(result)[-1]
    return last.partition(" lies ")[2].partition(", which")[0] if result.exit_code == 2 else ""


def test_no_link_leads_applications_into_what_everybody_can_read(program: Path, lrrt: Run) -> None:
    (program / "answers.csv").write_text(csv_text(GOOGLE), "utf-8")
    (program / "link").symlink_to("records/cohorts", target_is_directory=True)
    for inside in ("applications", "intake"):
        folder = program / f"private-{inside}"
        folder.mkdir()
        (folder / inside).symlink_to("../records", target_is_directory=True)
        assert refused_place(lrrt, folder.name) == "among the records"
    assert refused_place(lrrt, "link") == "among the records"


def test_a_folder_in_the_repository_of_the_records_is_private_only_if_git_ignores_it(
    program: Path, lrrt: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (program / "answers.csv").write_text(csv_text(GOOGLE), "utf-8")
    subprocess.run(["git", "init", "--quiet"], check=True)
    (program / "private").mkdir()
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert refused_place(lrrt, "private") == "in the repository of the records"
    assert refused_place(lrrt, str(elsewhere)) == ""
    (elsewhere / "applications").symlink_to(program / "private", target_is_directory=True)
    assert refused_place(lrrt, str(elsewhere)) == "in the repository of the records"
    (program / ".gitignore").write_text("/private/\n")
    assert refused_place(lrrt, "private") == ""
    assert refused_place(lrrt, str(elsewhere)) == ""


def test_what_was_corrected_among_the_rejected_is_not_written_over(
    program: Path, private: Path, lrrt: Run
) -> None:
    (program / "answers.csv").write_text(csv_text(GOOGLE), "utf-8")
    imported(lrrt, "answers.csv", "--cohort", "2025")
    rejected = private / "intake/rejected-answers-csv.csv"
    text = rejected.read_text("utf-8-sig").replace("09:00:00,,", "09:00:00,n@example.org,")
    rejected.write_text(text, "utf-8")
    again = ("import", "applications", "answers.csv", "--private", "private", "--cohort", "2025")
    result = lrrt(*again)
    assert said(result)[-2] == ("Kept with the reasons: private/intake/rejected-answers-csv-2.csv")
    assert rejected.read_text("utf-8") == text
    before = snapshot(private)
    lrrt(*again)
    assert snapshot(private) == before


def test_a_long_name_is_cut_where_rejected_rows_are_kept(
    program: Path, private: Path, lrrt: Run
) -> None:
    name = f"{'x' * 240}.csv"
    (program / name).write_text(csv_text([GOOGLE[0], GOOGLE[3]]), "utf-8")
    assert imported(lrrt, name, "--cohort", "2025").exit_code == 1
    assert (private / f"intake/rejected-{'x' * 60}.csv").exists()


@pytest.mark.parametrize(
    ("text", "is_taken"),
    [
        ("forms:\n- name: x\n  columns:\n  - heading: A\n    holds: keep\n", True),
        ("forms:\n    - name: x\n      columns:\n          - {heading: A, holds: keep}\n", True),
        ("forms: []\n", False),
        ("forms: [{name: x, columns: [{heading: A, holds: keep}]}]\n", False),
    ],
)
def test_a_mapping_that_somebody_wrote_is_added_to_or_left_alone(
    program: Path,
    private: Path,
    lrrt: Run,
    text: str,
    is_taken: bool,  # noqa: FBT001  # what is expected
) -> None:
    (program / "answers.csv").write_text(csv_text(GOOGLE), "utf-8")
    file = private / "intake/mapping.yaml"
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    again = ("import", "applications", "answers.csv", "--private", "private", "--cohort", "2025")
    first = lrrt(*again)
    if is_taken:
        assert said(lrrt(*again))[-2] == "3 rows: 2 written, 1 rejected."
    else:
        assert (first.exit_code, file.read_text("utf-8")) == (2, text)
        assert said(first)[-1].startswith(
            "Error: private/intake/mapping.yaml: no form can be added to it as it is written"
        )


def test_a_garbled_heading_is_named_and_kept_in_no_mapping(
    program: Path, private: Path, lrrt: Run
) -> None:
    (program / "answers.csv").write_text("Name,E-mail,PrÃ©nom\nDora,d@example.org,x\n", "utf-8")
    result = lrrt("import", "applications", "answers.csv", "--private", "private")
    assert (result.exit_code, said(result)[-1]) == (
        2,
        (
            "Error: answers.csv: a heading cannot be kept: garbled text 'Ã©'; type the character again; "
            "download the answers again, as a workbook if you can"
        ),
    )
    assert snapshot(private) == {}


def test_in_a_private_repository_they_lie_among_the_records(program: Path, lrrt: Run) -> None:
    file = program / "records/program.yaml"
    file.write_text(file.read_text("utf-8").replace("repository: public", "repository: private"))
    (program / "answers.csv").write_text(csv_text(GOOGLE), "utf-8")
    lrrt("import", "applications", "answers.csv", "--cohort", "2025", "--yes")
    assert [path for path in snapshot(program) if "application" in path or "intake" in path] == [
        "intake/mapping.yaml",
        "intake/rejected-answers-csv.csv",
        "records/applications/2025/cleo-quill.yaml",
        "records/applications/2025/dora-marsh.yaml",
    ]
    assert [one for one in load_catalog(program / "records").found if one.severity == "error"] == []


@pytest.mark.usefixtures("private")
def test_a_folder_of_files_is_taken_in_whole(program: Path, lrrt: Run) -> None:
    folder = program / "in"
    folder.mkdir()
    for name in ("cleo", "dora"):
        answers = {"role": "mentee", "name": {"family": name}, "email": f"{name}@example.org"}
        whole = {"format": "lrrt-application", "version": 1, "cohort": "2025", "answers": answers}
        (folder / f"{name}.json").write_text(json.dumps(whole), "utf-8")
    (folder / "broken.json").write_text("{", "utf-8")
    (folder / "notes.md").write_text("nothing", "utf-8")
    result = lrrt("import", "applications", "in", "--private", "private")
    assert (result.exit_code, said(result)) == (
        1,
        [
            "in/broken.json:1:2: it is not whole: expecting property name enclosed in double quotes",
            "in/cleo.json: new: cleo: private/applications/2025/mentee-2025-01.yaml",
            "    note: cleo has not agreed to be named, so that the id does not tell the name",
            "in/dora.json: new: dora: private/applications/2025/mentee-2025-02.yaml",
            "    note: dora has not agreed to be named, so that the id does not tell the name",
            "2 applications: 2 written.",
        ],
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.csv"], "nowhere.csv cannot be read: no such file or directory"),
        (["a.csv", "--cohort", "2052"], "no cohort '2052'; did you mean '2025'?"),
        (
            ["a.csv", "--cohort", "2025", "--person", "a.csv, row 9=x"],
            "--person a.csv, row 9=x: nothing was sent at 'a.csv, row 9'; write it as the output names it",
        ),
        (["."], ". holds no file of answers (.json, .csv, .tsv, .txt, .xlsx, .xlsm)"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    program: Path, private: Path, lrrt: Run, arguments: list[str], message: str
) -> None:
    (private / "a.csv" if arguments == ["."] else program / "a.csv").write_text(
        "Name,Email\nDora,d@example.org\n", "utf-8"
    )
    (private / "a.csv").unlink(missing_ok=True)
    result = lrrt("import", "applications", *arguments, "--private", "private", "--yes")
    assert (result.exit_code, said(result)[-1]) == (2, f"Error: {message}")
    assert not (private / "applications").exists()


@pytest.mark.usefixtures("private")
def test_without_a_cohort_the_open_call_is_taken_or_asked_for(
    program: Path, lrrt: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program / "mentees.csv").write_text("Name,Email\nDora,d@example.org\n", "utf-8")
    arguments = (
        "import",
        "applications",
        "mentees.csv",
        "--private",
        "private",
        "--yes",
        "--dry-run",
    )
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1747000000")  # 2025-05-11
    assert "The call for 2025 is open: taken for applications to it." in said(lrrt(*arguments))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1757000000")  # 2025-09-04
    result = lrrt(*arguments)
    assert (result.exit_code, said(result)[-1]) == (
        2,
        (
            "Error: say which cohort these are applications to with --cohort; the cohorts are 2025, "
            "and no call is open on 2025-09-04"
        ),
    )


def test_newer_answers_are_taken_with_update(program: Path, private: Path, lrrt: Run) -> None:
    sheet = program / "mentees.csv"
    command = ("import", "applications", "mentees.csv", "--private", "private", "--cohort", "2025")
    sheet.write_text("Name,Email,Bio\nDora,d@example.org,Old.\n", "utf-8")
    lrrt(*command, "--yes")
    sheet.write_text("Name,Email,Bio\nDora,d@example.org,New.\n", "utf-8")
    before = snapshot(private)
    result = lrrt(*command)
    assert (result.exit_code, said(result)[1:]) == (
        1,
        [
            "mentees.csv, row 2: differs: Dora: private/applications/2025/mentee-2025-01.yaml",
            "    bio: 'Old.' → 'New.'",
            "    kept as it is; --update takes the new answers",
            "1 row: 1 different from what is there.",
        ],
    )
    assert snapshot(private) == before
    result = lrrt(*command, "--update")
    assert (result.exit_code, said(result)[-1]) == (0, "1 row: 1 updated.")
    assert applications(private)["mentee-2025-01"]["bio"] == "New."
    assert lrrt(*command).exit_code == 0


@pytest.mark.parametrize(("answer", "written"), [("y", True), ("n", False)])
def test_on_a_terminal_it_asks_before_it_writes(
    program: Path, private: Path, answer: str, *, written: bool
) -> None:
    (private / "intake").mkdir()
    (program / "mentees.csv").write_text("Name,Email\nDora,d@example.org\n", "utf-8")
    code = "from generator.cli import main; main()"
    command = [sys.executable, "-c", code, "import", "applications", "mentees.csv",
               "--private", "private", "--cohort", "2025"]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=program, env=environment, check=True, stdin=subprocess.DEVNULL,
                   capture_output=True)  # fmt: skip
    ours, theirs = pty.openpty()
    os.write(ours, f"{answer}\n".encode())
    done = subprocess.run(command, cwd=program, env=environment, stdin=theirs, capture_output=True,
                          check=False, text=True)  # fmt: skip
    os.close(ours)
    os.close(theirs)
    assert "Write 1 application?" in done.stderr
    assert (private / "applications").exists() == written
    assert ("Nothing was written." in done.stderr) == (not written)


@pytest.mark.usefixtures("private")
def test_signs_that_control_a_terminal_are_not_printed(program: Path, lrrt: Run) -> None:
    (program / "mentees.csv").write_text("Name,Email\n\x1b[2JDora,nothing\x07\n", "utf-8")
    result = lrrt(
        "import", "applications", "mentees.csv", "--private", "private", "--cohort", "2025", "--yes"
    )
    assert "\x1b" not in result.stderr
    assert "\x07" not in result.stderr


def test_nothing_is_written_where_one_file_cannot_be(
    program: Path, private: Path, lrrt: Run
) -> None:
    (program / "answers.csv").write_text(csv_text(GOOGLE), "utf-8")
    (private / "intake").write_text("")
    result = imported(lrrt, "answers.csv", "--cohort", "2025", "--mapping", "mapping.yaml")
    assert result.exit_code == 2
    assert said(result)[-1].endswith("cannot be written: file exists; nothing was written")
    assert list((private / "applications").rglob("*.yaml")) == []


def test_matching_warns_of_what_is_undecided(private: Path, lrrt: Run) -> None:
    folder = private / "applications/2025"
    folder.mkdir(parents=True)
    (folder / "ada-okafor.yaml").write_text("role: mentor\nemail: a@example.org\n", "utf-8")
    (folder / "ben-larsen.yaml").write_text(
        "role: mentee\nemail: b@example.org\nundecided:\n  avoid: [Ada]\n", "utf-8"
    )
    result = lrrt("match", "2025", "--private", "private", "--dry-run")
    assert said(result)[0] == (
        "private/applications/2025/ben-larsen.yaml:4:11: warning[undecided-answer] 'Ada' is not "
        "avoided yet: nobody is known by this name"
    )
