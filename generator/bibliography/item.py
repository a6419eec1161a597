"""A work as citation tools see it: one item of the Citation Style Language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.records.dates import Period
from generator.records.people import PersonName


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody who contributed: a person's name in parts, or an organization's whole name.

    ``identifier`` is the address of an ORCID iD or a ROR id. ``withheld`` marks words that stand
    for a name.
    """

    person: PersonName | None = None
    organization: str = ""
    identifier: str = ""
    withheld: bool = False

    @property
    def full(self) -> str:
        """The name as it is read."""
        return self.person.full if self.person else self.organization


@dataclass(frozen=True, slots=True)
class When:
    """A date of an item (CSL 1.0.2, "Date variables").

    ``season`` counts from 1, spring, to 4; ``literal`` is a date in words, where there is no
    other.
    """

    period: Period | None = None
    season: int = 0
    circa: bool = False
    literal: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One work in the terms of the Citation Style Language (CSL 1.0.2, appendices III and IV).

    ``type`` is a CSL type. ``texts`` holds standard and number variables, titles with the marks
    <i>, <b>, <sub> and <sup>; ``dates`` and ``names`` the others. Only what is there is held, in
    no order that means anything; names stand in the order of the work. ``custom`` holds facts
    that CSL has no variable for: texts of a record, or what a file held, whatever its shape.
    """

    id: str
    type: str
    texts: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, When] = field(default_factory=dict)
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    custom: Mapping[str, Any] = field(default_factory=dict)

    def text(self, *variables: str) -> str:
        """Return the first of these variables that is there, or nothing."""
        return next((self.texts[name] for name in variables if name in self.texts), "")

    def has(self, *variables: str) -> bool:
        """Tell whether any of these variables is there, whatever its sort."""
        return any(
            name in self.texts or name in self.dates or name in self.names for name in variables
        )

    @property
    def issued(self) -> When | None:
        """When it came out."""
        return self.dates.get("issued")
