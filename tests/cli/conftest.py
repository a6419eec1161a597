"""The lrrt command, run in a folder that holds a small valid program."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

BASE = Path(__file__).parents[1] / "records" / "base"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: a small valid program."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LRRT_PRIVATE", raising=False)
    return tmp_path


@pytest.fixture
def lrrt() -> Callable[..., Result]:
    """Run the command with arguments; what raises is a failure of the test."""

    def run(*arguments: str, answer: str | None = None) -> Result:
        result = CliRunner().invoke(main, arguments, input=answer, catch_exceptions=False)
        assert isinstance(result, Result)
        return result

    return run
