"""The search for a schedule that keeps all rules: the first found, or the proof that none is."""

from collections.abc import Mapping
from itertools import pairwise

from generator.agenda.plan_rules import Rules

Placed = dict[int, int]
"""The bit of each item's slot."""


class OutOfPatienceError(Exception):
    """A search that took more steps than it was given."""


class Patience:
    """How many steps all searches together may take: a number, so that every machine agrees."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def take(self) -> None:
        """Take a step. Raises OutOfPatienceError where none is left."""
        self.left -= 1
        if self.left < 0:
            raise OutOfPatienceError


class Search:
    """Searches the slots of items, fewest first; each slot is either taken or struck out.

    ``idle`` is the most cells without a session, between the first and the last of each day; None
    where it does not matter.
    """

    def __init__(self, rules: Rules, patience: Patience, idle: int | None = None) -> None:
        self.rules = rules
        self.grid = rules.grid
        self.patience = patience
        self.idle = idle
        items = self.grid.problem.items
        self._breaks = frozenset(index for index in rules.items if items[index].is_break)
        self._groups = self._disjoint_groups()

    def find(self, domains: Mapping[int, int]) -> Placed | None:
        """Return a slot for every item, each from its domain, or None where there is none.

        Raises OutOfPatienceError where that was not found out.
        """
        self._twins = self._find_twins(domains)
        self._alike_rooms = self._find_alike_rooms(domains)
        return self._extend({}, dict(domains))

    def idle_of(self, placed: Placed) -> int:
        """Return how many cells of a whole schedule are without a session, within each day."""
        return self._idle_at_least(placed, {})

    def _extend(self, placed: Placed, domains: dict[int, int]) -> Placed | None:
        while True:
            self.patience.take()
            if not self._may_hold(placed, domains):
                return None
            if not domains:
                return placed
            item = min(domains, key=lambda one: (domains[one].bit_count(), one))
            bit = domains[item] & -domains[item]
            narrowed = self._narrowed(item, bit, domains)
            if narrowed is not None:
                found = self._extend({**placed, item: bit}, narrowed)
                if found is not None:
                    return found
            domains = {**domains, item: domains[item] & ~self._same(bit, placed)}

    def _narrowed(self, item: int, bit: int, domains: dict[int, int]) -> dict[int, int] | None:
        """Return the domains of the others once an item is placed; None where one is empty."""
        narrowed = {}
        for other, domain in domains.items():
            if other == item:
                continue
            left = domain & ~self.rules.blocked(item, bit, other)
            if (item, other) in self._twins:
                left &= ~((bit << 1) - 1)
            elif (other, item) in self._twins:
                left &= bit - 1
            if not left:
                return None
            narrowed[other] = left
        return narrowed

    def _may_hold(self, placed: Placed, domains: dict[int, int]) -> bool:
        """Tell whether nothing speaks against a part of a schedule yet."""
        if any(not domain for domain in domains.values()):
            return False
        if self.rules.break_cells and not self._has_breaks(placed):
            return False
        covered = {
            item: self.grid.covered(domain, self.rules.lengths[item])
            for item, domain in domains.items()
        }
        if not self._has_room(covered):
            return False
        return self.idle is None or self._idle_at_least(placed, covered) <= self.idle

    def _has_room(self, covered: dict[int, int]) -> bool:
        """Tell whether items that must not overlap could each have their own cells."""
        for group, in_time in self._groups:
            room = need = 0
            for item in group:
                if item in covered:
                    room |= covered[item]
                    need += self.rules.lengths[item]
            if in_time:
                room = self.grid.in_time(room)
            if need > room.bit_count():
                return False
        return True

    def _has_breaks(self, placed: Placed) -> bool:
        """Tell whether no stretch of sessions, so far, is longer than may be without a break."""
        spans = sorted(
            (cell, cell + self.rules.lengths[item])
            for item, bit in placed.items()
            if item not in self._breaks
            for cell, _ in (self.grid.cell_and_room(bit),)
        )
        first = last = -self.grid.cells
        for start, end in spans:
            if start - last >= self.grid.pause:
                first = start
            last = max(last, end)
            if last - first > self.rules.break_cells:
                return False
        return True

    def _idle_at_least(self, placed: Placed, covered: dict[int, int]) -> int:
        """Return how many cells will be without a session in any case, on all days together."""
        grid = self.grid
        taken = 0
        for item, bit in placed.items():
            cell, _ = grid.cell_and_room(bit)
            taken |= grid.between(cell, cell + self.rules.lengths[item])
        taken = grid.in_time(taken)
        possible = 0
        for cells in covered.values():
            possible |= cells
        possible = grid.in_time(possible)
        more = sum(self.rules.lengths[item] for item in covered)
        never, open_ = 0, 0
        for first, last in zip(grid.starts, grid.ends, strict=True):
            of_day = taken & grid.between(first, last)
            if of_day:
                top = of_day.bit_length()
                low = (of_day & -of_day).bit_length() - 1
                span = ((1 << top) - 1) & ~((1 << low) - 1)
                empty = grid.in_time(span) & ~of_day
                never += (empty & ~possible).bit_count()
                open_ += (empty & possible).bit_count()
        return never + max(0, open_ - more)

    def _same(self, bit: int, placed: Placed) -> int:
        """Return a slot with those that are the same to everybody: in unused rooms like its own."""
        cell, room = self.grid.cell_and_room(bit)
        alike = self._alike_rooms[room]
        if len(alike) == 1:
            return bit
        used = {self.grid.cell_and_room(other)[1] for other in placed.values()}
        if room in used:
            return bit
        same = 0
        for other in alike:
            if other not in used:
                same |= 1 << (cell * self.grid.rooms + other)
        return same

    def _find_alike_rooms(self, domains: Mapping[int, int]) -> list[tuple[int, ...]]:
        """Return for each room those that every item can use at the same times.

        A room in which something has been published is like no other: what is published stands.
        """
        grid = self.grid
        published = {item.published.room: item.id for item in grid.problem.items if item.published}
        columns = [
            (published.get(room), [domains[one] >> room & grid.column for one in self.rules.items])
            for room in range(grid.rooms)
        ]
        return [
            tuple(
                other
                for other, column in enumerate(columns)
                if column == columns[room] and (other == room or other not in published)
            )
            for room in range(grid.rooms)
        ]

    def _find_twins(self, domains: Mapping[int, int]) -> frozenset[tuple[int, int]]:
        """Return pairs of items that can be exchanged: the first then goes before the second."""
        chains: list[list[int]] = []
        for item in self.rules.items:
            for chain in chains:
                if domains[item] == domains[chain[0]] and all(
                    self.rules.is_like(other, item) for other in chain
                ):
                    chain.append(item)
                    break
            else:
                chains.append([item])
        return frozenset(pair for chain in chains for pair in pairwise(chain))

    def _disjoint_groups(self) -> tuple[tuple[tuple[int, ...], bool], ...]:
        """Return sets of items of which no two may overlap, and whether in time or in a room."""
        rules = self.rules
        items = self.grid.problem.items
        people: dict[str, list[int]] = {}
        for index in rules.items:
            for person in sorted(items[index].people):
                people.setdefault(person, []).append(index)
        in_rooms = tuple(index for index in rules.items if not items[index].roomless)
        groups: list[tuple[tuple[int, ...], bool]] = [(in_rooms, False)]
        groups += [
            (tuple(some), True)
            for person, some in sorted(people.items())
            if len(some) > 1 and rules.keeps_apart(person)
        ]
        return tuple(groups)
