"""The past of records, read from real repositories."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.agenda.history import History
from generator.source import to_yaml
from generator.website.history import read_history

FIRST_DAY = 1_767_268_800  # 2026-01-01, noon UTC


def event(**others: Any) -> str:
    usual = {
        "kind": "symposium",
        "title": "Symposium",
        "date": "2026-06-11",
        "start": "12:00",
        "end": "16:00",
    }
    return to_yaml({**usual, **others})


class Repository:
    """A repository that a test makes, a commit a day."""

    def __init__(self, folder: Path, records: str = "records") -> None:
        self.folder = folder
        self.records = folder / records
        self.days = 0
        folder.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        return run_git(self.folder, *arguments, day=self.days)

    def commit(self, files: Mapping[str, str | None]) -> str:
        """Write records, None for one to be deleted, and return the name of the commit."""
        for path, content in files.items():
            file = self.records / path
            if content is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(content, "utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "A change")
        self.days += 1
        return self.git("rev-parse", "HEAD").strip()

    def history(self, *events: str, **renamed: tuple[str, ...]) -> History:
        known: dict[str, tuple[str, ...]] = dict.fromkeys(events, ())
        return read_history(self.records, {**known, **renamed})


def run_git(folder: Path, *arguments: str, day: int = 0) -> str:
    when = f"{FIRST_DAY + day * 86_400} +0000"
    identity = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "A Tester"), ("EMAIL", "tester@example.org"), ("DATE", when))
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        env={**kept, **identity, **nowhere},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "project")


def titles(history: History, id_: str) -> list[tuple[str, str]]:
    """The titles of an event's versions, each with its commit."""
    return [(one.commit.name, one.event.title) for one in history.published.get(id_, ())]


def day(number: int) -> datetime:
    return datetime.fromtimestamp(FIRST_DAY + number * 86_400, UTC)


def test_every_commit_that_changed_a_record_counts(repository: Repository) -> None:
    first = repository.commit({"events/a.yaml": event(), "cohorts/2026.yaml": "title: x\n"})
    repository.commit({"events/b.yaml": event(title="Another")})
    third = repository.commit({"events/a.yaml": event(title="New")})
    history = repository.history("a", "b", "c")
    pasts = {id_: history.of("events", [id_]) for id_ in "abc"}
    assert {id_: (one.changes, one.last) for id_, one in pasts.items()} == {
        "a": (2, day(2)),
        "b": (1, day(1)),
        "c": (0, None),
    }
    assert history.of("cohorts", ["2026"]).changes == 1
    assert titles(history, "a") == [(first, "Symposium"), (third, "New")]
    assert history.unknown == ""


def test_what_is_not_committed_has_no_past(repository: Repository) -> None:
    name = repository.commit({"events/a.yaml": event()})
    before = repository.history("a")
    (repository.records / "events" / "a.yaml").write_text(event(title="Draft"), "utf-8")
    (repository.records / "events" / "b.yaml").write_text(event(), "utf-8")
    repository.git("add", "-A")
    assert repository.history("a") == before
    assert titles(before, "a") == [(name, "Symposium")]


def test_a_renamed_record_keeps_its_past(repository: Repository) -> None:
    first = repository.commit({"events/old.yaml": event(title="One")})
    second = repository.commit({"events/old.yaml": event(title="Two")})
    third = repository.commit(
        {"events/old.yaml": None, "events/new.yaml": event(title="Two", aliases=["old"])}
    )
    fourth = repository.commit({"events/new.yaml": event(title="Three", aliases=["old"])})
    history = repository.history(new=("old",))
    assert titles(history, "new") == [
        (first, "One"),
        (second, "Two"),
        (third, "Two"),
        (fourth, "Three"),
    ]
    assert history.of("events", ("new", "old")).changes == 4


def test_versions_that_are_no_events_are_passed_over(repository: Repository) -> None:
    first = repository.commit({"events/a.yaml": event()})
    repository.commit({"events/a.yaml": event(kind="party")})
    repository.commit({"events/a.yaml": "not: [yaml\n"})
    repository.commit({"events/a.yaml": None})
    last = repository.commit({"events/a.yaml": event(title="Again")})
    assert titles(repository.history("a"), "a") == [(first, "Symposium"), (last, "Again")]
    assert repository.history("a").of("events", ["a"]).changes == 5


def test_a_branch_counts_but_only_its_merge_was_published(repository: Repository) -> None:
    first = repository.commit({"events/a.yaml": event()})
    repository.git("checkout", "-q", "-b", "proposal")
    repository.commit({"events/a.yaml": event(title="Draft")})
    repository.commit({"events/a.yaml": event(title="Final")})
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "Merge", "proposal")
    merge = repository.git("rev-parse", "HEAD").strip()
    history = repository.history("a")
    assert titles(history, "a") == [(first, "Symposium"), (merge, "Final")]
    assert history.of("events", ["a"]).changes == 3


def test_a_merge_that_changes_what_both_sides_had_counts(repository: Repository) -> None:
    repository.commit({"events/a.yaml": event()})
    repository.git("checkout", "-q", "-b", "proposal")
    repository.commit({"events/a.yaml": event(title="Theirs")})
    repository.git("checkout", "-q", "main")
    repository.commit({"events/a.yaml": event(title="Ours")})
    repository.git("merge", "-q", "--no-ff", "--no-commit", "-s", "ours", "proposal")
    merge = repository.commit({"events/a.yaml": event(title="Both")})
    history = repository.history("a")
    assert history.of("events", ["a"]).changes == 4
    assert titles(history, "a")[-1] == (merge, "Both")


def test_a_number_never_goes_down_when_a_branch_is_given_up(repository: Repository) -> None:
    repository.commit({"events/a.yaml": event()})
    repository.git("checkout", "-q", "-b", "proposal")
    repository.commit({"events/a.yaml": event(title="Theirs")})
    before = repository.history("a").of("events", ["a"]).changes
    repository.git("merge", "-q", "--no-ff", "-s", "ours", "-m", "Give up", "main~0")
    repository.git("checkout", "-q", "main")
    repository.commit({"events/b.yaml": event()})
    repository.git("merge", "-q", "--no-ff", "-s", "ours", "-m", "Give up", "proposal")
    assert repository.history("a").of("events", ["a"]).changes >= before == 2


def test_another_clone_of_the_same_history_knows_the_same(
    repository: Repository, tmp_path: Path
) -> None:
    repository.commit({"events/a.yaml": event()})
    repository.commit({"events/a.yaml": event(title="New")})
    clone = tmp_path / "another place"
    run_git(tmp_path, "clone", "-q", str(repository.folder), str(clone))
    assert read_history(clone / "records", {"a": ()}) == repository.history("a")


def test_records_may_lie_anywhere_in_a_repository(tmp_path: Path) -> None:
    deep = Repository(tmp_path / "deep", "sites/the program/records")
    flat = Repository(tmp_path / "flat", ".")
    for one in (deep, flat):
        one.commit({"events/a.yaml": event()})
        assert [title for _, title in titles(one.history("a"), "a")] == ["Symposium"]
        assert one.history("a").of("events", ["a"]).changes == 1


def test_a_shallow_clone_says_that_it_does_not_know(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"events/a.yaml": event()})
    repository.commit({"events/a.yaml": event(title="New")})
    clone = tmp_path / "clone"
    run_git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository.folder}", str(clone))
    assert read_history(clone / "records", {"a": ()}) == History(
        unknown="this clone is shallow: it does not hold the whole history"
    )


def test_outside_a_repository_nothing_is_known(tmp_path: Path) -> None:
    history = read_history(tmp_path, {"a": ()})
    assert (history.touched, history.published) == ({}, {})
    assert history.unknown == (
        "git does not say (not a git repository (or any of the parent directories): .git)"
    )


def test_before_the_first_commit_nothing_is_known(repository: Repository) -> None:
    repository.records.mkdir()
    assert repository.history("a").unknown.startswith("git does not say (your current branch")


def test_without_git_nothing_is_known(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({"events/a.yaml": event()})
    monkeypatch.setenv("PATH", str(tmp_path))
    assert repository.history("a") == History(unknown="git cannot be run here")


def test_a_repository_that_belongs_to_somebody_else_is_left_alone(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({"events/a.yaml": event()})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    assert repository.history("a").unknown.startswith("git does not say (detected dubious")


def test_a_hook_of_another_repository_does_not_lead_astray(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({"events/a.yaml": event()})
    other = Repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.folder))
    assert repository.history("a").of("events", ["a"]).changes == 1


@pytest.mark.parametrize(
    "setting",
    [
        ("log.showSignature", "true"),
        ("log.decorate", "full"),
        ("diff.renames", "copies"),
        ("core.quotePath", "true"),
        ("color.ui", "always"),
        ("log.follow", "true"),
        ("log.diffMerges", "separate"),
        ("diff.noPrefix", "true"),
        ("format.pretty", "fuller"),
        ("diff.relative", "true"),
    ],
)
def test_a_persons_own_settings_change_nothing(
    repository: Repository, setting: tuple[str, str]
) -> None:
    repository.commit({"events/a.yaml": event()})
    repository.git("checkout", "-q", "-b", "proposal")
    repository.commit({"events/a.yaml": event(title="New")})
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "Merge", "proposal")
    before = repository.history("a")
    repository.git("config", *setting)
    assert repository.history("a") == before
    assert len(before.published["a"]) == 2


def test_only_the_newest_versions_of_a_long_past_are_read(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.website.history._LONGEST", 2)
    for number in range(4):
        repository.commit({"events/a.yaml": event(title=f"Title {number}")})
    history = repository.history("a")
    assert [title for _, title in titles(history, "a")] == ["Title 2", "Title 3"]
    assert history.of("events", ["a"]).changes == 4


def test_a_folder_that_is_gone_is_no_crash(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    shutil.rmtree(folder)
    assert read_history(folder, {}).unknown == "git cannot be run here"
