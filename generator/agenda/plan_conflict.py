"""Why there is no schedule: the fewest sessions and rules that cannot hold together."""

from generator.agenda.plan_grid import Grid
from generator.agenda.plan_outcome import Impossible
from generator.agenda.plan_relaxing import smallest_conflict
from generator.agenda.plan_rules import BREAKS, CHANGEOVER, Label, Rules
from generator.agenda.plan_search import OutOfPatienceError, Patience, Search

_EACH = 4_000
"""Steps that each question may take."""


def find_conflict(grid: Grid) -> Impossible:
    """Return sessions and rules of a problem without a schedule that cannot hold together.

    Sessions come first, so that rules are dropped first and what is left is short. A question that
    cannot be answered in the steps allowed counts as if the rest could hold together.
    """
    problem = grid.problem
    sessions: list[Label] = [("session", str(index)) for index in range(len(problem.items))]
    rules = _labels(grid)
    soft = [number for number, wish in enumerate(problem.wishes) if not wish.required]
    undecided = False

    def holds(kept: frozenset[Label]) -> bool:
        nonlocal undecided
        items = [int(name) for kind, name in kept if kind == "session"]
        compiled = Rules(grid, items, frozenset(rules) - kept, soft)
        try:
            return Search(compiled, Patience(_EACH)).find(compiled.domains) is not None
        except OutOfPatienceError:
            undecided = True
            return True

    demands = [*sessions, *rules]
    if holds(frozenset(demands)):
        return Impossible(tuple(range(len(problem.items))), tuple(rules), smallest=False)
    conflict = smallest_conflict(demands, holds)
    return Impossible(
        tuple(int(name) for kind, name in conflict if kind == "session"),
        tuple(label for label in conflict if label[0] != "session"),
        smallest=not undecided,
    )


def _labels(grid: Grid) -> list[Label]:
    """Return every rule of a problem that could be let go, what is rarely at fault last."""
    problem = grid.problem
    people = sorted({person for item in problem.items for person in item.people})
    labels: list[Label] = [("window", person) for person in sorted(problem.windows)]
    labels += [("fixed", item.id) for item in problem.items if item.fixed]
    labels += [("person", person) for person in people]
    labels += [("wish", str(number)) for number, wish in enumerate(problem.wishes) if wish.required]
    labels += [("alone", item.id) for item in problem.items if item.alone]
    if problem.break_every:
        labels.append(BREAKS)
    if problem.changeover:
        labels.append(CHANGEOVER)
    return labels
