"""A small invented program that has something of every kind to announce."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

from generator.announcements import Announcer, announcement_templates
from generator.catalog import load_catalog
from generator.diagnostics import has_errors
from generator.records.fields import ConsentScope
from generator.source import to_yaml, write_text
from generator.views import Site, make_site

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "theme"
ADDRESS = "https://example.org/mentorship/"
EVERYTHING = [str(scope) for scope in ConsentScope]
BUT_ANNOUNCEMENTS = [one for one in EVERYTHING if one != "announcements"]

Records = dict[str, dict[str, Any]]


def person(given: str, family: str, scopes: list[str] = EVERYTHING, **name: str) -> dict[str, Any]:
    return {
        "name": {"given": given, "family": family, **name},
        "consent": {"given": "2030-01-05", "scopes": scopes},
    }


def talk(id_: str, start: str, end: str, title: str, **others: Any) -> dict[str, Any]:
    return {"id": id_, "kind": "talk", "title": title, "start": start, "end": end, **others}


RECORDS: Records = {
    "program.yaml": {
        "name": "Invented Mentorship Program",
        "short_name": "Invented Mentorship",
        "sponsor": {"name": "Round Table of Nowhere"},
        "tagline": "New researchers and experienced mentors, paired for a year.",
        "purpose": "It helps new researchers.",
        "time_zone": "America/Chicago",
        "contacts": [
            {"name": "Ima Chair", "role": "Chair", "email": "chair@mentorship.example.org"}
        ],
        "benefits": ["Mentees learn."],
        "who_may_apply": {
            "mentees": "Everybody who is new to *research*.",
            "mentors": "Everybody who has done some.",
        },
        "repository": "private",
    },
    "vocabulary.yaml": {
        "topics": [{"id": "night", "label": "Libraries at night", "definition": "After dark."}],
        "methods": [],
        "needs": [],
    },
    "participants/ada-unreal.yaml": person("Ada", "Unreal"),
    "participants/ben-notional.yaml": person("Ben", "Notional"),
    "participants/cleo-quiet.yaml": person("Cleo", "Quietmarker", BUT_ANNOUNCEMENTS),
    "participants/xu-xugou.yaml": person(
        "Xugou", "Xu", display="Xu Xugou", original="许虚构", original_language="zh-Hans"
    ),
    "participants/noor-wahmi.yaml": person("نور", "وهمي"),
    "participants/vera-vymysel.yaml": person("Вера", "Вымыслова"),
    "cohorts/2030.yaml": {
        "title": "Cohort of 2030",
        "call_opens": "2030-02-04",
        "call_closes": "2030-03-15",
        "pairs_announced": "2030-04-15",
        "start": "2030-05-01",
        "end": "2031-04-30",
        "summary": "A year of _small_ questions.",
        "completion": {"check_ins": 1, "presentation": True, "evaluations": 0},
    },
    "cohorts/2031.yaml": {
        "title": "Cohort of 2031",
        "call_opens": "2031-06-02",
        "call_closes": "2031-07-15",
        "pairs_announced": "2031-08-15",
        "start": "2031-09-01",
        "end": "2032-08-31",
        "completion": {"check_ins": 1},
    },
    "pairings/2030.yaml": {
        "pairings": [
            {
                "id": "lamps",
                "mentors": ["ada-unreal"],
                "mentees": ["noor-wahmi"],
                "status": "active",
                "project": {"title": "Lamps that stay on: A study of <i>light</i>"},
                "story": "Somebody forgot to turn a lamp off. Then they went on.",
            },
            {
                "id": "quiet",
                "mentors": ["ben-notional"],
                "mentees": ["cleo-quiet"],
                "status": "active",
                "project": {"title": "A project that is withheld"},
                "story": "Cleo Quietmarker asked for this.",
            },
            {
                "id": "words",
                "mentors": ["vera-vymysel"],
                "mentees": ["xu-xugou"],
                "status": "active",
                "project": {"title": "图书馆的夜晚：一项虚构的研究"},
            },
        ]
    },
    "events/2030-information-session.yaml": {
        "kind": "information-session",
        "title": "Questions and answers",
        "cohort": "2030",
        "date": "2030-02-20",
        "start": "12:00",
        "end": "13:00",
    },
    "events/2030-check-in.yaml": {
        "kind": "check-in",
        "title": "First check-in",
        "cohort": "2030",
        "date": "2030-09-10",
        "start": "19:00",
        "end": "20:00",
        "link": "https://example.org/meet",
        "summary": "How far you are.",
    },
    "events/2030-check-in-2.yaml": {
        "kind": "check-in",
        "title": "Second check-in",
        "cohort": "2030",
        "date": "2030-12-10",
        "start": "12:00",
        "end": "13:00",
        "cancelled": True,
    },
    "events/2031-symposium.yaml": {
        "kind": "symposium",
        "title": "Symposium of the Cohort of 2030",
        "cohort": "2030",
        "date": "2031-04-10",
        "start": "12:00",
        "end": "14:00",
        "link": "https://example.org/symposium",
        "summary": "Three talks, open to everyone.",
        "sessions": [
            talk(
                "lamps",
                "12:00",
                "12:30",
                "Lamps that stay on, and what people do beneath them until the morning comes",
                pairing="2030/lamps",
                speakers=[{"participant": "noor-wahmi"}, {"participant": "ada-unreal"}],
                recording="https://example.org/lamps",
            ),
            {"id": "break", "kind": "break", "title": "Break", "start": "12:30", "end": "12:45"},
            talk(
                "quiet",
                "12:45",
                "13:15",
                "Quiet work",
                pairing="2030/quiet",
                speakers=[{"participant": "cleo-quiet"}, {"participant": "ben-notional"}],
            ),
            talk("gone", "13:15", "13:45", "Not held", cancelled=True),
        ],
    },
    "outputs/2031-lamps.yaml": {
        "type": "journal-article",
        "title": "Lamps that stay on: <i>Light</i> in libraries",
        "status": "published",
        "date": "2031-02",
        "contributors": [
            {"participant": "noor-wahmi"},
            {"participant": "cleo-quiet"},
            {"participant": "ada-unreal"},
        ],
        "container": {"title": "Journal of Nothing", "volume": "3", "issue": "1", "pages": "1-9"},
        "doi": "10.5555/nothing.1",
        "license": "CC-BY-4.0",
        "topics": ["night"],
        "pairings": ["2030/lamps"],
    },
    "outputs/2031-crowd.yaml": {
        "type": "report",
        "title": "What forty people found: " + "a very long account of it, " * 8 + "and an end",
        "status": "published",
        "date": "2031-03",
        "contributors": [
            {"name": {"given": f"Given{number}", "family": f"Invented{number}"}}
            for number in range(1, 41)
        ],
        "publisher": "Press of Nowhere",
        "pairings": ["2030/words"],
    },
    "outputs/2031-poster.yaml": {
        "type": "poster",
        "title": "图书馆的夜晚",
        "status": "presented",
        "date": "2031-03-20",
        "contributors": [{"participant": "xu-xugou"}],
        "event": {"name": "Conference of Nowhere", "place": "Nowhere"},
        "pairings": ["2030/words"],
    },
    "outputs/2031-submitted.yaml": {
        "type": "journal-article",
        "title": "Not yet",
        "status": "submitted",
        "container": {"title": "Journal of Nothing"},
        "contributors": [{"participant": "ada-unreal"}],
        "pairings": ["2030/lamps"],
    },
}


def records() -> Records:
    """The program, for a test to change."""
    return deepcopy(RECORDS)


def write_records(folder: Path, program: Mapping[str, Mapping[str, Any]]) -> None:
    for path, record in program.items():
        write_text(folder / path, to_yaml(record))


def site_of(folder: Path, program: Mapping[str, Mapping[str, Any]], day: str) -> Site:
    """The site of the program on a day, as announcements see it."""
    write_records(folder, program)
    loading = load_catalog(folder)
    assert not has_errors(loading.found), loading.found
    always = frozenset({ConsentScope.ANNOUNCEMENTS})
    return make_site(loading.catalog, date.fromisoformat(day), always=always)


def announcer_of(site: Site, theme: Path = THEME) -> Announcer:
    templates = announcement_templates([theme], "theme")
    return Announcer(site, templates, lambda address: f"{ADDRESS}{address}")
