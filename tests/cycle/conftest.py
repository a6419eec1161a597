"""The program year that tests change."""

from pathlib import Path

import pytest

from tests.cycle.programs import Year


@pytest.fixture
def year(tmp_path: Path) -> Year:
    return Year(tmp_path)
