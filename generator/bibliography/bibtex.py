"""Items as BibTeX, for BibTeX's own styles (BibTeXing, section 3).

Its types are few: talks, web pages, data and software are ``misc``, with what they are in
``howpublished``, where every style prints it, and in fields that citation managers read.
"""

from collections.abc import Iterator, Mapping

from generator.bibliography.bibtex_dates import date_fields, edtf, issued_fields
from generator.bibliography.bibtex_entry import (
    Field,
    custom_fields,
    name_fields,
    subtype_field,
    text_fields,
    written,
)
from generator.bibliography.item import Item
from generator.bibliography.latex import latex, latex_title

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "classic": "book",
    "document": "misc",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "review": "article",
    "review-book": "article",
    "thesis": "phdthesis",
}
_MEANT = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "mastersthesis": "thesis",
    "misc": "document",
    "phdthesis": "thesis",
    "techreport": "report",
    "unpublished": "manuscript",
}
"""The CSL type that an entry's type means by itself; the rest is said in ``entrysubtype``."""

_EVERYWHERE = {
    "title-short": "shorttitle",
    "shortTitle": "shorttitle",
    "event-title": "eventtitle",
    "event": "eventtitle",
    "event-place": "venue",
    "genre": "type",
    "keyword": "keywords",
    "chapter-number": "chapter",
    "number-of-pages": "pagetotal",
    "number-of-volumes": "volumes",
    "page": "pages",
    "publisher-place": "address",
    "status": "pubstate",
    "collection-title": "series",
    "citation-key": "citation-key",
}
_IN_BOOKS = {"container-title": "booktitle", "collection-number": "number"}
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "article": {"container-title": "journal", "issue": "number", "number": "eid"},
    "book": {"collection-number": "number"},
    "booklet": {"genre": "howpublished"},
    "incollection": _IN_BOOKS,
    "inproceedings": _IN_BOOKS,
    "mastersthesis": {"publisher": "school"},
    "phdthesis": {"publisher": "school"},
    "techreport": {"publisher": "institution"},
}
_ROLES = {"author": "author", "editor": "editor", "container-author": "bookauthor"}
_MASTERS = ("master", "m.a.", "m.s.", "mlis", "maestr")


def bibtex_entry(item: Item, key: str) -> str:
    """Return an item as an entry under a key."""
    type_ = _type(item)
    fields = tuple(_fields(item, type_))
    return written(key, type_, (*subtype_field(type_, item, _MEANT[type_], fields), *fields))


def _type(item: Item) -> str:
    if item.type == "thesis" and any(sign in item.text("genre").lower() for sign in _MASTERS):
        return "mastersthesis"
    return _TYPES.get(item.type, "misc")


def _fields(item: Item, type_: str) -> Iterator[Field]:
    yield from name_fields(item, _ROLES)
    yield from text_fields(item, {**_EVERYWHERE, **_FIELDS.get(type_, {})})
    yield from issued_fields(item.issued)
    yield from _printed(item, type_)
    yield from other_dates(item)
    yield from custom_fields(item)


def _printed(item: Item, type_: str) -> Iterator[Field]:
    """Yield what styles print, made of facts that have fields of their own as well.

    'in press' stands where the year does (APA 7, section 9.14), or in a note beside one.
    """
    if type_ == "inproceedings" and not item.has("container-title"):
        yield "entrysubtype", f"{{{item.type}}}"  # so that readers know the event by it
        yield "booktitle", f"{{{latex(item.text('event-title', 'event'))}}}"
    if type_ == "misc":
        facts = ("genre", "container-title", "event-title", "event", "event-place")
        words = ", ".join(item.texts[fact] for fact in facts if fact in item.texts)
        yield "howpublished", f"{{{latex_title(words, protected=False)}}}"
    if item.has("status"):
        yield "year", f"{{{latex(item.text('status'))}}}"
        yield "note", f"{{{latex(item.text('status').capitalize())}}}" if item.issued else ""


def other_dates(item: Item) -> Iterator[Field]:
    """Yield every date but that of publication, as biblatex names them."""
    issued = item.issued
    if item.type == "speech" and issued:
        held = item.dates.get("event-date", issued)
        yield "eventdate", f"{{{edtf(held)}}}"
        if "event-date" in item.dates and held == issued:  # which readers else leave out
            yield from date_fields("event-date", held)
    for variable, field in (
        ("accessed", "urldate"),
        ("available-date", "available-date"),
        ("event-date", "eventdate"),
        ("original-date", "origdate"),
        ("submitted", "submitted"),
    ):
        yield from date_fields(field, item.dates.get(variable))
