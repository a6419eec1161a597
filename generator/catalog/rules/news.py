"""News: about what is on the site, and of the right kind."""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry
from generator.catalog.rules.named import named_in_news
from generator.diagnostics import Diagnostic
from generator.diagnostics.rules import dates, news
from generator.records.event import EventKind
from generator.records.news import News, NewsKind
from generator.records.output import OutputStatus
from generator.records.pairing import PUBLIC_STATUSES

_EVENTS = {NewsKind.CHECK_IN: EventKind.CHECK_IN, NewsKind.SYMPOSIUM: EventKind.SYMPOSIUM}


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield the faults of news."""
    yield from named_in_news(catalog)
    for entry in catalog.news.values():
        yield from _dates(entry)
        yield from _kind(catalog, entry)
        reason = not_public(catalog, entry.record)
        if reason:
            yield news.NEWS_OF_NOTHING_PUBLIC.at(entry.place("kind"), reason)


def not_public(catalog: Catalog, item: News) -> str:
    """Say why the site cannot tell a piece of news yet, or nothing."""
    output = catalog.outputs.get(item.output or "")
    if output and output.record.status is OutputStatus.SUBMITTED:
        return f"the output '{output.id}' is only submitted"
    if item.kind is NewsKind.PAIRS_ANNOUNCED and item.cohort in catalog.cohorts:
        pairings = catalog.pairings_of_cohort.get(item.cohort or "", ())
        if not any(one.record.status in PUBLIC_STATUSES for one in pairings):
            return f"no pairing of the cohort '{item.cohort}' is confirmed"
    return ""


def _dates(entry: Entry[News]) -> Iterator[Diagnostic]:
    until = entry.record.notice_until
    if until and until < entry.record.date:
        yield dates.DATES_OUT_OF_ORDER.at(
            entry.place("notice_until"),
            f"notice_until {until} is before date {entry.record.date}",
        )


def _kind(catalog: Catalog, entry: Entry[News]) -> Iterator[Diagnostic]:
    event = catalog.events.get(entry.record.event or "")
    if event and event.record.kind is not _EVENTS.get(entry.record.kind):
        yield news.NEWS_OF_ANOTHER_KIND.at(
            entry.place("event"),
            f"the event '{event.id}' is of the kind '{event.record.kind}', "
            f"not '{entry.record.kind}'",
        )
