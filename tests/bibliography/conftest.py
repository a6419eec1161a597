"""The works of the demonstration, as items."""

from pathlib import Path

import pytest

from generator.bibliography.item import Item
from generator.catalog import load_catalog
from generator.views.exported import make_exported

RECORDS = Path(__file__).parents[2] / "records"


@pytest.fixture(scope="session")
def demonstration() -> tuple[Item, ...]:
    """Every public output of the demonstration, consent applied."""
    if "sample: true" not in (RECORDS / "program.yaml").read_text(encoding="utf-8"):
        pytest.skip("the demonstration is gone: 'lrrt new program' has been run")
    items = tuple(one.item for one in make_exported(load_catalog(RECORDS).catalog))
    assert len(items) > 20
    return items
