"""The search for a schedule that keeps all rules: the first found, or the proof that none is."""

from collections.abc import Mapping

from generator.agenda.plan_bounds import Bounds, Placed
from generator.agenda.plan_rules import Rules
from generator.agenda.plan_symmetry import alike_rooms, find_twins

_FIRST_TRY = 500


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
    """Searches the slots of items, item by item; each slot is either taken or struck out.

    Three orders take turns, with twice the steps each time, for where one is lost for long another
    is often quick: from early to late, what must end first being first; what has the fewest slots
    left first; and breaks before all else.

    ``idle`` is the most cells without a session, between the first and the last of each day; None
    where it does not matter.
    """

    def __init__(self, rules: Rules, patience: Patience, idle: int | None = None) -> None:
        self.rules = rules
        self.grid = rules.grid
        self.patience = patience
        self.bounds = Bounds(rules, idle)

    def find(self, domains: Mapping[int, int]) -> Placed | None:
        """Return a slot for every item, each from its domain, or None where there is none.

        Raises OutOfPatienceError where that was not found out.
        """
        self._twin_before = find_twins(self.rules, domains)
        self._twin_after = {before: after for after, before in self._twin_before.items()}
        self._alike_rooms = alike_rooms(self.rules, domains)
        self._failed: set[tuple[tuple[int, int], tuple[tuple[int, int], ...]]] = set()
        steps = _FIRST_TRY
        while True:
            for choose in (_earliest_deadline, _fewest_slots, _breaks_first):
                self._choose = choose
                self._try = Patience(min(steps, self.patience.left))
                try:
                    return self._extend({}, dict(domains))
                except OutOfPatienceError:
                    if self.patience.left <= 0:
                        raise
            steps *= 2

    def idle_of(self, placed: Placed) -> int:
        """Return how many cells of a whole schedule are without a session, within each day."""
        return self.bounds.idle_at_least(placed, {})

    def _extend(self, placed: Placed, domains: dict[int, int]) -> Placed | None:
        """Return a schedule that begins with what is placed, or None.

        What comes of the rest depends only on the slots that are left and on when something takes
        place, so that the same rest is never searched through twice.
        """
        rest = (self._times(placed), tuple(sorted(domains.items())))
        if rest in self._failed:
            return None
        found = self._search(placed, domains)
        if found is None:
            self._failed.add(rest)
        return found

    def _times(self, placed: Placed) -> tuple[int, int]:
        """Return the cells in which something takes place, and those of more than breaks."""
        grid, lengths = self.grid, self.rules.lengths
        taken = work = 0
        for item, bit in placed.items():
            cell, _ = grid.cell_and_room(bit)
            span = ((1 << lengths[item]) - 1) << cell
            taken |= span
            if item not in self.bounds.breaks:
                work |= span
        return taken, work

    def _search(self, placed: Placed, domains: dict[int, int]) -> Placed | None:
        while True:
            self.patience.take()
            self._try.take()
            if not self.bounds.may_hold(placed, domains):
                return None
            if not domains:
                return placed
            item = self._choose(self, domains)
            while self._twin_before.get(item) in domains:
                item = self._twin_before[item]
            bit = domains[item] & -domains[item]
            narrowed = self._narrowed(item, bit, domains)
            if narrowed is not None:
                found = self._extend({**placed, item: bit}, narrowed)
                if found is not None:
                    return found
            domains = {**domains, item: domains[item] & ~self._same(bit, placed)}
            self._follow(item, domains)

    def _follow(self, item: int, domains: dict[int, int]) -> None:
        """Take from those that are like an item and go after it what lies before it."""
        while (after := self._twin_after.get(item)) in domains and domains[item]:
            first = domains[item] & -domains[item]
            domains[after] &= ~(first - 1)
            item = after

    def _narrowed(self, item: int, bit: int, domains: dict[int, int]) -> dict[int, int] | None:
        """Return the domains of the others once an item is placed; None where one is empty."""
        narrowed = {}
        for other, domain in domains.items():
            if other == item:
                continue
            left = domain & ~self.rules.blocked(item, bit, other)
            if self._twin_before.get(other) == item:
                left &= ~(bit - 1)
            if not left:
                return None
            narrowed[other] = left
        return narrowed

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


def _earliest_deadline(search: Search, domains: Mapping[int, int]) -> int:
    """Return the item that can begin first; of several no break, and what must end first."""
    single = next((item for item in domains if domains[item].bit_count() == 1), None)
    if single is not None:
        return single

    def order(item: int) -> tuple[int, bool, int, int]:
        domain = domains[item]
        first, _ = search.grid.cell_and_room(domain & -domain)
        last, _ = search.grid.cell_and_room(domain)
        return (first, item in search.bounds.breaks, last + search.rules.lengths[item], item)

    return min(domains, key=order)


def _fewest_slots(_search: Search, domains: Mapping[int, int]) -> int:
    """Return the item that has the fewest slots left."""
    return min(domains, key=lambda item: (domains[item].bit_count(), item))


def _breaks_first(search: Search, domains: Mapping[int, int]) -> int:
    """Return a break, as long as one has no slot yet; then the item that has the fewest left."""
    breaks = {item: domains[item] for item in domains if item in search.bounds.breaks}
    return _fewest_slots(search, breaks or domains)
