"""Five real cohorts as a real committee wrote them: read without raising, with faults named."""

from pathlib import Path

import pytest

from generator.diagnostics import RULES
from generator.records.checking import check_document
from generator.records.kinds import Kind
from generator.source import plain, read_record
from generator.source.characters import LINE_BREAK

OLS = Path(__file__).resolve().parents[3] / "shared" / "data" / "ols"
FILES = sorted(OLS.glob("*.yaml"))
pytestmark = pytest.mark.skipif(not FILES, reason="the data of Open Life Science are not here")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_of_another_program_is_read_whole(file: Path) -> None:
    reading = read_record(file, file.name)
    assert reading.document is not None
    assert plain(reading.document.root)
    lines = LINE_BREAK.split(file.read_text("utf-8"))
    for found in reading.found:
        assert RULES[found.code].severity is found.severity
        assert found.place.column <= len(lines[found.place.line - 1]) + 1


def test_its_faults_are_named() -> None:
    codes = {found.code for file in FILES for found in read_record(file, file.name).found}
    assert {"edge-whitespace", "empty-value"} <= codes


@pytest.mark.parametrize("kind", Kind)
def test_it_is_no_record_of_ours_and_that_is_said(kind: Kind) -> None:
    reading = read_record(OLS / "ols-1-metadata.yaml", "a.yaml")
    assert reading.document is not None
    checked = check_document(reading.document, kind)
    assert checked.record is None
    assert checked.found
