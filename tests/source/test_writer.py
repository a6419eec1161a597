"""Canonical YAML out, whole or not at all."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.source import change_files, plain, read_bytes, to_yaml, write_bytes, write_text

CLEAN = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co")))
LINES = CLEAN.map(lambda text: " ".join(text.split()))


def faultless(value: object) -> bool:
    """Whether characters alone would not be a fault, wherever the text stands."""
    return read_bytes(f"# {value}\na: b\n".encode(), "a.yaml").found == ()


@given(LINES.filter(bool).filter(faultless))
def test_any_text_is_read_back_as_it_was_and_without_fault(text: str) -> None:
    reading = read_bytes(to_yaml({"key": text, "list": [text]}).encode(), "a.yaml")
    assert reading.found == ()
    assert reading.document is not None
    assert plain(reading.document.root) == {"key": text, "list": [text]}


@given(st.lists(LINES.filter(bool), min_size=1, max_size=5).filter(faultless))
def test_paragraphs_are_read_back_as_they_were(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    reading = read_bytes(to_yaml({"key": text}).encode(), "a.yaml")
    assert reading.found == ()
    assert reading.document is not None
    assert plain(reading.document.root) == {"key": text}


@given(LINES.filter(bool))
def test_other_yaml_tools_read_the_same_text(text: str) -> None:
    assert yaml.safe_load(to_yaml({"key": text})) == {"key": text}


def test_records_look_as_a_person_would_write_them() -> None:
    record = {
        "name": {"given": "Zoë", "family": "no"},
        "topics": ["reading", "14:30"],
        "sample": True,
        "year": 2026,
        "bio": "one\n\ntwo",
    }
    assert to_yaml(record, schema="../schemas/participant.json") == (
        "# yaml-language-server: $schema=../schemas/participant.json\n"
        'name:\n  given: Zoë\n  family: "no"\n'
        'topics:\n  - reading\n  - "14:30"\n'
        "sample: true\nyear: 2026\nbio: |-\n  one\n\n  two\n"
    )


def test_a_file_is_written_with_its_folder_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "new" / "a.yaml"
    write_text(file, "a: x\n")
    assert file.read_bytes() == b"a: x\n"
    file.chmod(0o600)
    write_text(file, "a: y\n")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"a: y\n", 0o600)
    assert list(tree(file.parent)) == ["a.yaml"]


def test_an_interrupted_write_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: x\n")
    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_text(file, "a: y\n")
    assert file.read_text() == "a: x\n"
    assert list(tree(tmp_path)) == ["a.yaml"]


def interrupt(*_arguments: object) -> None:
    raise KeyboardInterrupt


def tree(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_files_are_written_and_deleted_together(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).write_text(name)
    change_files(
        written={tmp_path / "a": "changed", tmp_path / "new": "new"},
        deleted=[tmp_path / "b", tmp_path / "c"],
    )
    assert tree(tmp_path) == {"a": "changed", "new": "new"}


@pytest.mark.parametrize("deleted", [["b", "missing"], ["missing", "b"]])
def test_where_one_file_cannot_be_changed_none_is(deleted: list[str], tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).write_text(name)
    before = tree(tmp_path)
    with pytest.raises(FileNotFoundError):
        change_files(
            written={tmp_path / "a": "changed"}, deleted=[tmp_path / name for name in deleted]
        )
    assert tree(tmp_path) == before


def test_where_one_file_cannot_be_written_none_is_deleted(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("b")
    with pytest.raises(OSError, match=r"Not a directory|File exists"):
        change_files(written={tmp_path / "a": "a", tmp_path / "b" / "below": "x"}, deleted=[])
    (tmp_path / "c").write_text("c")
    before = tree(tmp_path)
    with pytest.raises(OSError, match=r"Not a directory|File exists"):
        change_files(
            written={tmp_path / "a": "a", tmp_path / "b" / "below": "x"},
            deleted=[tmp_path / "c"],
        )
    assert tree(tmp_path) == before


@pytest.mark.parametrize("stopped_at", [1, 2, 3])
def test_an_interruption_between_files_leaves_everything_as_it_was(
    stopped_at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        (tmp_path / name).write_text(name)
    before = tree(tmp_path)
    number = 0

    def interrupted(file: Path, content: bytes) -> None:
        nonlocal number
        number += 1
        write_bytes(file, content)
        if number == stopped_at:
            raise KeyboardInterrupt

    monkeypatch.setattr("generator.source.transaction.write_bytes", interrupted)
    with pytest.raises(KeyboardInterrupt):
        change_files(
            written={tmp_path / name: "new" for name in ("a", "new", "deep/er/new")},
            deleted=[tmp_path / "b", tmp_path / "c"],
        )
    assert tree(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []
