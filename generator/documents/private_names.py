"""Names that only the private applications have, for the papers that go to the people themselves.

In a repository that everybody can read, the record of somebody who did not agree to be named holds
a word that stands in for the name, and the application has the name.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from generator.catalog import Catalog, Entry
from generator.catalog.names import Words, spans_of_words, spellings, words_in
from generator.catalog.rules.privacy import is_public
from generator.intake.consented import stand_in_name
from generator.records.application import Application, Role
from generator.records.fields import ConsentScope, Refers
from generator.records.participant import Participant
from generator.records.people import PersonName

_PSEUDONYM = tuple(f"{role}-" for role in Role)


def is_unnamed(catalog: Catalog, entry: Entry[Participant]) -> bool:
    """Tell whether a record has a word in place of the name of somebody who may not be named.

    A name of one word can look like one: 'Cleo' of the record 'cleo'.
    """
    person = entry.record
    if person.withdrawn:
        return False
    ids = (entry.id, *person.aliases)
    may_be_named = ConsentScope.NAME in person.scopes or not is_public(catalog)
    return person.name.full in {
        stand_in_name(id_)["display"]
        for id_ in ids
        if id_.startswith(_PSEUDONYM) or not may_be_named
    }


def with_private_names(catalog: Catalog, cohort: str) -> Catalog:
    """Return a catalog in which who has no name has the one of their application.

    The application to ``cohort`` counts before others, later ones before earlier. Only what goes to
    the people themselves may be made of it.
    """
    named = {
        entry.id: _named(entry, application)
        for entry in catalog.participants.values()
        if is_unnamed(catalog, entry) and (application := _application(catalog, entry.id, cohort))
    }
    return replace(catalog, participants={**catalog.participants, **named}) if named else catalog


def unnamed_among(catalog: Catalog, people: Iterable[str]) -> tuple[str, ...]:
    """Return those of some people whose names a catalog does not have, each once."""
    return tuple(
        one for one in dict.fromkeys(people) if is_unnamed(catalog, catalog.participants[one])
    )


def told_by(text: str, catalog: Catalog, named: Catalog) -> tuple[str, ...]:
    """Return the people whom a text names, though a catalog does not; ``named`` has their names."""
    return tuple(
        id_
        for id_, entry in catalog.participants.items()
        if is_unnamed(catalog, entry)
        and any(spans_of_words(text, _spellings(named.participants[id_].record.name)))
    )


def _spellings(name: PersonName) -> frozenset[Words]:
    return frozenset(filter(None, map(words_in, spellings(name))))


def faulty_applications(catalog: Catalog, people: Collection[str]) -> tuple[str, ...]:
    """Return the ids (cohort/participant) of people's applications that are there but at fault."""
    broken = catalog.broken.get(Refers.APPLICANT, frozenset())
    return tuple(sorted(one for one in broken if one.partition("/")[2] in people))


def _named(entry: Entry[Participant], application: Entry[Application]) -> Entry[Participant]:
    """Return a participant with the name of an application, and the places of that."""
    person = entry.record.model_copy(update={"name": application.record.name})
    return Entry(entry.id, person, application.document)


def _application(catalog: Catalog, person: str, cohort: str) -> Entry[Application] | None:
    return next(
        (one for one in _applications(catalog, person, cohort) if one.record.name is not None), None
    )


def _applications(catalog: Catalog, person: str, cohort: str) -> Iterator[Entry[Application]]:
    """Yield the applications of a person, those of a cohort first, then from the latest on."""
    cohorts = sorted(
        catalog.cohorts.values(), key=lambda one: (one.id == cohort, one.record.start), reverse=True
    )
    for one in cohorts:
        application = catalog.applications.get(f"{one.id}/{person}")
        if application is not None:
            yield application
