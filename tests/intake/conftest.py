"""A small program for each test."""

from pathlib import Path

import pytest

from tests.intake.programs import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A small valid program in a public repository, with an empty private folder."""
    return Program(tmp_path)
