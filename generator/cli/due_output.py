"""What lrrt due says on the terminal."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import click

from generator.cycle.completion import PersonProgress
from generator.cycle.overview import MentorLoad, Overview, PairStanding, pair_missing
from generator.cycle.task import Task, Urgency
from generator.records.application import Role
from generator.records.pairing import PairingStatus
from generator.views.wording import counted

_HEADINGS = {
    Urgency.OVERDUE: "Overdue:",
    Urgency.TODAY: "Today:",
    Urgency.COMING: "Coming:",
}


def say_tasks(tasks: Sequence[Task], today: date, within: int) -> None:
    """Say on stderr what is to be done, what is overdue first."""
    until = f"up to {today + timedelta(days=within)}"
    if not tasks:
        click.echo(f"There is nothing to do {until}.", err=True)
        return
    for urgency, heading in _HEADINGS.items():
        some = [task for task in tasks if task.urgency(today) is urgency]
        if some:
            click.echo(heading, err=True)
        for task in some:
            click.echo(f"  {task.due}{_since(task, today)}  {task.what}.", err=True)
            click.echo(f"      {task.how}", err=True)
    late = sum(1 for task in tasks if task.urgency(today) is Urgency.OVERDUE)
    click.echo(f"{counted(len(tasks), 'task')} {until}, {late} of them overdue.", err=True)


def _since(task: Task, today: date) -> str:
    days = (today - task.due).days
    if days > 0:
        return f" (overdue by {counted(days, 'day')})"
    return f" (in {counted(-days, 'day')})" if days else " (today)"


def say_overview(found: Sequence[tuple[Overview, tuple[PersonProgress, ...]]], today: date) -> None:
    """Say on stderr which pairs are at risk, how all stand, and what each mentor carries."""
    if not found:
        click.echo(f"No cohort has pairings that are at work on {today}.", err=True)
    for overview, people in found:
        for line in _overview(overview, people, today):
            click.echo(line, err=True)


def _overview(overview: Overview, people: Sequence[PersonProgress], today: date) -> Iterator[str]:
    yield f"{overview.title}, seen from {today}"
    at_risk = [pair for pair in overview.pairs if pair.risks]
    yield f"  At risk: {counted(len(at_risk), 'pair')}"
    for pair in at_risk:
        yield f"    {pair.id} ({_who(pair)}): {'; '.join(pair.risks)}"
    yield "  All pairs:"
    for pair in overview.pairs:
        yield f"    {pair.id}: {pair.status}{_history(pair)}; {_progress(pair)}"
    done = [one for one in people if one.completed]
    mentees = sum(1 for one in done if one.role is Role.MENTEE)
    yield (
        f"  Completed: {counted(mentees, 'mentee')} (certificates), "
        f"{counted(len(done) - mentees, 'mentor')} (letters)"
    )
    yield "  Mentors:"
    for load in overview.mentors:
        yield f"    {load.mentor}: {_load(load)}"


def _who(pair: PairStanding) -> str:
    return f"{', '.join(pair.mentees)} with {', '.join(pair.mentors)}"


def _history(pair: PairStanding) -> str:
    ended = f" on {pair.ended}" if pair.ended else ""
    before = f", followed by {', '.join(pair.before)}" if pair.before else ""
    after = f", a rematch after {', '.join(pair.after)}" if pair.after else ""
    return f"{ended}{before}{after}"


def _progress(pair: PairStanding) -> str:
    if pair.status is PairingStatus.PROPOSED:
        return "not begun"
    if pair.status is PairingStatus.ENDED:
        return f"{counted(len(pair.progress.evidence.check_ins), 'check-in')} attended"
    missing = pair_missing(pair)
    return "; ".join(missing) if missing else "all that the rule asks is there"


def _load(load: MentorLoad) -> str:
    if load.capacity is None:
        most = ""
    elif load.mentees > load.capacity:
        most = f" of {load.capacity} offered, which is too many"
    else:
        most = f" of {load.capacity} offered"
    return f"{counted(load.mentees, 'mentee')}{most} in {counted(len(load.pairs), 'pair')}"
