"""The fields of an entry of BibTeX or biblatex as variables of CSL.

Sources: BibTeXing, section 3.2; the biblatex manual, section 2.2. A field that is named for a
variable of CSL ('reviewed-title'), as exports have it that lose nothing, is that variable.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pybtex.bibtex.utils import split_tex_string

from generator.bibliography.languages import babel_name, language_tag
from generator.bibliography.reading.bibtex_names import bibtex_names
from generator.bibliography.reading.bibtex_people import NAMES, dates_of, people_of
from generator.bibliography.reading.bibtex_source import (
    eprint_of,
    genre_of,
    numbers_of,
    publisher_of,
    titles_of,
)
from generator.bibliography.reading.latex import from_latex, verbatim
from generator.bibliography.reading.leftovers import left_over
from generator.diagnostics import fold
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
    "library": "call-number",
    "lccn": "call-number",
    "location": "publisher-place",
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
_VERBATIM = frozenset(("doi", "url", "pmid", "pmcid", "isbn", "issn", "eprint"))
_CUSTOM = {
    "license": "license",
    "copyright": "license",
    "rights": "license",
    "opencopy": "open-copy",
    "slides": "slides",
    "award": "award",
}
_SEEN = """
    archiveprefix authortype bookpagination crossref date day editor editora editoratype editorb
    editorbtype editorc editorctype editortype entrysubtype eprint eprinttype eventdate howpublished
    ids keywords langid language month options origdate pages pagination pubstate type urldate
    useprefix xdata xref year
"""
_READ = frozenset(_SEEN.split())
"""Fields that are read in any case, if not word for word."""

_NOTED = re.compile(r"\+an\b|-literal$")
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
    if name not in ("title", "number", "issue", "editor")
}
"""Variables by the names of fields that are theirs alone, for BibTeX has no such field."""


def csl_from_fields(
    type_: str, kind: str, fields: Mapping[str, str], remarks: list[str]
) -> dict[str, Any]:
    """Return the variables of CSL for the fields of an entry; ``kind`` is its type of CSL.

    What no variable takes goes under ``custom``, but for what programs keep for themselves.
    """
    values: dict[str, Any] = {"type": kind, **dict(_texts(fields))}
    values.update(titles_of(kind, fields))
    values.update(numbers_of(kind, fields))
    values.update(people_of(kind, fields))
    values.update(dates_of(fields))
    values.update(publisher_of(values, fields))
    values.update(genre_of(type_, kind, values, fields))
    values.update(eprint_of(values, fields))
    for field, value in fields.items():
        own = _OWN.get(field, "")
        if not own or field in _TEXTS or field in _READ or field in NAMES:
            continue
        if own in CSL_DATES:
            values.setdefault(own, {"raw": from_latex(value)})
        elif own in CSL_TEXTS:
            values.setdefault(own, from_latex(value))
        else:
            values.setdefault(own, bibtex_names(value))
    packed = dict(_packed(fields.get("custom", "")))
    kept = {field: value for field, value in fields.items() if field != "custom" or not packed}
    custom = {**packed, **dict(_custom(kept, values, remarks))}
    return {**values, "custom": custom} if custom else values


def _texts(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    language, hyphenated = fields.get("language", ""), fields.get("langid", "")
    if hyphenated and hyphenated != babel_name(language)[0]:  # of which the tag says more
        language = hyphenated
    stated = fold(from_latex(fields.get("pubstate", "")))
    for field, variable in reversed(_TEXTS.items()):
        if field == "note" and stated and fold(from_latex(fields.get("note", ""))) == stated:
            continue  # said once more for BibTeX's styles
        if fields.get(field):
            written = fields[field]
            yield variable, verbatim(written) if field in _VERBATIM else from_latex(written)
    if language:
        yield "language", language_tag(language) or from_latex(language)
    if fields.get("pages"):
        yield "page", re.sub(r"\s*[-\u2013\u2014]+\s*", "-", from_latex(fields["pages"]))
    if fields.get("keywords"):
        yield "keyword", _keywords(fields["keywords"])


def _keywords(written: str) -> str:
    """Return keywords, which commas or semicolons part, but for those that stand in braces."""
    words = [from_latex(word) for word in split_tex_string(written, "[,;]")]
    return "; ".join(word for word in words if word)


def _packed(written: str) -> Iterator[tuple[str, Any]]:
    """Yield the facts that a field of our own exports holds as JSON, if it does."""
    try:
        packed = json.loads(from_latex(written)) if written else {}
    except ValueError:
        return
    if isinstance(packed, dict):
        yield from packed.items()


def _custom(
    fields: Mapping[str, str], values: Mapping[str, Any], remarks: list[str]
) -> Iterator[tuple[str, Any]]:
    """Yield what no variable has taken, and say what was left out."""
    for field, name in _CUSTOM.items():
        if fields.get(field):
            address = name in ("open-copy", "slides")
            yield name, verbatim(fields[field]) if address else from_latex(fields[field])
    texts = {
        field: [verbatim(value) if field in _VERBATIM else from_latex(value)]
        for field, value in fields.items()
        if not (field in _READ or field in _CUSTOM or field in NAMES or _NOTED.search(field))
    }
    left_out = []
    for field, value in left_over(texts, values):
        if _FOR_MACHINES.fullmatch(field):
            left_out.append(field)
        elif field not in _OWN or field in _TEXTS:
            yield field, value
    if left_out:
        remarks.append(f"left out what programs keep for themselves: {', '.join(left_out)}")
