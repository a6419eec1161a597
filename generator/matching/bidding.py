"""A quick start for an exact assignment: rows bid for columns, and what they pay stays as duals.

The auction algorithm (Bertsekas 1979; for columns with several places, Bertsekas and Castañon
1989) without its usual tolerance: a row bids only as much as the column is worth to it beyond its
next best. What comes out is optimal for the rows that hold a place, so that the search for
augmenting paths has only the others to bring in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapreplace

UNASSIGNED = -1


@dataclass(frozen=True, slots=True)
class Problem:
    """Rows to be assigned to columns.

    ``columns[i]`` are the columns row ``i`` may have, ``weights[i]`` what each is worth: integers
    of any size, not negative, falling. ``capacities[j]`` is how many rows column ``j`` may have.
    """

    columns: Sequence[Sequence[int]]
    weights: Sequence[Sequence[int]]
    capacities: Sequence[int]


@dataclass(frozen=True, slots=True)
class Bids:
    """Who holds what after the bidding. At the prices, every holder has its best column."""

    column_of: tuple[int, ...]
    prices: tuple[int, ...]


def bid(problem: Problem, rounds: int = 24) -> Bids:
    """Let every row bid, at most ``rounds`` bids for each row on the average.

    A column's price is that of its cheapest place; a free place costs nothing.
    """
    places = [[(0, UNASSIGNED)] * capacity for capacity in problem.capacities]
    price = [0] * len(places)
    waiting = list(range(len(problem.columns)))[::-1]
    column_of = [UNASSIGNED] * len(waiting)
    least, bids, most = 0, 0, rounds * len(waiting)
    while waiting and bids < most:
        bids += 1
        if bids % 256 == 0:
            least = min(price)
        row = waiting.pop()
        at, worth, second = _two_best(problem.columns[row], problem.weights[row], price, least)
        if at == UNASSIGNED:
            continue
        gain = worth - price[at]
        holder = places[at][0][1]
        if gain == second and holder != UNASSIGNED:
            continue  # a tie: the price would not rise, and the two could bid for ever
        heapreplace(places[at], (worth - second, row))
        price[at] = places[at][0][0]
        column_of[row] = at
        if holder != UNASSIGNED:
            column_of[holder] = UNASSIGNED
            waiting.append(holder)
    return Bids(tuple(column_of), tuple(price))


def _two_best(
    columns: Sequence[int], weights: Sequence[int], price: Sequence[int], least: int
) -> tuple[int, int, int]:
    """Return a row's best column, what that is worth, and the gain of the next best (at least 0).

    ``least`` is a lower bound of all prices. Weights fall, so reading stops where no gain could be
    the second best.
    """
    best = second = 0
    at, worth = UNASSIGNED, 0
    for column, weight in zip(columns, weights, strict=True):
        if weight - least <= second:
            break
        gain = weight - price[column]
        if gain > second:
            if gain > best:
                second, best, at, worth = best, gain, column, weight
            else:
                second = gain
    return at, worth, second
