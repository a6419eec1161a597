"""What is said of a change to the filled program."""

import copy
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.changes.comparing import Side, Written, compare
from generator.changes.pages import Pages
from generator.changes.program import Notice
from generator.changes.report import Report
from tests.views.sites import Records, person, records, site_of

Change = Callable[[Records], None]
Said = dict[str, list[str]]

BENCHES = "outputs/benches.yaml"
"""The work by which Tri Spoken, who is in no pair, has a part that the site shows."""


def named_records() -> Records:
    """The filled program with names, titles and times that a sentence can be recognized by."""
    program = records()
    program["participants/una-planted.yaml"] |= {
        "name": {"given": "Una", "family": "Planted"},
        "position": "Librarian",
        "bio": "She counts.",
    }
    program["participants/duo-planted.yaml"] |= {"name": {"given": "Duo", "family": "Ekstra"}}
    program["participants/tri-spoken.yaml"] = person("Tri", "Spoken")
    program[BENCHES] = {
        "type": "report",
        "title": "Benches",
        "status": "published",
        "publisher": "Chair Press",
        "date": "2026-01",
        "contributors": [{"participant": "tri-spoken"}, {"name": {"family": "Outsider"}}],
    }
    program["cohorts/2026.yaml"]["title"] = "Cohort of 2026"
    (pair,) = program["pairings/2026.yaml"]["pairings"]
    pair["project"]["title"] = "Counting chairs"
    work = program["outputs/output.yaml"]
    work |= {"title": "Chairs, counted", "status": "published", "type": "report"}
    work |= {"contributors": [{"participant": "una-planted"}, {"name": {"family": "Outsider"}}]}
    for key in ("form", "session", "recording", "container", "event", "issn", "isbn"):
        work.pop(key, None)
    event = program["events/symposium.yaml"]
    event |= {"title": "Symposium of 2026", "planning": None}
    del event["planning"]
    (session,) = event["sessions"]
    session |= {"title": "On chairs", "speakers": [{"participant": "una-planted"}]}
    session |= {"moderator": {"participant": "duo-planted"}, "room": "Attic"}
    return program


def take_tri_away(program: Records) -> None:
    """Delete Tri Spoken's record, and the reference to it."""
    del program["participants/tri-spoken.yaml"]
    program[BENCHES]["contributors"] = [{"name": {"family": "Outsider"}}]


def report_of(
    folder: Path,
    change: Change,
    *,
    first: Change | None = None,
    pages: tuple[Pages, Pages] = ({}, {}),
    written: Written | None = None,
    terms: Mapping[str, str] | None = None,
) -> Report:
    """Compare the named program, changed by ``first``, with itself changed by ``change`` too."""
    before = named_records()
    if first:
        first(before)
    after = copy.deepcopy(before)
    change(after)
    sides = zip((before, after), pages, ("before", "after"), strict=True)
    old, new = (_side(folder / name, program, known) for program, known, name in sides)
    return compare(old, new, terms=terms, written=written)


def said_of(folder: Path, change: Change, first: Change | None = None) -> Said:
    """The lines of each section."""
    report = report_of(folder, change, first=first)
    return {section.title: list(section.lines) for section in report.sections}


def _side(folder: Path, program: Records, pages: Pages) -> Side:
    site = site_of(folder, program)
    up = site.notice
    return Side(site, pages, Notice(up.text, up.link or "", up.until) if up else None)
