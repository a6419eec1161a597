"""Why a part of a schedule cannot become a whole one: what is asked at every step of a search."""

from collections.abc import Mapping

from generator.agenda.plan_rules import Rules

Placed = dict[int, int]
"""The bit of each item's slot."""


class Bounds:
    """Asks what speaks against a part of a schedule, without looking further into it.

    ``idle`` is the most cells without a session, between the first and the last of each day; None
    where it does not matter.
    """

    def __init__(self, rules: Rules, idle: int | None = None) -> None:
        self.rules = rules
        self.grid = rules.grid
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

    def may_hold(self, placed: Placed, domains: dict[int, int]) -> bool:
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
        return self.idle is None or self.idle_at_least(placed, covered) <= self.idle

    def idle_at_least(self, placed: Placed, covered: dict[int, int]) -> int:
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
