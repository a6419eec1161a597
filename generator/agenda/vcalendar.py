"""Happenings as an iCalendar file (RFC 5545), to be imported once or subscribed to (RFC 7986)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from generator.agenda.content_lines import line, text, utc_time, written
from generator.agenda.happening import Happening, When, order, zone_of
from generator.agenda.vevent import UTC_NAMES, vevent
from generator.agenda.vtimezone import vtimezone

PRODUCT = "-//LRRT//Virtual Mentorship Program site//EN"
"""What made the file (RFC 5545, 3.7.3)."""

_REFRESHED = "P1D"
"""How long a subscriber may wait to ask again: the site is built anew every night."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A file of happenings.

    ``uid`` is the calendar's own. ``url`` is the page about it. ``source`` is where the file itself
    is found; with one, it can be subscribed to.
    """

    uid: str
    name: str
    happenings: tuple[Happening, ...]
    description: str = ""
    url: str = ""
    source: str = ""


def calendar_text(calendar: Calendar) -> str:
    """Return a calendar as the text of an .ics file.

    It has no METHOD, since that of PUBLISH requires an organizer (RFC 5546, 3.2.1).
    """
    happenings = sorted(calendar.happenings, key=order)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        line("PRODID", PRODUCT),
        "CALSCALE:GREGORIAN",
        *_properties(calendar, happenings),
        *_zones(happenings),
        *(one for happening in happenings for one in vevent(happening)),
        "END:VCALENDAR",
    )
    return written(lines)


def _properties(calendar: Calendar, happenings: Sequence[Happening]) -> Iterator[str]:
    """Yield what is said of the calendar as a whole: as RFC 7986 has it, and as it was before."""
    yield line("UID", calendar.uid)
    if happenings:
        newest = max(one.revised for one in happenings)
        yield line("LAST-MODIFIED", utc_time(newest))
    for name in ("NAME", "X-WR-CALNAME"):
        yield line(name, text(calendar.name))
    if calendar.description:
        for name in ("DESCRIPTION", "X-WR-CALDESC"):
            yield line(name, text(calendar.description))
    if calendar.url:
        yield line("URL", calendar.url)
    if calendar.source:
        yield line("REFRESH-INTERVAL", _REFRESHED, VALUE="DURATION")
        yield line("X-PUBLISHED-TTL", _REFRESHED)
        yield line("SOURCE", calendar.source, VALUE="URI")


def _zones(happenings: Sequence[Happening]) -> Iterator[str]:
    """Yield a VTIMEZONE for every zone in which a time is given, for the years of those times."""
    years: defaultdict[str, set[int]] = defaultdict(set)
    for when in (when for one in happenings for when in (one.start, one.end)):
        if _is_in_zone(when):
            years[zone_of(when)].add(when.year)
    for zone in sorted(years):
        yield from vtimezone(zone, min(years[zone]), max(years[zone]))


def _is_in_zone(when: When) -> bool:
    return isinstance(when, datetime) and zone_of(when) not in UTC_NAMES
