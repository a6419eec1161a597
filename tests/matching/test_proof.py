import copy
import json
import random
from collections.abc import Callable
from typing import Any

import pytest

from generator.matching.market import Objective
from generator.matching.proof import certificate, verify
from generator.matching.proposal import MinimumsCannotBeMetError, propose
from tests.matching.markets import random_market


def proofs(number: int) -> list[dict[str, Any]]:
    """Return certificates of random cohorts with at least two pairs, as read back from JSON."""
    made: list[dict[str, Any]] = []
    seed = 0
    while len(made) < number:
        seed += 1
        chance = random.Random(seed)
        market = random_market(chance, mentees=8, mentors=5)
        objective = list(Objective)[seed % 3]
        try:
            proposal = propose(market, objective)
        except MinimumsCannotBeMetError:
            continue
        if proposal.matched > 1:
            made.append(json.loads(json.dumps(certificate(market, objective, proposal))))
    return made


@pytest.mark.parametrize("proof", proofs(30), ids=range(30))
def test_a_certificate_made_false_in_one_place_is_refused(
    proof: dict[str, Any],
) -> None:
    assert verify(proof) == ()
    for changed, what in mutations(proof):
        assert verify(changed) != (), what


def mutations(proof: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Return copies of a certificate, each made false in one place."""
    made: list[tuple[dict[str, Any], str]] = []

    def change(what: str) -> dict[str, Any]:
        made.append((copy.deepcopy(proof), what))
        return made[-1][0]

    for at, stage in enumerate(proof["stages"]):
        change(f"stage {stage['name']} missing")["stages"].pop(at)
        if stage["name"] != "worst":  # whose duals prove as much with some room to spare
            for part in ("mentee_duals", "required_duals", "optional_duals"):
                for owner, dual in stage[part].items():
                    lower = change(f"{stage['name']} {part} {owner} less by one")
                    lower["stages"][at][part][owner] = str(int(dual) - 1)
    change_pairs(proof, change)
    for mentor in proof["mentors"]:
        load = list(proof["pairs"].values()).count(mentor["id"])
        if load:
            changed = change(f"{mentor['id']} over capacity")
            own = next(one for one in changed["mentors"] if one["id"] == mentor["id"])
            own.update(maximum=load - 1, minimum=min(own["minimum"], load - 1))
    change("another format")["format"] = "other"
    change("somebody twice")["mentees"].append(proof["mentees"][0])
    return made


def change_pairs(proof: dict[str, Any], change: Callable[[str], dict[str, Any]]) -> None:
    for mentee, mentor in proof["pairs"].items():
        change(f"pair of {mentee} missing")["pairs"].pop(mentee)
        change(f"pair of {mentee} not eligible")["scores"][mentee].pop(mentor)
        # The leximin order asks who stands above whom, not by how much.
        if mentee not in proof["pins"] and proof["objective"] != "leximin":
            change(f"score of {mentee}")["scores"][mentee][mentor] += 1


@pytest.mark.parametrize(
    "damaged",
    [{}, {"format": "lrrt-match-proof-1"}, {"format": "lrrt-match-proof-1", "mentees": 3}],
)
def test_what_is_no_certificate_is_refused_in_words(damaged: dict[str, Any]) -> None:
    assert len(verify(damaged)) == 1
