"""The GitHub workflows are valid, safe by zizmor's rules, and pinned."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
TOOLS = Path(sys.executable).parent


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_there_is_a_workflow_for_pull_requests_and_one_for_merges() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "publish.yml"]


def test_zizmor_finds_nothing_even_when_pedantic() -> None:
    result = run(TOOLS / "zizmor", "--offline", "--quiet", "--persona", "pedantic", GITHUB)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_files_fit_their_schema(schema: str, files: list[Path]) -> None:
    result = run(TOOLS / "check-jsonschema", "--builtin-schema", schema, *files)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(path: Path) -> None:
    uses = [line.strip(" -") for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert [line for line in uses if not PINNED.fullmatch(line)] == []


def test_one_action_has_one_pin_in_all_workflows() -> None:
    text = "\n".join(path.read_text("utf-8") for path in WORKFLOWS)
    pins = set(re.findall(r"uses: (\S+)@(\S+)", text))
    assert len(pins) == len({action for action, _ in pins})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_workflow_lends_its_rights_to_the_code_of_a_pull_request(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "pull_request_target" not in text
    assert "workflow_run" not in text
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")
    assert "\npermissions: {}\n" in text


@pytest.mark.parametrize(
    ("records", "site", "title"),
    [
        ("success", "failure", "### The records are in order, but the site could not be built"),
        ("", "", "### The records were not checked"),
    ],
)
def test_the_summary_says_in_plain_words_what_went_wrong(
    records: str, site: str, title: str
) -> None:
    result = run(ROOT / ".ci" / "summary", RECORDS=records, SITE=site)
    assert (result.returncode, result.stdout.splitlines()[0]) == (0, title)
