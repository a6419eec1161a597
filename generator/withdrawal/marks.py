"""What somebody is known by in texts: names in all spellings, ids, addresses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalog import Catalog
from generator.catalog.names import Words, spellings, words_in
from generator.diagnostics import fold
from generator.records.output import Contributor
from generator.records.participant import Participant
from generator.records.people import PersonName
from generator.withdrawal.leaving import applications_of, person_in

_SHORTEST = 3
"""Letters that a part of a name has at the least to be looked for alone: 'Li' is in every 'Li'."""

_LONG = 6
"""Letters from which on a name within a word is no chance, as 'Mary' in 'summary' is."""

_TITLES = ("dr", "prof", "professor", "mr", "mrs", "ms", "mx")
"""With one of these or an initial, a part of a name is looked for however short it is."""

_IN_TWO_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    | {"Å": "Aa", "Ø": "Oe"}
)
"""Letters that are written as two where a keyboard lacks them (ICAO Doc 9303-3, section 6)."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What somebody is known by: sequences of folded words, the longest first; and whole texts.

    ``in_names`` are folded words that are found within the name of a file, too.
    """

    words: tuple[Words, ...]
    texts: tuple[str, ...]
    in_names: tuple[str, ...] = ()


def marks_in(catalog: Catalog, id_: str) -> Marks:
    """Return what a participant is known by in all records: as printed, and in applications too."""
    applications = [one.record for one in applications_of(catalog, id_)]
    names = [one.name for one in _contributors(catalog) if one.participant == id_ and one.name]
    names += [one.name for one in applications if one.name]
    emails = [one.email for one in applications]
    person = person_in(catalog, id_) or Participant(name=PersonName(display=id_))
    return marks_of(id_, person, names, emails)


def marks_of(
    id_: str,
    person: Participant,
    names: Iterable[PersonName] = (),
    emails: Iterable[str] = (),
) -> Marks:
    """Return what a participant is known by, under other ``names``, too."""
    known = {words_in(one) for one in (id_, *person.aliases, *emails)}
    texts = [person.orcid or ""]
    for link in person.links:
        texts.append(link.url)
        known.add(words_in(link.url.partition("://")[2]))
    parts: set[Words] = set()
    for name in (person.name, *names):
        known |= {words_in(one) for said in spellings(name) for one in _variants(said)}
        parts |= {words_in(one) for said in _parts(name) for one in _variants(said)}
        known |= set(_with_initials(name))
        texts.append(name.original or "")
        whole = (words_in(one) for part in _words_of(name) for one in _variants(part))
        parts |= {(word,) for said in whole for word in said}
    known |= {part for part in parts if sum(map(len, part)) >= _SHORTEST}
    words = sorted((one for one in known if one), key=lambda one: (-len(one), one))
    joined = {"".join(one) for one in words if one not in map(words_in, emails)}
    return Marks(
        tuple(words),
        tuple(dict.fromkeys(text for text in texts if text)),
        tuple(
            sorted((one for one in joined if len(one) >= _LONG), key=lambda one: (-len(one), one))
        ),
    )


def _parts(name: PersonName) -> Iterator[str]:
    """Yield the parts of a name; of one that is written whole, its words are the parts."""
    family = " ".join(part for part in (name.particle, name.dropping_particle, name.family) if part)
    own = [part for part in (family, name.family, name.given) if part]
    yield from own or [name.display or ""]


def _words_of(name: PersonName) -> Iterator[str]:
    """Yield the parts of a name of which each word is a name, as no particle is."""
    own = [part for part in (name.family, name.given) if part]
    yield from own or [name.display or ""]


def _with_initials(name: PersonName) -> Iterator[Words]:
    """Yield how a short family name stands beside an initial or a title: 'L. Xu', 'Xu, L.'."""
    family = words_in(name.family or "")
    if not family or sum(map(len, family)) >= _SHORTEST:
        return
    initials = [word[:1] for word in words_in(name.given or "")]
    for before in (*initials, *_TITLES):
        yield (before, *family)
    for first in initials:
        yield (*family, first)


def _variants(text: str) -> Iterator[str]:
    yield text
    if (other := text.translate(_IN_TWO_LETTERS)) != text:
        yield other


def _contributors(catalog: Catalog) -> Iterator[Contributor]:
    for output in catalog.outputs.values():
        yield from output.record.contributors
    for event in catalog.events.values():
        for session in event.record.sessions:
            yield from session.speakers
            if session.moderator:
                yield session.moderator


def within(name: str, marks: Marks) -> str:
    """Return what of somebody is in a file's name, whatever stands beside it; '' if nothing."""
    folded = fold(name)
    return next((one for one in marks.in_names if one in folded), "")
