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


class People:
    """The participants, found by ORCID iD, family name, or any spelling of the whole name."""

    def __init__(self, participants: Mapping[str, Participant]) -> None:
        self.participants = participants
        self._found_by: dict[str, list[str]] = {}
        for id_, participant in participants.items():
            name = participant.name
            for key in {participant.orcid or "", *_families(name), *_whole(name)}:
                self._found_by.setdefault(key, []).append(id_)

    def find(self, name: Name) -> Link:
        """Return the participants whose ORCID iD or name is nearest to a name on a work."""
        keys = [_orcid(name), fold(name.organization)]
        if name.person:
            keys += [*_families(name.person), *_whole(name.person)]
        near = dict.fromkeys(id_ for key in keys if key for id_ in self._found_by.get(key, ()))
        likenesses = {id_: _likeness(name, self.participants[id_]) for id_ in sorted(near)}
        best = max(likenesses.values(), default=Likeness.NONE)
        if not best:
            return Link(best, ())
        return Link(best, tuple(id_ for id_, likeness in likenesses.items() if likeness == best))


def _orcid(name: Name) -> str:
    return name.identifier.rsplit("/", 1)[-1] if "orcid.org" in name.identifier else ""


def _likeness(name: Name, participant: Participant) -> Likeness:
    orcid = _orcid(name)
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


def _families(name: PersonName) -> set[str]:
    """Return the spellings of a family name, folded: with its particles, and without."""
    if not name.family:
        return set()
    particles = f"{name.particle or ''}{name.dropping_particle or ''}"
    return {fold(f"{particles}{name.family}"), fold(name.family)}


def _by_parts(one: PersonName, other: PersonName) -> Likeness:
    if not (one.family and other.family and one.given and other.given):
        return Likeness.NONE
    if not _families(one) & _families(other):
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
