"""What the tests of papers share: a small program, in a folder of its own."""

from pathlib import Path

import pytest

from tests.documents.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)
