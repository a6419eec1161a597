"""Events, their sessions and the schedule, as the site shows them."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.catalog import Catalog, Entry
from generator.records.event import Event, EventKind, Session, SessionKind
from generator.records.fields import ConsentScope
from generator.records.output import OutputStatus
from generator.views.consent import Consents
from generator.views.kinds import EVENT_KINDS, SESSION_KINDS, output_kind
from generator.views.links import (
    Link,
    cohort_address,
    event_address,
    output_address,
    pairing_address,
    session_address,
)
from generator.views.pairings import is_public, project_is_public
from generator.views.people import PersonLabel, contributor_labels, person_label
from generator.views.wording import (
    clock,
    clock_range,
    day_range,
    instant,
    minutes_between,
    weekday,
    zone_label,
)


@dataclass(frozen=True, slots=True)
class SessionView:
    """An item of an event's program."""

    id: str
    anchor: str
    kind: str
    is_break: bool
    title: str
    day: str
    starts: str
    ends: str
    start_instant: str
    end_instant: str
    minutes: int
    room: str
    speakers: tuple[PersonLabel, ...]
    moderator: PersonLabel | None
    abstract: str
    links: tuple[Link, ...]
    pairing: Link | None
    outputs: tuple[Link, ...]
    cancelled: bool
    people: frozenset[str]

    @property
    def address(self) -> str:
        """The address of the session on its event's page."""
        return session_address(self.id)


@dataclass(frozen=True, slots=True)
class EventView:
    """An event's page and its place in the list."""

    id: str
    kind: str
    is_symposium: bool
    title: str
    day: str
    hours: str
    zone: str
    zone_name: str
    first_day: date
    last_day: date
    start_instant: str
    end_instant: str
    place: str
    link: Link | None
    recording: Link | None
    cohort: Link | None
    summary: str
    days: tuple[tuple[str, tuple[SessionView, ...]], ...]
    cancelled: bool
    source: str
    aliases: tuple[str, ...]

    @property
    def address(self) -> str:
        """The address of the page."""
        return event_address(self.id)

    @property
    def when(self) -> str:
        """Day, hours and zone in one line."""
        hours = f", {self.hours} {self.zone}" if self.hours else ""
        return f"{self.day}{hours}"

    @property
    def sessions(self) -> tuple[SessionView, ...]:
        """All sessions, day after day."""
        return tuple(session for _, of_day in self.days for session in of_day)


def make_events(catalog: Catalog, consents: Consents) -> tuple[EventView, ...]:
    """Return all events in the order of time."""
    views = [_event(catalog, consents, entry) for entry in catalog.events.values()]
    return tuple(sorted(views, key=lambda view: (view.first_day, view.start_instant, view.id)))


def _event(catalog: Catalog, consents: Consents, entry: Entry[Event]) -> EventView:
    event = entry.record
    zone = catalog.zone_of(event)
    last = event.end_date or event.date
    timed = event.start is not None and event.end is not None
    cohort = catalog.cohorts.get(event.cohort or "")
    return EventView(
        id=entry.id,
        kind=EVENT_KINDS[event.kind],
        is_symposium=event.kind is EventKind.SYMPOSIUM,
        title=event.title,
        day=weekday(event.date) if last == event.date else day_range(event.date, last),
        hours=clock_range(event.start, event.end) if event.start and event.end else "",
        zone=zone_label(zone) if timed else "",
        zone_name=zone,
        first_day=event.date,
        last_day=last,
        start_instant=instant(event.date, event.start, zone) if event.start else str(event.date),
        end_instant=instant(last, event.end, zone) if event.end else str(last),
        place=", ".join(part for part in (event.place.name, event.place.city) if part)
        if event.place
        else "Online",
        link=Link("Event page", event.link) if event.link else None,
        recording=_recording(catalog, consents, event),
        cohort=Link(cohort.record.title, cohort_address(cohort.id)) if cohort else None,
        summary=event.summary or "",
        days=_days(catalog, consents, entry, zone),
        cancelled=event.cancelled,
        source=entry.path,
        aliases=event.aliases,
    )


def _recording(catalog: Catalog, consents: Consents, event: Event) -> Link | None:
    held = (session for session in event.sessions if not session.cancelled)
    if event.recording and all(_may_be_recorded(catalog, consents, one) for one in held):
        return Link("Recording", event.recording)
    return None


def _days(
    catalog: Catalog, consents: Consents, entry: Entry[Event], zone: str
) -> tuple[tuple[str, tuple[SessionView, ...]], ...]:
    def day_of(session: Session) -> date:
        return session.date or entry.record.date

    def order(session: Session) -> tuple[date, str, str]:
        return (day_of(session), f"{session.start:%H:%M}", session.room or "")

    ordered = sorted(entry.record.sessions, key=order)
    return tuple(
        (
            weekday(day),
            tuple(_session(catalog, consents, entry, session, zone) for session in of_day),
        )
        for day, of_day in groupby(ordered, key=day_of)
    )


def _session(
    catalog: Catalog, consents: Consents, entry: Entry[Event], session: Session, zone: str
) -> SessionView:
    id_ = f"{entry.id}/{session.id}"
    day = session.date or entry.record.date
    scope = ConsentScope.SESSIONS
    moderators = [session.moderator] if session.moderator else []
    moderator = contributor_labels(catalog, consents, moderators, scope)
    return SessionView(
        id=id_,
        anchor=session.id,
        kind=SESSION_KINDS[session.kind],
        is_break=session.kind is SessionKind.BREAK,
        title=session.title,
        day=str(day),
        starts=clock(session.start),
        ends=clock(session.end),
        start_instant=instant(day, session.start, zone),
        end_instant=instant(day, session.end, zone),
        minutes=minutes_between(session.start, session.end),
        room=session.room or "",
        speakers=_speakers(catalog, consents, session),
        moderator=moderator[0] if moderator else None,
        abstract=session.abstract or "",
        links=_links(catalog, consents, session),
        pairing=_pairing(catalog, consents, session),
        outputs=tuple(
            Link(output.record.title, output_address(output.id), output_kind(output.record))
            for output in catalog.outputs_of_session.get(id_, ())
            if output.record.status is not OutputStatus.SUBMITTED
        ),
        cancelled=session.cancelled,
        people=frozenset(
            one.participant
            for one in (*session.speakers, *moderators)
            if one.participant and consents.allows(one.participant, scope)
        ),
    )


def _speakers(catalog: Catalog, consents: Consents, session: Session) -> tuple[PersonLabel, ...]:
    """Return who speaks: those named, or else whoever of the pair agreed to be."""
    scope = ConsentScope.SESSIONS
    if session.speakers or not session.pairing or session.pairing not in catalog.pairings:
        return contributor_labels(catalog, consents, session.speakers, scope)
    pairing = catalog.pairings[session.pairing].record
    return tuple(
        person_label(catalog, consents, person, "")
        for person in (*pairing.mentees, *pairing.mentors)
        if consents.allows(person, scope)
    )


def _links(catalog: Catalog, consents: Consents, session: Session) -> tuple[Link, ...]:
    recorded = _may_be_recorded(catalog, consents, session)
    offered = (
        ("Join", session.link),
        ("Slides", session.slides),
        ("Recording", session.recording if recorded else None),
    )
    return tuple(Link(label, address) for label, address in offered if address)


def _may_be_recorded(catalog: Catalog, consents: Consents, session: Session) -> bool:
    """Tell whether everybody who can be heard in a session agreed to be in a recording."""
    heard = catalog.heard_in(session)
    return all(consents.allows(person, ConsentScope.RECORDING) for person in heard)


def _pairing(catalog: Catalog, consents: Consents, session: Session) -> Link | None:
    entry = catalog.pairings.get(session.pairing or "")
    if entry is None or not is_public(entry):
        return None
    project = entry.record.project
    shown = project_is_public(consents, entry.record)
    title = project.title if project and shown else "A pair of this program"
    return Link(title, pairing_address(entry.id))
