"""A schedule laid out: the best by stated aims, or the reason why there is none.

The aims, each worth more than all that follow it together: as few published sessions moved as can
be; as few minutes without a session between the first and the last of each day; as few wishes
broken; and then each session, in the order of the record, as early as those before it let it be.
"""

from collections.abc import Iterable, Sequence

from generator.agenda.plan_best import Watch, best_plan
from generator.agenda.plan_conflict import find_conflict
from generator.agenda.plan_grid import Grid
from generator.agenda.plan_outcome import Impossible, Plan, Undecided
from generator.agenda.plan_problem import Problem
from generator.agenda.plan_rules import Rules
from generator.agenda.plan_search import OutOfPatienceError, Patience, Search

STEPS = 120_000
"""Steps of search that each aim may take before the best so far must do."""


def _unwatched(items: Sequence[int]) -> Iterable[int]:
    return items


def lay_out(
    problem: Problem, watch: Watch = _unwatched, steps: int = STEPS
) -> Plan | Impossible | Undecided:
    """Return the best schedule of a problem, or why there is none.

    The same problem gives the same schedule on every machine: steps are counted, not seconds.
    """
    grid = Grid(problem)
    patience = Patience(steps)
    wishes = problem.wishes
    soft = frozenset(number for number, wish in enumerate(wishes) if not wish.required)
    rules = Rules(grid, broken=soft)
    search = Search(rules, patience)
    try:
        some = search.find(_as_published(grid, rules)) or search.find(rules.domains)
    except OutOfPatienceError:
        return Undecided()
    if some is None:
        return find_conflict(grid)
    return best_plan(grid, steps, some, watch)


def _as_published(grid: Grid, rules: Rules) -> dict[int, int]:
    """Return the slots of items where everything published stays."""
    domains = dict(rules.domains)
    for index, item in enumerate(grid.problem.items):
        if item.published:
            domains[index] &= grid.bit(item.published)
    return domains
