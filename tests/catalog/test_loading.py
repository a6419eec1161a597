"""Every record read once, whatever the others are like; and every fault of every file."""

import gc
import os
import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog import load_catalog
from generator.records.kinds import Kind

Write = Callable[[dict[str, str]], list[str]]
BASE = Path(__file__).parents[1] / "records" / "base" / "records"


def test_records_are_indexed_by_id(program: Path) -> None:
    catalog = load_catalog(program / "records", shown="records").catalog
    assert catalog.program is not None
    assert list(catalog.participants) == ["ada-okafor", "ben-larsen"]
    assert list(catalog.pairings) == ["2025/reading-aloud"]
    assert list(catalog.sessions) == ["2026-symposium/opening", "2026-symposium/reading-aloud"]
    assert catalog.pairings["2025/reading-aloud"].path == "records/pairings/2025.yaml"
    assert str(catalog.pairings["2025/reading-aloud"].place("mentors")) == (
        "records/pairings/2025.yaml:3:14"
    )


def test_files_are_named_as_the_caller_names_the_folder(program: Path) -> None:
    (program / "records/program.yaml").unlink()
    for shown, path in (("records", "records/program.yaml"), (".", "program.yaml")):
        (found,) = load_catalog(program / "records", shown=shown).found
        assert (found.code, found.place.path) == ("missing-record", path)


def test_a_file_that_would_be_deleted_counts_as_gone(program: Path) -> None:
    gone: dict[PurePosixPath, str | None] = {PurePosixPath("participants/ben-larsen.yaml"): None}
    loading = load_catalog(program / "records", shown="records", instead=gone)
    assert list(loading.catalog.participants) == ["ada-okafor"]
    assert {one.code for one in loading.found} == {"unknown-participant"}


def test_a_change_is_checked_as_if_it_were_made(program: Path, faults_with: Write) -> None:
    records = program / "records"
    changed = (records / "cohorts/2025.yaml").read_text("utf-8").replace("2026-07-31", "2024-07-31")
    texts = {"cohorts/2025.yaml": changed, "participants/cy-invented.yaml": "name: {family: Cy}\n"}
    instead = {PurePosixPath(path): text for path, text in texts.items()}
    asked = load_catalog(records, shown="records", instead=instead)
    assert not (records / "participants/cy-invented.yaml").exists()
    assert faults_with({}) == []
    faults_with(texts)
    made = load_catalog(records, shown="records")
    assert asked.found == made.found != ()
    assert asked.catalog.participants == made.catalog.participants


@pytest.mark.parametrize(
    "name", sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yaml"))
)
@pytest.mark.parametrize("content", ["a: b: c\n", "", "a: [x\n", "unknown: key\n"])
def test_a_broken_record_is_the_only_thing_reported(
    name: str, content: str, faults_with: Write
) -> None:
    found = faults_with({name: content})
    assert found
    assert {each.partition(":")[0] for each in found} == {name}


def test_a_broken_record_does_not_hide_the_faults_of_others(faults_with: Write) -> None:
    found = faults_with(
        {
            "participants/ada-okafor.yaml": "a: b: c\n",
            "pairings/2025.yaml": "[ben-larsen] -> [ben-larsn]",
            "cohorts/2025.yaml": "2025-08-01 -> 2025-18-01",
        }
    )
    assert found == [
        "cohorts/2025.yaml:5:8 bad-date there is no day 2025-18-01",
        "pairings/2025.yaml:4:15 unknown-participant no participant 'ben-larsn'",
        "participants/ada-okafor.yaml:1:5 syntax-error a second ': ' in one line",
    ]


def test_hidden_files_and_schemas_are_no_records(faults_with: Write) -> None:
    assert faults_with({".gitkeep": "", "schemas/event.json": "{}", "events/.x.yaml": ":"}) == []


def test_schemas_anywhere_else_are_in_the_wrong_place(faults_with: Write) -> None:
    assert faults_with({"events/schemas/event.json": "{}"}) == [
        "events/schemas/event.json:1:1 unexpected-file no kind of record lives here"
    ]


def test_of_the_private_folder_only_the_applications_are_read(faults_with: Write) -> None:
    application = "role: mentee\nemail: ben@example.org\n"
    found = faults_with(
        {
            "private/applications/2025/ben-larsen.yaml": application,
            "private/applications/ben-larsen.yaml": application,
            "private/participants/cleo.yaml": "name: [",
            "private/README.md": "What lies here.\n",
        }
    )
    assert found == [
        "private/applications/ben-larsen.yaml:1:1 unexpected-file no kind of record lives here"
    ]


def test_private_records_are_known_as_private(program: Path, faults_with: Write) -> None:
    faults_with({"private/applications/2025/ben-larsen.yaml": "role: mentee\nemail: b@x.org\n"})
    catalog = load_catalog(program / "records", program / "private").catalog
    assert list(catalog.applications) == ["2025/ben-larsen"]
    assert catalog.private == {f"{program}/private/applications/2025/ben-larsen.yaml"}
    assert Kind.APPLICATION not in {
        kind for path, kind in catalog.files.items() if path not in catalog.private
    }


def test_a_folder_that_cannot_be_opened_is_reported(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "outputs":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)  # the tests may run as root, who may read everything
    (found,) = load_catalog(program / "records", shown="records").found
    assert (found.code, str(found.place)) == ("unreadable-file", "records/outputs:1:1")


def test_a_file_name_that_is_no_text_is_reported(program: Path) -> None:
    try:
        (program / "records/events" / os.fsdecode(b"\xff.yaml")).write_text("a: b\n")
    except OSError:
        pytest.skip("this file system has only names that are text")
    found = load_catalog(program / "records", shown="records").found
    assert [each.code for each in found] == ["bad-file-name", "missing-key"] + [
        "missing-key"
    ] * 2 + ["unknown-key"]


def test_loading_twice_finds_the_same_in_the_same_order(program: Path) -> None:
    for name in ("b", "a", "c"):
        (program / f"records/outputs/{name}.yaml").write_text("title: X\ntopics: [no]\n")
    first, second = (load_catalog(program / "records").found for _ in range(2))
    assert first == second
    assert list(first) == sorted(first, key=lambda each: each.order)


def test_the_garbage_collector_is_left_as_it_was(program: Path) -> None:
    load_catalog(program / "records")
    assert gc.isenabled()
    gc.disable()
    try:
        load_catalog(program / "records")
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(BASE, tmp_path_factory.mktemp("playground") / "records")


MESS = st.one_of(
    st.text(max_size=6),
    st.sampled_from(
        ["2025", "ada-okafor", "0001-01-01", "9999-12-31", "reading", '"', "\n", "23:59"]
    ),
)


@given(
    name=st.sampled_from(
        sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yaml"))
    ),
    line=st.integers(0, 40),
    value=MESS,
)
def test_a_program_with_any_value_in_any_line_never_raises(
    playground: Path, name: str, line: int, value: str
) -> None:
    file = playground / name
    before = file.read_text("utf-8")
    lines = before.splitlines(keepends=True)
    at = line % len(lines)
    key, colon, _ = lines[at].partition(":")
    lines[at] = f"{key}{colon} {value}\n"
    file.write_bytes("".join(lines).encode("utf-8", "replace"))
    try:
        load_catalog(playground)
    finally:
        file.write_text(before, "utf-8")


def test_record_that_does_not_fit_still_has_its_references_checked(tmp_path: Path) -> None:
    records = tmp_path / "records"
    shutil.copytree(BASE, records)
    pairings = records / "pairings" / "2025.yaml"
    text = pairings.read_text(encoding="utf-8").replace("ada-okafor", "ada-okafr")
    pairings.write_text(text.replace("status: ", "status: un"), encoding="utf-8")
    codes = sorted({found.code for found in load_catalog(records).found})
    assert [code for code in codes if code.startswith("unknown")] == [
        "unknown-choice",
        "unknown-participant",
    ]
