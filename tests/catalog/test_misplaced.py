"""A file where no record lies: what it is to be called, or where it belongs."""

from pathlib import PurePosixPath

import pytest

from generator.catalog.misplaced import unexpected
from generator.diagnostics.rules import files
from generator.records.kinds import FOLDERS

NO_YAML = "the name of this file does not end in .yaml"
NOTHING = "no kind of record lives here"


@pytest.mark.parametrize(
    ("path", "message", "help_"),
    [
        ("outputs/2026-quiet-hours", NO_YAML, "rename it to 2026-quiet-hours.yaml"),
        ("outputs/2026-quiet-hours.yml", NO_YAML, "rename it to 2026-quiet-hours.yaml"),
        ("outputs/2026-quiet-hours.YAML", NO_YAML, "rename it to 2026-quiet-hours.yaml"),
        ("outputs/2026-quiet-hours.yaml.txt", NO_YAML, "rename it to 2026-quiet-hours.yaml"),
        ("applications/2026/ada.txt", NO_YAML, "rename it to ada.yaml"),
        ("program.yml", NO_YAML, "rename it to program.yaml"),
        ("output/2026-quiet-hours.yaml", NOTHING, "did you mean the folder 'outputs'?"),
        ("output/2026-quiet-hours", NOTHING, "did you mean the folder 'outputs'?"),
        ("outputs/2026/quiet-hours.yaml", NOTHING, "move it to outputs/quiet-hours.yaml"),
        (
            "outputs/slides.pdf",
            NOTHING,
            "only records lie in outputs/, and their names end in .yaml; move it elsewhere",
        ),
        ("applications/ada.yaml", NOTHING, files.UNEXPECTED_FILE.help),
        ("notes.yaml", NOTHING, files.UNEXPECTED_FILE.help),
        ("zebra/notes.yaml", NOTHING, files.UNEXPECTED_FILE.help),
    ],
)
def test_a_file_that_is_no_record_is_told_where_it_belongs(
    path: str, message: str, help_: str
) -> None:
    found = unexpected(PurePosixPath(path), f"records/{path}")
    assert (found.code, found.message, found.help) == ("unexpected-file", message, help_)


def test_the_help_names_every_folder_of_records() -> None:
    assert all(f"{folder}/" in files.UNEXPECTED_FILE.help for folder in FOLDERS)
