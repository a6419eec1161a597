"""What the wishes of both sides are worth."""

import pytest

from generator.matching.preferences import Preferences

MENTORS = ("ada", "ben", "cleo", "dan", "eve", "finn", "gus")


def preferences(mentee: list[str], **mentors: list[str]) -> Preferences:
    return Preferences({"mo": mentee, "nia": []}, {name: mentors.get(name, []) for name in MENTORS})


@pytest.mark.parametrize(
    ("mentee", "mentors", "worth"),
    [
        ([], {}, {}),
        (["ada"], {}, {0: 1000}),
        (["ben", "ada"], {}, {0: 800, 1: 1000}),
        (list(MENTORS), {}, {0: 1000, 1: 800, 2: 600, 3: 400, 4: 200, 5: 200, 6: 200}),
        (["nobody", "ada"], {}, {0: 1000}),
        ([], {"ada": ["mo"]}, {0: 1000}),
        ([], {"ada": ["nia", "mo"]}, {0: 800}),
        (["ada"], {"ada": ["mo"]}, {0: 1000}),
        (["ada"], {"ada": ["nia"]}, {0: 500}),
        (["ben"], {"ada": ["mo"]}, {0: 500, 1: 1000}),
        (["ada"], {"ada": ["nobody"]}, {0: 1000}),
    ],
)
def test_worth_is_the_mean_of_the_sides_that_named_anybody(
    mentee: list[str], mentors: dict[str, list[str]], worth: dict[int, int]
) -> None:
    assert preferences(mentee, **mentors).of("mo") == worth


def test_ranks_are_those_of_both_sides() -> None:
    wishes = preferences(list(MENTORS), gus=["nia", "mo"])
    assert wishes.ranks("mo", 6) == (7, 2)
    assert wishes.ranks("mo", 0) == (1, None)
    assert wishes.ranks("nia", 6) == (None, 1)
