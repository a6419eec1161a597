"""Files as reference managers write them, and everything that is read from them."""

import json
from pathlib import Path

import pytest

from generator.bibliography.csl_json import csl_values
from generator.bibliography.reading.files import read_items

SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize("name", ["better-biblatex.bib", "classic.bib", "endnote.ris"])
def test_a_file_of_a_reference_manager_is_read_in_full(name: str) -> None:
    file = SAMPLES / name
    batch = read_items(file.read_bytes(), name)
    read = [
        {"place": str(one.place), "changes": list(one.changes), "item": csl_values(one.item)}
        for one in batch.incoming
    ]
    assert batch.rejected == ()
    assert read == json.loads(file.with_suffix(".expected.json").read_text("utf-8"))
