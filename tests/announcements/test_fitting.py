"""What may give way does, as little as it has to, and nothing else."""

from collections.abc import Callable

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from generator.announcements.fitting import DoesNotFitError, fitted
from generator.announcements.marks import elastic, optional
from generator.templates.shortening import shortenings


def at_most(longest: int) -> Callable[[str], bool]:
    return lambda text: len(text) <= longest


def test_what_fits_is_left_as_it_is() -> None:
    assert fitted(f"a {elastic('b c')} {optional('d')}", at_most(7)) == "a b c d"


def test_what_is_optional_goes_first_the_last_of_it_before_the_others() -> None:
    text = f"{elastic('one two')} {optional('three')} {optional('four')}"
    assert fitted(text, at_most(14)) == "one two three "
    assert fitted(text, at_most(9)) == "one two  "


def test_what_is_elastic_ends_with_a_word_as_late_as_it_can() -> None:
    text = f"“{elastic('Seven lamps burned brightly')}”"
    assert [fitted(text, at_most(length)) for length in (29, 28, 21, 20, 14, 13, 9, 8, 3)] == [
        "“Seven lamps burned brightly”",
        "“Seven lamps burned…”",
        "“Seven lamps burned…”",
        "“Seven lamps…”",
        "“Seven lamps…”",
        "“Seven…”",
        "“Seven…”",
        "“Seven…”",
        "“…”",
    ]


def test_no_shortened_text_ends_with_a_little_word_or_a_loose_mark() -> None:
    assert list(shortenings("Light: A study of the dark")) == [
        "Light: A study…",
        "Light: A study…",
        "Light: A study…",
        "Light…",
        "Light…",
        "…",
    ]


def test_a_script_without_spaces_is_cut_between_its_characters() -> None:
    text = elastic("图书馆的夜晚" * 10)
    assert fitted(text, at_most(41)) == f"{('图书馆的夜晚' * 10)[:40]}…"


def test_the_last_elastic_part_gives_way_before_the_first() -> None:
    text = f"{elastic('one two three')}|{elastic('four five six')}"
    assert fitted(text, at_most(20)) == "one two three|four…"
    assert fitted(text, at_most(12)) == "one two…|…"


def test_what_cannot_fit_is_said() -> None:
    with pytest.raises(DoesNotFitError):
        fitted(f"{'a' * 10}{elastic('b')}", at_most(10))


CLUSTERS = st.sampled_from(
    ["a", " ", "e\u0301", "👨\u200d👩\u200d👧", "👍🏽", "🇺🇳", "नि", "한", "夜", "ม่", "word "]
)


@given(st.lists(CLUSTERS, max_size=80).map("".join), st.integers(1, 60))
def test_no_character_is_broken_and_the_address_stays(words: str, longest: int) -> None:
    address = "https://example.org/page/"
    told = f"{elastic(words)}\n\n{address}"
    text = fitted(told, at_most(longest + len(address) + 2))
    shown, _, kept = text.partition("\n\n")
    assert kept == address
    whole = regex.findall(r"\X", words)
    begun = regex.findall(r"\X", shown.removesuffix("…"))
    assert begun == whole[: len(begun)]
