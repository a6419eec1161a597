"""What came of the program, in numbers: the figures of its works and of its pairs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalog import Catalog
from generator.views.charts import Part, Row, Series
from generator.views.cohorts import CohortView
from generator.views.events import EventView
from generator.views.figures import Figure, bars_figure, rows_table, share, years_figure
from generator.views.impact_pairs import pair_figures
from generator.views.outputs import OutputView
from generator.views.wording import counted, listed

_MOST_BARS = 12
_LONGEST_SPAN = 60
"""Years that are shown with the empty ones between them; beyond, only those with works."""
_FACETS = (("topic", "topics"), ("method", "methods"))


@dataclass(frozen=True, slots=True)
class Impact:
    """The impact page. All numbers are of what is public."""

    works: int
    published: int
    presented: int
    open_access: int
    pairs: int
    cohorts: int
    figures: tuple[Figure, ...]


def make_impact(
    catalog: Catalog,
    cohorts: tuple[CohortView, ...],
    events: tuple[EventView, ...],
    outputs: tuple[OutputView, ...],
    today: date,
) -> Impact:
    """Return the program's numbers as of a day."""
    published = tuple(work for work in outputs if not work.presented)
    return Impact(
        works=len(outputs),
        published=len(published),
        presented=len(outputs) - len(published),
        open_access=sum(work.open_access for work in published),
        pairs=sum(len(cohort.pairings) for cohort in cohorts),
        cohorts=sum(bool(cohort.pairings) for cohort in cohorts),
        figures=(
            *_work_figures(outputs, published),
            *pair_figures(catalog, cohorts, events, outputs, today),
        ),
    )


def _work_figures(
    outputs: tuple[OutputView, ...], published: tuple[OutputView, ...]
) -> Iterator[Figure]:
    if not outputs:
        return
    yield _by_type(outputs)
    if published:
        yield _open_access(published)
    for facet, words in _FACETS:
        figure = _by_term(outputs, facet, words)
        if figure:
            yield figure


def _year_words(works: Sequence[OutputView]) -> list[str]:
    """Return what stands under the columns: years without gaps, then works without one."""
    keys = {work.year for work in works}
    found = sorted(int(year) for year in keys if year.isdigit())
    if found and found[-1] - found[0] < _LONGEST_SPAN:
        found = list(range(found[0], found[-1] + 1))
    return [*map(str, found), *sorted(key for key in keys if not key.isdigit())]


def _series(label: str, works: Sequence[OutputView], words: Sequence[str]) -> Series:
    numbers = Counter(work.year for work in works)
    return Series(label, tuple(numbers[word] for word in words))


def _by_type(outputs: tuple[OutputView, ...]) -> Figure:
    words = _year_words(outputs)
    types = Counter(work.filed["type"][0].label for work in outputs)
    every = [_series("All works", outputs, words)]
    every += [
        _series(label, [work for work in outputs if work.filed["type"][0].label == label], words)
        for label in sorted(types, key=lambda label: (-types[label], label))
    ]
    most = max(every[0].numbers)
    fullest = [words[place] for place, number in enumerate(every[0].numbers) if number == most]
    presented = sum(work.presented for work in outputs)
    said = (
        f"{counted(len(outputs), 'work')} of {counted(len(types), 'type')}: "
        f"{len(outputs) - presented:,} published, {presented:,} presented."
    )
    if len(fullest) == 1 and fullest[0].isdigit() and len(words) > 1:
        said += f" {fullest[0]} brought the most, {most:,}."
    note = (
        "All types are drawn on one scale. A work that began in one year and ended in the next "
        "counts in the first."
    )
    return years_figure("types", ("By year and type", said, note), words, every)


def _open_access(published: tuple[OutputView, ...]) -> Figure:
    words = _year_words(published)
    free = [work for work in published if work.open_access]
    said = f"{share(len(free), len(published), 'published work')} can be read by everybody."
    note = (
        "A work counts as open access if its record has a Creative Commons license or the address "
        "of a free copy. Presentations are not counted here."
    )
    every = [_series("Published", published, words), _series("Open access", free, words)]
    return years_figure("open-access", ("Free to read", said, note), words, every)


def _by_term(outputs: tuple[OutputView, ...], facet: str, words: str) -> Figure | None:
    numbers = Counter(term.label for work in outputs for term in work.filed[facet])
    if not numbers:
        return None
    ranked = sorted(numbers.items(), key=lambda one: (-one[1], one[0]))
    filed = sum(bool(work.filed[facet]) for work in outputs)
    leading = [label for label, number in ranked if number == ranked[0][1]]
    said = f"{counted(len(ranked), words[:-1])} in {counted(filed, 'work')}."
    if len(leading) <= 3:  # noqa: PLR2004  # more would be a list, not a sentence
        said += f" The most frequent: {listed(leading)}, {counted(ranked[0][1], 'work')}"
        said += " each." if len(leading) > 1 else "."
    shown = ranked[:_MOST_BARS]
    note = f"A work with several {words} counts under each of them."
    if len(shown) < len(ranked):
        note += f" The chart has the first {len(shown)} of {len(ranked)}, the table all."
    rows = [Row(f"{label}: {number:,}", (Part("", number),)) for label, number in shown]
    table = rows_table(
        (words[:-1].capitalize(), "Works"), [(label, [number]) for label, number in ranked]
    )
    return bars_figure(words, (f"By {words[:-1]}", said, note), rows, table)
