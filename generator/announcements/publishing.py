"""The record by which an announcement stands among the site's news."""

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
