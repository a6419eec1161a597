"""The search for a schedule that keeps all rules: the first found, or the proof that none is."""

from collections.abc import Mapping
from itertools import pairwise

from generator.agenda.plan_rules import Rules

Placed = dict[int, int]
"""The bit of each item's slot."""


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
        self.idle = idle
        items = self.grid.problem.items
        self.breaks = frozenset(index for index in rules.items if items[index].is_break)
        self._alone = frozenset(
            index for index in rules.items if rules.is_alone(index) and not items[index].published
        )
        self._plain = not any(
            items[pause].published and items[other].published
            for pause in self.breaks
            for other in rules.items
            if other not in self.breaks
        )
        self._work = sum(
            rules.lengths[index] * (self.grid.rooms if index in self._alone else 1)
            for index in rules.items
            if index not in self.breaks
        )
        self._groups = self._disjoint_groups()

    def find(self, domains: Mapping[int, int]) -> Placed | None:
        """Return a slot for every item, each from its domain, or None where there is none.

        Raises OutOfPatienceError where that was not found out.
        """
        self._twin_before = self._find_twins(domains)
        self._twin_after = {before: after for after, before in self._twin_before.items()}
        self._alike_rooms = self._find_alike_rooms(domains)
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
        return self._idle_at_least(placed, {})

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
            if item not in self.breaks:
                work |= span
        return taken, work

    def _search(self, placed: Placed, domains: dict[int, int]) -> Placed | None:
        while True:
            self.patience.take()
            self._try.take()
            if not self._may_hold(placed, domains):
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

    def _may_hold(self, placed: Placed, domains: dict[int, int]) -> bool:
        """Tell whether nothing speaks against a part of a schedule yet."""
        if any(not domain for domain in domains.values()):
            return False
        if self.rules.break_cells and not (
            self._has_breaks(placed) and self._has_work_hours(placed, domains)
        ):
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
        if not self._have_all_rooms(covered):
            return False
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

    def _have_all_rooms(self, covered: dict[int, int]) -> bool:
        """Tell whether the rooms hold all that is left; what is alone takes every room."""
        grid = self.grid
        room = need = 0
        items = grid.problem.items
        for item, cells in covered.items():
            if items[item].roomless and item not in self._alone:
                continue
            if item in self._alone:
                in_time = grid.in_time(cells)
                for number in range(grid.rooms):
                    room |= in_time << number
                need += self.rules.lengths[item] * grid.rooms
            else:
                room |= cells
                need += self.rules.lengths[item]
        return need <= room.bit_count()

    def _has_breaks(self, placed: Placed) -> bool:
        """Tell whether no stretch of sessions, so far, is longer than may be without a break."""
        spans = sorted(
            (cell, cell + self.rules.lengths[item])
            for item, bit in placed.items()
            if item not in self.breaks
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

    def _has_work_hours(self, placed: Placed, domains: Mapping[int, int]) -> bool:
        """Tell whether the stretches between breaks hold all sessions.

        Asked where too little may be idle for another pause: each stretch is then as long as one
        may be without a break, or shorter.
        """
        if not self._plain or self.idle is None or self.idle >= self.grid.pause:
            return True
        grid = self.grid
        pauses = sorted(
            (grid.cell_and_room(placed[item])[0], self.rules.lengths[item])
            for item in self.breaks & placed.keys()
        )
        to_come = [domains[item] for item in self.breaks & domains.keys()]
        room = 0
        for first, last in zip(grid.starts, grid.ends, strict=True):
            day = grid.between(first, last)
            of_day = [pause for pause in pauses if first <= pause[0] < last]
            more = sum(1 for domain in to_come if domain & day)
            if more:
                stretches = len(of_day) + more + 1
                room += min(last - first, stretches * self.rules.break_cells)
                continue
            at = first
            for start, length in (*of_day, (last, 0)):
                room += min(max(0, start - at), self.rules.break_cells)
                at = start + length
        return self._work <= room * grid.rooms

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

    def _find_twins(self, domains: Mapping[int, int]) -> dict[int, int]:
        """Return for an item the one like it that must go before, so that no two change places.

        The one before is always placed first.
        """
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
        return {later: earlier for chain in chains for earlier, later in pairwise(chain)}

    def _disjoint_groups(self) -> tuple[tuple[tuple[int, ...], bool], ...]:
        """Return sets of items of which no two may overlap, and whether in time or in a room."""
        rules = self.rules
        items = self.grid.problem.items
        people: dict[str, list[int]] = {}
        for index in rules.items:
            for person in sorted(items[index].people):
                people.setdefault(person, []).append(index)
        groups: list[tuple[tuple[int, ...], bool]] = []
        groups += [
            (tuple(some), True)
            for person, some in sorted(people.items())
            if len(some) > 1 and rules.keeps_apart(person)
        ]
        return tuple(groups)


def _earliest_deadline(search: Search, domains: Mapping[int, int]) -> int:
    """Return the item that can begin first; of several no break, and what must end first."""
    single = next((item for item in domains if domains[item].bit_count() == 1), None)
    if single is not None:
        return single

    def order(item: int) -> tuple[int, bool, int, int]:
        domain = domains[item]
        first, _ = search.grid.cell_and_room(domain & -domain)
        last, _ = search.grid.cell_and_room(domain)
        return (first, item in search.breaks, last + search.rules.lengths[item], item)

    return min(domains, key=order)


def _fewest_slots(_search: Search, domains: Mapping[int, int]) -> int:
    """Return the item that has the fewest slots left."""
    return min(domains, key=lambda item: (domains[item].bit_count(), item))


def _breaks_first(search: Search, domains: Mapping[int, int]) -> int:
    """Return a break, as long as one has no slot yet; then the item that has the fewest left."""
    breaks = {item: domains[item] for item in domains if item in search.breaks}
    return _fewest_slots(search, breaks or domains)
