"""Schedules laid out: as good as the best of all, or a reason that is one."""

from hypothesis import given, settings

from generator.agenda.plan_conflict import find_conflict
from generator.agenda.plan_grid import Grid
from generator.agenda.plan_outcome import Impossible, Plan
from generator.agenda.plan_problem import Problem
from generator.agenda.planning import lay_out
from tests.agenda.schedules import best_of_all, problems, worth


@settings(max_examples=300)
@given(problems())
def test_a_schedule_is_as_good_as_the_best_of_all(problem: Problem) -> None:
    plan = lay_out(problem)
    best = best_of_all(problem)
    if best is None:
        assert isinstance(plan, Impossible)
    else:
        assert isinstance(plan, Plan)
        assert plan.proved
        assert worth(problem, plan.slots) == best
        assert (len(plan.moved), plan.idle, len(plan.broken)) == best[:3]
