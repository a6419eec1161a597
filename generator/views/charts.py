"""Where the marks of a chart stand: bars and columns, drawn when the site is built.

Across, a chart is measured in percent of its width, so that it fits every screen; down, in em of
its text, so that it grows with the reader's letters. Nothing in it is smaller than its text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from textwrap import wrap

_LINE = 1.35
_BAR = 0.8
_GAP = 0.95
_LETTERS = 40
"""What fits on a line of a chart on a phone."""
_EDGE = 0.2
"""What outlines need on both sides so that they are not cut, in percent."""
_INSIDE = 1 - 2 * _EDGE / 100
_TALLEST = 9.0
_TALLEST_UNIT = 1.0
_LABELS = 42.0
"""The share of the width that the labels of columns take, in percent."""
_FEWEST_SLOTS = 5
_MOST_NUMBERED = 12
_MOST_TICKS = 6
_FILLED = 0.66


@dataclass(frozen=True, slots=True)
class Part:
    """A number with its label. ``tone`` 0 is drawn strongest, 1 lighter, 2 as an outline."""

    label: str
    number: int
    tone: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """What one bar shows: parts that stand end to end."""

    label: str
    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        """All parts together."""
        return sum(part.number for part in self.parts)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: its left edge and width in percent."""

    x: float
    width: float
    tone: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with what is written above it. Heights in em; ``lines`` have their baselines."""

    lines: tuple[tuple[float, str], ...]
    parts: tuple[Part, ...]
    parts_y: float
    y: float
    height: float
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of bars that lie under each other."""

    bars: tuple[Bar, ...]
    height: float
    kind: str = "bars"


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers along a line of years."""

    label: str
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        """All numbers together."""
        return sum(self.numbers)


@dataclass(frozen=True, slots=True)
class Column:
    """A column, with its number above it where there is room. x and width in percent."""

    x: float
    width: float
    y: float
    height: float
    middle: float
    number: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A word under columns: x in percent, y in em; ``anchor`` is SVG's text-anchor."""

    x: float
    y: float
    anchor: str
    word: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Columns on one base line, beside their label."""

    label: str
    base: float
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Panels of columns under each other, all on one scale; ``left`` is where columns begin."""

    panels: tuple[Panel, ...]
    height: float
    left: float = _LABELS
    kind: str = "columns"


def draw_bars(rows: Sequence[Row], whole: int = 0) -> Bars:
    """Return a bar for each row. The longest, or ``whole``, is as wide as the chart."""
    most = max([whole, *(row.total for row in rows)], default=0) or 1
    bars = []
    top = 0.0
    for row in rows:
        lines = wrap(row.label, _LETTERS) or [""]
        written = tuple((_em(top + 1 + _LINE * number), line) for number, line in enumerate(lines))
        named = tuple(part for part in row.parts if part.label and part.number)
        top += _LINE * (len(lines) + bool(named))
        parts_y = _em(top - _LINE + 1)
        bars.append(Bar(written, named, parts_y, _em(top + 0.3), _BAR, _segments(row, most)))
        top += _BAR + _GAP + 0.2
    return Bars(tuple(bars), _em(top))


def _segments(row: Row, most: int) -> tuple[Segment, ...]:
    edges = [_EDGE]
    total = 0
    for part in row.parts:
        total += part.number
        edges.append(round(_EDGE + _percent(total, most) * _INSIDE, 2))
    return tuple(
        Segment(start, round(end - start, 2), part.tone)
        for part, (start, end) in zip(row.parts, pairwise(edges), strict=True)
        if part.number
    )


def draw_columns(words: Sequence[str], every: Sequence[Series]) -> Columns:
    """Return a panel for each series; ``words`` are what stands under the columns."""
    most = max((number for one in every for number in one.numbers), default=0) or 1
    unit = min(_TALLEST_UNIT, _TALLEST / most)
    slots = max(len(words), _FEWEST_SLOTS)
    numbered = len(words) <= _MOST_NUMBERED
    panels = []
    top = 0.0
    for place, one in enumerate(every):
        tallest = unit * max(one.numbers, default=0)
        base = top + max(_LINE, tallest + (1.2 if numbered else 0.3))
        columns = tuple(
            _column(slot, slots, number, base, unit, numbered=numbered)
            for slot, number in enumerate(one.numbers)
            if number
        )
        ticks = _ticks(words, slots, base) if place in (0, len(every) - 1) else ()
        panels.append(Panel(one.label, _em(base), columns, ticks))
        top = max([base, *(tick.y for tick in ticks)]) + 0.45
    return Columns(tuple(panels), _em(top + 0.1))


def _column(
    slot: int, slots: int, number: int, base: float, unit: float, *, numbered: bool
) -> Column:
    height = max(unit * number, 0.15)
    return Column(
        x=_across(slot + (1 - _FILLED) / 2, slots),
        width=_percent(_FILLED * (1 - _LABELS / 100), slots),
        y=_em(base - height),
        height=_em(height),
        middle=_across(slot + 0.5, slots),
        number=f"{number:,}" if numbered else "",
    )


def _ticks(words: Sequence[str], slots: int, base: float) -> tuple[Tick, ...]:
    """Return as many years as find room, and below them, in one line, what is no year."""
    years = [slot for slot, word in enumerate(words) if word.isdigit()]
    others = [slot for slot, word in enumerate(words) if not word.isdigit()]
    step = ceil(slots / _MOST_TICKS)
    y = base + 1.15
    ticks = [
        _year_tick(slot, slots, _em(y), words[slot])
        for slot in years
        if (years[-1] - slot) % step == 0
    ]
    if others:
        last = _across(others[-1] + 0.5 + _FILLED / 2, slots)
        below = y + 1.1 if years else y
        ticks.append(
            Tick(last, _em(below), "end", ", ".join(words[one] for one in others).capitalize())
        )
    return tuple(ticks)


def _year_tick(slot: int, slots: int, y: float, word: str) -> Tick:
    """Return a year under the middle of its column; at the edge, where it would be cut, inside."""
    if slot == slots - 1 and slots > _MOST_TICKS:
        return Tick(100.0, y, "end", word)
    return Tick(_across(slot + 0.5, slots), y, "middle", word)


def _across(slot: float, slots: int) -> float:
    """Return where a slot lies across the chart, right of the labels, in percent."""
    return round(_LABELS + (100 - _LABELS) * slot / slots, 2)


def _percent(number: float, most: float) -> float:
    return round(100 * number / most, 2)


def _em(number: float) -> float:
    return round(number, 2)
