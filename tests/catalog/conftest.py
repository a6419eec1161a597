"""A small valid program, and what is found when some of it is written otherwise."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.catalog import Catalog, load_catalog

BASE = Path(__file__).parents[1] / "records" / "base"
Write = Callable[[dict[str, str]], list[str]]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder of a program: records/ inside, and room for private/."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def catalog(program: Path) -> Catalog:
    return load_catalog(program / "records", shown="records").catalog


@pytest.fixture
def faults_with(program: Path) -> Write:
    """Write some files (paths under records/, or under private/) and return what is found.

    A text 'old -> new' replaces a part of the file that is there.
    """

    def write(files: dict[str, str]) -> list[str]:
        for name, content in files.items():
            file = program / (name if name.startswith("private/") else f"records/{name}")
            old, arrow, new = content.partition(" -> ")
            before = file.read_text("utf-8") if arrow else ""
            assert not arrow or old in before
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(before.replace(old, new, 1) if arrow else content, "utf-8")
        private = program / "private"
        found = load_catalog(
            program / "records",
            private if private.exists() else None,
            shown="records",
            private_shown="private",
        ).found
        return [
            f"{each.place.path.removeprefix('records/')}:{each.place.line}:{each.place.column} "
            f"{each.code} {each.message}"
            for each in found
        ]

    return write
