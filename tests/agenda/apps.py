"""Conference schedules as two apps read them: what each takes for the moment of a session.

Written from what their parsers do (Giggity, `Schedule.PentabarfParser`; EventFahrplan,
`FahrplanParser`), not taken from them.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from xml.etree import ElementTree as ET

Read = dict[str, tuple[datetime, timedelta]]
"""Start on the clock of the event, and duration, by guid."""


def giggity(schedule: str) -> Read:
    """It knows no day change but six in the morning: what begins before is of the next day."""
    return _read(schedule, lambda _day: time(6))


def event_fahrplan(schedule: str) -> Read:
    """It takes the time at which a day ends for the change of days."""
    return _read(schedule, lambda day: datetime.fromisoformat(day.attrib["end"]).time())


def dates(schedule: str) -> dict[str, datetime]:
    """The moments that newer apps and video teams read, which say all by themselves."""
    return {
        one.attrib["guid"]: datetime.fromisoformat(one.findtext("date", ""))
        for one in parsed(schedule).iterfind("day/room/event")
    }


def parsed(schedule: str) -> ET.Element:
    """The root element of a schedule."""
    return ET.fromstring(schedule)  # noqa: S314  # made by the test itself


def _read(schedule: str, day_change: Callable[[ET.Element], time]) -> Read:
    found: Read = {}
    for day in parsed(schedule).iterfind("day"):
        int(day.attrib["index"])
        for event in day.iterfind("room/event"):
            start = datetime.combine(
                date.fromisoformat(day.attrib["date"]),
                time.fromisoformat(event.findtext("start", "")),
            )
            if start.time() < day_change(day):
                start += timedelta(days=1)
            hours, minutes = event.findtext("duration", "").split(":")
            found[event.attrib["guid"]] = (start, timedelta(hours=int(hours), minutes=int(minutes)))
    return found
