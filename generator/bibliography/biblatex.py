"""Items as biblatex has them (biblatex manual, 2.1 and 2.2; biber reads them)."""

from collections.abc import Iterator, Mapping

from generator.bibliography.bibtex import other_dates
from generator.bibliography.bibtex_dates import date_fields
from generator.bibliography.bibtex_entry import (
    Field,
    custom_fields,
    name_fields,
    subtype_field,
    text_fields,
    written,
)
from generator.bibliography.bibtex_names import has_prefix
from generator.bibliography.item import Item
from generator.bibliography.languages import babel_name
from generator.bibliography.latex import latex, verbatim
from generator.bibliography.leading import leading_role
from generator.bibliography.reading.bibtex_kinds import ON_THE_WEB

_TYPES = {
    "article": "online",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "bill": "legislation",
    "book": "book",
    "broadcast": "audio",
    "chapter": "incollection",
    "classic": "book",
    "dataset": "dataset",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "figure": "image",
    "graphic": "image",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "motion_picture": "video",
    "musical_score": "music",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "personal_communication": "letter",
    "post": "online",
    "post-weblog": "online",
    "regulation": "legislation",
    "report": "report",
    "review": "review",
    "review-book": "review",
    "software": "software",
    "song": "audio",
    "speech": "unpublished",
    "standard": "standard",
    "thesis": "thesis",
    "treaty": "legal",
    "webpage": "online",
}
_MEANT = {
    "article": "article-journal",
    "audio": "song",
    "book": "book",
    "booklet": "pamphlet",
    "collection": "book",
    "dataset": "dataset",
    "image": "graphic",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "personal_communication",
    "misc": "document",
    "music": "musical_score",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "thesis": "thesis",
    "unpublished": "speech",
    "video": "motion_picture",
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
    "annote": "annotation",
    "call-number": "library",
    "chapter-number": "chapter",
    "number-of-pages": "pagetotal",
    "number-of-volumes": "volumes",
    "original-publisher": "origpublisher",
    "original-publisher-place": "origlocation",
    "original-title": "origtitle",
    "page": "pages",
    "part-number": "part",
    "publisher-place": "location",
    "collection-title": "series",
}
_IN_BOOKS = {"container-title": "booktitle", "collection-number": "number"}
_SERIAL = {
    "container-title": "journaltitle",
    "container-title-short": "shortjournal",
    "journalAbbreviation": "shortjournal",
    "issue": "number",
    "number": "eid",
}
_ON_THE_WEB = {"container-title": "organization", "publisher": "organization"}
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "article": _SERIAL,
    "audio": {"container-title": "maintitle"},
    "book": {"collection-number": "number"},
    "collection": {"collection-number": "number"},
    "dataset": {"collection-number": "number"},
    "image": {"container-title": "maintitle"},
    "incollection": _IN_BOOKS,
    "inproceedings": _IN_BOOKS,
    "inreference": _IN_BOOKS,
    "misc": {"container-title": "maintitle"},
    "online": _ON_THE_WEB,
    "report": {"publisher": "institution"},
    "review": _SERIAL,
    "software": {"publisher": "organization"},
    "thesis": {"publisher": "institution"},
    "video": {"container-title": "maintitle"},
}
_ROLES = {
    "author": "author",
    "compiler": "editora",
    "container-author": "bookauthor",
    "editor": "editor",
    "organizer": "editorb",
    "translator": "translator",
}
_EDITORS = {"compiler": "editora", "organizer": "editorb"}
"""Roles that biblatex holds as further editors, each with its sort (manual, 2.3.6)."""


def biblatex_entry(item: Item, key: str) -> str:
    """Return an item as an entry under a key."""
    type_ = _type(item)
    fields = tuple(_fields(item, type_))
    return written(key, type_, (*subtype_field(type_, item, _MEANT[type_], fields), *fields))


def _type(item: Item) -> str:
    if item.type == "book" and "author" not in item.names and "editor" in item.names:
        return "collection"
    genre = f"{item.text('genre').lower()} "
    if item.type == "broadcast" and any(sign in genre for sign in ("television", "tv ", "video")):
        return "video"
    return _TYPES.get(item.type, "misc")


def _fields(item: Item, type_: str) -> Iterator[Field]:
    yield from name_fields(item, _ROLES)
    yield from (
        (f"{field}type", f"{{{role}}}")
        for role, field in _EDITORS.items()
        if role in item.names and role != leading_role(item)
    )
    if any(has_prefix(names) for names in item.names.values()):
        yield "options", "{useprefix=true}"
    yield from _archived(item)
    yield from text_fields(_unnamed(item), {**_EVERYWHERE, **_FIELDS.get(type_, {})})
    if item.type in ON_THE_WEB and not item.has("container-title"):
        yield "publisher", f"{{{latex(item.text('publisher'))}}}"  # no site, though styles print it
    if item.type == "article" and not item.has("publisher"):
        yield "container-title", f"{{{latex(item.text('container-title'))}}}"  # and no publisher
    yield from _language(item.text("language"))
    yield from _status(item.text("status"))
    yield from date_fields("date", item.issued)
    yield from other_dates(item)
    yield from custom_fields(item)


def _unnamed(item: Item) -> Item:
    """Return an item without the texts that are written in a way of their own."""
    apart = {"language", "status"}
    if _is_preprint(item):
        apart.add("number")
    texts = {variable: text for variable, text in item.texts.items() if variable not in apart}
    return Item(item.id, item.type, texts, item.dates, item.names, item.custom)


def _is_preprint(item: Item) -> bool:
    return (
        item.type == "article" and item.has("number") and item.has("container-title", "publisher")
    )


def _archived(item: Item) -> Iterator[Field]:
    """Yield where a preprint is held: the archive, and its number there (manual, 3.14.7)."""
    if _is_preprint(item):
        yield "eprint", f"{{{verbatim(item.text('number'))}}}"
        yield "eprinttype", f"{{{latex(item.text('container-title', 'publisher'))}}}"


def _language(tag: str) -> Iterator[Field]:
    """Yield the name by which LaTeX hyphenates; the tag, too, where the name says less."""
    if not tag:
        return
    name, exact = babel_name(tag)
    if name:
        yield "langid", f"{{{name}}}"
    if not exact:
        yield "language", f"{{{latex(tag)}}}"


def _status(status: str) -> Iterator[Field]:
    if status:
        known = {"in press": "inpress", "forthcoming": "forthcoming", "submitted": "submitted"}
        yield "pubstate", f"{{{known.get(status.lower(), latex(status))}}}"
