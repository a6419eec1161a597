"""People who are there already, found by ORCID iD, e-mail address or name."""

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.catalog import Catalog
from generator.catalog.names import spellings
from generator.diagnostics import fold
from generator.intake.naming import words_of
from generator.records.fields import Refers
from generator.records.kinds import Kind
from generator.records.people import PersonName
from generator.records.slugs import slug

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
        self._now = catalog.renamed[Refers.PARTICIPANT]
        self._applied: dict[tuple[str, str], str] = {}
        self._by_answers: dict[str, str] = {}
        self._at_fault = _at_fault(catalog)
        self.taken = _taken(catalog)
        for entry in catalog.participants.values():
            one = entry.record
            place = one.affiliation.name if one.affiliation else ""
            self.add(entry.id, Traits(one.name, "", one.orcid or "", place))
        for application in catalog.applications.values():
            cohort, _, id_ = application.id.partition("/")
            sent = application.record
            self._applied[cohort, self.id_now(id_)] = id_
            if sent.received:
                self._by_answers[sent.received.answers] = id_
            place = sent.affiliation.name if sent.affiliation else ""
            self.add(id_, Traits(sent.name, sent.email, sent.orcid or "", place), cohort)

    def add(self, id_: str, traits: Traits, cohort: str = "") -> None:
        """Add what a person is known by, and the cohort applied to."""
        id_ = self.id_now(id_)
        person = self._people[id_]
        self.taken.add(id_)
        if traits.name and traits.name not in person.names:
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
        id_ = self.id_now(id_)
        return tuple(self._people[id_].names) if id_ in self._people else ()

    def id_now(self, id_: str) -> str:
        """Return the id that somebody has now, for an earlier one."""
        return self._now.get(id_, id_)

    def sender_of(self, answers: str) -> str:
        """Return whose application was made of answers with a fingerprint, or nothing."""
        return self._by_answers.get(answers, "")

    def applied_as(self, id_: str, cohort: str) -> str:
        """Return the id under which somebody applied to a cohort; it may be an earlier one."""
        id_ = self.id_now(id_)
        return self._applied.get((cohort, id_), id_)

    def hidden_in(self, name: PersonName, cohort: str) -> str:
        """Return the file at fault that may be of somebody who seems new, or nothing."""
        places = (cohort, slug(name.full))
        return next((path for path, place in self._at_fault if place in places), "")

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
        named = {id_: by for id_, by in alike.items() if self._is_named(id_, traits.name)}
        alike = named if len(named) == 1 and not by_orcid else alike
        if len(alike) == 1:
            (id_,) = alike
            if id_ in by_orcid or self._is_named(id_, traits.name):
                return Found(id_)
            return self._by_email(id_, traits, cohort)
        if alike:
            both = " and ".join(f"{by} is that of '{id_}'" for id_, by in sorted(alike.items()))
            return Found(doubt=both)
        if exact:
            id_, by = min(exact.items())
            known = ", ".join(name.full for name in self.names_of(id_))
            return Found(doubt=f"{by} is that of '{id_}', whose name is another: {known}")
        return self._by_name(traits, cohort)

    def _by_email(self, id_: str, traits: Traits, cohort: str) -> Found:
        """Return who has an e-mail address and a name that is another in part.

        People change their names, and couples share addresses. In one cohort, one would replace the
        other.
        """
        known = ", ".join(name.full for name in self.names_of(id_))
        if cohort in self._people[id_].cohorts:
            said = f"e-mail address {traits.email} is that of '{id_}', whose name is another"
            return Found(doubt=f"{said}: {known}")
        said = f"taken for '{id_}' by the e-mail address, though the name was {known}; check this"
        return Found(id_, said)

    def _is_named(self, id_: str, name: PersonName | None) -> bool:
        """Tell whether a name says more or less than one that is known, but nothing else."""
        known = self.names_of(id_)
        if name is None or not known:
            return True
        words = _telling_words(name)
        others = [_telling_words(one) for one in known]
        return any(words <= one or one <= words for one in others)

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


def _at_fault(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """Return the files at fault, each with the cohort or the id of those it may be of."""
    found = []
    for path, kind in sorted(catalog.files.items()):
        parts = PurePosixPath(path)
        cohort, id_ = parts.parent.name, parts.stem
        if kind is Kind.APPLICATION and f"{cohort}/{id_}" not in catalog.applications:
            found.append((path, cohort))
        if kind is Kind.PARTICIPANT and id_ not in catalog.participants:
            found.append((path, id_))
    return tuple(found)


def _taken(catalog: Catalog) -> set[str]:
    """Return the ids that nobody new can have: of all files, usable or not, and earlier ones."""
    files = {
        path.rpartition("/")[2].removesuffix(".yaml")
        for path, kind in catalog.files.items()
        if kind in (Kind.PARTICIPANT, Kind.APPLICATION)
    }
    return files | set(catalog.renamed[Refers.PARTICIPANT])
