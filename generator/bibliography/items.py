"""An output's record as an item."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.bibliography.csl_dates import when_from_csl
from generator.bibliography.item import Item, Name, When
from generator.bibliography.kinds import csl_type, genre_of
from generator.bibliography.language_tags import language_tag
from generator.bibliography.output_types import output_status, output_type
from generator.diagnostics import fold
from generator.records.csl import CSL_DATES, CSL_TEXTS
from generator.records.dates import Period
from generator.records.output import PRESENTED, Output, OutputStatus

_WHOLE = frozenset(("DOI", "URL"))
"""Variables of which a part is another one."""

ONLINE = "Online"
"""Where a meeting was held that had no place (APA 7, section 10.5)."""


def make_item(id_: str, output: Output, people: Sequence[Name], keywords: Sequence[str]) -> Item:
    """Return an output as an item.

    ``people`` are its contributors as they may be shown, in the order of the record; ``keywords``
    the labels of its topics and methods. What the record keeps under ``csl`` says more than its
    other keys can; where it says something else, a key has been changed since, and the key counts.
    """
    kept = output.csl or {}
    texts = dict(_texts(output, keywords))
    if "event" in kept:  # what event-title was called until CSL 1.0.2
        texts.pop("event-title", None)
    if "type" in kept and not output.genre:  # the words for our own types do not describe others
        texts.pop("genre", None)
    texts.update(dict(_refined(output, texts, kept)))
    if "categories" in kept:
        texts["categories"] = "\n".join(kept["categories"])
    dates = {"issued": When(output.date)} if output.date else {}
    for variable in CSL_DATES:
        when = when_from_csl(kept[variable]) if variable in kept else None
        if when and (variable != "issued" or _is_closer(when, output.date)):
            dates[variable] = when
    names: dict[str, tuple[Name, ...]] = {}
    for contributor, name in zip(output.contributors, people, strict=True):
        role = str(contributor.role)
        names[role] = (*names.get(role, ()), name)
    return Item(
        id=str(kept.get("id", id_)),
        type=_type(output, texts, str(kept.get("type", ""))),
        texts=texts,
        dates=dates,
        names=names,
        custom={**dict(_custom(output)), **kept_custom(kept)},
    )


def _type(output: Output, texts: Mapping[str, str], kept: str) -> str:
    """Return the CSL type that is kept, if it still fits the type of output, or else its usual."""
    usual = csl_type(output.type, output.genre or "")
    fits = kept and output_type(Item("", kept, texts))[0] is output.type
    return kept if fits else usual


def _refined(
    output: Output, own: Mapping[str, str], kept: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Yield the variables that are kept and say what other keys say, or more."""
    for name in CSL_TEXTS:
        if name not in kept:
            continue
        text, known = str(kept[name]), own.get(name, "")
        if name == "keyword":
            words = [fold(word) for word in text.split(";")]
            added = [one for one in known.split("; ") if one and fold(one) not in words]
            yield name, "; ".join((text, *added))
        elif name == "status" and not known:
            if not _is_out_of_date(output, text):
                yield name, text
        elif not known or _says_more(name, text, known):
            yield name, text


def _says_more(name: str, text: str, known: str) -> bool:
    """Tell whether what is kept for a variable says what the record's key does, and more."""
    if name == "language":
        return language_tag(text) == known
    return text == known or (name not in _WHOLE and fold(known) in fold(text))


def _is_out_of_date(output: Output, status: str) -> bool:
    """Tell whether a work has come out that was in press when its status was kept."""
    return output.type not in PRESENTED and output_status(
        Item("", "", {"status": status}), output.type
    ) in (OutputStatus.IN_PRESS, OutputStatus.SUBMITTED)


def _is_closer(when: When, own: Period | None) -> bool:
    """Tell whether a date that is kept says what the record's date says, or more."""
    if own is None or when.period == own:
        return True
    return when.period is None and str(own.start.year) in when.literal


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
