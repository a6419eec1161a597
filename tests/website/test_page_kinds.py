"""Every kind of page, opened in Chromium as readers have it: on phones and desks, light and dark."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.website.barriers import sideways, violations
from tests.website.kinds import KINDS, SIZES
from tests.website.visits import Scheme, Visit, visiting

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NARROW = (
    "home",
    "person",
    "running cohort",
    "outputs",
    "impact",
    "output",
    "symposium",
    "results",
    "privacy",
)


def open_kind(visit: Visit, address: str, kind: str) -> None:
    answer = visit.page.goto(address + KINDS[kind])
    assert answer is not None
    assert answer.ok
    visit.page.evaluate("async () => { await document.fonts.ready }")
    if kind == "results":
        visit.page.wait_for_selector("[data-results] li")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible_quiet_and_no_wider_than_the_screen(
    browser: Browser, address: str, kind: str, size: str, scheme: Scheme
) -> None:
    width, height = SIZES[size]
    with visiting(browser, width=width, height=height, scheme=scheme) as visit:
        open_kind(visit, address, kind)
        assert violations(visit.page) == []
        assert sideways(visit.page) == []
        assert visit.messages == []
        assert visit.hosts == {urlsplit(address).netloc}


@pytest.mark.parametrize("kind", NARROW)
def test_a_page_fits_a_screen_of_320_pixels(browser: Browser, address: str, kind: str) -> None:
    """WCAG 2.2, 1.4.10: this is also what 400 percent of 1280 pixels looks like."""
    with visiting(browser, width=320, height=640) as visit:
        open_kind(visit, address, kind)
        assert sideways(visit.page) == []
        assert violations(visit.page) == []


@pytest.mark.parametrize("kind", NARROW)
@pytest.mark.parametrize("size", SIZES)
def test_a_page_bears_text_of_twice_the_size(
    browser: Browser, address: str, kind: str, size: str
) -> None:
    """WCAG 2.2, 1.4.4."""
    width, height = SIZES[size]
    with visiting(browser, width=width, height=height) as visit:
        open_kind(visit, address, kind)
        visit.page.add_style_tag(content="html { font-size: 200% !important }")
        assert sideways(visit.page) == []


def test_a_wrong_address_shows_the_page_for_it_with_links_that_work(
    browser: Browser, address: str
) -> None:
    with visiting(browser) as visit:
        answer = visit.page.goto(f"{address}people/nobody/at-all/")
        assert answer is not None
        assert answer.status == 404
        assert visit.text("h1") == "There is no page at this address"
        visit.page.get_by_role("navigation").get_by_role("link", name="People").click()
        visit.page.wait_for_url(f"{address}people/")
        assert visit.text("h1") == "People"
