"""lrrt schedule: lay an event's sessions out."""

import difflib
from pathlib import Path

import click

from generator.agenda.plan_edits import UnusableTextError
from generator.agenda.plan_gathering import Gathered, gather_problem
from generator.agenda.plan_outcome import Impossible, Plan, Undecided
from generator.agenda.plan_text import with_plan
from generator.agenda.planning import lay_out
from generator.catalog import Entry, Loading
from generator.cli.options import Misuse, load_records, records_option, shown
from generator.cli.progress import watched
from generator.cli.report import show
from generator.cli.schedule_output import say_impossible, say_plan
from generator.diagnostics import Severity, did_you_mean
from generator.records.event import Event
from generator.records.kinds import Kind
from generator.source import write_text

_REPAIRED = frozenset(("room-clash", "person-clash", "session-outside-event"))
"""Faults of a schedule that laying it out mends."""


@click.command()
@click.argument("event")
@records_option
@click.option("--write", is_flag=True, help="Write the schedule into the event's record.")
@click.pass_context
def schedule(context: click.Context, event: str, records: Path, *, write: bool) -> None:
    """Lay the sessions of EVENT out, and show what would change in its record.

    Sessions without a time stand under planning.sessions in the record, with the wishes, rooms,
    breaks and hours of people that they are laid out by. What is published moves only where it
    must. The change is shown as a diff on stdout; --write makes it. A planned session without a
    title is given room, and stays planned.

    Exit status: 0 with a schedule, 1 where there can be none, 2 for wrong usage.

    \b
    Example:
      lrrt schedule 2027-symposium
      lrrt schedule 2027-symposium --write
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    loading = load_records(records)
    entry = _event(loading, event, records)
    found = [
        each
        for each in loading.found
        if each.place.path == entry.path
        and each.severity is Severity.ERROR
        and each.code not in _REPAIRED
    ]
    if found:
        show(found)
        click.echo("Nothing was laid out: the record has faults.", err=True)
        context.exit(1)
    gathered = gather_problem(loading.catalog, entry)
    if isinstance(gathered, str):
        message = f"there is nothing to lay out: {gathered}"
        raise Misuse(message)
    outcome = lay_out(gathered.problem, watched("Sessions"))
    if isinstance(outcome, Plan):
        _show(entry, gathered, outcome, write=write)
    else:
        _refuse(gathered, outcome)
        context.exit(1)


def _event(loading: Loading, name: str, records: Path) -> Entry[Event]:
    catalog = loading.catalog
    if name in catalog.events:
        return catalog.events[name]
    unfit = [one for one in catalog.unfit if one.kind is Kind.EVENT and one.id == name]
    if unfit:
        show([each for each in loading.found if each.place.path == unfit[0].document.path])
        message = f"the record of '{name}' cannot be read; mend it first"
        raise Misuse(message)
    renamed = {alias: one.id for one in catalog.events.values() for alias in one.record.aliases}
    otherwise = f"the events are in {shown(records)}/events/"
    help_ = f"its id is '{renamed[name]}' now" if name in renamed else ""
    message = (
        f"there is no event '{name}': {help_ or did_you_mean(name, catalog.events, otherwise)}"
    )
    raise Misuse(message)


def _refuse(gathered: Gathered, outcome: Impossible | Undecided) -> None:
    if isinstance(outcome, Impossible):
        say_impossible(gathered.problem, outcome)
    else:
        click.echo(
            "Neither a schedule nor the proof that there is none was found. Fix some sessions "
            "(planning.fixed), or give the event more time, and try again.",
            err=True,
        )
    click.echo("Nothing was written.", err=True)


def _show(entry: Entry[Event], gathered: Gathered, plan: Plan, *, write: bool) -> None:
    try:
        text = with_plan(entry, gathered, plan)
    except UnusableTextError:
        say_plan(entry, gathered, plan)
        message = (
            f"{entry.path} is so written that the schedule cannot be put in without touching more; "
            "put each key of a session on a line of its own, or enter the times above by hand"
        )
        raise Misuse(message) from None
    click.echo(_diff(entry, text).encode(), nl=False)
    say_plan(entry, gathered, plan)
    if text == entry.document.text:
        click.echo("The record holds this schedule already.", err=True)
    elif write:
        _write(entry, text)
    else:
        click.echo(f"Nothing was written; --write puts it into {entry.path}.", err=True)


def _write(entry: Entry[Event], text: str) -> None:
    file = Path(entry.path)
    try:
        write_text(file, text)
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        message = f"{entry.path} cannot be written: {reason}"
        raise Misuse(message) from None
    click.echo(f"{entry.path} written", err=True)


def _diff(entry: Entry[Event], text: str) -> str:
    """Return the change as a unified diff, as git shows one."""
    lines = difflib.unified_diff(
        entry.document.text.splitlines(keepends=True),
        text.splitlines(keepends=True),
        f"a/{entry.path}",
        f"b/{entry.path}",
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
