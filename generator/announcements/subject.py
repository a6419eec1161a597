"""What an announcement is about: a kind, and the cohort, event or output it tells of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.announcements.about_call import about_call
from generator.announcements.about_cohort import about_pairs, about_year, cohort_facts
from generator.announcements.about_event import about_event
from generator.announcements.about_output import about_output
from generator.announcements.setting import Setting, common_facts
from generator.records.news import NewsKind
from generator.views import Site
from generator.views.cohorts import CohortView
from generator.views.events import EventView
from generator.views.outputs import OutputView

View = CohortView | EventView | OutputView


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of announcement and the id of what it is about."""

    kind: NewsKind
    id: str


def view_of(site: Site, subject: Subject) -> View | None:
    """Return what an announcement is about, or None where the site does not show it."""
    views: tuple[View, ...]
    if subject.kind is NewsKind.OUTPUT:
        views = site.outputs
    elif subject.kind in (NewsKind.CHECK_IN, NewsKind.SYMPOSIUM):
        views = site.events
    else:
        views = site.cohorts
    return next((view for view in views if view.id == subject.id), None)


def facts_of(setting: Setting, kind: NewsKind, view: View) -> Mapping[str, Any]:
    """Return what the templates of a kind may name."""
    return {**common_facts(setting), **_own_facts(setting, kind, view)}


def _own_facts(setting: Setting, kind: NewsKind, view: View) -> Mapping[str, Any]:
    if isinstance(view, OutputView):
        return about_output(setting, view)
    if isinstance(view, EventView):
        return {**about_event(setting, view), "cohort": _cohort_of(setting, view)}
    facts: dict[str, Any] = {"cohort": cohort_facts(setting, view)}
    if kind is NewsKind.CALL_FOR_MENTORS:
        facts |= about_call(setting, view, "mentor")
    elif kind is NewsKind.CALL_FOR_MENTEES:
        facts |= about_call(setting, view, "mentee")
    elif kind is NewsKind.PAIRS_ANNOUNCED:
        facts |= about_pairs(setting, view)
    else:
        facts |= about_year(setting, view)
    return facts


def _cohort_of(setting: Setting, event: EventView) -> Any:
    """Return the cohort of an event, or None."""
    found = next((one for one in setting.site.cohorts if event in one.events), None)
    return cohort_facts(setting, found) if found else None
