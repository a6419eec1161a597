"""Who made a work, asked for one after the other."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import click

from generator.bibliography.item import Name
from generator.bibliography.linking import People
from generator.bibliography.reading.text import Sort, clean
from generator.cli.new_choices import Choice, Spellings, list_choices
from generator.cli.new_questions import Questions
from generator.diagnostics import closest
from generator.records.fields import ConsentScope, Line
from generator.records.output import ContributorRole
from generator.records.people import PersonName

_ROLE = re.compile(r"(.*?)\s*;\s*([a-z-]+)\s*")
_ROLES = tuple(str(one) for one in ContributorRole)


@dataclass(frozen=True, slots=True)
class _Known:
    """Who may be meant, and who is asked about it."""

    ask: Questions
    people: People
    spellings: Spellings


def ask_contributors(ask: Questions, people: People) -> list[dict[str, Any]]:
    """Return contributors as somebody names them: by id, by name, or an organization."""
    named: list[dict[str, Any]] = []
    choices = [
        Choice(id_, one.name.full, (one.name.original,) if one.name.original else ())
        for id_, one in people.participants.items()
        if not one.withdrawn
    ]
    known = _Known(ask, people, Spellings(choices))
    ask.say(
        "Who made it? Name one person after the other, in the order of the work: the id or name of",
        "a participant ('?' lists them), or 'Family name, Given name', or an organization; add",
        "'; editor', '; chair' or another role to who is no author. '-' takes the last one back.",
    )
    while True:
        words = "Name (or nothing, when all are named)"
        answer = str(click.prompt(words, default="", show_default=False, err=True))
        answer = clean(answer, Sort.CODE)
        if not answer:
            return named
        if answer == "?":
            list_choices(choices)
        elif answer == "-":
            named = named[:-1]
            click.echo(f"  {len(named)} named", err=True)
        else:
            entry = _contributor(answer, known)
            if entry in named:
                click.echo("  that one is named already", err=True)
            elif entry:
                named.append(entry)


def _contributor(answer: str, known: _Known) -> dict[str, Any]:
    """Return the entry for an answer, or nothing where it has to be given again."""
    match = _ROLE.fullmatch(answer)
    name, role = (match[1], match[2]) if match else (answer, str(ContributorRole.AUTHOR))
    if role not in _ROLES:
        meant = closest(role, _ROLES)
        return _again(f"'{role}' is no role{f'; did you mean {meant}?' if meant else ''}")
    entry = _somebody(" ".join(name.split()), known)
    if entry and role != ContributorRole.AUTHOR:
        entry["role"] = role
    return entry


def _somebody(name: str, known: _Known) -> dict[str, Any]:
    if name in known.people.participants:
        return _participant(name, known)
    problem = known.ask.misfit(Line, name)
    if problem:
        return _again(problem)
    family, comma, given = (part.strip() for part in name.partition(","))
    if not comma:
        return _whole_name(name, known)
    if not (family and given):
        return _again("write 'Family name, Given name'")
    person = PersonName(family=family, given=given)
    for id_ in known.people.find(Name(person)).participants:
        if click.confirm(f"Is this the participant '{id_}'?", default=True, err=True):
            return {**_participant(id_, known), **_printed(person, id_, known)}
    return {"name": {"given": given, "family": family}}


def _whole_name(name: str, known: _Known) -> dict[str, Any]:
    ids = known.spellings.known
    spelled = known.spellings.id_of(name)
    meant = spelled if spelled in ids else closest(name, ids)
    if meant and click.confirm(f"Is this the participant '{meant}'?", default=True, err=True):
        return _participant(meant, known)
    if click.confirm(f"Is '{name}' an organization?", default=False, err=True):
        return {"organization": name}
    if " " not in name or click.confirm(f"Is '{name}' one name, not two?", default=False, err=True):
        return {"name": {"family": name}}
    return _again("write it as 'Family name, Given name'")


def _printed(person: PersonName, id_: str, known: _Known) -> Mapping[str, Any]:
    """Return the name as printed, where it is not the one that the participant has."""
    own = known.people.participants[id_].name
    if (own.family, own.given) == (person.family, person.given):
        return {}
    return {"name": {"given": person.given, "family": person.family}}


def _participant(id_: str, known: _Known) -> dict[str, Any]:
    """Return the entry for a participant; by name alone where the person may not be named."""
    participant = known.people.participants[id_]
    if {ConsentScope.NAME, ConsentScope.OUTPUTS} <= participant.scopes:
        return {"participant": id_}
    _again(f"'{id_}' has not agreed to 'outputs': the name stands as printed, without a link")
    return {"name": participant.name.model_dump(exclude_none=True)}


def _again(said: str) -> dict[str, Any]:
    """Say something about an answer, and return that nobody is named by it."""
    click.echo(f"  {said}", err=True)
    return {}
