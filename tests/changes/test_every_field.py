"""Whatever field of a record is written otherwise: what shows is told, and nothing else is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.changes.comparing import Side, compare
from generator.records.kinds import Kind
from generator.source import to_yaml, write_text
from tests.changes.sides import side_of
from tests.filling import Chooser, Field, fields_of, fill_program, usual
from tests.views.sites import DAY


def side(folder: Path, choose: Chooser) -> Side:
    for path, record in fill_program(choose).items():
        write_text(folder / path, to_yaml(record))
    return side_of(folder, DAY)


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
