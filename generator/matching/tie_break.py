"""Of all assignments of greatest weight, the one that comes first by id.

By complementary slackness (Schrijver 2003, section 17.3) the assignments of greatest weight are
exactly those that use tight pairs only, fill every column that has a positive dual, and leave no
row with a positive dual. Rows are settled one after another, each on the first column from which
the others can still be rearranged so.
"""

from collections import deque
from collections.abc import Iterator, Sequence

from generator.matching.assignment import Assignment
from generator.matching.bidding import UNASSIGNED, Problem

_OUTSIDE = -1
"""The node that stands for having no place, and for places nobody has."""


def first_by_id(
    problem: Problem, best: Assignment, rank_of_column: Sequence[int]
) -> tuple[int, ...]:
    """Return the column of each row (or UNASSIGNED) in the first assignment of greatest weight.

    Rows are compared in their order; of columns, the one of lower rank comes first, and no column
    comes last. Columns of equal rank count as one.
    """
    table = _Table(problem, best, rank_of_column)
    for row in range(len(problem.columns)):
        table.settle(row)
    return tuple(table.column_of)


class _Table:
    """An assignment of greatest weight while its rows are settled."""

    def __init__(self, problem: Problem, best: Assignment, rank: Sequence[int]) -> None:
        self.column_of = list(best.column_of)
        self._u, self._v, self._rank = best.row_duals, best.column_duals, rank
        self._rows_of: list[set[int]] = [set() for _ in problem.capacities]
        self._room = list(problem.capacities)
        self._tight = list(_tight_columns(problem, best))
        self._settled = [False] * len(self.column_of)
        self._outside: set[int] = set()
        for row, column in enumerate(self.column_of):
            if column == UNASSIGNED:
                self._outside.add(row)
            else:
                self._rows_of[column].add(row)
                self._room[column] -= 1

    def settle(self, row: int) -> None:
        """Give a row the first column it can have, and keep it there."""
        now = self.column_of[row]
        held = self._rank[now] if now != UNASSIGNED else len(self._rank) + 1
        for column in sorted(self._tight[row], key=lambda one: (self._rank[one], one)):
            if self._rank[column] >= held:
                break
            way = self._way(column, now, row)
            if way is not None:
                self._move(row, column)
                for mover, target in way:
                    self._move(mover, target)
                break
        self._settled[row] = True

    def _way(self, start: int, goal: int, row: int) -> list[tuple[int, int]] | None:
        """Return moves that make up for one row more at ``start`` and one fewer at ``goal``."""
        came: dict[int, tuple[int, int]] = {start: (start, UNASSIGNED)}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            if node == goal:
                return self._trace(came, start, goal)
            for mover, target in self._steps(node, row):
                if target not in came:
                    came[target] = (node, mover)
                    queue.append(target)
        return None

    def _steps(self, node: int, row: int) -> Iterator[tuple[int, int]]:
        """Yield what can happen at a node that has one too many: who moves, and to where."""
        if node == _OUTSIDE:
            for mover in sorted(self._outside - {row}):
                yield from ((mover, column) for column in self._open_to(mover))
            for column, dual in enumerate(self._v):
                if dual == 0:
                    yield UNASSIGNED, column
            return
        if self._room[node] > 0:
            yield UNASSIGNED, _OUTSIDE
        for mover in sorted(self._rows_of[node] - {row}):
            if self._u[mover] == 0 and not self._settled[mover]:
                yield mover, _OUTSIDE
            yield from ((mover, column) for column in self._open_to(mover) if column != node)

    def _open_to(self, mover: int) -> Iterator[int]:
        for column in self._tight[mover]:
            if not self._settled[mover] or (
                self.column_of[mover] != UNASSIGNED
                and self._rank[column] == self._rank[self.column_of[mover]]
            ):
                yield column

    def _trace(
        self, came: dict[int, tuple[int, int]], start: int, goal: int
    ) -> list[tuple[int, int]]:
        moves = []
        node = goal
        while node != start:
            before, mover = came[node]
            if mover != UNASSIGNED:
                moves.append((mover, node))
            node = before
        return moves[::-1]

    def _move(self, row: int, column: int) -> None:
        before = self.column_of[row]
        if before == UNASSIGNED:
            self._outside.discard(row)
        else:
            self._rows_of[before].discard(row)
            self._room[before] += 1
        self.column_of[row] = column
        if column == UNASSIGNED:
            self._outside.add(row)
        else:
            self._rows_of[column].add(row)
            self._room[column] -= 1


def _tight_columns(problem: Problem, best: Assignment) -> Iterator[list[int]]:
    """Yield for each row the columns whose weight the duals just reach."""
    v = best.column_duals
    least = min(v, default=0)
    for u, columns, weights in zip(best.row_duals, problem.columns, problem.weights, strict=True):
        tight = []
        for column, weight in zip(columns, weights, strict=True):
            if weight < u + least:
                break
            if weight == u + v[column]:
                tight.append(column)
        yield tight
