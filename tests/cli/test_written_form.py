"""Whatever a command writes into the records, 'lrrt fmt' leaves as it is."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., Result]
PROGRAM = yaml.safe_load((ROOT / "records/program.yaml").read_text("utf-8"))

pytestmark = pytest.mark.skipif(
    not PROGRAM.get("sample"), reason="these tests change the demonstration, which is gone"
)

ITEMS: list[dict[str, Any]] = [
    {
        "id": "hard-to-write",
        "type": "article-journal",
        "title": "1984: No, yes, and 12:30",
        "issued": {"date-parts": [[2026, 3, 9]]},
        "author": [{"family": "Null", "given": "True"}, {"literal": "No"}],
        "container-title": "Off",
        "volume": "010",
        "issue": "4",
        "page": "1e3",
        "abstract": "First paragraph.\n\nSecond paragraph, " + "which goes on and on, " * 12,
        "note": "12:30",
        "number-of-pages": "24",
        "custom": {"on": "off", "deep": {"a": ["1", 2, None]}},
    },
    {
        "id": "a-talk",
        "type": "speech",
        "title": "2026-03-09",
        "event-title": "On",
        "event-place": "Online",
    },
]
ANSWERS = """\
Timestamp,Email,Name,Role,Institution,Research topics,Time zone,Describe your project,What may be shown?
2026-03-01,no@example.org,"Null, True",mentor,Off,"1984; No, yes, and 12:30",GMT+1,"One: # two

- three ",my name; my affiliation
2026-03-02,on@example.org,Nemo,mentee,010,1e3,Chicago,12:30,
"""
LATER = ANSWERS.replace("2026-03-0", "2026-04-0").replace("Off", "No").replace("010", "2026-03-09")


@pytest.fixture
def demonstration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: the demonstration, and its applications in private/."""
    shutil.copytree(ROOT / "records", tmp_path / "records")
    shutil.copytree(ROOT / "tests/fixtures/private", tmp_path / "private")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LRRT_PRIVATE", "private")
    return tmp_path


@pytest.mark.parametrize(
    "commands",
    [
        ["import outputs items.json --yes"],
        ["match 2026"],
        ["schedule 2027-symposium --write"],
        ["new participant --family Nobody --consent-given 2026-01-02 --consent name --yes"],
        ["new cohort --yes", "new pairing --mentor harriet-nonesuch --mentee dongengwati --project Maps --yes"],
        ["new pairing --cohort 2026 --mentor harriet-nonesuch --mentee dongengwati --yes"],
        ["new event --kind workshop --title 1984 --date 2026-12-09 --start 12:00 --end 13:00 --yes"],
        ["new program --yes"],
        ["import applications answers.csv --cohort 2026 --yes"],
        ["import applications answers.csv --cohort 2026 --yes", "accept 2026 true-null mentee-2026-01 --yes"],
        ["import applications answers.csv --cohort 2026 --yes", "import applications later.csv --cohort 2026 --update --yes"],
        ["import applications answers.csv --cohort 2026 --yes", "accept 2026 true-null mentee-2026-01 --yes",
         "import applications later.csv --cohort 2026 --update --yes", "accept 2026 true-null --update --yes"],
    ],
    ids=lambda commands: " then ".join(command.partition(" --")[0] for command in commands),
)  # fmt: skip
def test_what_a_command_writes_is_in_form_already(
    commands: list[str], demonstration: Path, lrrt: Run
) -> None:
    (demonstration / "items.json").write_text(json.dumps(ITEMS), "utf-8")
    (demonstration / "answers.csv").write_text(ANSWERS, "utf-8")
    (demonstration / "later.csv").write_text(LATER, "utf-8")
    before = {file: file.read_bytes() for file in Path().rglob("*.yaml")}
    for command in commands:
        result = lrrt(*command.split(" "))
        assert result.exit_code == 0, result.stderr
    after = {file: file.read_bytes() for file in Path().rglob("*.yaml")}
    assert after != before
    result = lrrt("fmt", "--check")
    assert (result.stdout, result.exit_code) == ("", 0)
