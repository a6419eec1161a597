"""The calendars of the site, the schedules for conference apps, and the news of each schedule."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape

from generator.agenda.conference import conference
from generator.agenda.history import UNKNOWN, History
from generator.agenda.identity import first_id, uid
from generator.agenda.schedule_json import schedule_json
from generator.agenda.schedule_xml import schedule_xml
from generator.agenda.vcalendar import Calendar, calendar_text
from generator.feeds import Entry, Feed, atom_text
from generator.views import Site
from generator.views.agenda import EventAgenda, cohort_dates, event_agenda
from generator.views.calendars import (
    PROGRAM_CALENDAR,
    changes_address,
    cohort_calendar,
    event_calendar,
    schedule_json_address,
    schedule_xml_address,
    session_calendar,
)
from generator.views.events import EventView
from generator.views.links import event_address
from generator.views.schedule_changes import schedule_changes

Absolute = Callable[[str], str]
"""Turns an address within the site into a whole web address."""

_ROOT = "events/"


def agenda_texts(
    site: Site, absolute: Absolute, history: History = UNKNOWN
) -> Iterator[tuple[str, str]]:
    """Yield the address of each file of the agenda and its text.

    What was renamed is found under its old ids too: no calendar app follows a page that redirects.
    """
    # Files are not among what ``absolute`` knows while they are being made.
    root = absolute(_ROOT).removesuffix(_ROOT)

    def whole(address: str) -> str:
        return _on_the_web(absolute(address))

    agendas = {
        event.id: event_agenda(event, whole, history, site.program.time_zone)
        for event in site.events
    }
    yield PROGRAM_CALENDAR, calendar_text(_program(site, agendas, whole, history, root))
    for cohort in site.cohorts:
        events = [agendas[event.id].event for event in cohort.events]
        calendar = Calendar(
            uid=uid("calendar", "cohort", first_id(cohort.id, cohort.aliases)),
            name=f"{cohort.title}, {site.program.short_name}",
            happenings=(*cohort_dates(cohort, whole, history), *events),
            description=f"The dates of a year of {site.program.the_name}.",
            url=whole(cohort.address),
            source=_on_the_web(f"{root}{cohort_calendar(cohort.id)}"),
        )
        for id_ in (cohort.id, *cohort.aliases):
            yield cohort_calendar(id_), calendar_text(calendar)
    for event in site.events:
        for address, text in _event_texts(site, event, agendas[event.id], whole, root):
            yield address, text
            name = address.removeprefix(event.address)
            yield from ((f"{event_address(old)}{name}", text) for old in event.aliases)


def _program(
    site: Site,
    agendas: dict[str, EventAgenda],
    whole: Absolute,
    history: History,
    root: str,
) -> Calendar:
    """Return everything with a date, events as wholes: their sessions are in their own files."""
    dates = (one for cohort in site.cohorts for one in cohort_dates(cohort, whole, history))
    return Calendar(
        uid=uid("calendar", "program"),
        name=site.program.short_name,
        happenings=(*dates, *(agenda.event for agenda in agendas.values())),
        description=f"All dates of {site.program.the_name}.",
        url=whole(_ROOT),
        source=_on_the_web(f"{root}{PROGRAM_CALENDAR}"),
    )


def _event_texts(
    site: Site, event: EventView, agenda: EventAgenda, whole: Absolute, root: str
) -> Iterator[tuple[str, str]]:
    calendar = Calendar(
        uid=uid("calendar", agenda.event.uid),
        name=agenda.event.title,
        happenings=(agenda.event, *agenda.attended),
        url=whole(event.address),
        source=_on_the_web(f"{root}{event_calendar(event.id)}"),
    )
    yield event_calendar(event.id), calendar_text(calendar)
    for session in agenda.attended:
        alone = replace(calendar, uid=uid("calendar", session.uid), name=session.title, source="")
        yield (
            session_calendar(f"{event.id}/{session.name}"),
            calendar_text(replace(alone, happenings=(session,), url=session.url)),
        )
    schedule = conference(agenda.event, agenda.sessions, site.program.language, _on_the_web(root))
    if schedule is not None:
        yield schedule_xml_address(event.id), schedule_xml(schedule)
        yield schedule_json_address(event.id), schedule_json(schedule)
    yield changes_address(event.id), _news(site, event, agenda, whole, root)


def _news(site: Site, event: EventView, agenda: EventAgenda, whole: Absolute, root: str) -> str:
    changes = agenda.event.uid
    feed = Feed(
        id=f"urn:uuid:{uid('news', changes)}",
        title=f"Changes to the schedule: {agenda.event.title}",
        subtitle=f"{event.when}. {site.program.name}.",
        author=site.program.name,
        language=site.program.language,
        page=whole(event.address),
        begun=agenda.event.revised,
        entries=tuple(
            Entry(
                id=f"urn:uuid:{uid('news', changes, one.id)}",
                address=whole(event.address),
                title=one.title,
                when=one.instant,
                content=f"<ul>{''.join(f'<li>{escape(said)}</li>' for said in one.sentences)}</ul>",
            )
            for one in schedule_changes(agenda)
        ),
    )
    return atom_text(feed, f"{root}{changes_address(event.id)}")


def _on_the_web(address: str) -> str:
    """Return an address, or nothing where the site does not know its own and so cannot say it."""
    return address if address.startswith(("https://", "http://")) else ""
