"""The project's own files, copied to a place where a test may change them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.source import to_yaml, write_text

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 23)
"""The day from which the site under test is seen: in the second quarter of the running cohort."""

PARTS = ("records", "content", "theme", "mkdocs.yml")


def copy_project(folder: Path) -> Path:
    """Copy what the site is made from into a folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part)
        else:
            shutil.copy(source, folder / part)
    return folder


def write_project(folder: Path, records: Mapping[str, object]) -> Path:
    """Lay the project's content and theme around records of a test's own, and return the folder."""
    copy_project(folder)
    shutil.rmtree(folder / "records")
    for path, record in records.items():
        write_text(folder / "records" / path, to_yaml(record))
    return folder


def run(
    *command: str, cwd: Path, env: Mapping[str, str] | None = None, umask: int = -1
) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment that runs the tests, such as 'lrrt' or 'mkdocs'."""
    return subprocess.run(
        command_line(*command),
        cwd=cwd,
        env=environment(env),
        umask=umask,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def command_line(*command: str) -> list[str]:
    """Name a command of the environment by its whole path."""
    return [str(Path(sys.executable).with_name(command[0])), *command[1:]]


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a command, without the color that CI systems force on."""
    kept = {key: value for key, value in os.environ.items() if key != "FORCE_COLOR"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", **(extra or {})}


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
