"""Items as RIS (RIS Format Specifications, 2001 and 2011).

One tag a line, lines ended by CR LF, no line break within a value. Nothing in RIS can be escaped,
so marks of titles are left out, and a semicolon in an address, where it parts two, is encoded.
What RIS has no tag for becomes a note, 'name: value'.
"""

import json
from collections.abc import Iterable, Iterator

from generator.bibliography.item import Item, Name, When
from generator.bibliography.latex import one_line
from generator.bibliography.leading import leading_role
from generator.bibliography.name_parts import with_particles
from generator.bibliography.plain import plain_title
from generator.bibliography.reading.ris_kinds import ris_kind
from generator.bibliography.ris_tags import NUMBERED, ris_type, role_tags, text_tags
from generator.records.dates import PartialDate

Line = tuple[str, str]
"""A tag and its value."""

_APART = frozenset(("keyword", "note", "page", "status"))
_TITLES = frozenset(
    ("collection-title", "container-title", "original-title", "reviewed-title", "title")
)
_ORDER = (
    "TY ID TI AU T2 A2 T3 A3 A4 AB C1 C2 C3 C4 C5 C7 CN CY DA PY DO DP ET VL IS SP EP J2 LA M1 M3 "
    "NV OP PB RI SE SN ST UR L2 AN DB Y2 KW N1"
)
_RANK = {tag: rank for rank, tag in enumerate(_ORDER.split())}
_LABELS = {"license": "License", "open-copy": "Open copy", "slides": "Slides", "award": "Award"}
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


def ris_entry(item: Item, key: str) -> str:
    """Return an item as a reference of RIS, from TY to ER, under an id."""
    type_ = ris_type(item)
    lines = [(tag, one_line(value)) for tag, value in _lines(item, type_)]
    if _read_as(type_, lines) != item.type:
        lines.append(("N1", f"type: {item.type}"))
    lines.sort(key=lambda line: _RANK[line[0]])
    head = [("TY", type_), ("ID", key)]
    body = [f"{tag}  - {value}\r\n" for tag, value in (*head, *lines) if value]
    return "".join((*body, "ER  - \r\n"))


def _read_as(type_: str, lines: Iterable[Line]) -> str:
    """Return the CSL type that a reader takes a reference for."""
    tags: dict[str, list[str]] = {}
    for tag, value in lines:
        tags.setdefault(tag, []).append(value)
    return ris_kind(type_, tags)


def _lines(item: Item, type_: str) -> Iterator[Line]:
    yield from _people(item, type_)
    yield from _dates(item)
    yield from _pages(item)
    yield from _texts(item, type_)
    yield from (("KW", word) for word in item.text("keyword").split(";"))
    yield "N1", item.text("note")
    if item.has("status"):
        yield "N1", f"Status: {item.text('status')}"
    yield from _custom(item)


def _texts(item: Item, type_: str) -> Iterator[Line]:
    """Yield the texts: in the tag that the type has for each, or where that is taken, a note."""
    known = text_tags(type_)
    taken = {"SP"} if item.has("page") else set()
    for variable in (*known, *sorted(item.texts.keys() - known.keys())):
        if variable in _APART or variable not in item.texts:
            continue
        text = item.texts[variable]
        value = plain_title(text) if variable in _TITLES else text
        tag = known.get(variable, "")
        if tag and tag not in taken:
            taken.add(tag)
            yield tag, value.replace(";", "%3B") if tag == "UR" else value
        else:
            yield "N1", f"{variable.lower()}: {value}"


def _people(item: Item, type_: str) -> Iterator[Line]:
    """Yield everybody: authors first, who stand in one tag with others who made the work.

    Who stands for an author that there is not has the author's tag, and a note says as what; so has
    who shares it. Notes name, too, an organization whose name would be parted as a person's, and a
    person of one name, who would be taken for an organization.
    """
    known = role_tags(type_)
    leading = leading_role(item)
    if leading:
        yield "N1", f"authortype: {leading}"
    for role in sorted(item.names, key=lambda role: (role != "author", role)):
        tag = "AU" if role == leading else known.get(role, "")
        for name in item.names[role]:
            shown = ris_name(name)
            if tag:
                yield tag, shown
            if shown and (not tag or (tag == "AU" and role not in ("author", leading))):
                yield "N1", f"{role}: {shown}"
            if "," not in shown and name.person and name.person.family == shown:
                yield "N1", f"person: {shown}"
            if "," in shown and not name.person:
                yield "N1", f"organization: {shown}"


def ris_name(name: Name) -> str:
    """Return a name as 'Family, Given, Suffix'; a name of one part, and an organization, whole.

    A particle stands with the family name, or with the given name where a reference drops it.
    """
    person = name.person
    if person is None:
        return name.organization
    if not (person.family and (person.given or person.suffix)):
        return person.full
    given = " ".join(filter(None, (person.given, person.dropping_particle)))
    parts = (with_particles(person.family, person.particle), given, *filter(None, (person.suffix,)))
    return ", ".join(parts)


def _dates(item: Item) -> Iterator[Line]:
    issued = item.issued
    if issued:
        yield "PY", f"{issued.period.start.year:04d}" if issued.period else issued.literal
        yield "DA", ris_date(issued)
        if issued.period and issued.literal:
            yield "N1", f"issued: {issued.literal}"
    for variable, when in sorted(item.dates.items()):
        if variable == "accessed":
            yield "Y2", ris_date(when) or when.literal
        elif variable != "issued":
            yield "N1", f"{variable}: {when.period or ''} {when.literal}".rstrip()


def ris_date(when: When) -> str:
    """Return a date as YYYY/MM/DD/other, where other tells of its end, its season, or circa."""
    if when.period is None:
        return ""
    start, end = when.period.start, when.period.end
    others = (
        _SEASONS[when.season - 1] if when.season else "",
        f"to {end}" if end else "to present" if when.period.is_open else "",
        "circa" if when.circa else "",
    )
    return f"{_slashed(start)}/{' '.join(other for other in others if other)}"


def _slashed(date: PartialDate) -> str:
    month, day = (f"{number:02d}" if number else "" for number in (date.month, date.day))
    return f"{date.year:04d}/{month}/{day}"


def _pages(item: Item) -> Iterator[Line]:
    """Yield first and last page; pages that are no single range stand whole in SP.

    An article number stands there, too, where there are no pages: Zotero knows no other place.
    """
    if "page" not in item.texts and ris_type(item) in NUMBERED:
        yield "SP", item.text("number")
    pages = item.text("page").replace("\u2013", "-")
    first, dash, last = (part.strip() for part in pages.partition("-"))
    if dash and first and last and not set("-,;&") & set(last):
        yield "SP", first
        yield "EP", last
    else:
        yield "SP", pages


def _custom(item: Item) -> Iterator[Line]:
    for name, value in sorted(item.custom.items()):
        if name == "open-copy":
            yield (
                "L2",
                _said(value),
            )  # a full text, which need not be open: the note says that it is
        yield "N1", f"{_LABELS.get(name, name.lower())}: {_said(value)}"


def _said(value: object) -> str:
    """Return a fact as words; what other tools kept in other shapes, as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
