"""Happenings as tests make them. All people are invented."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from generator.agenda.happening import Attendee, Happening, Reference
from generator.agenda.identity import uid

CHICAGO = ZoneInfo("America/Chicago")
REVISED = datetime(2026, 5, 4, 12, 30, tzinfo=UTC)

ADA = Attendee("Ada Makebright", "ada-makebright", "https://example.org/people/ada-makebright/")
BEN = Attendee("Ben Fablewood", "ben-fablewood", "https://example.org/people/ben-fablewood/")


def at(text: str, zone: ZoneInfo = CHICAGO) -> datetime:
    """A moment as a clock shows it, as in '2026-06-11 12:00'."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def event(**others: Any) -> Happening:
    """A symposium from noon to four."""
    usual = Happening(
        uid=uid("event", "2026-symposium"),
        name="2026-symposium",
        kind="Symposium",
        title="Symposium of the Cohort of 2025",
        start=at("2026-06-11 12:00"),
        end=at("2026-06-11 16:00"),
        place="Online",
        is_online=True,
        url="https://example.org/events/2026-symposium/",
        has_parts=True,
        changes=3,
        modified=REVISED,
    )
    return replace(usual, **others)


def session(name: str, start: str, end: str, **others: Any) -> Happening:
    """A talk of the symposium, of its day where only hours are given."""
    whole = [text if "-" in text else f"2026-06-11 {text}" for text in (start, end)]
    zone = others.pop("zone", CHICAGO)
    usual = Happening(
        uid=uid("event", "2026-symposium", name),
        name=name,
        kind="Talk",
        title=name.replace("-", " ").capitalize(),
        start=at(whole[0], zone),
        end=at(whole[1], zone),
        place="Online",
        is_online=True,
        url=f"https://example.org/events/2026-symposium/#{name}",
        parent=uid("event", "2026-symposium"),
        changes=3,
        modified=REVISED,
    )
    return replace(usual, **others)


def a_day(name: str, first: date, last: date | None = None) -> Happening:
    """A date of a program year."""
    return Happening(
        uid=uid("cohort", "2026", name),
        name=name,
        kind="Date of the program",
        title=name.capitalize(),
        start=first,
        end=last or first,
        url="https://example.org/cohorts/2026/",
    )


def a_moment(name: str, instant: datetime, zone: ZoneInfo) -> Happening:
    """Something that lasts a quarter of an hour from a moment on."""
    return Happening(
        uid=uid("moment", name),
        name=name,
        kind="Talk",
        title=name,
        start=instant.astimezone(zone),
        end=(instant + timedelta(minutes=15)).astimezone(zone),
    )


SESSIONS = (
    session("welcome", "12:00", "12:10", kind="Welcome", room="Main room"),
    session(
        "reading-aloud",
        "12:15",
        "12:40",
        room="Main room",
        speakers=(ADA, BEN),
        moderators=(Attendee("Calvin Veilwright"),),
        description="Commas, semicolons; a backslash \\ and\n\na second paragraph.",
        links=(
            Reference("Slides", "https://slides.example.org/a"),
            Reference("Recording", "https://video.example.org/a"),
        ),
    ),
    session("hidden-maps", "12:15", "12:40", room="Side room", speakers=(ADA,), cancelled=True),
    session("first-break", "12:40", "13:00", kind="Break", is_break=True),
    session("qa", "15:30", "16:00", kind="Questions", room="Main room", moderators=(BEN,)),
)
"""The sessions of the symposium."""
