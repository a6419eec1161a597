"""What came of reading a file: items, each with its place, and what could not be read."""

from dataclasses import dataclass

from generator.bibliography.item import Item
from generator.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Incoming:
    """An item as it came in, made fit for a record.

    ``place`` is where it begins in the file, ``label`` what it is called there. ``changes`` says
    in plain words what is different from the file.
    """

    item: Item
    place: Place
    label: str
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """What could not be read, and why."""

    place: Place
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Everything that stands in a file, in its order."""

    incoming: tuple[Incoming, ...] = ()
    rejected: tuple[Rejected, ...] = ()
