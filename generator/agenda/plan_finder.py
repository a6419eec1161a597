"""Schedules of a problem found with some sessions moved and some wishes broken."""

from collections.abc import Mapping

from generator.agenda.plan_bounds import Placed
from generator.agenda.plan_grid import Grid
from generator.agenda.plan_rules import Rules
from generator.agenda.plan_search import OutOfPatienceError, Patience, Search

EACH = 30_000
"""Steps that one question may take."""


class Finder:
    """Finds schedules of a problem, the rules compiled once for each set of broken wishes.

    ``steps`` is how many steps the questions of a stage may take together. What is not found in
    its share counts as not there, and ``proved`` is then no longer true.
    """

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.steps = 0
        self.proved = True
        self.items = range(len(grid.problem.items))
        self.published = tuple(
            index
            for index, item in enumerate(grid.problem.items)
            if item.published and not item.fixed
        )
        self.wishes = tuple(
            number for number, wish in enumerate(grid.problem.wishes) if not wish.required
        )
        self._rules: dict[frozenset[int], Rules] = {}

    def rules(self, broken: frozenset[int]) -> Rules:
        """Return the rules with some wishes broken."""
        if broken not in self._rules:
            self._rules[broken] = Rules(self.grid, broken=broken)
        return self._rules[broken]

    def find(
        self,
        moved: frozenset[int],
        broken: frozenset[int],
        idle: int | None = None,
        within: Mapping[int, int] | None = None,
    ) -> Placed | None:
        """Return a schedule in which all published sessions but the moved ones stay, or None.

        ``within`` narrows the slots of some items further.
        """
        rules = self.rules(broken)
        domains = dict(rules.domains)
        for index in self.published:
            slot = self.grid.problem.items[index].published
            if slot is not None and index not in moved:
                domains[index] &= self.grid.bit(slot)
        for index, allowed in (within or {}).items():
            domains[index] &= allowed
        patience = Patience(min(EACH, self.steps))
        before = patience.left
        try:
            return Search(rules, patience, idle).find(domains)
        except OutOfPatienceError:
            self.proved = False
            return None
        finally:
            self.steps -= before - max(0, patience.left)

    def idle(self, placed: Placed) -> int:
        """Return how many cells of a schedule are without a session."""
        rules = self.rules(frozenset(self.wishes))
        return Search(rules, Patience(0)).idle_of(placed)
