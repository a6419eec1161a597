"""The editing page: there only if it is wanted, and asking nobody but the Git host."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.website.admin_site import Editor, build_with_editing, records_in
from tests.website.hosting import hosted
from tests.website.visits import Visit, visiting


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's site with its editing page."""
    return build_with_editing(tmp_path_factory.mktemp("admin"))


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    with visiting(browser) as visit:
        yield visit


def test_a_site_has_no_editing_page_unless_the_program_turns_it_on(site: Path) -> None:
    assert not (site / "admin").exists()


def test_the_editing_page_brings_along_all_it_needs(edited: Path) -> None:
    files = {path.name for path in (edited / "admin").rglob("*") if path.is_file()}
    assert files == {
        "index.html",
        "config.json",
        "sveltia-cms.js",
        "sveltia-cms-LICENSE.txt",
        "material-symbols-outlined-latin-wght-normal.woff2",
        "material-symbols-outlined-LICENSE.txt",
        "noto-mono-latin-400-normal.woff2",
        "noto-mono-LICENSE.txt",
    }


def test_nothing_leads_to_the_editing_page_and_no_search_engine_keeps_it(edited: Path) -> None:
    assert '<meta name="robots" content="noindex">' in (edited / "admin/index.html").read_text()
    assert "/admin/" not in (edited / "sitemap.xml").read_text()
    assert "admin/" not in (edited / "search/index.json").read_text()
    linking = [
        page.relative_to(edited).as_posix()
        for page in edited.rglob("*.html")
        if 'admin/"' in page.read_text("utf-8")
    ]
    assert linking == []


def test_the_configuration_says_nothing_of_the_records(edited: Path) -> None:
    config = (edited / "admin/config.json").read_text("utf-8")
    assert json.loads(config)["backend"]["repo"] == "example/mentorship"
    for kind in ("participants", "outputs", "news"):
        for record in (edited.parent / "records" / kind).glob("*.yaml"):
            assert record.stem not in config


def test_loading_and_saving_ask_no_other_host(edited: Path, visit: Visit) -> None:
    with hosted(edited) as address:
        editor = Editor(visit.page, address, records_in(edited.parent / "records"))
        editor.open("participants/entries/aino-keksitty")
        editor.fill("Position", "Librarian of tests")
        editor.save()
        own = {address.removeprefix("http://").partition("/")[0]}
        assert visit.hosts == own
    assert [said for said in visit.messages if "Content Security Policy" in said] == []
    assert [said for said in visit.messages if said.startswith("Error")] == []


def test_a_record_is_changed_with_the_keyboard_alone(edited: Path, visit: Visit) -> None:
    with hosted(edited) as address:
        editor = Editor(visit.page, address, records_in(edited.parent / "records"))
        editor.open("participants/entries/aino-keksitty")
        box = editor.box("Position")
        for _ in range(40):
            if box.evaluate("box => box === document.activeElement"):
                break
            visit.page.keyboard.press("Tab")
        visit.page.keyboard.press("ControlOrMeta+A")
        visit.page.keyboard.type("Typed, not clicked")
        visit.page.keyboard.press("ControlOrMeta+S")
        visit.page.get_by_text("Entry saved.").last.wait_for()
        changed = editor.changed()
    assert list(changed) == ["records/participants/aino-keksitty.yaml"]
    assert "position: 'Typed, not clicked'\n" in changed["records/participants/aino-keksitty.yaml"]


def test_what_does_not_fit_is_not_saved(edited: Path, visit: Visit) -> None:
    with hosted(edited) as address:
        editor = Editor(visit.page, address, records_in(edited.parent / "records"))
        editor.open("participants/entries/aino-keksitty")
        editor.fill("ORCID iD", "https://orcid.org/0000-0009-9999-926X")
        editor.form.get_by_role("button", name="Save").click()
        visit.page.get_by_text("Here belongs an ORCID iD").first.wait_for()
        assert editor.changed() == {}
