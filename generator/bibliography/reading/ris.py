"""The items of a RIS file.

Sources: the RIS format specification; where tags mean different things for different types, the
table by which Zotero reads and writes them (its translator RIS.js), and EndNote's exports.
"""

import re
from collections.abc import Sequence

from generator.bibliography.reading.csl import UNTYPED, item_from_csl
from generator.bibliography.reading.incoming import Batch, Incoming, Rejected
from generator.bibliography.reading.ris_fields import csl_from_tags
from generator.bibliography.reading.ris_kinds import ris_kind
from generator.bibliography.reading.ris_people import first
from generator.bibliography.reading.ris_records import Reference, find_references
from generator.bibliography.reading.text import shorten
from generator.source import Lines


def read_ris(content: str, path: str) -> Batch:
    """Return the items of a RIS file; what belongs to no reference is rejected."""
    lines = Lines(path, content)
    starts = _starts(content)
    found = find_references(content)
    incoming = tuple(
        _item(one, number, lines, starts) for number, one in enumerate(found.references, 1)
    )
    rejected = [
        Rejected(
            lines.place(starts[line - 1]),
            f"'{shorten(words)}'",
            "this belongs to no reference, which begins with 'TY  - ' and ends with 'ER  - '",
        )
        for line, words in found.stray
    ]
    if not incoming and not rejected:
        rejected.append(Rejected(lines.place(0), "the file", "no reference of RIS stands in it"))
    return Batch(incoming, tuple(rejected))


def _starts(content: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", content))]


def _item(reference: Reference, number: int, lines: Lines, starts: Sequence[int]) -> Incoming:
    remarks = list(reference.remarks)
    tags = reference.tags
    kind = ris_kind(reference.type, tags)
    if not kind:
        remarks.append(f"'{shorten(reference.type)}' is no type of RIS: taken as '{UNTYPED}'")
        kind = UNTYPED
    id_ = first(tags, "ID")
    if id_.isdigit():
        id_ = ""  # the place in somebody's database, which names no work
    values = {"id": id_, "type": kind, **csl_from_tags(kind, tags, remarks)}
    if reference.type == "INPR":
        values.setdefault("status", "in press")
    item, changes = item_from_csl(values)
    label = item.id or f"reference {number}"
    place = lines.place(starts[reference.line - 1])
    return Incoming(item, place, label, (*remarks, *changes))
