"""Whom to ask for consent: who is named in what is public, or soon will be."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.catalog import Catalog
from generator.catalog.catalog import participants_among, people_of_session
from generator.cycle.completion import last_day
from generator.cycle.task import Code, Task
from generator.cycle.wording import named
from generator.records.fields import ConsentScope
from generator.records.output import OutputStatus
from generator.records.pairing import PairingStatus

_PUBLIC = (PairingStatus.CONFIRMED, PairingStatus.ACTIVE, PairingStatus.COMPLETED)


@dataclass(frozen=True, slots=True)
class _Need:
    """A scope that something public needs of a person, and the day from which it is public."""

    scope: ConsentScope
    where: str
    day: date


def tasks(catalog: Catalog, today: date) -> Iterator[Task]:
    """Yield a task for each person who has not been asked, or not for all that names them.

    Whoever has answered since the call of a year opened, without agreeing to be shown in a pairing,
    is not asked again: the site goes on without the name. What came later, a session or an output,
    is asked for by itself.
    """
    needs: defaultdict[str, list[_Need]] = defaultdict(list)
    for source in (_pairings, _sessions, _outputs):
        for person, need in source(catalog, today):
            needs[person].append(need)
    for person, entry in catalog.participants.items():
        record = entry.record
        lacking = [need for need in needs[person] if need.scope not in record.scopes]
        if record.withdrawn or (record.consent and not lacking):
            continue
        if record.consent is None and not needs[person]:
            continue
        scopes = tuple(dict.fromkeys(need.scope for need in lacking))
        places = tuple(dict.fromkeys(need.where for need in lacking))
        asked = "has never been asked" if record.consent is None else "has not agreed to that yet"
        yield Task(
            Code.ASK_CONSENT,
            min(need.day for need in lacking),
            f"Ask {person} for consent to {named(scopes)}, named in {named(places)}: "
            f"the person {asked}",
            f"write the answer, even a no, under 'consent' in {entry.path}",
            (person, *places),
        )


def _pairings(catalog: Catalog, today: date) -> Iterator[tuple[str, _Need]]:
    for entry in catalog.pairings.values():
        cohort = catalog.cohorts.get(entry.id.partition("/")[0])
        if cohort is None or entry.record.status not in _PUBLIC:
            continue
        need = _Need(ConsentScope.PAIRING, entry.id, cohort.record.pairs_announced)
        end = cohort.record.end
        for person in (*entry.record.mentors, *entry.record.mentees):
            known = catalog.participants.get(person)
            consent = known.record.consent if known else None
            if consent is None or (consent.given < cohort.record.call_opens and today <= end):
                yield person, need


def _sessions(catalog: Catalog, today: date) -> Iterator[tuple[str, _Need]]:
    for name, (event, _, session) in catalog.sessions.items():
        for person in people_of_session(session):
            yield person, _Need(ConsentScope.SESSIONS, name, event.record.date)
        if session.recording:
            for person in catalog.heard_in(session):
                yield person, _Need(ConsentScope.RECORDING, name, event.record.date)
    for event in catalog.events.values():
        planning = event.record.planning
        if planning is None or today > last_day(event.record):
            continue
        for planned in planning.sessions:
            moderators = [planned.moderator] if planned.moderator else []
            for person in participants_among([*planned.speakers, *moderators]):
                name = f"{event.id}/{planned.id}"
                yield person, _Need(ConsentScope.SESSIONS, name, event.record.date)


def _outputs(catalog: Catalog, today: date) -> Iterator[tuple[str, _Need]]:
    for entry in catalog.outputs.values():
        if entry.record.status is OutputStatus.SUBMITTED:
            continue
        day = entry.record.date.start.first_day if entry.record.date else today
        for person in participants_among(entry.record.contributors):
            yield person, _Need(ConsentScope.OUTPUTS, entry.id, day)
        if entry.record.recording:
            for person in participants_among(entry.record.contributors):
                yield person, _Need(ConsentScope.RECORDING, entry.id, day)
