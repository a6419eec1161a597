"""When something is announced, and why it cannot be on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.announcements.subject import Subject, View
from generator.records.event import EventKind
from generator.records.news import NewsKind
from generator.views import Site
from generator.views.cohorts import CohortView
from generator.views.events import EventView
from generator.views.kinds import EVENT_KINDS
from generator.views.wording import weekday

_CALLS = (NewsKind.CALL_FOR_MENTORS, NewsKind.CALL_FOR_MENTEES)
EVENTS = {NewsKind.CHECK_IN: EventKind.CHECK_IN, NewsKind.SYMPOSIUM: EventKind.SYMPOSIUM}
"""The kind of event that a kind of announcement tells of."""

_REMINDED_BEFORE = timedelta(days=7)
_INVITED_BEFORE = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something to announce, and the day on which it would be."""

    subject: Subject
    day: date


def milestones(cohort: CohortView, today: date) -> tuple[Milestone, ...]:
    """Return all that there is to announce of a program year, in the order of its days.

    Each has the day on which it is usually told. Works are told today, and so are what is kept of
    a symposium that is over and the review of the year.
    """
    found = sorted(_milestones(cohort, today), key=lambda one: (one.day, one.subject.id))
    return tuple(found)


def _milestones(cohort: CohortView, today: date) -> Iterator[Milestone]:
    for kind in _CALLS:
        yield Milestone(Subject(kind, cohort.id), cohort.call_opens)
    announced = announced_on(cohort)
    yield Milestone(Subject(NewsKind.PAIRS_ANNOUNCED, cohort.id), announced or cohort.first_day)
    for event in cohort.events:
        for kind, sort in EVENTS.items():
            if event.kind == EVENT_KINDS[sort]:
                yield Milestone(Subject(kind, event.id), _day_of_event(kind, event, today))
    for output in cohort.outputs:
        yield Milestone(Subject(NewsKind.OUTPUT, output.id), today)
    yield Milestone(Subject(NewsKind.YEAR_IN_REVIEW, cohort.id), today)


def announced_on(cohort: CohortView) -> date | None:
    """Return the day on which the pairs of a cohort are announced."""
    return next((one.first for one in cohort.stations if one.label == "Pairs announced"), None)


def _day_of_event(kind: NewsKind, event: EventView, today: date) -> date:
    if kind is NewsKind.CHECK_IN:
        return event.first_day - _REMINDED_BEFORE
    return today if event.last_day < today else event.first_day - _INVITED_BEFORE


def obstacle(site: Site, kind: NewsKind, view: View) -> str:
    """Say in a line why something cannot be announced on the day of the site, or nothing."""
    if isinstance(view, EventView):
        return _obstacle_of_event(site, kind, view)
    if isinstance(view, CohortView):
        return _obstacle_of_cohort(site, kind, view)
    return ""


def _obstacle_of_cohort(site: Site, kind: NewsKind, cohort: CohortView) -> str:
    if kind in _CALLS:
        if site.today <= cohort.call_closes:
            return ""
        return (
            f"the call of the {cohort.title} closed on {weekday(cohort.call_closes)}; what it said "
            f"before then is written with --on {cohort.call_closes}"
        )
    if not cohort.pairings:
        return f"no pair of the {cohort.title} is confirmed yet, so there is nothing to tell"
    is_pairs = kind is NewsKind.PAIRS_ANNOUNCED
    begins = announced_on(cohort) if is_pairs else cohort.first_day
    if begins is None or begins <= site.today:
        return ""
    return (
        f"the pairs of the {cohort.title} {'are announced' if is_pairs else 'begin their year'} on "
        f"{weekday(begins)}; to write it before then, add --on {begins}"
    )


def _obstacle_of_event(site: Site, kind: NewsKind, event: EventView) -> str:
    if event.kind != EVENT_KINDS[EVENTS[kind]]:
        return f"'{event.id}' is of the kind '{event.kind.lower()}', not '{kind}'"
    is_over = event.last_day < site.today
    if is_over and (kind is NewsKind.CHECK_IN or event.cancelled):
        return (
            f"the day of '{event.title}', {event.day}, is over; what was said before then is "
            f"written with --on {event.first_day}"
        )
    return ""
