"""Slots as bits of one number, so that sets of them are joined and cut in one operation.

Bit ``cell * rooms + room`` stands for a start in a cell of the grid, in a room: the lowest bit is
the earliest slot, and of equally early ones the best room. Days follow each other with cells
between them in which nothing can be.
"""

from collections.abc import Iterator
from functools import cached_property

from generator.agenda.plan_problem import Item, Problem, Slot


class Grid:
    """The grid of a problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.step = problem.step
        self.rooms = max(1, len(problem.rooms))
        self.changeover = -(-problem.changeover // problem.step)
        self.pause = -(-problem.break_minutes // problem.step)
        gap = max(self.changeover, self.pause) + 1
        self.starts: list[int] = []
        self.ends: list[int] = []
        at = 0
        for day in problem.days:
            self.starts.append(at)
            at += max(0, day.closes - day.opens) // problem.step
            self.ends.append(at)
            at += gap
        self.cells = at

    def cells_of(self, item: Item) -> int:
        """Return how many cells an item takes."""
        return -(-item.minutes // self.step)

    def bit(self, slot: Slot) -> int:
        """Return the bit of a slot."""
        cell = self.starts[slot.day] + (slot.minute - self._opens(slot.day)) // self.step
        return 1 << (cell * self.rooms + slot.room)

    def slot(self, bit: int) -> Slot:
        """Return the slot that a bit stands for."""
        cell, room = divmod(bit.bit_length() - 1, self.rooms)
        day = max(index for index, start in enumerate(self.starts) if start <= cell)
        return Slot(day, self._opens(day) + (cell - self.starts[day]) * self.step, room)

    def cell_and_room(self, bit: int) -> tuple[int, int]:
        """Return the cell and the room of a bit."""
        return divmod(bit.bit_length() - 1, self.rooms)

    def between(self, first: int, last: int) -> int:
        """Return the bits of the cells from first up to last, without it, in every room."""
        first, last = max(0, first), min(self.cells, last)
        if last <= first:
            return 0
        return ((1 << ((last - first) * self.rooms)) - 1) << (first * self.rooms)

    def in_room(self, room: int) -> int:
        """Return the bits of every cell in a room."""
        return self.column << room

    def domain(self, item: Item) -> int:
        """Return the slots in which an item fits into its days and its rooms."""
        rooms = 0
        for room in item.rooms:
            rooms |= self.in_room(room)
        length = self.cells_of(item)
        allowed = 0
        for day in item.days:
            allowed |= self.between(self.starts[day], self.ends[day] - length + 1)
        return allowed & rooms

    def available(self, person: str, length: int) -> int:
        """Return the starts at which somebody is there for so many cells."""
        allowed = 0
        for window in self.problem.windows[person]:
            opens = self._opens(window.day)
            first = self.starts[window.day] + -(-(window.opens - opens) // self.step)
            last = self.starts[window.day] + (window.closes - opens) // self.step
            first = max(first, self.starts[window.day])
            last = min(last, self.ends[window.day])
            allowed |= self.between(first, last - length + 1)
        return allowed

    def covered(self, domain: int, length: int) -> int:
        """Return the cells, by room, that an item with this domain may take."""
        width, done = self.rooms, 1
        while done < length:
            more = min(done, length - done)
            domain |= domain << (more * width)
            done += more
        return domain

    def in_time(self, covered: int) -> int:
        """Return the cells that are covered in any room, as the bits of room 0."""
        found = 0
        for room in range(self.rooms):
            found |= covered >> room
        return found & self.column

    @cached_property
    def column(self) -> int:
        """The bits of every cell in room 0."""
        return sum(1 << (cell * self.rooms) for cell in range(self.cells))

    def _opens(self, day: int) -> int:
        return self.problem.days[day].opens


def bits(number: int) -> Iterator[int]:
    """Yield the bits of a number, the lowest first."""
    while number:
        bit = number & -number
        yield bit
        number ^= bit
