import random
from collections import Counter

import pytest
from scipy.optimize import linear_sum_assignment

from generator.matching.assignment import assign
from generator.matching.bidding import UNASSIGNED, Problem


def dense(rows: int, columns: int, seed: int, *, alike: bool) -> list[list[int]]:
    """Return random weights; where rows are alike, all want the same columns and many tie."""
    chance = random.Random(seed)
    if not alike:
        return [[chance.randint(1, 1000) for _ in range(columns)] for _ in range(rows)]
    worth = [chance.randint(1, 900) for _ in range(columns)]
    return [[one + chance.randint(0, 20) for one in worth] for _ in range(rows)]


def problem_of(weights: list[list[int]], capacities: list[int]) -> Problem:
    order = [sorted(range(len(row)), key=row.__getitem__, reverse=True) for row in weights]
    falling = [[row[at] for at in rank] for row, rank in zip(weights, order, strict=True)]
    return Problem(order, falling, capacities)


@pytest.mark.parametrize("alike", [False, True])
@pytest.mark.parametrize(("rows", "columns"), [(60, 60), (90, 40), (40, 90), (150, 120)])
def test_weight_is_that_of_scipy(rows: int, columns: int, alike: bool) -> None:  # noqa: FBT001  # a case, not a switch
    for seed in range(3):
        weights = dense(rows, columns, seed, alike=alike)
        problem = problem_of(weights, [1] * columns)
        best = linear_sum_assignment(weights, maximize=True)
        expected = sum(weights[row][column] for row, column in zip(*best, strict=True))
        assert assign(problem).value(problem) == expected


@pytest.mark.parametrize("seed", range(20))
def test_duals_prove_the_assignment_best(seed: int) -> None:
    chance = random.Random(seed)
    weights = dense(chance.randint(0, 40), chance.randint(1, 20), seed, alike=seed % 2 == 0)
    columns = len(weights[0]) if weights else 3
    problem = problem_of(weights, [chance.randint(1, 4) for _ in range(columns)])
    best = assign(problem)
    load = Counter(column for column in best.column_of if column != UNASSIGNED)
    assert all(load[column] <= most for column, most in enumerate(problem.capacities))
    assert min((*best.row_duals, *best.column_duals), default=0) >= 0
    reached = 0
    for row, (names, gains) in enumerate(zip(problem.columns, problem.weights, strict=True)):
        for column, gain in zip(names, gains, strict=True):
            assert best.row_duals[row] + best.column_duals[column] >= gain
            if column == best.column_of[row]:
                reached += gain
    assert reached == best.value(problem)


def test_weights_may_be_larger_than_any_machine_number() -> None:
    huge = 10**400
    problem = Problem([[0, 1], [0, 1]], [[huge + 3, huge + 1], [huge + 3, huge]], [1, 1])
    assert assign(problem).value(problem) == 2 * huge + 4


def test_column_that_is_worth_nothing_stays_empty() -> None:
    problem = Problem([[0]], [[0]], [1])
    assert assign(problem).column_of == (UNASSIGNED,)
