"""A happening as a calendar entry (RFC 5545, 3.6.1)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from generator.agenda.content_lines import clock_time, day, line, text, utc_time
from generator.agenda.happening import Happening, When, instant, on_the_clock, zone_of

UTC_NAMES = frozenset(("Etc/UTC", "Etc/UCT", "Etc/Zulu", "UTC", "UCT", "Zulu"))
"""Zones whose times are written in UTC, and which so need no VTIMEZONE."""


def vevent(happening: Happening) -> tuple[str, ...]:
    """Return the lines of a VEVENT.

    It names no organizer and no attendee: either would need an e-mail address (RFC 5545, 3.8.4.1
    and 3.8.4.3), and nobody was invited by it.
    """
    return ("BEGIN:VEVENT", *_properties(happening), "END:VEVENT")


def _properties(happening: Happening) -> Iterator[str]:
    revised = utc_time(happening.revised)
    yield line("UID", happening.uid)
    yield line("DTSTAMP", revised)
    yield line("LAST-MODIFIED", revised)
    yield line("SEQUENCE", str(happening.changes))
    yield _when("DTSTART", happening.start)
    if happening.is_all_day:
        # The end of days is the day after the last one (RFC 5545, 3.6.1, "DTEND").
        yield _when("DTEND", happening.end + timedelta(days=1))
    elif instant(happening.end) > instant(happening.start):
        yield _when("DTEND", happening.end)
    yield line("SUMMARY", text(happening.title))
    described = description(happening)
    if described:
        yield line("DESCRIPTION", text(described))
    if happening.location:
        yield line("LOCATION", text(happening.location))
    yield line("CATEGORIES", text(happening.kind))
    yield line("STATUS", "CANCELLED" if happening.cancelled else "CONFIRMED")
    yield line("TRANSP", "TRANSPARENT" if _leaves_time(happening) else "OPAQUE")
    if happening.parent:
        yield line("RELATED-TO", happening.parent, RELTYPE="PARENT")
    if happening.url:
        yield line("URL", happening.url)


def description(happening: Happening) -> str:
    """Return what there is to say of a happening, in paragraphs of plain text."""
    people = [
        f"{word}: {', '.join(one.name for one in some)}"
        for word, some in (
            ("Speakers" if len(happening.speakers) > 1 else "Speaker", happening.speakers),
            ("Moderator", happening.moderators),
        )
        if some
    ]
    links = [f"{one.label}: {one.address}" for one in happening.links]
    if happening.url:
        links.append(f"On the site: {happening.url}")
    parts = ("\n".join(people), happening.description, "\n".join(links))
    return "\n\n".join(part for part in parts if part)


def _leaves_time(happening: Happening) -> bool:
    """Tell whether somebody who has it in their calendar is free all the same.

    A whole day of the program fills nobody's day; of an event with sessions, only these do.
    """
    return happening.is_all_day or happening.cancelled or happening.has_parts


def _when(name: str, when: When) -> str:
    """Return a property that holds a moment, or a day.

    The second of two moments that a clock shows alike can be told only in UTC, for a time with a
    zone means the first (RFC 5545, 3.3.5, "Form #3").
    """
    if not isinstance(when, datetime):
        return line(name, day(when), VALUE="DATE")
    shown = on_the_clock(when)
    zone = zone_of(when)
    if zone in UTC_NAMES or shown.fold:
        return line(name, utc_time(shown))
    return line(name, clock_time(shown), TZID=zone)
