"""A conference as schedule.json: the same as schedule.xml (https://c3voc.de/schedule/schema.json)."""

import json
from typing import Any

from generator.agenda.conference import Conference, ConferenceDay, Numbered, room_of
from generator.agenda.happening import Attendee, Reference
from generator.agenda.identity import uid
from generator.agenda.schedule_xml import GENERATOR, SLIDES, hours_and_minutes, moment, opts_out

Values = dict[str, Any]

_SCHEMA = "https://c3voc.de/schedule/schema.json"


def schedule_json(conference: Conference) -> str:
    """Return a conference as the text of a schedule.json."""
    schedule: Values = {"version": conference.version}
    if conference.url:
        schedule["base_url"] = conference.url
    values = {
        "$schema": _SCHEMA,
        "generator": {"name": GENERATOR},
        "schedule": {**schedule, "conference": _conference(conference)},
    }
    return json.dumps(values, indent=1, ensure_ascii=False) + "\n"


def _conference(conference: Conference) -> Values:
    values: Values = {
        "acronym": conference.acronym,
        "title": conference.event.title,
        "start": conference.days[0].date.isoformat(),
        "end": conference.days[-1].date.isoformat(),
        "daysCount": len(conference.days),
        "timeslot_duration": hours_and_minutes(conference.slot),
        "time_zone_name": conference.zone,
    }
    if conference.event.url:
        values["url"] = conference.event.url
    values["rooms"] = [{"name": name, "guid": guid} for name, guid in conference.room_guids.items()]
    values["days"] = [_day(day, conference) for day in conference.days]
    return values


def _day(day: ConferenceDay, conference: Conference) -> Values:
    return {
        "index": day.index,
        "date": day.date.isoformat(),
        "day_start": moment(day.start),
        "day_end": moment(day.end),
        "rooms": {
            room.name: [_session(one, conference) for one in room.sessions] for room in day.rooms
        },
    }


def _session(session: Numbered, conference: Conference) -> Values:
    happening = session.happening
    return {
        "id": session.number,
        "guid": happening.uid,
        "date": moment(session.start),
        "start": f"{session.start:%H:%M}",
        "duration": hours_and_minutes(session.duration),
        "room": room_of(happening),
        "slug": session.slug,
        "url": happening.url,
        "title": happening.title,
        "subtitle": "",
        "track": happening.kind,
        "type": happening.kind.lower(),
        "language": conference.language,
        "abstract": happening.description,
        "description": "",
        "recording_license": "",
        "do_not_record": "true" if opts_out(happening.links) else None,
        "persons": [_person(one, conference) for one in happening.people],
        "links": [_link(one) for one in happening.links if one.label != SLIDES],
        "attachments": [_link(one) for one in happening.links if one.label == SLIDES],
    }


def _person(person: Attendee, conference: Conference) -> Values:
    """Return a person by 'name' alone: the schema refuses who has the older 'public_name' too."""
    return {
        "id": conference.people[person.key],
        "guid": uid("person", person.key),
        "name": person.name,
    }


def _link(link: Reference) -> Values:
    return {"title": link.label, "url": link.address}
