"""Exact assignment of greatest weight, with the dual values that prove it.

Successive shortest augmenting paths (Kuhn 1955; Tomizawa 1971; Edmonds and Karp 1972) over integer
weights, one row at a time, on columns with capacities. A row may stay unassigned. Rows list their
columns by falling weight, so that a search can stop reading a row as soon as nothing better can
follow; the result does not depend on it.
"""

from dataclasses import dataclass
from heapq import heappop, heappush

from generator.matching.bidding import UNASSIGNED, Bids, Problem, bid


@dataclass(frozen=True, slots=True)
class Assignment:
    """An assignment of greatest weight and its proof.

    ``column_of[i]`` is the column of row ``i``, or UNASSIGNED. ``row_duals`` and ``column_duals``
    are feasible (their sum is at least the weight of every pair), and their value, the row duals
    plus each column dual times its capacity, equals the weight of the assignment.
    """

    column_of: tuple[int, ...]
    row_duals: tuple[int, ...]
    column_duals: tuple[int, ...]

    def value(self, problem: Problem) -> int:
        """Return the value of the duals, which is the weight of the assignment."""
        columns = zip(self.column_duals, problem.capacities, strict=True)
        return sum(self.row_duals) + sum(dual * capacity for dual, capacity in columns)


def assign(problem: Problem) -> Assignment:
    """Return an assignment of greatest weight. The same problem gives the same assignment."""
    start = bid(problem)
    solver = _Solver(problem, start)
    for row, column in enumerate(start.column_of):
        if column == UNASSIGNED:
            solver.add(row)
    return Assignment(tuple(solver.column_of), tuple(solver.u), tuple(solver.v))


_STRIDE = 64
"""Searches after which the lower bound of the column duals is taken anew."""


class _Solver:
    """The state of a run. After each row, assignment and duals are best for the rows so far."""

    def __init__(self, problem: Problem, start: Bids) -> None:
        self.columns = problem.columns
        self.weights = problem.weights
        self.room = list(problem.capacities)
        self.column_of = [UNASSIGNED] * len(problem.columns)
        self.rows_of: list[list[int]] = [[] for _ in problem.capacities]
        self.u = [0] * len(problem.columns)
        self.v = list(start.prices)
        self.least_v = min(self.v, default=0)
        self._searches = 0
        for row, column in enumerate(start.column_of):
            if column != UNASSIGNED:
                self._give(row, column)
                position = self.columns[row].index(column)
                self.u[row] = self.weights[row][position] - self.v[column]

    def add(self, row: int) -> None:
        """Bring one more row in, moving others where the whole gains by it."""
        best, at = 0, UNASSIGNED
        for column, weight in zip(self.columns[row], self.weights[row], strict=True):
            if weight - self.least_v < best:
                break
            gain = weight - self.v[column]
            if gain > best or (gain == best > 0 == self.room[at] < self.room[column]):
                best, at = gain, column
        self.u[row] = best
        if at == UNASSIGNED:
            return
        if self.room[at]:
            self._give(row, at)
        else:
            self._search(row)

    def _give(self, row: int, column: int) -> None:
        self.column_of[row] = column
        self.rows_of[column].append(row)
        self.room[column] -= 1

    def _search(self, start: int) -> None:
        """Take a row in by the cheapest way (Dijkstra's algorithm over the slacks)."""
        search = _Search(self, start)
        search.run()
        best = search.best
        for row, distance in search.row_distance.items():
            if distance < best:
                self.u[row] -= best - distance
        for column in search.done:
            self.v[column] += best - search.column_distance[column]
        self._augment(start, search)
        self._searches += 1
        if self._searches % _STRIDE == 0:
            self.least_v = min(self.v, default=0)

    def _augment(self, start: int, search: "_Search") -> None:
        """Shift every row along the way to the next column; the last row may lose its own."""
        row, column = search.end_row, search.end_column
        if column == UNASSIGNED:
            column = self.column_of[row]
            if row == start:
                return
            self.rows_of[column].remove(row)
            self.room[column] += 1
            self.column_of[row] = UNASSIGNED
            row = search.reached_from[column]
        while True:
            before = self.column_of[row]
            self._give(row, column)
            if row == start:
                return
            self.rows_of[before].remove(row)
            self.room[before] += 1
            row, column = search.reached_from[before], before


class _Search:
    """One search: how dear it is to reach each row and column, and the cheapest end found.

    A way ends at a column with room, or at a row that gives up its place. ``best`` is its length.
    """

    def __init__(self, solver: _Solver, start: int) -> None:
        self._solver = solver
        self.row_distance = {start: 0}
        self.column_distance: dict[int, int] = {}
        self.reached_from: dict[int, int] = {}
        self.done: list[int] = []
        self.best, self.end_row, self.end_column = solver.u[start], start, UNASSIGNED
        self._heap: list[tuple[int, int]] = []

    def run(self) -> None:
        """Go on until nothing that is left can be cheaper than the best end."""
        (start,) = self.row_distance
        self._read(start, 0)
        heap = self._heap
        while heap:
            distance, column = heappop(heap)
            if distance >= self.best:
                return
            if distance == self.column_distance[column]:
                self.done.append(column)
                for row in self._solver.rows_of[column]:
                    if row not in self.row_distance:
                        self.row_distance[row] = distance
                        self._read(row, distance)

    def _read(self, row: int, distance: int) -> None:
        """Look at the columns of a row that can be part of a better way."""
        solver = self._solver
        v, room, least = solver.v, solver.room, solver.least_v
        base = distance + solver.u[row]
        if base < self.best:
            self.best, self.end_row, self.end_column = base, row, UNASSIGNED
        best, nearest = self.best, self.column_distance
        for column, weight in zip(solver.columns[row], solver.weights[row], strict=True):
            rest = base - weight
            if rest + least >= best:
                break
            reach = rest + v[column]
            if reach < best and reach < nearest.get(column, best):
                nearest[column] = reach
                self.reached_from[column] = row
                if room[column]:
                    best = self.best = reach
                    self.end_row, self.end_column = row, column
                else:
                    heappush(self._heap, (reach, column))
