"""Strict YAML in: every value with its place, and nothing that a person can write raises."""

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Place
from generator.source import Document, composer, plain, read_bytes, read_record
from generator.source.characters import LINE_BREAK


def document_of(text: str) -> Document:
    reading = read_bytes(text.encode(), "a.yaml")
    assert reading.document is not None
    return reading.document


def faults_of(content: str | bytes) -> list[str]:
    """What is wrong, as 'line:column code message'."""
    written = content.encode() if isinstance(content, str) else content
    return [
        f"{found.place.line}:{found.place.column} {found.code} {found.message}"
        for found in read_bytes(written, "a.yaml").found
    ]


def test_every_value_is_text() -> None:
    document = document_of(
        'a: 1\nb: [x, "14:30"]\nc:\n  d: 2026-03-09\n  e: >-\n    two\n    lines\n'
    )
    assert plain(document.root) == {
        "a": "1",
        "b": ["x", "14:30"],
        "c": {"d": "2026-03-09", "e": "two lines"},
    }


def test_every_value_keeps_its_place() -> None:
    document = document_of("a: 1\nb:\n  - x\n  - c: {d: ä, e: f}\n")
    assert document.place(["a"]) == Place("a.yaml", 1, 4)
    assert document.place(["b", 1, "c", "e"]) == Place("a.yaml", 4, 18)
    assert document.key_place(["b", 1, "c", "e"]) == Place("a.yaml", 4, 15)
    assert document.place(["b", 1, "no", "such"]) == Place("a.yaml", 4, 5)
    assert document.place(["b", 7]) == Place("a.yaml", 3, 3)
    assert document.key_place(["nowhere"]) == Place("a.yaml", 1, 1)


def test_places_count_as_editors_do() -> None:
    document = document_of('a: "\U0001f4da"\r\nb: x\rc: y\n')
    assert document.place(["b"]) == Place("a.yaml", 2, 4)
    assert document.place(["c"]) == Place("a.yaml", 3, 4)


def test_a_byte_order_mark_is_passed_over() -> None:
    reading = read_bytes(b"\xef\xbb\xbfa: x\n", "a.yaml")
    assert reading.found == ()
    assert reading.document is not None
    assert reading.document.place(["a"]) == Place("a.yaml", 1, 4)


def test_texts_are_all_values_with_steps_and_places() -> None:
    assert sorted(document_of("a: x\nb: [y]\nc:\n  d: z\n").texts()) == [
        (("a",), "x", Place("a.yaml", 1, 4)),
        (("b", 0), "y", Place("a.yaml", 2, 5)),
        (("c", "d"), "z", Place("a.yaml", 4, 6)),
    ]


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        ("a: b: c\n", ["1:5 syntax-error a second ': ' in one line"]),
        ("a: [x\n", ["2:1 syntax-error a list in brackets that is not closed with ']'"]),
        ("a: {x: z\n", ["2:1 syntax-error a group in braces that is not closed with '}'"]),
        ('a: "x\n', ["2:1 syntax-error a quote or bracket that is never closed"]),
        ("a: @x\n", ["1:4 syntax-error a character that must stand in quotes"]),
        ("a: %x\n", ["1:4 syntax-error a character that must stand in quotes"]),
        ('a: "\\q"\n', ["1:5 syntax-error a backslash escape that YAML does not know"]),
        ("a: x\nb\n", ["3:1 syntax-error a key without its ':'"]),
        ("a: !x!y z\n", ["1:4 syntax-error a '!' that must stand in quotes"]),
        ("- a\nb: c\n", ["2:1 syntax-error a line in a list without its '- '"]),
        ("a: x\n b: y\n", ["2:3 syntax-error a second ': ' in one line"]),
        ("a: - x\n", ["1:4 syntax-error a '- ' where no list can begin"]),
    ],
)
def test_what_is_no_yaml_is_said_in_plain_words(content: str, faults: list[str]) -> None:
    assert faults_of(content) == faults


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        (b"", ["1:1 empty-file the file holds no record"]),
        (b"# a comment\n", ["1:1 empty-file the file holds no record"]),
        (b"---\n", ["1:1 empty-file the file holds no record"]),
        (b"\xef\xbb\xbf", ["1:1 empty-file the file holds no record"]),
        (
            "a: x\nb: é\n".encode("latin-1"),
            ["2:4 damaged-encoding byte 0xE9 is not UTF-8 (in Windows-1252 it would be 'é')"],
        ),
        (
            "a: é\n".encode("utf-16"),
            ["1:1 damaged-encoding the file is saved as UTF-16, not as UTF-8"],
        ),
        (
            b"a: \xe2\x82",
            ["1:4 damaged-encoding byte 0xE2 is not UTF-8 (in Windows-1252 it would be 'â')"],
        ),
        (b"a: x\x00y\n", ["1:5 control-character control character U+0000"]),
    ],
)
def test_files_that_hold_no_text_are_named(content: bytes, faults: list[str]) -> None:
    assert faults_of(content) == faults


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        ("a: x\na: z\n", ["2:1 duplicate-key key 'a' again; it stands in line 1 already"]),
        ("a: &b x\nc: *b\n", ["1:4 anchor anchor '&b'", "2:4 anchor alias '*b' to another value"]),
        ("a: !!str x\n", ["1:4 yaml-tag tag '!!str'"]),
        ("a: !x [z]\n", ["1:4 yaml-tag tag '!x'"]),
        ("<<: {a: b}\n", ["1:1 merge-key merge key '<<'"]),
        ("? [a]\n: b\n", ["1:3 bad-key this key is not a plain word"]),
        ("a:\nb: x\n", ["1:1 empty-value key 'a' has no value"]),
        (
            "a: [x, ]\nb: [ , x]\n",
            ["2:6 syntax-error a value that is missing or cannot stand here"],
        ),
        ("a:\n  -\n  - x\n", ["2:4 empty-value this entry of the list is empty"]),
        ("a: x\n---\nb: y\n", ["2:1 several-documents a second document begins here"]),
        ("a: " + "[" * 20 + "\n", ["1:23 too-deep values nested more than 20 levels deep"]),
        ('a: " x"\n', ["1:4 edge-whitespace space at an edge of 'x'"]),
        ("a: x\u00a0\n", ["1:4 edge-whitespace space at an edge of 'x'"]),
        (
            'a: "x\\u200by"\n',
            ["1:4 invisible-character invisible character U+200B (zero-width space)"],
        ),
        (
            'a: "x\u200by"\n',
            ["1:6 invisible-character invisible character U+200B (zero-width space)"],
        ),
        ('a: "x\\ty"\n', ["1:4 tab tab character"]),
        ("a:\tx\n", ["1:3 tab tab character"]),
    ],
)
def test_what_strict_reading_refuses(content: str, faults: list[str]) -> None:
    assert faults_of(content) == faults


def test_the_last_of_two_equal_keys_is_read_and_placed() -> None:
    reading = read_bytes(b"a: x\na: z\n", "a.yaml")
    assert reading.document is not None
    assert plain(reading.document.root) == {"a": "z"}
    assert reading.document.place(["a"]) == Place("a.yaml", 2, 4)


def test_lines_that_only_yaml_breaks_do_not_shift_places() -> None:
    reading = read_bytes("a: x\u2028y\nb: z\n".encode(), "a.yaml")
    assert [found.place for found in reading.found] == [Place("a.yaml", 1, 5)]
    assert reading.document is not None
    assert reading.document.place(["b"]) == Place("a.yaml", 2, 4)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.mkdir(), "it is a folder"),
        (lambda path: path.symlink_to("nowhere"), "no such file or directory"),
        (lambda path: path.symlink_to(path), "too many levels of symbolic links"),
        (os.mkfifo, "it is no ordinary file"),
    ],
    ids=["folder", "broken link", "link to itself", "pipe"],
)
def test_what_cannot_be_opened_is_reported(make: object, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    assert callable(make)
    make(path)
    (found,) = read_record(path, "records/a.yaml").found
    assert (found.code, str(found.place)) == ("unreadable-file", "records/a.yaml:1:1")
    assert found.message == f"the file cannot be opened: {reason}"


def test_a_file_without_read_permission_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.yaml"
    path.write_text("a: x\n")
    monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root, who may read everything
    (found,) = read_record(path, "records/a.yaml").found
    assert found.message == "the file cannot be opened: permission denied"


def places_lie_inside(content: bytes) -> None:
    lines = LINE_BREAK.split(content.decode("utf-8-sig", "replace"))
    for found in read_bytes(content, "a.yaml").found:
        assert 1 <= found.place.line <= len(lines) + 1
        line = lines[found.place.line - 1] if found.place.line <= len(lines) else ""
        assert 1 <= found.place.column <= len(line) + 1


@given(st.binary(max_size=300))
def test_bytes_never_raise(content: bytes) -> None:
    places_lie_inside(content)


@given(st.text(max_size=300))
def test_text_never_raises(content: str) -> None:
    places_lie_inside(content.encode("utf-8", "replace"))


@given(st.text("ab:-?!&*[]{}|>%@`'\"#, \n\t\r\\<=~.0123\u0085\u2028\ufeff\u200b", max_size=60))
def test_texts_made_of_yaml_signs_never_raise(content: str) -> None:
    places_lie_inside(content.encode())


def test_reading_is_the_same_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    content = 'a: "x\\u200by"\nb: [1, *c]\nd: {e: 14:30}\nf: |\n  two\n  lines\n'
    with_it = read_bytes(content.encode(), "a.yaml")
    monkeypatch.setattr(composer, "_LOADER", yaml.SafeLoader)
    assert read_bytes(content.encode(), "a.yaml") == with_it


@given(st.text("ab:-?!&*[]{}|>%@`'\"#, \n\t\r\\<=~.0123\u0085\u2028\ufeff\u200b", max_size=40))
def test_without_libyaml_nothing_raises_either(content: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composer, "_LOADER", yaml.SafeLoader)
        places_lie_inside(content.encode())
