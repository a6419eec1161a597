"""A small program with a cohort of invented applicants, written as files and matched."""

import shutil
from pathlib import Path
from typing import Any

from generator.catalog import Catalog, load_catalog
from generator.diagnostics import Diagnostic, Place
from generator.matching.market import Objective
from generator.matching.outcome import Outcome, match_pool
from generator.matching.pool import Pool, gather_pool
from generator.matching.request import Request
from generator.matching.scoring import Scorer
from generator.source import to_yaml

BASE = Path(__file__).parents[1] / "records" / "base"
PLACE = Place("private/applications/2026")
VOCABULARY: dict[str, Any] = {
    "topics": [
        {"id": "reading", "label": "Reading"},
        {"id": "shared-reading", "label": "Shared reading", "broader": ["reading"]},
        {"id": "bedtime-reading", "label": "Bedtime reading", "broader": ["shared-reading"]},
        {"id": "silent-reading", "label": "Silent reading", "broader": ["reading"]},
        {"id": "cataloging", "label": "Cataloging"},
    ],
    "methods": [
        {"id": "interviews", "label": "Interviews"},
        {"id": "surveys", "label": "Surveys"},
    ],
    "needs": [
        {"id": "research-design", "label": "Research design"},
        {"id": "writing", "label": "Writing"},
    ],
}
YEAR: dict[str, Any] = {
    "title": "Cohort of {}",
    "call_opens": "{}-05-01",
    "call_closes": "{}-06-15",
    "pairs_announced": "{}-07-15",
    "start": "{}-08-01",
    "end": "{}-12-31",
    "completion": {"check_ins": 0, "presentation": False, "evaluations": 0},
}


class Invented:
    """A program in a folder, with the cohorts 2024, 2025 and 2026."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        for name in ("pairings", "events", "outputs", "participants"):
            shutil.rmtree(folder / "records" / name)
        (folder / "private").mkdir()
        self.write("records/vocabulary.yaml", VOCABULARY)
        for year in ("2024", "2025", "2026"):
            self.cohort(year)

    def write(self, path: str, values: Any) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(values if isinstance(values, str) else to_yaml(values), "utf-8")

    def cohort(self, year: str, **more: Any) -> None:
        filled = {
            key: value.format(year) if isinstance(value, str) else value
            for key, value in YEAR.items()
        }
        self.write(f"records/cohorts/{year}.yaml", {**filled, **more})

    def person(self, name: str, **more: Any) -> None:
        values = {"name": {"display": name.title()}, **more}
        self.write(f"records/participants/{name}.yaml", values)

    def applies(
        self, name: str, role: str, *, year: str = "2026", recorded: bool = True, **more: Any
    ) -> None:
        if recorded and not (self.folder / f"records/participants/{name}.yaml").exists():
            self.person(name)
        values = {"role": role, "email": f"{name}@example.org", **more}
        if not recorded:
            values["name"] = {"display": name.title()}
        self.write(f"private/applications/{year}/{name}.yaml", values)

    def mentee(self, name: str, **more: Any) -> None:
        self.applies(name, "mentee", **more)

    def mentor(self, name: str, places: int = 1, least: int = 0, **more: Any) -> None:
        capacity = {"minimum": least, "maximum": places}
        self.applies(name, "mentor", capacity=capacity, **more)

    def paired(self, year: str, *pairs: tuple[str, str, str]) -> None:
        """Write the pairings of a year: (mentee, mentor, status), each with the mentee's id."""
        self.write(
            f"records/pairings/{year}.yaml",
            {
                "pairings": [
                    {"id": mentee, "mentors": [mentor], "mentees": [mentee], "status": status}
                    for mentee, mentor, status in sorted(pairs)
                ]
            },
        )

    def catalog(self) -> Catalog:
        return self.loaded()[0]

    def loaded(self) -> tuple[Catalog, tuple[Diagnostic, ...]]:
        loading = load_catalog(
            self.folder / "records",
            self.folder / "private",
            shown="records",
            private_shown="private",
        )
        return loading.catalog, loading.found

    def pool(self, **asked: Any) -> Pool:
        pooling = gather_pool(self.catalog(), "2026", Request(**asked), PLACE)
        assert pooling.pool is not None, pooling.found
        return pooling.pool

    def faults(self, **asked: Any) -> list[str]:
        found = gather_pool(self.catalog(), "2026", Request(**asked), PLACE).found
        return [f"{each.place} {each.code} {each.message}" for each in found]

    def scorer(self) -> Scorer:
        return Scorer(self.catalog(), "2026", self.pool().people.values())

    def outcome(self, objective: Objective = Objective.FAIR, **asked: Any) -> Outcome:
        pool = self.pool(**asked)
        scorer = Scorer(self.catalog(), "2026", pool.people.values())
        return match_pool(pool, scorer, objective)
