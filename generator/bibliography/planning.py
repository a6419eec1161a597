"""What an import would write: new records, works that are there already, and what cannot go in.

Each record is read back from its file's text and held against all others before it is proposed,
so that nothing is written that 'lrrt validate' would call an error, but for facts that are missing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator.bibliography.duplicates import Works
from generator.bibliography.items import make_item
from generator.bibliography.linking import People
from generator.bibliography.proposing import Proposal, Surroundings, propose, shown_names, spellings
from generator.bibliography.reading.incoming import Batch, Incoming, Rejected
from generator.catalog import Catalog, Entry
from generator.catalog.rules import check_catalog
from generator.catalog.rules.privacy import is_public, without_contacts
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.rules.outputs import MISSING_FOR_TYPE
from generator.records.checking import check_document
from generator.records.fields import Refers
from generator.records.kinds import Kind
from generator.records.output import Output
from generator.source import read_bytes

_FREE = ("abstract", "annote", "note", "keyword")
_FACETS = {"topics": Refers.TOPIC, "methods": Refers.METHOD}


@dataclass(frozen=True, slots=True)
class Planned:
    """A record to be written. ``wanting`` says what 'lrrt validate' will still ask for."""

    incoming: Incoming
    proposal: Proposal
    entry: Entry[Output]
    wanting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An item that is a work which is there already: where, and how that shows."""

    incoming: Incoming
    where: str
    how: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to become of everything in a file, each in the order of the file."""

    new: tuple[Planned, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def plan_import(
    batch: Batch,
    catalog: Catalog,
    folder: str,
    watch: Callable[[Sequence[Incoming]], Iterable[Incoming]] = tuple,
) -> Plan:
    """Return what is to become of the items of a file.

    ``folder`` is the folder of the outputs, as it is named to people; ``watch`` passes the items on
    and may show how far it has come.
    """
    works = known_works(catalog)
    taken = taken_ids(catalog)
    around = surroundings(catalog, taken)
    drafts: list[Planned] = []
    duplicates: list[Duplicate] = []
    rejected = list(batch.rejected)
    for came_in in watch(batch.incoming):
        incoming = for_all_to_read(came_in, catalog)
        same = works.same(incoming.item)
        if same:
            work, how = same
            duplicates.append(Duplicate(incoming, work.where, how))
            continue
        drafted = draft(incoming, around, folder)
        if isinstance(drafted, Rejected):
            rejected.append(drafted)
            continue
        alike = works.alike(incoming.item)
        if alike:
            remark = f"much like {alike[0].where}, but for {alike[1]}"
            drafted = replace(drafted, incoming=_remarked(incoming, remark))
        taken.add(drafted.proposal.id)
        works.add(incoming.item, f"{drafted.entry.path} (to be written)", beside=True)
        drafts.append(drafted)
    new, refused = check_drafts(drafts, catalog)
    ordered = sorted([*rejected, *refused], key=lambda one: one.place)
    return Plan(tuple(new), tuple(duplicates), tuple(ordered))


def known_works(catalog: Catalog) -> Works:
    """Return the works that are among the records."""
    works = Works()
    people = {id_: entry.record for id_, entry in catalog.participants.items()}
    for entry in catalog.outputs.values():
        names = shown_names(entry.record, people)
        works.add(make_item(entry.id, entry.record, names, ()), entry.path)
    return works


def taken_ids(catalog: Catalog) -> set[str]:
    """Return the ids that no new output can have: of all files, usable or not, and earlier ones."""
    files = {
        PurePosixPath(path).stem for path, kind in catalog.files.items() if kind is Kind.OUTPUT
    }
    aliases = {alias for entry in catalog.outputs.values() for alias in entry.record.aliases}
    return files | aliases


def surroundings(catalog: Catalog, taken: set[str]) -> Surroundings:
    """Return what a proposal has to fit in with."""
    return Surroundings(
        People({id_: entry.record for id_, entry in catalog.participants.items()}),
        {
            facet: spellings(
                [(term.id, term.label, term.also) for term in catalog.terms[sort].values()]
            )
            for facet, sort in _FACETS.items()
        },
        taken,
    )


def draft(incoming: Incoming, around: Surroundings, folder: str) -> Planned | Rejected:
    """Return the record for one item, read back from its text; or why there can be none."""
    proposal = propose(incoming.item, around)
    if proposal is None:
        return Rejected(incoming.place, incoming.label, "it has no title; add one to the file")
    return read_back(incoming, proposal, f"{folder}/{proposal.id}.yaml")


def read_back(incoming: Incoming, proposal: Proposal, path: str) -> Planned | Rejected:
    """Return a proposal with the record that its text is read as; or why it cannot be read."""
    reading = read_bytes(proposal.text.encode("utf-8"), path)
    found = list(reading.found)
    record = None
    if reading.document:
        checked = check_document(reading.document, Kind.OUTPUT)
        found += checked.found
        record = checked.record
    faults = [one for one in found if one.severity is Severity.ERROR]
    if faults or reading.document is None or not isinstance(record, Output):
        reason = f"its record would not fit: {faults[0].message}" if faults else "it is too large"
        return Rejected(incoming.place, incoming.label, reason)
    warned = tuple(one.message for one in found)
    return Planned(incoming, proposal, Entry(proposal.id, record, reading.document), warned)


def check_drafts(drafts: list[Planned], catalog: Catalog) -> tuple[list[Planned], list[Rejected]]:
    """Hold records against all others: return those that fit in, and those that do not."""
    outputs = {**catalog.outputs, **{one.entry.id: one.entry for one in drafts}}
    documents = (*catalog.documents, *(one.entry.document for one in drafts))
    files = {**catalog.files, **{one.entry.path: Kind.OUTPUT for one in drafts}}
    whole = replace(
        catalog, outputs=dict(sorted(outputs.items())), documents=documents, files=files
    )
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in check_catalog(whole):
        found.setdefault(diagnostic.place.path, []).append(diagnostic)
    new: list[Planned] = []
    rejected: list[Rejected] = []
    for one in drafts:
        said = found.get(one.entry.path, [])
        fault = next(iter(_faults(said)), None)
        if fault:
            reason = f"its record would be at fault: {fault.message} [{fault.code}]; {fault.help}"
            rejected.append(Rejected(one.incoming.place, one.incoming.label, reason))
        else:
            wanting = tuple(dict.fromkeys(diagnostic.message for diagnostic in said))
            new.append(replace(one, wanting=(*one.wanting, *wanting)))
    return new, rejected


def _faults(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    for diagnostic in found:
        if diagnostic.severity is Severity.ERROR and diagnostic.code != MISSING_FOR_TYPE.code:
            yield diagnostic


def for_all_to_read(incoming: Incoming, catalog: Catalog) -> Incoming:
    """Return an item as it may go into the records.

    Where everybody can read these, its longer texts hold no address or number of anybody.
    """
    if not is_public(catalog):
        return incoming
    item = incoming.item
    texts = {name: without_contacts(item.texts[name]) for name in _FREE if name in item.texts}
    custom = {
        name: without_contacts(value) if isinstance(value, str) else value
        for name, value in item.custom.items()
    }
    made = replace(item, texts={**item.texts, **texts}, custom=custom)
    if made == item:
        return incoming
    said = "e-mail addresses and telephone numbers left out: everybody can read these records"
    return _remarked(replace(incoming, item=made), said)


def _remarked(incoming: Incoming, remark: str) -> Incoming:
    return replace(incoming, changes=(*incoming.changes, remark))
