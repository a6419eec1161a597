"""Shorter texts, in scripts with spaces and without."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from generator.templates.shortening import shortened


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("Seven lamps burned", 18, "Seven lamps burned"),
        ("Seven lamps burned brightly", 20, "Seven lamps burned…"),
        ("Seven lamps burned, brightly", 21, "Seven lamps burned…"),
        ("图" * 40, 30, f"{'图' * 29}…"),
        (f"On {'图' * 40}", 31, f"On {'图' * 27}…"),
        ("", 5, ""),
        ("ab cd", 1, "…"),
    ],
)
def test_a_text_keeps_as_much_as_has_room(text: str, longest: int, expected: str) -> None:
    assert shortened(text, longest) == expected


@given(st.text(st.sampled_from("ab 图é\u0301👍🏽\u200d.,"), max_size=90), st.integers(1, 70))
def test_no_text_is_longer_than_asked_and_no_character_is_broken(text: str, longest: int) -> None:
    made = shortened(text, longest)
    assert len(made) <= longest
    whole = regex.findall(r"\X", text)
    begun = regex.findall(r"\X", made if made == text else made.removesuffix("…"))
    assert begun == whole[: len(begun)]
