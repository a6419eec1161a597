"""Everything the public site shows, made from the catalog and a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.catalog import Catalog
from generator.records.fields import ConsentScope
from generator.records.program import Notice, Program
from generator.views.application_form import ApplicationForm, make_forms
from generator.views.calls import Call, Destination, make_calls, make_destination
from generator.views.certificates import CertificateView, make_certificates
from generator.views.cohorts import CohortView, make_cohorts
from generator.views.consent import Consents
from generator.views.events import EventView, make_events
from generator.views.filing import Facet, make_facets
from generator.views.impact import Impact, make_impact
from generator.views.links import (
    cohort_address,
    event_address,
    news_address,
    output_address,
    person_address,
)
from generator.views.news import NewsView, make_news
from generator.views.outputs import OutputView, make_outputs
from generator.views.pairings import PairingView
from generator.views.people import PersonView, make_people
from generator.views.related import Related, relate
from generator.views.sessions import SessionView
from generator.views.wording import day


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Something with a date that is still to come.

    ``end`` is the moment at which it is over, or the last day on which it is not.
    """

    label: str
    when: str
    end: str
    address: str


@dataclass(frozen=True, slots=True)
class Site:
    """Everything the public site shows. ``today`` is the day it is seen from.

    Where ``day_is_fixed``, as in a preview of another day, it is so for whoever reads it later.
    """

    program: Program
    people: tuple[PersonView, ...]
    cohorts: tuple[CohortView, ...]
    outputs: tuple[OutputView, ...]
    events: tuple[EventView, ...]
    upcoming: tuple[Upcoming, ...]
    facets: tuple[Facet, ...]
    related: Mapping[str, tuple[Related, ...]]
    impact: Impact
    certificates: tuple[CertificateView, ...]
    news: tuple[NewsView, ...]
    forms: tuple[ApplicationForm, ...]
    calls: tuple[Call, ...]
    destination: Destination
    today: date
    day_is_fixed: bool = False

    @property
    def call(self) -> CohortView | None:
        """The cohort whose call for applications is open."""
        return next(
            (one for one in self.cohorts if one.call_opens <= self.today <= one.call_closes), None
        )

    @property
    def next_call(self) -> date | None:
        """The day on which the next call for applications opens, if it is set."""
        return min(
            (one.call_opens for one in self.cohorts if one.call_opens > self.today), default=None
        )

    @property
    def shown_call(self) -> Call | None:
        """The call that the application pages speak of: the open one, or else the next."""
        is_open = (one for one in self.calls if one.is_open)
        return next(is_open, self.calls[0] if self.calls else None)

    @property
    def notice(self) -> Notice | None:
        """The notice at the head of every page, while it is to be shown."""
        notice = self.program.notice
        return notice if notice and self.today <= notice.until else None

    @property
    def coming(self) -> tuple[EventView, ...]:
        """The events that are not over, next first."""
        return tuple(event for event in self.events if event.last_day >= self.today)

    @property
    def past(self) -> tuple[EventView, ...]:
        """The events that are over, latest first."""
        return tuple(event for event in reversed(self.events) if event.last_day < self.today)

    @property
    def current(self) -> CohortView | None:
        """The cohort that the program page speaks of: the one at work, or else the newest."""
        running = (one for one in self.cohorts if one.first_day <= self.today <= one.last_day)
        return next(running, self.cohorts[0] if self.cohorts else None)

    @property
    def redirects(self) -> dict[str, str]:
        """Earlier addresses, each with the address the page has now."""
        sorts = (
            (self.people, person_address),
            (self.cohorts, cohort_address),
            (self.outputs, output_address),
            (self.events, event_address),
            (self.news, news_address),
        )
        return {
            address(alias): view.address
            for views, address in sorts
            for view in views
            for alias in view.aliases
        }

    def pairings_of(self, person: str) -> tuple[PairingView, ...]:
        """Return the pairings in which a person is named."""
        return tuple(
            pairing
            for cohort in self.cohorts
            for pairing in cohort.pairings
            if person in pairing.members
        )

    def outputs_of(self, person: str) -> tuple[OutputView, ...]:
        """Return the outputs under a person's name, newest first."""
        return tuple(output for output in self.outputs if person in output.people)

    def sessions_of(self, person: str) -> tuple[tuple[EventView, SessionView], ...]:
        """Return the sessions in which a person speaks or moderates, newest first."""
        return tuple(
            (event, session)
            for event in reversed(self.events)
            for session in event.sessions
            if person in session.people and not session.cancelled
        )


def make_site(
    catalog: Catalog, today: date, *, always: frozenset[ConsentScope] = frozenset()
) -> Site:
    """Return the site of a catalog without errors, as seen on a day.

    ``always`` are scopes without which nothing of a person is in it, whatever else they agreed to.
    """
    if catalog.program is None or catalog.vocabulary is None:
        message = "a site is made only from a catalog without errors"
        raise ValueError(message)
    program = catalog.program.record
    consents = Consents(catalog, always=always)
    events = make_events(catalog, consents)
    outputs = make_outputs(catalog, consents)
    cohorts = make_cohorts(catalog, consents, events, outputs, today)
    return Site(
        program=program,
        people=make_people(catalog, consents),
        cohorts=cohorts,
        outputs=outputs,
        events=events,
        upcoming=tuple(_upcoming(cohorts, events, today)),
        facets=make_facets(outputs),
        related=relate(outputs),
        impact=make_impact(catalog, cohorts, events, outputs, today),
        certificates=make_certificates(catalog, consents),
        news=make_news(catalog, cohorts, events, outputs, today),
        forms=make_forms(catalog.vocabulary.record),
        calls=make_calls(cohorts, today),
        destination=make_destination(program.applications, program.contacts),
        today=today,
    )


def _upcoming(
    cohorts: tuple[CohortView, ...], events: tuple[EventView, ...], today: date
) -> Iterator[Upcoming]:
    dated: list[tuple[date, Upcoming]] = []
    for cohort in cohorts:
        if today < cohort.call_opens:
            label, when = f"Call for applications opens, {cohort.title}", cohort.call_opens
            dated.append((when, Upcoming(label, day(when), str(when), "apply/")))
        if today <= cohort.call_closes:
            label, when = f"Call for applications closes, {cohort.title}", cohort.call_closes
            dated.append((when, Upcoming(label, day(when), str(when), "apply/")))
    dated += [
        (event.first_day, Upcoming(event.title, event.when, event.end_instant, event.address))
        for event in events
        if event.last_day >= today and not event.cancelled
    ]
    for _, upcoming in sorted(dated, key=lambda one: (one[0], one[1].label)):
        yield upcoming
