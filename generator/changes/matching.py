"""Which view of the site before is which of the site after."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Known(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """Its id."""


V = TypeVar("V", bound=Known)


@dataclass(frozen=True, slots=True)
class Matched(Generic[V]):
    """Views of both sites. Those that are in both stand together, in the order of the second."""

    both: tuple[tuple[V, V], ...]
    added: tuple[V, ...]
    removed: tuple[V, ...]

    @property
    def changed(self) -> tuple[tuple[V, V], ...]:
        """Those in both sites that differ."""
        return tuple((old, new) for old, new in self.both if old != new)


def match(before: Iterable[V], after: Iterable[V]) -> Matched[V]:
    """Match views by their ids; a record that was renamed is known by the id it had before.

    A pairing or session is matched within its cohort or event, which may have been renamed.
    """
    left = {_within(view.id): view for view in before}
    both, added = [], []
    for view in after:
        old = left.pop(_within(view.id), None)
        for alias in getattr(view, "aliases", ()):
            old = old or left.pop(alias, None)
        if old is None:
            added.append(view)
        else:
            both.append((old, view))
    return Matched(tuple(both), tuple(added), tuple(left.values()))


def _within(id_: str) -> str:
    """Return the last part of an id such as cohort/pairing."""
    return id_.rpartition("/")[2]
