"""Copying a reference, read back from the clipboard; and what is done where there is none."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.bibliography.references import reference_text
from generator.catalog import load_catalog
from generator.views import Site, make_site
from tests.website.project import DAY
from tests.website.visits import Visit, visiting

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ID = "2026-middlemarch-aloud"
TOLD = "[data-said]"
FORBIDDEN = (
    "This browser does not let the page copy. The text is selected: press Ctrl+C, or ⌘C on a Mac."
)
FORBID = """Object.defineProperty(navigator, "clipboard", {
  value: { write: () => Promise.reject(new DOMException("no", "NotAllowedError")) } })"""


@pytest.fixture(scope="module")
def views(project: Path) -> Site:
    return make_site(load_catalog(project / "records").catalog, DAY)


def text_of(views: Site, id_: str) -> str:
    (found,) = [work for work in views.outputs if work.id == id_]
    return reference_text(found.item)


def allow(visit: Visit, address: str) -> None:
    visit.page.context.grant_permissions(
        ["clipboard-read", "clipboard-write"], origin=address.rstrip("/").rpartition("/")[0]
    )


def clipboard(page: Page) -> dict[str, str]:
    """What is on the clipboard, by its type."""
    found: dict[str, str] = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          const parts = item.types.map(async (type) =>
            [type, await (await item.getType(type)).text()]);
          return Object.fromEntries(await Promise.all(parts));
        }"""
    )
    return found


def told(page: Page, words: str) -> None:
    page.wait_for_function(
        "words => document.querySelector('[data-said]').textContent === words", arg=words
    )


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def test_the_reference_is_copied_with_its_italics(
    browser: Browser, address: str, views: Site
) -> None:
    with visiting(browser) as visit:
        allow(visit, address)
        visit.page.goto(f"{address}outputs/{ID}/")
        press(visit.page, "Copy APA reference")
        told(visit.page, "APA reference copied.")
        copied = clipboard(visit.page)
        assert copied["text/plain"] == text_of(views, ID)
        assert re.sub(r"<meta[^>]*>", "", copied["text/html"]).startswith(
            "Nonesuch, H. (2026, April 29–May 2). <i>Reading </i>Middlemarch<i> aloud in a town"
        )
        assert visit.messages == []


@pytest.mark.parametrize(
    ("name", "said", "suffix"),
    [("Copy BibTeX", "BibTeX copied.", ".bib"), ("Copy RIS", "RIS copied.", ".ris")],
)
def test_an_export_is_copied_as_its_file_has_it(
    browser: Browser, address: str, site: Path, name: str, said: str, suffix: str
) -> None:
    with visiting(browser) as visit:
        allow(visit, address)
        visit.page.goto(f"{address}outputs/{ID}/")
        press(visit.page, name)
        told(visit.page, said)
        file = (site / f"outputs/{ID}/{ID}{suffix}").read_bytes().decode()
        assert clipboard(visit.page)["text/plain"] == file
        assert visit.messages == []


def test_a_work_in_the_list_is_copied_by_keyboard(
    browser: Browser, address: str, views: Site
) -> None:
    with visiting(browser) as visit:
        allow(visit, address)
        page = visit.page
        page.goto(f"{address}outputs/")
        page.wait_for_selector("[data-filters]:not([hidden])")
        page.get_by_role("link", name="Details: Reading Middlemarch aloud").focus()
        page.keyboard.press("Tab")  # its abstract
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        button = page.evaluate("document.activeElement.textContent")
        page.keyboard.press("Enter")
        told(page, "APA reference copied.")
        assert button == "Copy APA reference"
        assert page.evaluate("document.activeElement.textContent") == "Copied"
        assert clipboard(page)["text/plain"] == text_of(views, ID)


def test_what_the_filters_leave_is_copied_as_a_list_of_references(
    browser: Browser, address: str, views: Site
) -> None:
    with visiting(browser) as visit:
        allow(visit, address)
        page = visit.page
        page.goto(f"{address}outputs/?year=2025&year=in-press")
        page.wait_for_selector("[data-filters]:not([hidden])")
        press(page, "Copy these references")
        told(page, "References copied.")
        works = [work for work in views.outputs if work.year in ("2025", "In press")]
        lines = clipboard(page)["text/plain"].splitlines()
        assert sorted(lines) == sorted(reference_text(work.item) for work in works)
        assert [line[:6] for line in lines] == ["Dongen", "Zmyślo", "Zmyślo"]


class TestWhereTheClipboardIsForbidden:
    def test_the_reference_is_selected(self, browser: Browser, address: str, views: Site) -> None:
        with visiting(browser) as visit:
            visit.page.add_init_script(FORBID)
            visit.page.goto(f"{address}outputs/{ID}/")
            press(visit.page, "Copy APA reference")
            told(visit.page, FORBIDDEN)
            assert visit.page.evaluate("getSelection().toString()") == text_of(views, ID)
            assert visit.text(".copy-note") == FORBIDDEN
            assert visit.messages == []

    def test_an_export_is_shown_and_selected(
        self, browser: Browser, address: str, site: Path
    ) -> None:
        with visiting(browser) as visit:
            visit.page.add_init_script(FORBID)
            visit.page.goto(f"{address}outputs/{ID}/")
            for name, suffix in (("Copy BibTeX", "bib"), ("Copy RIS", "ris")):
                press(visit.page, name)
                told(visit.page, FORBIDDEN)
                selected: dict[str, Any] = visit.page.evaluate(
                    """() => { const { value, selectionStart, selectionEnd, readOnly } =
                      document.activeElement; return { readOnly, value,
                      selected: value.slice(selectionStart, selectionEnd) } }"""
                )
                file = (site / f"outputs/{ID}/{ID}.{suffix}").read_bytes().decode()
                shown = file.replace("\r\n", "\n")  # as a text area holds lines
                assert selected == {"readOnly": True, "value": shown, "selected": shown}
                visit.page.evaluate("document.querySelector('[data-said]').textContent = ''")
            assert visit.page.locator("textarea").count() == 1

    def test_a_browser_without_a_clipboard_is_no_different(
        self, browser: Browser, address: str, views: Site
    ) -> None:
        with visiting(browser) as visit:
            visit.page.add_init_script(
                'Object.defineProperty(navigator, "clipboard", { value: undefined })'
            )
            visit.page.goto(f"{address}outputs/{ID}/")
            press(visit.page, "Copy APA reference")
            told(visit.page, FORBIDDEN)
            assert visit.page.evaluate("getSelection().toString()") == text_of(views, ID)
            assert visit.messages == []


def test_an_export_that_cannot_be_loaded_is_said(browser: Browser, address: str) -> None:
    with visiting(browser) as visit:
        allow(visit, address)
        visit.page.route("**/*.bib", lambda route: route.abort())
        visit.page.goto(f"{address}outputs/{ID}/")
        press(visit.page, "Copy BibTeX")
        words = "The BibTeX could not be loaded. Use the download link."
        told(visit.page, words)
        assert visit.text(".copy-note") == words


def test_the_same_is_said_again_when_it_is_copied_again(browser: Browser, address: str) -> None:
    with visiting(browser) as visit:
        allow(visit, address)
        page = visit.page
        page.goto(f"{address}outputs/{ID}/")
        press(page, "Copy APA reference")
        told(page, "APA reference copied.")
        page.evaluate(
            """() => { window.heard = []; const region = document.querySelector("[data-said]");
              new MutationObserver(() => heard.push(region.textContent))
                .observe(region, { childList: true }) }"""
        )
        page.get_by_role("button", name="Copied").click()
        page.wait_for_function("heard.at(-1) === 'APA reference copied.'")
        assert page.evaluate("heard") == ["", "APA reference copied."]
        page.wait_for_selector("button:text('Copy APA reference')")
