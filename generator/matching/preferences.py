"""Whom mentees and mentors named as people they would like to work with."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

_FIRST, _STEP, _LEAST = 1000, 200, 200
"""What the first name in a list is worth, how much less the next, and the least, in permille."""


class Preferences:
    """The wishes of both sides. Of a list only those count who applied for the other part."""

    def __init__(
        self, mentees: Mapping[str, Sequence[str]], mentors: Mapping[str, Sequence[str]]
    ) -> None:
        """Take the names in each person's list, best first; mentors in the order of positions."""
        position = {name: at for at, name in enumerate(mentors)}
        self._by_mentee = {
            mentee: {position[name]: rank for name, rank in _ranks(names, mentors).items()}
            for mentee, names in mentees.items()
        }
        by_mentor: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for mentor, names in mentors.items():
            for name, rank in _ranks(names, mentees).items():
                by_mentor[name][position[mentor]] = rank
        self._by_mentor = dict(by_mentor)
        self._choosy = {at for ranks in by_mentor.values() for at in ranks}

    def of(self, mentee: str) -> dict[int, int]:
        """Return what the wishes of both sides make of each mentor, in permille.

        By position; who is not named is absent. It is the mean of the sides that named anybody.
        """
        own = self._by_mentee.get(mentee, {})
        theirs = self._by_mentor.get(mentee, {})
        found = {}
        for position in sorted({*own, *theirs}):
            value = _worth(own.get(position)) + _worth(theirs.get(position))
            found[position] = value // 2 if own and position in self._choosy else value
        return found

    def ranks(self, mentee: str, position: int) -> tuple[int | None, int | None]:
        """Return which choice (from 1) each of the two is of the other; the mentor first."""
        own = self._by_mentee.get(mentee, {})
        return own.get(position), self._by_mentor.get(mentee, {}).get(position)


def _ranks(names: Sequence[str], known: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return the rank of each name in a list; those that cannot be had move the others up."""
    return {name: rank for rank, name in enumerate((one for one in names if one in known), 1)}


def _worth(rank: int | None) -> int:
    return 0 if rank is None else max(_LEAST, _FIRST - _STEP * (rank - 1))
