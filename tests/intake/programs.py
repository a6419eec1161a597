"""A small program with a private folder, and imports into it without the command."""

import csv
import io
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import yaml

from generator.catalog import Loading, load_catalog
from generator.intake.facts import Defaults
from generator.intake.files import read_contents
from generator.intake.mapping import Fit, Form
from generator.intake.mapping_text import propose_form
from generator.intake.outcome import Fate, Outcome
from generator.intake.planning import Setting, plan_applications
from generator.intake.rows import submissions_in
from generator.intake.submission import Submission
from generator.records.application import Role

BASE = Path(__file__).parents[1] / "records" / "base"
COHORT = "2025"


class Program:
    """A copy of the small valid program, with an empty private folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        (folder / "private").mkdir()

    def load(self) -> Loading:
        return load_catalog(
            self.folder / "records",
            self.folder / "private",
            shown="records",
            private_shown="private",
        )

    def errors(self) -> list[str]:
        return [str(one) for one in self.load().found if one.severity == "error"]

    def plan(
        self,
        submissions: Sequence[Submission],
        *,
        role: Role | None = None,
        update: bool = False,
        persons: Mapping[str, str] | None = None,
    ) -> tuple[Outcome, ...]:
        catalog = self.load().catalog
        setting = Setting(
            folder="private",
            defaults=Defaults(COHORT, role, frozenset(catalog.cohorts)),
            is_private=True,
            update=update,
            persons=persons,
        )
        return plan_applications(submissions, catalog, setting)

    def write(self, outcomes: Iterable[Outcome]) -> None:
        for one in outcomes:
            if one.text:
                self.put(one.path, one.text)

    def put(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def application(self, id_: str) -> dict[str, object]:
        file = self.folder / "private" / "applications" / COHORT / f"{id_}.yaml"
        values = yaml.safe_load(file.read_text("utf-8"))
        assert isinstance(values, dict)
        return values

    def applications(self) -> list[str]:
        folder = self.folder / "private" / "applications" / COHORT
        return sorted(file.stem for file in folder.glob("*.yaml"))


def csv_text(rows: Sequence[Sequence[str]], separator: str = ",") -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows(rows)
    return written.getvalue()


def read(content: bytes, path: str = "answers.csv", form: Form | None = None) -> list[Submission]:
    """The submissions in a file, with the form that is proposed for each of its sheets."""
    contents = read_contents(content, path)
    found = list(contents.submissions)
    for sheet in contents.sheets:
        found += submissions_in(sheet, Fit(form or propose_form(sheet), ()))
    return found


def table(*rows: Sequence[str]) -> list[Submission]:
    """The submissions in a table given by its rows, headings first."""
    return read(csv_text(rows).encode())


def fates(outcomes: Iterable[Outcome]) -> list[str]:
    return [str(one.fate) for one in outcomes]


def written(outcomes: Iterable[Outcome]) -> int:
    return sum(1 for one in outcomes if one.fate in (Fate.NEW, Fate.UPDATED))
