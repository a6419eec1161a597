"""A figure: what it says in a sentence, the chart that shows it, and the numbers behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.views.charts import Bars, Columns, Row, Series, draw_bars, draw_columns
from generator.views.wording import counted

_MOST_ACROSS = 8
"""Years that a table has room for side by side."""


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers in rows; the first word of each row heads it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its sentence and its table. ``note`` says how things were counted."""

    id: str
    title: str
    said: str
    note: str
    chart: Bars | Columns
    table: Table


def share(number: int, whole: int, what: str) -> str:
    """Return '14 of 22 pairs (64%)', halves rounded up; of nothing, no percentage."""
    percent = f" ({(200 * number + whole) // (2 * whole)}%)" if whole else ""
    return f"{number:,} of {counted(whole, what)}{percent}"


def rows_table(head: Sequence[str], rows: Iterable[tuple[str, Sequence[int]]]) -> Table:
    """Return a table of labels and numbers."""
    return Table(
        tuple(head),
        tuple((label, *(f"{number:,}" for number in numbers)) for label, numbers in rows),
    )


def years_table(words: Sequence[str], every: Sequence[Series]) -> Table:
    """Return numbers by year, the latest first.

    Few years stand side by side, a row for each series; many stand under each other.
    """
    places = list(reversed(range(len(words))))
    if len(words) <= _MOST_ACROSS:
        head = ("", *(words[place] for place in places), "All years")
        rows = [
            (one.label, [*(one.numbers[place] for place in places), one.total]) for one in every
        ]
        return rows_table(head, rows)
    rows = [(words[place], [one.numbers[place] for one in every]) for place in places]
    rows.append(("All years", [one.total for one in every]))
    return rows_table(("Year", *(one.label for one in every)), rows)


def bars_figure(
    id_: str, texts: tuple[str, str, str], rows: Sequence[Row], table: Table, whole: int = 0
) -> Figure:
    """Return a figure of bars; ``texts`` are its title, sentence and note."""
    return Figure(id_, *texts, draw_bars(rows, whole), table)


def years_figure(
    id_: str, texts: tuple[str, str, str], words: Sequence[str], every: Sequence[Series]
) -> Figure:
    """Return a figure of columns over years; ``texts`` are its title, sentence and note."""
    shown = [Series(f"{one.label}: {one.total:,}", one.numbers) for one in every]
    return Figure(id_, *texts, draw_columns(words, shown), years_table(words, every))
