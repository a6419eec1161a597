"""What the editing page saves: every record keeps all it said, and all is accepted."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.filling import FIRST
from tests.website.admin_records import HARD, assert_same, filled_records, found_in, said, saved
from tests.website.admin_site import Editor, lay_out_editing
from tests.website.hosting import hosted
from tests.website.visits import visiting


@pytest.fixture
def editor(browser: Browser, tmp_path: Path) -> Iterator[Editor]:
    site = lay_out_editing(tmp_path / "site", backend="github", repository="example/mentorship")
    with hosted(site) as address, visiting(browser) as visit:
        yield Editor(visit.page, address, filled_records())


@pytest.mark.parametrize(
    ("where", "path", "label", "steps"),
    [
        (
            f"participants/entries/{FIRST}",
            f"records/participants/{FIRST}.yaml",
            "Position",
            ("position",),
        ),
        ("outputs/entries/output", "records/outputs/output.yaml", "Title", ("title",)),
        ("events/entries/symposium", "records/events/symposium.yaml", "Title", ("title",)),
        ("cohorts/entries/2026", "records/cohorts/2026.yaml", "Title", ("title",)),
        (
            "pairings/entries/2026",
            "records/pairings/2026.yaml",
            "Story",
            ("pairings", 0, "story"),
        ),
        ("news/entries/news", "records/news/news.yaml", "Title", ("title",)),
        ("_singletons/entries/program", "records/program.yaml", "Tagline", ("tagline",)),
        (
            "_singletons/entries/vocabulary",
            "records/vocabulary.yaml",
            "Label",
            ("topics", 0, "label"),
        ),
    ],
)
def test_a_record_keeps_every_key_and_value_but_the_one_that_was_changed(
    editor: Editor, tmp_path: Path, where: str, path: str, label: str, steps: tuple[str | int, ...]
) -> None:
    editor.open(where)
    editor.unfold()
    editor.fill(label, HARD)
    editor.save()
    expected = said(editor.records[path])
    part = expected
    for step in steps[:-1]:
        part = part[step]
    part[steps[-1]] = HARD
    if "csl" in expected:
        expected["csl"] = expected.pop("csl")  # what the page does not show comes last
    assert_same(saved(editor, path), expected)
    assert list(editor.changed()) == [path]
    before = found_in(editor.records, tmp_path / "before")
    assert found_in(editor.stored(), tmp_path / "after") == before


def pick(editor: Editor, field: str, choice: str) -> None:
    """Choose from a list that opens, or from those that stand there already."""
    group = editor.field(field)
    if group.get_by_role("combobox").count():
        group.get_by_role("combobox").first.click()
        editor.page.get_by_role("option", name=choice).first.click()
    else:
        group.get_by_role("radio", name=choice, exact=True).click()


NEW = (
    (
        "participants",
        "zoe-uenseen",
        {"Given names": "Zoë", "Family name": "Ünseen", "Position": "NO"},
        {"name": {"given": "Zoë", "family": "Ünseen"}, "position": "NO"},
    ),
    (
        "outputs",
        "2026-report",
        {
            "Type": ["Report"],
            "Title": "yes",
            "Status": ["Published"],
            "Date": "2026",
            "Publisher": "1.10",
            "Pairings": ["pair"],
        },
        {
            "type": "report",
            "title": "yes",
            "status": "published",
            "date": "2026",
            "publisher": "1.10",
            "pairings": ["2026/pair"],
        },
    ),
    (
        "events",
        "2026-workshop",
        {
            "Kind": ["Workshop"],
            "Title": "14:00",
            "Cohort": ["title"],
            "Date": "2026-05-06",
            "Start": "14:00",
            "End": "15:30",
            "Time zone": ["America/Chicago"],
        },
        {
            "kind": "workshop",
            "title": "14:00",
            "cohort": "2026",
            "date": "2026-05-06",
            "start": "14:00",
            "end": "15:30",
            "time_zone": "America/Chicago",
        },
    ),
    (
        "cohorts",
        "2028",
        {
            "Title": "Cohort of 2028",
            "Call opens": "2028-01-01",
            "Call closes": "2028-02-01",
            "Pairs announced": "2028-03-01",
            "Start": "2028-04-01",
            "End": "2029-03-31",
            "Check-ins": "3",
        },
        {
            "title": "Cohort of 2028",
            "call_opens": "2028-01-01",
            "call_closes": "2028-02-01",
            "pairs_announced": "2028-03-01",
            "start": "2028-04-01",
            "end": "2029-03-31",
            "completion": {"check_ins": "3"},
        },
    ),
    (
        "news",
        "2026-05-07-note",
        {"Date": "2026-05-07", "Kind": ["Note"], "Title": "null", "Text": "One.\n\nTwo: #3"},
        {"date": "2026-05-07", "kind": "note", "title": "null", "text": "One.\n\nTwo: #3"},
    ),
)


@pytest.mark.parametrize(("kind", "id_", "answers", "expected"), NEW, ids=[one[0] for one in NEW])
def test_a_new_record_is_saved_under_its_id_and_accepted(
    editor: Editor,
    tmp_path: Path,
    kind: str,
    id_: str,
    answers: Mapping[str, str | list[str]],
    expected: Mapping[str, Any],
) -> None:
    editor.open(f"{kind}/new")
    editor.unfold()
    for field, answer in answers.items():
        if isinstance(answer, list):
            pick(editor, field, answer[0])
        else:
            editor.fill_in(field, answer)
    editor.name_it(id_)
    editor.save()
    path = f"records/{kind}/{id_}.yaml"
    assert {found: said(text) for found, text in editor.changed().items()} == {path: expected}
    errors = [one for one in found_in(editor.stored(), tmp_path) if one[1] == path]
    assert errors == ([("unused-participant", path)] if kind == "participants" else [])


def test_a_new_file_of_pairings_is_saved_under_the_id_of_its_cohort(
    editor: Editor, tmp_path: Path
) -> None:
    path = "records/pairings/2026.yaml"
    editor.forget(path)
    editor.open("pairings/new")
    editor.form.get_by_role("button", name="Add").first.click()
    editor.unfold()
    editor.fill_in("Id", "pair")
    pick(editor, "Mentors", "duo-planted")
    pick(editor, "Mentees", "una-planted")
    pick(editor, "Status", "Confirmed")
    editor.fill_in("Story", HARD)
    editor.name_it("2026")
    editor.save()
    pairing = {
        "id": "pair",
        "mentors": ["duo-planted"],
        "mentees": ["una-planted"],
        "status": "confirmed",
        "story": HARD,
    }
    changed = {found: said(text) for found, text in editor.changed().items()}
    assert changed == {path: {"pairings": [pairing]}}
    assert [one for one in found_in(editor.stored(), tmp_path) if one[1] == path] == []


def test_a_term_is_added_to_the_vocabulary(editor: Editor, tmp_path: Path) -> None:
    path = "records/vocabulary.yaml"
    editor.open("_singletons/entries/vocabulary")
    editor.field("Needs").get_by_role("button", name="Add").click()
    editor.unfold()
    editor.fill("Id", "no", index=-1)
    editor.fill("Label", "NO", index=-1)
    editor.save()
    expected = said(editor.records[path])
    expected["needs"].append({"id": "no", "label": "NO"})
    assert_same(saved(editor, path), expected)
    assert ("invalid-value", path) not in found_in(editor.stored(), tmp_path)
