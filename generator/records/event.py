"""A meeting of the program: information session, check-in, symposium or workshop."""

from enum import StrEnum
from typing import Annotated

from generator.records.addresses import Url
from generator.records.dates import Date, TimeOfDay, TimeZone
from generator.records.fields import (
    Aliases,
    Boolean,
    CohortId,
    ConsentScope,
    Id,
    Line,
    PairingId,
    Prose,
    Record,
    Title,
    committee,
    public,
    with_consent,
)
from generator.records.output import Contributor
from generator.records.planning import Planning, SessionKind

__all__ = ["Event", "EventKind", "Place", "Session", "SessionKind"]


class EventKind(StrEnum):
    """What an event is for."""

    INFORMATION_SESSION = "information-session"
    CHECK_IN = "check-in"
    SYMPOSIUM = "symposium"
    WORKSHOP = "workshop"


class Place(Record):
    """Where an event is held."""

    name: Annotated[Line, public("Name of the building or the conference.")]
    city: Annotated[Line | None, public("City and state or country.")] = None


class Session(Record):
    """One item of an event's program."""

    id: Annotated[Id, public("Short name of the session, unique within the event.")]
    kind: Annotated[SessionKind, public("What happens in it.")]
    title: Annotated[Title, public("Title.")]
    date: Annotated[Date | None, public("Its day, where the event has more than one.")] = None
    start: Annotated[TimeOfDay, public('Time it begins, in quotes: "14:30".')]
    end: Annotated[TimeOfDay, public('Time it ends, in quotes: "15:00".')]
    room: Annotated[Line | None, public("Room, where there is more than one.")] = None
    pairing: Annotated[
        PairingId | None, public("The pairing that presents, as cohort/pairing.")
    ] = None
    speakers: Annotated[
        tuple[Contributor, ...],
        with_consent(
            ConsentScope.SESSIONS, "Who speaks; for a pairing's talk, whoever of the pair does."
        ),
    ] = ()
    moderator: Annotated[
        Contributor | None, with_consent(ConsentScope.SESSIONS, "Who moderates.")
    ] = None
    abstract: Annotated[Prose | None, public("Abstract.")] = None
    link: Annotated[Url | None, public("Page of the session, or the link to join.")] = None
    slides: Annotated[Url | None, public("Where the slides are found.")] = None
    recording: Annotated[
        Url | None, with_consent(ConsentScope.RECORDING, "Where the recording is found.")
    ] = None
    cancelled: Annotated[Boolean, public("true when it will not take place.")] = False


class Event(Record):
    """A meeting of the program."""

    kind: Annotated[EventKind, public("What it is for.")]
    title: Annotated[Title, public("Title.")]
    cohort: Annotated[
        CohortId | None, public("Id of the cohort it belongs to, in quotes where it is a number.")
    ] = None
    date: Annotated[Date, public("Day, or first day.")]
    end_date: Annotated[Date | None, public("Last day, where it is another.")] = None
    start: Annotated[TimeOfDay | None, public('Time it begins, in quotes: "14:30".')] = None
    end: Annotated[TimeOfDay | None, public('Time it ends, in quotes: "15:30".')] = None
    all_day: Annotated[Boolean, public("true where no times are set.")] = False
    time_zone: Annotated[
        TimeZone | None, public("Time zone of these times, where it is not the program's own.")
    ] = None
    place: Annotated[Place | None, public("Where it is held; without it, online.")] = None
    link: Annotated[Url | None, public("Page of the event, or where to register.")] = None
    summary: Annotated[Prose | None, public("What it is about.")] = None
    recording: Annotated[Url | None, public("Where the recording is found.")] = None
    sessions: Annotated[
        tuple[Session, ...], public("Items of its program, in order of time.", max_length=400)
    ] = ()
    planning: Annotated[
        Planning | None,
        committee("What 'lrrt schedule' lays the sessions out by; the site never shows it."),
    ] = None
    cancelled: Annotated[Boolean, public("true when it will not take place.")] = False
    aliases: Annotated[
        Aliases, public("Earlier ids of this record, whose addresses lead here.")
    ] = ()
