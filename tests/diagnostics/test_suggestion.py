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
        ("okafor", "ada-okafor"),
        ("Larsen", "ben-larsen"),
        ("check-in", "2025-check-in"),
        ("2025", "2025-check-in"),
        ("okafr", None),
        ("ada-larsen", None),
        ("2026-check-in", None),
        ("2052-check-in", "2025-check-in"),
        ("adaokafr", "ada-okafor"),
        ("zebra", None),
        ("", None),
        ("-", None),
        ("a" * 100_000, None),
    ],
)
def test_the_nearest_known_word_is_meant(word: str, meant: str | None) -> None:
    assert closest(word, KNOWN) == meant


def test_a_word_that_differs_only_in_case_comes_before_one_that_is_near() -> None:
    assert closest("Marsh", ["march", "marsh", "marshe"]) == "marsh"


def test_a_part_that_several_words_have_means_none_of_them() -> None:
    assert closest("ada", ["ada-okafor", "ada-nova"]) is None
    assert closest("2027", ["2025", "2026"]) is None


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("rosalind-makebright", "rosalind-veilwright"),
        ("rosalind-veilwright", "calvin-makebright"),
        ("2027-symposium", "2026-symposium"),
    ],
)
def test_somebody_or_something_else_is_not_meant(word: str, known: str) -> None:
    assert closest(word, [known]) is None


def test_a_word_with_more_parts_than_the_known_one_may_mean_it() -> None:
    assert closest("family_name", ["family", "given"]) == "family"


def test_help_names_what_was_meant_or_else_the_way_out() -> None:
    assert did_you_mean("ben-larson", KNOWN, "add one") == "did you mean 'ben-larsen'?"
    assert did_you_mean("zebra", KNOWN, "add one") == "add one"
    assert did_you_mean("", KNOWN, "add one") == "add one"


def test_help_names_the_few_words_that_have_a_part() -> None:
    known = ["ada-okafor", "ada-nova", "ben-larsen"]
    assert did_you_mean("ada", known, "add one") == "did you mean 'ada-nova' or 'ada-okafor'?"
    many = [f"2026-check-in-{number}" for number in range(5)]
    assert did_you_mean("2026", many, "add one") == "add one"


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=8))
def test_only_known_words_are_suggested(word: str, known: list[str]) -> None:
    assert closest(word, known) in {*known, None}


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)
