"""Events and their sessions in the terms of schema.org (version 29), as the values of JSON-LD.

Properties as https://schema.org/Event has them, and as Google reads them
(https://developers.google.com/search/docs/appearance/structured-data/event).
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from generator.agenda.happening import Attendee, Happening, When, on_the_clock, order

Values = dict[str, Any]


def event_json_ld(
    event: Happening, sessions: Iterable[Happening], organizer: Mapping[str, str], language: str
) -> Values:
    """Return an event with its sessions. ``organizer`` has a name, and an address if there is one.

    Breaks are left out: nobody looks for them.
    """
    shared = _filled({"organizer": {"@type": "Organization", **organizer}, "inLanguage": language})
    attended = [one for one in sorted(sessions, key=order) if not one.is_break]
    return _filled(
        {
            "@context": "https://schema.org",
            **_values(event),
            **shared,
            "subEvent": [{**_values(one), "inLanguage": language} for one in attended],
        }
    )


def _values(happening: Happening) -> Values:
    return _filled(
        {
            "@type": "Event",
            "@id": f"urn:uuid:{happening.uid}",
            "url": happening.url,
            "name": happening.title,
            "description": happening.description,
            "startDate": _moment(happening.start),
            "endDate": _moment(happening.end),
            "previousStartDate": _moment(happening.previous_start) if _is_moved(happening) else "",
            "eventStatus": f"https://schema.org/{_status(happening)}",
            "eventAttendanceMode": _mode(happening),
            "location": _location(happening),
            "performer": [_person(one) for one in happening.speakers if one.address],
        }
    )


def _status(happening: Happening) -> str:
    """Return what became of an event: cancelled weighs more than moved."""
    if happening.cancelled:
        return "EventCancelled"
    return "EventRescheduled" if _is_moved(happening) else "EventScheduled"


def _is_moved(happening: Happening) -> bool:
    return happening.previous_start is not None and not happening.cancelled


def _mode(happening: Happening) -> str:
    mode = "OnlineEventAttendanceMode" if happening.is_online else "OfflineEventAttendanceMode"
    return f"https://schema.org/{mode}"


def _location(happening: Happening) -> Values:
    if happening.is_online:
        joined = next((one.address for one in happening.links if one.label == "Join"), "")
        return _filled({"@type": "VirtualLocation", "url": joined or happening.url})
    return _filled({"@type": "Place", "name": happening.location, "address": happening.place})


def _person(person: Attendee) -> Values:
    return {"@type": "Person", "name": person.name, "url": person.address}


def _moment(when: When | None) -> str:
    """Return a moment with its offset from UTC, or a day (ISO 8601)."""
    if isinstance(when, datetime):
        return on_the_clock(when).isoformat(timespec="seconds")
    return when.isoformat() if when else ""


def _filled(values: Values) -> Values:
    return {key: value for key, value in values.items() if value}
