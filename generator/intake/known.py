"""People who are there already, found by ORCID iD, e-mail address or name."""

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

from generator.catalog import Catalog
from generator.catalog.names import spellings
from generator.diagnostics import fold
from generator.intake.naming import words_of
from generator.records.fields import Refers
from generator.records.kinds import Kind
from generator.records.people import PersonName

_TELLING = 2
"""Letters that a word must have for two names to be alike by it."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a person is known by."""

    name: PersonName | None = None
    email: str = ""
    orcid: str = ""
    affiliation: str = ""


@dataclass(slots=True)
class _Person:
    names: list[PersonName] = field(default_factory=list)
    emails: set[str] = field(default_factory=set)
    orcids: set[str] = field(default_factory=set)
    affiliations: set[str] = field(default_factory=set)
    cohorts: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Found:
    """Who somebody is. ``note`` says what to check; ``doubt`` why it cannot be told.

    ``id`` is empty for somebody new, and where it cannot be told.
    """

    id: str = ""
    note: str = ""
    doubt: str = ""


class KnownPeople:
    """Everybody in the records and applications, and those who are added."""

    def __init__(self, catalog: Catalog) -> None:
        self._people: defaultdict[str, _Person] = defaultdict(_Person)
        self._found_by: defaultdict[str, set[str]] = defaultdict(set)
        self.taken = _taken(catalog)
        for entry in catalog.participants.values():
            one = entry.record
            place = one.affiliation.name if one.affiliation else ""
            self.add(entry.id, Traits(one.name, "", one.orcid or "", place))
        for application in catalog.applications.values():
            cohort, _, id_ = application.id.partition("/")
            sent = application.record
            place = sent.affiliation.name if sent.affiliation else ""
            self.add(id_, Traits(sent.name, sent.email, sent.orcid or "", place), cohort)

    def add(self, id_: str, traits: Traits, cohort: str = "") -> None:
        """Add what a person is known by, and the cohort applied to."""
        person = self._people[id_]
        self.taken.add(id_)
        if traits.name:
            person.names.append(traits.name)
            for spelling in _folded(traits.name):
                self._found_by[spelling].add(id_)
        for exact in (traits.orcid, traits.email.casefold()):
            self._found_by[exact].add(id_)
        for known, value in (
            (person.emails, traits.email.casefold()),
            (person.orcids, traits.orcid),
            (person.affiliations, fold(traits.affiliation)),
            (person.cohorts, cohort),
        ):
            if value:
                known.add(value)

    def names_of(self, id_: str) -> tuple[PersonName, ...]:
        """Return the names by which a person is known."""
        return tuple(self._people[id_].names) if id_ in self._people else ()

    def find(self, traits: Traits, cohort: str) -> Found:
        """Return who somebody is that applies to a cohort.

        The same ORCID iD or e-mail address is the same person, unless the names have nothing in
        common. The same name is taken for the same person if nothing speaks against it.
        """
        by_orcid = self._having("orcids", traits.orcid)
        by_email = self._having("emails", traits.email.casefold())
        exact = {
            **dict.fromkeys(by_email, f"e-mail address {traits.email}"),
            **dict.fromkeys(by_orcid, f"ORCID iD {traits.orcid}"),
        }
        alike = {id_: by for id_, by in exact.items() if self._is_alike(id_, traits.name)}
        if len(alike) == 1:
            return Found(next(iter(alike)))
        if alike:
            both = " and ".join(f"{by} is that of '{id_}'" for id_, by in sorted(alike.items()))
            return Found(doubt=both)
        if exact:
            id_, by = min(exact.items())
            known = ", ".join(name.full for name in self.names_of(id_))
            return Found(doubt=f"{by} is that of '{id_}', whose name is another: {known}")
        return self._by_name(traits, cohort)

    def _having(self, what: str, value: str) -> list[str]:
        ids = sorted(self._found_by.get(value, ())) if value else ()
        return [id_ for id_ in ids if value in getattr(self._people[id_], what)]

    def _is_alike(self, id_: str, name: PersonName | None) -> bool:
        known = self.names_of(id_)
        if name is None or not known:
            return True
        words = _telling_words(name)
        others = {word for one in known for word in _telling_words(one)}
        return bool(words & others) or _script(words) != _script(others)

    def _by_name(self, traits: Traits, cohort: str) -> Found:
        if traits.name is None:
            return Found()
        named = {id_ for said in _folded(traits.name) for id_ in self._found_by.get(said, ())}
        same = [
            id_
            for id_ in sorted(named)
            if not traits.orcid
            or not self._people[id_].orcids
            or traits.orcid in self._people[id_].orcids
        ]
        if not same:
            return Found()
        if len(same) > 1:
            listed = ", ".join(f"'{id_}'" for id_ in same)
            return Found(doubt=f"several have this name: {listed}")
        return self._one_by_name(same[0], traits, cohort)

    def _one_by_name(self, id_: str, traits: Traits, cohort: str) -> Found:
        person = self._people[id_]
        place = fold(traits.affiliation)
        is_placed = bool(place and person.affiliations)
        if cohort in person.cohorts and not (is_placed and place in person.affiliations):
            return Found(doubt=f"'{id_}' has this name and applied from another e-mail address")
        note = f"taken for '{id_}' by the name alone; check that it is so"
        if is_placed and place not in person.affiliations:
            note = f"taken for '{id_}' by the name, though the affiliation is another; check this"
        return Found(id_, note)


def _folded(name: PersonName) -> set[str]:
    return {fold(spelling) or spelling for spelling in spellings(name)}


def _telling_words(name: PersonName) -> set[str]:
    words = {word for spelling in spellings(name) for word in words_of(spelling)}
    return {word for word in words if len(word) >= _TELLING} or words


def _script(words: set[str]) -> bool:
    """Tell whether words are in Latin letters."""
    letters = [sign for word in words for sign in word if sign.isalpha()]
    return sum("LATIN" in unicodedata.name(sign, "") for sign in letters) * 2 > len(letters)


def _taken(catalog: Catalog) -> set[str]:
    """Return the ids that nobody new can have: of all files, usable or not, and earlier ones."""
    files = {
        path.rpartition("/")[2].removesuffix(".yaml")
        for path, kind in catalog.files.items()
        if kind in (Kind.PARTICIPANT, Kind.APPLICATION)
    }
    return files | set(catalog.renamed[Refers.PARTICIPANT])
