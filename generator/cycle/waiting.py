"""Outputs that have been waiting for long: submitted, or accepted and not out."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.catalog import Catalog, Entry
from generator.cycle.task import Code, Task
from generator.records.dates import PartialDate
from generator.records.output import Output, OutputStatus

_PATIENCE = timedelta(days=365)
_WAITING = {
    OutputStatus.IN_PRESS: "in press",
    OutputStatus.SUBMITTED: "submitted",
}


def tasks(catalog: Catalog, today: date) -> Iterator[Task]:
    """Yield the outputs that have been in press or submitted for more than a year.

    Since when is told by the output's date, the whole of what it may mean being granted; without
    one, by the end of the last program year that it came of. Where neither is known, nobody can
    say that it is long.
    """
    for entry in catalog.outputs.values():
        words = _WAITING.get(entry.record.status)
        since = _since(catalog, entry) if words else None
        if since is not None and since + _PATIENCE < today:
            yield Task(
                Code.ASK_ABOUT_OUTPUT,
                since + _PATIENCE,
                f"Ask what came of '{entry.record.title}', {words} since {since} or before",
                f"correct 'status' and 'date' in {entry.path}",
                (entry.id,),
            )


def _since(catalog: Catalog, entry: Entry[Output]) -> date | None:
    if entry.record.date:
        return _last_day(entry.record.date.start)
    ends = [
        catalog.cohorts[cohort].record.end
        for cohort in (name.partition("/")[0] for name in entry.record.pairings)
        if cohort in catalog.cohorts
    ]
    return max(ends, default=None)


def _last_day(partial: PartialDate) -> date:
    if partial.day:
        return partial.first_day
    if not partial.month or partial.month == 12:  # noqa: PLR2004  # December
        return date(partial.year, 12, 31)
    return date(partial.year, partial.month + 1, 1) - timedelta(days=1)
