"""Which participant a name on a work is that of."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from generator.bibliography.item import Name
from generator.diagnostics import fold
from generator.records.participant import Participant
from generator.records.people import PersonName

_APART = re.compile(r"[\s.\-\u2010-\u2015]+")


class Likeness(IntEnum):
    """How sure it is that a name is that of a participant."""

    NONE = 0
    INITIALS = 1
    NAME = 2
    ORCID = 3


@dataclass(frozen=True, slots=True)
class Link:
    """The participants that a name may be that of: one, or several that are as likely."""

    likeness: Likeness
    participants: tuple[str, ...]

    @property
    def sure(self) -> str:
        """The participant it is, or nothing where that is not sure."""
        sure = self.likeness >= Likeness.NAME and len(self.participants) == 1
        return self.participants[0] if sure else ""


def find_link(name: Name, participants: Mapping[str, Participant]) -> Link:
    """Return the participants whose ORCID iD or name is nearest to a name on a work."""
    best = Likeness.NONE
    found: list[str] = []
    for id_, participant in participants.items():
        likeness = _likeness(name, participant)
        if likeness > best:
            best, found = likeness, []
        if likeness and likeness == best:
            found.append(id_)
    return Link(best, tuple(found))


def _likeness(name: Name, participant: Participant) -> Likeness:
    orcid = name.identifier.rsplit("/", 1)[-1] if "orcid.org" in name.identifier else ""
    if orcid and participant.orcid:
        return Likeness.ORCID if orcid == participant.orcid else Likeness.NONE
    if name.person is None:
        written = fold(name.organization)
        return Likeness.INITIALS if written in set(_whole(participant.name)) else Likeness.NONE
    if set(_whole(name.person)) & set(_whole(participant.name)) and not _suffixes_differ(
        name.person, participant.name
    ):
        return Likeness.NAME
    return _by_parts(name.person, participant.name)


def _whole(name: PersonName) -> Iterator[str]:
    """Yield the spellings of a whole name, folded; a name in two orders is one."""
    family = " ".join(part for part in (name.particle, name.dropping_particle, name.family) if part)
    spellings = [name.display, name.original, f"{family} {name.given or ''}"]
    spellings.append(f"{name.given or ''} {family}")
    yield from filter(None, (fold(spelling or "") for spelling in spellings))


def _by_parts(one: PersonName, other: PersonName) -> Likeness:
    if not (one.family and other.family and one.given and other.given):
        return Likeness.NONE
    families = [
        {
            fold(f"{name.particle or ''}{name.dropping_particle or ''}{name.family}"),
            fold(name.family),
        }
        for name in (one, other)
        if name.family
    ]
    if not families[0] & families[1]:
        return Likeness.NONE
    likeness = _given(one.given, other.given)
    if _suffixes_differ(one, other):
        both = bool(one.suffix and other.suffix)
        return Likeness.NONE if both else min(likeness, Likeness.INITIALS)
    return likeness


def _suffixes_differ(one: PersonName, other: PersonName) -> bool:
    return fold(one.suffix or "") != fold(other.suffix or "")


def _given(one: str, other: str) -> Likeness:
    """Compare given names: the first in full, or only by initials; later ones may be missing."""
    first, second = (
        [word for word in (fold(part) for part in _APART.split(name)) if word]
        for name in (one, other)
    )
    if not first or not second:
        return Likeness.NONE
    if fold(one) == fold(other):
        return Likeness.NAME
    agree = all(
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])
        for a, b in zip(first, second, strict=False)
    )
    if not agree:
        return Likeness.NONE
    return Likeness.NAME if first[0] == second[0] and len(first[0]) > 1 else Likeness.INITIALS
