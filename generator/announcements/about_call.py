"""What the call for mentors and the call for mentees tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.announcements.about_event import EventFacts, event_facts
from generator.announcements.setting import Setting
from generator.records.event import EventKind
from generator.typesetting.share_picture import SharePicture
from generator.views import Site
from generator.views.cohorts import CohortView
from generator.views.kinds import EVENT_KINDS
from generator.views.wording import day, from_to, weekday


@dataclass(frozen=True, slots=True)
class CallFacts:
    """A call for applications. ``opens`` and ``closes`` are days with their weekday.

    Of ``is_coming``, ``is_open`` and ``is_closed`` one is true.
    """

    opens: str
    closes: str
    opens_date: str
    closes_date: str
    is_coming: bool
    is_open: bool
    is_closed: bool


def call_facts(setting: Setting, cohort: CohortView) -> CallFacts:
    """Return a cohort's call as it stands on the day of the site."""
    today = setting.site.today
    return CallFacts(
        opens=weekday(cohort.call_opens),
        closes=weekday(cohort.call_closes),
        opens_date=day(cohort.call_opens),
        closes_date=day(cohort.call_closes),
        is_coming=today < cohort.call_opens,
        is_open=cohort.call_opens <= today <= cohort.call_closes,
        is_closed=cohort.call_closes < today,
    )


def about_call(setting: Setting, cohort: CohortView, role: str) -> Mapping[str, Any]:
    """Return what is told of a cohort's call; ``role`` is 'mentor' or 'mentee'."""
    site, form = setting.site, setting.form
    who = site.program.who_may_apply
    return {
        "call": call_facts(setting, cohort),
        "who": form.prose(who.mentors if role == "mentor" else who.mentees),
        "apply": setting.address(f"apply/{role}/"),
        "meetings": [
            event_facts(setting, event)
            for event in cohort.events
            if event.kind == EVENT_KINDS[EventKind.CHECK_IN] and not event.cancelled
        ],
        "symposium": _next(setting, cohort, EventKind.SYMPOSIUM),
        "information_session": _next(setting, cohort, EventKind.INFORMATION_SESSION),
    }


def call_picture(site: Site, cohort: CohortView, role: str) -> SharePicture:
    """Return what the picture says of a cohort's call; ``role`` is 'mentor' or 'mentee'."""
    program = site.program
    opens, closes = day(cohort.call_opens), day(cohort.call_closes)
    is_coming = site.today < cohort.call_opens
    return SharePicture(
        kind=f"Call for {role}s",
        title=f"Apply {from_to(opens, closes)}" if is_coming else f"Apply by {closes}",
        people="",
        when=cohort.title,
        foot=program.name,
        language=program.language,
    )


def _next(setting: Setting, cohort: CohortView, kind: EventKind) -> EventFacts | None:
    """Return the first event of a kind that is still to come, or None."""
    coming = (
        event_facts(setting, event)
        for event in cohort.events
        if event.kind == EVENT_KINDS[kind]
        and not event.cancelled
        and event.last_day >= setting.site.today
    )
    return next(coming, None)
