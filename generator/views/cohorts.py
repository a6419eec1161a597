"""Program years as the site shows them: their dates as a line, their pairs, what came of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.catalog import Catalog, Entry
from generator.records.cohort import Cohort
from generator.records.event import EventKind
from generator.views.calendars import cohort_calendar
from generator.views.consent import Consents
from generator.views.events import EventView
from generator.views.links import Link, cohort_address
from generator.views.outputs import OutputView
from generator.views.pairings import PairingView, is_public, make_pairing
from generator.views.wording import day, day_range


class Tense(StrEnum):
    """Where a date stands, seen from a day."""

    PAST = "past"
    CURRENT = "current"
    NEXT = "next"
    LATER = "later"


_WORDS = {Tense.PAST: "Past", Tense.NEXT: "Next", Tense.LATER: ""}


@dataclass(frozen=True, slots=True)
class Station:
    """A date of the program year. ``tense`` and ``word`` are those of the day of the site."""

    label: str
    when: str
    first: date
    last: date
    tense: Tense
    address: str = ""

    @property
    def word(self) -> str:
        """What is said of it beside its date."""
        if self.tense is Tense.CURRENT:
            return "Today" if self.first == self.last else "Now"
        return _WORDS[self.tense]


@dataclass(frozen=True, slots=True)
class CohortView:
    """A program year's page and its place in the list.

    ``state`` is that of the day of the site; only of what ``is_over`` it is final.
    """

    id: str
    title: str
    years: str
    summary: str
    state: str
    is_over: bool
    call_opens: date
    call_closes: date
    first_day: date
    last_day: date
    stations: tuple[Station, ...]
    pairings: tuple[PairingView, ...]
    events: tuple[EventView, ...]
    outputs: tuple[OutputView, ...]
    mentors: int
    mentees: int
    rule: tuple[str, ...]
    source: str
    aliases: tuple[str, ...]

    @property
    def address(self) -> str:
        """The address of the page."""
        return cohort_address(self.id)

    @property
    def calendar(self) -> str:
        """Where the dates of the year are found as a calendar."""
        return cohort_calendar(self.id)


def make_cohorts(
    catalog: Catalog,
    consents: Consents,
    events: tuple[EventView, ...],
    outputs: tuple[OutputView, ...],
    today: date,
) -> tuple[CohortView, ...]:
    """Return all cohorts, newest first."""
    views = [
        _cohort(catalog, consents, entry, events, outputs, today)
        for entry in catalog.cohorts.values()
    ]
    return tuple(sorted(views, key=lambda view: (view.first_day, view.id), reverse=True))


def _cohort(  # a cohort's page draws on everything
    catalog: Catalog,
    consents: Consents,
    entry: Entry[Cohort],
    events: tuple[EventView, ...],
    outputs: tuple[OutputView, ...],
    today: date,
) -> CohortView:
    cohort = entry.record
    link = Link(cohort.title, cohort_address(entry.id))
    public = [one for one in catalog.pairings_of_cohort.get(entry.id, ()) if is_public(one)]
    own = {event.id for event in catalog.events_of_cohort.get(entry.id, ())}
    of_cohort = tuple(event for event in events if event.id in own)
    addresses = {f"{link.address}#{one.record.id}" for one in public}
    return CohortView(
        id=entry.id,
        title=cohort.title,
        years=day_range(cohort.start, cohort.end),
        summary=cohort.summary or "",
        state=_state(cohort, today),
        is_over=today > cohort.end,
        call_opens=cohort.call_opens,
        call_closes=cohort.call_closes,
        first_day=cohort.start,
        last_day=cohort.end,
        stations=_stations(catalog, cohort, of_cohort, today),
        pairings=tuple(make_pairing(catalog, consents, one, link) for one in public),
        events=of_cohort,
        outputs=tuple(
            output
            for output in outputs
            if any(pairing.address in addresses for pairing in output.pairings)
        ),
        mentors=len({person for one in public for person in one.record.mentors}),
        mentees=len({person for one in public for person in one.record.mentees}),
        rule=cohort.completion.in_words,
        source=entry.path,
        aliases=cohort.aliases,
    )


def _state(cohort: Cohort, today: date) -> str:
    if today < cohort.call_opens:
        return "Planned"
    if today <= cohort.call_closes:
        return "Open for applications"
    if today < cohort.start:
        return "Pairing mentors and mentees"
    return "At work" if today <= cohort.end else "Completed"


def _stations(
    catalog: Catalog, cohort: Cohort, events: Iterable[EventView], today: date
) -> tuple[Station, ...]:
    dated: list[tuple[str, date, date, str]] = [
        ("Call for applications", cohort.call_opens, cohort.call_closes, ""),
        ("Pairs announced", cohort.pairs_announced, cohort.pairs_announced, ""),
        ("Program year begins", cohort.start, cohort.start, ""),
        ("Program year ends", cohort.end, cohort.end, ""),
    ]
    for event in events:
        kind = catalog.events[event.id].record.kind
        if kind in (EventKind.CHECK_IN, EventKind.SYMPOSIUM) and not event.cancelled:
            dated.append((event.title, event.first_day, event.last_day, event.address))
    dated.sort(key=lambda one: (one[1], one[2]))
    coming = min((first for _, first, _, _ in dated if first > today), default=None)
    return tuple(
        Station(
            label,
            day(first) if first == last else day_range(first, last),
            first,
            last,
            _tense(first, last, today, coming),
            address,
        )
        for label, first, last, address in dated
    )


def _tense(first: date, last: date, today: date, coming: date | None) -> Tense:
    if last < today:
        return Tense.PAST
    if first <= today:
        return Tense.CURRENT
    return Tense.NEXT if first == coming else Tense.LATER
