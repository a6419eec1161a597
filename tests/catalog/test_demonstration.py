"""The invented demonstration, and what stays when it goes."""

from pathlib import Path

import pytest

from generator.catalog import load_catalog
from generator.catalog.demonstration import find_demonstration


def test_everything_but_the_program_and_its_vocabulary_goes(program: Path) -> None:
    records = program / "records"
    demonstration = find_demonstration(load_catalog(records).catalog)
    assert demonstration is not None
    kept = {path for path in records.rglob("*.yaml") if path not in demonstration.deleted}
    assert kept == {records / "program.yaml", records / "vocabulary.yaml"}
    assert demonstration.counts == (
        (f"{records}/cohorts", 1),
        (f"{records}/events", 2),
        (f"{records}/outputs", 1),
        (f"{records}/pairings", 1),
        (f"{records}/participants", 2),
    )


def test_broken_records_of_the_demonstration_go_too(program: Path) -> None:
    broken = program / "records" / "events" / "broken.yaml"
    broken.write_text("a: b: c")
    demonstration = find_demonstration(load_catalog(program / "records").catalog)
    assert demonstration is not None
    assert broken in demonstration.deleted


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("sample: true", "sample: false"),
        ("sample: true  # true while invented", "sample: false  # true while invented"),
        ('sample:   "true"', "sample:   false"),
        ("sample: 'true' # x", "sample: false # x"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_the_one_word_of_program_yaml_changes(
    program: Path, line: str, after: str, newline: str
) -> None:
    file = program / "records" / "program.yaml"
    before = file.read_text("utf-8")
    assert before.endswith("\nsample: true\n")
    rest = "# sample: true\n" + before.removesuffix("sample: true\n")
    file.write_bytes((rest + line + "\n# end\n").replace("\n", newline).encode())
    demonstration = find_demonstration(load_catalog(program / "records").catalog)
    assert demonstration is not None
    written = (rest + after + "\n# end\n").replace("\n", newline)
    assert demonstration.written[file] == written


@pytest.mark.parametrize("line", ["sample: false\n", "", "sample: perhaps\n", ": : :\n"])
def test_what_does_not_say_that_it_is_invented_is_never_deleted(program: Path, line: str) -> None:
    file = program / "records" / "program.yaml"
    file.write_text(file.read_text("utf-8").replace("sample: true\n", line), "utf-8")
    assert find_demonstration(load_catalog(program / "records").catalog) is None


def test_nothing_goes_where_there_is_no_program(program: Path) -> None:
    (program / "records" / "program.yaml").unlink()
    assert find_demonstration(load_catalog(program / "records").catalog) is None
