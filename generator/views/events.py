"""Events and their schedules, as the site shows them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby

from generator.catalog import Catalog, Entry
from generator.records.event import Event, EventKind, Session
from generator.views.calendars import event_calendar
from generator.views.consent import Consents
from generator.views.kinds import EVENT_KINDS
from generator.views.links import Link, cohort_address, event_address
from generator.views.sessions import SessionView, make_session, may_be_recorded
from generator.views.wording import (
    clock,
    clock_range,
    counted,
    day_range,
    instant,
    listed,
    weekday,
    zone_label,
)

__all__ = ["EventView", "SessionView", "make_events"]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event's page and its place in the list.

    ``day`` and ``when`` are in words, ``when`` with the hours and their zone. ``zone`` is what
    people call the time zone, where there are times; ``zone_name`` is its IANA name.
    """

    id: str
    kind: str
    is_symposium: bool
    title: str
    day: str
    when: str
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
    def calendar(self) -> str:
        """Where the event is found with its sessions as a calendar."""
        return event_calendar(self.id)

    @property
    def sessions(self) -> tuple[SessionView, ...]:
        """All sessions, day after day."""
        return tuple(session for _, of_day in self.days for session in of_day)

    @property
    def has_rooms(self) -> bool:
        """Whether there is more than one room, so that each session has to say where it is."""
        return len({session.room for session in self.sessions if session.room}) > 1

    @property
    def archive(self) -> tuple[SessionView, ...]:
        """The sessions of which there is a recording, or slides."""
        return tuple(one for one in self.sessions if one.kept and not one.cancelled)

    @property
    def kept_words(self) -> str:
        """What is left of the event, counted: '3 recordings and 4 sets of slides'."""
        labels = Counter(link.label for session in self.archive for link in session.kept)
        recordings = labels["Recording"] + (self.recording is not None)
        counts = (
            (recordings, counted(recordings, "recording")),
            (labels["Slides"], counted(labels["Slides"], "set of slides", "sets of slides")),
        )
        return listed([words for number, words in counts if number])


def make_events(catalog: Catalog, consents: Consents) -> tuple[EventView, ...]:
    """Return all events in the order of time."""
    views = [_event(catalog, consents, entry) for entry in catalog.events.values()]
    return tuple(sorted(views, key=_order))


def _order(event: EventView) -> tuple[date, float, str]:
    """Return what events are sorted by: their day, and their start, those of all day first."""
    start = datetime.fromisoformat(event.start_instant)
    return (event.first_day, start.timestamp() if start.tzinfo else 0, event.id)


def _event(catalog: Catalog, consents: Consents, entry: Entry[Event]) -> EventView:
    event = entry.record
    zone = catalog.zone_of(event)
    last = event.end_date or event.date
    zone_words = zone_label(zone) if event.start or event.sessions else ""
    cohort = catalog.cohorts.get(event.cohort or "")
    return EventView(
        id=entry.id,
        kind=EVENT_KINDS[event.kind],
        is_symposium=event.kind is EventKind.SYMPOSIUM,
        title=event.title,
        day=weekday(event.date) if last == event.date else day_range(event.date, last),
        when=_when(event.date, last, event.start, event.end, zone_words),
        zone=zone_words,
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


def _when(first: date, last: date, start: time | None, end: time | None, zone: str) -> str:
    """Return when something takes place, so that nobody takes its hours for those of every day."""
    if start is None or end is None:
        return weekday(first) if first == last else day_range(first, last)
    if first == last:
        return f"{weekday(first)}, {clock_range(start, end)} {zone}"
    return f"{weekday(first)}, {clock(start)} to {weekday(last)}, {clock(end)} {zone}"


def _recording(catalog: Catalog, consents: Consents, event: Event) -> Link | None:
    held = (session for session in event.sessions if not session.cancelled)
    if event.recording and all(may_be_recorded(catalog, consents, one) for one in held):
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
            tuple(make_session(catalog, consents, entry, session, zone) for session in of_day),
        )
        for day, of_day in groupby(ordered, key=day_of)
    )
