"""lrrt new participant: one person, and what of them may be shown."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from itertools import count
from pathlib import PurePosixPath
from typing import Annotated, Any

import click
from pydantic import BeforeValidator, Field

from generator.bibliography.item import Name
from generator.bibliography.linking import People
from generator.bibliography.reading.text import Sort
from generator.catalog import Catalog
from generator.cli.new_consent import ask_consent
from generator.cli.new_name import ask_name
from generator.cli.new_questions import Questions
from generator.cli.new_record import Desk, Drawn, make_record, record_options, stop
from generator.cli.options import Misuse
from generator.cli.today import day_for
from generator.records.addresses import Url
from generator.records.canonical import write_as
from generator.records.fields import ConsentScope, Id, Line, Prose, Refers
from generator.records.identifiers import Orcid, Ror
from generator.records.kinds import Kind
from generator.records.people import PersonName
from generator.records.slugs import slug

_LONGEST = 60
_OF_ORCID = re.compile(r"^https?://(www\.)?orcid\.org/")
_OrcidAsPasted = Annotated[Orcid, BeforeValidator(lambda value: _OF_ORCID.sub("", str(value)))]
_Pronouns = Annotated[Line, Field(max_length=40)]


@click.command()
@click.option("--id", "id_", metavar="ID", help="Name of the record; otherwise made from the name.")
@click.option("--given", metavar="NAME", help="Given names, as the person writes them.")
@click.option("--family", metavar="NAME", help="Family name, or a name of one word.")
@click.option("--particle", metavar="WORD", help="Particle of the family name, filed with it.")
@click.option("--dropping-particle", metavar="WORD", help="Particle that lists put last.")
@click.option("--suffix", metavar="WORD", help="Jr., Sr., III and the like.")
@click.option("--display", metavar="NAME", help="The whole name, as written.")
@click.option("--original", metavar="NAME", help="The name in its own script.")
@click.option("--original-language", metavar="TAG", help="Language of that name, as in ja.")
@click.option("--affiliation", metavar="NAME", help="Institution where the person works.")
@click.option("--department", metavar="NAME", help="Library, school or department there.")
@click.option("--ror", metavar="URL", help="ROR id of the institution, as an address.")
@click.option("--position", metavar="TEXT", help="Title of the position held there.")
@click.option("--orcid", metavar="ID", help="ORCID iD, as in 0000-0002-1825-0097.")
@click.option("--pronouns", metavar="TEXT", help="Pronouns, as in she/her.")
@click.option("--web-page", metavar="URL", help="A web page of the person.")
@click.option("--bio", metavar="TEXT", help="A paragraph about the person and their research.")
@click.option("--consent-given", metavar="DATE", help="Day on which the person agreed.")
@click.option(
    "--consent",
    multiple=True,
    metavar="SCOPE",
    help="What the person agreed to have shown, as in name; give it repeatedly.",
)
@record_options
@click.pass_context
def participant(context: click.Context, /, **options: Any) -> None:
    """Add a person.

    Asks for the name and what the person agreed to have shown, then for the rest. What nobody
    agreed to is not shown; where everybody can read the records, it is not asked for either. The
    record is held against all others and shown whole before it is written.

    Exit status: 0 if the record was written or the person is there already, 1 if not, 2 for wrong
    usage.

    \b
    Example:
      lrrt new participant
      lrrt new participant --given Inés --family Sinombre
      lrrt new participant --given Inés --family Sinombre --consent-given 2027-08-02 \\
        --consent name --consent pairing --yes
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    make_record(context, options, lambda desk: _draw(context, desk))


def _draw(context: click.Context, desk: Desk) -> Drawn:
    """Ask for a person, and return the record."""
    name = ask_name(desk.ask)
    id_ = _id(context, desk, name)
    consent = ask_consent(desk.ask, _latest(desk))
    scopes = frozenset(consent.get("scopes", ()))
    values = {"name": name, **_details(desk, scopes)}
    if consent:
        values["consent"] = consent
    text = write_as(Kind.PARTICIPANT, values)
    return Drawn(PurePosixPath("participants", f"{id_}.yaml"), text, text)


def _latest(desk: Desk) -> date | None:
    """Return today, where the program says in what time zone that is."""
    return day_for(desk.catalog, None) if desk.catalog.program else None


def _id(context: click.Context, desk: Desk, parts: Mapping[str, str]) -> str:
    """Return an id that is not taken; leave the command where the person is there already."""
    name = PersonName.model_validate(parts)
    people = People({id_: entry.record for id_, entry in desk.catalog.participants.items()})
    for id_ in people.find(Name(name)).participants:
        _stop_if_same(context, desk, id_)
    taken = _taken(desk.catalog)

    def wrong(answer: str) -> str:
        return f"'{answer}' is taken already; choose another" if answer in taken else ""

    desk.ask.say(
        "The id names the file and is part of the web address, for good. For somebody who must",
        "not be named, choose one that says nothing, such as p-7f3a.",
    )
    proposed = _proposed(name, taken)
    return desk.ask.line("id_", "Id", Id, required=True, proposed=proposed, check=wrong)


def _taken(catalog: Catalog) -> frozenset[str]:
    """Return the ids of all files, usable or not, and earlier ones."""
    files = (path for path, kind in catalog.files.items() if kind is Kind.PARTICIPANT)
    stems = (PurePosixPath(path).stem for path in files)
    return frozenset((*stems, *catalog.renamed[Refers.PARTICIPANT]))


def _proposed(name: PersonName, taken: frozenset[str]) -> str:
    """Return a free id made of a name; nothing where it has no Latin letters."""
    parts = f"{name.given or ''} {name.particle or ''} {name.family or ''}"
    base = slug(name.full) if name.full.isascii() or _is_latin(name.full) else slug(parts)
    base = base[:_LONGEST].strip("-")
    numbered = (f"{base}-{number}" if number > 1 else base for number in count(1))
    return next(id_ for id_ in numbered if id_ not in taken) if base else ""


def _is_latin(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return all("LATIN" in unicodedata.name(sign, "") for sign in letters)


def _stop_if_same(context: click.Context, desk: Desk, id_: str) -> None:
    entry = desk.catalog.participants[id_]
    place = entry.record.affiliation
    who = f"{entry.record.name.full}{f', {place.name}' if place else ''}"
    there = f"here is a participant '{id_}' already ({who})"
    if not desk.ask.asks and "id_" not in desk.ask.options:
        message = f"t{there}; for somebody else of this name, choose an id with --id"
        raise Misuse(message)
    question = f"T{there}. Is it the same person?"
    if desk.ask.asks and click.confirm(question, default=True, err=True):
        stop(context, f"One record serves for all years: {entry.path}.")


def _details(desk: Desk, agreed: frozenset[str]) -> dict[str, Any]:
    """Return what is known of a person beside the name.

    Where everybody can read the records, only for what was agreed to is there a question.
    """

    def ask_for(scope: ConsentScope) -> Questions:
        is_asked = not desk.in_public or scope in agreed
        return desk.ask if is_asked else desk.ask.only_options()

    values = {
        **_work(ask_for(ConsentScope.AFFILIATION), desk.catalog),
        **_links(ask_for(ConsentScope.LINKS)),
        **_words(ask_for(ConsentScope.BIOGRAPHY)),
    }
    return {key: value for key, value in values.items() if value}


def _work(ask: Questions, catalog: Catalog) -> dict[str, Any]:
    known = {
        place.name: place.ror or ""
        for entry in catalog.participants.values()
        if (place := entry.record.affiliation)
    }
    name = ask.known_or_new("affiliation", "Institution; '?' lists those known", Line, known)
    affiliation = {"name": name}
    if name:
        department = "Library, school or department there"
        affiliation["department"] = ask.line("department", department, Line)
        words = "ROR id of the institution, as on its page at ror.org"
        affiliation["ror"] = ask.line("ror", words, Ror, proposed=known.get(name, ""))
    return {
        "affiliation": {key: value for key, value in affiliation.items() if value},
        "position": ask.line("position", "Title of the position held there", Line),
    }


def _links(ask: Questions) -> dict[str, Any]:
    orcid = ask.line("orcid", "ORCID iD, as in 0000-0002-1825-0097", _OrcidAsPasted)
    page = ask.line("web_page", "Web page of the person", Url)
    return {
        "orcid": _OF_ORCID.sub("", orcid),
        "links": [{"label": "Website", "url": page}] if page else [],
    }


def _words(ask: Questions) -> dict[str, Any]:
    pronouns = "Pronouns, as in she/her"
    about = "A paragraph about the person and their research"
    return {
        "pronouns": ask.line("pronouns", pronouns, _Pronouns),
        "bio": ask.line("bio", about, Prose, sort=Sort.PROSE),
    }
