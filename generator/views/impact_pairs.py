"""The pairs in numbers: how far each cohort has come, and the way from pairing to output."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from generator.catalog import Catalog
from generator.views.charts import Part, Row
from generator.views.cohorts import CohortView
from generator.views.events import EventView
from generator.views.figures import Figure, bars_figure, rows_table, share
from generator.views.outputs import OutputView
from generator.views.wording import counted

_STATUSES = ("Completed", "At work", "Begins soon")
_SPANS = (
    ("Within 6 months", 6),
    ("Within 7 to 12 months", 12),
    ("Within 13 to 18 months", 18),
    ("Within 19 to 24 months", 24),
)
_LATER = "Later than 24 months"
_MONTH_UNKNOWN = "At a time of which only the year is known"
_NOTHING_YET = "No work yet"


@dataclass(frozen=True, slots=True)
class _Way:
    """How far a pair has come. ``months`` is None where they cannot be told."""

    year_is_over: bool
    at_symposium: bool
    elsewhere: bool
    published: bool
    works: int
    months: int | None


def pair_figures(
    catalog: Catalog,
    cohorts: tuple[CohortView, ...],
    events: tuple[EventView, ...],
    outputs: tuple[OutputView, ...],
    today: date,
) -> Iterator[Figure]:
    """Yield the figures of the pairs, if there are any."""
    if not any(cohort.pairings for cohort in cohorts):
        return
    ways = _ways(catalog, cohorts, events, outputs, today)
    yield _by_cohort(cohorts)
    yield _stages(ways)
    yield _times(ways)


def _ways(
    catalog: Catalog,
    cohorts: tuple[CohortView, ...],
    events: tuple[EventView, ...],
    outputs: tuple[OutputView, ...],
    today: date,
) -> list[_Way]:
    symposia = [
        session
        for event in events
        if event.is_symposium and not event.cancelled
        for session in event.sessions
        if not session.cancelled and session.day <= str(today)
    ]
    held = {session.address for session in symposia}
    spoke = {session.pairing.address for session in symposia if session.pairing}
    ways = []
    for cohort in cohorts:
        paired = catalog.cohorts[cohort.id].record.pairs_announced
        for pairing in cohort.pairings:
            own = [
                work
                for work in outputs
                if any(one.address == pairing.address for one in work.pairings)
            ]
            talks = [work for work in own if work.presented]
            shown = [work for work in talks if work.session and work.session.address in held]
            ways.append(
                _Way(
                    year_is_over=cohort.last_day < today,
                    at_symposium=pairing.address in spoke or bool(shown),
                    elsewhere=any(work.session is None for work in talks),
                    published=len(own) > len(talks),
                    works=len(own),
                    months=_months(paired, own),
                )
            )
    return ways


def _months(paired: date, works: Sequence[OutputView]) -> int | None:
    """Return the months from the day a pair was announced to its first work with a month."""
    found = []
    for work in works:
        issued = work.item.issued
        period = issued.period if issued else None
        if period and period.start.month:
            start = period.start
            found.append((start.year - paired.year) * 12 + start.month - paired.month)
    return max(min(found), 0) if found else None


def _by_cohort(cohorts: tuple[CohortView, ...]) -> Figure:
    shown = [cohort for cohort in cohorts if cohort.pairings]
    rows, table = [], []
    for cohort in shown:
        numbers = Counter(pairing.status for pairing in cohort.pairings)
        parts = tuple(
            Part(status.lower(), numbers[status], tone) for tone, status in enumerate(_STATUSES)
        )
        rows.append(Row(f"{cohort.title}: {counted(len(cohort.pairings), 'pair')}", parts))
        counts = [numbers[status] for status in _STATUSES]
        table.append((cohort.title, [sum(counts), *counts]))
    pairs = sum(row.total for row in rows)
    completed = sum(row.parts[0].number for row in rows)
    said = (
        f"{counted(pairs, 'pair')} in {counted(len(shown), 'cohort')}; "
        f"{completed:,} completed the program."
    )
    note = "Pairs count from the day they are confirmed. Pairs that ended early are not public."
    return bars_figure(
        "cohorts",
        ("Pairs by cohort", said, note),
        rows,
        rows_table(("Cohort", "Pairs", *_STATUSES), table),
    )


def _stages(ways: Sequence[_Way]) -> Figure:
    stages: tuple[tuple[str, Callable[[_Way], bool]], ...] = (
        ("Paired", lambda _: True),
        ("Presented at the symposium", lambda way: way.at_symposium),
        ("Presented elsewhere", lambda way: way.elsewhere),
        ("Published", lambda way: way.published),
    )
    done = [way for way in ways if way.year_is_over]
    rows, table = [], []
    for label, reached in stages:
        over = sum(1 for way in done if reached(way))
        every = sum(1 for way in ways if reached(way))
        running = every - over
        parts = (Part("in past cohorts", over, 0), Part("in running ones", running, 1))
        rows.append(Row(f"{label}: {counted(every, 'pair')}", parts))
        table.append((label, [every, over, running]))
    spoke, published = (sum(map(test, done)) for test in (stages[1][1], stages[3][1]))
    said = (
        f"Of those in past cohorts, {share(spoke, len(done), 'pair')} presented at the "
        f"symposium, and {share(published, len(done), 'pair')} published."
        if done
        else f"No program year is over yet; {counted(len(ways), 'pair')} at work or about to begin."
    )
    note = (
        "A cohort is past when its year is over. A pair counts once at each stage, whatever the "
        "number of its works. Published are works of every type but presentations, posters and "
        "webinars, those in press included."
    )
    return bars_figure(
        "way",
        ("From pairing to output", said, note),
        rows,
        rows_table(("Stage", "All pairs", "In past cohorts", "In running cohorts"), table),
        len(ways),
    )


def _times(ways: Sequence[_Way]) -> Figure:
    numbers = Counter(_span(way) for way in ways)
    labels = [*(label for label, _ in _SPANS), _LATER, _MONTH_UNKNOWN, _NOTHING_YET]
    shown = [label for label in labels if numbers[label] or label in dict(_SPANS)]
    known = [way.months for way in ways if way.months is not None]
    said = (
        f"At least half of the {counted(len(known), 'pair')} with a dated work had the first "
        f"within {counted(median_low(known), 'month')}."
        if len(known) > 1
        else f"{counted(len(known), 'pair')} with a dated work so far."
    )
    note = (
        "Counted in months from the day on which the pairs of a cohort were announced to the "
        "first work of the pair, presented or published."
    )
    rows = [
        Row(
            f"{label}: {counted(numbers[label], 'pair')}",
            (Part("", numbers[label], 2 if label == _NOTHING_YET else 0),),
        )
        for label in shown
    ]
    table = rows_table(("First work", "Pairs"), [(label, [numbers[label]]) for label in shown])
    return bars_figure("time", ("Time to the first work", said, note), rows, table, len(ways))


def _span(way: _Way) -> str:
    if way.months is None:
        return _MONTH_UNKNOWN if way.works else _NOTHING_YET
    return next((label for label, most in _SPANS if way.months <= most), _LATER)
