"""Every kind of fault has an example: one wrong tree, one right tree, over a small valid program.

``tests/records/base`` is that program. ``tests/records/<code>/wrong`` and ``right`` are laid over
it; a file ``DELETE`` in them lists what is taken away first. ``expected.txt`` holds the lines that
``lrrt validate`` prints for the wrong one.
"""

import shutil
from pathlib import Path

import pytest

from generator.catalog import load_catalog
from generator.diagnostics import RULES, Diagnostic
from generator.diagnostics.rules import matching, site
from generator.source.reader import LARGEST

HERE = Path(__file__).parent
ELSEWHERE = {rule.code for rule in (*site.RULES, *matching.RULES)}
"""Faults that only building or matching can find; their own tests show them."""

CODES = sorted(RULES.keys() - ELSEWHERE)
TOO_LARGE_FOR_GIT = {
    "file-too-large": {"records/outputs/2026-slides.yaml": b"# slide\n" * (LARGEST // 8 + 1)}
}


def lay(folder: Path, code: str, side: str) -> Path:
    """A copy of the base program with one side of an example laid over it."""
    shutil.copytree(HERE / "base", folder, dirs_exist_ok=True)
    overlay = HERE / code / side
    deletions = overlay / "DELETE"
    for path in deletions.read_text("utf-8").split() if deletions.exists() else ():
        (folder / path).unlink()
    if overlay.exists():
        shutil.copytree(
            overlay, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("DELETE")
        )
    for path, content in TOO_LARGE_FOR_GIT.get(code, {}).items() if side == "wrong" else ():
        (folder / path).write_bytes(content)
    return folder


def found_in(folder: Path) -> tuple[Diagnostic, ...]:
    private = folder / "private"
    return load_catalog(
        folder / "records",
        private if private.exists() else None,
        shown="records",
        private_shown="private",
    ).found


def line_of(found: Diagnostic) -> str:
    return f"{found.place}: {found.severity}[{found.code}] {found.message}"


def snippets_of(folder: Path) -> str:
    """Everything in an example's files, one after another."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in files)


def test_the_base_program_is_without_fault(tmp_path: Path) -> None:
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    assert found_in(tmp_path) == ()


def test_every_kind_of_fault_has_an_example_and_no_other_is_there() -> None:
    folders = {path.name for path in HERE.iterdir() if path.is_dir()}
    assert folders - {"base", "__pycache__"} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_has_exactly_the_expected_faults(code: str, tmp_path: Path) -> None:
    found = found_in(lay(tmp_path, code, "wrong"))
    assert [line_of(each) for each in found] == (
        (HERE / code / "expected.txt").read_text("utf-8").splitlines()
    )
    assert code in {each.code for each in found}


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_is_without_fault(code: str, tmp_path: Path) -> None:
    assert [line_of(each) for each in found_in(lay(tmp_path, code, "right"))] == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("side", ["wrong", "right"])
def test_the_snippet_of_the_rule_stands_in_its_example(code: str, side: str) -> None:
    snippet: str = getattr(RULES[code], side)
    if snippet.startswith("("):
        assert snippet.endswith(")")
    else:
        assert snippet in snippets_of(HERE / code / side)


def test_the_help_of_every_rule_is_a_clause_that_a_sentence_can_end_with() -> None:
    for rule in RULES.values():
        assert not rule.help.endswith((".", " ", ",")), rule.code
        assert rule.summary[:1].isupper(), rule.code
        assert not rule.summary.endswith("."), rule.code
        assert rule.why.endswith("."), rule.code
