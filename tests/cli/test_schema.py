"""lrrt schema: the files that are made from the models and the rules."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.records.kinds import Kind

Run = Callable[..., Result]


def test_every_schema_and_both_references_are_written(program: Path, lrrt: Run) -> None:
    result = lrrt("schema")
    assert result.exit_code == 0
    written = {path.relative_to(program).as_posix() for path in program.rglob("*.[jmy]*")}
    assert {path for path in written if not path.endswith(".yaml")} == {
        "docs/diagnostics.md",
        "docs/records.md",
        *(f"records/schemas/{kind}.json" for kind in Kind),
        *(
            f".github/ISSUE_TEMPLATE/{name}.yml"
            for name in (
                "config",
                "correction-cohort",
                "correction-event",
                "correction-output",
                "correction-page",
                "correction-participant",
            )
        ),
    }
    assert lrrt("schema").stderr == "18 files are up to date.\n"


def test_check_writes_nothing_and_names_what_would_change(program: Path, lrrt: Run) -> None:
    lrrt("schema")
    (program / "docs/records.md").write_text("old")
    (program / "records/schemas/event.json").write_bytes(b"\xff")
    result = lrrt("schema", "--check")
    assert result.exit_code == 1
    assert result.stderr == (
        "records/schemas/event.json is out of date\n"
        "docs/records.md is out of date\n"
        "Run 'lrrt schema' to write them.\n"
    )
    assert (program / "docs/records.md").read_text() == "old"


@pytest.mark.usefixtures("program")
def test_a_folder_that_cannot_be_written_to_is_said(
    lrrt: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)  # root may write everywhere
    result = lrrt("schema")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: records/schemas/program.json cannot be written: permission denied",
    )
