"""The navigation stays short, however many records there are."""

from pathlib import Path

import pytest

from generator.website.building import build_site
from tests.benchmarks.invented import write_records
from tests.website.pages import BuiltPage
from tests.website.project import DAY, copy_project

ENTRIES = ["Apply", "Cohorts", "People", "Publications", "Events", "Search"]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site of a thousand records."""
    folder = copy_project(tmp_path_factory.mktemp("large"))
    for kept in folder.glob("records/*/*.yaml"):
        kept.unlink()
    write_records(folder / "records", 1000)
    return build_site(folder / "mkdocs.yml", today=DAY).folder


def entries(folder: Path, path: str) -> list[str]:
    page = BuiltPage(folder, folder / path)
    return [link.get_text() for link in page.soup.select("nav a")]


def test_the_navigation_has_as_many_entries_with_a_thousand_records(
    site: Path, large: Path
) -> None:
    in_pairs = 480  # of 500: each of the twenty years has an odd number of people
    assert len(list(large.rglob("people/*/index.html"))) == in_pairs
    for path in ("index.html", "people/index.html", "404.html"):
        assert entries(site, path) == entries(large, path) == ENTRIES


def test_the_section_that_a_page_is_in_is_marked(site: Path) -> None:
    marked = {
        path: [
            (link.get_text(), str(link["aria-current"]))
            for link in BuiltPage(site, site / path).soup.select("nav a[aria-current]")
        ]
        for path in ("index.html", "people/index.html", "people/xu-gousi/index.html", "404.html")
    }
    assert marked == {
        "index.html": [],
        "people/index.html": [("People", "page")],
        "people/xu-gousi/index.html": [("People", "true")],
        "404.html": [],
    }


def test_a_thousand_records_weigh_little_on_a_page(large: Path) -> None:
    page = large / "people/person-00001/index.html"
    assert page.stat().st_size < 12_800
    assert (large / "search/index.json").stat().st_size < 800_000
