"""lrrt changes, in real repositories."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.source import to_yaml, write_text
from tests.changes.reports import named_records
from tests.website.project import ROOT, command_line, environment
from tests.website.test_history import Repository

Run = Callable[..., Result]
ON = ("--on", "2026-05-20", "--format", "text")
TRI = "participants/tri-spoken.yaml"


class Project:
    """A repository with a small program, the project's theme and pages of its own."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.repository = Repository(folder)
        self.folder = folder
        self.run = run
        program = named_records()
        for path, record in program.items():
            if not path.startswith("applications"):
                write_text(folder / "records" / path, to_yaml(record))
        for part in ("content", "mkdocs.yml"):
            (shutil.copytree if (ROOT / part).is_dir() else shutil.copy)(ROOT / part, folder / part)
        (folder / "theme").symlink_to(ROOT / "theme")
        self.repository.commit({})

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        written = file.read_text("utf-8")
        assert old in written
        file.write_text(written.replace(old, new, 1), "utf-8")

    def said(self, *arguments: str) -> str:
        result = self.run("changes", *arguments, *ON)
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout

    def refused(self, *arguments: str) -> tuple[int, str]:
        result = self.run("changes", *arguments, *ON)
        assert result.stdout == ""
        return result.exit_code, result.stderr


@pytest.fixture
def project(tmp_path: Path, lrrt: Run, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.delenv("LRRT_PRIVATE", raising=False)
    made = Project(tmp_path / "project", lrrt)
    monkeypatch.chdir(made.folder)
    return made


def test_comments_order_and_what_is_the_committees_are_no_visible_change(project: Project) -> None:
    project.edit("records/program.yaml", "name:", "# A comment.\nname:")
    project.edit(f"records/{TRI}", 'given: "2026-01-02"', 'given: "2026-01-03"')
    assert project.said("main") == "No visible change.\n"


def test_the_files_as_they_are_count_where_no_head_is_named(project: Project) -> None:
    project.edit(f"records/{TRI}", "Spoken", "Spokenn")
    said = project.said("main")
    assert said.splitlines()[0] == "People: Tri Spokenn: changes the name."
    assert project.said("main", "main") == "No visible change.\n"
    project.repository.commit({})
    assert project.said("main~1", "main") == said
    project.edit(f"records/{TRI}", "Spokenn", "Otherwise")
    assert project.said("main~1", "main") == said


def test_markdown_is_the_usual_form(project: Project) -> None:
    project.edit(
        "records/events/check-in.yaml", "title: Check-in", 'title: "Check-in #12 @octocat"'
    )
    result = project.run("changes", "main", "--on", "2026-05-20")
    assert result.stdout.splitlines()[0] == (
        "- **Check-in \\#\u206012 @\u2060octocat**: has a new title (until now “Check-in”)."
    )
    assert result.stdout == project.run("changes", "main", "--on", "2026-05-20").stdout


def test_a_vocabulary_label_is_told_once(project: Project) -> None:
    label = re.findall(
        r"label: (.*)", (project.folder / "records/vocabulary.yaml").read_text("utf-8")
    )
    project.edit("records/vocabulary.yaml", f"label: {label[0]}", "label: Seating")
    assert project.said("main").splitlines()[0] == (
        f"Publications: calls the term “{label[0]}” “Seating” from now on."
    )


def test_where_lines_break_in_a_written_page_is_no_visible_change(project: Project) -> None:
    written = (project.folder / "content/privacy.md").read_text("utf-8")
    first = next(line for line in written.splitlines() if len(line.split()) > 5)
    project.edit("content/privacy.md", first, first.replace(" ", "\n", 1))
    project.edit(
        "content/index.md", "## How it works", "<!-- Mind the tone. -->\n\n## How it works"
    )
    assert project.said("main") == "No visible change.\n"


def test_what_the_base_has_gained_since_is_not_the_changes_doing(project: Project) -> None:
    git = project.repository.git
    git("checkout", "-q", "-b", "mine")
    project.edit(f"records/{TRI}", "Spoken", "Spokenn")
    project.repository.commit({})
    git("checkout", "-q", "main")
    project.edit("records/events/check-in.yaml", "title: Check-in", "title: Chat")
    project.repository.commit({})
    main, parted = (git("rev-parse", name)[:7] for name in ("main", "main~1"))
    for arguments in (("main", "mine"), ("main",)):
        git("checkout", "-q", "mine")
        result = project.run("changes", *arguments, *ON)
        assert result.stdout.splitlines()[0] == "People: Tri Spokenn: changes the name."
        assert "Chat" not in result.stdout
        assert result.stderr == (
            f"main ({main}) has gone on since: compared with {parted}, where they parted.\n"
        )


def test_branches_without_a_common_commit_are_compared_as_they_are(project: Project) -> None:
    git = project.repository.git
    git("checkout", "-q", "--orphan", "other")
    project.edit(f"records/{TRI}", "Spoken", "Spokenn")
    project.repository.commit({})
    result = project.run("changes", "main", "other", *ON)
    assert result.stdout.splitlines()[0] == "People: Tri Spokenn: changes the name."
    assert result.stderr.startswith("Nothing is known of where main (")


def test_written_pages_are_named(project: Project) -> None:
    project.edit("content/privacy.md", "# Privacy", "# Privacy\n\nMore.")
    project.edit("content/index.md", "## How it works", "## How that works")
    project.edit("content/apply.md", "You can take part", "You may take part")
    (project.folder / "content/accessibility.md").unlink()
    (project.folder / "content/visit.md").write_text("# Visit us\n\nSoon.\n")
    assert project.said("main") == (
        "Program page: changes the text.\n"
        "Apply: changes the text.\n"
        "Accessibility: removes the page.\n"
        "Privacy: changes the text.\n"
        "Visit us: adds the page.\n"
        "\n"
        "5 pages differ: LRRT Virtual Mentorship Program; Apply; Accessibility (gone); Privacy; Visit us.\n"
    )


@pytest.mark.parametrize("path", ["mkdocs.yml", "generator/views/site.py", "requirements/site.txt"])
def test_another_look_is_told(project: Project, path: str) -> None:
    file = project.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a") as stream:
        stream.write("\n# A comment.\n")
    assert project.said("main") == "The look or the generator changed; every page may differ.\n"


def test_faults_in_the_files_as_they_are_lead_to_validate(project: Project) -> None:
    project.edit(f"records/{TRI}", "name:", "nane:")
    assert project.refused("main") == (
        1,
        "Error: the records have 2 errors, so that nothing would be published; 'lrrt validate' lists what is wrong\n",
    )


def test_faults_at_a_revision_are_listed_as_git_names_files(project: Project) -> None:
    project.edit(f"records/{TRI}", "family: Spoken", "family: ''")
    project.edit(f"records/{TRI}", "given: Tri", "suffix: Jr")
    project.repository.commit({})
    commit = project.repository.git("rev-parse", "main")[:7]
    project.repository.git("checkout", "-q", "main~1", "--", "records")
    status, said = project.refused("main")
    assert status == 1
    assert said.startswith(f"{commit}:records/{TRI}:")
    assert re.search(
        rf"^Error: the records at main \({commit}\) have \d+ errors?, so that there is no site to "
        r"compare with; mend them there first, or look at the new site itself$",
        said,
        re.MULTILINE,
    )
    status, said = project.refused("main~1", "main")
    assert (
        status,
        said.splitlines()[-1].startswith(f"Error: the records at main ({commit}) have"),
    ) == (1, True)


def test_a_template_at_fault_is_named(project: Project) -> None:
    (project.folder / "theme").unlink()
    shutil.copytree(ROOT / "theme", project.folder / "theme")
    project.edit("theme/pages/people.html", "{% if site.people %}", "{% if site.peple %}")
    status, said = project.refused("main")
    assert status == 1
    assert said.startswith("theme/pages/people.html:3:1: error[bad-template] ")
    assert said.endswith("Error: the pages cannot be made\n")


@pytest.mark.parametrize("revisions", [("nowhere",), ("main", "nowhere")])
def test_an_unknown_revision_is_said_in_one_line(
    project: Project, revisions: tuple[str, ...]
) -> None:
    assert project.refused(*revisions) == (
        2,
        "Error: there is no revision 'nowhere' in this repository; name a branch, a tag or a commit that is here, such as 'origin/main'\n",
    )


def test_a_folder_without_history_is_said_to_have_none(project: Project) -> None:
    shutil.rmtree(project.folder / ".git")
    status, said = project.refused("main")
    assert status == 2
    assert said.startswith(
        "Error: the history of records cannot be read: git does not say (not a git"
    )
    assert said.count("\n") == 1


def test_without_a_configuration_it_is_missed(project: Project) -> None:
    (project.folder / "mkdocs.yml").unlink()
    assert project.refused("main") == (
        2,
        "Error: there is no mkdocs.yml here; go to the folder that holds it\n",
    )


def test_names_of_files_in_a_repository_lead_nowhere_else(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / "a/b/c"
    deep.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    git = project.repository.git
    (project.folder / "evil").write_text("name: Nobody\n")
    blob = git("hash-object", "-w", "evil").strip()
    trees = f"{project.folder}/.git/made"
    Path(trees).write_bytes(b"100644 ../../../escaped.yaml\0" + bytes.fromhex(blob))
    tree = git("hash-object", "-t", "tree", "-w", "--literally", trees).strip()
    whole = f"{project.folder}/.git/whole"
    Path(whole).write_bytes(b"40000 records\0" + bytes.fromhex(tree))
    root = git("hash-object", "-t", "tree", "-w", "--literally", whole).strip()
    commit = git("commit-tree", root, "-m", "Evil").strip()
    status, said = project.refused(commit)
    assert status == 1
    assert "there is no program.yaml among the records" in said
    assert list(tmp_path.rglob("escaped.yaml")) == []


def test_the_summary_of_a_run_says_what_merging_changes(project: Project) -> None:
    bin_folder = project.folder / ".venv/bin"
    bin_folder.mkdir(parents=True)
    (bin_folder / "lrrt").symlink_to(command_line("lrrt")[0])
    (project.folder / "site").mkdir()
    (project.folder / "site/index.html").write_text("")
    shutil.copytree(ROOT / ".ci", project.folder / ".ci")
    project.edit(f"records/{TRI}", "Spoken", "Spokenn")
    told = {
        "RECORDS": "success",
        "SITE": "success",
        "PREVIEW_URL": "https://example.org/1",
        "BASE": "main",
    }
    done = run_summary(project.folder, told)
    assert done[:3] == [
        "### The records are in order and the site is built",
        "",
        "It has 1 pages. [Download the preview](https://example.org/1), unpack it, and open `index.html`.",
    ]
    assert done[3:7] == [
        "",
        "### What merging will change on the site",
        "",
        "- **People**: Tri Spokenn: changes the name.",
    ]
    assert run_summary(project.folder, {**told, "BASE": "nowhere"})[6:] == [
        "This could not be told:",
        "",
        "``````text",
        "Error: there is no revision 'nowhere' in this repository; name a branch, a tag or a commit that is here, such as 'origin/main'",
        "``````",
    ]


def run_summary(folder: Path, told: dict[str, str]) -> list[str]:
    """The lines of a summary; it is to be made without fault."""
    done = subprocess.run(
        [folder / ".ci/summary"],
        cwd=folder,
        env=environment(told),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()


def test_a_summary_of_many_faults_is_cut_and_stays_a_quotation(tmp_path: Path) -> None:
    lrrt = tmp_path / ".venv/bin/lrrt"
    lrrt.parent.mkdir(parents=True)
    lrrt.write_text("#!/bin/sh\nyes 'records/a.yaml:1:1: error[é] é' | head -n 60000\n")
    lrrt.chmod(0o755)
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    lines = run_summary(tmp_path, {"RECORDS": "failure", "BASE": ""})
    assert len("\n".join(lines).encode()) < 500_000
    assert (lines[-1], lines[-3]) == ("``````", "records/a.yaml:1:1: error[é] é")
