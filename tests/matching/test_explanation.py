"""Why a proposal is as it is."""

import random

import pytest

from generator.matching.drop_out import Change, changes_between
from generator.matching.explanation import (
    Alternate,
    Blocking,
    alternates,
    blocking_pairs,
    next_best,
    what_mattered,
)
from generator.matching.market import Objective
from generator.matching.shortage import find_shortage, why_unmatched
from tests.matching.invented import Invented

BEST, GOOD, FAIR = ["reading"], ["shared-reading"], ["bedtime-reading"]


def weigh_topics_only(invented: Invented) -> None:
    file = invented.folder / "records/program.yaml"
    weights = "{topics: 100, methods: 0, needs: 0, text: 0, hours: 0, preference: 0}"
    file.write_text(file.read_text("utf-8") + f"matching:\n  weights: {weights}\n", "utf-8")


@pytest.fixture
def contest(invented: Invented) -> Invented:
    """Both mentees score best with ada, who has one place; eve is next for both."""
    weigh_topics_only(invented)
    invented.mentee("mo", topics=["reading"])
    invented.mentee("nia", topics=["reading", "cataloging"])
    invented.mentor("ada", topics=["reading"])
    invented.mentor("eve", topics=["shared-reading"])
    return invented


def test_a_pair_has_its_rank_among_the_eligible(contest: Invented) -> None:
    outcome = contest.outcome(Objective.TOTAL)
    pairs = [outcome.pair(mentee) for mentee in outcome.mentor_of]
    assert [(one.mentee, one.mentor, one.score, one.rank, one.eligible) for one in pairs] == [
        ("mo", "ada", 1000, 1, 2),
        ("nia", "eve", 300, 2, 2),
    ]


def test_equal_scores_share_a_rank(invented: Invented) -> None:
    invented.mentee("mo")
    for name in ("ada", "ben", "cleo"):
        invented.mentor(name)
    pair = invented.outcome().pair("mo")
    assert (pair.mentor, pair.rank, pair.eligible) == ("ada", 1, 3)


def test_what_mattered_names_who_has_the_better_mentors_place(contest: Invented) -> None:
    outcome = contest.outcome(Objective.TOTAL)
    assert [what_mattered(outcome, outcome.pair(one)) for one in ("mo", "nia")] == [
        "No eligible mentor scores higher.",
        "Ada (500) has the place taken by Mo (1,000).",
    ]


def test_what_mattered_names_pins_minimums_and_conflicts(contest: Invented) -> None:
    pinned = contest.outcome(pins=(("nia", "ada"),))
    assert what_mattered(pinned, pinned.pair("nia")) == "The committee pinned this pair."
    assert (
        what_mattered(pinned, pinned.pair("mo"))
        == "Ada (1,000) has the place taken by Nia (500, pinned)."
    )
    forbidden = contest.outcome(forbids=(("mo", "ada"),))
    assert what_mattered(forbidden, forbidden.pair("mo")) == (
        "No eligible mentor scores higher. Not eligible: Ada (1,000): the committee ruled this "
        "pair out."
    )
    contest.mentor("ada", places=2, topics=["reading"])
    contest.mentor("eve", least=1, topics=["shared-reading"])
    least = contest.outcome()
    assert least.mentor_of == {"mo": "eve", "nia": "ada"}
    assert what_mattered(least, least.pair("mo")) == (
        "Ada (1,000) is free, but Eve asked for at least as many mentees."
    )


def test_many_better_mentors_are_counted(invented: Invented) -> None:
    weigh_topics_only(invented)
    for number in range(5):
        invented.mentee(f"mo-{number}", topics=["reading"])
        invented.mentor(f"ada-{number}", topics=["reading"])
    invented.mentee("zoe", topics=["reading", "cataloging"])
    invented.mentor("zed", topics=["shared-reading"])
    outcome = invented.outcome(Objective.TOTAL)
    assert outcome.mentor_of["zoe"] == "zed"
    assert what_mattered(outcome, outcome.pair("zoe")).endswith(
        "So it is with 2 others who score higher."
    )


def test_alternates_tell_what_they_cost_and_who_would_move(contest: Invented) -> None:
    outcome = contest.outcome(Objective.TOTAL)
    assert alternates(outcome, "nia") == (Alternate("ada", 500, 0, -200, 300, 500, {"mo": "eve"}),)
    assert alternates(outcome, "mo") == (Alternate("eve", 600, 0, -200, 300, 500, {"nia": "ada"}),)
    assert next_best(outcome, "mo") == (Alternate("eve", 600),)


def test_an_alternate_can_cost_a_mentee_the_mentor(contest: Invented) -> None:
    outcome = contest.outcome(forbids=(("nia", "eve"),))
    assert alternates(outcome, "mo") == (
        Alternate("ada", 1000, -1, -100, 500, 1000, {"nia": None}),
    )


def test_an_alternate_can_be_impossible(contest: Invented) -> None:
    pinned = contest.outcome(pins=(("mo", "ada"),))
    (full,) = alternates(pinned, "nia")
    assert full.impossible == "all places are pinned to others"
    contest.mentor("eve", least=1, topics=["shared-reading"])
    least = contest.outcome(forbids=(("nia", "eve"),))
    assert least.mentor_of == {"mo": "eve", "nia": "ada"}
    (short,) = alternates(least, "mo")
    assert short.impossible == "Eve would fall short of the minimum"


def test_alternates_of_random_cohorts_are_what_pinning_gives(invented: Invented) -> None:
    rng = random.Random(7)
    topics = ["reading", "shared-reading", "bedtime-reading", "silent-reading", "cataloging"]
    for number in range(6):
        invented.mentee(f"mo-{number}", topics=rng.sample(topics, 2))
    for number in range(4):
        invented.mentor(f"ada-{number}", places=rng.randint(1, 2), topics=rng.sample(topics, 2))
    outcome = invented.outcome()
    for mentee in outcome.market.mentees:
        for other in alternates(outcome, mentee):
            pinned = invented.outcome(pins=((mentee, other.mentor),))
            assert other.total == pinned.proposal.total - outcome.proposal.total
            assert other.matched == pinned.proposal.matched - outcome.proposal.matched
            moved = {
                one: pinned.mentor_of.get(one)
                for one in outcome.market.mentees
                if one != mentee and pinned.mentor_of.get(one) != outcome.mentor_of.get(one)
            }
            assert other.moves == moved


def test_who_would_both_rather_have_each_other(contest: Invented) -> None:
    assert list(blocking_pairs(contest.outcome(Objective.TOTAL))) == []
    fair = contest.outcome(Objective.FAIR)
    assert fair.mentor_of == {"mo": "eve", "nia": "ada"}
    assert list(blocking_pairs(fair)) == [Blocking("mo", "ada", 1000, "eve", "nia")]
    assert list(blocking_pairs(contest.outcome(pins=(("nia", "ada"),)))) == []


def shortages(invented: Invented) -> dict[str, str]:
    outcome = invented.outcome()
    return {mentee: why_unmatched(outcome, mentee, str) for mentee in outcome.unmatched}


def test_a_mentee_without_any_eligible_mentor_is_told_each_reason(invented: Invented) -> None:
    invented.mentee("mo", avoid=["ada", "ben"])
    invented.mentee("nia")
    invented.mentor("ada")
    invented.mentor("ben")
    invented.mentor("eve", places=0)
    assert shortages(invented) == {
        "mo": "no eligible mentor: one of the two asked not to be paired with the other (ada and "
        "ben); has no place left (eve)"
    }


def test_without_any_mentor_nobody_is_matched(invented: Invented) -> None:
    invented.mentee("mo")
    assert shortages(invented) == {"mo": "nobody applied as a mentor"}


def test_the_reason_is_the_smallest_group_with_too_few_places(invented: Invented) -> None:
    """mo and nia have only ada; oz could have ada, but has eve."""
    invented.mentee("mo", avoid=["eve"])
    invented.mentee("nia", avoid=["eve"])
    invented.mentee("oz")
    invented.mentor("ada")
    invented.mentor("eve")
    assert shortages(invented) == {
        "nia": "2 mentees can only be served by this mentor, who has 1 place: mo and nia by ada"
    }


def test_a_group_larger_than_two_is_named(invented: Invented) -> None:
    for name in ("mo", "nia", "oz", "pia"):
        invented.mentee(name)
    invented.mentor("ada")
    invented.mentor("eve", places=2)
    assert shortages(invented) == {
        "pia": "4 mentees can only be served by these 2 mentors, who have 3 places: mo, nia, oz, "
        "and pia by ada and eve"
    }


def test_of_a_large_group_twenty_are_named(invented: Invented) -> None:
    for number in range(30):
        invented.mentee(f"mo-{number:02}")
    invented.mentor("ada", places=20)
    outcome = invented.outcome()
    why = why_unmatched(outcome, outcome.unmatched[0], str)
    assert why.startswith(
        "21 mentees can only be served by this mentor, who has 20 places: mo-00, "
    )
    assert why.endswith("mo-19, and 1 other by ada")


def test_pinned_places_are_told_apart(invented: Invented) -> None:
    invented.mentee("mo")
    invented.mentee("nia")
    invented.mentor("ada")
    outcome = invented.outcome(pins=(("nia", "ada"),))
    assert why_unmatched(outcome, "mo", str) == (
        "1 mentee can only be served by this mentor, who has 0 places beside the pinned pairs: mo "
        "by ada"
    )


def test_a_shortage_is_true_and_no_smaller_one_is_in_it(invented: Invented) -> None:
    rng = random.Random(3)
    mentors = [f"ada-{number}" for number in range(5)]
    for mentor in mentors:
        invented.mentor(mentor, places=rng.randint(1, 2))
    for number in range(12):
        invented.mentee(f"mo-{number:02}", avoid=rng.sample(mentors, rng.randint(2, 4)))
    outcome = invented.outcome()
    assert outcome.unmatched
    for mentee in outcome.unmatched:
        short = find_shortage(outcome, mentee)
        assert mentee in short.mentees
        assert len(short.mentees) == short.places + 1
        assert {mentor for one in short.mentees for mentor in outcome.eligible(one)} == set(
            short.mentors
        )
        for one in short.mentees:
            others = tuple(name for name in outcome.market.mentees if name not in short.mentees)
            fewer = invented.outcome(without=(*others, one))
            assert fewer.unmatched == ()


def test_a_drop_out_changes_standing_and_proposed_pairs(contest: Invented) -> None:
    contest.mentee("oz", topics=["reading"])
    contest.mentor("fay", topics=["silent-reading"])
    contest.paired("2026", ("oz", "fay", "active"))
    before = contest.outcome(Objective.TOTAL)
    after = contest.outcome(Objective.TOTAL, dropped=("ada",))
    assert changes_between(before, after) == (
        Change("mo", ("ada",), ("eve",)),
        Change("nia", ("eve",), ()),
    )
    gone = contest.outcome(Objective.TOTAL, dropped=("fay",))
    assert changes_between(before, gone) == (
        Change("nia", ("eve",), ()),
        Change("oz", ("fay",), ("eve",)),
    )
