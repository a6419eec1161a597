"""Sites of small programs, made from records that a test names."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.catalog import Catalog, load_catalog
from generator.diagnostics import has_errors
from generator.records.fields import ConsentScope
from generator.source import to_yaml, write_text
from generator.views import Site, make_site
from tests.filling import fill_program

Records = dict[str, dict[str, Any]]

DAY = date(2026, 5, 20)
CONSENT = {
    "given": "2026-01-02",
    "scopes": [str(scope) for scope in ConsentScope],
}


def records() -> Records:
    """A program with every field filled, for a test to change.

    Without what only tells of other records, which a test could then not take out, and without the
    editing page, which is no page like the others.
    """
    telling = ("certificates/", "news/")
    made = {path: record for path, record in fill_program().items() if not path.startswith(telling)}
    del made["program.yaml"]["editing"]
    return made


def person(given: str, family: str, **others: object) -> dict[str, Any]:
    """A participant who agreed to everything."""
    return {"name": {"given": given, "family": family}, "consent": CONSENT, **others}


def pair_in_earlier_year(program: Records, mentors: list[str], mentees: list[str]) -> None:
    """Give people a part that the site shows: a pairing of a year that is over."""
    earlier = {**program["cohorts/2026.yaml"], "title": "An earlier year", "exclusions": []}
    for key in ("call_opens", "call_closes", "pairs_announced", "start", "end"):
        earlier[key] = earlier[key].replace("2026", "2024").replace("2027", "2025")
    program["cohorts/2024.yaml"] = {key: value for key, value in earlier.items() if value}
    pairing = {"id": "pair", "mentors": mentors, "mentees": mentees, "status": "confirmed"}
    program["pairings/2024.yaml"] = {"pairings": [pairing]}


def catalog_of(folder: Path, program: Mapping[str, Mapping[str, Any]]) -> Catalog:
    """Write the records and load them; they are to be without errors."""
    for path, record in program.items():
        write_text(folder / path, to_yaml(record))
    loading = load_catalog(folder)
    assert not has_errors(loading.found), loading.found
    return loading.catalog


def site_of(folder: Path, program: Mapping[str, Mapping[str, Any]], today: date = DAY) -> Site:
    """Make the site of the records as seen on a day."""
    return make_site(catalog_of(folder, program), today)
