"""Faults that can be seen in the characters alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Place
from generator.source import Lines
from generator.source.characters import check_characters, describe, mended


def faults_of(content: str) -> list[str]:
    return [
        f"{found.place.line}:{found.place.column} {found.code}"
        for found in check_characters("a.yaml", content)
    ]


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        ("name: Ada\n\tx", ["2:1 tab"]),
        ("a\x07b", ["1:2 control-character"]),
        ("a\x7fb", ["1:2 control-character"]),
        ("a\u0080b", ["1:2 control-character"]),
        ("a\ufffeb", ["1:2 control-character"]),
        ("a\u200bb", ["1:2 invisible-character"]),
        ("a\u00adb", ["1:2 invisible-character"]),
        ("a\ufeffb", ["1:2 invisible-character"]),
        ("a\u202eb", ["1:2 invisible-character"]),
        ("a\U000e0041b", ["1:2 invisible-character"]),
        ("Ren\u00c3\u00a9e", ["1:4 garbled-text"]),
        ("it\u00e2\u20ac\u2122s", ["1:3 garbled-text"]),
        ("\u00d0\u0178\u00d1\u20ac", ["1:1 garbled-text"]),
        ("x \ufffd y", ["1:3 garbled-text"]),
        ("a\nRene\u0301e x", ["2:1 not-nfc"]),
        ("\u212bngstr\u00f6m", ["1:1 not-nfc"]),
    ],
)
def test_damage_is_found_at_its_place(content: str, faults: list[str]) -> None:
    assert faults_of(content) == faults


@pytest.mark.parametrize(
    "content",
    [
        "Nguyễn Thị Hoa",
        "Łucja Zmyślona, Ünal Öztürk, Æsa Ðóra, Þórr",
        "Иван Петрович Сидоров, Ђорђе",
        "نور الخيالي",
        "\u06a9\u062a\u0627\u0628\u200c\u062e\u0627\u0646\u0647",
        "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
        "Library (\u200fنور\u200e) of Example",
        "図書館　員",
        "Ada \u2013 “quoted” … €5 ½ °C \u00d7",
        "São Tomé: Â, Ã, Ð, Ñ",
        "emoji 📚",
        "no-break\u00a0space",
    ],
)
def test_the_names_and_signs_of_the_world_are_left_alone(content: str) -> None:
    assert faults_of(content) == []


def test_a_joiner_between_latin_letters_is_out_of_place() -> None:
    assert faults_of("Libra\u200drian") == ["1:6 invisible-character"]


@pytest.mark.parametrize(
    ("character", "described"),
    [
        ("\u200b", "U+200B (zero-width space)"),
        ("\u00ad", "U+00AD (soft hyphen)"),
        ("\u202e", "U+202E (right-to-left override)"),
        ("\x07", "U+0007"),
    ],
)
def test_a_character_is_described_by_number_and_name(character: str, described: str) -> None:
    assert describe(character) == described


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_count_as_editors_do(newline: str) -> None:
    content = f"ab{newline}{newline}cd"
    lines = Lines("a.yaml", content)
    assert lines.place(content.index("d")) == Place("a.yaml", 3, 2)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cn", "Co"))))
def test_text_that_is_not_composed_is_always_found(content: str) -> None:
    composed = unicodedata.is_normalized("NFC", content)
    assert any("not-nfc" in fault for fault in faults_of(content)) is not composed


@given(st.text())
def test_every_place_lies_in_the_text(content: str) -> None:
    for found in check_characters("a.yaml", content):
        assert found.place.line >= 1
        assert found.place.column >= 1


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Bibliothe\u0301caire", "Biblioth\u00e9caire"),
        ("one\r\ntwo\rthree\u2028four\vfive", "one\ntwo\nthree\nfour\nfive"),
        ("e\u200b\u0301", "\u00e9"),
        ("a\tb\x00c\u200bd\ufeffe", "a bcde"),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("\u0639\u0631\u0628\u064a\u200f", "\u0639\u0631\u0628\u064a\u200f"),
        ("Biblioth\u00c3\u00a9caire", "Biblioth\u00c3\u00a9caire"),
    ],
)
def test_characters_are_mended_without_a_guess(damaged: str, whole: str) -> None:
    assert mended(damaged) == whole


@given(st.text())
def test_mended_text_has_no_faults_but_garbled_ones(text: str) -> None:
    codes = {found.code for found in check_characters("file", mended(text))}
    assert codes <= {"garbled-text"}
    assert mended(mended(text)) == mended(text)
