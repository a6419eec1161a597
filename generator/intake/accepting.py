"""The participant's record made of an application: only what the person agreed to have shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from generator.catalog import Catalog, Entry
from generator.catalog.rules import check_catalog
from generator.catalog.rules.privacy import is_public
from generator.diagnostics import Severity
from generator.intake.acceptance import Acceptance, said_in, scopes_of, values_of
from generator.intake.accepting_again import accept_again
from generator.intake.consented import stand_in_name
from generator.intake.known import KnownPeople
from generator.intake.naming import UNKNOWN_PARTS, is_pseudonym, pseudonym
from generator.intake.outcome import Fate
from generator.intake.record_edit import plain_of
from generator.intake.renaming import named_in_public
from generator.records.application import Application
from generator.records.canonical import write_as
from generator.records.checking import check_document
from generator.records.fields import ConsentScope, Refers
from generator.records.kinds import Kind
from generator.records.participant import Participant
from generator.source import read_bytes


def accept_people(
    catalog: Catalog,
    cohort: str,
    people: Sequence[str],
    folder: str,
    *,
    update: bool,
    are_named: bool = True,
) -> tuple[Acceptance, ...]:
    """Return what becomes of applicants to a cohort; all of them must have applied to it.

    ``folder`` is the folder of the records as it is named to people. What is there already is
    changed with ``update`` only; and of people who are not named one by one, nobody's consent is
    made narrower: a form that asks for less than the last one is no refusal of the rest, and among
    many nobody sees it.
    """
    taken = KnownPeople(catalog).taken
    accepted: list[Acceptance] = []
    for person in people:
        one = _accepted(catalog, catalog.applications[f"{cohort}/{person}"], folder, taken)
        taken.add(one.id)
        if one.fate is Fate.UPDATED and not update:
            one = replace(one, fate=Fate.DIFFERS, text="")
        elif one.fate is Fate.UPDATED and one.lost and not are_named:
            one = _left_to_name(one, cohort)
        accepted.append(one)
    return tuple(_checked(catalog, accepted))


def _left_to_name(one: Acceptance, cohort: str) -> Acceptance:
    scopes = ", ".join(one.lost)
    said = (
        f"kept as it is, for {scopes} would be taken out of what they agreed to; if they mean it, "
        f"name them: lrrt accept {cohort} {one.id} --update"
    )
    return replace(one, fate=Fate.DIFFERS, text="", notes=(*one.notes, said))


def _accepted(
    catalog: Catalog, application: Entry[Application], folder: str, taken: Iterable[str]
) -> Acceptance:
    cohort, _, person = application.id.partition("/")
    person = catalog.renamed[Refers.PARTICIPANT].get(person, person)
    there = catalog.participants.get(person)
    path = _path(folder, person)
    name = application.record.name or (there.record.name if there else None)
    who = name.full if name else person
    refused = Acceptance(person, who, Fate.REJECTED)
    if there is None and path in catalog.files:
        return replace(refused, reason=f"{path} is there, but at fault; mend it first")
    if name is None:
        return replace(refused, reason=f"{application.path} has no 'name'; add it")
    if there is not None:
        return accept_again(catalog, application, there, who)
    scopes = scopes_of(application.record.consent)
    values, withheld, notes = values_of(catalog, application, scopes)
    if ConsentScope.NAME in scopes or not is_public(catalog):
        values["name"] = values.get("name") or said_in(application)["name"]
        made = Acceptance(person, who, Fate.NEW, path, _text(values), withheld=withheld)
        return replace(made, notes=(*notes, *_name_notes(application)))
    return _unnamed(
        catalog,
        application,
        Acceptance(person, who, Fate.NEW, withheld=withheld, notes=notes),
        (folder, cohort, values, taken),
    )


def _unnamed(
    catalog: Catalog,
    application: Entry[Application],
    made: Acceptance,
    rest: tuple[str, str, dict[str, Any], Iterable[str]],
) -> Acceptance:
    """Return the record of somebody whom a public repository must not name: no word tells who."""
    folder, cohort, values, taken = rest
    id_ = made.id
    if not is_pseudonym(id_, catalog.cohorts):
        places = named_in_public(catalog, id_)
        if places:
            reason = f"has not agreed to be named, but '{id_}' stands in {', '.join(places)}"
            return replace(made, fate=Fate.REJECTED, reason=reason)
        id_ = pseudonym(f"{application.record.role}-{cohort}", set(taken))
    values["name"] = stand_in_name(id_)
    said = f"has not agreed to be named: the record is '{id_}', and holds no name"
    return replace(
        made,
        id=id_,
        path=_path(folder, id_),
        text=_text(values),
        notes=(*made.notes, said),
        former=made.id if id_ != made.id else "",
    )


def _name_notes(application: Entry[Application]) -> Iterator[str]:
    name = application.record.name
    if name and not name.family and not name.given:
        yield UNKNOWN_PARTS


def _path(folder: str, id_: str) -> str:
    """Return the file of a participant, as the catalog names it."""
    return str(PurePosixPath(folder, "participants", f"{id_}.yaml"))


def _text(values: Mapping[str, Any]) -> str:
    return write_as(Kind.PARTICIPANT, plain_of(values))


def _checked(catalog: Catalog, accepted: Sequence[Acceptance]) -> Iterator[Acceptance]:
    """Yield each acceptance, refused where its record would be at fault."""
    entries: dict[str, Entry[Participant]] = {}
    faults: dict[str, str] = {}
    for one in accepted:
        if not one.text:
            continue
        reading = read_bytes(one.text.encode(), one.path)
        checked = check_document(reading.document, Kind.PARTICIPANT) if reading.document else None
        errors = [*reading.found, *(checked.found if checked else ())]
        for found in errors:
            if found.severity is Severity.ERROR:
                faults.setdefault(one.path, f"{found.message} [{found.code}]; {found.help}")
        if reading.document and checked and isinstance(checked.record, Participant):
            entries[one.id] = Entry(one.id, checked.record, reading.document)
    whole = replace(
        catalog,
        participants=dict(sorted({**catalog.participants, **entries}.items())),
        documents=(
            *(one for one in catalog.documents if one.path not in {a.path for a in accepted}),
            *(entry.document for entry in entries.values()),
        ),
        files={**catalog.files, **{entry.path: Kind.PARTICIPANT for entry in entries.values()}},
    )
    before = {found.order for found in check_catalog(catalog)}
    elsewhere: list[str] = []
    for found in check_catalog(whole):
        if found.severity is Severity.ERROR and found.order not in before:
            faults.setdefault(found.place.path, f"{found.message} [{found.code}]; {found.help}")
            elsewhere.append(found.message)
    for one in accepted:
        fault = faults.get(one.path) if one.text else None
        if fault:
            yield replace(one, fate=Fate.REJECTED, reason=f"its record would be at fault: {fault}")
        else:
            number = sum(1 for message in elsewhere if f"'{one.id}'" in message)
            said = f"'lrrt validate' will find {number:,} more in what names '{one.id}'"
            notes = (*one.notes, said) if number else one.notes
            yield replace(one, notes=notes, breaks=number)
