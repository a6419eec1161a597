"""The sheet that a guide offers to be tried gives what the guide quotes."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs/guides/take-in-applications.md"
QUOTED = re.compile(r"```sh\nlrrt ([^\n]+)\n```\n\n```text\n(.*?)```", re.DOTALL)
PROGRAM = yaml.safe_load((ROOT / "records/program.yaml").read_text("utf-8"))


@pytest.mark.skipif(
    not PROGRAM.get("sample"), reason="the guide speaks of the demonstration, which is gone"
)
def test_the_sheet_of_the_guide_is_taken_in_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lrrt: Callable[..., Result]
) -> None:
    shutil.copytree(ROOT / "records", tmp_path / "here/records")
    shutil.copy(ROOT / "docs/examples/answers.csv", tmp_path)
    (tmp_path / "mentorship-private").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    columns, rows, _ = QUOTED.findall(GUIDE.read_text("utf-8"))
    for command, said in (columns, rows):
        result = lrrt(*command.split())
        assert result.stdout + result.stderr == said
