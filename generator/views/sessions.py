"""The items of an event's program, as the site shows them."""

from dataclasses import dataclass
from datetime import datetime

from generator.catalog import Catalog, Entry
from generator.records.event import Event, Session, SessionKind
from generator.records.fields import ConsentScope
from generator.records.output import OutputStatus
from generator.views.calendars import session_calendar
from generator.views.consent import Consents
from generator.views.kinds import SESSION_KINDS, output_kind
from generator.views.links import Link, output_address, pairing_address, session_address
from generator.views.pairings import is_public, project_is_public
from generator.views.people import PersonLabel, contributor_labels, person_label
from generator.views.wording import clock_range, instant

_KEPT = ("Recording", "Slides")
"""What stays when a session is over, in the order in which it is wanted."""


@dataclass(frozen=True, slots=True)
class SessionView:
    """An item of an event's program.

    ``starts`` and ``ends`` are read in one breath: '2:30', '3:30 pm'.
    """

    id: str
    anchor: str
    kind: str
    is_break: bool
    title: str
    day: str
    starts: str
    ends: str
    start_instant: str
    end_instant: str
    minutes: int
    room: str
    speakers: tuple[PersonLabel, ...]
    moderator: PersonLabel | None
    abstract: str
    links: tuple[Link, ...]
    pairing: Link | None
    outputs: tuple[Link, ...]
    cancelled: bool
    people: frozenset[str]

    @property
    def address(self) -> str:
        """The address of the session on its event's page."""
        return session_address(self.id)

    @property
    def calendar(self) -> str:
        """Where the session is found as a calendar entry; nothing for a break."""
        return "" if self.is_break else session_calendar(self.id)

    @property
    def joining(self) -> tuple[Link, ...]:
        """What leads into the session while it takes place."""
        return tuple(one for one in self.links if one.label not in _KEPT)

    @property
    def kept(self) -> tuple[Link, ...]:
        """Its recording and its slides, as far as they are there."""
        found = (one for one in self.links if one.label in _KEPT)
        return tuple(sorted(found, key=lambda one: _KEPT.index(one.label)))


def make_session(
    catalog: Catalog, consents: Consents, entry: Entry[Event], session: Session, zone: str
) -> SessionView:
    """Return a session of an event on the clock of a time zone."""
    id_ = f"{entry.id}/{session.id}"
    day = session.date or entry.record.date
    scope = ConsentScope.SESSIONS
    moderators = [session.moderator] if session.moderator else []
    moderator = contributor_labels(catalog, consents, moderators, scope)
    starts, _, ends = clock_range(session.start, session.end).partition(" to ")
    start, end = instant(day, session.start, zone), instant(day, session.end, zone)
    return SessionView(
        id=id_,
        anchor=session.id,
        kind=SESSION_KINDS[session.kind],
        is_break=session.kind is SessionKind.BREAK,
        title=session.title,
        day=str(day),
        starts=starts,
        ends=ends,
        start_instant=start,
        end_instant=end,
        minutes=_minutes(start, end),
        room=session.room or "",
        speakers=_speakers(catalog, consents, session),
        moderator=moderator[0] if moderator else None,
        abstract=session.abstract or "",
        links=_links(catalog, consents, session),
        pairing=_pairing(catalog, consents, session),
        outputs=tuple(
            Link(output.record.title, output_address(output.id), output_kind(output.record))
            for output in catalog.outputs_of_session.get(id_, ())
            if output.record.status is not OutputStatus.SUBMITTED
        ),
        cancelled=session.cancelled or entry.record.cancelled,
        people=frozenset(
            one.participant
            for one in (*session.speakers, *moderators)
            if one.participant and consents.allows(one.participant, scope)
        ),
    )


def may_be_recorded(catalog: Catalog, consents: Consents, session: Session) -> bool:
    """Tell whether everybody who can be heard in a session agreed to be in a recording."""
    heard = catalog.heard_in(session)
    return all(consents.allows(person, ConsentScope.RECORDING) for person in heard)


def _minutes(start: str, end: str) -> int:
    """Return how long it takes, as it passes: clocks may be changed meanwhile."""
    passed = datetime.fromisoformat(end) - datetime.fromisoformat(start)
    return int(passed.total_seconds() // 60)


def _speakers(catalog: Catalog, consents: Consents, session: Session) -> tuple[PersonLabel, ...]:
    """Return who speaks: those named, or else whoever of the pair agreed to be."""
    scope = ConsentScope.SESSIONS
    if session.speakers or not session.pairing or session.pairing not in catalog.pairings:
        return contributor_labels(catalog, consents, session.speakers, scope)
    pairing = catalog.pairings[session.pairing].record
    return tuple(
        person_label(catalog, consents, person, "")
        for person in (*pairing.mentees, *pairing.mentors)
        if consents.allows(person, scope)
    )


def _links(catalog: Catalog, consents: Consents, session: Session) -> tuple[Link, ...]:
    recorded = may_be_recorded(catalog, consents, session)
    offered = (
        ("Join", session.link),
        ("Slides", session.slides),
        ("Recording", session.recording if recorded else None),
    )
    return tuple(Link(label, address) for label, address in offered if address)


def _pairing(catalog: Catalog, consents: Consents, session: Session) -> Link | None:
    entry = catalog.pairings.get(session.pairing or "")
    if entry is None or not is_public(entry):
        return None
    project = entry.record.project
    shown = project_is_public(consents, entry.record)
    title = project.title if project and shown else "A pair of this program"
    return Link(title, pairing_address(entry.id))
