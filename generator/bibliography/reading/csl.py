"""CSL-JSON as an item.

What is made the same, so that an item written as CSL-JSON and read again is the same item:

- Texts are cleaned as ``reading.text`` says; numbers become texts; what is empty is left out.
- A DOI is bare. Dates are read as ``csl_dates`` says. Names keep the parts that CSL has; an
  organization is a literal.
- What is no variable of CSL goes into ``custom``, but for what registrars add for machines.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.bibliography.csl_dates import when_from_csl
from generator.bibliography.item import Item, Name, When
from generator.bibliography.reading.codes import bare_doi
from generator.bibliography.reading.names import read_names
from generator.bibliography.reading.registrars import from_registrar
from generator.bibliography.reading.text import Sort, changes, clean, shorten
from generator.records.csl import CSL_DATES, CSL_TEXTS, CSL_TYPES
from generator.records.output import ContributorRole

_PROSE = frozenset(("abstract", "annote", "note"))
_CODES = frozenset(
    ("DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID", "citation-key", "language", "version")
)
_ROLES = tuple(str(role) for role in ContributorRole)
UNTYPED = "document"
"""The type of an item that says nothing of its own (CSL 1.0.2, appendix III)."""


def item_from_csl(values: Mapping[str, Any]) -> tuple[Item, tuple[str, ...]]:
    """Return the item that values of CSL-JSON describe, and what was changed, in plain words.

    Values may break the schema as registrars' answers do. An id that is missing is empty.
    """
    values, said = from_registrar(values)
    found = list(said)
    item = Item(
        id=clean(_text(values.get("id")), Sort.CODE),
        type=_type(values.get("type"), found),
        texts=dict(_texts(values, found)),
        dates=dict(_dates(values)),
        names=dict(_names(values, found)),
        custom=_custom(values, found),
    )
    return item, tuple(found)


def _type(written: object, found: list[str]) -> str:
    if isinstance(written, str) and written in CSL_TYPES:
        return written
    if written:
        found.append(f"'{shorten(_text(written))}' is no type of CSL: taken as '{UNTYPED}'")
    else:
        found.append(f"no type is given: taken as '{UNTYPED}'")
    return UNTYPED


def _texts(values: Mapping[str, Any], found: list[str]) -> Iterator[tuple[str, str]]:
    for name in CSL_TEXTS:
        written = _text(values.get(name))
        text = clean(written, sort_of(name))
        said = changes(written, text)
        if said:
            found.append(f"{name}: {said}")
        if name == "DOI" and bare_doi(text) != text:
            text = bare_doi(text)
            found.append(f"DOI written bare: {text}")
        if text:
            yield name, text
    categories = values.get("categories")
    if isinstance(categories, list):
        listed = [clean(_text(one), Sort.CODE) for one in categories]
        if any(listed):
            yield "categories", "\n".join(one for one in listed if one)


def sort_of(variable: str) -> Sort:
    """Return what sort of text a variable holds."""
    if variable in _PROSE:
        return Sort.PROSE
    return Sort.CODE if variable in _CODES else Sort.LINE


def _text(value: object) -> str:
    """Return a scalar as text; of a list of scalars, all of them."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | Decimal):
        return str(value)
    if isinstance(value, list):
        return "; ".join(part for part in (_text(one) for one in value) if part)
    return ""


def _dates(values: Mapping[str, Any]) -> Iterator[tuple[str, When]]:
    for name in CSL_DATES:
        written = _cleaned(values.get(name))
        if isinstance(written, list):
            written = {"date-parts": written}
        when = when_from_csl(written) if written else When()
        if replace(when, circa=False, season=0) != When():
            yield name, when


def _cleaned(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _cleaned(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    return clean(value, Sort.CODE) if isinstance(value, str) else value


def _names(values: Mapping[str, Any], found: list[str]) -> Iterator[tuple[str, tuple[Name, ...]]]:
    for role in _ROLES:
        people = read_names(values[role], role, found) if values.get(role) else ()
        if people:
            yield role, people


def _custom(values: Mapping[str, Any], found: list[str]) -> Mapping[str, Any]:
    """Return the facts that CSL has no variable for."""
    known = {*CSL_TEXTS, *CSL_DATES, *_ROLES, "id", "type", "categories", "custom"}
    unknown = {
        key: value
        for key, value in values.items()
        if key not in known and value not in (None, "", [], {})
    }
    if unknown:
        found.append(f"kept under 'custom', for CSL has no such variable: {', '.join(unknown)}")
    custom = values.get("custom")
    given = custom if isinstance(custom, Mapping) else {"custom": custom} if custom else {}
    return {_sound(key): _sound(value) for key, value in {**unknown, **given}.items()}


def _sound(value: Any) -> Any:
    """Return a value that can be written as JSON: no half characters, no exact decimals."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, list):
        return [_sound(one) for one in value]
    if isinstance(value, Mapping):
        return {_sound(str(key)): _sound(one) for key, one in value.items()}
    return value
