"""What a schedule says of a session, as it stands in a record."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.agenda.plan_edits import UnusableTextError
from generator.source import Plain, to_yaml
from generator.source.tree import ListNode, MappingNode, Node

DROPPED = ("minutes", "alone", "date", "room")
"""Keys of a planned session that the published one has not, or has from the schedule."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

HEAD = ("id", "kind", "title")


@dataclass(frozen=True, slots=True)
class Time:
    """Day, start, end and room of a session, as they are written, and the moment to sort by.

    ``is_first_day`` tells whether the day goes without saying.
    """

    day: str
    is_first_day: bool
    start: str
    end: str
    room: str
    moment: tuple[int, int]

    def values(self, *, with_day: bool = False) -> dict[str, str]:
        """Return the keys with their values, in the order of the record."""
        day = "" if self.is_first_day and not with_day else self.day
        keys = {"date": day, "start": self.start, "end": self.end, "room": self.room}
        return {key: value for key, value in keys.items() if value}


def written(value: str) -> str:
    """Return a value as YAML: a time in quotes, a day without."""
    if _DAY.fullmatch(value):
        return value
    return to_yaml([value]).strip().removeprefix("- ")


def as_published(values: Mapping[str, Plain], time: Time) -> dict[str, Plain]:
    """Return what a planned session says once it has a time."""
    kept = {key: value for key, value in values.items() if key not in DROPPED}
    head = {key: kept.pop(key) for key in HEAD if key in kept}
    return {**head, **time.values(), **kept}


def items_of(holder: MappingNode, name: str) -> tuple[Node, ...]:
    """Return the entries of a list; none where there is no such list."""
    node = holder.entries[name][1] if name in holder.entries else None
    return node.items if isinstance(node, ListNode) else ()


def mapping(node: Node) -> MappingNode:
    """Return a node that has keys. Raises UnusableTextError for any other."""
    if not isinstance(node, MappingNode):
        raise UnusableTextError
    return node
