"""Where the calendars, conference schedules and news of the program's dates are found.

Addresses are relative to the root of the site. Each file is there whenever what it tells of is; but
a schedule only for an event in which something takes place (`views.agenda.has_schedule`).
"""

from generator.views.links import cohort_address, event_address

PROGRAM_CALENDAR = "calendar.ics"
"""Every date of the program, to subscribe to."""


def cohort_calendar(id_: str) -> str:
    """Return where the public dates of a cohort are found."""
    return f"{cohort_address(id_)}calendar.ics"


def event_calendar(id_: str) -> str:
    """Return where an event with its sessions is found."""
    return f"{event_address(id_)}event.ics"


def session_calendar(id_: str) -> str:
    """Return where one session (event/session) is found.

    A session whose id is 'event' makes way for its event.
    """
    event, _, session = id_.partition("/")
    name = "event.session" if session == "event" else session
    return f"{event_address(event)}{name}.ics"


def schedule_xml_address(id_: str) -> str:
    """Return where an event's schedule for conference apps is found."""
    return f"{event_address(id_)}schedule.xml"


def schedule_json_address(id_: str) -> str:
    """Return where an event's schedule for conference apps is found, as JSON."""
    return f"{event_address(id_)}schedule.json"


def changes_address(id_: str) -> str:
    """Return where the feed of changes to an event's schedule is found."""
    return f"{event_address(id_)}changes.xml"
