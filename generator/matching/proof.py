"""A certificate that anybody can check: a proposal, its scores, and the duals that prove it best.

The duals of a linear program bound what any solution can be worth (weak duality; Schrijver 2003,
section 17.2). Checking needs only additions and comparisons, and nothing of the solver.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.matching.market import (
    Market,
    Objective,
    Worth,
    worth_of_leximin,
    worth_of_total,
)
from generator.matching.proposal import Proposal, Stage

FORMAT = "lrrt-match-proof-1"


class MalformedProofError(Exception):
    """A certificate that is not one; the message says where."""


def certificate(market: Market, objective: Objective, proposal: Proposal) -> dict[str, Any]:
    """Return the certificate of a proposal as plain values for JSON. Duals are written as texts."""
    mentors = market.mentors
    return {
        "format": FORMAT,
        "objective": str(objective),
        "mentees": list(market.mentees),
        "mentors": [
            {"id": mentor, "minimum": minimum, "maximum": maximum}
            for mentor, minimum, maximum in zip(
                mentors, market.minimum, market.maximum, strict=True
            )
        ],
        "priority": [
            mentee for mentee, first in zip(market.mentees, market.priority, strict=True) if first
        ],
        "pins": {market.mentees[one]: mentors[market.pins[one]] for one in sorted(market.pins)},
        "scores": {
            mentee: {mentors[mentor]: score for mentor, score in sorted(scores.items())}
            for mentee, scores in zip(market.mentees, market.scores, strict=True)
        },
        "pairs": {
            mentee: mentors[mentor]
            for mentee, mentor in zip(market.mentees, proposal.mentor_of, strict=True)
            if mentor is not None
        },
        "stages": [_stage_values(market, stage) for stage in proposal.stages],
    }


def _stage_values(market: Market, stage: Stage) -> dict[str, Any]:
    free = [market.mentees[at] for at in market.free]
    return {
        "name": stage.name,
        "threshold": stage.threshold,
        "mentee_duals": _named(free, stage.mentee_duals),
        "required_duals": _named(market.mentors, stage.required_duals),
        "optional_duals": _named(market.mentors, stage.optional_duals),
    }


def _named(names: Any, duals: tuple[int, ...]) -> dict[str, str]:
    return {name: str(dual) for name, dual in zip(names, duals, strict=True) if dual}


def verify(proof: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what a certificate fails to prove, in plain words; nothing where it proves all.

    Checked are the pairs themselves (eligible, pins kept, minimums and maximums kept) and each aim
    in its order: every dual feasible, and a gap of exactly zero.
    """
    try:
        return tuple(_faults(proof))
    except MalformedProofError as fault:
        return (str(fault),)


def _faults(proof: Mapping[str, Any]) -> Iterator[str]:
    market, objective, mentor_of, stages = _read(proof)
    faults = list(_infeasible(market, mentor_of))
    yield from faults
    if faults:
        return
    scores = [market.scores[one][mentor] for one, mentor in mentor_of.items()]
    worst = min(scores, default=0)
    worth = (worth_of_leximin if objective is Objective.LEXIMIN else worth_of_total)(market)
    whole = _worth_of(market, worth, mentor_of)
    free = (one for one in mentor_of if one not in market.pins)
    base = whole - sum(worth.of_score[market.scores[one][mentor_of[one]]] for one in free)
    if objective is Objective.FAIR:
        # A better reach would be worth at least one mentee's priority more.
        beyond = base + worth.priority
        yield from _out_of_reach(market, worth, _find(stages, "reach"), beyond, 0)
        pinned = min((market.scores[one][at] for one, at in market.pins.items()), default=1001)
        if scores and worst < pinned:
            yield from _out_of_reach(market, worth, _find(stages, "worst"), base, worst + 1)
    threshold = worst if objective is Objective.FAIR else 0
    last = _find(stages, str(objective))
    if last.threshold > threshold:
        yield f"the stage '{last.name}' leaves out pairs that the objective allows"
    yield from _gap(market, worth, last, whole)


def _infeasible(market: Market, mentor_of: Mapping[int, int]) -> Iterator[str]:
    for mentee, mentor in mentor_of.items():
        if mentor not in market.scores[mentee]:
            yield f"{market.mentees[mentee]} may not be paired with {market.mentors[mentor]}"
    for mentee, mentor in market.pins.items():
        if mentor_of.get(mentee) != mentor:
            yield f"the pin {market.mentees[mentee]}={market.mentors[mentor]} is not kept"
    load = Counter(mentor_of.values())
    for mentor, (least, most) in enumerate(zip(market.minimum, market.maximum, strict=True)):
        if not least <= load[mentor] <= most:
            yield (f"{market.mentors[mentor]} has {load[mentor]} mentees, not {least} to {most}")


def _gap(market: Market, worth: Worth, stage: Stage, reached: int) -> Iterator[str]:
    """Yield what keeps a stage's duals from proving that nothing is worth more than ``reached``."""
    yield from _bad_duals(market, worth, stage)
    bound = _bound(market, stage)
    if bound != reached:
        yield f"the stage '{stage.name}' has a gap of {bound - reached}, not zero"


def _out_of_reach(
    market: Market, worth: Worth, stage: Stage, least: int, threshold: int
) -> Iterator[str]:
    """Yield what keeps duals from proving that nothing from a score on is worth ``least``."""
    if stage.threshold != threshold:
        yield f"the stage '{stage.name}' begins at {stage.threshold}, not at {threshold}"
    yield from _bad_duals(market, worth, stage)
    if _bound(market, stage) >= least:
        yield f"the stage '{stage.name}' does not prove that nothing better is in reach"


def _bad_duals(market: Market, worth: Worth, stage: Stage) -> Iterator[str]:
    duals = (*stage.mentee_duals, *stage.required_duals, *stage.optional_duals)
    if any(dual < 0 for dual in duals):
        yield f"the stage '{stage.name}' has a negative dual"
    required, optional = market.required, market.optional
    for at, mentee in enumerate(market.free):
        own = stage.mentee_duals[at]
        base = worth.of_mentee(priority=market.priority[mentee])
        for mentor, score in market.scores[mentee].items():
            if score < stage.threshold:
                continue
            gain = base + worth.of_score[score]
            short = (optional[mentor] and own + stage.optional_duals[mentor] < gain) or (
                required[mentor] and own + stage.required_duals[mentor] < gain + worth.place
            )
            if short:
                yield (
                    f"the stage '{stage.name}' has duals too small for "
                    f"{market.mentees[mentee]}={market.mentors[mentor]}"
                )


def _bound(market: Market, stage: Stage) -> int:
    places = zip(market.required, stage.required_duals, strict=True)
    others = zip(market.optional, stage.optional_duals, strict=True)
    return sum(stage.mentee_duals) + sum(capacity * dual for capacity, dual in (*places, *others))


def _worth_of(market: Market, worth: Worth, mentor_of: Mapping[int, int]) -> int:
    """Return what the free mentees' pairs are worth; required places are filled first."""
    free = {mentee: mentor for mentee, mentor in mentor_of.items() if mentee not in market.pins}
    value = sum(
        worth.of_mentee(priority=market.priority[mentee])
        + worth.of_score[market.scores[mentee][mentor]]
        for mentee, mentor in free.items()
    )
    load = Counter(free.values())
    return value + worth.place * sum(
        min(load[mentor], required) for mentor, required in enumerate(market.required)
    )


def _find(stages: tuple[Stage, ...], name: str) -> Stage:
    for stage in stages:
        if stage.name == name:
            return stage
    message = f"the certificate has no stage '{name}'"
    raise MalformedProofError(message)


def _read(
    proof: Mapping[str, Any],
) -> tuple[Market, Objective, Mapping[int, int], tuple[Stage, ...]]:
    try:
        if proof["format"] != FORMAT:
            message = f"this is not a certificate of the format {FORMAT}"
            raise MalformedProofError(message)
        mentees, mentors = list(proof["mentees"]), [one["id"] for one in proof["mentors"]]
        if len(set(mentees)) < len(mentees) or len(set(mentors)) < len(mentors):
            message = "the certificate names somebody twice"
            raise MalformedProofError(message)
        mentee_at = {name: at for at, name in enumerate(mentees)}
        mentor_at = {name: at for at, name in enumerate(mentors)}
        market = Market(
            mentees=tuple(mentees),
            mentors=tuple(mentors),
            minimum=tuple(int(one["minimum"]) for one in proof["mentors"]),
            maximum=tuple(int(one["maximum"]) for one in proof["mentors"]),
            priority=tuple(name in set(proof["priority"]) for name in mentees),
            scores=tuple(
                {mentor_at[name]: int(score) for name, score in proof["scores"][mentee].items()}
                for mentee in mentees
            ),
            pins={mentee_at[one]: mentor_at[other] for one, other in proof["pins"].items()},
        )
        mentor_of = {mentee_at[one]: mentor_at[other] for one, other in proof["pairs"].items()}
        stages = tuple(_read_stage(market, stage) for stage in proof["stages"])
        return market, Objective(proof["objective"]), mentor_of, stages
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        message = f"the certificate is damaged: {fault}"
        raise MalformedProofError(message) from None


def _read_stage(market: Market, stage: Mapping[str, Any]) -> Stage:
    def duals(name: str, owners: tuple[str, ...]) -> tuple[int, ...]:
        given = dict(stage[name])
        found = tuple(int(given.pop(owner, 0)) for owner in owners)
        if given:
            message = f"the stage '{stage['name']}' has a dual of nobody: {min(given)}"
            raise MalformedProofError(message)
        return found

    free = tuple(market.mentees[at] for at in market.free)
    return Stage(
        str(stage["name"]),
        int(stage["threshold"]),
        duals("mentee_duals", free),
        duals("required_duals", market.mentors),
        duals("optional_duals", market.mentors),
    )
