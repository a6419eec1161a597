"""An item as a proposed record: what goes under which key, who is a participant, and what is kept.

Whatever a record has no key for, or has in another form, goes under ``csl``, which stands before
the other keys when the record becomes an item again. So nothing that came in is lost.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.bibliography.csl_dates import when_to_csl
from generator.bibliography.csl_json import csl_name
from generator.bibliography.item import Item, Name
from generator.bibliography.items import kept_custom, make_item
from generator.bibliography.linking import People
from generator.bibliography.output_ids import choose_id
from generator.bibliography.reading.text import Sort, clean, shorten
from generator.bibliography.record_values import LONGEST_TITLE, record_title, record_values
from generator.bibliography.refusals import refusals
from generator.diagnostics import fold
from generator.records.canonical import write_as
from generator.records.fields import ConsentScope
from generator.records.kinds import Kind
from generator.records.output import ContributorRole, Output, OutputType
from generator.records.pages import bare_pages
from generator.records.participant import Participant

_MOST_PEOPLE = 5000
_PLAIN_KEY = re.compile(r"[A-Za-z][\w .:/-]{0,60}", re.ASCII)
_BETWEEN_KEYWORDS = re.compile(r"\s*;\s*")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a proposal has to fit in with: who is a participant, what the topics and ids are.

    ``terms`` holds for 'topics' and 'methods' the id and the label of each term by its spellings,
    folded.
    """

    people: People
    terms: Mapping[str, Mapping[str, tuple[str, str]]]
    taken: Collection[str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A record as it would be written. ``notes`` says in plain words what is worth a look."""

    id: str
    values: Mapping[str, Any]
    item: Item
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The file."""
        return write_as(Kind.OUTPUT, self.values)


def propose(
    item: Item,
    around: Surroundings,
    type_: OutputType | None = None,
    pairings: Sequence[str] = (),
) -> Proposal | None:
    """Return the record for an item; None where it has nothing that could be its title.

    ``type_`` is what it is to be instead of what its own type says; ``pairings`` produced it.
    """
    if not record_title(item):
        return None
    item = _with_bare_pages(item)
    notes: list[str] = []
    id_ = choose_id(item, around.taken)
    entries, names = _contributors(item, around.people, notes)
    terms, labels = _terms(item, around.terms, notes)
    values = record_values(item, entries, terms, type_)
    if pairings:
        values["pairings"] = list(pairings)
    values["csl"] = {}
    whole = item if item.id else replace(item, id=id_)
    for _ in range(3):  # what is kept for one variable can hide what follows for another
        made = make_item(id_, _output(values), names, labels)
        missing = _kept(whole, made)
        if not missing:
            break
        custom = {**kept_custom(values["csl"]), **missing.pop("custom", {})}
        values["csl"].update(missing)
        if custom:
            values["csl"]["custom"] = _written_custom(custom)
    if not values["csl"]:
        del values["csl"]
    notes += _remarks(item, values)
    return Proposal(id_, values, make_item(id_, _output(values), names, labels), tuple(notes))


def _with_bare_pages(item: Item) -> Item:
    """Return an item whose pages have no label, which its reference would repeat."""
    pages = item.text("page")
    return replace(item, texts={**item.texts, "page": bare_pages(pages)}) if pages else item


def _output(values: Mapping[str, Any]) -> Output:
    return Output.model_validate({key: value for key, value in values.items() if value})


def _contributors(
    item: Item, people: People, notes: list[str]
) -> tuple[list[dict[str, Any]], list[Name]]:
    """Return the entries for the names of an item, and the names that these will show."""
    entries: list[dict[str, Any]] = []
    names: list[Name] = []
    linked: set[tuple[str, str]] = set()
    for role in ContributorRole:
        for name in item.names.get(str(role), ()):
            if len(entries) == _MOST_PEOPLE:
                notes.append(f"only the first {_MOST_PEOPLE:,} names fit into a record")
                return entries, names
            person = _participant(name, people, notes)
            if (str(role), person) in linked:
                person = ""
            linked.add((str(role), person or name.full))
            entry, shown = _entry(name, person, people.participants)
            if role is not ContributorRole.AUTHOR:
                entry["role"] = str(role)
            entries.append(entry)
            names.append(shown)
    return entries, names


def _participant(name: Name, people: People, notes: list[str]) -> str:
    """Return the participant whose name it is, where that is sure and the person agreed."""
    link = people.find(name)
    participants = people.participants
    if not link.participants:
        return ""
    who = " or ".join(f"'{id_}'" for id_ in link.participants[:3])
    if not link.sure:
        notes.append(f"'{name.full}' is not linked; did you mean participant {who}?")
        return ""
    scopes = participants[link.sure].scopes
    if not {ConsentScope.NAME, ConsentScope.OUTPUTS} <= scopes:
        why = "withdrew" if participants[link.sure].withdrawn else "has not agreed to 'outputs'"
        notes.append(f"'{name.full}' looks like participant {who}, who {why}: not linked")
        return ""
    how = "same ORCID iD" if link.likeness.name == "ORCID" else "same name"
    notes.append(f"'{name.full}' is linked to participant {who} ({how}); check that it is so")
    return link.sure


def _entry(
    name: Name, person: str, participants: Mapping[str, Participant]
) -> tuple[dict[str, Any], Name]:
    if name.person is None and not person:
        ror = {"ror": name.identifier} if "ror.org" in name.identifier else {}
        return {"organization": name.organization, **ror}, name
    parts = name.person.model_dump(exclude_none=True) if name.person else {}
    if person:
        own = participants[person].name
        if csl_name(Name(own)) == csl_name(name):
            return {"participant": person}, Name(own)
        return {"participant": person, "name": parts}, name
    entry: dict[str, Any] = {"name": parts}
    if "orcid.org" in name.identifier:
        entry["orcid"] = name.identifier.rsplit("/", 1)[-1]
    return entry, name


def shown_names(output: Output, participants: Mapping[str, Participant]) -> tuple[Name, ...]:
    """Return the names of a record's contributors, whoever agreed to what: for those who edit."""
    people = ((one, participants.get(one.participant or "")) for one in output.contributors)
    return tuple(
        Name(one.name or (known.name if known else None), one.organization or one.participant or "")
        for one, known in people
    )


def _terms(
    item: Item, known: Mapping[str, Mapping[str, tuple[str, str]]], notes: list[str]
) -> tuple[dict[str, list[str]], list[str]]:
    """Return the topics and methods that keywords name, and their labels."""
    words = [fold(word) for word in _BETWEEN_KEYWORDS.split(item.text("keyword"))]
    found: dict[str, list[str]] = {}
    labels: list[str] = []
    for facet, spellings in known.items():
        terms = dict.fromkeys(spellings[word] for word in words if word in spellings)
        if terms:
            found[facet] = [id_ for id_, _ in terms]
            labels += [label for _, label in terms]
            notes.append(f"{facet} by keyword: {', '.join(found[facet])}")
    return found, labels


def _kept(item: Item, made: Item) -> dict[str, Any]:
    """Return what a record loses of an item, as ``csl`` keeps it: all scalars as text."""
    kept: dict[str, Any] = {}
    if made.id != item.id:
        kept["id"] = item.id
    if made.type != item.type:
        kept["type"] = item.type
    for name, text in item.texts.items():
        if made.texts.get(name) != text:
            kept[name] = text.split("\n") if name == "categories" else text
    for name, when in item.dates.items():
        if made.dates.get(name) != when:
            kept[name] = _in_texts(when_to_csl(when))
    custom = {
        key: value
        for key, value in item.custom.items()
        if key not in made.custom or made.custom[key] != value
    }
    return {**kept, "custom": custom} if custom else kept


def _in_texts(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _in_texts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_in_texts(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _written_custom(custom: Mapping[str, Any]) -> Mapping[str, str] | str:
    """Return facts of other tools as YAML can hold them: keys with texts, or JSON."""
    plain = all(
        isinstance(value, str)
        and value
        and clean(value, Sort.CODE) == value
        and _PLAIN_KEY.fullmatch(key)
        for key, value in custom.items()
    )
    return dict(custom) if plain else json.dumps(custom)


def _remarks(item: Item, values: Mapping[str, Any]) -> Iterator[str]:
    title = item.text("title")
    if not title:
        yield f"it has no title; '{shorten(str(values['title']))}' stands for one"
    if len(title) > LONGEST_TITLE:
        yield f"the title has {len(title):,} characters; the record shows the first"
    yield from refusals(item, values)
    for name in ("note", "annote"):
        if item.text(name):
            said = shorten(item.text(name))
            yield f"{name} '{said}' will be public; delete it if it was meant for you alone"
    literal = item.issued.literal if item.issued else ""
    if literal and values.get("date"):
        yield f"the date '{literal}' cannot be read; the record is filed under {values['date']}"
    kept = [name for name in values.get("csl", {}) if name not in ("id", "type")]
    if kept:
        yield f"kept under 'csl': {', '.join(sorted(kept, key=str.lower))}"


def spellings(terms: Sequence[tuple[str, str, Sequence[str]]]) -> dict[str, tuple[str, str]]:
    """Return the id and the label of terms by each of their spellings, folded."""
    found: dict[str, tuple[str, str]] = {}
    for id_, label, also in terms:
        for spelling in (label, *also, id_):
            found.setdefault(fold(spelling), (id_, label))
    found.pop("", None)
    return found
