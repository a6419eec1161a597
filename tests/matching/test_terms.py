"""How near terms are, and how well a mentor's cover a mentee's."""

import pytest

from generator.matching.terms import (
    ONE_LEVEL,
    SAME,
    SIBLING,
    TWO_LEVELS,
    Coverage,
    Shared,
    nearness_of,
    shared_terms,
)
from generator.records.vocabulary import Topic

TERMS = [
    Topic(id="reading", label="Reading"),
    Topic(id="shared-reading", label="Shared reading", broader=("reading",)),
    Topic(id="bedtime-reading", label="Bedtime reading", broader=("shared-reading",)),
    Topic(id="silent-reading", label="Silent reading", broader=("reading",)),
    Topic(id="cataloging", label="Cataloging"),
    Topic(id="reading-lists", label="Reading lists", broader=("reading", "cataloging")),
    Topic(id="broken", label="Broken", broader=("nowhere",)),
]
NEAR = nearness_of(TERMS)


@pytest.mark.parametrize(
    ("one", "other", "nearness"),
    [
        ("reading", "reading", SAME),
        ("shared-reading", "reading", ONE_LEVEL),
        ("bedtime-reading", "reading", TWO_LEVELS),
        ("shared-reading", "silent-reading", SIBLING),
        ("bedtime-reading", "silent-reading", 0),
        ("reading", "cataloging", 0),
        ("reading-lists", "cataloging", ONE_LEVEL),
        ("reading-lists", "silent-reading", SIBLING),
        ("broken", "broken", SAME),
        ("broken", "nowhere", ONE_LEVEL),
    ],
)
def test_nearness_falls_with_every_step(one: str, other: str, nearness: int) -> None:
    assert NEAR[one].get(other, 0) == nearness
    if other in NEAR:
        assert NEAR[other].get(one, 0) == nearness


def test_the_nearest_way_counts_where_there_are_several() -> None:
    near = nearness_of(
        [
            Topic(id="a", label="A"),
            Topic(id="b", label="B", broader=("a",)),
            Topic(id="c", label="C", broader=("a", "b")),
        ]
    )
    assert near["c"] == {"a": ONE_LEVEL, "b": ONE_LEVEL, "c": SAME}


def test_a_cycle_in_the_vocabulary_ends() -> None:
    near = nearness_of(
        [Topic(id="a", label="A", broader=("b",)), Topic(id="b", label="B", broader=("a",))]
    )
    assert near["a"] == {"a": SAME, "b": ONE_LEVEL}


@pytest.mark.parametrize(
    ("asked", "offered", "coverage"),
    [
        (["reading"], ["reading"], 1000),
        (["reading", "cataloging"], ["reading"], 500),
        (["reading"], ["reading", "cataloging", "silent-reading"], 1000),
        (["shared-reading", "silent-reading"], ["reading"], 600),
        (["reading", "shared-reading", "cataloging"], ["reading"], 533),
        (["cataloging"], ["shared-reading"], 0),
        (["cataloging"], [], 0),
        (["unknown"], ["reading"], 0),
    ],
)
def test_coverage_is_the_mean_of_the_nearest(
    asked: list[str], offered: list[str], coverage: int
) -> None:
    assert Coverage(NEAR, [["cataloging"], offered]).of(asked).get(1, 0) == coverage
    assert sum(one.nearness for one in shared_terms(NEAR, asked, offered)) // len(asked) == coverage


def test_shared_terms_name_the_nearest_offered_and_come_nearest_first() -> None:
    assert shared_terms(
        NEAR,
        ["bedtime-reading", "cataloging", "reading"],
        ["silent-reading", "shared-reading", "cataloging"],
    ) == [
        Shared("cataloging", "cataloging", SAME),
        Shared("bedtime-reading", "shared-reading", ONE_LEVEL),
        Shared("reading", "shared-reading", ONE_LEVEL),
    ]
