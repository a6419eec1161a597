"""What must hold between sessions, compiled so that a search can ask it quickly.

Every rule has a label, so that a schedule that cannot be is explained by the rules at fault.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum, auto

from generator.agenda.plan_grid import Grid
from generator.agenda.plan_problem import Item, Relation, Wish

Label = tuple[str, str]
"""A rule and what it is about: ('person', id), ('alone', item), ('wish', number) and the like."""

BREAKS: Label = ("breaks", "")
CHANGEOVER: Label = ("changeover", "")


class _Order(Enum):
    """Where a second item may be, once a first one is placed."""

    BEGINS_AFTER_END = auto()
    ENDS_BEFORE_START = auto()
    BEGINS_NO_EARLIER = auto()
    BEGINS_NO_LATER = auto()
    ENDS_NO_EARLIER = auto()
    ENDS_NO_LATER = auto()
    BESIDE = auto()


_ORDERS = {
    Relation.FIRST: (_Order.BEGINS_NO_EARLIER, _Order.BEGINS_NO_LATER),
    Relation.LAST: (_Order.ENDS_NO_LATER, _Order.ENDS_NO_EARLIER),
    Relation.AFTER: (_Order.ENDS_BEFORE_START, _Order.BEGINS_AFTER_END),
    Relation.BEFORE: (_Order.BEGINS_AFTER_END, _Order.ENDS_BEFORE_START),
    Relation.NEXT_TO: (_Order.BESIDE, _Order.BESIDE),
}
"""What a wish means for the other item once its own is placed, and the other way round."""


@dataclass(slots=True)
class _Pair:
    """What must hold of a second item once a first one is placed."""

    apart: bool
    rooms_clash: bool
    changeover: int
    stands: bool
    orders: list[_Order] = field(default_factory=list)


class Rules:
    """The rules of a problem, or of a part of it: some items, some rules, some wishes broken."""

    def __init__(
        self,
        grid: Grid,
        items: Collection[int] | None = None,
        without: Collection[Label] = (),
        broken: Collection[int] = (),
    ) -> None:
        self.grid = grid
        self._without = frozenset(without)
        problem = grid.problem
        self.items = tuple(range(len(problem.items)) if items is None else sorted(items))
        self.lengths = {index: grid.cells_of(problem.items[index]) for index in self.items}
        asked = problem.break_every and BREAKS not in self._without
        self.break_cells = problem.break_every // problem.step if asked else 0
        self.domains = {index: self._domain(index) for index in self.items}
        self._pairs = {
            (first, second): self._pair(problem.items[first], problem.items[second])
            for first in self.items
            for second in self.items
            if first != second
        }
        for number, wish in enumerate(problem.wishes):
            if number not in broken and ("wish", str(number)) not in self._without:
                self._add(wish)

    def blocked(self, first: int, bit: int, second: int) -> int:
        """Return the slots that an item cannot have once another is placed."""
        grid, pair = self.grid, self._pairs[first, second]
        cell, room = grid.cell_and_room(bit)
        mine, other = self.lengths[first], self.lengths[second]
        found = grid.between(cell - other + 1, cell + mine) if pair.apart else 0
        if pair.rooms_clash:
            gap = pair.changeover
            near = grid.between(cell - other - gap + 1, cell + mine + gap)
            found |= near & grid.in_room(room)
        if pair.stands and found:
            found &= ~self._as_published(first, bit, second)
        for order in pair.orders:
            found |= self._out_of_order(order, bit, mine, other)
        return found

    def keeps_apart(self, person: str) -> bool:
        """Tell whether somebody cannot be in two sessions at once, as far as these rules go."""
        return ("person", person) not in self._without

    def is_alone(self, item: int) -> bool:
        """Tell whether nothing may take place at the time of an item."""
        one = self.grid.problem.items[item]
        return one.alone and ("alone", one.id) not in self._without

    def is_like(self, first: int, second: int) -> bool:
        """Tell whether two items can be exchanged in every schedule."""
        if (self.lengths[first], self.domains[first]) != (
            self.lengths[second],
            self.domains[second],
        ):
            return False
        items = self.grid.problem.items
        if items[first].published or items[second].published:
            return False
        if items[first].is_break is not items[second].is_break:
            return False
        if self._pairs[first, second].orders:
            return False
        return all(
            self._pairs[first, other] == self._pairs[second, other]
            and self._pairs[other, first] == self._pairs[other, second]
            for other in self.items
            if other not in (first, second)
        )

    def _domain(self, index: int) -> int:
        problem = self.grid.problem
        item = problem.items[index]
        if item.fixed and item.published and ("fixed", item.id) not in self._without:
            return self.grid.bit(item.published)
        allowed = self.grid.domain(item)
        for person in sorted(item.people & problem.windows.keys()):
            if ("window", person) not in self._without:
                allowed &= self.grid.available(person, self.lengths[index])
        return allowed

    def _pair(self, first: Item, second: Item) -> _Pair:
        without = self._without
        shared = any(("person", person) not in without for person in first.people & second.people)
        alone = any(item.alone and ("alone", item.id) not in without for item in (first, second))
        in_rooms = not (first.roomless or second.roomless)
        # One room keeps the two apart already, and who is in them makes no difference.
        one_room = in_rooms and first.rooms == second.rooms and len(first.rooms) == 1
        return _Pair(
            apart=(shared or alone) and not one_room,
            rooms_clash=in_rooms,
            changeover=0 if CHANGEOVER in without else self.grid.changeover,
            stands=_stand_together(first, second),
        )

    def _add(self, wish: Wish) -> None:
        others = self.items if wish.other is None else (wish.other,)
        mine, theirs = _ORDERS[wish.relation]
        for other in others:
            if (wish.item, other) in self._pairs:
                self._pairs[wish.item, other].orders.append(mine)
                self._pairs[other, wish.item].orders.append(theirs)

    def _as_published(self, first: int, bit: int, second: int) -> int:
        """Return the bit of an item's published slot, if the other is where it was published."""
        items = self.grid.problem.items
        mine, theirs = items[first].published, items[second].published
        if mine is None or theirs is None or bit != self.grid.bit(mine):
            return 0
        return self.grid.bit(theirs)

    def _out_of_order(self, order: _Order, bit: int, mine: int, other: int) -> int:
        """Return the slots of the other item that an order forbids, once the first is placed."""
        grid = self.grid
        cell, room = grid.cell_and_room(bit)
        end = cell + mine
        if order is _Order.BESIDE:
            gap = grid.changeover
            near = grid.between(end, end + gap + 1)
            near |= grid.between(cell - other - gap, cell - other + 1)
            return grid.between(0, grid.cells) & ~(near & grid.in_room(room))
        first, last = {
            _Order.BEGINS_AFTER_END: (0, end),
            _Order.BEGINS_NO_EARLIER: (0, cell),
            _Order.ENDS_NO_EARLIER: (0, end - other),
            _Order.ENDS_BEFORE_START: (cell - other + 1, grid.cells),
            _Order.BEGINS_NO_LATER: (cell + 1, grid.cells),
            _Order.ENDS_NO_LATER: (end - other + 1, grid.cells),
        }[order]
        return grid.between(first, last)


def _stand_together(first: Item, second: Item) -> bool:
    """Tell whether two items can both stay where they were published.

    What has been published together stands, though a room is empty for too short a time or
    something takes place beside a keynote. Only one room or one person for both is a clash.
    """
    mine, theirs = first.published, second.published
    if mine is None or theirs is None:
        return False
    apart = (
        mine.day != theirs.day
        or mine.minute + first.minutes <= theirs.minute
        or theirs.minute + second.minutes <= mine.minute
    )
    same_room = mine.room == theirs.room and not (first.roomless or second.roomless)
    return apart or not (same_room or first.people & second.people)
