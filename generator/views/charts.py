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
_TALLEST = 8.0
_TALLEST_UNIT = 1.2
_FEWEST_SLOTS = 8
_MOST_NUMBERED = 12
_MOST_TICKS = 8
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
    """A word under a column, in percent; ``anchor`` is SVG's text-anchor."""

    x: float
    anchor: str
    word: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Columns on one base line, under their label."""

    label: str
    label_y: float
    base: float
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    ticks_y: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Panels of columns under each other, all on one scale."""

    panels: tuple[Panel, ...]
    height: float
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
        bars.append(Bar(written, named, parts_y, _em(top + 0.1), _BAR, _segments(row, most)))
        top += _BAR + _GAP
    return Bars(tuple(bars), _em(top))


def _segments(row: Row, most: int) -> tuple[Segment, ...]:
    ends = [0]
    for part in row.parts:
        ends.append(ends[-1] + part.number)
    return tuple(
        Segment(_percent(start, most), _percent(end - start, most), part.tone)
        for part, (start, end) in zip(row.parts, pairwise(ends), strict=True)
        if end > start
    )


def draw_columns(words: Sequence[str], every: Sequence[Series]) -> Columns:
    """Return a panel for each series; ``words`` are what stands under the columns."""
    most = max((number for one in every for number in one.numbers), default=0) or 1
    unit = min(_TALLEST_UNIT, _TALLEST / most)
    slots = max(len(words), _FEWEST_SLOTS)
    ticks = _ticks(words, slots)
    numbered = len(words) <= _MOST_NUMBERED
    panels = []
    top = 0.0
    for place, one in enumerate(every):
        label_y = top + 1
        base = top + _LINE + (1.1 if numbered else 0.2) + unit * max(one.numbers, default=0)
        columns = tuple(
            _column(slot, slots, number, base, unit, numbered=numbered)
            for slot, number in enumerate(one.numbers)
            if number
        )
        shown = ticks if place in (0, len(every) - 1) else ()
        panels.append(Panel(one.label, _em(label_y), _em(base), columns, shown, _em(base + 1.15)))
        top = base + (_LINE if shown else 0) + _GAP
    return Columns(tuple(panels), _em(top))


def _column(
    slot: int, slots: int, number: int, base: float, unit: float, *, numbered: bool
) -> Column:
    height = max(unit * number, 0.15)
    return Column(
        x=_percent(slot + (1 - _FILLED) / 2, slots),
        width=_percent(_FILLED, slots),
        y=_em(base - height),
        height=_em(height),
        middle=_percent(slot + 0.5, slots),
        number=f"{number:,}" if numbered else "",
    )


def _ticks(words: Sequence[str], slots: int) -> tuple[Tick, ...]:
    """Return as many words as find room, those that are no years ('In press') always."""
    step = ceil(slots / _MOST_TICKS)
    years = [slot for slot, word in enumerate(words) if word.isdigit()]
    others = [slot for slot, word in enumerate(words) if not word.isdigit()]
    kept = [
        slot
        for slot in years
        if (years[-1] - slot) % step == 0
        and (step == 1 or not others or others[0] - slot > 2 * step)
    ]
    ticks = [Tick(_percent(slot + 0.5, slots), "middle", words[slot]) for slot in kept]
    if others and step > 1:
        # One word for both, set to the end, where several columns share the room of one.
        last = _percent(others[-1] + 0.5 + _FILLED / 2, slots)
        ticks.append(Tick(last, "end", ", ".join(words[slot].lower() for slot in others)))
    else:
        ticks += [Tick(_percent(slot + 0.5, slots), "middle", words[slot]) for slot in others]
    return tuple(ticks)


def _percent(number: float, most: float) -> float:
    return round(100 * number / most, 2)


def _em(number: float) -> float:
    return round(number, 2)
