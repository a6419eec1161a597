"""An item as the values of an output's record, without what only ``csl`` can hold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.bibliography.date_words import read_date
from generator.bibliography.item import Item
from generator.bibliography.items import ONLINE
from generator.bibliography.language_tags import language_tag
from generator.bibliography.output_types import output_status, output_type
from generator.bibliography.reading.text import clean
from generator.records.addresses import Url
from generator.records.fields import Line, NumberedText, Title
from generator.records.identifiers import Doi, Isbn, Issn, Language, License, is_isbn, is_issn
from generator.records.output import Abstract, OutputType, PresentationForm
from generator.records.pages import Pages

_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
"""A year that can be told from other numbers in a date that cannot be read."""

LONGEST_TITLE = 500
"""Characters that a title may have in a record."""

_TITLES = (
    "title",
    "reviewed-title",
    "volume-title",
    "part-title",
    "original-title",
    "title-short",
    "shortTitle",
    "container-title",
    "event-title",
    "event",
)
_PLAIN = (
    ("publisher", "publisher", Line),
    ("genre", "genre", Line),
    ("edition", "edition", NumberedText),
    ("number", "number", NumberedText),
    ("version", "version", NumberedText),
    ("archive", "archive", Line),
)
_IDENTIFIERS = (
    ("isbn", "ISBN", Isbn),
    ("doi", "DOI", Doi),
    ("url", "URL", Url),
    ("language", "language", Language),
    ("abstract", "abstract", Abstract),
)
_CUSTOM = (
    ("open_copy", "open-copy", Url),
    ("slides", "slides", Url),
    ("license", "license", License),
    ("award", "award", Line),
)


def record_values(
    item: Item,
    contributors: Sequence[Mapping[str, Any]],
    terms: Mapping[str, Sequence[str]],
    wanted: OutputType | None = None,
) -> dict[str, Any]:
    """Return the values of an output's record, in the order of its keys.

    ``contributors`` are the entries for its names; ``terms`` its topics and methods; ``wanted`` is
    its type, where it is to be another than the item says. Whatever does not fit a key is left out
    here.
    """
    type_, form = (wanted, None) if wanted else output_type(item)
    genre = fitting(Line, item.text("genre"))
    values = {
        "type": str(type_),
        "form": str(form) if form and _says_form(item, form) else None,
        "title": record_title(item),
        "status": str(output_status(item, type_)),
        "date": _date(item),
        "contributors": [dict(one) for one in contributors],
        **dict(_standing(item, type_)),
        **{key: fitting(sort, item.text(name)) for key, name, sort in _PLAIN},
        **{key: fitting(sort, _repaired(name, item)) for key, name, sort in _IDENTIFIERS},
        **{key: fitting(sort, item.custom.get(name)) for key, name, sort in _CUSTOM},
        **{key: list(ids) for key, ids in terms.items()},
    }
    values["genre"] = genre
    if values["container"]:
        values["volume"] = None
        if "article_number" in values["container"]:
            values["number"] = None
    else:
        values["volume"] = fitting(NumberedText, item.text("volume"))
    return {key: values[key] for key in _ORDER if values.get(key)}


_ORDER = (
    "type",
    "form",
    "title",
    "status",
    "date",
    "contributors",
    "container",
    "event",
    "publisher",
    "genre",
    "edition",
    "number",
    "version",
    "volume",
    "series",
    "archive",
    "isbn",
    "doi",
    "url",
    "open_copy",
    "slides",
    "license",
    "language",
    "abstract",
    "topics",
    "methods",
    "award",
)
"""The keys of a record, in the order in which people read them."""


def record_title(item: Item) -> str:
    """Return the title of a work, of one without a title what stands for it; nothing if none."""
    title = item.text(*_TITLES)
    if len(title) <= LONGEST_TITLE:
        return title
    return clean(title[: LONGEST_TITLE - 1].rpartition(" ")[0] or title[: LONGEST_TITLE - 1]) + "…"


def fitting(sort: Any, value: object) -> Any:
    """Return a value if it fits a type of records' fields, else None."""
    return value if value and not misfit(sort, value) else None


def misfit(sort: Any, value: object) -> str:
    """Return why a value does not fit a type of records' fields, or nothing."""
    try:
        _adapter(sort).validate_python(value)
    except ValidationError as fault:
        return str(fault.errors(include_url=False)[0]["msg"])
    return ""


@cache
def _adapter(sort: Any) -> TypeAdapter[Any]:
    return TypeAdapter(sort)


def _says_form(item: Item, form: PresentationForm) -> bool:
    """Tell whether a form adds nothing to an item: it has a genre, or a type of its own."""
    return bool(item.text("genre")) or item.type != "speech" or not form


def _date(item: Item) -> str | None:
    issued = item.issued
    if issued is None:
        return None
    period = issued.period or read_date(issued.literal).period
    if period:
        return str(period)
    years = set(_YEAR.findall(issued.literal))
    return years.pop() if len(years) == 1 else None


def _standing(item: Item, type_: OutputType) -> Iterator[tuple[str, Any]]:
    """Yield what a work stands in: container, event, series."""
    title = fitting(Title, item.text("container-title"))
    pages = item.text("page")
    container = {
        "title": title,
        "volume": fitting(NumberedText, item.text("volume")),
        "issue": fitting(NumberedText, item.text("issue")),
        "pages": fitting(Pages, pages),
        "article_number": fitting(NumberedText, item.text("number"))
        if type_ is OutputType.JOURNAL_ARTICLE and not pages
        else None,
        "issn": fitting(Issn, _repaired("ISSN", item)),
    }
    yield "container", _present(container) if title else None
    name = fitting(Line, item.text("event-title", "event"))
    place = item.text("event-place")
    event = {"name": name, "place": fitting(Line, place) if place != ONLINE else None}
    if place == ONLINE:
        event["online"] = "true"
    yield "event", _present(event) if name else None
    series = fitting(Title, item.text("collection-title"))
    number = fitting(NumberedText, item.text("collection-number"))
    yield "series", _present({"title": series, "number": number}) if series else None


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _repaired(variable: str, item: Item) -> str:
    """Return an identifier as records have it, where it is there but written otherwise."""
    written = item.text(variable)
    if variable == "ISBN":
        return _first_of(written, is_isbn)
    if variable == "ISSN":
        hyphened = " ".join(
            f"{part[:4]}-{part[4:]}" if len(part) == 8 and part[:7].isdigit() else part  # noqa: PLR2004  # an ISSN without its hyphen
            for part in written.upper().replace(",", " ").replace(";", " ").split()
        )
        return _first_of(hyphened, is_issn)
    if variable == "language":
        return language_tag(written)
    return written


def _first_of(written: str, is_one: Any) -> str:
    if is_one(written):
        return written
    return next((part for part in written.replace(",", " ").split() if is_one(part)), written)
