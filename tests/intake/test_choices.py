"""Several choices in one answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.choices import Choices, choose

CHOICES = Choices.of(
    [
        ("reading", "Reading for pleasure", ["Leisure reading"]),
        ("data", "Data, statistics, and maps", []),
        ("interviews", "Interviews", ["Talking, and listening"]),
        ("one", "Same name", []),
        ("two", "Same name", []),
    ]
)


@pytest.mark.parametrize(
    ("text", "ids", "unknown"),
    [
        ("Reading for pleasure, Data, statistics, and maps, Interviews", ["reading", "data", "interviews"], []),
        ("leisure READING;interviews;", ["reading", "interviews"], []),
        ("Talking, and listening", ["interviews"], []),
        ("- Interviews\n2. data", ["interviews", "data"], []),
        ("Interviews, interviews", ["interviews"], []),
        ("Data, statistics, and maps, Other: cats, dogs", ["data"], [("cats, dogs", "")]),
        ("Other (please specify);birds", [], [("birds", "")]),
        ("Other", [], [("Other", "")]),
        ("Intervews, Readng for pleasure", [], [("Intervews", "Interviews"), ("Readng for pleasure", "Reading for pleasure")]),
        ("Same name", [], [("Same name", "Same name")]),
        ("\u793a\u4f8b", [], [("\u793a\u4f8b", "")]),
        (" , ;\n", [], []),
    ],
)  # fmt: skip
def test_choices_are_told_apart_by_what_they_can_be(
    text: str, ids: list[str], unknown: list[tuple[str, str]]
) -> None:
    chosen = choose(text, CHOICES)
    assert (list(chosen.ids), list(chosen.unknown)) == (ids, unknown)


def test_an_entry_by_itself_is_not_taken_apart() -> None:
    assert choose("Interviews, cats", CHOICES, is_one=True).unknown == (
        ("Interviews, cats", "Interviews"),
    )


def test_the_mapping_can_say_what_a_choice_means() -> None:
    more = CHOICES.with_meanings({"Talking to people": "Interviews", "x": "nothing that is known"})
    assert choose("Talking to people; x", more) == choose("Interviews; x", CHOICES)


@given(
    st.lists(st.sampled_from(sorted(CHOICES.names)[:3]), unique=True),
    st.sampled_from((", ", ";", "; ", "\n")),
)
def test_joined_choices_come_apart_again(names: list[str], joint: str) -> None:
    chosen = choose(joint.join(names), CHOICES)
    assert (list(chosen.ids), chosen.unknown) == ([CHOICES.names[name] for name in names], ())


@given(st.text())
def test_every_letter_of_an_answer_is_chosen_or_kept(text: str) -> None:
    chosen = choose(text, Choices({}, {}))
    kept = "".join(part for part, _ in chosen.unknown)
    assert chosen.ids == ()
    assert bool(kept) or not any(sign.isalpha() for sign in text.lower().replace("other", ""))
