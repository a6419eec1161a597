"""Pages with another address and people with another name: told once, where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.changes.matching import match
from generator.views import Site


@dataclass(frozen=True, slots=True)
class Renames:
    """Knows what became of addresses, and on which pages a person's new name is told.

    ``now`` has the addresses that lead elsewhere, ``renamed`` those of people.
    """

    now: Mapping[str, str] = field(default_factory=dict)
    renamed: frozenset[str] = frozenset()

    def since(self, address: str) -> str:
        """Return where an earlier address leads now; what follows '#' names a place in its page."""
        page, sign, place = address.partition("#")
        return f"{self.now.get(page, page)}{sign}{place}"


def renames_between(before: Site, after: Site) -> Renames:
    """Return what has another address in the second of two sites, and who has another name."""
    people = match(before.people, after.people).changed
    return Renames(
        after.redirects, frozenset(new.address for old, new in people if old.name != new.name)
    )
