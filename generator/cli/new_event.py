"""lrrt new event: a meeting of the program."""

from collections.abc import Mapping
from datetime import date, time
from pathlib import PurePosixPath
from typing import Annotated, Any

import click
from pydantic import BeforeValidator

from generator.bibliography.reading.text import Sort
from generator.cli.new_choices import Choice
from generator.cli.new_record import Desk, Drawn, make_record, record_options
from generator.cycle.beginnings import event_id, event_title, latest_cohort, taken_event_ids
from generator.records.addresses import Url
from generator.records.canonical import write_as
from generator.records.dates import Date, TimeOfDay, TimeZone
from generator.records.event import EventKind
from generator.records.fields import Id, Line, Prose, Title
from generator.records.kinds import Kind
from generator.records.slugs import slug
from generator.views.wording import clock_range, weekday, zone_label

_KINDS = (
    Choice(str(EventKind.INFORMATION_SESSION), "for people who think of applying"),
    Choice(str(EventKind.CHECK_IN), "where the pairs of a cohort meet"),
    Choice(str(EventKind.SYMPOSIUM), "where the pairs present what they found"),
    Choice(str(EventKind.WORKSHOP), "where something is learned"),
)
_LONGEST_WORDS = 50
_TimeAsTyped = Annotated[TimeOfDay, BeforeValidator(lambda value: str(value).strip('"'))]
"""A time may be typed as records have it, in quotes."""


@click.command()
@click.option("--id", "id_", metavar="ID", help="Name of the record; otherwise made from the rest.")
@click.option("--kind", metavar="KIND", help="What it is for, as in check-in.")
@click.option("--cohort", metavar="COHORT", help="Cohort that it belongs to.")
@click.option("--title", metavar="TEXT", help="Title.")
@click.option("--date", metavar="DATE", help="Day, or first day.")
@click.option("--end-date", metavar="DATE", help="Last day, where it is another.")
@click.option("--start", metavar="TIME", help="Time it begins, as in 14:30.")
@click.option("--end", metavar="TIME", help="Time it ends, as in 15:30.")
@click.option("--time-zone", metavar="ZONE", help="Zone of these times, if not the program's own.")
@click.option("--place", metavar="NAME", help="Building or conference; without it, online.")
@click.option("--city", metavar="NAME", help="City and state or country of the place.")
@click.option("--link", metavar="URL", help="Page of the event, or where to register.")
@click.option("--summary", metavar="TEXT", help="What it is about.")
@record_options
@click.pass_context
def event(context: click.Context, /, **options: Any) -> None:
    """Add a check-in, an information session, a symposium or a workshop.

    The record is held against all others and shown whole before it is written. Sessions are added
    to the file, or laid out with 'lrrt schedule'.

    Exit status: 0 if the record was written, 1 if not, 2 for wrong usage.

    \b
    Example:
      lrrt new event
      lrrt new event --kind check-in --cohort 2026 --date 2026-12-01 --start 12:00 --end 13:00
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    make_record(context, options, _draw)


def _draw(desk: Desk) -> Drawn:
    """Ask for an event, and return the record."""
    ask, catalog = desk.ask, desk.catalog
    kind = EventKind(ask.choose("kind", _kinds_in_words(), _KINDS, required=True))
    cohort = _cohort(desk)
    title = event_title(catalog, kind, cohort)
    values: dict[str, Any] = {"kind": str(kind), "cohort": cohort}
    values["title"] = ask.line(
        "title", "Title", Title, required=True, proposed=title, sort=Sort.LINE
    )
    values |= _days(desk)
    values |= _times(desk, values)
    values |= _where(desk)
    values["summary"] = ask.line("summary", "What it is about", Prose, sort=Sort.PROSE)
    id_ = _id(desk, kind, values)
    text = write_as(Kind.EVENT, {key: value for key, value in values.items() if value})
    return Drawn(PurePosixPath("events", f"{id_}.yaml"), text, text)


def _kinds_in_words() -> str:
    return f"What is it ({', '.join(one.id for one in _KINDS)}; '?' explains)"


def _cohort(desk: Desk) -> str:
    cohorts = [Choice(id_, entry.record.title) for id_, entry in desk.catalog.cohorts.items()]
    latest = latest_cohort(desk.catalog)
    proposed = latest.id if latest and desk.ask.asks else ""
    return desk.ask.choose("cohort", "Cohort that it belongs to", cohorts, proposed=proposed)


def _days(desk: Desk) -> dict[str, str]:
    first = desk.ask.line("date", "Day, or first day, as in 2027-03-09", Date, required=True)

    def wrong(answer: str) -> str:
        is_later = date.fromisoformat(answer) > date.fromisoformat(first)
        return "" if is_later else f"{answer} is not after {first}"

    desk.ask.say(f"  {weekday(date.fromisoformat(first))}")
    last = desk.ask.line("end_date", "Last day, if it has several", Date, check=wrong)
    return {"date": first, "end_date": last}


def _times(desk: Desk, days: Mapping[str, str]) -> dict[str, Any]:
    """Return from when to when it goes on, and the zone where it is not the program's own."""
    ask, program = desk.ask, desk.catalog.program
    zone = program.record.time_zone if program else ""
    begins = "Time it begins, as in 14:30; none where no times are set"
    start = ask.line("start", begins, _TimeAsTyped).strip('"')
    if not start:
        return {"all_day": True}

    def wrong(answer: str) -> str:
        is_later = answer.strip('"') > start or days["end_date"]
        return "" if is_later else f"{answer} is not after {start}"

    end = ask.line("end", "Time it ends", _TimeAsTyped, required=True, check=wrong).strip('"')
    in_words = "Time zone of these times, as in America/Chicago"
    told = ask.line("time_zone", in_words, TimeZone, required=True, proposed=zone)
    times = clock_range(time.fromisoformat(start), time.fromisoformat(end))
    ask.say(f"  {weekday(date.fromisoformat(days['date']))}, {times} {zone_label(told)}")
    return {"start": start, "end": end, "time_zone": "" if told == zone else told}


def _where(desk: Desk) -> dict[str, Any]:
    ask = desk.ask
    name = ask.line("place", "Building or conference; none where it is online", Line)
    city = ask.line("city", "City and state or country", Line) if name else ""
    place = {"name": name, "city": city}
    desk.ask.say("Everybody can open the link: leave out the address of a closed meeting.")
    return {
        "place": {key: value for key, value in place.items() if value},
        "link": ask.line("link", "Page of the event, or where to register", Url),
    }


def _id(desk: Desk, kind: EventKind, values: dict[str, Any]) -> str:
    taken = taken_event_ids(desk.catalog)

    def wrong(answer: str) -> str:
        return f"'{answer}' is taken already; choose another" if answer in taken else ""

    words = slug(values["title"])[:_LONGEST_WORDS].strip("-")
    day = date.fromisoformat(values["date"])
    proposed = event_id(desk.catalog, kind, values["cohort"], day, words)
    asked = "Id, which names the file and is part of the web address, for good"
    return desk.ask.line("id_", asked, Id, required=True, proposed=proposed, check=wrong)
