"""Reading without JavaScript, on paper, and by keyboard."""

import re

import pytest
from playwright.sync_api import Browser

from tests.website.kinds import KINDS
from tests.website.project import DAY
from tests.website.visits import Visit, visiting

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def sheets(visit: Visit) -> int:
    """How many sheets of letter paper a page prints on."""
    return len(re.findall(rb"/Type\s*/Page\b", visit.page.pdf(format="Letter")))


def hide_controls(visit: Visit) -> None:
    """Take away the controls that only scripts bring, which say so in the page's source."""
    visit.page.evaluate(
        """() => {
          const style = document.createElement("style");
          style.textContent = "[data-scripted] { display: none !important }";
          document.head.append(style);
        }"""
    )


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("search", "results")])
def test_a_page_is_complete_without_javascript(browser: Browser, address: str, kind: str) -> None:
    texts = []
    for javascript in (True, False):
        with visiting(browser, javascript=javascript, today=DAY if javascript else None) as visit:
            visit.page.goto(address + KINDS[kind])
            hide_controls(visit)
            texts.append(visit.page.inner_text("main"))
    assert texts[0] == texts[1]
    assert len(texts[0].split()) > 10


def test_the_search_page_says_what_to_do_without_javascript(browser: Browser, address: str) -> None:
    with visiting(browser, javascript=False) as visit:
        visit.page.goto(f"{address}search/")
        assert visit.text("noscript p").startswith("Searching needs JavaScript.")
        visit.page.get_by_role("main").get_by_role("link", name="people").click()
        assert visit.text("h1") == "People"


def test_the_first_stop_of_the_tab_key_leads_past_the_navigation(
    browser: Browser, address: str
) -> None:
    with visiting(browser) as visit:
        visit.page.goto(f"{address}people/")
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.textContent") == "Skip to the content"
        visit.page.keyboard.press("Enter")
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("!!document.activeElement.closest('main')") is True


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        ("symposium", 5),
        ("person", 2),
        ("output", 2),
        ("completed cohort", 7),
        ("outputs", 4),
        ("impact", 6),
    ],
)
def test_a_page_prints_on_few_sheets(browser: Browser, address: str, kind: str, most: int) -> None:
    with visiting(browser) as visit:
        visit.page.goto(address + KINDS[kind])
        assert 1 <= sheets(visit) <= most


def test_a_page_prints_dark_on_white_whatever_the_scheme(browser: Browser, address: str) -> None:
    with visiting(browser, scheme="dark") as visit:
        visit.page.goto(address + KINDS["symposium"])
        visit.page.emulate_media(media="print", color_scheme="dark")
        colors = visit.page.evaluate(
            "(({ color, backgroundColor }) => [color, backgroundColor])"
            "(getComputedStyle(document.body))"
        )
        assert colors == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
        assert visit.page.get_by_role("navigation").get_by_role("link").count() == 0
