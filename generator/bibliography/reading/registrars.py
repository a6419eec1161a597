"""What DOI registrars answer when asked for CSL-JSON, made CSL-JSON.

Crossref answers with its own REST format (github.com/CrossRef/rest-api-doc, api_format.md), whose
titles are lists and whose types are its own; DataCite and mEDRA are nearer to the schema.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.bibliography.reading.codes import license_id
from generator.bibliography.reading.text import clean
from generator.records.csl import CSL_TYPES

_TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "conference-paper": "paper-conference",
    "posted-content": "article",
    "preprint": "article",
    **dict.fromkeys(("book-chapter", "book-section", "book-part", "book-track"), "chapter"),
    **dict.fromkeys(
        ("monograph", "edited-book", "reference-book", "book-set", "book-series", "proceedings"),
        "book",
    ),
    "reference-entry": "entry-encyclopedia",
    **dict.fromkeys(("report-series", "report-component", "working-paper"), "report"),
    "dissertation": "thesis",
    "peer-review": "review",
    "database": "dataset",
    "computer-program": "software",
    "blog-post": "post-weblog",
    **dict.fromkeys(("journal", "journal-issue", "journal-volume"), "periodical"),
    "proceedings-series": "periodical",
}
_ANSWERED = frozenset(
    ("content-domain", "deposited", "indexed", "is-referenced-by-count", "reference-count")
)
_MACHINES = """
    accepted alternative-id aliases approved archive assertion clinical-trial-number
    content-created content-domain content-updated created deposited description free-to-read
    funder group-title indexed is-referenced-by-count isbn-type issn-type issue-title
    journal-issue license link member owner posted prefix project-id proceedings-subject published
    published-online published-other published-print reference reference-count references-count
    relation resource review score source standards-body subject subtype update-policy
    update-to updated-by update-type version-info
"""
_FOR_MACHINES = frozenset(_MACHINES.split())
_DATES = ("published-print", "published", "published-online", "posted", "published-other")
_LISTED = {
    "short-container-title": "container-title-short",
    "short-title": "title-short",
    "original-title": "original-title",
    "edition-number": "edition",
    "article-number": "number",
    "publisher-location": "publisher-place",
    "degree": "genre",
}
_PARTS = ("chapter", "paper-conference")


def from_registrar(values: Mapping[str, Any]) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """Return the values of an answer as CSL-JSON, and what was changed; CSL-JSON stays as it is."""
    found: list[str] = []
    made = {
        key: value
        for key, value in values.items()
        if key not in _FOR_MACHINES or not _ANSWERED & values.keys()
    }
    made["type"] = _type(values.get("type"), found)
    made.update(_titles(values, str(made["type"])))
    for key in ("ISSN", "ISBN"):
        if isinstance(values.get(key), list):
            made[key] = ", ".join(str(one).rsplit("/", 1)[-1] for one in values[key])
    for key, variable in _LISTED.items():
        value = _first(values.get(key))
        if key != variable and value and not made.get(variable):
            del made[key]
        if value and (key == variable or not made.get(variable)):
            made[variable] = value
        elif isinstance(values.get(key), list) and not value:
            made.pop(key, None)
    made.update(_event(made))
    made.update(_license(values, made, found))
    made.update(_publisher(made))
    if isinstance(values.get("journal-issue"), Mapping) and not made.get("issue"):
        made["issue"] = values["journal-issue"].get("issue")
    if not _is_dated(made.get("issued")):
        made["issued"] = next((values[key] for key in _DATES if _is_dated(values.get(key))), None)
    return {key: value for key, value in made.items() if value is not None}, tuple(found)


def without_final_period(title: str) -> str:
    """Return a title without the period that some publishers register at its end."""
    last = title.rsplit(None, 1)[-1] if title else ""
    return title[:-1] if last.endswith(".") and "." not in last[:-1] else title


def _type(written: object, found: list[str]) -> object:
    if not isinstance(written, str) or written in CSL_TYPES:
        return written
    meant = _TYPES.get(written.lower().replace("_", "-"))
    if meant:
        found.append(f"type '{written}' taken as '{meant}'")
    return meant or written


def _titles(values: Mapping[str, Any], type_: str) -> Iterator[tuple[str, Any]]:
    """Yield titles that come as lists, with subtitles; of two containers the first is a series."""
    title, subtitle = values.get("title"), _first(values.get("subtitle"))
    if isinstance(title, list) or "subtitle" in values:
        whole = _first(title)
        if subtitle and clean(subtitle).casefold() not in clean(whole).casefold():
            head = whole.rstrip(" :.")
            colon = "" if head.endswith(("?", "!")) else ":"
            whole = f"{head}{colon} {subtitle}" if whole else subtitle
        yield "title", whole
        yield "subtitle", None
    container = values.get("container-title")
    if isinstance(container, list):
        listed = [str(one) for one in container if one]
        if len(listed) > 1 and type_ in _PARTS and "collection-title" not in values:
            yield "collection-title", listed[0]
            listed = listed[1:]
        yield "container-title", listed[0] if listed else None


def _event(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    event = values.get("event")
    if not isinstance(event, Mapping):
        return
    yield "event", None
    yield "event-title", event.get("name")
    place = event.get("location")
    if place:
        yield "event-place", place
    start, end = (_parts(event.get(key)) for key in ("start", "end"))
    if start:
        yield "event-date", {"date-parts": [start, end] if end else [start]}


def _license(
    values: Mapping[str, Any], made: Mapping[str, Any], found: list[str]
) -> Iterator[tuple[str, Any]]:
    """Yield the license that lets people share a work, if an answer names one."""
    listed = values.get("license")
    offered = (
        [one.get("URL") for one in listed if isinstance(one, Mapping)]
        if isinstance(listed, list)
        else []
    )
    offered.append(values.get("copyright"))
    for one in offered:
        name = license_id(one) if isinstance(one, str) else ""
        if name:
            custom = made.get("custom")
            yield "custom", {"license": name, **(custom if isinstance(custom, Mapping) else {})}
            yield "copyright", None
            found.append(f"license '{one}' written as {name}")
            break
    if isinstance(listed, list):
        yield "license", None


def _publisher(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    publisher = values.get("publisher")
    if isinstance(publisher, Mapping):
        publisher = publisher.get("name")
        yield "publisher", publisher
    institution = values.get("institution")
    if institution is None:
        return
    yield "institution", None
    first = institution[0] if isinstance(institution, list) and institution else institution
    name = first.get("name") if isinstance(first, Mapping) else first
    if name and not publisher:
        yield "publisher", name


def _first(value: object) -> str:
    """Return a text, or the first of a list of texts."""
    if isinstance(value, list):
        return next((str(one) for one in value if one), "")
    return "" if value is None or isinstance(value, Mapping) else str(value)


def _is_dated(value: object) -> bool:
    if not isinstance(value, Mapping):
        return bool(value)
    return bool(_parts(value)) or bool(
        value.get("raw") or value.get("literal") or value.get("edtf")
    )


def _parts(value: object) -> Sequence[Any]:
    """Return the numbers of a date, where there are any."""
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else parts
    listed = first if isinstance(first, list) else [first]
    return [number for number in listed if number is not None]
