"""The record by which an announcement stands among the site's news."""

from dataclasses import dataclass
from datetime import date

from generator.announcements.subject import Subject
from generator.catalog import Catalog
from generator.records.canonical import write_as
from generator.records.checking import check_document
from generator.records.kinds import Kind
from generator.records.news import SUBJECTS, News
from generator.source import read_bytes


def published_before(catalog: Catalog, subject: Subject, day: date) -> str:
    """Return the path of the record that tells the same already, or nothing.

    Of an event, one piece of news can invite and another look back.
    """
    event = catalog.events.get(subject.id)
    is_event = SUBJECTS[subject.kind] == "event"
    over = (event.record.end_date or event.record.date) if event and is_event else None
    return next(
        (
            entry.path
            for entry in catalog.news.values()
            if entry.record.kind is subject.kind
            and entry.record.subject == subject.id
            and (over is None or (entry.record.date > over) == (day > over))
        ),
        "",
    )


@dataclass(frozen=True, slots=True)
class OtherNotice:
    """A notice for a time that is not over: its record, its days, and whether it comes first."""

    path: str
    since: date
    until: date
    comes_first: bool


def other_notices(catalog: Catalog, subject: Subject, day: date) -> tuple[OtherNotice, ...]:
    """Return the notices beside which that of a new piece of news stands, first the one shown.

    A page has one notice: the program's own, or else that of the newest news with one.
    """
    own = (-day.toordinal(), news_id(subject, day))
    found = []
    for entry in catalog.news.values():
        since, until = entry.record.date, entry.record.notice_until
        if until and until >= day:
            rank = (-since.toordinal(), entry.id)
            found.append((rank, OtherNotice(entry.path, since, until, comes_first=rank < own)))
    others = tuple(notice for _, notice in sorted(found, key=lambda one: one[0]))
    program = catalog.program
    if program is None or program.record.notice is None or program.record.notice.until < day:
        return others
    first = OtherNotice(program.path, day, program.record.notice.until, comes_first=True)
    return (first, *others)


def news_id(subject: Subject, day: date) -> str:
    """Return the id of a piece of news: its day, and what it tells, without saying a year twice."""
    if SUBJECTS[subject.kind] == "cohort":
        return f"{day}-{subject.kind}"
    name = subject.id.removeprefix(f"{day.year}-")
    return f"{day}-{name}"


def news_record(subject: Subject, day: date, notice_until: date | None) -> str:
    """Return the text of the record.

    It reads back as it was meant, or a ValueError is raised: what goes in has been checked before.
    """
    values = {"date": str(day), "kind": str(subject.kind), SUBJECTS[subject.kind]: subject.id}
    if notice_until:
        values["notice_until"] = str(notice_until)
    text = write_as(Kind.NEWS, values)
    reading = read_bytes(text.encode(), news_id(subject, day))
    checked = check_document(reading.document, Kind.NEWS) if reading.document else None
    if checked is None or not isinstance(checked.record, News) or checked.found or reading.found:
        message = f"this is no record of news: {text!r}"
        raise ValueError(message)
    return text
