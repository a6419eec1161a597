import random

import pytest

from generator.matching.market import Market, Objective
from generator.matching.proof import certificate, verify
from generator.matching.proposal import MinimumsCannotBeMetError, propose
from tests.matching.markets import best_by_trying, random_market

CASES = 400


@pytest.mark.parametrize("objective", list(Objective))
def test_proposal_is_the_best_of_all_with_every_constraint(objective: Objective) -> None:
    for seed in range(CASES):
        market = random_market(random.Random(seed))
        expected = best_by_trying(market, objective)
        if expected is None:
            with pytest.raises(MinimumsCannotBeMetError):
                propose(market, objective)
            continue
        assert propose(market, objective).mentor_of == expected, seed


@pytest.mark.parametrize("objective", list(Objective))
def test_proposal_is_proved_in_every_case(objective: Objective) -> None:
    proved = 0
    for seed in range(CASES):
        market = random_market(random.Random(seed), mentees=9, mentors=6)
        try:
            proposal = propose(market, objective)
        except MinimumsCannotBeMetError:
            continue
        assert verify(certificate(market, objective, proposal)) == (), seed
        proved += 1
    assert proved > CASES // 2


def test_fair_lifts_the_worst_off_where_total_would_not() -> None:
    market = Market(
        mentees=("ada", "ben"),
        mentors=("cleo", "dov"),
        minimum=(0, 0),
        maximum=(1, 1),
        priority=(False, False),
        scores=({0: 1000, 1: 400}, {0: 500, 1: 0}),
        pins={},
    )
    fair, total = propose(market, Objective.FAIR), propose(market, Objective.TOTAL)
    assert (fair.mentor_of, fair.worst, fair.total) == ((1, 0), 400, 900)
    assert (total.mentor_of, total.worst, total.total) == ((0, 1), 0, 1000)


def test_leximin_goes_on_after_the_worst_off() -> None:
    market = Market(
        mentees=("ada", "ben", "cy"),
        mentors=("m", "n", "o"),
        minimum=(0, 0, 0),
        maximum=(1, 1, 1),
        priority=(False,) * 3,
        scores=({0: 100}, {1: 300, 2: 900}, {1: 310, 2: 950}),
        pins={},
    )
    assert propose(market, Objective.LEXIMIN).mentor_of == (0, 2, 1)
    assert propose(market, Objective.FAIR).mentor_of == (0, 1, 2)


def test_who_waited_comes_first_where_not_all_can_be_matched() -> None:
    market = Market(
        mentees=("ada", "ben"),
        mentors=("cleo",),
        minimum=(0,),
        maximum=(1,),
        priority=(False, True),
        scores=({0: 1000}, {0: 1}),
        pins={},
    )
    assert propose(market).mentor_of == (None, 0)


def test_minimums_that_ask_for_more_than_there_is_are_named() -> None:
    market = Market(
        mentees=("ada",),
        mentors=("cleo", "dov"),
        minimum=(1, 1),
        maximum=(1, 1),
        priority=(False,),
        scores=({0: 10, 1: 10},),
        pins={},
    )
    with pytest.raises(MinimumsCannotBeMetError) as raised:
        propose(market)
    assert (len(raised.value.mentors), raised.value.places, raised.value.candidates) == (1, 2, 1)


def test_nobody_to_match_is_a_proposal_without_pairs() -> None:
    market = Market((), (), (), (), (), (), {})
    proposal = propose(market)
    assert (proposal.mentor_of, proposal.matched, proposal.worst, proposal.total) == ((), 0, 0, 0)
