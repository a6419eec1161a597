"""What lrrt schedule says on the terminal."""

from collections.abc import Iterator

import click

from generator.agenda.plan_gathering import Gathered
from generator.agenda.plan_outcome import Impossible, Plan
from generator.agenda.plan_problem import Problem, Slot
from generator.agenda.plan_reasons import broken_wishes, reasons, slot_words, ways_out
from generator.catalog import Entry
from generator.records.event import Event
from generator.views.wording import counted


def say_impossible(problem: Problem, found: Impossible) -> None:
    """Say on stderr why there is no schedule, and what would mend it."""
    click.echo("There is no schedule. These cannot all be:", err=True)
    for reason in reasons(problem, found):
        click.echo(f"  - {reason}", err=True)
    if not found.smallest:
        click.echo(
            "(Fewer of them may be at fault; that would take too long to find out.)", err=True
        )
    click.echo("Any one of these may mend it:", err=True)
    for way in ways_out(problem, found):
        click.echo(f"  - {way}", err=True)


def say_plan(entry: Entry[Event], gathered: Gathered, plan: Plan) -> None:
    """Say on stderr what is laid out where, what moves, and what is not as wished."""
    for line in _lines(entry, gathered, plan):
        click.echo(line, err=True)


def _lines(entry: Entry[Event], gathered: Gathered, plan: Plan) -> Iterator[str]:
    problem = gathered.problem
    new = [index for index, position in enumerate(gathered.planned) if position is not None]
    yield (
        f"{counted(len(new), 'planned session')} laid out, {len(plan.moved)} of "
        f"{counted(len(problem.items) - len(new), 'published session')} moved, "
        f"{counted(plan.idle, 'minute')} without a session."
    )
    planned = entry.record.planning.sessions if entry.record.planning else ()
    for index in (*new, *plan.moved):
        item, slot = problem.items[index], plan.slots[index]
        was = f" (was {_before(problem, index)})" if item.was_published else ""
        position = gathered.planned[index]
        waits = position is not None and not planned[position].title
        held = "; stays planned until it has a title" if waits else ""
        yield f"  {item.id}: {slot_words(problem, item, slot)}{was}{held}"
    broken = list(broken_wishes(problem, plan))
    if broken:
        yield "Not as wished:"
        yield from (f"  it is not so that {wish}" for wish in broken)
    if not plan.proved:
        yield (
            "A better schedule may be possible; that would take too long to find out. Fixing "
            "sessions (planning.fixed) makes it quicker."
        )


def _before(problem: Problem, index: int) -> str:
    item = problem.items[index]
    slot: Slot | None = item.published
    return slot_words(problem, item, slot) if slot else "outside the event"
