"""What a work of BibTeX or biblatex is called, what it stands in, and who brought it out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.bibliography.reading.bibtex_kinds import (
    DESCRIBED,
    GENRES,
    ON_THE_WEB,
    is_archive_of_preprints,
    says_type,
)
from generator.bibliography.reading.latex import from_latex, verbatim
from generator.bibliography.reading.leftovers import words_of

_PUBLISHERS = ("publisher", "school", "institution", "organization")
_STATES = {"inpress": "in press", "inpreparation": "in preparation", "prepublished": "prepublished"}
_URL = re.compile(r"https?://\S+")


def titles_of(kind: str, fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the titles of a work and of what it stands in; a subtitle follows after a colon."""
    title = _joined(fields, "title", "subtitle")
    addition = from_latex(fields.get("titleaddon", ""))
    if addition and kind not in ON_THE_WEB:
        title = f"{title}. {addition}"
    whole = _joined(fields, "maintitle", "mainsubtitle")
    within = _joined(fields, "booktitle", "booksubtitle")
    journal = _joined(fields, "journaltitle", "journalsubtitle") or from_latex(
        fields.get("journal", "")
    )
    container = journal or within or (addition if kind in ON_THE_WEB else "")
    if says_type(fields) and container == from_latex(fields.get("eventtitle", "")):
        container = ""  # what stood there for BibTeX's styles alone
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
    site = from_latex(fields.get("organization", ""))
    if "container-title" not in values and _is_site(site, values["type"], offered, fields):
        yield "container-title", site
        offered.remove(site)
    if offered:
        yield "publisher", offered[0]
    status = from_latex(fields.get("pubstate", "")).strip()
    if status and not (values["type"] == "article" and status.lower() == "prepublished"):
        yield "status", _STATES.get(status.lower(), status)  # a preprint says so by its type
    how = from_latex(fields.get("howpublished", ""))
    address = _URL.search(verbatim(fields.get("howpublished", "")))
    if address and "URL" not in values:
        yield "URL", address[0].rstrip("}.,;")
    elif how and not address and not _repeats(how, fields):
        yield "medium", how


def _is_site(
    organization: str, kind: str, offered: Sequence[str], fields: Mapping[str, str]
) -> bool:
    """Tell whether an organization is what a work stands in: a site, a blog, an archive.

    Of what is on the web it is, unless the publisher is the same; of a preprint, beside another
    or where a field of our own says so.
    """
    if not organization:
        return False
    if kind in ON_THE_WEB:
        return offered != [organization, organization]
    held = from_latex(fields.get("container-title", ""))
    return kind == "article" and (len(offered) > 1 or organization == held)


def _repeats(how: str, fields: Mapping[str, str]) -> bool:
    """Tell whether a text is made of what other fields say, as what BibTeX's styles print can be.

    So is what our own exports write there: words of several fields, with commas between.
    """
    said = {words_of(from_latex(text)) for name, text in fields.items() if name != "howpublished"}
    left = words_of(how)
    for words in sorted(said, key=lambda words: (-len(words), words)):
        left = left.replace(words, " ") if words.strip() else left
    return not left.strip()


def genre_of(
    type_: str, kind: str, values: dict[str, Any], fields: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield what it is in words; of a talk, where it was given, which other fields may hold."""
    written = from_latex(fields.get("type", "")).strip()
    described = type_ in DESCRIBED and not says_type(fields)
    genre = GENRES.get(written.lower(), written) or (GENRES[type_] if described else "")
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
    elif is_archive_of_preprints(kind) or (kind and values["type"] == "article"):
        if "number" not in values:
            bare = "arxiv" not in kind.lower() or eprint.lower().startswith("arxiv")
            yield "number", eprint if bare else f"arXiv:{eprint}"
        if "publisher" not in values and "container-title" not in values:
            yield "publisher", kind
    else:
        yield "archive_location", eprint
        if kind and "archive" not in values:
            yield "archive", kind
