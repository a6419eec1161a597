"""Whatever field of a record is written otherwise: what shows is told, and nothing else is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.catalog import load_catalog
from generator.changes.comparing import Side, compare
from generator.changes.pages import Page
from generator.diagnostics import has_errors
from generator.records.kinds import Kind
from generator.source import to_yaml, write_text
from generator.website.bodies import site_bodies
from generator.website.building import configured
from generator.website.theme import Theme
from tests.filling import Chooser, Field, fields_of, fill_program, usual
from tests.views.sites import DAY
from tests.website.project import ROOT


def side(folder: Path, choose: Chooser) -> Side:
    for path, record in fill_program(choose).items():
        write_text(folder / path, to_yaml(record))
    loading = load_catalog(folder, shown="records")
    assert not has_errors(loading.found), loading.found
    theme = Theme(tuple(Path(one) for one in configured(ROOT / "mkdocs.yml").theme.dirs), "theme")
    made = site_bodies(loading.catalog, DAY, theme, ROOT / "content")
    pages = {at: Page(one.title, one.sort, one.content) for at, one in made.pages.items()}
    return Side(made.site, pages)


def free_fields(kind: Kind) -> Iterator[Field]:
    return (field for field in fields_of(kind) if field.is_free and usual(field) is not None)


@pytest.mark.parametrize("kind", [kind for kind in Kind if list(free_fields(kind))])
def test_what_shows_is_told_and_nothing_else_is(kind: Kind, tmp_path: Path) -> None:
    before = side(tmp_path / "before", usual)
    wrong = []
    for number, field in enumerate(free_fields(kind)):

        def choose(one: Field, path: str = field.path) -> object:
            return "Otherwise" if one.path == path else usual(one)

        report = compare(before, side(tmp_path / f"after-{number}", choose))
        told = [one for one in report.sections if one.title != "Other pages"]
        shows = bool(report.pages) or report.every_page
        if shows != bool(told) or (field.visibility == "committee" and shows):
            wrong.append((field.path, field.visibility, shows, [one.lines for one in told]))
    assert wrong == []
