"""The fewest demands that must be let go, and the smallest set that cannot hold together.

Reiter's hitting sets, breadth first: whatever makes the rest possible must take something out of
every conflict (R. Reiter, "A theory of diagnosis from first principles", 1987).
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

D = TypeVar("D", bound=Hashable)

Holds = Callable[[frozenset[D]], bool]
"""Tells whether all demands of a set can be met together. More demands are never easier."""


def smallest_conflict(demands: Sequence[D], holds: Holds[D]) -> tuple[D, ...]:
    """Return demands that cannot be met together, though all but any one of them can.

    Those that come last are dropped first, so that the first are more likely to remain. The whole
    must not hold.
    """
    needed: list[D] = []
    rest = list(demands)
    while rest and not _fails(needed, holds):
        low, high = 0, len(rest)
        # The fewest of the rest, from the first on, with which those needed cannot be met.
        while low < high:
            middle = (low + high) // 2
            if _fails([*needed, *rest[:middle]], holds):
                high = middle
            else:
                low = middle + 1
        needed.append(rest[low - 1])
        rest = rest[: low - 1]
    return tuple(sorted(needed, key=list(demands).index))


def _fails(demands: Sequence[D], holds: Holds[D]) -> bool:
    return not holds(frozenset(demands))


def fewest_dropped(demands: Sequence[D], holds: Holds[D]) -> Iterator[frozenset[D]]:
    """Yield every set of as few demands as can be, without which the others can be met.

    Nothing is yielded where none of the demands is at fault, for then no set helps.
    """
    if not holds(frozenset()):
        return
    conflicts: list[frozenset[D]] = []
    level: list[frozenset[D]] = [frozenset()]
    seen: set[frozenset[D]] = {frozenset()}
    while level:
        found, following = False, []
        for dropped in level:
            kept = tuple(one for one in demands if one not in dropped)
            conflict = next((one for one in conflicts if not one & dropped), None)
            if conflict is None:
                if holds(frozenset(kept)):
                    found = True
                    yield dropped
                    continue
                if found:
                    continue
                conflict = frozenset(smallest_conflict(kept, holds))
                conflicts.append(conflict)
            for one in sorted(conflict, key=list(demands).index):
                larger = dropped | {one}
                if larger not in seen:
                    seen.add(larger)
                    following.append(larger)
        if found:
            return
        level = following
