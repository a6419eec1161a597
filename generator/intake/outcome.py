"""What became of each row: each of them ends in exactly one of these."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.intake.submission import Submission


class Fate(StrEnum):
    """What became of a submission."""

    NEW = "new"
    UPDATED = "updated"
    DIFFERS = "differs"
    UNCHANGED = "there already"
    REPLACED = "replaced"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one submission.

    ``path`` is the application's file as it is named to people, and ``text`` what is to be written
    into it, where something is. ``differences`` are keys with the old and the new value in words.
    """

    submission: Submission
    fate: Fate
    who: str
    reason: str = ""
    path: str = ""
    text: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    differences: tuple[tuple[str, str, str], ...] = ()


def count_fates(outcomes: Iterable[Outcome]) -> Mapping[Fate, int]:
    """Return how many submissions had each fate, in the order of the fates."""
    counted = Counter(outcome.fate for outcome in outcomes)
    return {fate: counted[fate] for fate in Fate if counted[fate]}
