"""The fields of an entry of BibTeX or biblatex as variables of CSL.

Sources: BibTeXing, section 3.2; the biblatex manual, section 2.2. A field that is named for a
variable of CSL ('reviewed-title'), as exports have it that lose nothing, is that variable.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.bibliography.date_words import month_number
from generator.bibliography.reading.bibtex_kinds import GENRES
from generator.bibliography.reading.bibtex_names import bibtex_names
from generator.bibliography.reading.latex import from_latex, verbatim
from generator.records.csl import CSL_DATES, CSL_TEXTS
from generator.records.output import ContributorRole

_TEXTS = {
    "abstract": "abstract",
    "address": "publisher-place",
    "annotation": "annote",
    "chapter": "chapter-number",
    "doi": "DOI",
    "edition": "edition",
    "eid": "number",
    "eventtitle": "event-title",
    "isbn": "ISBN",
    "issn": "ISSN",
    "issuetitle": "volume-title",
    "keywords": "keyword",
    "keyword": "keyword",
    "langid": "language",
    "language": "language",
    "library": "source",
    "lccn": "call-number",
    "location": "publisher-place",
    "mrnumber": "",
    "note": "note",
    "origlocation": "original-publisher-place",
    "origpublisher": "original-publisher",
    "origtitle": "original-title",
    "pages": "page",
    "pagetotal": "number-of-pages",
    "part": "part-number",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "publisher": "publisher",
    "reprinttitle": "original-title",
    "series": "collection-title",
    "shortjournal": "container-title-short",
    "shorttitle": "title-short",
    "url": "URL",
    "venue": "event-place",
    "version": "version",
    "volume": "volume",
    "volumes": "number-of-volumes",
}
_NAMES = {
    "author": "author",
    "bookauthor": "container-author",
    "translator": "translator",
    "holder": "author",
    **dict.fromkeys(
        (
            "afterword",
            "annotator",
            "commentator",
            "continuator",
            "foreword",
            "introduction",
        ),
        "contributor",
    ),
}
_EDITORS = {
    "compiler": "compiler",
    "director": "director",
    "organizer": "organizer",
    "producer": "producer",
    "illustrator": "illustrator",
    "collaborator": "contributor",
}
_DATES = {
    "date": "issued",
    "urldate": "accessed",
    "eventdate": "event-date",
    "origdate": "original-date",
}
_PUBLISHERS = ("publisher", "school", "institution", "organization")
_STATES = {"inpress": "in press", "inpreparation": "in preparation", "prepublished": "prepublished"}
_ON_THE_WEB = frozenset(("post", "post-weblog", "webpage"))
"""Types whose site stands in ``titleaddon``, or of a blog in ``organization``."""

_UNDATED = frozenset(("in press", "forthcoming", "submitted", "accepted", "to appear"))
_VERBATIM = frozenset(("doi", "url", "pmid", "pmcid", "isbn", "issn", "eprint"))
_CUSTOM = {
    "license": "license",
    "copyright": "license",
    "rights": "license",
    "opencopy": "open-copy",
    "slides": "slides",
    "award": "award",
}
_ELSEWHERE = """
    title subtitle titleaddon booktitle booksubtitle booktitleaddon maintitle mainsubtitle journal
    journaltitle journalsubtitle year month day number issue type howpublished pubstate eprint
    eprinttype archiveprefix primaryclass eprintclass editor editortype editora editoratype editorb
    editorbtype editorc editorctype school institution organization entrysubtype options crossref
    xref xdata bookpagination pagination useprefix ids
"""
_HANDLED = frozenset(_ELSEWHERE.split())
_FOR_MACHINES = re.compile(
    r"file|local-url|localfile|pdf|timestamp|owner|groups|date-(?:added|modified)|bdsk-.*|"
    r"mendeley-.*|biburl|bibsource|creationdate|modificationdate|ranking|readstatus|priority|"
    r"qualityassured|printed|__markedentry|citeulike-.*|keywords-plus|unique-id|sortname|sortkey|"
    r"sorttitle|sortyear|presort|label|shorthand|indextitle|related.*|execute|gender|hyphenation|"
    r"entryset|nameaddon|number-of-cited-references|times-cited|doc-delivery-number"
)
_OWN = {
    re.sub(r"[^a-z0-9-]", "-", name.lower()): name
    for name in (*CSL_TEXTS, *CSL_DATES, *(str(role) for role in ContributorRole))
}
_URL = re.compile(r"https?://\S+")


def csl_from_fields(
    type_: str, kind: str, fields: Mapping[str, str], remarks: list[str]
) -> dict[str, Any]:
    """Return the variables of CSL for the fields of an entry; ``kind`` is its type of CSL.

    What no variable takes goes under ``custom``, but for what programs keep for themselves.
    """
    values: dict[str, Any] = {"type": kind, **dict(_texts(fields))}
    values.update(_titles(kind, fields))
    values.update(_numbers(kind, fields))
    values.update(_people(kind, fields))
    values.update(_dates(fields))
    values.update(_publisher(values, fields, remarks))
    values.update(_genre(type_, kind, values, fields))
    values.update(_eprint(values, fields))
    for field, value in fields.items():
        own = _OWN.get(field, "")
        if field in _TEXTS or field in _HANDLED or field in _NAMES or not own:
            continue
        if own in CSL_DATES:
            values.setdefault(own, {"raw": from_latex(value)})
        else:
            people = own not in CSL_TEXTS
            values.setdefault(own, bibtex_names(value) if people else from_latex(value))
    custom = dict(_custom(fields, remarks))
    return {**values, "custom": custom} if custom else values


def _texts(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for field, variable in reversed(_TEXTS.items()):
        if fields.get(field) and variable:
            written = fields[field]
            yield variable, verbatim(written) if field in _VERBATIM else from_latex(written)
    if fields.get("pages"):
        yield "page", re.sub(r"\s*[-\u2013\u2014]+\s*", "-", from_latex(fields["pages"]))
    if fields.get("keywords"):
        yield "keyword", re.sub(r"\s*[,;]\s*", "; ", from_latex(fields["keywords"]))


def _titles(kind: str, fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    title = _joined(fields, "title", "subtitle")
    addition = from_latex(fields.get("titleaddon", ""))
    if addition and kind not in _ON_THE_WEB:
        title = f"{title}. {addition}"
    whole = _joined(fields, "maintitle", "mainsubtitle")
    within = _joined(fields, "booktitle", "booksubtitle")
    journal = _joined(fields, "journaltitle", "journalsubtitle") or from_latex(
        fields.get("journal", "")
    )
    container = journal or within or (addition if kind in _ON_THE_WEB else "")
    if whole and kind == "book":
        yield "volume-title", title
        title = whole
    elif whole and not container:
        container = whole
    elif whole and whole != container:
        yield "volume-title", within
        container = whole
    if not title:
        title, container = container, ""
    yield "title", title
    if container:
        yield "container-title", container


def _joined(fields: Mapping[str, str], main: str, below: str) -> str:
    title, subtitle = (from_latex(fields.get(name, "")).strip() for name in (main, below))
    if not (title and subtitle):
        return title or subtitle
    return f"{title}{' ' if title[-1] in '?!:' else ': '}{subtitle}"


def _numbers(kind: str, fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    number, issue = (from_latex(fields.get(name, "")) for name in ("number", "issue"))
    periodic = kind.startswith(("article-", "review")) or kind == "periodical"
    if periodic:
        if number or issue:
            yield "issue", number or issue
        if number and issue:
            yield "volume-title", issue
        return
    if issue:
        yield "issue", issue
    if number:
        serial = fields.get("series") and kind in ("book", "chapter", "paper-conference")
        yield "collection-number" if serial else "number", number


def _people(kind: str, fields: Mapping[str, str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for field, role in _NAMES.items():
        if fields.get(field):
            people = bibtex_names(fields[field])
            found.setdefault(role, []).extend(_with_ids(people, field, fields))
    for field, sort in (
        ("editor", "editortype"),
        ("editora", "editoratype"),
        ("editorb", "editorbtype"),
        ("editorc", "editorctype"),
    ):
        if fields.get(field):
            role = _EDITORS.get(fields.get(sort, "editor").lower(), "editor")
            if kind == "speech" and role == "organizer":
                role = "chair"
            people = bibtex_names(fields[field])
            found.setdefault(role, []).extend(_with_ids(people, field, fields))
    yield from found.items()


def _with_ids(
    people: list[dict[str, Any]], field: str, fields: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return people with the ORCID iDs that annotations give them (biblatex manual, 3.7)."""
    written = verbatim(fields.get(f"{field}+an:orcid", ""))
    for place, orcid in re.findall(r'(\d+)\s*=\s*"([^"]*)"', written):
        if 0 < int(place[:5]) <= len(people):
            people[int(place[:5]) - 1]["ORCID"] = orcid
    return people


def _dates(fields: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for field, variable in _DATES.items():
        if fields.get(field):
            yield (
                variable,
                {
                    "raw": from_latex(fields[field]).replace("\u2013", "/"),
                    "literal": from_latex(fields.get(f"{field}-literal", "")),
                },
            )
    if fields.get("date") or not (fields.get("year") or fields.get("date-literal")):
        return
    year, month, day = (
        from_latex(fields.get(name, "")).strip() for name in ("year", "month", "day")
    )
    if re.fullmatch(r"\d{4}", year) and month:
        named, _, rest = month.replace("\xa0", " ").partition(" ")
        number = int(month) if month.isdigit() else month_number(named)
        if number:
            parts = [year, str(number), *([day or rest] if (day or rest).isdigit() else [])]
            yield "issued", {"date-parts": [parts]}
            return
        year = f"{month} {year}"
    if year.lower().rstrip(".") in _UNDATED:
        yield "status", year.lower().rstrip(".")
        return
    ranged = re.fullmatch(r"(\d{4})\s*(?:-|\u2013|/)+\s*(\d{4})", year)
    raw = f"{ranged[1]}/{ranged[2]}" if ranged else year
    yield "issued", {"raw": raw, "literal": from_latex(fields.get("date-literal", ""))}


def _publisher(
    values: Mapping[str, Any], fields: Mapping[str, str], remarks: list[str]
) -> Iterator[tuple[str, str]]:
    offered = [from_latex(fields[name]) for name in _PUBLISHERS if fields.get(name)]
    if offered and values["type"] == "post-weblog" and "container-title" not in values:
        yield "container-title", offered.pop()
    if offered:
        yield "publisher", offered[0]
    if len(offered) > 1:
        remarks.append(f"left out '{offered[1]}', for there is a publisher")
    status = fields.get("pubstate", "").strip().lower()
    if status:
        yield "status", _STATES.get(status, from_latex(status))
    how = from_latex(fields.get("howpublished", ""))
    address = _URL.search(verbatim(fields.get("howpublished", "")))
    if address and "URL" not in values:
        yield "URL", address[0].rstrip("}.,;")
    elif how and "medium" not in values and not address:
        yield "medium", how


def _genre(
    type_: str, kind: str, values: dict[str, Any], fields: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    written = from_latex(fields.get("type", "")).strip()
    genre = GENRES.get(written.lower(), written) or GENRES.get(type_, "")
    if not genre and kind == "speech" and values.get("medium"):
        genre = str(values.pop("medium"))
    if genre:
        yield "genre", genre
    if kind == "speech" and "publisher-place" in values and "event-place" not in values:
        yield "event-place", str(values.pop("publisher-place"))
    if kind == "speech" and "event-title" not in values:
        event = values.pop("container-title", "") or from_latex(fields.get("organization", ""))
        if event:
            values.pop("publisher", None) if event == values.get("publisher") else None
            yield "event-title", str(event)


def _eprint(values: Mapping[str, Any], fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    eprint = verbatim(fields.get("eprint", ""))
    kind = from_latex(fields.get("eprinttype") or fields.get("archiveprefix") or "")
    if not eprint:
        return
    if kind.lower() == "pubmed":
        yield "PMID", eprint
    elif "arxiv" in kind.lower():
        if "number" not in values:
            yield "number", eprint if eprint.lower().startswith("arxiv") else f"arXiv:{eprint}"
        if "publisher" not in values:
            yield "publisher", "arXiv"
    else:
        yield "archive_location", eprint
        if kind and "archive" not in values:
            yield "archive", kind


def _custom(fields: Mapping[str, str], remarks: list[str]) -> Iterator[tuple[str, str]]:
    known = {*_TEXTS, *_HANDLED, *_NAMES, *_DATES, *_OWN}
    left_out = []
    for field, value in fields.items():
        if not value.strip() or field in known or "+an" in field:
            continue
        if field in _CUSTOM:
            address = _CUSTOM[field] in ("open-copy", "slides")
            yield _CUSTOM[field], verbatim(value) if address else from_latex(value)
        elif _FOR_MACHINES.fullmatch(field):
            left_out.append(field)
        elif not field.endswith("-literal"):
            yield field, " ".join(from_latex(value).split())
    if left_out:
        remarks.append(f"left out what programs keep for themselves: {', '.join(left_out)}")
