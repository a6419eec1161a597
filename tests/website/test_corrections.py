"""Every page that is made from a record of its own leads to the form by which it is corrected."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from generator.corrections.forms import form_files
from tests.website.project import ROOT

FOLDERS = {"outputs": "output", "people": "participant", "events": "event", "cohorts": "cohort"}


def link_on(page: Path) -> str:
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    found = [str(link["href"]) for link in soup.select("footer a") if "Suggest" in link.get_text()]
    assert len(found) < 2
    return found[0] if found else ""


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_page_of_a_record_leads_to_its_form_with_record_and_page(folder: str, site: Path) -> None:
    records = "participants" if folder == "people" else folder
    pages = [
        page.parent.name
        for page in sorted((site / folder).glob("*/index.html"))
        if (ROOT / f"records/{records}/{page.parent.name}.yaml").exists()
    ]
    assert pages
    for id_ in pages:
        address = urlsplit(link_on(site / folder / id_ / "index.html"))
        assert address.path.endswith("/issues/new")
        asked = {key: value for key, (value,) in parse_qs(address.query).items()}
        assert asked == {
            "template": f"correction-{FOLDERS[folder]}.yml",
            "title": f"Correction: {records}/{id_}",
            "record": f"{records}/{id_}",
            "page": asked["page"],
        }
        assert asked["page"].startswith("https://")
        assert asked["page"].endswith(f"/{folder}/{id_}/")
        assert asked["template"] in form_files()


def test_other_pages_lead_to_the_form_for_own_words(site: Path) -> None:
    others = [
        page
        for page in sorted(site.rglob("index.html"))
        if page.relative_to(site).parts[0] not in FOLDERS or len(page.relative_to(site).parts) == 2
    ]
    listed = [page for page in others if not is_verification(page, site)]
    assert len(listed) > 10
    for page in listed:
        if page.read_text("utf-8").find('http-equiv="refresh"') >= 0:
            continue
        asked = {key: value for key, (value,) in parse_qs(urlsplit(link_on(page)).query).items()}
        within = page.parent.relative_to(site).as_posix()
        assert asked["template"] == "correction-page.yml", page
        assert asked["page"].endswith("/mentorship/" + ("" if within == "." else f"{within}/"))


def test_the_address_of_a_certificate_is_told_to_nobody(site: Path) -> None:
    """It is found by whoever has it; issues can be read by everybody."""
    pages = [page for page in site.rglob("index.html") if is_verification(page, site)]
    assert pages
    assert [page for page in pages if link_on(page)] == []


def is_verification(page: Path, site: Path) -> bool:
    parts = page.relative_to(site).parts
    return parts[0] == "certificates" and len(parts) > 2
