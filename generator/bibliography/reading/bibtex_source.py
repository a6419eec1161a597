"""What a work of BibTeX or biblatex is called, what it stands in, and who brought it out."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.bibliography.reading.bibtex_kinds import GENRES, is_archive_of_preprints
from generator.bibliography.reading.latex import from_latex, verbatim
from generator.diagnostics import fold

_PUBLISHERS = ("publisher", "school", "institution", "organization")
_STATES = {"inpress": "in press", "inpreparation": "in preparation", "prepublished": "prepublished"}
_ON_THE_WEB = frozenset(("post", "post-weblog", "webpage"))
"""Types whose site stands in ``titleaddon``, or of a blog in ``organization``."""

_URL = re.compile(r"https?://\S+")


def titles_of(kind: str, fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the titles of a work and of what it stands in; a subtitle follows after a colon."""
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


def numbers_of(kind: str, fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what 'number' and 'issue' count: issues, volumes of a series, or works."""
    number, issue = (from_latex(fields.get(name, "")) for name in ("number", "issue"))
    periodic = kind.startswith(("article-", "review")) or kind == "periodical"
    if periodic:
        if number or issue:
            yield "issue", number or issue
        return
    if issue:
        yield "issue", issue
    if number:
        serial = fields.get("series") and kind in ("book", "chapter", "paper-conference")
        yield "collection-number" if serial else "number", number


def publisher_of(values: Mapping[str, Any], fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield who brought it out, how far it has come, and how it was published."""
    offered = [from_latex(fields[name]) for name in _PUBLISHERS if fields.get(name)]
    if offered and values["type"] == "post-weblog" and "container-title" not in values:
        yield "container-title", offered.pop()
    if offered:
        yield "publisher", offered[0]
    status = fields.get("pubstate", "").strip().lower()
    if status:
        yield "status", _STATES.get(status, from_latex(status))
    how = from_latex(fields.get("howpublished", ""))
    said = {fold(from_latex(value)) for name, value in fields.items() if name != "howpublished"}
    address = _URL.search(verbatim(fields.get("howpublished", "")))
    if address and "URL" not in values:
        yield "URL", address[0].rstrip("}.,;")
    elif how and not address and not all(fold(part) in said for part in how.split(", ")):
        yield "medium", how


def genre_of(
    type_: str, kind: str, values: dict[str, Any], fields: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield what it is in words; of a talk, where it was given, which other fields may hold."""
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
        if event and event == values.get("publisher"):
            del values["publisher"]
        if event:
            yield "event-title", str(event)


def eprint_of(values: Mapping[str, Any], fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the number of a work in an archive, and the archive."""
    eprint = verbatim(fields.get("eprint", ""))
    kind = from_latex(fields.get("eprinttype") or fields.get("archiveprefix") or "")
    if not eprint:
        return
    if kind.lower() == "pubmed":
        yield "PMID", eprint
    elif is_archive_of_preprints(kind):
        if "number" not in values:
            bare = "arxiv" not in kind.lower() or eprint.lower().startswith("arxiv")
            yield "number", eprint if bare else f"arXiv:{eprint}"
        if "publisher" not in values:
            yield "publisher", kind
    else:
        yield "archive_location", eprint
        if kind and "archive" not in values:
            yield "archive", kind
