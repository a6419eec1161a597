"""What is asked of a publication or presentation: what its type needs, in plain words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.bibliography.linking import People
from generator.bibliography.reading.text import Sort
from generator.catalog import Catalog
from generator.cli.new_choices import Choice
from generator.cli.new_contributors import ask_contributors
from generator.cli.new_questions import Questions
from generator.cli.new_terms import ask_terms
from generator.records.addresses import Url
from generator.records.dates import PublicationDate
from generator.records.fields import Line, NumberedText, Title
from generator.records.identifiers import Doi
from generator.records.output import (
    NEEDED,
    PRESENTED,
    Abstract,
    OutputStatus,
    OutputType,
    PresentationForm,
)
from generator.records.pages import Pages
from generator.views.kinds import type_label

Question = tuple[str, str, str, Any]
"""Part of the record ('' for itself), key, words, and type of the answer."""

_CONTAINER: tuple[Question, ...] = (
    ("container", "title", "Title of the {container} it stands in", Title),
    ("container", "volume", "Volume", NumberedText),
    ("container", "issue", "Issue", NumberedText),
    ("container", "pages", "First and last page, as in 12-34", Pages),
)
_EVENT: tuple[Question, ...] = (
    ("event", "name", "Name of the conference or meeting", Line),
    ("event", "place", "City and state or country, or 'online'", Line),
)
_PUBLISHER: Question = ("", "publisher", "Publisher", Line)
_SITE: Question = ("container", "title", "Title of the {container} it stands on", Title)
_UNIVERSITY: Question = ("", "publisher", "University that granted the degree", Line)
_QUESTIONS: Mapping[OutputType, tuple[Question, ...]] = {
    OutputType.JOURNAL_ARTICLE: _CONTAINER,
    OutputType.CONFERENCE_PAPER: (*_CONTAINER, *_EVENT, _PUBLISHER),
    OutputType.PRESENTATION: _EVENT,
    OutputType.POSTER: _EVENT,
    OutputType.WEBINAR: (*_EVENT, ("", "publisher", "Who held it", Line)),
    OutputType.BOOK: (_PUBLISHER, ("", "edition", "Edition, as in 2", NumberedText)),
    OutputType.CHAPTER: (_CONTAINER[0], _CONTAINER[3], _PUBLISHER),
    OutputType.THESIS: (_UNIVERSITY, ("", "genre", "Kind, as in Doctoral dissertation", Line)),
    OutputType.REPORT: (_PUBLISHER, ("", "number", "Number of the report", NumberedText)),
    OutputType.DATASET: (_PUBLISHER, ("", "version", "Version", NumberedText)),
    OutputType.SOFTWARE: (_PUBLISHER, ("", "version", "Version", NumberedText)),
    OutputType.PREPRINT: (("", "publisher", "Archive where it is found", Line),),
    OutputType.BLOG_POST: (_SITE,),
    OutputType.MEDIA: (_PUBLISHER, ("", "genre", "Kind, as in Podcast or Video", Line)),
    OutputType.GUIDE: (_PUBLISHER,),
}
_WHERE: tuple[Question, ...] = (
    ("", "doi", "DOI, from '10.' on", Doi),
    ("", "url", "Where it is found on the web", Url),
)
_CONTAINERS = {
    OutputType.JOURNAL_ARTICLE: "journal",
    OutputType.CONFERENCE_PAPER: "proceedings",
    OutputType.CHAPTER: "book",
    OutputType.BLOG_POST: "blog",
}
_FIRST = ("title", "name")
"""Keys of the questions without whose answer nothing more is asked of their part."""


def ask_work(
    ask: Questions, catalog: Catalog, type_: OutputType | None, pairings: Sequence[str]
) -> dict[str, Any]:
    """Return the values of a record as somebody answers; ``pairings`` are known already."""
    types = [Choice(str(one), type_label(one)) for one in OutputType]
    chosen = type_ or OutputType(
        ask.choose("type", "What kind of work is it ('?' lists them)", types, required=True)
    )
    values: dict[str, Any] = {"type": str(chosen)}
    if chosen is OutputType.PRESENTATION:
        values["form"] = ask.choose("form", *_named("What kind of presentation", PresentationForm))
    words = "Title with subtitle, capitalized as it should be printed"
    values["title"] = ask.line("title", words, Title, required=True, sort=Sort.LINE)
    values["status"] = _status(ask, chosen)
    values["date"] = _date(ask, chosen)
    people = People({id_: entry.record for id_, entry in catalog.participants.items()})
    values["contributors"] = ask_contributors(ask, people)
    values |= _answers(ask, chosen, (*_QUESTIONS[chosen], *_WHERE), ())
    values |= ask_terms(ask, catalog)
    values["abstract"] = ask.line("abstract", "Abstract", Abstract, sort=Sort.PROSE)
    values["pairings"] = [*pairings] or _pairings(ask, catalog)
    return {key: value for key, value in values.items() if value}


def ask_missing(ask: Questions, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a record of its type needs beside the values that are known."""
    type_ = OutputType(values["type"])
    known = {key for key, value in values.items() if value}
    wanted = wanting(values)
    found = {"date": _date(ask, type_)} if "date" in wanted else {}
    questions = [one for one in (*_QUESTIONS[type_], *_WHERE) if (one[0] or one[1]) in wanted]
    return {**found, **_answers(ask, type_, questions, known)}


def wanting(values: Mapping[str, Any]) -> frozenset[str]:
    """Return the keys of which a record of its type needs one more, or several."""
    known = {key for key, value in values.items() if value}
    groups = NEEDED[OutputType(values["type"])]
    return frozenset(key for group in groups if known.isdisjoint(group) for key in group)


def _answers(
    ask: Questions, type_: OutputType, questions: Sequence[Question], known: Iterable[str]
) -> dict[str, Any]:
    """Return the answers to questions, of which those must be answered that nothing else can be."""
    values: dict[str, Any] = {}
    for at, (part, key, words, holds) in enumerate(questions):
        if part and key not in _FIRST and part not in values:
            continue
        later = {other[0] or other[1] for other in questions[at + 1 :]} - {part}
        others = {*known, *values, *later}
        is_needed = (key in _FIRST or not part) and any(
            (part or key) in group and others.isdisjoint(group) for group in NEEDED[type_]
        )
        question = words.format(container=_CONTAINERS.get(type_, "work"))
        markup = Sort.LINE if holds is Title else Sort.CODE
        answer = ask.line(key, question, holds, required=is_needed, sort=markup)
        if answer:
            (values.setdefault(part, {}) if part else values)[key] = answer
    event = values.get("event", {})
    if event.get("place", "").lower() == "online":
        del event["place"]
        event["online"] = "true"
    return values


def _status(ask: Questions, type_: OutputType) -> str:
    if type_ in PRESENTED:
        return str(OutputStatus.PRESENTED)
    open_ = (OutputStatus.PUBLISHED, OutputStatus.IN_PRESS, OutputStatus.SUBMITTED)
    words, choices = _named("How far has it come", open_)
    return ask.choose("status", words, choices, required=True, proposed=str(open_[0]))


def _date(ask: Questions, type_: OutputType) -> str:
    words = "When was it presented" if type_ in PRESENTED else "When did it come out"
    required = ("date",) in NEEDED[type_]
    example = f"{words}, as in 2026, 2026-03, 2026-03-09"
    return ask.line("date", example, PublicationDate, required=required)


def _pairings(ask: Questions, catalog: Catalog) -> list[str]:
    """Return the pairings that produced a work, of those that there are."""
    known = [Choice(id_, title) for id_, title in _projects(catalog)]
    words = "Pairings that produced it, with commas between; '?' lists all"
    return ask.choose_several("pairing", words, known) if known else []


def _projects(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the pairings with the titles of what they work on."""
    for id_, entry in sorted(catalog.pairings.items()):
        project = entry.record.project
        yield id_, project.title if project else ""


def _named(words: str, choices: Iterable[Any]) -> tuple[str, list[Choice]]:
    """Return a question with the few things that it may be answered with, and these."""
    names = [str(one) for one in choices]
    return f"{words} ({', '.join(names)})", [Choice(name) for name in names]
