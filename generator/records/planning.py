"""What a schedule is laid out by: sessions without a time yet, wishes, and who can come when."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import model_validator

from generator.records.addresses import Url
from generator.records.dates import Date, TimeOfDay
from generator.records.fields import (
    Boolean,
    Id,
    Line,
    PairingId,
    ParticipantId,
    Prose,
    Record,
    Title,
    Unique,
    committee,
    fault,
)
from generator.records.output import Contributor


class SessionKind(StrEnum):
    """What happens in a session."""

    TALK = "talk"
    KEYNOTE = "keynote"
    PANEL = "panel"
    WELCOME = "welcome"
    QUESTIONS = "questions"
    BREAK = "break"


class Position(StrEnum):
    """Where in the whole program a session should stand."""

    FIRST = "first"
    LAST = "last"


class PlannedSession(Record):
    """A session that has no time yet. Once it has one, it stands among the event's sessions."""

    id: Annotated[Id, committee("Short name of the session, unique within the event.")]
    kind: Annotated[SessionKind, committee("What happens in it.")]
    title: Annotated[
        Title | None, committee("Title; until it is known, the session is not published.")
    ] = None
    minutes: Annotated[
        int | None,
        committee(
            "How long it lasts; otherwise a keynote or panel 45 minutes, a talk 25, questions 20, "
            "a welcome or break 10.",
            ge=1,
            le=720,
        ),
    ] = None
    alone: Annotated[
        Boolean,
        committee(
            "true where nothing else may take place at the same time; "
            "a welcome, keynote or break is always alone."
        ),
    ] = False
    date: Annotated[Date | None, committee("Its day, where it must be on a certain one.")] = None
    room: Annotated[Line | None, committee("Room, where it must be a certain one.")] = None
    pairing: Annotated[
        PairingId | None, committee("The pairing that presents, as cohort/pairing.")
    ] = None
    speakers: Annotated[
        tuple[Contributor, ...],
        committee("Who speaks; for a pairing's talk, whoever of the pair does."),
    ] = ()
    moderator: Annotated[Contributor | None, committee("Who moderates.")] = None
    abstract: Annotated[Prose | None, committee("Abstract.")] = None
    link: Annotated[Url | None, committee("Page of the session, or the link to join.")] = None


class Wish(Record):
    """Where a session should stand among the others; each key is a wish of its own."""

    session: Annotated[Id, committee("Id of the session.")]
    position: Annotated[
        Position | None, committee("Whether it should be the first or the last of all.")
    ] = None
    after: Annotated[Id | None, committee("Id of the session after which it should begin.")] = None
    before: Annotated[Id | None, committee("Id of the session before which it should end.")] = None
    next_to: Annotated[
        Id | None,
        committee("Id of the session that it should directly precede or follow, in one room."),
    ] = None
    required: Annotated[
        Boolean, committee("true where no schedule will do that does not keep it.")
    ] = False

    @model_validator(mode="after")
    def _wishes_something(self) -> Self:
        if not (self.position or self.after or self.before or self.next_to):
            raise fault(
                "invalid-value",
                f"nothing is wished for '{self.session}'",
                "add 'position', 'after', 'before' or 'next_to'",
            )
        return self


class Availability(Record):
    """A time at which a person can come. Whoever has one can come at no other time."""

    participant: Annotated[ParticipantId | None, committee("Id of the participant.")] = None
    name: Annotated[
        Line | None, committee("Name of somebody else, written as among the speakers.")
    ] = None
    date: Annotated[Date | None, committee("The day; without it, on every day of the event.")] = (
        None
    )
    start: Annotated[
        TimeOfDay | None, committee('Time from which the person can come, in quotes: "14:30".')
    ] = None
    end: Annotated[
        TimeOfDay | None, committee('Time until which the person can come, in quotes: "16:00".')
    ] = None

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if not (self.participant or self.name):
            raise fault("invalid-value", "this is nobody's time", "add 'participant' or 'name'")
        if self.start and self.end and self.end <= self.start:
            raise fault(
                "dates-out-of-order",
                f"end {self.end:%H:%M} is not after start {self.start:%H:%M}",
                steps=("end",),
            )
        return self


class Planning(Record):
    """What 'lrrt schedule' lays sessions out by."""

    sessions: Annotated[
        tuple[PlannedSession, ...], committee("Sessions without a time yet.", max_length=400)
    ] = ()
    rooms: Annotated[
        Annotated[tuple[Line, ...], Unique],
        committee("Rooms that can be used, best first; otherwise those that sessions name."),
    ] = ()
    changeover: Annotated[
        int, committee("Minutes that a room stays empty between two sessions.", ge=0, le=120)
    ] = 0
    break_every: Annotated[
        int | None,
        committee("Most minutes of program without a break.", ge=10, le=720),
    ] = None
    break_minutes: Annotated[
        int, committee("Fewest minutes that count as a break.", ge=1, le=240)
    ] = 10
    fixed: Annotated[
        Annotated[tuple[Id, ...], Unique],
        committee("Ids of sessions that keep their time and room in any case."),
    ] = ()
    wishes: Annotated[
        tuple[Wish, ...], committee("Where sessions should stand among the others.")
    ] = ()
    availability: Annotated[
        tuple[Availability, ...], committee("When people can come; all others always can.")
    ] = ()
