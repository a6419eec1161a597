"""lrrt validate --since: what every commit of a branch has held, taken out again or not."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.website.test_history import Repository, run_git

BASE = Path(__file__).parents[1] / "records" / "base" / "records"
Run = Callable[..., Result]
PERSON = "participants/ada-okafor.yaml"
ADDRESS = "ada.okafor@mail.example.net"
NUMBER = "+1 312 555 0142"


class Branch:
    """A public repository with a branch on which a test commits."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.repository = Repository(folder)
        self.run = run
        shutil.copytree(BASE, self.repository.records)
        self.write("program.yaml", self.read("program.yaml").replace("private", "public"))
        self.commit({})
        self.git("checkout", "-q", "-b", "proposal")

    def git(self, *arguments: str) -> str:
        return self.repository.git(*arguments)

    def read(self, path: str) -> str:
        return (self.repository.records / path).read_text("utf-8")

    def write(self, path: str, content: str | bytes) -> None:
        file = self.repository.records / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, files: dict[str, str | None]) -> str:
        """Commit, and return how people call the commit."""
        return self.repository.commit(files)[:7]

    def add(self, path: str, line: str) -> str:
        return self.commit({path: f"{self.read(path)}{line}\n"})

    def take_out(self, path: str) -> None:
        self.git("checkout", "-q", "main", "--", f"records/{path}")
        self.commit({})

    def found(self, since: str = "main") -> list[str]:
        """What is found only in the history, as 'commit:file:line code'."""
        result = self.run("validate", "--since", since, "--format", "json")
        assert ADDRESS not in "".join(
            one["message"] + one["help"] for one in json.loads(result.stdout) if ":" in one["path"]
        )
        return [
            f"{one['path']}:{one['line']} {one['code']}"
            for one in json.loads(result.stdout)
            if ":" in one["path"]
        ]


@pytest.fixture
def branch(tmp_path: Path, lrrt: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> Branch:
    monkeypatch.delenv("LRRT_PRIVATE", raising=False)
    made = Branch(tmp_path / "project", lrrt)
    monkeypatch.chdir(tmp_path / "project")
    return made


def test_a_clean_branch_is_clean(branch: Branch) -> None:
    branch.add(PERSON, "bio: She counts.")
    result = branch.run("validate", "--since", "main")
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"# {ADDRESS}", "email-in-record"),
        (f"bio: Call {NUMBER}", "phone-in-record"),
        (f"bio: [never closed {ADDRESS}", "email-in-record"),
    ],
)
def test_what_was_taken_out_again_is_found_where_it_came_in(
    branch: Branch, line: str, code: str
) -> None:
    commit = branch.add(PERSON, line)
    place = len(branch.read(PERSON).splitlines())
    branch.take_out(PERSON)
    assert branch.run("validate").exit_code == 0
    assert branch.run("validate", "--since", "main").exit_code == 1
    assert branch.found() == [f"{commit}:records/{PERSON}:{place} {code}"]


def test_the_way_out_is_said_with_exact_commands_and_without_the_address(branch: Branch) -> None:
    base = branch.git("rev-parse", "main")[:7]
    commit = branch.add(PERSON, f"# {ADDRESS}")
    line = len(branch.read(PERSON).splitlines())
    branch.take_out(PERSON)
    assert branch.run("validate", "--since", "main").stderr == (
        f"{commit}:records/{PERSON}:{line}:3: error[email-in-record] commit {commit} holds what "
        "looks like an e-mail address\n"
        "  help: taking it out later leaves it in the branch: propose the change anew from a new "
        "branch and delete this one, or make this one a single commit without it with "
        f"'git reset --soft {base}', 'git commit' and 'git push --force'; GitHub may still show "
        "the old commit, so tell the person and ask GitHub's support to remove it "
        "(docs/guides/reviewing.md)\n"
        "\n1 error in 1 of 9 records.\n"
    )


def test_following_the_way_out_makes_the_branch_clean(branch: Branch) -> None:
    branch.add(PERSON, f"# {ADDRESS}")
    branch.take_out(PERSON)
    branch.add(PERSON, "bio: She counts.")
    branch.git("reset", "-q", "--soft", branch.git("rev-parse", "main")[:7])
    branch.git("commit", "-q", "-m", "One commit")
    assert branch.run("validate", "--since", "main").exit_code == 0
    assert branch.read(PERSON).endswith("bio: She counts.\n")


def test_what_stays_through_many_commits_is_told_once(branch: Branch) -> None:
    commit = branch.add(PERSON, f"# {ADDRESS}")
    for number in range(3):
        branch.add(PERSON, f"# {number}")
    assert [one.partition(":")[0] for one in branch.found()] == [commit]


def test_a_file_that_was_deleted_is_searched(branch: Branch) -> None:
    commit = branch.commit({"participants/gone.yaml": f"name: {ADDRESS}\n"})
    branch.commit({"participants/gone.yaml": None})
    assert branch.found() == [f"{commit}:records/participants/gone.yaml:1 email-in-record"]


def test_a_file_that_was_renamed_is_searched_under_its_old_name(branch: Branch) -> None:
    commit = branch.add(PERSON, f"# {ADDRESS}")
    branch.git("mv", f"records/{PERSON}", "records/participants/other.yaml")
    branch.commit({})
    branch.git("mv", "records/participants/other.yaml", f"records/{PERSON}")
    branch.take_out(PERSON)
    assert [one.partition(":records/")[::2] for one in branch.found()] == [
        (commit, f"{PERSON}:{len(branch.read(PERSON).splitlines()) + 1} email-in-record")
    ]


def test_a_file_that_was_renamed_and_changed_is_told_under_its_new_name(branch: Branch) -> None:
    branch.git("mv", f"records/{PERSON}", "records/participants/other.yaml")
    commit = branch.add("participants/other.yaml", f"# {ADDRESS}")
    branch.commit({"participants/other.yaml": None})
    assert [one.partition(":records/")[0] for one in branch.found()] == [commit]
    assert branch.found()[0].startswith(f"{commit}:records/participants/other.yaml:")


@pytest.mark.parametrize("shown", ["true", "false"])
def test_the_first_commit_of_a_repository_is_searched(branch: Branch, shown: str) -> None:
    branch.git("config", "log.showRoot", shown)
    branch.git("checkout", "-q", "--orphan", "afresh")
    commit = branch.add(PERSON, f"# {ADDRESS}")
    assert [one.partition(":")[0] for one in branch.found()] == [commit]


def test_a_file_that_is_no_record_is_searched(branch: Branch) -> None:
    commit = branch.commit({"participants/ada.yml~": f"{ADDRESS}\n"})
    branch.commit({"participants/ada.yml~": None})
    assert branch.found() == [f"{commit}:records/participants/ada.yml~:1 email-in-record"]


def test_a_file_with_a_line_break_in_its_name_hides_nothing(branch: Branch) -> None:
    commit = branch.commit(
        {"participants/a\nb.yaml": f"{ADDRESS}\n", "participants/c.yaml": NUMBER}
    )
    branch.commit({"participants/a\nb.yaml": None, "participants/c.yaml": None})
    assert branch.found() == [
        f"{commit}:records/participants/a\nb.yaml:1 email-in-record",
        f"{commit}:records/participants/c.yaml:1 phone-in-record",
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "utf-8-sig"]
)
def test_text_in_another_encoding_is_searched(branch: Branch, encoding: str) -> None:
    branch.write(PERSON, f"# Müller, {ADDRESS}\n".encode(encoding))
    commit = branch.commit({})
    branch.take_out(PERSON)
    assert branch.found() == [f"{commit}:records/{PERSON}:1 email-in-record"]


def test_an_application_that_was_taken_out_again_is_found(branch: Branch) -> None:
    application = "applications/2025/ada-okafor.yaml"
    commit = branch.commit({application: f"role: mentor\nemail: {ADDRESS}\n"})
    branch.commit({application: None})
    assert branch.found() == [f"{commit}:records/{application}:1 public-application"]


def test_the_name_of_a_file_is_searched_and_not_repeated(branch: Branch) -> None:
    commit = branch.commit({f"participants/{ADDRESS}.yaml": "name: {family: Okafor}\n"})
    branch.commit({f"participants/{ADDRESS}.yaml": None})
    hidden = "•••.••••••@••••.•••••••.•••.••••"
    assert branch.found() == [f"{commit}:records/participants/{hidden}:1 email-in-record"]


def test_what_a_commit_says_is_searched_but_for_who_wrote_it(branch: Branch) -> None:
    signed = "Co-authored-by: Ada <ada.okafor@mail.example.net>"
    branch.git("commit", "-q", "--allow-empty", "-m", f"Correct a record\n\n{signed}")
    assert branch.found() == []
    branch.git("commit", "-q", "--allow-empty", "-m", f"Correct\n\nAs {ADDRESS} asked.\n\n{signed}")
    commit = branch.git("rev-parse", "HEAD")[:7]
    result = branch.run("validate", "--since", "main", "--format", "json")
    (found,) = json.loads(result.stdout)
    said = f"the message of commit {commit} has what looks like an e-mail address"
    assert (found["path"], found["line"], found["message"]) == (commit, 3, said)
    assert ADDRESS not in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("private/applications/2026/ada.yaml", "public-application"),
        ("applications/2026/ada.yaml", "public-application"),
        ("answers.CSV", "email-in-record"),
        ("from-the-form/answers.json", "email-in-record"),
    ],
)
def test_applications_are_found_wherever_they_lie(path: str, code: str, branch: Branch) -> None:
    file = branch.repository.records.parent / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"email: {ADDRESS}\n")
    branch.git("add", "-A")
    branch.git("commit", "-q", "-m", "Add")
    commit = branch.git("rev-parse", "HEAD")[:7]
    branch.git("rm", "-q", path)
    branch.git("commit", "-q", "-m", "Take out")
    assert branch.found() == [f"{commit}:{path}:1 {code}"]


def test_invented_addresses_in_the_tests_of_the_generator_are_no_fault(branch: Branch) -> None:
    file = branch.repository.records.parent / "tests/applications/2026/ada.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(f"email: {ADDRESS}\n")
    branch.git("add", "-A")
    branch.git("commit", "-q", "-m", "Add")
    assert branch.found() == []


def test_commits_of_a_merged_branch_are_searched(branch: Branch) -> None:
    branch.git("checkout", "-q", "-b", "side")
    commit = branch.add(PERSON, f"# {ADDRESS}")
    branch.take_out(PERSON)
    branch.git("checkout", "-q", "proposal")
    branch.commit({"participants/other.yaml": "name: {family: Other}\n"})
    branch.git("merge", "-q", "--no-ff", "-m", "Merge", "side")
    assert [one.partition(":")[0] for one in branch.found()] == [commit]


def test_what_came_in_with_the_merge_itself_is_found(branch: Branch) -> None:
    branch.git("checkout", "-q", "-b", "side")
    branch.add(PERSON, "bio: One.")
    branch.git("checkout", "-q", "proposal")
    branch.add("participants/ben-larsen.yaml", "bio: Another.")
    branch.git("merge", "-q", "--no-ff", "--no-commit", "side")
    commit = branch.add(PERSON, f"# {ADDRESS}")
    assert branch.git("rev-list", "--merges", "--count", "HEAD").strip() == "1"
    branch.add(PERSON, "# more")
    branch.take_out(PERSON)
    assert [one.partition(":")[0] for one in branch.found()] == [commit]


def test_what_was_public_before_is_not_the_branchs_doing(branch: Branch) -> None:
    branch.git("checkout", "-q", "main")
    branch.add(PERSON, f"# {ADDRESS}")
    branch.git("checkout", "-q", "proposal")
    branch.git("merge", "-q", "main")
    branch.add(PERSON, "# more")
    assert branch.found() == []
    commit = branch.add(PERSON, f"# {NUMBER}")
    assert [one.partition(":")[0] for one in branch.found()] == [commit]


def test_a_contact_that_visitors_may_write_to_is_no_fault(branch: Branch) -> None:
    program = branch.read("program.yaml")
    email = "office@library.example.org"
    assert "contacts:\n  - name: " in program
    branch.commit(
        {
            "program.yaml": program.replace(
                "contacts:\n", f"contacts:\n  - name: Office\n    email: {email}\n"
            )
        }
    )
    assert branch.found() == []
    commit = branch.add(PERSON, f"# {email}")
    assert [one.partition(":")[0] for one in branch.found()] == [commit]
    branch.take_out("program.yaml")
    assert [one.partition(":")[0] for one in branch.found()] == [commit]


def test_a_private_repository_may_hold_them(branch: Branch) -> None:
    branch.add(PERSON, f"# {ADDRESS}")
    branch.commit({"program.yaml": branch.read("program.yaml").replace("y: public", "y: private")})
    assert branch.run("validate", "--since", "main").exit_code == 0


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        (
            "nowhere",
            "there is no revision 'nowhere' in this repository; name a branch, a tag or a commit that is here, such as 'origin/main'",
        ),
        (
            "^main",
            "there is no revision '^main' in this repository; name a branch, a tag or a commit that is here, such as 'origin/main'",
        ),
        (
            "--all",
            "there is no revision '--all' in this repository; name a branch, a tag or a commit that is here, such as 'origin/main'",
        ),
    ],
)
def test_an_unknown_revision_is_said_in_one_line(branch: Branch, revision: str, said: str) -> None:
    result = branch.run("validate", f"--since={revision}")
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Error: {said}\n")


@pytest.mark.parametrize("depth", ["1", "2"])
def test_a_shallow_clone_is_said_to_be_one(
    branch: Branch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, depth: str
) -> None:
    branch.add(PERSON, f"# {ADDRESS}")
    branch.take_out(PERSON)
    source = f"file://{tmp_path}/project"
    run_git(tmp_path, "clone", "-q", "--depth", depth, "-b", "proposal", source, "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    for revision in ("main", "HEAD"):
        result = branch.run("validate", "--since", revision)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.count("\n") == 1
        assert result.stderr.endswith("'git fetch --unshallow'\n")


@pytest.mark.usefixtures("program")
def test_a_folder_without_history_is_said_to_have_none(lrrt: Run) -> None:
    result = lrrt("validate", "--since", "main")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(
        "Error: the history of records cannot be read: git does not say"
    )
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "setting",
    [("diff.renames", "copies"), ("color.ui", "always"), ("diff.relative", "true"), ("log.diffMerges", "off")],
)  # fmt: skip
def test_a_persons_own_settings_hide_nothing(branch: Branch, setting: tuple[str, str]) -> None:
    branch.add(PERSON, f"# {ADDRESS}")
    branch.git("mv", f"records/{PERSON}", "records/participants/moved.yaml")
    branch.add("participants/moved.yaml", f"# {NUMBER}")
    branch.git("mv", "records/participants/moved.yaml", f"records/{PERSON}")
    branch.take_out(PERSON)
    before = branch.found()
    branch.git("config", *setting)
    assert branch.found() == before
    assert len(before) == 2
