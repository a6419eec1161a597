"""Why a proposal is as it is, and what any other pair would cost."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.matching.market import Market
from generator.matching.outcome import Outcome, Pair
from generator.matching.proposal import MinimumsCannotBeMetError, propose
from generator.matching.wording import counted, listed

_NAMED = 3
"""Mentors of a better score who are named; a reader does not go on after more."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """What it would cost the cohort to give a mentee another mentor.

    The differences are those of the whole cohort. ``moves`` says who else would have which mentor
    (None for no mentor). ``impossible`` says in a clause why the pair cannot be, and is empty where
    it can.
    """

    mentor: str
    score: int
    matched: int = 0
    total: int = 0
    worst_before: int = 0
    worst_after: int = 0
    moves: Mapping[str, str | None] | None = None
    impossible: str = ""


@dataclass(frozen=True, slots=True)
class Blocking:
    """A mentee and a mentor who would both score higher together than in their proposed pairs.

    ``now`` is the mentor whom the mentee would leave, ``gives_way`` the mentee who would lose the
    place; None where there is none.
    """

    mentee: str
    mentor: str
    score: int
    now: str | None
    gives_way: str | None


def alternates(outcome: Outcome, mentee: str, most: int = 2) -> tuple[Alternate, ...]:
    """Return the best mentors whom a mentee could have instead, and what each would cost."""
    instead = _instead(outcome, mentee, most)
    return tuple(_alternate(outcome, mentee, mentor, score) for mentor, score in instead.items())


def next_best(outcome: Outcome, mentee: str, most: int = 2) -> tuple[Alternate, ...]:
    """Return the best mentors whom a mentee could have instead, without what they would cost."""
    instead = _instead(outcome, mentee, most)
    return tuple(Alternate(mentor, score) for mentor, score in instead.items())


def _instead(outcome: Outcome, mentee: str, most: int) -> Mapping[str, int]:
    now = outcome.mentor_of.get(mentee)
    others = [pair for pair in outcome.eligible(mentee).items() if pair[0] != now]
    return dict(others[:most])


def _alternate(outcome: Outcome, mentee: str, mentor: str, score: int) -> Alternate:
    market, before = outcome.market, outcome.proposal
    at, to = outcome.mentee_at[mentee], outcome.mentor_at[mentor]
    pinned = [one for one, other in market.pins.items() if other == to and one != at]
    if len(pinned) >= market.maximum[to]:
        return Alternate(mentor, score, impossible="all places are pinned to others")
    changed = replace(market, pins={**market.pins, at: to})
    try:
        after = propose(changed, outcome.objective)
    except MinimumsCannotBeMetError as short:
        names = listed([outcome.name(one) for one in short.mentors])
        return Alternate(mentor, score, impossible=f"{names} would fall short of the minimum")
    return Alternate(
        mentor,
        score,
        matched=after.matched - before.matched,
        total=after.total - before.total,
        worst_before=before.worst,
        worst_after=after.worst,
        moves={
            market.mentees[one]: None if new is None else market.mentors[new]
            for one, (old, new) in enumerate(zip(before.mentor_of, after.mentor_of, strict=True))
            if old != new and one != at
        },
    )


def what_mattered(outcome: Outcome, pair: Pair) -> str:
    """Return in a sentence why a mentee has this mentor and not one of a higher score."""
    if pair.pinned:
        return "The committee pinned this pair."
    better = [
        (mentor, score)
        for mentor, score in outcome.eligible(pair.mentee).items()
        if score > pair.score
    ]
    if not better:
        return "No eligible mentor scores higher." + _out_of_question(outcome, pair)
    clauses = [_why_not(outcome, pair, mentor, score) for mentor, score in better[:_NAMED]]
    more = len(better) - _NAMED
    others = f" So it is with {counted(more, 'other')} who score higher." if more > 0 else ""
    return " ".join(clauses) + others + _out_of_question(outcome, pair)


def _why_not(outcome: Outcome, pair: Pair, mentor: str, score: int) -> str:
    name = outcome.name(mentor)
    holders = outcome.mentees_of.get(mentor, ())
    to = outcome.mentor_at[mentor]
    if len(holders) < outcome.market.maximum[to]:
        return (
            f"{name} ({score:,}) is free, but {outcome.name(pair.mentor)} asked for at least as "
            "many mentees."
        )
    held = []
    for other in holders:
        other_score = outcome.market.scores[outcome.mentee_at[other]][to]
        pin = ", pinned" if other in outcome.pool.pins else ""
        held.append(f"{outcome.name(other)} ({other_score:,}{pin})")
    many = "both" if len(holders) == 2 else f"all {len(holders)}"  # noqa: PLR2004  # both are two
    places = "the place" if len(holders) == 1 else f"{many} places"
    return f"{name} ({score:,}) has {places} taken by {listed(held)}."


def _out_of_question(outcome: Outcome, pair: Pair) -> str:
    """Return what kept mentors of a higher score from being eligible at all."""
    row = outcome.scorer.row(pair.mentee)
    found = []
    for at, mentor in enumerate(outcome.scorer.mentors):
        conflict = outcome.pool.conflict(pair.mentee, mentor.id)
        why = conflict.reason if conflict else outcome.pool.left_out.get(mentor.id, "")
        if why and row.scores[at] > pair.score:
            found.append((-row.scores[at], f"{mentor.name} ({row.scores[at]:,}): {why}"))
    if not found:
        return ""
    return f" Not eligible: {'; '.join(clause for _, clause in sorted(found)[:_NAMED])}."


def blocking_pairs(outcome: Outcome) -> Iterator[Blocking]:
    """Yield the pairs who would both rather have each other, by score; pinned pairs stay.

    A mentor would rather have any mentee than a free place.
    """
    market = outcome.market
    weakest = _weakest(market, outcome)
    load = {mentor: len(mentees) for mentor, mentees in outcome.mentees_of.items()}
    for at, mentee in enumerate(market.mentees):
        if at in market.pins:
            continue
        now = outcome.mentor_of.get(mentee)
        current = -1 if now is None else market.scores[at][outcome.mentor_at[now]]
        for to, score in market.scores[at].items():
            if score <= current:
                continue
            mentor = market.mentors[to]
            free = load.get(mentor, 0) < market.maximum[to]
            least = weakest.get(to)
            if free or (least is not None and least[0] < score):
                gives_way = None if free or least is None else market.mentees[least[1]]
                yield Blocking(mentee, mentor, score, now, gives_way)


def _weakest(market: Market, outcome: Outcome) -> Mapping[int, tuple[int, int]]:
    """Return the lowest score among each mentor's mentees who are not pinned, and whose it is."""
    weakest: dict[int, tuple[int, int]] = {}
    for at, to in enumerate(outcome.proposal.mentor_of):
        if to is not None and at not in market.pins:
            own = (market.scores[at][to], at)
            weakest[to] = min(own, weakest.get(to, own))
    return weakest
