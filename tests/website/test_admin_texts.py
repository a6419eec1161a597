"""How the editing page writes texts: as texts, in the order of the record's keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from generator.catalog import load_catalog
from generator.source import write_text
from tests.filling import FIRST
from tests.website.admin_records import assert_same, filled_records, said, saved
from tests.website.admin_site import Editor, lay_out_editing
from tests.website.hosting import hosted
from tests.website.visits import visiting


@pytest.fixture
def editor(browser: Browser, tmp_path: Path) -> Iterator[Editor]:
    site = lay_out_editing(tmp_path / "site", backend="github", repository="example/mentorship")
    with hosted(site) as address, visiting(browser) as visit:
        yield Editor(visit.page, address, filled_records())


LOOKALIKES = {
    "Given names": "null",
    "Family name": "0123",
    "Whole name": "1e3",
    "Name in its own script": "14:00",
    "Suffix": "~",
    "Position": "2026-01-01",
    "Pronouns": "NO",
    "Name": "1_000",
    "Department": "- a: b # c",
}
"""Fields, each with a text that readers of YAML take for something else unless it is quoted."""
LINES = "  one: two\n\n- three #4\n\ttab \\ 'q' \"r\"\n%five\n---\n...\nsix"


def test_texts_that_look_like_something_else_stay_texts(editor: Editor, tmp_path: Path) -> None:
    path = f"records/participants/{FIRST}.yaml"
    editor.open(f"participants/entries/{FIRST}")
    editor.unfold()
    for label, text in LOOKALIKES.items():
        editor.fill(label, text)
    editor.fill("Bio", LINES)
    editor.fill("ORCID iD", "0000-0002-1694-233X")
    editor.save()
    stored = editor.stored()
    for found, text in stored.items():
        write_text(tmp_path / found, text)
    person = load_catalog(tmp_path / "records").catalog.participants[FIRST].record
    affiliation = person.affiliation
    assert affiliation is not None
    assert [
        person.name.given,
        person.name.family,
        person.name.display,
        person.name.original,
        person.name.suffix,
        person.position,
        person.pronouns,
        affiliation.name,
        affiliation.department,
    ] == list(LOOKALIKES.values())
    assert (person.bio, person.orcid) == (LINES.strip(), "0000-0002-1694-233X")
    # What readers by YAML 1.1 make of it, without our schema:
    plain = yaml.safe_load(stored[path])
    assert [plain["position"], plain["pronouns"]] == ["2026-01-01", "NO"]


def test_a_record_whose_keys_stand_in_an_order_of_their_own_gets_the_usual_one(
    editor: Editor,
) -> None:
    path = f"records/participants/{FIRST}.yaml"
    usual = said(editor.records[path])
    turned = dict(reversed(usual.items()))
    editor.put(path, yaml.safe_dump(turned, sort_keys=False, allow_unicode=True))
    editor.open(f"participants/entries/{FIRST}")
    editor.fill("Position", "Turned")
    editor.save()
    assert_same(saved(editor, path), {**usual, "position": "Turned"})
