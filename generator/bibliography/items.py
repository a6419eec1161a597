"""An output's record as an item."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.bibliography.csl_dates import when_from_csl
from generator.bibliography.item import Item, Name, When
from generator.bibliography.kinds import csl_type, genre_of
from generator.records.csl import CSL_DATES, CSL_TEXTS
from generator.records.output import Output, OutputStatus

ONLINE = "Online"
"""Where a meeting was held that had no place (APA 7, section 10.5)."""


def make_item(id_: str, output: Output, people: Sequence[Name], keywords: Sequence[str]) -> Item:
    """Return an output as an item.

    ``people`` are its contributors as they may be shown, in the order of the record; ``keywords``
    the labels of its topics and methods. What the record keeps under ``csl`` stands before what
    follows from its other keys.
    """
    kept = output.csl or {}
    texts = dict(_texts(output, keywords))
    if "event" in kept:  # what event-title was called until CSL 1.0.2
        texts.pop("event-title", None)
    if "type" in kept and not output.genre:  # the words for our own types do not describe others
        texts.pop("genre", None)
    texts.update({name: str(kept[name]) for name in CSL_TEXTS if name in kept})
    if "categories" in kept:
        texts["categories"] = "\n".join(kept["categories"])
    dates = {"issued": When(output.date)} if output.date else {}
    dates.update({name: when_from_csl(kept[name]) for name in CSL_DATES if name in kept})
    names: dict[str, tuple[Name, ...]] = {}
    for contributor, name in zip(output.contributors, people, strict=True):
        role = str(contributor.role)
        names[role] = (*names.get(role, ()), name)
    return Item(
        id=str(kept.get("id", id_)),
        type=str(kept.get("type") or csl_type(output.type, output.genre or "")),
        texts=texts,
        dates=dates,
        names=names,
        custom={**dict(_custom(output)), **kept_custom(kept)},
    )


def kept_custom(kept: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what ``csl`` keeps under ``custom``: a group of keys, or the text of a JSON object.

    A record's values are texts; numbers, yes and no, and lists of them need JSON to come back.
    """
    custom = kept.get("custom", {})
    found: Mapping[str, Any] = json.loads(custom) if isinstance(custom, str) else custom
    return found


def _texts(output: Output, keywords: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the variables that follow from a record's own keys."""
    container, event, series = output.container, output.event, output.series
    found = (
        ("title", output.title),
        ("genre", genre_of(output)),
        ("container-title", container.title if container else None),
        ("volume", (container.volume if container else None) or output.volume),
        ("issue", container.issue if container else None),
        ("page", container.pages if container else None),
        ("number", (container.article_number if container else None) or output.number),
        ("ISSN", container.issn if container else None),
        ("version", output.version),
        ("collection-title", series.title if series else None),
        ("collection-number", series.number if series else None),
        ("event-title", event.name if event else None),
        ("event-place", (event.place or (ONLINE if event.online else None)) if event else None),
        ("publisher", output.publisher),
        ("edition", output.edition),
        ("archive", output.archive),
        ("ISBN", output.isbn),
        ("DOI", output.doi),
        ("URL", output.url),
        ("language", output.language),
        ("abstract", output.abstract),
        ("status", "in press" if output.status is OutputStatus.IN_PRESS else None),
        ("keyword", "; ".join(keywords)),
    )
    return ((name, value) for name, value in found if value)


def _custom(output: Output) -> Iterator[tuple[str, str]]:
    """Yield what CSL has no variable for."""
    found = (
        ("license", output.license),
        ("open-copy", output.open_copy),
        ("slides", output.slides),
        ("award", output.award),
    )
    return ((name, value) for name, value in found if value)
