"""What is told of a meeting: check-in, symposium, information session."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from generator.announcements.people import UNNAMED, names
from generator.announcements.setting import Setting
from generator.records.planning import SessionKind
from generator.views.events import EventView
from generator.views.kinds import SESSION_KINDS
from generator.views.sessions import SessionView
from generator.views.wording import clock, clock_range, day_range, weekday

_ONLINE = "Online"
_SPOKEN = (SessionKind.KEYNOTE, SessionKind.TALK, SessionKind.PANEL)
"""Sessions whose speakers an invitation names, in that order."""


@dataclass(frozen=True, slots=True)
class EventFacts:
    """A meeting. ``day`` has the weekday, ``date`` has not; ``when`` has the hours and their zone.

    ``in_utc`` is the same hours in UTC, or '' where they are given in it or there are none.
    Of ``is_coming``, ``is_today`` and ``is_over`` one is true, ``is_cancelled`` beside it.
    ``kept`` says what is left of it: '3 recordings and 4 sets of slides'.
    """

    title: str
    kind: str
    day: str
    date: str
    when: str
    in_utc: str
    place: str
    is_online: bool
    link: str
    recording: str
    summary: str
    kept: str
    address: str
    calendar: str
    is_coming: bool
    is_today: bool
    is_over: bool
    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """An item of a schedule. ``starts`` is on the event's clock; ``who`` may be empty."""

    starts: str
    title: str
    kind: str
    who: str
    moderator: str
    room: str
    is_break: bool


@dataclass(frozen=True, slots=True)
class DayFacts:
    """A day of a schedule."""

    label: str
    sessions: tuple[SessionFacts, ...]


def event_facts(setting: Setting, event: EventView) -> EventFacts:
    """Return a meeting as it stands on the day of the site."""
    form, today = setting.form, setting.site.today
    return EventFacts(
        title=form.title(event.title),
        kind=event.kind,
        day=event.day,
        date=day_range(event.first_day, event.last_day),
        when=event.when,
        in_utc=_in_utc(event),
        place=form.words(event.place),
        is_online=event.place == _ONLINE,
        link=event.link.address if event.link else "",
        recording=event.recording.address if event.recording else "",
        summary=form.prose(event.summary),
        kept=event.kept_words,
        address=setting.address(event.address),
        calendar=setting.address(event.calendar),
        is_coming=today < event.first_day,
        is_today=event.first_day <= today <= event.last_day,
        is_over=event.last_day < today,
        is_cancelled=event.cancelled,
    )


def about_event(setting: Setting, event: EventView) -> Mapping[str, Any]:
    """Return what is told of a meeting, with its schedule and who speaks."""
    speakers = {
        label.name: label
        for kind in _SPOKEN
        for one in event.sessions
        if one.kind == SESSION_KINDS[kind] and not one.cancelled
        for label in one.speakers
        if label.name not in UNNAMED
    }
    return {
        "event": event_facts(setting, event),
        "days": tuple(_days(setting, event)),
        "speakers": names(tuple(speakers.values()), setting.form, "speaker"),
        "zone": event.zone,
        "is_first": _is_first(setting, event),
    }


def _is_first(setting: Setting, event: EventView) -> bool:
    """Tell whether those who meet have not met before, in an event of the same kind."""
    return not any(
        one.kind == event.kind and one.first_day < event.first_day and not one.cancelled
        for cohort in setting.site.cohorts
        if event in cohort.events
        for one in cohort.events
    )


def _days(setting: Setting, event: EventView) -> Iterator[DayFacts]:
    for label, sessions in event.days:
        held = tuple(
            _session(setting, event, one)
            for one in sessions
            if event.cancelled or not one.cancelled
        )
        if held:
            yield DayFacts(label if len(event.days) > 1 else "", held)


def _session(setting: Setting, event: EventView, session: SessionView) -> SessionFacts:
    moderators = (session.moderator,) if session.moderator else ()
    return SessionFacts(
        starts=clock(datetime.fromisoformat(session.start_instant).time()),
        title=setting.form.title(session.title),
        kind=session.kind,
        who=names(session.speakers, setting.form),
        moderator=names(moderators, setting.form),
        room=setting.form.words(session.room) if event.has_rooms else "",
        is_break=session.is_break,
    )


def _in_utc(event: EventView) -> str:
    """Return the hours of a meeting in UTC, with the day where it is another."""
    if "T" not in event.start_instant or "T" not in event.end_instant:
        return ""
    start, end = map(datetime.fromisoformat, (event.start_instant, event.end_instant))
    if start.utcoffset() == end.utcoffset() == timedelta():
        return ""
    first, last = start.astimezone(UTC), end.astimezone(UTC)
    if first.date() == last.date():
        hours = f"{clock_range(first.time(), last.time())} UTC"
        return hours if first.date() == start.date() else f"{weekday(first.date())}, {hours}"
    return (
        f"{weekday(first.date())}, {clock(first.time())} to "
        f"{weekday(last.date())}, {clock(last.time())} UTC"
    )
