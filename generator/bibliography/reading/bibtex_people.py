"""People and dates of an entry of BibTeX or biblatex."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.bibliography.csl_dates import when_from_csl
from generator.bibliography.date_words import month_number
from generator.bibliography.reading.bibtex_names import bibtex_names
from generator.bibliography.reading.latex import from_latex, verbatim
from generator.diagnostics import fold
from generator.records.output import ContributorRole

NAMES = {
    "author": "author",
    "bookauthor": "container-author",
    "translator": "translator",
    "holder": "author",
    **dict.fromkeys(
        (
            "afterword",
            "annotator",
            "commentator",
            "continuator",
            "foreword",
            "introduction",
        ),
        "contributor",
    ),
}
_EDITORS = {
    "compiler": "compiler",
    "director": "director",
    "organizer": "organizer",
    "producer": "producer",
    "illustrator": "illustrator",
    "collaborator": "contributor",
}
_ROLES = frozenset(str(role) for role in ContributorRole)
_DATES = {
    "date": "issued",
    "urldate": "accessed",
    "eventdate": "event-date",
    "origdate": "original-date",
}
_UNDATED = frozenset(("in press", "forthcoming", "submitted", "accepted", "to appear"))


def people_of(kind: str, fields: Mapping[str, str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the people in each role."""
    found: dict[str, list[dict[str, Any]]] = {}
    for field, role in NAMES.items():
        if fields.get(field):
            people = bibtex_names(fields[field])
            made = fields.get("authortype", "").lower() if field == "author" else ""
            found.setdefault(made if made in _ROLES else role, []).extend(
                _with_ids(people, field, fields)
            )
    for field, sort in (
        ("editor", "editortype"),
        ("editora", "editoratype"),
        ("editorb", "editorbtype"),
        ("editorc", "editorctype"),
    ):
        if fields.get(field):
            role = _EDITORS.get(fields.get(sort, "editor").lower(), "editor")
            if kind == "speech" and role == "organizer":
                role = "chair"
            people = bibtex_names(fields[field])
            found.setdefault(role, []).extend(_with_ids(people, field, fields))
    yield from found.items()


def _with_ids(
    people: list[dict[str, Any]], field: str, fields: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return people with what annotations say of them (biblatex manual, 3.7).

    That is ORCID iDs and ROR ids, and, in our own exports, which of its particles a name drops.
    """
    for kind, key in (("orcid", "ORCID"), ("ror", "ROR"), ("dropping", "dropping-particle")):
        written = verbatim(fields.get(f"{field}+an:{kind}", ""))
        for place, value in re.findall(r'(\d+)\s*=\s*"([^"]*)"', written):
            if 0 < int(place[:5]) <= len(people):
                person = people[int(place[:5]) - 1]
                person[key] = value
                if kind == "dropping":
                    particle = person.get("non-dropping-particle", "")
                    person["non-dropping-particle"] = particle.removeprefix(value).strip()
    return people


def dates_of(fields: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Yield dates; where a year says 'in press', how far the work has come.

    When an event was is not repeated where the work is of the same date.
    """
    found = dict(_issued(fields))
    for field, variable in _DATES.items():
        if fields.get(field):
            found[variable] = {
                "raw": verbatim(fields[field]).replace("--", "/"),
                "literal": from_latex(fields.get(f"{field}-literal", "")),
            }
    if "event-date" in found and _same(found["event-date"], found.get("issued")):
        del found["event-date"]
    yield from found.items()


def _same(one: Mapping[str, Any], other: Mapping[str, Any] | None) -> bool:
    return when_from_csl(one) == when_from_csl(other or {})


def _issued(fields: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Yield when a work came out by its year and month, or how far it has come by its year."""
    if fields.get("date") or not (fields.get("year") or fields.get("date-literal")):
        return
    year, month, day = (
        from_latex(fields.get(name, "")).strip() for name in ("year", "month", "day")
    )
    if re.fullmatch(r"\d{4}", year) and month:
        named, _, rest = month.replace("\xa0", " ").partition(" ")
        number = int(month) if month.isdigit() else month_number(named)
        if number:
            parts = [year, str(number), *([day or rest] if (day or rest).isdigit() else [])]
            yield "issued", {"date-parts": [parts]}
            return
        year = f"{month} {year}"
    if year and fold(year) == fold(from_latex(fields.get("pubstate", ""))):
        return
    if year.lower().rstrip(".") in _UNDATED:
        yield "status", year.lower().rstrip(".")
        return
    ranged = re.fullmatch(r"(\d{4})\s*(?:-|\u2013|/)+\s*(\d{4})", year)
    raw = f"{ranged[1]}/{ranged[2]}" if ranged else year
    yield "issued", {"raw": raw, "literal": from_latex(fields.get("date-literal", ""))}
