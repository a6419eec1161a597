"""What comes of laying out a schedule."""

from dataclasses import dataclass

from generator.agenda.plan_problem import Slot
from generator.agenda.plan_rules import Label


@dataclass(frozen=True, slots=True)
class Plan:
    """A schedule that keeps all rules.

    ``slots`` are in the order of the problem's items. ``moved`` and ``broken`` are positions of
    items and of wishes. ``idle`` is in minutes. ``proved`` tells whether no other schedule is
    better.
    """

    slots: tuple[Slot, ...]
    moved: tuple[int, ...]
    idle: int
    broken: tuple[int, ...]
    proved: bool


@dataclass(frozen=True, slots=True)
class Impossible:
    """Sessions and rules that cannot hold together.

    ``smallest`` tells whether all would be well if any one of them were let go.
    """

    items: tuple[int, ...]
    labels: tuple[Label, ...]
    smallest: bool


@dataclass(frozen=True, slots=True)
class Undecided:
    """Neither a schedule nor the proof that there is none was found in the steps allowed."""
