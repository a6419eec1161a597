"""Earlier addresses of renamed records, and of pages that are not there."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.website.pages import BuiltPage
from tests.website.visits import visiting

OLD = "people/camille-chimere/"
NEW = "people/camille-de-la-chimere/"


def test_an_earlier_address_has_a_page_that_leads_on(site: Path) -> None:
    page = BuiltPage(site, site / OLD / "index.html")
    assert page.one("meta[http-equiv=refresh]")["content"] == "0; url=../camille-de-la-chimere/"
    assert page.one("link[rel=canonical]")["href"] == "../camille-de-la-chimere/"
    assert page.one("body a")["href"] == "../camille-de-la-chimere/"
    assert page.one("meta[name=robots]")["content"] == "noindex"


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_of_an_earlier_address_arrives(
    browser: Browser, address: str, *, javascript: bool
) -> None:
    with visiting(browser, javascript=javascript) as visit:
        visit.page.goto(address + OLD)
        visit.page.wait_for_url(address + NEW)
        assert visit.text("h1") == "Camille de la Chimère"
