"""What may be repeated of how the site was before.

What this prints is public for good, like the discussion it is printed for. So it names nobody whom
the site will not name in the same place, whatever the reason: a record that was deleted and one
that was withdrawn look alike. Of people, nothing that was is repeated, not even an earlier name.
Other earlier words are, unless a name stands in them that was taken off something.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.changes.matching import match
from generator.diagnostics import fold
from generator.views import Site
from generator.views.links import person_address
from generator.views.people import PersonLabel

_SHORTEST = 3
"""Letters of a Latin name that can tell somebody: with fewer, it is a particle or an initial."""

_GAPS = re.compile(r"[\s\d!-/:-@\[-`{-~\u00a0-\u00bf\u2010-\u205e\u3000-\u3011\u30fb]+")
"""What stands between words. Letters of many scripts are written with signs that are no letters."""


@dataclass(frozen=True, slots=True)
class Discretion:
    """Knows names in parts, folded.

    ``dropped`` are those of people who were taken off something, ``known`` those of everybody.
    """

    dropped: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()

    def may_repeat(self, text: str) -> bool:
        """Tell whether earlier words hold no name that was taken off something."""
        return not _names_in(text, self.dropped)

    def may_replace(self, text: str, by: str) -> bool:
        """Tell whether earlier words may stand beside those that take their place.

        They may not if they name somebody whom the new ones do not name: to take a name out may be
        why they were changed.
        """
        return self.may_repeat(text) and _names_in(text, self.known) <= _names_in(by, self.known)


def discretion_between(before: Site, after: Site) -> Discretion:
    """Return what may be repeated of a site, seen from the one that takes its place."""
    dropped = frozenset(_dropped(before, after))
    everybody = frozenset(person.id for person in before.people)
    return Discretion(_names_of(dropped, before), _names_of(everybody, before))


def _names_of(people: frozenset[str], site: Site) -> frozenset[str]:
    """Return every part of every name under which a site shows some people."""
    addresses = {person_address(person) for person in people}
    written = [label.name for label in _labels(site) if label.address in addresses]
    for person in site.people:
        if person.id in people:
            written += [person.name, person.original, person.filed_under]
    return frozenset(part for name in written for part in _parts(name))


def _names_in(text: str, names: frozenset[str]) -> frozenset[str]:
    """Return the names that stand in a text."""
    if not names:
        return names
    run = fold(text)
    # Some scripts set no spaces between words.
    within = {name for name in names if not name.isascii() and name in run}
    return names.intersection(map(fold, _words(text))) | within


def _dropped(before: Site, after: Site) -> Iterator[str]:
    """Yield the ids of people who are no longer named somewhere where they were."""
    people = match(before.people, after.people)
    now = {old.id: new.id for old, new in people.both}
    yield from (person.id for person in people.removed)
    for was, then in _named(before, after):
        yield from (person for person in was if now.get(person, person) not in then)


def _named(before: Site, after: Site) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield who is named in each thing that both sites have, before and after."""
    for work, now in match(before.outputs, after.outputs).both:
        yield work.people, now.people
    for cohort, same in match(before.cohorts, after.cohorts).both:
        for pairing, later in match(cohort.pairings, same.pairings).both:
            yield pairing.members, later.members
    for event, again in match(before.events, after.events).both:
        for session, held in match(event.sessions, again.sessions).both:
            yield session.people, held.people


def _labels(site: Site) -> Iterator[PersonLabel]:
    """Yield every name under which the site shows somebody's work."""
    for work in site.outputs:
        yield from work.contributors
    for cohort in site.cohorts:
        for pairing in cohort.pairings:
            yield from (*pairing.mentors, *pairing.mentees)
    for event in site.events:
        for session in event.sessions:
            yield from session.speakers
            if session.moderator:
                yield session.moderator


def _parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name that would tell whose it is: not particles and initials."""
    parts = [fold(word) for word in _words(name)]
    telling = [part for part in parts if len(part) >= _SHORTEST or not part.isascii()]
    return tuple(part for part in telling or parts if part)


def _words(text: str) -> list[str]:
    return [word for word in _GAPS.split(text) if word]
