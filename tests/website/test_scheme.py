"""Light and dark: the device's choice, or the reader's."""

import pytest
from playwright.sync_api import Browser

from tests.website.visits import Scheme, Visit, visiting

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAPER = {"light": "rgb(250, 247, 240)", "dark": "rgb(27, 25, 22)"}


def shown(visit: Visit) -> str:
    """Which of the two schemes the page is set in."""
    color = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    return next(scheme for scheme, paper in PAPER.items() if paper == color)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_site_follows_the_device(
    browser: Browser, address: str, scheme: Scheme, *, javascript: bool
) -> None:
    with visiting(browser, scheme=scheme, javascript=javascript) as visit:
        visit.page.goto(address)
        if javascript:
            assert shown(visit) == scheme
        else:
            assert visit.page.locator("[data-scheme]").is_hidden()


def test_the_site_follows_a_device_that_changes(browser: Browser, address: str) -> None:
    with visiting(browser, scheme="light") as visit:
        visit.page.goto(address)
        visit.page.emulate_media(color_scheme="dark")
        assert shown(visit) == "dark"
        visit.page.get_by_role("button", name="Use light colors").wait_for()


def test_the_readers_choice_stands_and_is_remembered(browser: Browser, address: str) -> None:
    with visiting(browser, scheme="light") as visit:
        visit.page.goto(address)
        visit.page.get_by_role("button", name="Use dark colors").click()
        assert shown(visit) == "dark"
        visit.page.get_by_role("link", name="People", exact=True).click()
        visit.page.wait_for_url("**/people/")
        assert shown(visit) == "dark"
        visit.page.reload()
        assert shown(visit) == "dark"
        visit.page.emulate_media(color_scheme="dark")
        visit.page.get_by_role("button", name="Use light colors").click()
        assert shown(visit) == "light"
        visit.page.reload()
        assert shown(visit) == "light"


def test_the_switch_works_by_keyboard(browser: Browser, address: str) -> None:
    with visiting(browser) as visit:
        visit.page.goto(address)
        visit.page.get_by_role("button", name="Use dark colors").focus()
        visit.page.keyboard.press("Enter")
        assert shown(visit) == "dark"
        visit.page.keyboard.press("Space")
        assert shown(visit) == "light"


def test_the_choice_holds_for_the_page_where_storage_is_off(browser: Browser, address: str) -> None:
    with visiting(browser) as visit:
        visit.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off') } })"
        )
        visit.page.goto(address)
        visit.page.get_by_role("button", name="Use dark colors").click()
        assert shown(visit) == "dark"
        assert visit.messages == []
