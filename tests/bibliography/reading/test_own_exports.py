"""What the exports of the demonstration say is read back, in every format."""

import json
import re

import pytest

from generator.bibliography.csl_json import csl_name, csl_values
from generator.bibliography.exports import export_text
from generator.bibliography.item import Item
from generator.bibliography.reading.files import read_items

ENDINGS = {"bibtex": "a.bib", "biblatex": "a.bib", "ris": "a.ris", "csl-json": "a.json"}
EXACT = (
    "DOI",
    "URL",
    "ISBN",
    "ISSN",
    "volume",
    "issue",
    "page",
    "publisher",
    "language",
    "keyword",
)


def read_back(form: str, items: tuple[Item, ...]) -> dict[str, Item]:
    batch = read_items(export_text(form, items).encode(), ENDINGS[form])
    assert batch.rejected == ()
    return {one.item.id: one.item for one in batch.incoming}


def people(item: Item) -> dict[str, list[list[str]]]:
    """The words of all names: a format may have no place of its own for a particle."""
    return {
        role: [sorted(re.findall(r"\w+", " ".join(csl_name(name).values()))) for name in names]
        for role, names in item.names.items()
    }


def plain(text: str) -> str:
    return re.sub(r"</?[a-z]+>", "", text)


def test_csl_json_is_read_back_whole(demonstration: tuple[Item, ...]) -> None:
    back = read_back("csl-json", demonstration)
    expected = {item.id: csl_values(item) for item in demonstration}
    assert {id_: csl_values(item) for id_, item in back.items()} == expected
    json.dumps(expected)


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "ris"])
def test_other_formats_are_read_back_with_types_titles_people_and_numbers(
    form: str, demonstration: tuple[Item, ...]
) -> None:
    back = read_back(form, demonstration)
    assert back.keys() == {item.id for item in demonstration}
    for item in demonstration:
        again = back[item.id]
        assert again.type == item.type, item.id
        assert plain(again.text("title")) == plain(item.text("title"))
        assert {name: again.text(name) for name in EXACT} == {
            name: item.text(name) for name in EXACT
        }
        assert again.issued == item.issued
        assert people(again) == people(item)
        assert again.custom.get("license") == item.custom.get("license")
