"""Which cohort, event or output is meant where none is named."""

from generator.announcements.subject import Subject, View
from generator.announcements.timing import EVENTS, announced_on
from generator.records.news import NewsKind
from generator.views import Site
from generator.views.cohorts import CohortView
from generator.views.kinds import EVENT_KINDS


def choices(site: Site, kind: NewsKind) -> tuple[View, ...]:
    """Return what an announcement of a kind can be about, most recent first."""
    if kind is NewsKind.OUTPUT:
        return site.outputs
    if kind in EVENTS:
        label = EVENT_KINDS[EVENTS[kind]]
        return tuple(one for one in reversed(site.events) if one.kind == label)
    return site.cohorts


def natural(site: Site, kind: NewsKind) -> Subject | None:
    """Return what an announcement of a kind would be about on the day of the site, if one thing is.

    A call is the open one, or else the next; a check-in the next; a symposium the next, or else the
    last; the pairs are those announced last, the review that of the year which began last.
    """
    if kind is NewsKind.OUTPUT:
        return None
    id_ = _natural_event(site, kind) if kind in EVENTS else _natural_cohort(site, kind)
    return Subject(kind, id_) if id_ else None


def _natural_event(site: Site, kind: NewsKind) -> str | None:
    label = EVENT_KINDS[EVENTS[kind]]
    coming = (one.id for one in site.coming if one.kind == label and not one.cancelled)
    past = (one.id for one in site.past if one.kind == label and not one.cancelled)
    found = next(coming, None)
    return found or (next(past, None) if kind is NewsKind.SYMPOSIUM else None)


def _natural_cohort(site: Site, kind: NewsKind) -> str | None:
    if kind in (NewsKind.CALL_FOR_MENTORS, NewsKind.CALL_FOR_MENTEES):
        coming = [one for one in site.cohorts if site.today <= one.call_closes]
        return min(coming, key=lambda one: one.call_opens).id if coming else None

    def begins(cohort: CohortView) -> bool:
        is_pairs = kind is NewsKind.PAIRS_ANNOUNCED
        day = (announced_on(cohort) if is_pairs else None) or cohort.first_day
        return bool(cohort.pairings) and day <= site.today

    return next((one.id for one in site.cohorts if begins(one)), None)
