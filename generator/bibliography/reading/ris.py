"""The items of a RIS file.

Sources: the RIS format specification; where tags mean different things for different types, the
table by which Zotero reads and writes them (its translator RIS.js), and EndNote's exports.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.bibliography.reading.csl import UNTYPED, item_from_csl
from generator.bibliography.reading.incoming import Batch, Incoming, Rejected
from generator.bibliography.reading.ris_kinds import CONTAINED, PERIODICALS, TYPES
from generator.bibliography.reading.ris_records import Reference, find_references
from generator.bibliography.reading.text import shorten
from generator.source import Lines

Tags = Mapping[str, Sequence[str]]

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
_ROLES = {
    "A2": {
        "book": "collection-editor",
        "broadcast": "performer",
        "interview": "interviewer",
        "motion_picture": "director",
        "personal_communication": "recipient",
        "song": "performer",
        "speech": "chair",
        "report": "collection-editor",
    },
    "A3": {
        "book": "editor",
        "broadcast": "producer",
        "motion_picture": "producer",
        "performance": "producer",
    },
    "A4": {"motion_picture": "contributor", "paper-conference": "contributor"},
}
_USUAL_ROLES = {
    "A1": "author",
    "AU": "author",
    "A2": "editor",
    "A3": "collection-editor",
    "A4": "translator",
    "ED": "editor",
    "TA": "translator",
}
_SUFFIX = re.compile(r"(?:jr|sr)\.?|[ivx]{2,4}|iv", re.IGNORECASE)
_BOOKS = re.compile(
    r"\b(?:proceedings|transactions|lecture notes|advances in|journal|papers from|actas)\b",
    re.IGNORECASE,
)
_KEPT = (
    ("RP", "reprint edition"),
    ("U1", "user field 1"),
    ("TT", "translated title"),
    ("AD", "author address"),
)
_ELSEWHERE = "TY ID TI T1 CT T2 T3 JF JO BT SP EP IS M1 SN UR KW N1 RN DA PY Y1 Y2 M3 C3 C7"
_READ = frozenset(_ELSEWHERE.split())
_FOR_MACHINES = frozenset(("L1", "L2", "L3", "L4", "H1", "H2", "Y3", "LK", "LB"))


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
    kind = TYPES.get(reference.type, "")
    if not kind:
        remarks.append(f"'{shorten(reference.type)}' is no type of RIS: taken as '{UNTYPED}'")
        kind = UNTYPED
    if (
        reference.type == "GEN"
        and _first(tags, "JO", "JF", "T2", "JA")
        and _first(tags, "VL", "IS")
    ):
        kind = "article-journal"  # as Zotero reads it
    values: dict[str, Any] = {"id": _first(tags, "ID"), "type": kind}
    values.update(_texts(tags))
    values.update(_titles(kind, tags))
    values.update(_numbers(kind, tags))
    values.update(_names(kind, tags))
    values.update(_dates(kind, tags))
    values.update(_described(kind, values, tags))
    if reference.type == "INPR":
        values.setdefault("status", "in press")
    values["custom"] = dict(_custom(tags, remarks))
    item, changes = item_from_csl(values)
    label = item.id or f"reference {number}"
    place = lines.place(starts[reference.line - 1])
    return Incoming(item, place, label, (*remarks, *changes))


def _first(tags: Tags, *names: str) -> str:
    return next((value for name in names for value in tags.get(name, ()) if value), "")


def _texts(tags: Tags) -> Iterator[tuple[str, str]]:
    for variable, names in _TEXTS:
        value = _first(tags, *names)
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
    title = _first(tags, "TI", "T1", "CT")
    notes = [note for name in ("N1", "RN") for note in tags.get(name, ()) if note != title]
    if notes:
        yield "note", "\n\n".join(dict.fromkeys(notes))


def _addresses(tags: Tags) -> list[str]:
    return [part for value in tags.get("UR", ()) for part in re.split(r"[;\s]+", value) if part]


def _titles(kind: str, tags: Tags) -> Iterator[tuple[str, str]]:
    title = _first(tags, "TI", "T1", "CT")
    within = _first(tags, "T2")
    third = _first(tags, "T3")
    journal = _first(tags, "JF", "JO", "BT")
    if not title and kind == "book":
        title, journal = journal, ""
    yield "title", title
    if kind == "paper-conference":
        yield from _proceedings(tags, within, journal, third)
    elif kind == "speech":
        yield "event-title", within or journal
        yield "collection-title", third
    elif kind in CONTAINED:
        yield "container-title", within or journal or _first(tags, "JA", "J2")
        yield "collection-title", third
    elif kind in ("book", "report", "map", "software", "thesis", "dataset"):
        yield "collection-title", within or third
        yield "container-title", journal
    else:
        yield "container-title", within or journal
        yield "collection-title", third


def _proceedings(tags: Tags, within: str, journal: str, third: str) -> Iterator[tuple[str, str]]:
    """Yield what a conference paper stands in: T2 is the conference, or its proceedings."""
    proceedings = _first(tags, "C3") or journal
    if not proceedings and within and (_BOOKS.search(within) or _first(tags, "SP", "VL")):
        proceedings, within = within, ""
    yield "container-title", proceedings
    yield "event-title", within
    yield "event-place", _first(tags, "C1")
    yield "collection-title", third


def _numbers(kind: str, tags: Tags) -> Iterator[tuple[str, str]]:
    first, last = _first(tags, "SP"), _first(tags, "EP")
    pages = first if not last or last == first or "-" in first else f"{first}-{last}"
    paged = kind in CONTAINED or kind in ("document", "legal_case", "article", "report")
    yield "page" if paged else "number-of-pages", pages or last
    issue, more = _first(tags, "IS"), _first(tags, "M1")
    if kind in PERIODICALS:
        yield "issue", issue or more
    elif kind in ("book", "chapter") and _first(tags, "T3", "T2"):
        yield "collection-number", issue or more
    else:
        yield "number", issue or more
    article = _first(tags, "C7")
    if article and kind in PERIODICALS:
        yield "number", article
    serial = " ".join(dict.fromkeys(tags.get("SN", ())))
    if kind in ("patent", "report", "standard"):
        if serial and not issue:
            yield "number", serial
        return
    issn = kind in PERIODICALS or re.match(r"\d{4}-?\d{3}[\dXx](?!\d)", serial)
    yield "ISSN" if issn else "ISBN", re.sub(r"\s*\([^)]*\)", "", serial)


def _names(kind: str, tags: Tags) -> Iterator[tuple[str, list[dict[str, str]]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for tag, written in tags.items():
        role = _ROLES.get(tag, {}).get(kind, _USUAL_ROLES.get(tag, ""))
        people = [_name(value) for value in written if value.strip(" ,")]
        if role and people:
            found.setdefault(role, []).extend(people)
    if kind == "speech" and "chair" in found and "author" not in found:
        found["author"] = found.pop("chair")
    yield from found.items()


def _name(written: str) -> dict[str, str]:
    """Return a name: 'Family, Given, Suffix'; without a comma it is an organization's."""
    parts = [part.strip() for part in written.rstrip(" ,;").split(",")]
    if len(parts) == 1:
        return {"literal": parts[0]}
    name = {"family": parts[0], "given": parts[1]}
    if len(parts) > 2:  # noqa: PLR2004  # family, given, and more
        rest = ", ".join(parts[2:])
        if _SUFFIX.fullmatch(parts[1]):
            name = {"family": parts[0], "given": rest, "suffix": parts[1]}
        else:
            name["suffix"] = rest
    return name


def _dates(kind: str, tags: Tags) -> Iterator[tuple[str, dict[str, str]]]:
    exact, year = _first(tags, "DA"), _first(tags, "PY", "Y1")
    chosen = _date(exact) if exact and (not year or year[:4] in exact) else _date(year or exact)
    if exact and year and year[:4] not in exact:
        chosen = _date(f"{year[:4]} {exact}") if not re.search(r"\d{4}", exact) else _date(year)
    if chosen:
        yield "issued", chosen
        if kind == "speech":
            yield "event-date", chosen
    accessed = _date(_first(tags, "Y2"))
    if accessed:
        yield "accessed", accessed


def _date(written: str) -> dict[str, str]:
    """Return a date of RIS: YYYY/MM/DD/other, of which any part may be missing."""
    parts = [part.strip() for part in written.split("/")]
    if len(parts) < 3 or not re.fullmatch(r"\d{4}", parts[0]):  # noqa: PLR2004  # the three slashes
        return {"raw": written} if written else {}
    numbers = "-".join(part.zfill(2) for part in parts[:3] if part.isdigit() and int(part))
    season = parts[3] if len(parts) > 3 else ""  # noqa: PLR2004  # as above
    return {"raw": numbers, "season": season} if season else {"raw": numbers}


def _described(kind: str, values: Mapping[str, Any], tags: Tags) -> Iterator[tuple[str, str]]:
    """Yield genre, medium and version, and a DOI where older exports have it."""
    sort = _first(tags, "M3")
    if re.match(r"(?:doi:?\s*)?10\.\d{4,9}/", sort, re.IGNORECASE) and "DOI" not in values:
        yield "DOI", sort
    elif sort:
        yield "genre", sort
    if kind == "software" and values.get("edition"):
        yield "version", values["edition"]
        yield "edition", ""
    if kind == "speech" and values.get("publisher-place"):
        yield "event-place", values["publisher-place"]
        yield "publisher-place", ""
    if kind == "map" and _first(tags, "C1"):
        yield "scale", _first(tags, "C1")
    if _first(tags, "C5") and kind in ("motion_picture", "song", "broadcast"):
        yield "medium", _first(tags, "C5")


def _custom(tags: Tags, remarks: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what no variable takes, and say what was left out."""
    read = {name for _, names in _TEXTS for name in names} | _USUAL_ROLES.keys()
    read |= _READ
    if len(_addresses(tags)) > 1:
        yield "other addresses", " ".join(_addresses(tags)[1:])
    left_out = []
    for tag, values in tags.items():
        value = "; ".join(one for one in values if one.strip())
        if not value or tag in read or (tag in ("C1", "C5")):
            continue
        if tag in _FOR_MACHINES:
            left_out.append(tag)
        else:
            yield dict(_KEPT).get(tag, f"RIS {tag}"), value
    if left_out:
        remarks.append(f"left out what programs keep for themselves: {', '.join(left_out)}")
