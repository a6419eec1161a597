"""lrrt new cohort: one program year, a year after the last."""

from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, Any

import click
from pydantic import Field

from generator.bibliography.reading.text import Sort
from generator.cli.new_record import Desk, Drawn, make_record, record_options
from generator.cycle.beginnings import (
    STATIONS,
    cohort_title,
    latest_cohort,
    next_cohort_id,
    next_dates,
)
from generator.records.canonical import write_as
from generator.records.cohort import CompletionRule
from generator.records.dates import Date
from generator.records.fields import Id, Line, Prose, Refers
from generator.records.kinds import Kind
from generator.views.wording import weekday

_WORDS = {
    "call_opens": "First day of the call for applications",
    "call_closes": "Last day of the call",
    "pairs_announced": "Day on which mentors and mentees hear of each other",
    "start": "First day of the program year",
    "end": "Last day of the program year",
}
_Number = Annotated[int, Field(ge=0, le=50)]


@click.command()
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--title", metavar="TEXT", help="Name of the year, as in 'Cohort of 2027'.")
@click.option("--call-opens", metavar="DATE", help="First day of the call for applications.")
@click.option("--call-closes", metavar="DATE", help="Last day of the call.")
@click.option("--pairs-announced", metavar="DATE", help="Day on which pairs hear of each other.")
@click.option("--start", metavar="DATE", help="First day of the program year.")
@click.option("--end", metavar="DATE", help="Last day of the program year.")
@click.option("--check-ins", metavar="NUMBER", help="Check-ins that completion takes.")
@click.option(
    "--presentation/--no-presentation",
    default=None,
    help="Whether completion takes a talk at the symposium.",
)
@click.option("--evaluations", metavar="NUMBER", help="Evaluations that completion takes.")
@click.option("--summary", metavar="TEXT", help="A paragraph about this year.")
@record_options
@click.pass_context
def cohort(context: click.Context, /, **options: Any) -> None:
    """Begin a program year.

    Proposes the dates of the last year a year later, each on the same weekday, and the same rule
    for completion. The record is held against all others and shown whole before it is written.

    Exit status: 0 if the record was written, 1 if not, 2 for wrong usage.

    \b
    Example:
      lrrt new cohort
      lrrt new cohort 2027 --call-opens 2027-05-10
      lrrt new cohort 2027 --yes
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    options["ID"] = options.pop("id_")
    make_record(context, options, _draw)


def _draw(desk: Desk) -> Drawn:
    """Ask for a cohort, and return the record."""
    ask, catalog = desk.ask, desk.catalog
    taken = {*catalog.cohorts, *catalog.renamed[Refers.COHORT]}

    def wrong(answer: str) -> str:
        return f"there is a cohort '{answer}' already; choose another" if answer in taken else ""

    words = "Id of the cohort: the year in which it begins"
    proposed = next_cohort_id(catalog)
    id_ = ask.line("ID", words, Id, required=True, proposed=proposed, check=wrong)
    title = cohort_title(catalog, id_)
    values = {
        "title": ask.line("title", "Name of the year", Line, required=True, proposed=title),
        **_dates(desk),
        "completion": _rule(desk),
    }
    about = "A paragraph about this year, which can come later"
    values["summary"] = ask.line("summary", about, Prose, sort=Sort.PROSE)
    text = write_as(Kind.COHORT, {key: value for key, value in values.items() if value})
    return Drawn(PurePosixPath("cohorts", f"{id_}.yaml"), text, text)


def _dates(desk: Desk) -> dict[str, str]:
    """Return the dates of the year, none of them before the one it follows."""
    latest = latest_cohort(desk.catalog)
    proposed = next_dates(latest.record) if latest else {}
    if latest:
        desk.ask.say(f"What is proposed is a year after '{latest.id}', on the same weekdays.")
    found: dict[str, str] = {}
    for station in STATIONS:
        earlier = next(reversed(found.items()), None)

        def wrong(answer: str, earlier: tuple[str, str] | None = earlier) -> str:
            if earlier and date.fromisoformat(answer) < date.fromisoformat(earlier[1]):
                return f"{answer} is before {earlier[0].replace('_', ' ')}, {earlier[1]}"
            return ""

        day = proposed.get(station)
        words = f"{_WORDS[station]}{f' ({weekday(day)})' if day else ', as in 2027-05-03'}"
        shown = str(day) if day else ""
        found[station] = desk.ask.line(
            station, words, Date, required=True, proposed=shown, check=wrong
        )
    return found


def _rule(desk: Desk) -> dict[str, Any]:
    """Return what completion takes, as in the last year where nobody says otherwise."""
    ask, latest = desk.ask, latest_cohort(desk.catalog)
    last = latest.record.completion if latest else CompletionRule()
    ask.say("What must a pairing have done by the end of the year to be completed?")

    def number(key: str, words: str, proposed: int) -> str:
        return ask.line(key, words, _Number, required=True, proposed=str(proposed))

    talk = "Must it have given a talk at the symposium?"
    rule: dict[str, Any] = {
        "check_ins": number("check_ins", "Check-ins attended, at the least", last.check_ins),
        "presentation": ask.agree("presentation", talk, proposed=last.presentation),
        "evaluations": number("evaluations", "Evaluations, at the least", last.evaluations),
    }
    return rule if last.rematch_counts else {**rule, "rematch_counts": False}
