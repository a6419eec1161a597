"""Plain text is laid out in 72 columns, whatever the script."""

import re

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth

from generator.announcements.layout import WIDTH, flowing, wrapped
from generator.announcements.marks import column, hanging

WORDS = {
    "Latin": "readers librarians at night",
    "accents apart": "cafe\u0301 nai\u0308ve re\u0301sume\u0301",
    "Arabic": "مكتبة في الليل والقراءة",
    "Hebrew": "ספרייה בלילה",
    "Devanagari": "पुस्तकालय रात में",
    "Thai": "ห้องสมุด กลางคืน",
    "Chinese": "图书馆的夜晚，一项研究。",
    "Japanese": "図書館の夜、研究ー「資料」について。",
    "Korean": "도서관의 밤 연구",
    "emoji": "👩\u200d🔬 📚 👍🏽 🇺🇳",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_lines_of_every_script_end_within_the_columns(words: str) -> None:
    lines = wrapped(" ".join([words] * 40)).split("\n")
    assert len(lines) > 1
    assert [line for line in lines if wcswidth(line) > WIDTH] == []


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_lines_are_filled(words: str) -> None:
    """Half the width would be kept, too, by a count that takes every letter for two columns."""
    lines = wrapped(" ".join([words] * 40)).split("\n")
    longest_word = max(wcswidth(word) for word in words.split())
    assert min(wcswidth(line) for line in lines[:-1]) >= WIDTH - max(longest_word, 2) - 1


TEXTS = st.lists(
    st.one_of(
        st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), max_size=30),
        st.sampled_from([*WORDS.values(), "https://example.org/" + "path/" * 16, "- an item"]),
    ),
    max_size=25,
).map(" ".join)


@example("0 000000 00000⺀ 00000⺀ 0000000000 \u0bbe000000000⺀ 0000000000000000ᄀ⺀⺀⺀")
@given(TEXTS)
def test_only_a_single_word_or_address_is_longer_than_a_line(text: str) -> None:
    for line in wrapped(text).split("\n"):
        if wcswidth(line) > WIDTH:
            assert " " not in line.removeprefix("- ").strip(" ")


@example("\u00a0")
@given(TEXTS)
def test_nothing_is_lost_and_nothing_added(text: str) -> None:
    def bare(said: str) -> str:
        return said.replace(" ", "").replace("\n", "")

    assert bare(wrapped(text)) == bare(text)


@given(TEXTS)
def test_what_is_laid_out_has_no_space_at_the_end_of_a_line(text: str) -> None:
    assert re.search(r" $", wrapped(text), re.MULTILINE) is None


CLUSTERS = ["图", "書", "e\u0301", "👩\u200d🔬", "の", "、", "。", "「", "」", " ", "a", "한", "नि"]


@given(st.lists(st.sampled_from(CLUSTERS), max_size=200).map("".join))
def test_no_character_is_broken_in_two(text: str) -> None:
    text = " ".join(text.split(" "))
    lines = wrapped(text).split("\n")
    kept = [one for line in lines for one in regex.findall(r"\X", line) if one != " "]
    assert kept == [one for word in text.split(" ") for one in regex.findall(r"\X", word)]


def test_no_line_of_chinese_begins_with_a_mark_that_closes() -> None:
    lines = wrapped("夜" * 36 + "。" + "夜" * 35 + "」").split("\n")
    assert [line[0] for line in lines] == ["夜", "夜", "夜"]


@pytest.mark.parametrize("mark", ["「", "（", "“"])
def test_no_line_of_japanese_ends_with_a_mark_that_opens(mark: str) -> None:
    before = "本" * 35
    assert wrapped(f"{before}{mark}資料」").split("\n") == [before, f"{mark}資料」"]


@pytest.mark.parametrize("path", ["a-long-path/" * 10, "图书馆的夜晚/" * 10])
def test_an_address_is_never_broken(path: str) -> None:
    address = f"https://example.org/{path}"
    assert wrapped(f"{'word ' * 14}{address} and more").split("\n")[1] == address


def test_a_list_hangs_in() -> None:
    assert wrapped(f"- {'word ' * 20}\n- end") == (
        f"- {'word ' * 13}word\n  {'word ' * 5}word\n- end".replace(" \n", "\n")
    )


def test_a_column_holds_the_rest_of_its_line() -> None:
    laid = wrapped(f"{column('When', 10)}{'word ' * 20}")
    assert laid == f"When      {'word ' * 11}word\n          {'word ' * 7}word"


def test_a_column_is_as_wide_for_wide_letters() -> None:
    assert wrapped(f"{column('夜', 6)}a\n{column('ab', 6)}b") == "夜    a\nab    b"


def test_the_second_line_of_a_reference_hangs_in() -> None:
    laid = wrapped(hanging("word " * 20)).split("\n")
    assert laid == [f"{'word ' * 13}word", f"    {'word ' * 5}word"]


def test_an_address_that_does_not_fit_beside_a_column_stands_below_it() -> None:
    address = "https://example.org/" + "a" * 50
    assert wrapped(f"{column('Page', 10)}{address}") == f"Page\n{address}"


def test_an_empty_line_ends_a_paragraph_and_others_do_not() -> None:
    assert wrapped("one\ntwo\n\n\n\nthree") == "one two\n\nthree"


def test_an_address_on_its_own_line_stays_there() -> None:
    assert wrapped("Apply:\nhttps://example.org/\nsoon") == "Apply:\nhttps://example.org/\nsoon"


def test_a_post_has_each_paragraph_on_one_line() -> None:
    assert flowing(f"{'word ' * 30}\nend\n\n- item") == f"{'word ' * 30}end\n\n- item"
