"""The best schedule, aim after aim; each is proved before the next is looked at."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.agenda.plan_bounds import Placed
from generator.agenda.plan_finder import EACH, Finder
from generator.agenda.plan_grid import Grid
from generator.agenda.plan_outcome import Plan
from generator.agenda.plan_relaxing import fewest_dropped
from generator.agenda.plan_rules import Rules

Watch = Callable[[Sequence[int]], Iterable[int]]
"""Passes positions on, one by one, and may show how far it has come."""

_MOST_WAYS = 200
"""Equally good sets of sessions to move, or of wishes to break, that are all looked at."""


@dataclass(frozen=True, slots=True)
class _Way:
    """Which published sessions may move, which wishes may break, and a schedule that does so."""

    moved: frozenset[int]
    broken: frozenset[int]
    placed: Placed


def best_plan(grid: Grid, steps: int, some: Placed, watch: Watch) -> Plan:
    """Return the best schedule of a problem, of which some schedule is known.

    Each aim may take so many steps. Where they run out, the best that was found is taken, and the
    plan is marked as not proved.
    """
    finder = Finder(grid)
    best = [_Way(_changed(finder, some), frozenset(finder.wishes), some)]
    for improve in (_fewest_moved, _least_idle, _fewest_broken):
        finder.steps = steps
        best = list(islice(improve(finder, best), _MOST_WAYS)) or best
        finder.proved = finder.proved and len(best) < _MOST_WAYS
    finder.steps = steps
    best = [_earliest(finder, way, watch) for way in best]
    way = min(best, key=lambda one: [one.placed[index] for index in finder.items])
    return _plan(finder, way)


def _fewest_moved(finder: Finder, known: list[_Way]) -> Iterator[_Way]:
    """Yield every set of as few published sessions as can be that have to move."""
    broken = known[0].broken
    found: dict[frozenset[int], Placed] = {}

    def holds(staying: frozenset[int]) -> bool:
        moved = frozenset(finder.published) - staying
        placed = finder.find(moved, broken)
        if placed is not None:
            found[moved] = placed
        return placed is not None

    ways = 0
    for moved in fewest_dropped(finder.published, holds):
        ways += 1
        yield _Way(moved, broken, found[moved])
    if not ways:
        yield _fewer_moved(finder, known[0])


def _fewer_moved(finder: Finder, way: _Way) -> _Way:
    """Return a way in which each moved session has to move, though others might be fewer."""
    finder.steps = max(finder.steps, EACH * len(way.moved))
    for item in sorted(way.moved, reverse=True):
        if item in way.moved:
            placed = finder.find(way.moved - {item}, way.broken)
            if placed is not None:
                way = _Way(_changed(finder, placed), way.broken, placed)
    return way


def _changed(finder: Finder, placed: Placed) -> frozenset[int]:
    """Return the published sessions that a schedule moves."""
    grid = finder.grid
    return frozenset(
        index
        for index in finder.published
        if grid.slot(placed[index]) != grid.problem.items[index].published
    )


def _least_idle(finder: Finder, known: list[_Way]) -> Iterator[_Way]:
    """Yield the ways that leave the fewest minutes without a session."""
    least: list[tuple[int, _Way]] = []
    bound: int | None = None
    for way in known:
        placed: Placed | None = way.placed
        if bound is not None:
            placed = finder.find(way.moved, way.broken, bound)
        if placed is None:
            continue
        low, bound = 0, finder.idle(placed)
        while low < bound:
            # None at all is asked for first, for most often there need be none.
            aim = low if low == 0 else (low + bound) // 2
            found = finder.find(way.moved, way.broken, aim)
            if found is None:
                low = aim + 1
            else:
                placed, bound = found, finder.idle(found)
        least.append((bound, _Way(way.moved, way.broken, placed)))
    yield from (way for idle, way in least if idle == bound)


def _fewest_broken(finder: Finder, known: list[_Way]) -> Iterator[_Way]:
    """Yield the ways that break the fewest wishes, with no more idle minutes than before."""
    idle = finder.idle(known[0].placed)
    ways: list[_Way] = []
    for way in known:
        found: dict[frozenset[int], Placed] = {}

        def holds(
            kept: frozenset[int],
            way: _Way = way,
            found: dict[frozenset[int], Placed] = found,
        ) -> bool:
            broken = frozenset(finder.wishes) - kept
            placed = finder.find(way.moved, broken, idle)
            if placed is not None:
                found[broken] = placed
            return placed is not None

        ways += [
            _Way(way.moved, broken, found[broken])
            for broken in islice(fewest_dropped(finder.wishes, holds), _MOST_WAYS)
        ]
    if not ways:
        ways = [_fewer_broken(finder, known[0], idle)]
    fewest = min(len(way.broken) for way in ways)
    yield from (way for way in ways if len(way.broken) == fewest)


def _fewer_broken(finder: Finder, way: _Way, idle: int) -> _Way:
    """Return a way in which each broken wish cannot be kept, though others might be fewer."""
    finder.steps = max(finder.steps, EACH * len(finder.wishes))
    for number in finder.wishes:
        placed = finder.find(way.moved, way.broken - {number}, idle)
        if placed is not None:
            way = _Way(way.moved, way.broken - {number}, placed)
    return way


def _earliest(finder: Finder, way: _Way, watch: Watch) -> _Way:
    """Return a way with each item, in order, as early as those before it let it be."""
    idle = finder.idle(way.placed)
    rules = finder.rules(way.broken)
    settled: dict[int, int] = {}
    placed = way.placed
    for item in watch(tuple(finder.items)):
        earlier = _earlier(finder, rules, way, (item, placed[item]), settled)
        while earlier:
            lowest = earlier & -earlier
            found = finder.find(way.moved, way.broken, idle, {**settled, item: lowest})
            if found is None and earlier != lowest:
                earlier ^= lowest
                found = finder.find(way.moved, way.broken, idle, {**settled, item: earlier})
            if found is None:
                break
            placed = found
            earlier &= placed[item] - 1
        settled[item] = placed[item]
    return _Way(way.moved, way.broken, placed)


def _earlier(
    finder: Finder, rules: Rules, way: _Way, at: tuple[int, int], settled: Mapping[int, int]
) -> int:
    """Return the slots before an item's present one that settled items leave it."""
    item, bit = at
    if item in finder.published and item not in way.moved:
        return 0
    earlier = rules.domains[item] & (bit - 1)
    for other, taken in settled.items():
        earlier &= ~rules.blocked(other, taken, item)
    return earlier


def _plan(finder: Finder, way: _Way) -> Plan:
    grid = finder.grid
    slots = tuple(grid.slot(way.placed[index]) for index in finder.items)
    items = grid.problem.items
    moved = tuple(
        index
        for index, slot in enumerate(slots)
        if items[index].was_published and slot != items[index].published
    )
    idle = finder.idle(way.placed) * grid.step
    broken = tuple(
        number for number in sorted(way.broken) if not _is_kept(finder, way.placed, number)
    )
    return Plan(slots, moved, idle, broken, finder.proved)


def _is_kept(finder: Finder, placed: Placed, number: int) -> bool:
    """Tell whether a schedule keeps a wish, whether it had to or not."""
    wish = finder.grid.problem.wishes[number]
    rules = finder.rules(frozenset(finder.wishes) - {number})
    others = finder.items if wish.other is None else (wish.other,)
    return not any(
        placed[other] & rules.blocked(wish.item, placed[wish.item], other)
        for other in others
        if other != wish.item
    )
