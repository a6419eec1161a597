"""The items of a BibTeX or biblatex file."""

from collections.abc import Mapping

from generator.bibliography.reading.bibtex_entries import Entry, find_entries
from generator.bibliography.reading.bibtex_fields import csl_from_fields
from generator.bibliography.reading.bibtex_kinds import csl_type_of
from generator.bibliography.reading.csl import UNTYPED, item_from_csl
from generator.bibliography.reading.incoming import Batch, Incoming, Rejected
from generator.source import Lines

_CONTAINED = frozenset(
    (
        "bookinbook",
        "conference",
        "inbook",
        "incollection",
        "inproceedings",
        "inreference",
        "suppbook",
        "suppcollection",
    )
)
_CONTAINERS = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_NOT_INHERITED = frozenset(
    ("abstract", "crossref", "entryset", "ids", "keywords", "shorttitle", "xdata", "xref")
)
_NO_WORKS = frozenset(("xdata", "set"))
_LONGEST_CHAIN = 10


def read_bibtex(content: str, path: str) -> Batch:
    """Return the items of a BibTeX file; where an entry is broken, the others still."""
    found = find_entries(content)
    lines = Lines(path, content)
    by_key = {entry.key.lower(): entry for entry in reversed(found.entries) if entry.key}
    incoming = tuple(
        _item(entry, by_key, lines) for entry in found.entries if entry.type not in _NO_WORKS
    )
    rejected = [
        Rejected(lines.place(min(offset, len(content))), name or "an entry", reason)
        for offset, name, reason in found.broken
    ]
    if not incoming and not rejected:
        rejected.append(Rejected(lines.place(0), "the file", "no entry of BibTeX stands in it"))
    return Batch(incoming, tuple(rejected))


def _item(entry: Entry, by_key: Mapping[str, Entry], lines: Lines) -> Incoming:
    remarks = list(entry.remarks)
    fields = _inherited(entry, by_key, remarks)
    kind = csl_type_of(entry.type, fields)
    if not kind:
        remarks.append(f"'@{entry.type}' is no type of BibTeX: taken as '{UNTYPED}'")
    kind = kind or UNTYPED
    values = csl_from_fields(entry.type, kind, fields, remarks)
    item, changes = item_from_csl({"id": entry.key, **values})
    place = lines.place(entry.offset)
    return Incoming(item, place, entry.key or f"@{entry.type}", (*remarks, *changes))


def _inherited(entry: Entry, by_key: Mapping[str, Entry], remarks: list[str]) -> dict[str, str]:
    """Return the fields of an entry with those of what it refers to (biblatex manual, 2.4.1)."""
    fields = dict(entry.fields)
    seen = {entry.key.lower()}
    waiting = [entry]
    for _ in range(_LONGEST_CHAIN):
        if not waiting:
            break
        child = waiting.pop()
        parents = [("crossref", child.fields.get("crossref", ""))]
        parents += [("xdata", name) for name in child.fields.get("xdata", "").split(",")]
        for how, name in parents:
            key = name.strip().lower()
            if not key or key in seen:
                continue
            seen.add(key)
            parent = by_key.get(key)
            if parent is None:
                remarks.append(f"{how} '{name.strip()}' names no entry of this file")
                continue
            waiting.append(parent)
            for field, value in parent.fields.items():
                own = field
                if how == "crossref" and child.type in _CONTAINED:
                    own = _CONTAINERS.get(field, field)
                if field not in _NOT_INHERITED:
                    fields.setdefault(own, value)
    return fields
