"""lrrt due: what the committee has to do now."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator.catalog import Catalog
from generator.cli.due_calendar import due_calendar
from generator.cli.due_output import say_overview, say_tasks
from generator.cli.options import DAY, Misuse, load_records, private_option, records_option, shown
from generator.cli.today import day_for
from generator.cycle.completion import people_of_cohort
from generator.cycle.due import due_values, tasks_due
from generator.cycle.overview import overviews
from generator.cycle.overview_data import overview_values
from generator.diagnostics import has_errors
from generator.source import write_text

_FILE = click.Path(dir_okay=False, path_type=Path, allow_dash=True)


@click.command()
@records_option
@private_option
@click.option(
    "--on",
    "day",
    type=DAY,
    metavar="DATE",
    help="Day to look from, instead of today.",
)
@click.option(
    "--within",
    type=click.IntRange(0, 3660),
    default=30,
    show_default=True,
    metavar="DAYS",
    help="How many days to look ahead. What is overdue is always shown.",
)
@click.option(
    "--pairs",
    is_flag=True,
    help="Show instead which pairs are at risk, and what each mentor carries. For the committee "
    "alone.",
)
@click.option("--json", "as_json", is_flag=True, help="Print data on stdout.")
@click.option(
    "--ics",
    type=_FILE,
    metavar="FILE",
    help="Write the tasks as a calendar of whole days ('-': on stdout).",
)
def due(
    records: Path,
    private: Path | None,
    day: datetime | None,
    within: int,
    ics: Path | None,
    **flags: bool,
) -> None:
    """Say what the committee has to do now, in the order of its days.

    Each task names the command or the record that does it, and leaves the list once the records
    say that it is done. Where no record can say so, it stays for a week. With the applications at
    hand (--private), mentees without a mentor are among the tasks.

    \b
    Example:
      lrrt due
      lrrt due --within 90 --private ../mentorship-private
      lrrt due --pairs
      lrrt due --within 365 --ics ../committee.ics
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    _refuse_contradictions(flags, ics)
    _refuse_public_place(records, ics)
    loading = load_records(records, private)
    catalog = loading.catalog
    today = day_for(catalog, day)
    if flags["pairs"]:
        _pairs(catalog, today, as_json=flags["as_json"])
    else:
        _due(catalog, today, within, ics, as_json=flags["as_json"])
    if has_errors(loading.found):
        click.echo(
            "Some records have faults and may be missing here; run 'lrrt validate'.", err=True
        )


def _refuse_contradictions(flags: Mapping[str, bool], ics: Path | None) -> None:
    """Raise Misuse where two options each ask for another answer."""
    if flags["pairs"] and ics:
        message = "--pairs has no dates of its own; leave out --ics"
        raise Misuse(message)
    if flags["as_json"] and str(ics) == "-":
        message = "--json and '--ics -' both write on stdout; name a file for the calendar"
        raise Misuse(message)


def _refuse_public_place(records: Path, ics: Path | None) -> None:
    """Raise Misuse where the calendar would lie among what is published."""
    for folder in (records, records.absolute().parent / "content"):
        if ics and str(ics) != "-" and ics.resolve().is_relative_to(folder.resolve()):
            message = (
                f"--ics {ics} lies in {shown(folder)}/, which is public; it speaks of pairs and "
                "people, so name a file elsewhere"
            )
            raise Misuse(message)


def _due(catalog: Catalog, today: date, within: int, ics: Path | None, *, as_json: bool) -> None:
    tasks = tasks_due(catalog, today, within)
    if ics is not None:
        content = due_calendar(catalog, tasks)
        if str(ics) == "-":
            click.echo(content.encode(), nl=False)
            return
        try:
            write_text(ics, content)
        except OSError as fault:
            message = f"{shown(ics)} cannot be written: {(fault.strerror or 'unknown').lower()}"
            raise Misuse(message) from None
    if as_json:
        _print(due_values(tasks, today))
    else:
        say_tasks(tasks, today, within)
    if ics is not None:
        click.echo(f"{shown(ics)} written", err=True)


def _pairs(catalog: Catalog, today: date, *, as_json: bool) -> None:
    found = [
        (overview, people_of_cohort(catalog, overview.cohort, today))
        for overview in overviews(catalog, today)
    ]
    if as_json:
        _print(overview_values(found, today))
    else:
        say_overview(found, today)


def _print(values: Mapping[str, Any]) -> None:
    click.echo(json.dumps(values, indent=2, ensure_ascii=False).encode())
