"""Consent: nothing public that a person did not agree to, nothing new after withdrawal."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.catalog.catalog import Catalog, participants_among
from generator.catalog.entry import Entry
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import people
from generator.records.event import Event, Session
from generator.records.fields import ConsentScope
from generator.records.output import Output, OutputStatus
from generator.records.pairing import PairingStatus

_STANDING = (PairingStatus.PROPOSED, PairingStatus.CONFIRMED, PairingStatus.ACTIVE)
_INSTEAD = (
    "ask the person and add '{}' to the scopes in {}; or take the reference out "
    "(a printed author can stand under 'name' without 'participant')"
)


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield what would be public without consent, or new after a withdrawal."""
    for entry in catalog.outputs.values():
        if entry.record.status is not OutputStatus.SUBMITTED:
            yield from _output(catalog, entry)
    for event in catalog.events.values():
        for position, session in enumerate(event.record.sessions):
            yield from _session(catalog, event, position, session)
    yield from _withdrawn_from_pairings(catalog)


def _output(catalog: Catalog, entry: Entry[Output]) -> Iterator[Diagnostic]:
    output = entry.record
    for position, contributor in enumerate(output.contributors):
        if contributor.participant:
            place = entry.place("contributors", position, "participant")
            day = output.date.start.first_day if output.date else None
            yield from _asked(
                catalog, contributor.participant, ConsentScope.OUTPUTS, place, (day, "this output")
            )
    if output.recording:
        yield from _recorded(
            catalog, participants_among(output.contributors), entry.place("recording")
        )


def _session(
    catalog: Catalog, event: Entry[Event], position: int, session: Session
) -> Iterator[Diagnostic]:
    day = session.date or event.record.date
    steps = ("sessions", position)
    for number, speaker in enumerate(session.speakers):
        if speaker.participant:
            place = event.place(*steps, "speakers", number, "participant")
            yield from _asked(
                catalog, speaker.participant, ConsentScope.SESSIONS, place, (day, "this session")
            )
    if session.moderator and session.moderator.participant:
        place = event.place(*steps, "moderator", "participant")
        person = session.moderator.participant
        yield from _asked(catalog, person, ConsentScope.SESSIONS, place, (day, "this session"))
    if session.recording:
        yield from _recorded(catalog, catalog.heard_in(session), event.place(*steps, "recording"))


def _asked(
    catalog: Catalog,
    person: str,
    scope: ConsentScope,
    place: Place,
    new: tuple[date | None, str],
) -> Iterator[Diagnostic]:
    entry = catalog.participants.get(person)
    if entry is None:
        return
    withdrawn = entry.record.withdrawn
    day, what = new
    if withdrawn is None:
        if scope not in entry.record.scopes:
            yield people.PUBLISHED_WITHOUT_CONSENT.at(
                place, f"'{person}' has not agreed to '{scope}'", _INSTEAD.format(scope, entry.path)
            )
    elif day is not None and day > withdrawn:
        yield people.WITHDRAWN_STILL_SHOWN.at(
            place, f"'{person}' withdrew on {withdrawn}, before {what} ({day})"
        )


def _recorded(catalog: Catalog, persons: Iterable[str], place: Place) -> Iterator[Diagnostic]:
    for person in persons:
        entry = catalog.participants.get(person)
        if entry and not entry.record.withdrawn:
            scope = ConsentScope.RECORDING
            if scope not in entry.record.scopes:
                yield people.PUBLISHED_WITHOUT_CONSENT.at(
                    place,
                    f"'{person}' is in this recording, but has not agreed to '{scope}'",
                    f"ask the person and add '{scope}' to the scopes in {entry.path}; "
                    "or take the recording out",
                )


def _withdrawn_from_pairings(catalog: Catalog) -> Iterator[Diagnostic]:
    for entry in catalog.pairings.values():
        cohort = catalog.cohorts.get(entry.id.partition("/")[0])
        if entry.record.status not in _STANDING or cohort is None:
            continue
        for part in ("mentors", "mentees"):
            for position, person in enumerate(getattr(entry.record, part)):
                known = catalog.participants.get(person)
                day = known.record.withdrawn if known else None
                if day and day < cohort.record.end:
                    yield people.WITHDRAWN_STILL_SHOWN.at(
                        entry.place(part, position),
                        f"'{person}' withdrew on {day}, but this pairing goes on",
                        "set the status to 'ended', or take the person out",
                    )
