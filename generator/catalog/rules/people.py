"""People: one record each, and something that refers to it."""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog, participants_among
from generator.catalog.entry import Entry
from generator.diagnostics import Diagnostic, fold
from generator.diagnostics.rules import people, references
from generator.records.event import Event
from generator.records.participant import Participant


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield the faults of who is who."""
    by_orcid: dict[str, Entry[Participant]] = {}
    by_name: dict[str, Entry[Participant]] = {}
    for entry in catalog.participants.values():
        person = entry.record
        if person.orcid:
            first = by_orcid.setdefault(person.orcid, entry)
            if first is not entry:
                yield people.DUPLICATE_ORCID.at(
                    entry.place("orcid"), f"this ORCID iD is that of '{first.id}' ({first.path})"
                )
        first = by_name.setdefault(fold(person.name.full), entry)
        if first is not entry and not _told_apart(first.record, person):
            yield people.DUPLICATE_NAME.at(
                entry.place("name"), f"'{first.id}' ({first.path}) has the same name"
            )
    yield from _aliases(catalog)
    yield from _unused(catalog)


def _told_apart(one: Participant, other: Participant) -> bool:
    return bool(one.orcid and other.orcid)


def _aliases(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each earlier id that is also another record's."""
    for entries in (
        catalog.participants,
        catalog.cohorts,
        catalog.outputs,
        catalog.events,
        catalog.news,
    ):
        taken = {id_: id_ for id_ in entries}
        for entry in entries.values():
            for position, alias in enumerate(entry.record.aliases):
                owner = taken.setdefault(alias, entry.id)
                if owner != entry.id or alias == entry.id:
                    yield references.DUPLICATE_ID.at(
                        entry.place("aliases", position), f"the id '{alias}' is that of '{owner}'"
                    )


def _planned(event: Event) -> Iterator[str]:
    """Yield the participants who stand in sessions that have no time yet."""
    for session in event.planning.sessions if event.planning else ():
        moderators = [session.moderator] if session.moderator else []
        yield from participants_among([*session.speakers, *moderators])


def _unused(catalog: Catalog) -> Iterator[Diagnostic]:
    used = {
        *catalog.pairings_of_participant,
        *catalog.outputs_of_participant,
        *catalog.sessions_of_participant,
        *(person for event in catalog.events.values() for person in _planned(event.record)),
        *(name.partition("/")[2] for name in catalog.applications),
    }
    for entry in catalog.participants.values():
        if entry.id not in used and not entry.record.withdrawn:
            yield references.UNUSED_PARTICIPANT.at(
                entry.document.place(), f"no pairing, session or output names '{entry.id}'"
            )
