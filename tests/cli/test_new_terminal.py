"""The questions of 'lrrt new' at a real terminal: answered, and broken off."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COHORT = Path("records/cohorts/2026.yaml")
START = """\
import os
os.close(os.open(os.ttyname(0), os.O_RDWR))  # makes it the terminal of the process
from generator.cli import main
main()
"""
CTRL_C, CTRL_D = "\x03", "\x04"


def converse(program: Path, *turns: tuple[str, str]) -> tuple[int, str]:
    """Run 'lrrt new cohort' at a terminal: wait for words, then type; return status and screen.

    What is typed while the terminal changes its mode can be lost, so the last key is typed again
    where nothing follows, as a person would.
    """
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", START, "new", "cohort"],
        cwd=program,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"},
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    screen = ""
    for words, typed in turns:
        start = len(screen)
        while words not in screen[start:]:
            screen += os.read(master, 4096).decode()
        os.write(master, typed.encode())
    deadline = time.monotonic() + 60
    try:
        while time.monotonic() < deadline:
            if not select.select([master], [], [], 5)[0]:
                os.write(master, turns[-1][1].encode())
                continue
            screen += os.read(master, 4096).decode()
    except OSError:
        pass  # the other end is closed
    os.close(master)
    process.terminate()
    return process.wait(timeout=60), screen.replace("\r\n", "\n")


def test_a_cohort_is_begun(program: Path) -> None:
    dates = [(f"[2026-{day}]: ", "\n") for day in ("04-30", "06-14", "07-14", "07-31")]
    status, screen = converse(
        program,
        ("Id of the cohort: the year in which it begins [2026]: ", "\n"),
        ("Name of the year [Cohort of 2026]: ", "\n"),
        *dates,
        ("[2027-07-31]: ", "\n"),
        ("Check-ins attended, at the least [1]: ", "3\n"),
        ("Must it have given a talk at the symposium? [Y/n]: ", "\n"),
        ("Evaluations, at the least [1]: ", "\n"),
        ("A paragraph about this year, which can come later (or nothing): ", "\n"),
        ("Write this record? [y/N]: ", "y\n"),
    )
    assert status == 0
    assert screen.endswith("records/cohorts/2026.yaml written.\n")
    assert "check_ins: 3\n" in (program / COHORT).read_text("utf-8")


@pytest.mark.parametrize(("key", "late"), [(CTRL_C, True), (CTRL_D, False)])
def test_what_is_broken_off_leaves_nothing(key: str, *, late: bool, program: Path) -> None:
    questions = [("[2026]: ", "\n"), ("[Cohort of 2026]: ", "\n")] if late else []
    status, screen = converse(program, *questions, ("]: ", key))
    assert status == 1
    assert screen.endswith("\nNothing was written.\n")
    assert "Traceback" not in screen
    assert not (program / COHORT).exists()
