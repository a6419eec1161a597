"""lrrt new program: the demonstration goes, whole or not at all; real records never."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def tree(program: Path) -> dict[str, bytes]:
    return {
        path.relative_to(program).as_posix(): path.read_bytes()
        for path in sorted(program.rglob("*"))
        if path.is_file()
    }


SHOWN = """\
This deletes:
      1  records/cohorts
      2  records/events
      1  records/outputs
      1  records/pairings
      2  records/participants
"""


@pytest.mark.parametrize("how", ["--yes", "y\n"])
def test_the_demonstration_is_emptied(how: str, program: Path, lrrt: Run) -> None:
    before = tree(program)
    result = lrrt("new", "program", *(["--yes"] if how == "--yes" else []), answer=how)
    assert result.exit_code == 0
    assert result.stderr.startswith(SHOWN)
    after = tree(program)
    assert after == {
        "records/program.yaml": before["records/program.yaml"].replace(b"e: true", b"e: false"),
        "records/vocabulary.yaml": before["records/vocabulary.yaml"],
        **{
            f"records/{folder}/.gitkeep": b""
            for folder in (
                "certificates",
                "cohorts",
                "events",
                "news",
                "outputs",
                "pairings",
                "participants",
            )
        },
    }
    assert lrrt("validate").stderr == "2 records checked: no faults.\n"


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_nothing_is_deleted_without_a_yes(answer: str, program: Path, lrrt: Run) -> None:
    before = tree(program)
    result = lrrt("new", "program", answer=answer)
    assert result.exit_code == 1
    assert result.stderr.startswith(SHOWN)
    assert tree(program) == before


def test_what_is_not_invented_is_not_deleted(program: Path, lrrt: Run) -> None:
    file = program / "records/program.yaml"
    file.write_text(file.read_text("utf-8").replace("sample: true", "sample: false"), "utf-8")
    before = tree(program)
    result = lrrt("new", "program", "--yes")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: records/program.yaml does not say 'sample: true', so the records may be real people's; nothing was deleted\n",
    )
    assert tree(program) == before


def test_a_second_time_there_is_nothing_left_to_empty(program: Path, lrrt: Run) -> None:
    lrrt("new", "program", "--yes")
    before = tree(program)
    assert lrrt("new", "program", "--yes").exit_code == 2
    assert tree(program) == before


def test_where_one_file_cannot_be_deleted_none_is(
    program: Path, lrrt: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(program)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "2026-symposium.yaml":
            raise PermissionError(13, "Permission denied", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    result = lrrt("new", "program", "--yes")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: records/events/2026-symposium.yaml cannot be changed: permission denied; nothing was deleted",
    )
    assert tree(program) == before
