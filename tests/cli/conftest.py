"""The lrrt command, run in a folder that holds a small valid program."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "records" / "base"
SIGNATORY = "signatory:\n  name: Imogen Pretence\n  role: Chair\n"


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


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The templates and fonts of the theme, where hard links to them can be made."""
    folder = tmp_path_factory.mktemp("theme") / "documents"
    shutil.copytree(ROOT / "theme/documents", folder)
    return folder


@pytest.fixture
def office(program: Path, documents: Path) -> Path:
    """A project whose one pair completed; the theme is the real one, but can be changed."""
    (program / "mkdocs.yml").write_text(
        "site_name: x\nsite_url: https://example.org/mentorship/\ndocs_dir: content\n"
        "theme: {name: null, custom_dir: theme}\n"
    )
    (program / "content").mkdir()
    theme = program / "theme" / "documents"
    shutil.copytree(documents, theme, ignore=shutil.ignore_patterns("fonts"))
    shutil.copytree(documents / "fonts", theme / "fonts", copy_function=os.link)
    records = program / "records" / "program.yaml"
    records.write_text(records.read_text("utf-8") + SIGNATORY, "utf-8")
    return program
