"""A conference as schedule.xml, which Giggity, EventFahrplan and video teams read.

The format has no standard. What is written here fits the schema that the video teams of the Chaos
Computer Club check by (https://c3voc.de/wiki/schedule).
"""

from datetime import datetime, timedelta
from xml.etree import ElementTree as ET

from generator.agenda.conference import Conference, Numbered, room_of
from generator.agenda.happening import Reference
from generator.feeds.xml_text import child, document

GENERATOR = "LRRT Virtual Mentorship Program site"
SLIDES = "Slides"
"""The label of a link that leads to a file of the session."""
RECORDING = "Recording"
"""The label of a link that leads to a recording."""


def schedule_xml(conference: Conference) -> str:
    """Return a conference as the text of a schedule.xml."""
    root = ET.Element("schedule")
    child(root, "generator", name=GENERATOR)
    child(root, "version", conference.version)
    head = child(root, "conference")
    child(head, "title", conference.event.title)
    child(head, "acronym", conference.acronym)
    child(head, "start", conference.days[0].date.isoformat())
    child(head, "end", conference.days[-1].date.isoformat())
    child(head, "days", str(len(conference.days)))
    child(head, "timeslot_duration", hours_and_minutes(conference.slot))
    if conference.url:
        child(head, "base_url", conference.url)
    child(head, "time_zone_name", conference.zone)
    for day in conference.days:
        of_day = child(
            root,
            "day",
            index=str(day.index),
            date=day.date.isoformat(),
            start=moment(day.start),
            end=moment(day.end),
        )
        for room in day.rooms:
            of_room = child(of_day, "room", name=room.name, guid=room.guid)
            for session in room.sessions:
                _session(of_room, session, conference)
    return document(root)


def _session(parent: ET.Element, session: Numbered, conference: Conference) -> None:
    happening = session.happening
    element = child(parent, "event", id=str(session.number), guid=happening.uid)
    child(element, "date", moment(session.start))
    child(element, "start", f"{session.start:%H:%M}")
    child(element, "duration", hours_and_minutes(session.duration))
    child(element, "room", room_of(happening))
    child(element, "slug", session.slug)
    if happening.url:
        child(element, "url", happening.url)
    recording = child(element, "recording")
    child(recording, "license")
    child(recording, "optout", "true" if opts_out(happening.links) else "false")
    child(element, "title", happening.title)
    child(element, "subtitle")
    child(element, "track", happening.kind)
    child(element, "type", happening.kind.lower())
    child(element, "language", conference.language)
    child(element, "abstract", happening.description)
    child(element, "description")
    persons = child(element, "persons")
    for person in happening.people:
        child(persons, "person", person.name, id=str(conference.people[person.key]))
    _links(element, "links", "link", [one for one in happening.links if one.label != SLIDES])
    _links(
        element,
        "attachments",
        "attachment",
        [one for one in happening.links if one.label == SLIDES],
    )


def _links(parent: ET.Element, name: str, each: str, links: list[Reference]) -> None:
    element = child(parent, name)
    for one in links:
        child(element, each, one.label, href=one.address)


def opts_out(links: tuple[Reference, ...]) -> bool:
    """Tell whether a session must not be recorded: as long as no recording of it is public.

    Nobody is recorded by default, and what each person agreed to is nobody else's business: a mark
    that followed each consent would tell it. Where a recording is public, everybody in it agreed.
    """
    return all(one.label != RECORDING for one in links)


def moment(when: datetime) -> str:
    """Return a moment with its offset from UTC (ISO 8601)."""
    return when.isoformat(timespec="seconds")


def hours_and_minutes(duration: timedelta) -> str:
    """Return a duration as HH:MM."""
    minutes = int(duration.total_seconds()) // 60
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
