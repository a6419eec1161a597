"""The tags of a RIS reference as variables of CSL."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.bibliography.reading.leftovers import left_over
from generator.bibliography.reading.ris_kinds import CONTAINED, PERIODICALS
from generator.bibliography.reading.ris_people import (
    USUAL_ROLES,
    Tags,
    dates,
    first,
    people,
    person_of,
)
from generator.diagnostics import fold
from generator.records.csl import CSL_DATES, CSL_TEXTS
from generator.records.output import ContributorRole

_TEXTS = (
    ("abstract", ("AB", "N2")),
    ("call-number", ("CN",)),
    ("title-short", ("ST",)),
    ("edition", ("ET",)),
    ("language", ("LA",)),
    ("archive", ("DB",)),
    ("source", ("DP",)),
    ("archive_location", ("AN",)),
    ("publisher", ("PB",)),
    ("publisher-place", ("CY", "PP")),
    ("DOI", ("DO",)),
    ("number-of-volumes", ("NV",)),
    ("section", ("SE",)),
    ("volume", ("VL",)),
    ("container-title-short", ("J2", "JA")),
    ("reviewed-title", ("RI",)),
    ("original-title", ("OP",)),
)
_ROLES = frozenset(str(role) for role in ContributorRole)
_VARIABLES = {
    name.lower(): name
    for name in (*CSL_TEXTS, *CSL_DATES, *_ROLES)
    if name not in ("note", "title")
}
_OURS = {"license": "license", "slides": "slides", "award": "award", "open copy": "open-copy"}
_KINDS = {"organization": "literal", "person": "family"}
_MARKS = ("authortype", "type", *_KINDS)
"""Notes of our own exports that say how other tags are meant."""

_BOOKS = re.compile(
    r"\b(?:proceedings|transactions|lecture notes|advances in|journal|papers from|actas)\b",
    re.IGNORECASE,
)
_KEPT = {
    "RP": "reprint edition",
    "TT": "translated title",
    "U1": "user field 1",
}
_READ = frozenset(("TY", "ID", "UR", "N1", "RN", "DA", "PY", "Y1", "Y2", "SP", "EP", "SN"))
"""Tags that are read in any case, if not word for word."""

_FOR_MACHINES = frozenset(("AD", "L1", "L2", "L3", "L4", "H1", "H2", "Y3", "LK", "LB"))
"""Tags that stay behind: files, libraries, and where authors can be written to."""

_SAYS_NOTHING = frozenset(("article", "journalarticle", "magazinearticle", "journal", "periodical"))
"""What databases call articles, folded."""


def csl_from_tags(kind: str, tags: Tags, remarks: list[str]) -> dict[str, Any]:
    """Return the variables of CSL for the tags of a reference; ``kind`` is its type of CSL.

    A note 'name: value', whose name is a variable of CSL or one of ours, is that variable. What no
    variable takes goes under ``custom``, but for what programs keep for themselves.
    """
    values: dict[str, Any] = dict(_texts(tags))
    values.update(_titles(kind, tags))
    values.update(_numbers(kind, tags))
    values.update(
        people(
            kind,
            tags,
            {name: {key: name} for mark, key in _KINDS.items() for name in _marked(tags, mark)},
        )
    )
    values.update(dates(tags))
    values.update(_described(kind, values, tags))
    if kind in PERIODICALS and (tags.get("DP") or tags.get("AN")):
        _leave_database(values)
    custom = dict(_custom(kind, tags, values, remarks))
    notes = []
    for note in _notes(tags):
        name, value = _named(note)
        if not name and note.partition(":")[0] in _MARKS:
            continue
        if name in _ROLES:
            values.setdefault(name, []).append(person_of(value))
        elif name in CSL_DATES:
            values.setdefault(name, {"raw": value})
        elif name in _OURS.values():
            custom.setdefault(name, value)
        elif name and not values.get(name):
            values[name] = value
        else:
            notes.append(note)
    for made in _marked(tags, "authortype"):
        _part_authors(values, made)
    if notes:
        values["note"] = "\n\n".join(notes)
    return {**values, "custom": custom}


def _leave_database(values: dict[str, Any]) -> None:
    """Take an article out of the database that it was found in (APA 7, section 9.30)."""
    database = values.pop("archive", "")
    values.pop("archive_location", None)
    if database:
        values.setdefault("source", database)


def _marked(tags: Tags, mark: str) -> list[str]:
    """Return what notes of our own exports say under a mark."""
    sign = f"{mark}: "
    return [note.removeprefix(sign) for note in tags.get("N1", ()) if note.startswith(sign)]


def _part_authors(values: dict[str, Any], role: str) -> None:
    """Give those who stand in the author's tag the role that they have: there is no author.

    Of whom a note says another role, that is theirs.
    """
    others = [one for name in _ROLES - {"author"} for one in values.get(name, ())]
    authors = values.pop("author", [])
    leading = [one for one in authors if one not in others] or authors
    if role in _ROLES and leading:
        values[role] = leading


def _notes(tags: Tags) -> list[str]:
    title = first(tags, "TI", "T1", "CT")
    notes = [note for tag in ("N1", "RN") for note in tags.get(tag, ()) if note != title]
    return list(dict.fromkeys(notes))


def _named(note: str) -> tuple[str, str]:
    """Return the variable that a note names, and its value; no variable for other notes."""
    name, colon, value = note.partition(":")
    lowered = name.strip().lower()
    known = _OURS.get(lowered) or _VARIABLES.get(lowered, "")
    return (known, value.strip()) if colon and value.strip() else ("", "")


def _texts(tags: Tags) -> Iterator[tuple[str, str]]:
    for variable, names in _TEXTS:
        value = first(tags, *names)
        if value:
            yield variable, value
    addresses = _addresses(tags)
    if addresses:
        yield "URL", addresses[0]
    keywords = [
        part for value in tags.get("KW", ()) for part in re.split(r"\s*[;\n]\s*", value) if part
    ]
    if keywords:
        yield "keyword", "; ".join(dict.fromkeys(keywords))


def _addresses(tags: Tags) -> list[str]:
    return [part for value in tags.get("UR", ()) for part in re.split(r"[;\s]+", value) if part]


def _titles(kind: str, tags: Tags) -> Iterator[tuple[str, str]]:
    title = first(tags, "TI", "T1", "CT")
    within = first(tags, "T2")
    third = first(tags, "T3")
    journal = first(tags, "JF", "JO", "BT")
    if not title and kind == "book":
        title, journal = journal, ""
    yield "title", title
    if kind == "paper-conference":
        yield from _proceedings(tags, within, journal, third)
    elif kind == "speech":
        yield "event-title", within or journal
        yield "collection-title", third
    elif kind in ("broadcast", "song"):
        yield "container-title", within or third
    elif kind in CONTAINED:
        yield "container-title", within or journal or first(tags, "JA", "J2")
        yield "collection-title", third
    elif kind == "dataset":
        yield "container-title", within or journal
        yield "collection-title", third
    elif kind in ("book", "report", "map", "software", "thesis"):
        yield "collection-title", within or third
        yield "container-title", journal
    else:
        yield "container-title", within or journal
        yield "collection-title", third


def _proceedings(tags: Tags, within: str, journal: str, third: str) -> Iterator[tuple[str, str]]:
    """Yield what a conference paper stands in: T2 is the conference, or its proceedings."""
    proceedings = first(tags, "C3") or journal
    if not proceedings and within and (_BOOKS.search(within) or first(tags, "SP", "VL")):
        proceedings, within = within, ""
    yield "container-title", proceedings
    yield "event-title", within
    yield "collection-title", third
    if first(tags, "C1"):
        yield "publisher-place", first(tags, "C1")
    if within:
        yield "event-place", first(tags, "CY")
        if not first(tags, "C1"):
            yield "publisher-place", ""


def _numbers(kind: str, tags: Tags) -> Iterator[tuple[str, str]]:
    start, end = first(tags, "SP"), first(tags, "EP")
    pages = start if not end or end == start or "-" in start else f"{start}-{end}"
    paged = kind in CONTAINED or kind in ("document", "legal_case", "article", "report")
    article = first(tags, "C7")
    if kind in PERIODICALS and re.fullmatch(r"[eE]\d+", pages) and article in ("", pages):
        article, pages = pages, ""
    if article and article == pages:
        pages = ""  # it stands there for Zotero, which knows no other place
    yield "page" if paged else "number-of-pages", pages or end
    issue, more = first(tags, "IS"), first(tags, "M1")
    if kind in PERIODICALS:
        yield "issue", issue or more
    elif kind in ("book", "chapter") and first(tags, "T3", "T2"):
        yield "collection-number", issue or more
    elif kind == "dataset" and first(tags, "NV"):
        yield "number", first(tags, "NV")
        yield "number-of-volumes", ""
    elif kind == "paper-conference":
        yield "issue", issue
        yield "number", more
    else:
        yield "number", issue or more
    if article and kind in PERIODICALS:
        yield "number", article
    serial = " ".join(dict.fromkeys(tags.get("SN", ())))
    if kind in ("patent", "report", "standard"):
        if serial and not issue:
            yield "number", serial
        return
    issn = kind in PERIODICALS or re.match(r"\d{4}-?\d{3}[\dXx](?!\d)", serial)
    yield "ISSN" if issn else "ISBN", re.sub(r"\s*\([^)]*\)", "", serial)


def _described(kind: str, values: Mapping[str, Any], tags: Tags) -> Iterator[tuple[str, str]]:
    """Yield genre, medium and version, and a DOI where older exports have it."""
    sort = first(tags, "M3")
    if re.match(r"(?:doi:?\s*)?10\.\d{4,9}/", sort, re.IGNORECASE) and "DOI" not in values:
        yield "DOI", sort
    elif sort and not (kind in PERIODICALS and fold(sort) in _SAYS_NOTHING):
        yield "genre", sort
    if kind in ("dataset", "software") and values.get("edition"):
        yield "version", values["edition"]
        yield "edition", ""
    if kind == "speech" and values.get("publisher-place"):
        yield "event-place", values["publisher-place"]
        yield "publisher-place", ""
    if kind == "map" and first(tags, "C1"):
        yield "scale", first(tags, "C1")
    if kind == "motion_picture" and not sort and first(tags, "C4"):
        yield "genre", first(tags, "C4")
    if first(tags, "C5") and kind in ("motion_picture", "song", "broadcast"):
        yield "medium", first(tags, "C5")


def _custom(
    kind: str, tags: Tags, values: Mapping[str, Any], remarks: list[str]
) -> Iterator[tuple[str, str]]:
    """Yield what no variable has taken, and say what was left out."""
    if len(_addresses(tags)) > 1:
        yield "other addresses", " ".join(_addresses(tags)[1:])
    left_out = []
    for tag, value in left_over(tags, values):
        if tag in _FOR_MACHINES or (tag in ("AN", "M3") and kind in PERIODICALS):
            left_out.append(tag)
        elif tag not in _READ and tag not in USUAL_ROLES:
            yield _KEPT.get(tag, f"RIS {tag}"), value
    if left_out:
        remarks.append(f"left out what programs keep for themselves: {', '.join(left_out)}")
