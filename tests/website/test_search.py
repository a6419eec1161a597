"""Searching the site: by reader's words, by keyboard alone, and as plain text throughout."""

import json

import pytest
from playwright.sync_api import Browser, Route

from tests.website.visits import Visit, visiting

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def search_for(visit: Visit, address: str, words: str) -> list[str]:
    """Type words into the search page and return the titles of what is found."""
    if visit.page.url != f"{address}search/":
        visit.page.goto(f"{address}search/")
    visit.page.get_by_label("What are you looking for?").fill(words)
    visit.page.wait_for_function(
        "words => document.querySelector('[data-status]').textContent.includes(`“${words}”`)",
        arg=words,
    )
    return visit.texts("[data-results] a")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Nguyen Hoai", "Nguyễn Hoài Mộng"),
        ("lucja", "Łucja Zmyślona"),
        ("MARIA", "María Ruiz Imaginado"),
        ("Вера", "Vera Vymyslova"),
        ("许构思", "Xu Gousi"),
        ("الخيالي", "Noor al-Khayali"),
        ("flinching", "Reading a referee’s report without flinching"),
        ("symposium 2026", "Symposium of the Cohort of 2026"),
        ("beans", "A card catalog full of beans"),
    ],
)
def test_a_record_is_found_by_a_word_as_readers_type_it(
    browser: Browser, address: str, words: str, first: str
) -> None:
    with visiting(browser) as visit:
        assert search_for(visit, address, words)[0].startswith(first)
        assert visit.messages == []


def test_letters_with_a_stroke_are_found_without_it(browser: Browser, address: str) -> None:
    entry = {
        "address": "people/",
        "title": "Jørn Łoś Đỗ Yıldız",
        "sort": "",
        "text": "",
        "about": "",
    }
    with visiting(browser) as visit:
        answer_with(visit, [entry])
        for word in ("Jorn", "Los", "Do", "Yildiz"):
            assert search_for(visit, address, word) == ["Jørn Łoś Đỗ Yıldız"]


def test_words_that_are_nowhere_are_answered_in_words(browser: Browser, address: str) -> None:
    with visiting(browser) as visit:
        assert search_for(visit, address, "zzyzxq") == []
        assert visit.text("[role=status]") == (
            "Nothing found for “zzyzxq”. Try fewer or other words."
        )


def test_the_search_is_used_by_keyboard_alone(browser: Browser, address: str) -> None:
    with visiting(browser) as visit:
        page = visit.page
        page.goto(f"{address}search/")
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "q":
                break
        page.keyboard.type("gousi")
        page.wait_for_selector("[data-results] a")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Search"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Xu Gousi"
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}people/xu-gousi/")


def test_a_search_can_be_sent_on_as_an_address(browser: Browser, address: str) -> None:
    with visiting(browser) as visit:
        search_for(visit, address, "seed libraries")
        sent = visit.page.url
        found = visit.texts("[data-results] a")
    assert sent == f"{address}search/?q=seed+libraries"
    with visiting(browser) as visit:
        visit.page.goto(sent)
        visit.page.wait_for_selector("[data-results] a")
        assert visit.texts("[data-results] a") == found


def test_results_are_set_as_text(browser: Browser, address: str) -> None:
    hostile = '<img src="x" onerror="window.hit = 1"><b> zebra </b>'
    entry = dict.fromkeys(("title", "sort", "text", "about"), hostile)
    with visiting(browser) as visit:
        answer_with(visit, [{**entry, "address": "people/"}])
        assert search_for(visit, address, "zebra") == [hostile]
        assert visit.texts("[data-results] p") == [hostile, hostile]
        assert visit.page.evaluate("window.hit") is None


def test_an_index_that_cannot_be_loaded_is_said(browser: Browser, address: str) -> None:
    with visiting(browser) as visit:
        visit.page.route("**/index.json", lambda route: route.abort())
        visit.page.goto(f"{address}search/")
        visit.page.get_by_label("What are you looking for?").fill("gousi")
        visit.page.wait_for_function("document.querySelector('[data-status]').textContent")
        assert visit.text("[role=status]") == (
            "The search index could not be loaded. Try again in a moment."
        )


def answer_with(visit: Visit, entries: list[dict[str, str]]) -> None:
    """Let the search find these entries instead of the site's."""

    def fulfill(route: Route) -> None:
        route.fulfill(body=json.dumps({"entries": entries}), content_type="application/json")

    visit.page.route("**/index.json", fulfill)
