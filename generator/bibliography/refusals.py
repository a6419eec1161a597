"""Identifiers and other facts that a record's keys refuse, each with the reason."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.bibliography.item import Item
from generator.bibliography.reading.text import shorten
from generator.bibliography.record_values import misfit
from generator.records.addresses import Url
from generator.records.fields import Line, NumberedText
from generator.records.identifiers import Doi, Isbn, Issn, Language, License
from generator.records.output import Abstract
from generator.records.pages import Pages

_CHECKED = (
    ("DOI", Doi),
    ("URL", Url),
    ("ISBN", Isbn),
    ("ISSN", Issn),
    ("language", Language),
    ("abstract", Abstract),
    ("publisher", Line),
    ("event-title", Line),
    ("event-place", Line),
    ("volume", NumberedText),
    ("issue", NumberedText),
    ("page", Pages),
    ("number", NumberedText),
    ("edition", NumberedText),
    ("version", NumberedText),
)
_CUSTOM = (("license", License), ("open-copy", Url), ("slides", Url))


def refusals(item: Item, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for each fact that stands under ``csl`` because no key takes it."""
    kept = values.get("csl", {})
    instead = {
        "ISBN": values.get("isbn"),
        "ISSN": values.get("container", {}).get("issn"),
        "language": values.get("language"),
    }
    for name, sort in _CHECKED:
        if name in kept and instead.get(name):
            whole = shorten(item.text(name))
            yield f"{name} '{whole}' is kept as it came; the record has '{instead[name]}'"
        elif name in kept:
            yield from _refusal(name, item.text(name), sort)
    for name, sort in _CUSTOM:
        value = item.custom.get(name)
        if isinstance(value, str):
            yield from _refusal(name, value, sort)


def _refusal(name: str, value: str, sort: Any) -> Iterator[str]:
    why = misfit(sort, value)
    if why:
        quoted = "" if f"'{value}'" in why else f" '{shorten(value)}'"
        yield f"{name}{quoted} is kept as it came, for {why[:1].lower()}{why[1:]}"
