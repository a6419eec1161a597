"""What was probably meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import closest, did_you_mean, fold

KNOWN = ("ada-okafor", "ben-larsen", "elodie-nova", "2025-check-in")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("ada-okafr", "ada-okafor"),
        ("Ada Okafor", "ada-okafor"),
        ("ADA_OKAFOR", "ada-okafor"),
        ("élodie-nová", "elodie-nova"),
        ("2025-chek-in", "2025-check-in"),
        ("zebra", None),
        ("", None),
        ("a" * 100_000, None),
    ],
)
def test_the_nearest_known_word_is_meant(word: str, meant: str | None) -> None:
    assert closest(word, KNOWN) == meant


def test_a_word_that_differs_only_in_case_comes_before_one_that_is_near() -> None:
    assert closest("Marsh", ["march", "marsh", "marshe"]) == "marsh"


def test_help_names_what_was_meant_or_else_the_way_out() -> None:
    assert did_you_mean("ben-larson", KNOWN, "add one") == "did you mean 'ben-larsen'?"
    assert did_you_mean("zebra", KNOWN, "add one") == "add one"


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=8))
def test_only_known_words_are_suggested(word: str, known: list[str]) -> None:
    assert closest(word, known) in {*known, None}


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)
