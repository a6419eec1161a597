"""A site with every event that is hard to show: long, at night, in rooms, off, and changed."""

from pathlib import Path
from typing import Any

import pytest

from generator.agenda.history import History
from generator.source import to_yaml
from generator.website import plugin
from generator.website.bodies import planned_pages
from generator.website.building import build_site
from tests.website.project import DAY, copy_project
from tests.website.test_history import Repository

BIG = "2027-two-days"
NIGHT = "2027-night"
OFF = "2027-off"
DAYS = "2027-writing-days"
CHANGED = "2027-changed"
ROOMS = ("Attic", "Cellar", "Main room", "Side room")


def event(title: str, day: str, **others: Any) -> dict[str, Any]:
    return {"kind": "workshop", "title": title, "date": day, **others}


def session(id_: str, start: str, end: str, **others: Any) -> dict[str, Any]:
    title = others.pop("title", f"On {id_}")
    return {"id": id_, "kind": "talk", "title": title, "start": start, "end": end, **others}


def big() -> dict[str, Any]:
    """Two days of four rooms, with 60 sessions, one of them off in each hour from eleven on."""
    sessions = [
        session(
            f"{'first' if day == '2027-06-10' else 'second'}-{hour}-{room.split()[0].lower()}",
            f"{hour:02d}:00",
            f"{hour:02d}:25",
            date=day,
            room=room,
            link="https://example.org/join",
            abstract=f"What was found at {hour} in the {room}, and by whom. " * 3 + "That is all.",
            **({"cancelled": "true"} if (hour, room) == (11, "Attic") else {}),
        )
        for day in ("2027-06-10", "2027-06-11")
        for hour in (9, 10, 11, 13, 14, 15, 16, 17)
        for room in ROOMS
        if hour != 17 or room in ROOMS[:2]
    ]
    return event(
        "Two days and sixty sessions",
        "2027-06-10",
        end_date="2027-06-11",
        start="09:00",
        end="18:00",
        sessions=sessions,
    )


def hard_events() -> dict[str, dict[str, Any]]:
    return {
        BIG: big(),
        NIGHT: event(
            "A night of reading",
            "2027-03-13",
            end_date="2027-03-14",
            start="22:00",
            end="04:00",
            sessions=[
                session("late", "22:00", "23:50"),
                session("early", "01:00", "04:00", date="2027-03-14"),
            ],
        ),
        OFF: event(
            "What is off",
            "2027-04-02",
            start="09:00",
            end="11:00",
            cancelled="true",
            link="https://example.org/off",
            sessions=[session("talk", "09:00", "10:00")],
        ),
        DAYS: event("Days for writing", "2027-05-02", end_date="2027-05-04", all_day="true"),
    }


def changed(title: str, hour: int, **others: Any) -> dict[str, Any]:
    talk = session("talk", f"{hour}:00", f"{hour + 1}:00", title=title, **others)
    return event("What changed", "2027-05-20", start="09:00", end="18:00", sessions=[talk])


def build_hard_program(folder: Path) -> Path:
    """Build the demonstration with these events, from a repository in which one was changed."""
    repository = Repository(folder / "past")
    for number in range(11):
        repository.commit(
            {f"events/{CHANGED}.yaml": to_yaml(changed("On the way", 13 - number % 2))}
        )
    last = changed("<i>There</i> & back", 15)
    repository.commit({f"events/{CHANGED}.yaml": to_yaml(last)})
    history = repository.history(CHANGED)
    project = copy_project(folder / "project")
    for id_, record in {**hard_events(), CHANGED: last}.items():
        (project / f"records/events/{id_}.yaml").write_text(to_yaml(record), "utf-8")
    return _build(project, history)


def _build(project: Path, history: History) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plugin, "read_history", lambda *_: history)
        patch.setattr(
            plugin, "planned_pages", lambda site, desk, *_: planned_pages(site, desk, history)
        )
        return build_site(project / "mkdocs.yml", today=DAY).folder
