"""Seconds for proposing pairs, beside scipy's solver on the same dense scores in the same run."""

import random
import resource
import time
from collections.abc import Callable
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

from generator.matching.market import Market, Objective
from generator.matching.proposal import propose

T = TypeVar("T")


def invented_market(mentees: int, mentors: int, known: int | None, places: int) -> Market:
    """Return a cohort with random scores; with ``known``, each mentee may have that many mentors."""
    chance = random.Random(f"{mentees} {mentors} {known} {places}")
    everybody = range(mentors)
    return Market(
        mentees=tuple(f"mentee-{at:05}" for at in range(mentees)),
        mentors=tuple(f"mentor-{at:05}" for at in everybody),
        minimum=(0,) * mentors,
        maximum=tuple(chance.randint(1, places) for _ in everybody),
        priority=(False,) * mentees,
        scores=tuple(
            {
                at: chance.randint(0, 1000)
                for at in (everybody if known is None else sorted(chance.sample(everybody, known)))
            }
            for _ in range(mentees)
        ),
        pins={},
    )


def timed(work: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def scipy_seconds(market: Market) -> float:
    """Return what scipy takes for the greatest total alone, every place a column of its own."""
    columns = [mentor for mentor, places in enumerate(market.maximum) for _ in range(places)]
    table = np.array([[scores[mentor] for mentor in columns] for scores in market.scores])
    return timed(lambda: linear_sum_assignment(table, maximize=True))[0]


def main() -> None:
    print("mentees  mentors  known  places  objective  seconds  matched  worst  ratio to scipy")
    for mentees, mentors, known, places in (
        (200, 150, None, 1),
        (200, 150, None, 2),
        (2_000, 1_500, None, 1),
        (2_000, 1_500, None, 2),
        (10_000, 8_000, 50, 1),
        (10_000, 8_000, 50, 2),
    ):
        market = invented_market(mentees, mentors, known, places)
        peer = scipy_seconds(market) if known is None else None
        for objective in (Objective.TOTAL, Objective.FAIR):
            seconds, proposal = timed(lambda: propose(market, objective))  # noqa: B023  # called at once
            ratio = f"{seconds / peer:14.1f}" if peer else f"{'-':>14}"
            print(
                f"{mentees:>7}  {mentors:>7}  {known or 'all':>5}  {places:>6}  {objective:>9}  "
                f"{seconds:7.2f}  {proposal.matched:>7}  {proposal.worst:>5}  {ratio}",
                flush=True,
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory of the whole run, scipy and the scores included: {peak} MiB")


if __name__ == "__main__":
    main()
