"""A program for each test of matching."""

from pathlib import Path

import pytest

from tests.matching.invented import Invented


@pytest.fixture
def invented(tmp_path: Path) -> Invented:
    return Invented(tmp_path)
