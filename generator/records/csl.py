"""Facts of a citation that only other citation tools know, kept so that nothing is lost."""

import json
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, PlainValidator, WithJsonSchema

from generator.records.fields import Holds, fault, shape_of

_TYPES = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture musical_score
    pamphlet paper-conference patent performance periodical personal_communication post
    post-weblog regulation report review review-book software song speech standard thesis treaty
    webpage
"""
CSL_TYPES = frozenset(_TYPES.split())
"""Types of items (CSL 1.0.2, appendix III)."""

CSL_DATES = ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")
"""Date variables (CSL 1.0.2, appendix IV, "Date variables")."""

_TEXTS = """
    abstract annote archive archive_collection archive_location archive-place authority
    call-number chapter-number citation-key citation-label citation-number collection-number
    collection-title container-title container-title-short dimensions division DOI edition event
    event-place event-title first-reference-note-number genre ISBN ISSN issue
    journalAbbreviation jurisdiction keyword language locator medium note number number-of-pages
    number-of-volumes original-publisher original-publisher-place original-title page page-first
    part part-number part-title PMCID PMID printing printing-number publisher publisher-place
    references reviewed-genre reviewed-title scale section shortTitle source status supplement
    supplement-number title title-short URL version volume volume-title volume-title-short
    year-suffix
"""
CSL_TEXTS = tuple(_TEXTS.split())
"""Standard and number variables (CSL 1.0.2, appendix IV, and csl-data.json)."""

KEPT = frozenset((*CSL_TEXTS, *CSL_DATES, "id", "type", "categories", "custom"))
"""What ``csl`` may hold."""

_EXPECTED = {
    "categories": "a list of texts",
    "custom": "a group of keys, or the text of a JSON object,",
    **dict.fromkeys(CSL_DATES, "a date, or a group of keys,"),
}


def _variables(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise fault("wrong-shape", f"a group of keys belongs here, not a {shape_of(value)}")
    for name, held in value.items():
        if name not in KEPT:
            raise fault("unknown-key", f"'{name}' is no variable of CSL", steps=(name,))
        if not held:
            raise fault("invalid-value", f"'{name}' is empty", "write something, or delete the key")
        if not _fits(name, held):
            raise fault(
                "wrong-shape",
                f"{_EXPECTED.get(name, 'a text')} belongs here, not a {shape_of(held)}",
                steps=(name,),
            )
    return value


def _fits(name: str, held: object) -> bool:
    """Tell whether a value has the shape of its variable (csl-data.json)."""
    if name == "categories":
        return isinstance(held, list) and all(isinstance(one, str) for one in held)
    if name == "custom":
        return isinstance(held, Mapping) or _is_json_object(held)
    return isinstance(held, str) or (name in CSL_DATES and isinstance(held, Mapping))


def _is_json_object(held: object) -> bool:
    try:
        return isinstance(held, str) and isinstance(json.loads(held), dict)
    except (ValueError, RecursionError):
        return False


def _type(value: Mapping[str, Any]) -> Mapping[str, Any]:
    written = value.get("type")
    if written is not None and written not in CSL_TYPES:
        raise fault("unknown-choice", f"'{written}' is no type of CSL", steps=("type",))
    return value


CslVariables = Annotated[
    Mapping[str, Any],
    PlainValidator(_variables),
    AfterValidator(_type),
    WithJsonSchema(
        {"type": "object", "propertyNames": {"enum": sorted(KEPT)}, "additionalProperties": True}
    ),
    Holds("variables of the Citation Style Language"),
]
"""Variables of an item in CSL-JSON, all scalars as text; they stand before what the record says."""
