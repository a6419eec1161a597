"""Who works with whom in a cohort, and on what."""

from enum import StrEnum
from typing import Annotated

from generator.records.dates import Date
from generator.records.fields import (
    ConsentScope,
    EventId,
    Id,
    Methods,
    ParticipantId,
    Participants,
    Prose,
    Record,
    Title,
    Topics,
    Unique,
    committee,
    public,
    with_consent,
)


class PairingStatus(StrEnum):
    """How far a pairing has come. Only from ``confirmed`` on is it public."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    ACTIVE = "active"
    COMPLETED = "completed"
    ENDED = "ended"


PUBLIC_STATUSES = (PairingStatus.CONFIRMED, PairingStatus.ACTIVE, PairingStatus.COMPLETED)
"""Pairings that are on the site: not before they are confirmed, not if they ended early."""


class Project(Record):
    """What a pair works on."""

    title: Annotated[Title, public("Title of the project.")]
    summary: Annotated[Prose | None, public("What it asks and how, in a paragraph.")] = None
    topics: Annotated[Topics, public("Ids of its topics.")] = ()
    methods: Annotated[Methods, public("Ids of its methods.")] = ()


class Pairing(Record):
    """Mentors and mentees who work together for a program year."""

    id: Annotated[Id, public("Short name of the pairing, unique within the cohort.")]
    mentors: Annotated[
        Annotated[tuple[ParticipantId, ...], Unique],
        with_consent(ConsentScope.PAIRING, "Ids of the mentors.", min_length=1),
    ]
    mentees: Annotated[
        Annotated[tuple[ParticipantId, ...], Unique],
        with_consent(ConsentScope.PAIRING, "Ids of the mentees.", min_length=1),
    ]
    status: Annotated[
        PairingStatus, public("How far it has come; only from 'confirmed' on is it on the site.")
    ]
    project: Annotated[
        Project | None, with_consent(ConsentScope.PAIRING, "What the pair works on.")
    ] = None
    check_ins: Annotated[
        Annotated[tuple[EventId, ...], Unique],
        committee("Ids of the check-in events that the pair attended."),
    ] = ()
    evaluations: Annotated[
        Participants, committee("Ids of those whose evaluation has been received.")
    ] = ()
    story: Annotated[
        Prose | None,
        with_consent(ConsentScope.PAIRING, "How the relationship produced the research."),
    ] = None
    ended: Annotated[Date | None, committee("The day a pairing was ended before its time.")] = None


class PairingFile(Record):
    """The pairings of a cohort, sorted by id."""

    pairings: Annotated[tuple[Pairing, ...], public("The pairings, sorted by id.")]
