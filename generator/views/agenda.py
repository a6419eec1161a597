"""Views as happenings, for calendars, conference schedules and JSON-LD.

What consent withholds is not in the views, and so not here. Whose name is withheld is left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from generator.agenda.happening import Attendee, Happening, Reference, When, on_the_clock
from generator.agenda.history import History, Past
from generator.agenda.identity import first_id, uid
from generator.agenda.revisions import Revision, previous_start, revise
from generator.bibliography.plain import plain_prose, plain_title
from generator.records.event import Event, Session, SessionKind
from generator.views.cohorts import CohortView
from generator.views.events import EventView
from generator.views.kinds import EVENT_KINDS, SESSION_KINDS
from generator.views.links import Link
from generator.views.people import WITHHELD, PersonLabel

Absolute = Callable[[str], str]
"""Turns an address within the site into a whole web address."""

_ONLINE = "Online"
"""What an event without a place says of where it is."""

_DATE = "Date of the program"
_ANNOUNCED = "Pairs announced"


@dataclass(frozen=True, slots=True)
class EventAgenda:
    """An event with its sessions, and what changed in it since it was first published."""

    event: Happening
    sessions: tuple[Happening, ...]
    revisions: tuple[Revision, ...]

    @property
    def attended(self) -> tuple[Happening, ...]:
        """The sessions that somebody would put into a calendar: all but breaks."""
        return tuple(one for one in self.sessions if not one.is_break)

    @property
    def has_schedule(self) -> bool:
        """Whether there is something that a conference app could show."""
        return not self.event.cancelled and any(not one.cancelled for one in self.attended)


def event_agenda(
    event: EventView, absolute: Absolute, history: History, program_zone: str
) -> EventAgenda:
    """Return an event with its sessions; ``program_zone`` is the one of events that name none."""
    first = first_id(event.id, event.aliases)
    past = history.of("events", (event.id, *event.aliases))
    whole = _event(event, first, past, absolute)
    sessions = tuple(_sessions(event, whole, first, past, absolute))
    versions = [
        (version.commit, _version(version.event, first, program_zone))
        for version in history.published.get(event.id, ())
    ]
    return EventAgenda(
        event=replace(whole, previous_start=previous_start(versions, whole)),
        sessions=tuple(
            replace(one, previous_start=previous_start(versions, one)) for one in sessions
        ),
        revisions=revise(versions),
    )


def has_schedule(event: EventView) -> bool:
    """Tell whether an event has a schedule for conference apps."""
    return not event.cancelled and any(
        not (session.cancelled or session.is_break) for session in event.sessions
    )


def cohort_dates(cohort: CohortView, absolute: Absolute, history: History) -> tuple[Happening, ...]:
    """Return the dates of a program year that are days; its check-ins and symposium are events."""
    first = first_id(cohort.id, cohort.aliases)
    past = history.of("cohorts", (cohort.id, *cohort.aliases))
    address = absolute(cohort.address)
    return tuple(
        Happening(
            uid=uid("cohort", first, name),
            name=name,
            kind=_DATE,
            title=f"{title}: {cohort.title}",
            start=day,
            end=day,
            url=absolute("apply/") if name.startswith("call-") else address,
            changes=past.changes,
            modified=past.last,
        )
        for name, title, day in _days(cohort)
    )


def _days(cohort: CohortView) -> Iterator[tuple[str, str, date]]:
    yield "call-opens", "Call for applications opens", cohort.call_opens
    yield "call-closes", "Last day to apply", cohort.call_closes
    announced = next((one.first for one in cohort.stations if one.label == _ANNOUNCED), None)
    if announced is not None:
        yield "pairs-announced", "Mentors and mentees are told of their pairs", announced
    yield "start", "Program year begins", cohort.first_day
    yield "end", "Program year ends", cohort.last_day


def _event(event: EventView, first: str, past: Past, absolute: Absolute) -> Happening:
    start, end = _times(event)
    return Happening(
        uid=uid("event", first),
        name=event.id,
        kind=event.kind,
        title=plain_title(event.title),
        start=start,
        end=end,
        place=event.place,
        is_online=event.place == _ONLINE,
        description=plain_prose(event.summary),
        links=_references(tuple(one for one in (event.link, event.recording) if one)),
        url=absolute(event.address),
        has_parts=any(not session.is_break for session in event.sessions),
        cancelled=event.cancelled,
        changes=past.changes,
        modified=past.last,
    )


def _sessions(
    event: EventView, whole: Happening, first: str, past: Past, absolute: Absolute
) -> Iterator[Happening]:
    zone = ZoneInfo(event.zone_name)
    for session in event.sessions:
        moderators = (session.moderator,) if session.moderator else ()
        yield Happening(
            uid=uid("event", first, session.anchor),
            name=session.anchor,
            kind=session.kind,
            title=plain_title(session.title),
            start=_moment(session.start_instant, zone),
            end=_moment(session.end_instant, zone),
            place=whole.place,
            is_online=whole.is_online,
            room=session.room,
            description=plain_prose(session.abstract),
            speakers=_attendees(session.speakers, absolute),
            moderators=_attendees(moderators, absolute),
            links=_references(session.links),
            url=absolute(session.address),
            parent=whole.uid,
            is_break=session.is_break,
            cancelled=session.cancelled or event.cancelled,
            changes=past.changes,
            modified=past.last,
        )


def _times(event: EventView) -> tuple[When, When]:
    """Return when an event begins and ends; an event without both times has days."""
    if "T" in event.start_instant and "T" in event.end_instant:
        zone = ZoneInfo(event.zone_name)
        return _moment(event.start_instant, zone), _moment(event.end_instant, zone)
    return event.first_day, event.last_day


def _moment(instant: str, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(instant).astimezone(zone)


def _attendees(labels: tuple[PersonLabel, ...], absolute: Absolute) -> tuple[Attendee, ...]:
    return tuple(
        Attendee(
            one.name,
            one.address.strip("/").rpartition("/")[2],
            absolute(one.address) if one.address else "",
        )
        for one in labels
        if one.name not in ("", WITHHELD)
    )


def _references(links: tuple[Link, ...]) -> tuple[Reference, ...]:
    return tuple(Reference(one.label, one.address) for one in links)


def _version(event: Event, first: str, program_zone: str) -> tuple[Happening, ...]:
    """Return an event of an earlier version with its sessions, as far as a comparison needs them.

    Nobody is in it, whatever they agree to today.
    """
    zone = event.time_zone or program_zone
    last = event.end_date or event.date
    start: When = event.date
    end: When = last
    if event.start and event.end:
        start, end = _at(event.date, event.start, zone), _at(last, event.end, zone)
    whole = Happening(
        uid=uid("event", first),
        name="",
        kind=EVENT_KINDS[event.kind],
        title=plain_title(event.title),
        start=start,
        end=end,
        cancelled=event.cancelled,
    )
    return (whole, *(_session_of(one, event, whole, first, zone) for one in event.sessions))


def _session_of(
    session: Session, event: Event, whole: Happening, first: str, zone: str
) -> Happening:
    day = session.date or event.date
    return Happening(
        uid=uid("event", first, session.id),
        name=session.id,
        kind=SESSION_KINDS[session.kind],
        title=plain_title(session.title),
        start=_at(day, session.start, zone),
        end=_at(day, session.end, zone),
        room=session.room or "",
        parent=whole.uid,
        is_break=session.kind is SessionKind.BREAK,
        cancelled=session.cancelled or event.cancelled,
    )


def _at(day: date, at: time, zone: str) -> datetime:
    return on_the_clock(datetime.combine(day, at, ZoneInfo(zone)))
