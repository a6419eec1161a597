"""Any file of applications, through the command: each row is imported, reported or both."""

import csv
import io
import json
import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from tests.intake.programs import BASE, csv_text
from tests.intake.test_any_sheet import HEADINGS, cells, encoded, people
from tests.intake.workbooks import workbook

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
OUTCOME = re.compile(
    r"(?P<place>answers\.\w+(?:, (?:row|entry) \d+)?): "
    r"(?P<fate>new|updated|differs|there already|replaced|rejected): "
)
COUNTED = {
    "new": "written",
    "there already": "there already",
    "replaced": "replaced by a later answer",
    "rejected": "rejected",
    "differs": "different",
}
NUMBERS = re.compile(rf"(\d+) ({'|'.join(COUNTED.values())})")
SUMMARY = re.compile(r"\d+ (?:rows?|applications?): ")
Rows = list[list[str]]
headings = st.one_of(st.sampled_from(HEADINGS), st.text(min_size=1, max_size=12))


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    """Rows with blank ones among them; what every application needs stands in most of them."""
    others = draw(st.lists(headings, max_size=6))
    rows = [["Email Address", "Your full name", "Are you a mentor or a mentee?", *others]]
    for _ in range(draw(st.integers(0, 6))):
        needed = [
            draw(st.one_of(people, cells)),
            draw(st.one_of(st.sampled_from(("Cleo Quill", "Quill, Dora", "示例")), cells)),
            draw(st.one_of(st.sampled_from(("mentor", "mentee")), cells)),
        ]
        row = [*needed, *(draw(cells) for _ in others)]
        rows.append(draw(st.sampled_from((row, row, row, [""] * len(row)))))
    return [[cell.encode("utf-8", "replace").decode() for cell in row] for row in rows]


def as_csv(rows: Rows) -> bytes:
    return csv_text(rows).encode("utf-8-sig")


def as_utf16(rows: Rows) -> bytes:
    return encoded(csv_text(rows, ";"), "utf-16")


def as_workbook(rows: Rows) -> bytes:
    return workbook(
        {"Answers": [[_ILLEGAL.sub("", cell)[:30_000] for cell in row] for row in rows]}
    )


def as_json(rows: Rows) -> bytes:
    keys = ["email", "name", "role", *rows[0][3:]]
    return json.dumps([dict(zip(keys, row, strict=True)) for row in rows[1:]]).encode()


FORMS = {"answers.csv": as_csv, "answers.tsv": as_utf16, "answers.xlsx": as_workbook, "answers.json": as_json}  # fmt: skip


@contextmanager
def working_in(folder: str) -> Iterator[Path]:
    """A small program as the working folder, with an empty private one."""
    before = Path.cwd()
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    os.chdir(folder)
    try:
        Path("private").mkdir()
        yield Path("private")
    finally:
        os.chdir(before)


def lrrt(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert isinstance(result, Result)
    return result


def imported(file: str) -> tuple[list[tuple[str, str]], str] | None:
    """The place and the fate of each submission of an import, and the line that sums up.

    None where a heading is garbled, so that no mapping can hold it.
    """
    result = lrrt(
        "import", "applications", file, "--cohort", "2025", "--private", "private", "--yes"
    )
    if "a heading cannot be kept" in result.stderr:
        return None
    assert result.exit_code in (0, 1), result.output
    lines = result.stderr.splitlines()
    found = [match for line in lines if (match := OUTCOME.match(line))]
    summary = next(line for line in reversed(lines) if SUMMARY.match(line))
    return [(match["place"], match["fate"]) for match in found], summary


def rejected_rows(private: Path) -> list[list[str]]:
    files = (private / "intake").glob("rejected-*.csv")
    return [
        row
        for file in sorted(files)
        for row in list(csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")))[1:]
    ]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def numbers_in(places: Sequence[tuple[str, str]]) -> list[int]:
    return [int(place.rpartition(" ")[2]) for place, _ in places]


@pytest.mark.parametrize("file", FORMS)
def test_each_row_is_accounted_for_and_a_second_run_changes_no_byte(file: str) -> None:
    @settings(max_examples=12)
    @given(rows=tables())
    def check(rows: Rows) -> None:
        with tempfile.TemporaryDirectory() as folder, working_in(folder) as private:
            Path(file).write_bytes(FORMS[file](rows))
            _account_for(rows, file, private)

    check()


def _holds_something(row: Sequence[str], file: str) -> bool:
    is_workbook = file.endswith(".xlsx")
    return any((_ILLEGAL.sub("", cell) if is_workbook else cell).strip() for cell in row)


def _account_for(rows: Rows, file: str, private: Path) -> None:
    is_table = not file.endswith(".json")
    filled = [
        at
        for at, row in enumerate(rows, 1)
        if at > 1 and (not is_table or _holds_something(row, file))
    ]
    if not is_table and not filled:
        return
    found = imported(file)
    if found is None:
        assert snapshot(private) == {}
        return
    outcomes, summary = found
    fates = Counter(fate for _, fate in outcomes)
    # Every row that holds something stands in the output, once, in the order of the file.
    offset = 0 if is_table else 1
    assert numbers_in(outcomes) == [at - offset for at in filled]
    # The numbers that sum up are those of the outcomes.
    told = {word: int(number) for number, word in NUMBERS.findall(summary)}
    assert told == {COUNTED[fate]: number for fate, number in fates.items()}
    # Every new one has a file, every other one a row among the rejected; all else is as it was.
    assert len(list((private / "applications").rglob("*.yaml"))) == fates["new"]
    assert len(rejected_rows(private)) == fates["rejected"] + fates["replaced"]
    assert lrrt("validate", "--private", "private").exit_code == 0
    before = snapshot(Path())
    again, _ = imported(file) or ([], "")
    assert [fate for _, fate in again] == [
        "there already" if fate == "new" else fate for _, fate in outcomes
    ]
    assert snapshot(Path()) == before
