"""A program of one's own, on its first day: no cohort, no people, and every page says so.

What really took place, the session of 2023, stays.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.website.barriers import sideways, violations
from tests.website.hosting import hosted
from tests.website.pages import read_pages
from tests.website.project import DAY, copy_project, run
from tests.website.visits import Scheme, visiting

PAGES = {
    "": None,
    "apply/": "No call for applications is open now. The next one will be announced here",
    "apply/mentee/": "No call for applications is open now. The next one will be announced here",
    "apply/mentor/": "No call for applications is open now. The next one will be announced here",
    "people/": "Mentors and mentees who agree to be named will be listed here once the first pairs"
    " are announced.",
    "cohorts/": "The first cohort will stand here when its dates are set.",
    "outputs/": "What pairs of this program publish and present will be listed here, beginning with"
    " the first symposium.",
    "impact/": "What pairs of this program publish and present will be counted here, beginning with"
    " the first cohort.",
    "events/": "The next dates will stand here once the committee has set them.",
    "events/2023-ala-annual-session/": None,
    "news/": "Calls for mentors and mentees, new publications and reports of each year will stand"
    " here.",
    "certificates/": None,
    "search/": None,
    "accessibility/": None,
    "privacy/": None,
    "404.html": None,
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of a program that has just been emptied."""
    folder = copy_project(tmp_path_factory.mktemp("empty"))
    emptied = run("lrrt", "new", "program", "--yes", cwd=folder)
    assert emptied.returncode == 0, emptied.stderr
    built = run("lrrt", "build", "--on", str(DAY), cwd=folder)
    assert built.returncode == 0, built.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def empty_address(empty: Path) -> Iterator[str]:
    with hosted(empty) as served:
        yield served


def test_every_page_is_there_and_says_what_will_be(empty: Path) -> None:
    pages = read_pages(empty)
    assert {path.removesuffix("index.html") for path in pages} == set(PAGES)
    for address, sentence in PAGES.items():
        page = pages[address if address.endswith(".html") else f"{address}index.html"]
        words = " ".join(page.main.get_text(" ").split())
        assert sentence is None or sentence in words


def test_nothing_says_any_more_that_the_data_are_invented(empty: Path) -> None:
    pages = read_pages(empty).values()
    assert [page for page in pages if "invented" in page.html or "noindex" in page.html] == []


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
@pytest.mark.parametrize("path", PAGES)
def test_an_empty_page_is_accessible_and_quiet(
    browser: Browser, empty_address: str, path: str, width: int, scheme: Scheme
) -> None:
    with visiting(browser, width=width, scheme=scheme) as visit:
        visit.page.goto(empty_address + path)
        assert violations(visit.page) == []
        assert sideways(visit.page) == []
        assert visit.messages == []
        assert visit.hosts == {urlsplit(empty_address).netloc}
