"""Questions on the terminal whose answers fit a record."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import click

from generator.bibliography.item import Name
from generator.bibliography.linking import People
from generator.bibliography.reading.text import Sort, clean
from generator.bibliography.record_values import misfit
from generator.diagnostics import closest
from generator.records.addresses import Url
from generator.records.dates import PublicationDate
from generator.records.fields import ConsentScope, Line, NumberedText, Title
from generator.records.identifiers import Doi
from generator.records.output import (
    NEEDED,
    PRESENTED,
    ContributorRole,
    OutputStatus,
    OutputType,
    PresentationForm,
)
from generator.records.people import PersonName

Question = tuple[str, str, str, Any]
"""Part of the record ('' for itself), key, words, and type of the answer."""

_CONTAINER: tuple[Question, ...] = (
    ("container", "title", "Title of the {container} it stands in", Title),
    ("container", "volume", "Volume", NumberedText),
    ("container", "issue", "Issue", NumberedText),
    ("container", "pages", "Pages, as in 12-34", NumberedText),
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
_CONTAINERS = {
    OutputType.JOURNAL_ARTICLE: "journal",
    OutputType.CONFERENCE_PAPER: "proceedings",
    OutputType.CHAPTER: "book",
    OutputType.BLOG_POST: "blog",
}
_ROLE = re.compile(r"(.*?)\s*;\s*([a-z-]+)\s*")


def ask_values(type_: OutputType | None, people: People) -> dict[str, Any]:
    """Return the values of a record as somebody answers, but for its pairings."""
    chosen = type_ or OutputType(_choose("What kind of work is it", list(OutputType)))
    values: dict[str, Any] = {"type": str(chosen)}
    if chosen is OutputType.PRESENTATION:
        form = _choose("What kind of presentation", list(PresentationForm), required=False)
        values.update({"form": form} if form else {})
    values["title"] = ask("Title with subtitle, capitalized as it should be printed", Title)
    values["status"] = _status(chosen)
    values.update(_when(chosen))
    values["contributors"] = _contributors(people)
    for part, key, words, sort in _QUESTIONS[chosen]:
        if part and key not in ("title", "name") and part not in values:
            continue
        needed = any(group == (part or key,) for group in NEEDED[chosen])
        question = words.format(container=_CONTAINERS.get(chosen, "work"))
        answer = ask(question, sort, required=needed and key in ("title", "name", "publisher"))
        if answer:
            (values.setdefault(part, {}) if part else values)[key] = answer
    event = values.get("event", {})
    if event.get("place", "").lower() == "online":
        del event["place"]
        event["online"] = "true"
    values["doi"] = ask("DOI, from '10.' on", Doi, required=False)
    needs_url = ("url",) in NEEDED[chosen]
    values["url"] = ask("Where it is found on the web", Url, required=needs_url)
    return {key: value for key, value in values.items() if value}


def ask(words: str, sort: Any, *, required: bool = True) -> str:
    """Return an answer that fits a type of records' fields; nothing where that is allowed."""
    hint = "" if required else " (or nothing)"
    while True:
        answer = str(click.prompt(f"{words}{hint}", default="", show_default=False, err=True))
        answer = clean(answer)
        if not answer and not required:
            return ""
        problem = misfit(sort, answer) if answer else "this is needed"
        if not problem:
            return answer
        click.echo(f"  {problem}", err=True)


def ask_pairings(known: Iterable[str]) -> list[str]:
    """Return the pairings that produced a work, of those that there are."""
    pairings = sorted(known)
    if not pairings:
        return []
    click.echo(f"Pairings: {', '.join(pairings)}", err=True)
    answer = _choose("Which pairing produced it, as cohort/pairing", pairings, required=False)
    return [answer] if answer else []


def _choose(words: str, choices: Sequence[str], *, required: bool = True) -> str:
    names = [str(choice) for choice in choices]
    listed = ", ".join(names)
    hint = "" if required else ", or nothing"
    while True:
        question = f"{words} ({listed}{hint})" if len(names) < 20 else words  # noqa: PLR2004  # what fits two lines
        answer = str(click.prompt(question, default="", show_default=False, err=True)).strip()
        if answer in names or not (answer or required):
            return answer
        meant = closest(answer, names) if answer else None
        click.echo(f"  did you mean '{meant}'?" if meant else f"  choose one of {listed}", err=True)


def _status(type_: OutputType) -> str:
    if type_ in PRESENTED:
        return str(OutputStatus.PRESENTED)
    choices = [OutputStatus.PUBLISHED, OutputStatus.IN_PRESS, OutputStatus.SUBMITTED]
    status = _choose("How far has it come", choices, required=False)
    return status or str(OutputStatus.PUBLISHED)


def _when(type_: OutputType) -> Iterator[tuple[str, str]]:
    words = "When was it presented" if type_ in PRESENTED else "When did it come out"
    required = ("date",) in NEEDED[type_]
    date = ask(f"{words}, as in 2026, 2026-03, 2026-03-09", PublicationDate, required=required)
    if date:
        yield "date", date


def _contributors(people: People) -> list[dict[str, Any]]:
    """Return contributors as somebody names them: by id, by name, or an organization."""
    named: list[dict[str, Any]] = []
    click.echo("Who made it? Name one person after the other, in the order of the work:", err=True)
    click.echo(
        "the id of a participant, or 'Family name, Given name', or an organization;", err=True
    )
    click.echo("add '; editor', '; chair' or another role to who is no author;", err=True)
    click.echo("'-' takes the last one back.", err=True)
    if people.participants:
        click.echo(f"Participants: {', '.join(sorted(people.participants))}", err=True)
    while True:
        words = "Name (or nothing, when all are named)"
        answer = str(click.prompt(words, default="", show_default=False, err=True))
        answer = clean(answer, Sort.CODE)
        if not answer:
            return named
        if answer == "-":
            named = named[:-1]
            click.echo(f"  {len(named)} named", err=True)
            continue
        contributor = _contributor(answer, people)
        if contributor in named:
            click.echo("  that one is named already", err=True)
        elif contributor:
            named.append(contributor)


def _contributor(answer: str, people: People) -> dict[str, Any]:
    """Return the entry for an answer, or nothing where it has to be given again."""
    match = _ROLE.fullmatch(answer)
    name, role = (match[1], match[2]) if match else (answer, str(ContributorRole.AUTHOR))
    roles = [str(one) for one in ContributorRole]
    if role not in roles:
        meant = closest(role, roles)
        click.echo(f"  '{role}' is no role{f'; did you mean {meant}?' if meant else ''}", err=True)
        return {}
    entry = _somebody(" ".join(name.split()), people)
    if entry and role != ContributorRole.AUTHOR:
        entry["role"] = role
    return entry


def _somebody(name: str, people: People) -> dict[str, Any]:
    if name in people.participants:
        return _asked_for(name, people)
    problem = misfit(Line, name)
    if problem:
        click.echo(f"  {problem}", err=True)
        return {}
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and not (family and given):
        click.echo("  write 'Family name, Given name'", err=True)
        return {}
    if not comma:
        return _whole_name(name, people)
    person = PersonName(family=family, given=given)
    link = people.find(Name(person))
    for id_ in link.participants:
        if click.confirm(f"Is this the participant '{id_}'?", default=True, err=True):
            return {**_asked_for(id_, people), **_printed(person, id_, people)}
    return {"name": {"given": given, "family": family}}


def _whole_name(name: str, people: People) -> dict[str, Any]:
    meant = closest(name, people.participants)
    if meant and click.confirm(f"Is this the participant '{meant}'?", default=True, err=True):
        return _asked_for(meant, people)
    if click.confirm(f"Is '{name}' an organization?", default=False, err=True):
        return {"organization": name}
    if " " not in name or click.confirm(f"Is '{name}' one name, not two?", default=False, err=True):
        return {"name": {"family": name}}
    click.echo("  write it as 'Family name, Given name'", err=True)
    return {}


def _printed(person: PersonName, id_: str, people: People) -> dict[str, Any]:
    own = people.participants[id_].name
    if (own.family, own.given) == (person.family, person.given):
        return {}
    return {"name": {"given": person.given, "family": person.family}}


def _asked_for(id_: str, people: People) -> dict[str, Any]:
    """Return the entry for a participant; by name alone where the person may not be named."""
    participant = people.participants[id_]
    if {ConsentScope.NAME, ConsentScope.OUTPUTS} <= participant.scopes:
        return {"participant": id_}
    click.echo(
        f"  '{id_}' has not agreed to 'outputs': the name stands as printed, without a link",
        err=True,
    )
    return {"name": participant.name.model_dump(exclude_none=True)}
