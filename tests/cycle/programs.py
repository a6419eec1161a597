"""A small program year, written as files, for a test to change."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

from generator.catalog import Catalog, load_catalog
from generator.cycle.due import tasks_due
from generator.cycle.task import Task
from generator.source import to_yaml

BASE = Path(__file__).parents[1] / "records" / "base"
FAR = 3660


class Year:
    """The base program of tests/records: the cohort 2025, from 2025-05-01 to 2026-07-31."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(BASE, folder, dirs_exist_ok=True)

    def write(self, path: str, values: Any) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(values if isinstance(values, str) else to_yaml(values), "utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        file = self.folder / "records" / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    def delete(self, *paths: str) -> None:
        for path in paths:
            (self.folder / "records" / path).unlink()

    def person(self, id_: str, **more: Any) -> None:
        consent = {"given": "2025-07-01", "scopes": ["name", "pairing", "sessions", "outputs"]}
        self.write(
            f"records/participants/{id_}.yaml",
            {"name": {"display": id_.title()}, "consent": consent, **more},
        )

    def pairs(self, *pairings: dict[str, Any]) -> None:
        """Write the cohort's pairings; each is of ada-okafor and ben-larsen, and at work."""
        usual = {"mentors": ["ada-okafor"], "mentees": ["ben-larsen"], "status": "active"}
        whole = [{**usual, **one} for one in sorted(pairings, key=lambda one: str(one["id"]))]
        self.write("records/pairings/2025.yaml", {"pairings": whole})

    def check_in(self, id_: str, day: str, **more: Any) -> None:
        event = {"kind": "check-in", "title": f"Check-in {id_}", "cohort": "2025", "date": day}
        self.write(
            f"records/events/{id_}.yaml", {**event, "start": "13:00", "end": "14:00", **more}
        )

    def catalog(self) -> Catalog:
        private = self.folder / "private"
        return load_catalog(
            self.folder / "records",
            private if private.exists() else None,
            shown="records",
            private_shown="private",
        ).catalog

    def tasks(self, on: str, within: int = FAR) -> tuple[Task, ...]:
        return tasks_due(self.catalog(), date.fromisoformat(on), within)

    def due(self, code: str, on: str, within: int = FAR) -> list[tuple[str, str]]:
        """The tasks of a code: their days, and what is to be done."""
        return [(str(task.due), task.what) for task in self.tasks(on, within) if task.code == code]
