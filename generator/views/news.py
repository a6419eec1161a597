"""News as the site shows it: what is about to be told, and of what. Its words are written later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.catalog import Catalog, Entry
from generator.catalog.rules.news import not_public
from generator.records.news import News, NewsKind
from generator.views.cohorts import CohortView
from generator.views.events import EventView
from generator.views.links import (
    Link,
    cohort_address,
    event_address,
    news_address,
    output_address,
)
from generator.views.outputs import OutputView
from generator.views.wording import day

_KINDS = {
    NewsKind.CALL_FOR_MENTORS: "Call for mentors",
    NewsKind.CALL_FOR_MENTEES: "Call for mentees",
    NewsKind.PAIRS_ANNOUNCED: "Pairs announced",
    NewsKind.CHECK_IN: "Check-in",
    NewsKind.SYMPOSIUM: "Symposium",
    NewsKind.OUTPUT: "Publication or presentation",
    NewsKind.YEAR_IN_REVIEW: "Year in review",
    NewsKind.NOTE: "Note",
}


@dataclass(frozen=True, slots=True)
class NewsView:
    """A piece of news. ``record`` is public throughout; ``when`` is its day in words.

    ``subject`` leads to what it is about, which a note has not.
    """

    id: str
    record: News
    kind: str
    day: date
    when: str
    subject: Link | None
    source: str

    @property
    def address(self) -> str:
        """The address of its page."""
        return news_address(self.id)

    @property
    def aliases(self) -> tuple[str, ...]:
        """Earlier ids."""
        return self.record.aliases


def make_news(
    catalog: Catalog,
    cohorts: tuple[CohortView, ...],
    events: tuple[EventView, ...],
    outputs: tuple[OutputView, ...],
    today: date,
) -> tuple[NewsView, ...]:
    """Return the news there is on a day, newest first. What is about nothing public is left out."""
    subjects = {
        **{view.address: Link(view.title, view.address, "Cohort") for view in cohorts},
        **{view.address: Link(view.title, view.address, view.kind) for view in events},
        **{view.address: Link(view.title, view.address, view.type) for view in outputs},
    }
    views = [
        _news(entry, subjects)
        for entry in catalog.news.values()
        if entry.record.date <= today and not not_public(catalog, entry.record)
    ]
    return tuple(sorted(views, key=lambda view: (-view.day.toordinal(), view.id)))


def _news(entry: Entry[News], subjects: Mapping[str, Link]) -> NewsView:
    record = entry.record
    return NewsView(
        id=entry.id,
        record=record,
        kind=_KINDS[record.kind],
        day=record.date,
        when=day(record.date),
        subject=subjects.get(_subject_address(record)),
        source=entry.path,
    )


def _subject_address(record: News) -> str:
    if record.cohort:
        return cohort_address(record.cohort)
    if record.event:
        return event_address(record.event)
    return output_address(record.output) if record.output else ""
