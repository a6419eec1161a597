"""The fonts of the theme, and a folder of templates of one's own."""

import shutil
from pathlib import Path

import pytest

from generator.typesetting import FontShelf
from tests.typesetting.proofs import DOCUMENTS, FONTS


@pytest.fixture(scope="session")
def shelf() -> FontShelf:
    return FontShelf(FONTS, "theme/documents/fonts")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder of templates, with the list of families as the theme has it."""
    target = tmp_path / "templates"
    (target / "fonts").mkdir(parents=True)
    shutil.copy(DOCUMENTS / "fonts.typ", target)
    shutil.copy(FONTS / "families.yaml", target / "fonts")
    return target
