"""All records of a program, indexed by id, with references resolved both ways."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from generator.catalog.entry import Entry, Unfit
from generator.records.application import Application
from generator.records.certificate import CertificateFile
from generator.records.cohort import Cohort
from generator.records.event import Event, Session
from generator.records.fields import Refers
from generator.records.kinds import Kind
from generator.records.news import News
from generator.records.output import Contributor, Output
from generator.records.pairing import Pairing
from generator.records.participant import Participant
from generator.records.program import Program
from generator.records.vocabulary import Method, Need, Term, Topic, Vocabulary
from generator.source import Document

T = TypeVar("T")


@dataclass(frozen=True)
class Catalog:
    """All records of a program.

    Mappings are in the order of their ids. ``broken`` names ids whose files are there but hold no
    usable record, so that references to them are not called dangling. ``documents`` are all files
    that could be read, whatever came of them; ``files`` the paths of all, readable or not, with
    their kinds; ``private`` the paths of those from the private folder.
    """

    program: Entry[Program] | None
    vocabulary: Entry[Vocabulary] | None
    participants: Mapping[str, Entry[Participant]]
    cohorts: Mapping[str, Entry[Cohort]]
    applications: Mapping[str, Entry[Application]]
    pairings: Mapping[str, Entry[Pairing]]
    outputs: Mapping[str, Entry[Output]]
    events: Mapping[str, Entry[Event]]
    certificates: Mapping[str, Entry[CertificateFile]] = field(default_factory=dict)
    news: Mapping[str, Entry[News]] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    files: Mapping[str, Kind] = field(default_factory=dict)
    private: frozenset[str] = frozenset()
    broken: Mapping[Refers, frozenset[str]] = field(default_factory=dict)
    unfit: tuple[Unfit, ...] = ()

    @cached_property
    def terms(self) -> Mapping[Refers, Mapping[str, Term]]:
        """The terms of each facet of the vocabulary, by id."""
        words = self.vocabulary.record if self.vocabulary else None
        topics: Iterable[Topic] = words.topics if words else ()
        methods: Iterable[Method] = words.methods if words else ()
        needs: Iterable[Need] = words.needs if words else ()
        return {
            Refers.TOPIC: {term.id: term for term in topics},
            Refers.METHOD: {term.id: term for term in methods},
            Refers.NEED: {term.id: term for term in needs},
        }

    @cached_property
    def sessions(self) -> Mapping[str, tuple[Entry[Event], int, Session]]:
        """Every session by event/session: its event, its position there, and itself."""
        return {
            f"{event.id}/{session.id}": (event, position, session)
            for event in self.events.values()
            for position, session in enumerate(event.record.sessions)
        }

    @cached_property
    def known_ids(self) -> Mapping[Refers, frozenset[str]]:
        """What a reference of each sort may name."""
        known: dict[Refers, frozenset[str]] = {
            Refers.PARTICIPANT: frozenset(self.participants),
            Refers.APPLICANT: frozenset(self.applications),
            Refers.COHORT: frozenset(self.cohorts),
            Refers.PAIRING: frozenset(self.pairings),
            Refers.EVENT: frozenset(self.events),
            Refers.SESSION: frozenset(self.sessions),
            Refers.OUTPUT: frozenset(self.outputs),
        }
        return known | {facet: frozenset(terms) for facet, terms in self.terms.items()}

    def may_refer(self, sort: Refers, name: str) -> bool:
        """Tell whether a reference leads somewhere, or to a file that is there but broken."""
        if name in self.known_ids[sort]:
            return True
        broken = self.broken.get(sort, frozenset())
        return bool(broken) and not broken.isdisjoint((name, f"{name.partition('/')[0]}/*", "*"))

    def may_apply(self, cohort: str, name: str) -> bool:
        """Tell whether an id is that of a participant or of an applicant to a cohort.

        Where no application to the cohort is at hand (the private folder is elsewhere), it may be.
        """
        return (
            cohort not in self.applications_of_cohort
            or self.may_refer(Refers.PARTICIPANT, name)
            or self.may_refer(Refers.APPLICANT, f"{cohort}/{name}")
        )

    @cached_property
    def renamed(self) -> Mapping[Refers, Mapping[str, str]]:
        """Earlier ids, each with the id the record has now."""
        return {
            Refers.PARTICIPANT: _aliases(self.participants.values()),
            Refers.APPLICANT: _aliases(self.participants.values()),
            Refers.COHORT: _aliases(self.cohorts.values()),
            Refers.EVENT: _aliases(self.events.values()),
            Refers.OUTPUT: _aliases(self.outputs.values()),
        }

    @cached_property
    def applications_of_cohort(self) -> Mapping[str, tuple[Entry[Application], ...]]:
        """The applications to each cohort."""
        return _group(self.applications.values(), lambda entry: [entry.id.partition("/")[0]])

    @cached_property
    def pairings_of_cohort(self) -> Mapping[str, tuple[Entry[Pairing], ...]]:
        """The pairings of each cohort."""
        return _group(self.pairings.values(), lambda entry: [entry.id.partition("/")[0]])

    @cached_property
    def pairings_of_participant(self) -> Mapping[str, tuple[Entry[Pairing], ...]]:
        """The pairings that a participant is part of."""
        return _group(
            self.pairings.values(), lambda entry: (*entry.record.mentors, *entry.record.mentees)
        )

    @cached_property
    def outputs_of_participant(self) -> Mapping[str, tuple[Entry[Output], ...]]:
        """The outputs that a participant contributed to."""
        return _group(
            self.outputs.values(), lambda entry: participants_among(entry.record.contributors)
        )

    @cached_property
    def outputs_of_pairing(self) -> Mapping[str, tuple[Entry[Output], ...]]:
        """The outputs that a pairing produced."""
        return _group(self.outputs.values(), lambda entry: entry.record.pairings)

    @cached_property
    def outputs_of_session(self) -> Mapping[str, tuple[Entry[Output], ...]]:
        """The outputs that were shown in a session, by event/session."""
        return _group(
            self.outputs.values(),
            lambda entry: [entry.record.session] if entry.record.session else [],
        )

    @cached_property
    def sessions_of_pairing(self) -> Mapping[str, tuple[str, ...]]:
        """The ids (event/session) of the sessions in which a pairing presents."""
        return _group(self.sessions, lambda name: _one(self.sessions[name][2].pairing))

    @cached_property
    def sessions_of_participant(self) -> Mapping[str, tuple[str, ...]]:
        """The ids (event/session) of the sessions in which a participant speaks or moderates."""
        return _group(self.sessions, lambda name: people_of_session(self.sessions[name][2]))

    @cached_property
    def events_of_cohort(self) -> Mapping[str, tuple[Entry[Event], ...]]:
        """The events of each cohort."""
        return _group(self.events.values(), lambda entry: _one(entry.record.cohort))

    def zone_of(self, event: Event) -> str:
        """Return the IANA time zone in which an event's times are given."""
        return event.time_zone or (self.program.record.time_zone if self.program else "Etc/UTC")

    def heard_in(self, session: Session) -> tuple[str, ...]:
        """Return the participants who can be heard in a session.

        Its speakers and moderator; of a pairing's talk without named speakers, everybody in the
        pairing.
        """
        named = people_of_session(session)
        pairing = self.pairings.get(session.pairing or "")
        if pairing is None or session.speakers:
            return named
        return tuple(dict.fromkeys((*named, *pairing.record.mentors, *pairing.record.mentees)))


def participants_among(contributors: Iterable[Contributor]) -> Iterator[str]:
    """Yield the ids of the participants among contributors."""
    return (person.participant for person in contributors if person.participant)


def people_of_session(session: Session) -> tuple[str, ...]:
    """Return the ids of the participants who speak in a session or moderate it, each once."""
    moderators = [session.moderator] if session.moderator else []
    return tuple(dict.fromkeys(participants_among([*session.speakers, *moderators])))


def _one(name: str | None) -> tuple[str, ...]:
    return (name,) if name else ()


def _group(items: Iterable[T], names: Callable[[T], Iterable[str]]) -> Mapping[str, tuple[T, ...]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for item in items:
        for name in names(item):
            groups[name].append(item)
    return {name: tuple(group) for name, group in groups.items()}


def _aliases(
    entries: Iterable[Entry[Participant] | Entry[Cohort] | Entry[Event] | Entry[Output]],
) -> dict[str, str]:
    return {alias: entry.id for entry in entries for alias in entry.record.aliases}
