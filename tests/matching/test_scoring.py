"""The score of a pair and its parts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.matching.scoring import PartName, _shares
from tests.matching.invented import Invented

EVERYTHING: dict[str, Any] = {
    "topics": ["reading"],
    "methods": ["interviews"],
    "needs": ["writing"],
    "time_zone": "America/Chicago",
}


def parts(invented: Invented, mentee: str, mentor: str) -> dict[str, tuple[int, int]]:
    scorer = invented.scorer()
    row = scorer.row(mentee)
    found = row.parts(scorer.position[mentor])
    assert sum(part.points for part in found) == row.scores[scorer.position[mentor]]
    return {str(part.name): (part.points, part.possible) for part in found}


def weigh(invented: Invented, **weights: int) -> None:
    file = invented.folder / "records/program.yaml"
    listed = "".join(f"    {name}: {weight}\n" for name, weight in weights.items())
    file.write_text(file.read_text("utf-8") + f"matching:\n  weights:\n{listed}", "utf-8")


def test_parts_are_weighed_by_the_defaults_and_what_is_empty_gives_its_weight_away(
    invented: Invented,
) -> None:
    invented.mentee("mo", **EVERYTHING)
    invented.mentor("ada", **EVERYTHING)
    assert parts(invented, "mo", "ada") == {
        "topics": (375, 375),
        "methods": (250, 250),
        "needs": (250, 250),
        "hours": (125, 125),
    }


def test_a_mentee_without_methods_is_no_worse_off(invented: Invented) -> None:
    invented.mentee("mo", **EVERYTHING)
    invented.mentee("nia", **{**EVERYTHING, "methods": []})
    invented.mentor("ada", **EVERYTHING)
    scorer = invented.scorer()
    assert scorer.row("mo").scores == scorer.row("nia").scores == (1000,)


def test_all_six_parts_count_where_all_are_filled_in(invented: Invented) -> None:
    invented.mentee("mo", statement="Owls at night.", preferences=["ada"], **EVERYTHING)
    invented.mentor("ada", **EVERYTHING)
    found = parts(invented, "mo", "ada")
    assert {name: possible for name, (_, possible) in found.items()} == {
        "topics": 300,
        "methods": 200,
        "needs": 200,
        "text": 150,
        "hours": 100,
        "preference": 50,
    }
    assert found["text"] == (0, 150)
    assert found["preference"] == (50, 50)


def test_related_terms_count_in_part(invented: Invented) -> None:
    weigh(invented, topics=100, methods=0, needs=0, text=0, hours=0, preference=0)
    invented.mentee("mo", topics=["shared-reading", "cataloging"])
    invented.mentor("ada", topics=["shared-reading"])
    invented.mentor("ben", topics=["reading"])
    invented.mentor("cleo", topics=["silent-reading", "cataloging"])
    assert invented.scorer().row("mo").scores == (500, 300, 650)


def test_a_missing_time_zone_is_the_programs(invented: Invented) -> None:
    invented.mentee("mo")
    invented.mentor("ada", time_zone="America/Chicago")
    invented.mentor("ben", time_zone="America/New_York")
    invented.mentor("cleo")
    assert invented.scorer().row("mo").scores == (1000, 875, 1000)


def test_the_statement_is_held_against_statement_and_bio(invented: Invented) -> None:
    invented.person("ada", bio="Studies owls, pellets and nests.")
    invented.mentee("mo", statement="Which owls nest in bell towers, and what do pellets tell?")
    invented.mentor("ada", statement="I like to help.")
    invented.mentor("ben", statement="I count spoons in drawers.")
    scorer = invented.scorer()
    row = scorer.row("mo")
    assert row.values[PartName.TEXT].get(0, 0) > row.values[PartName.TEXT].get(1, 0)


def test_scores_are_the_same_whoever_is_left_out(invented: Invented) -> None:
    invented.mentee("mo", statement="Owls and towers.", preferences=["ada", "ben"], **EVERYTHING)
    invented.mentee("nia", statement="Owls and spoons.", topics=["cataloging"])
    invented.mentor("ada", statement="Owls.", preferences=["mo"], **EVERYTHING)
    invented.mentor("ben", statement="Towers.", topics=["silent-reading"])
    whole = invented.outcome()
    less = invented.outcome(without=("ada",))
    assert less.eligible("nia")["ben"] == whole.eligible("nia")["ben"]
    assert less.eligible("mo") == {"ben": whole.eligible("mo")["ben"]}


def test_an_application_that_says_nothing_has_a_score_by_hours_alone(invented: Invented) -> None:
    invented.mentee("mo")
    invented.mentor("ada")
    assert parts(invented, "mo", "ada") == {"hours": (1000, 1000)}


def test_with_no_part_that_counts_every_score_is_nothing(invented: Invented) -> None:
    weigh(invented, topics=1, methods=0, needs=0, text=0, hours=0, preference=0)
    invented.mentee("mo")
    invented.mentor("ada", topics=["reading"])
    assert invented.scorer().row("mo").scores == (0,)


def test_weights_that_are_all_nothing_are_a_fault(invented: Invented) -> None:
    weigh(invented, topics=0, methods=0, needs=0, text=0, hours=0, preference=0)
    _, found = invented.loaded()
    assert [(each.code, each.message) for each in found] == [
        ("bad-number", "all weights are 0, so that every pair would be as good as any other")
    ]


@pytest.mark.parametrize("weight", ["101", "-1", "a lot"])
def test_a_weight_is_a_whole_number_up_to_100(invented: Invented, weight: str) -> None:
    weigh(invented, topics=weight)  # type: ignore[arg-type]  # a person can write anything
    _, found = invented.loaded()
    assert [each.code for each in found] == ["bad-number"]


@given(some.dictionaries(some.sampled_from(PartName), some.integers(0, 100), min_size=1))
def test_shares_are_whole_numbers_that_add_up_and_go_by_weight(
    weights: dict[PartName, int],
) -> None:
    shares = _shares(weights)
    assert sum(shares.values()) == (1000 if any(weights.values()) else 0)
    for name, weight in weights.items():
        exact = weight * 1000 / (sum(weights.values()) or 1)
        assert abs(shares[name] - exact) < 1
