"""What must hold between sessions, compiled so that a search can ask it quickly.

Every rule has a label, so that a schedule that cannot be is explained by the rules at fault.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from generator.agenda.plan_grid import Grid
from generator.agenda.plan_problem import Item, Problem, Relation, Wish

Label = tuple[str, str]
"""A rule and what it is about: ('person', id), ('alone', item), ('wish', number) and the like."""

BREAKS: Label = ("breaks", "")
CHANGEOVER: Label = ("changeover", "")


@dataclass(slots=True)
class Pair:
    """What must hold of a second item once a first one is placed."""

    apart: bool = False
    changeover: int = 0
    rooms_clash: bool = True
    orders: list[Relation] = field(default_factory=list)
    both_published: bool = False


class Rules:
    """The rules of a problem, or of a part of it: some items, some rules."""

    def __init__(
        self,
        grid: Grid,
        items: Collection[int] | None = None,
        without: Collection[Label] = (),
        broken: Collection[int] = (),
    ) -> None:
        self.grid = grid
        problem = grid.problem
        self.items = tuple(range(len(problem.items)) if items is None else sorted(items))
        self.lengths = {index: grid.cells_of(problem.items[index]) for index in self.items}
        self.break_cells = 0
        if problem.break_every and BREAKS not in without:
            self.break_cells = problem.break_every // problem.step
        self.domains = {index: self._domain(index, without) for index in self.items}
        self.pairs: dict[tuple[int, int], Pair] = {}
        for first in self.items:
            for second in self.items:
                if first != second:
                    self.pairs[first, second] = _pair(grid, first, second, without)
        for number, wish in enumerate(problem.wishes):
            if number not in broken and ("wish", str(number)) not in without:
                self._add_wish(wish)

    def _domain(self, index: int, without: Collection[Label]) -> int:
        problem = self.grid.problem
        item = problem.items[index]
        if item.fixed and item.published and ("fixed", item.id) not in without:
            return self.grid.bit(item.published)
        allowed = self.grid.domain(item, with_people=False)
        for person in sorted(item.people & problem.windows.keys()):
            if ("window", person) not in without:
                allowed &= self.grid.available(person, self.lengths[index])
        return allowed

    def _add_wish(self, wish: Wish) -> None:
        if wish.item not in self.lengths:
            return
        others = (
            [other for other in self.items if other != wish.item]
            if wish.other is None
            else [wish.other]
        )
        for other in others:
            if other in self.lengths:
                self.pairs[wish.item, other].orders.append(wish.relation)
                self.pairs[other, wish.item].orders.append(_REVERSED[wish.relation])

    def blocked(self, first: int, bit: int, second: int) -> int:
        """Return the slots that an item cannot have once another is placed."""
        grid, pair = self.grid, self.pairs[first, second]
        cell, room = grid.cell_and_room(bit)
        mine, other = self.lengths[first], self.lengths[second]
        found = 0
        if pair.apart:
            found = grid.between(cell - other + 1, cell + mine)
        if pair.rooms_clash:
            gap = pair.changeover
            near = grid.between(cell - other - gap + 1, cell + mine + gap)
            found |= near & grid.in_room(room)
        for order in pair.orders:
            found |= self._disordered(order, (cell, room), mine, other)
        if pair.both_published and found:
            found &= ~self._as_published(first, bit, second)
        return found

    def _as_published(self, first: int, bit: int, second: int) -> int:
        """Return the bit of an item's published slot, if the other is where it was published.

        What has been published together stands, though a room is empty for too short a time or
        something takes place beside a keynote; only real clashes are none.
        """
        items = self.grid.problem.items
        mine, other = items[first].published, items[second].published
        if mine is None or other is None or bit != self.grid.bit(mine):
            return 0
        theirs = self.grid.bit(other)
        return theirs if not self.pairs[first, second].orders else 0

    def _disordered(
        self, order: Relation, at: tuple[int, int], mine: int, other: int
    ) -> int:
        """Return the slots of the other item that a wish of the first forbids."""
        grid = self.grid
        cell, room = at
        end = cell + mine
        if order is Relation.BEFORE:
            return grid.between(0, end)
        if order is Relation.AFTER:
            return grid.between(cell - other + 1, grid.cells)
        if order is Relation.FIRST:
            return grid.between(0, cell)
        if order is Relation.LAST:
            return grid.between(end - other + 1, grid.cells)
        if order is Relation.NEXT_TO:
            gap = grid.changeover
            near = grid.between(end, end + gap + 1)
            near |= grid.between(cell - other - gap, cell - other + 1)
            return grid.between(0, grid.cells) & ~(near & grid.in_room(room))
        return self._disordered_back(order, cell, mine, other)

    def _disordered_back(self, order: Relation, cell: int, mine: int, other: int) -> int:
        raise NotImplementedError


_REVERSED: dict[Relation, Relation] = {}


def _pair(grid: Grid, first: int, second: int, without: Collection[Label]) -> Pair:
    raise NotImplementedError
