"""The application pages in Chromium: with the keyboard alone, without scripts, and over time."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.intake.form_file import read_form
from generator.records.application import Application
from generator.website.building import build_site
from tests.website.barriers import sideways, violations
from tests.website.hosting import hosted
from tests.website.pages import BuiltPage
from tests.website.project import copy_project
from tests.website.visits import Scheme, Visit, visiting

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

BEFORE, OPEN, LAST, AFTER = (
    date(2026, 5, 1),
    date(2026, 5, 20),
    date(2026, 6, 15),
    date(2026, 6, 16),
)
ENDPOINT = "https://forms.example.org/f/abc"
POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
PAGES = ("apply/mentee/", "apply/mentor/")


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that was built before the call opened, and sends nothing."""
    folder = copy_project(tmp_path_factory.mktemp("by-hand"))
    with hosted(build_site(folder / "mkdocs.yml", today=BEFORE).folder) as served:
        yield served


@pytest.fixture(scope="module")
def posting_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was built while the call was open, and sends answers to a form service."""
    folder = copy_project(tmp_path_factory.mktemp("posting"))
    program = folder / "records/program.yaml"
    text = program.read_text("utf-8")
    program.write_text(
        text.replace("applications:\n", f"applications:\n  endpoint: {ENDPOINT}\n"), "utf-8"
    )
    return build_site(folder / "mkdocs.yml", today=OPEN).folder


@pytest.fixture(scope="module")
def posting(posting_site: Path) -> Iterator[str]:
    with hosted(posting_site) as served:
        yield served


def tab_to(page: Page, id_: str, key: str = "Tab") -> None:
    """Press a key until a field has the focus."""
    for _ in range(300):
        if page.evaluate("document.activeElement?.id") == id_:
            return
        page.keyboard.press(key)
    message = f"the keyboard never reaches '{id_}'"
    raise AssertionError(message)


def write(page: Page, id_: str, text: str) -> None:
    tab_to(page, id_)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)


def pick(page: Page, id_: str, text: str) -> None:
    """Choose the first term that is found."""
    write(page, id_, text)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def tick(page: Page, id_: str) -> None:
    tab_to(page, id_)
    page.keyboard.press("Space")


def open_details(page: Page, summary: str) -> None:
    """Open a part from its summary, which Tab reaches."""
    for _ in range(300):
        if page.evaluate("document.activeElement?.textContent?.trim()") == summary:
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    message = f"the keyboard never reaches '{summary}'"
    raise AssertionError(message)


ANSWERS: dict[str, Any] = {
    "role": "mentor",
    "name": {"given": "Cleo Ōe", "family": "Fabler", "original": "林美玲"},
    "pronouns": "she/her",
    "email": "cleo@example.org",
    "affiliation": {"name": "Example Town Library", "department": "Reference"},
    "position": "Librarian",
    "orcid": "0000-0002-1825-0097",
    "links": [
        {"label": "Works", "url": "https://example.org/works"},
        {"label": "Website", "url": "https://example.org/cleo"},
    ],
    "bio": "I count things.",
    "topics": ["misinformation", "Cats, and dogs"],
    "methods": ["surveys"],
    "needs": ["research-questions"],
    "statement": "I can help.\n\nGladly.",
    "capacity": {"maximum": 2, "minimum": 1},
    "time_zone": "America/Chicago",
    "preferences": ["Una Planted", "Duo Planted"],
    "continue_with": ["Tri Spoken"],
    "avoid": ["Somebody Else"],
    "consent": {"given": "2026-05-20", "scopes": ["name", "affiliation"]},
}


def fill_with_keyboard(page: Page) -> None:
    write(page, "name-given", "Cleo Ōe")
    write(page, "name-family", "Fabler")
    open_details(page, "Your name is written in another way")
    write(page, "name-original", "林美玲")
    write(page, "pronouns", "she/her")
    write(page, "email", "cleo@example.org")
    write(page, "affiliation-name", "Example Town Library")
    write(page, "affiliation-department", "Reference")
    write(page, "position", "Librarian")
    write(page, "orcid", "https://orcid.org/0000000218250097")
    write(page, "links-label-1", "Works")
    write(page, "links-url-1", "https://example.org/works")
    open_details(page, "More web pages")
    write(page, "links-url-2", "example.org/cleo")
    write(page, "bio", "I count things.")
    pick(page, "topics-find", "fake news")
    write(page, "topics-else", "Cats, and dogs")
    pick(page, "methods-find", "questionn")
    tick(page, "needs-research-questions")
    write(page, "statement", "I can help.\n\nGladly.")
    write(page, "capacity-maximum", "2")
    write(page, "capacity-minimum", "1")
    tab_to(page, "time-zone")
    page.keyboard.type("Chicago")
    write(page, "preferences", "Una Planted\nDuo Planted\n")
    write(page, "continue-with", "Tri Spoken")
    write(page, "avoid", "Somebody Else")
    tick(page, "consent-scopes-name")
    tick(page, "consent-scopes-affiliation")


class TestWithTheKeyboardAlone:
    def test_the_whole_form_becomes_a_file_that_is_an_application(
        self, browser: Browser, by_hand: str, tmp_path: Path
    ) -> None:
        with visiting(browser, today=OPEN) as visit:
            page = visit.page
            page.goto(f"{by_hand}apply/mentor/")
            fill_with_keyboard(page)
            tab_to(page, "send")
            with page.expect_download() as started:
                page.keyboard.press("Enter")
            file = tmp_path / "made.json"
            started.value.save_as(file)
            assert started.value.suggested_filename == "application-2026-mentor-fabler.json"
            assert page.evaluate("document.activeElement.dataset.done") == ""
            expect(page.locator("[data-done]")).to_contain_text("Karen R. Harker")
            assert visit.messages == []
            assert visit.hosts == {urlsplit(by_hand).netloc}
        made = json.loads(file.read_text("utf-8"))
        assert made == {
            "format": "lrrt-application",
            "version": 1,
            "cohort": "2026",
            "made": "2026-05-20",
            "answers": ANSWERS,
        }
        assert Application.model_validate(made["answers"]).role == "mentor"
        (submission,) = read_form(file.read_bytes(), "made.json")
        assert (submission.fault, submission.cohort) == ("", "2026")
        assert submission.text("name.original") == "林美玲"
        assert submission.texts("topics") == ("misinformation", "Cats, and dogs")

    def test_terms_are_found_by_synonym_chosen_and_taken_out(
        self, browser: Browser, by_hand: str
    ) -> None:
        with visiting(browser, today=OPEN) as visit:
            page = visit.page
            page.goto(f"{by_hand}apply/mentee/")
            find = page.get_by_role("combobox", name="Find topics by a word")
            tab_to(page, "topics-find")
            page.keyboard.type("FAKE N")
            options = page.get_by_role("listbox", name="Topics").get_by_role("option")
            assert [one.split("\n")[0] for one in options.all_inner_texts()] == [
                "Misinformation and disinformation also: Fake news"
            ]
            expect(find).to_have_attribute("aria-expanded", "true")
            page.keyboard.press("ArrowDown")
            active = find.get_attribute("aria-activedescendant")
            assert options.first.get_attribute("id") == active
            page.keyboard.press("Enter")
            expect(find).to_have_attribute("aria-expanded", "false")
            assert page.locator("#topics-misinformation").is_checked()
            expect(page.locator("#topics [role=status]").first).to_have_text(
                "Misinformation and disinformation is added. 1 chosen."
            )
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            assert not page.locator("#topics-misinformation").is_checked()
            assert page.evaluate("document.activeElement.id") == "topics-find"

    def test_escape_closes_the_list_then_empties_the_field(
        self, browser: Browser, by_hand: str
    ) -> None:
        with visiting(browser, today=OPEN) as visit:
            page = visit.page
            page.goto(f"{by_hand}apply/mentee/")
            tab_to(page, "methods-find")
            page.keyboard.press("ArrowDown")
            find = page.locator("#methods-find")
            assert page.locator("#methods-options [role=option]").count() == 46
            page.keyboard.press("Escape")
            expect(find).to_have_attribute("aria-expanded", "false")
            page.keyboard.type("survey")
            page.keyboard.press("Escape")
            assert find.input_value() == "survey"
            page.keyboard.press("Escape")
            assert find.input_value() == ""

    def test_what_no_term_says_is_kept_in_own_words(self, browser: Browser, by_hand: str) -> None:
        with visiting(browser, today=OPEN) as visit:
            page = visit.page
            page.goto(f"{by_hand}apply/mentee/")
            tab_to(page, "topics-find")
            page.keyboard.type("zeppelins")
            page.keyboard.press("Enter")
            assert page.locator("#topics-else").input_value() == "zeppelins"


NAMES = {
    "name.given": "Cleo", "name.family": "Fabler", "name.display": "Fabler Cleo",
    "name.original": "林美玲", "name.original_language": "zh", "name.particle": "de",
    "name.suffix": "Jr.", "pronouns": "they/them", "email": "cleo@example.org",
    "affiliation.name": "Example Town Library", "affiliation.department": "Reference",
    "position": "Clerk", "orcid": "0000-0002-1825-0097", "bio": "I read.\r\n\r\nA lot.",
    "statement": "What do readers want?", "preferences": "Una Planted\r\nDuo Planted",
    "continue_with": "Tri Spoken", "avoid": "Somebody Else", "time_zone": "Asia/Kolkata",
}  # fmt: skip


class TestWithoutScripts:
    def test_every_field_is_delivered_to_the_form_service(
        self, browser: Browser, posting: str
    ) -> None:
        bodies: list[str] = []

        def receive(route: Route) -> None:
            assert route.request.method == "POST"
            assert route.request.headers["content-type"] == "application/x-www-form-urlencoded"
            bodies.append(route.request.post_data or "")
            route.fulfill(status=200, content_type="text/html", body="<h1>Thank you</h1>")

        with visiting(browser, javascript=False) as visit:
            page = visit.page
            page.route(ENDPOINT, receive)
            page.goto(f"{posting}apply/mentee/")
            for summary in page.locator("form summary").all():
                if "All " not in summary.inner_text():
                    summary.click()
            for name, text in NAMES.items():
                field = page.locator(f"[name='{name}']")
                if name == "time_zone":
                    field.select_option(text)
                else:
                    field.fill(text)
            page.locator("#links-label-2").fill("Blog")
            page.locator("#links-url-2").fill("https://example.org/blog")
            for box in ("topics-virtual-reference", "methods-surveys", "needs-data-analysis"):
                page.locator(f"#{box}").check()
            page.locator("#topics-else").fill("Cats, and dogs")
            for box in ("same-institution", "consent-scopes-name", "consent-scopes-pairing"):
                page.locator(f"#{box}").check()
            page.get_by_role("button", name="Send the application").click()
            expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
        (body,) = bodies
        sent: dict[str, list[str]] = {}
        for name, text in parse_qsl(body):
            sent.setdefault(name, []).append(text)
        assert sent == {
            "role": ["mentee"],
            "cohort": ["2026"],
            **{name: [text] for name, text in NAMES.items()},
            "links.label": ["Blog"],
            "links.url": ["https://example.org/blog"],
            "topics": ["virtual-reference", "Cats, and dogs"],
            "methods": ["surveys"],
            "needs": ["data-analysis"],
            "same_institution": ["yes"],
            "consent.scopes": ["name", "pairing"],
        }
        (submission,) = read_form(body.encode(), "post")
        assert submission.fault == ""
        assert [(one.choice, one.text) for one in submission.answers["links"] if one.text] == [
            ("Blog", "https://example.org/blog")
        ]

    def test_the_browser_itself_asks_for_what_is_needed(
        self, browser: Browser, posting: str
    ) -> None:
        with visiting(browser, javascript=False) as visit:
            visit.page.goto(f"{posting}apply/mentee/")
            visit.page.get_by_role("button", name="Send the application").click()
            assert visit.page.url == f"{posting}apply/mentee/"
            assert visit.page.locator("input:invalid").count() == 2

    def test_with_nowhere_to_send_to_the_page_says_how_to_apply_by_mail(
        self, browser: Browser, site: Path, by_hand: str
    ) -> None:
        with visiting(browser, javascript=False) as visit:
            visit.page.goto(f"{by_hand}apply/mentee/")
            assert visit.page.locator("form").is_hidden()
            assert visit.page.get_by_role("heading", name="What you will be asked").is_visible()
        page = BuiltPage(site, site / "apply/mentee/index.html")
        assert "send your answers to Karen R. Harker" in page.text("[data-without-script]")


def test_a_service_is_sent_the_day_of_consent_and_the_draft_waits(
    browser: Browser, posting: str
) -> None:
    bodies: list[str] = []

    def receive(route: Route) -> None:
        bodies.append(route.request.post_data or "")
        route.fulfill(status=500, content_type="text/html", body="<h1>Broken</h1>")

    with visiting(browser, today=OPEN) as visit:
        page = visit.page
        page.route(ENDPOINT, receive)
        page.goto(f"{posting}apply/mentee/")
        page.locator("#name-family").fill("Fabler")
        page.locator("#email").fill("cleo@example.org")
        page.locator("#consent-scopes-name").check()
        page.get_by_role("button", name="Send the application").click()
        expect(page.get_by_role("heading", name="Broken")).to_be_visible()
        sent = dict(parse_qsl(bodies[0]))
        assert (sent["consent.given"], sent["consent.scopes"]) == ("2026-05-20", "name")
        page.goto(f"{posting}apply/mentee/")
        assert page.locator("#name-family").input_value() == "Fabler"
        assert visit.text("[data-draft-words]") == (
            "You sent this application on May 20, 2026. If you were told that it arrived, clear"
            " the draft of it that this browser keeps."
        )


def storage(page: Page) -> dict[str, int]:
    kept: dict[str, int] = page.evaluate(
        "() => ({local: localStorage.length, session: sessionStorage.length,"
        " cookies: document.cookie.length})"
    )
    return kept


@pytest.mark.parametrize(
    ("typed", "chosen", "own"),
    [
        ("fake news", ["Misinformation and disinformation"], ""),
        ("Cats", [], "Cats"),
    ],
)
def test_words_that_are_typed_and_left_are_kept(
    browser: Browser, by_hand: str, typed: str, chosen: list[str], own: str
) -> None:
    with visiting(browser, today=OPEN) as visit:
        page = visit.page
        page.goto(f"{by_hand}apply/mentor/")
        write(page, "topics-find", typed)
        page.keyboard.press("Tab")
        assert visit.texts(".pick-chosen li > span") == chosen
        expect(page.locator("#topics-else")).to_be_visible()
        assert page.locator("#topics-else").input_value() == own
        assert page.locator("#topics-find").input_value() == ""


def test_enter_in_a_field_of_one_line_does_not_send_the_form(
    browser: Browser, by_hand: str
) -> None:
    with visiting(browser, today=OPEN) as visit:
        page = visit.page
        page.goto(f"{by_hand}apply/mentor/")
        page.evaluate(
            "document.querySelector('[data-apply]')"
            ".addEventListener('submit', () => { document.title = 'sent'; })"
        )
        before = page.title()
        write(page, "name-given", "Cleo")
        page.keyboard.press("Enter")
        assert page.title() == before


class TestDraft:
    def test_what_was_typed_is_back_after_a_reload_until_it_is_cleared(
        self, browser: Browser, by_hand: str
    ) -> None:
        with visiting(browser, today=OPEN) as visit:
            page = visit.page
            page.goto(f"{by_hand}apply/mentor/")
            assert storage(page) == {"local": 0, "session": 0, "cookies": 0}
            page.locator("#name-family").fill("Fabler")
            page.locator("#links-url-1").fill("https://example.org/a")
            page.get_by_text("More web pages").click()
            page.locator("#links-url-3").fill("https://example.org/c")
            page.locator("#needs-data-analysis").check()
            pick(page, "topics-find", "fake news")
            page.locator("#topics-else").fill("Cats")
            page.locator("#time-zone").select_option("Asia/Kolkata")
            page.reload()
            assert storage(page) == {"local": 1, "session": 0, "cookies": 0}
            values = {
                id_: page.locator(f"#{id_}").input_value()
                for id_ in ("name-family", "links-url-1", "links-url-3", "topics-else", "time-zone")
            }
            assert values == {
                "name-family": "Fabler",
                "links-url-1": "https://example.org/a",
                "links-url-3": "https://example.org/c",
                "topics-else": "Cats",
                "time-zone": "Asia/Kolkata",
            }
            assert page.locator("#links-url-3").is_visible()
            assert page.locator("#needs-data-analysis").is_checked()
            assert visit.texts(".pick-chosen li > span") == ["Misinformation and disinformation"]
            assert visit.text("[data-draft-words]") == (
                "Your draft of May 20, 2026, is here. It is kept in this browser only."
            )
            page.get_by_role("button", name="Clear this draft").first.click()
            assert storage(page) == {"local": 0, "session": 0, "cookies": 0}
            assert page.locator("#name-family").input_value() == ""
            assert not page.locator("#needs-data-analysis").is_checked()
            assert visit.texts(".pick-chosen li") == []
            assert page.evaluate("document.activeElement.textContent") == "Bring it back"
            page.keyboard.press("Enter")
            assert page.locator("#name-family").input_value() == "Fabler"
            assert storage(page)["local"] == 1

    def test_it_can_be_cleared_as_soon_as_there_is_one(
        self, browser: Browser, posting: str
    ) -> None:
        with visiting(browser, today=OPEN) as visit:
            page = visit.page
            page.goto(f"{posting}apply/mentee/")
            clear = page.locator(".ask-send [data-draft-clear]")
            assert clear.is_hidden()
            page.locator("#name-family").fill("Fabler")
            clear.click()
            assert storage(page)["local"] == 0
            assert page.locator("#name-family").input_value() == ""
            assert clear.is_hidden()

    def test_it_can_be_cleared_when_the_call_is_over(self, browser: Browser, by_hand: str) -> None:
        with visiting(browser, today=OPEN) as visit:
            page = visit.page
            page.goto(f"{by_hand}apply/mentee/")
            page.locator("#name-family").fill("Fabler")
            page.clock.set_fixed_time(f"{AFTER}T15:00:00")
            page.reload()
            expect(page.locator("form")).to_be_hidden()
            page.get_by_role("button", name="Clear this draft").click()
            assert storage(page)["local"] == 0

    def test_a_role_has_a_draft_of_its_own(self, browser: Browser, by_hand: str) -> None:
        with visiting(browser, today=OPEN) as visit:
            visit.page.goto(f"{by_hand}apply/mentor/")
            visit.page.locator("#name-family").fill("Fabler")
            visit.page.goto(f"{by_hand}apply/mentee/")
            assert visit.page.locator("#name-family").input_value() == ""

    def test_a_broken_draft_does_no_harm(self, browser: Browser, by_hand: str) -> None:
        with visiting(browser, today=OPEN) as visit:
            page = visit.page
            page.goto(f"{by_hand}apply/mentor/")
            page.evaluate("localStorage.setItem(`application:${location.pathname}`, '{\"a\": 1}')")
            page.reload()
            expect(page.locator("#topics-find")).to_be_visible()
            assert visit.messages == []


def test_the_zone_of_the_device_is_shown_as_a_guess(browser: Browser, by_hand: str) -> None:
    context = browser.new_context(timezone_id="Asia/Kolkata")
    try:
        page = context.new_page()
        page.clock.set_fixed_time(f"{OPEN}T15:00:00")
        page.goto(f"{by_hand}apply/mentee/")
        assert page.locator("#time-zone").input_value() == "Asia/Kolkata"
        page.locator("[data-guessed]").wait_for()  # the form appears once the day is known
        page.locator("#time-zone").select_option("Europe/Berlin")
        assert page.locator("[data-guessed]").is_hidden()
    finally:
        context.close()


def test_characters_are_counted_as_records_count_them(browser: Browser, by_hand: str) -> None:
    with visiting(browser, today=OPEN) as visit:
        page = visit.page
        page.goto(f"{by_hand}apply/mentee/")
        count, statement = page.locator("#statement-count"), page.locator("#statement")
        assert count.inner_text() == "6,000 characters left"
        statement.fill("😀é")
        assert count.inner_text() == "5,998 characters left"
        statement.fill("x" * 6001)
        assert count.inner_text() == "1 character too many"
        aloud = page.locator("#statement-count + [role=status]")
        assert aloud.text_content() == ""
        page.clock.resume()
        expect(aloud).to_have_text("1 character too many")
        page.get_by_role("button", name="Make the file").click()
        assert "Shorten “Your project or idea” by 1 character" in visit.texts("[data-errors] a")
        assert statement.input_value() == "x" * 6001


def test_without_an_address_the_page_says_where_to_write(site: Path) -> None:
    page = BuiltPage(site, site / "apply/mentee/index.html")
    (first, *_) = page.soup.select("[data-done] li")
    assert " ".join(first.get_text().split()) == (
        "Write a message to Karen R. Harker, LRRT Mentorship Program Committee Chair, at the"
        " address from which the call reached you."
    )


def test_who_reads_the_answers_is_said_before_they_are_asked(posting_site: Path) -> None:
    page = BuiltPage(posting_site, posting_site / "apply/mentee/index.html")
    said = " ".join(one.get_text() for one in page.soup.select(".ask-first"))
    assert (
        "Only the program committee reads your answers, which reach it through"
        " forms.example.org: see who reads your application." in said
    )


def test_browsers_know_what_they_can_fill_in(site: Path) -> None:
    page = BuiltPage(site, site / "apply/mentee/index.html")
    purposes = {one["name"]: one["autocomplete"] for one in page.soup.select("[autocomplete]")}
    assert purposes == {
        "name.given": "given-name",
        "name.family": "family-name",
        "name.display": "name",
        "name.suffix": "honorific-suffix",
        "email": "email",
        "affiliation.name": "organization",
        "position": "organization-title",
        "links.url": "url",
    }


class TestErrors:
    def test_they_stand_at_the_top_and_at_each_field_and_go_when_put_right(
        self, browser: Browser, by_hand: str
    ) -> None:
        with visiting(browser, today=OPEN) as visit:
            page = visit.page
            page.goto(f"{by_hand}apply/mentor/")
            for id_, text in (
                ("email", "cleo@example"),
                ("affiliation-department", "Reference"),
                ("orcid", "0000-0002-1825-0098"),
                ("links-label-1", "Works"),
                ("capacity-minimum", "3"),
                ("name-family", "  "),
            ):
                page.locator(f"#{id_}").fill(text)
            page.locator("#consent-scopes-pairing").check()
            page.get_by_role("button", name="Make the file").click()
            assert visit.texts("[data-errors] a") == [
                "Enter your family name",
                "Enter an e-mail address as in name@example.org",
                "Enter the institution that the department belongs to",
                "Check your ORCID iD: it has 16 digits, and these are not one",
                "Enter a web address that begins with https://",
                "Enter a number that is not above the most you could take",
                "Tick “Name” too, or none: nothing can be shown of somebody who is not named",
            ]
            assert page.evaluate("document.activeElement.dataset.errors") == ""
            top = page.locator("[data-errors]").evaluate("one => one.getBoundingClientRect().top")
            assert 0 <= top < 100
            assert page.title().startswith("Error: Apply as a mentor")
            assert violations(page) == []
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == "name-family"
            family = page.locator("#name-family")
            expect(family).to_have_attribute("aria-invalid", "true")
            expect(family).to_have_accessible_description(
                "Error: Enter your family name With what belongs to it, as in “van der Berg”. If"
                " you have one name only, write it here."
            )
            page.keyboard.type("Fabler")
            page.keyboard.press("Tab")
            assert family.get_attribute("aria-invalid") is None
            assert page.locator("#name-family-error").count() == 0
            assert page.locator("#orcid").input_value() == "0000-0002-1825-0098"

    def test_nothing_is_wrong_with_a_name_and_an_address_alone(
        self, browser: Browser, by_hand: str
    ) -> None:
        with visiting(browser, today=OPEN) as visit:
            page = visit.page
            page.goto(f"{by_hand}apply/mentee/")
            page.locator("#name-family").fill("Ōe")
            page.locator("#email").fill("oe@example.org")
            with page.expect_download() as started:
                page.get_by_role("button", name="Make the file").click()
            made = json.loads(Path(started.value.path()).read_text("utf-8"))
            del made["answers"]["time_zone"]
            assert made["answers"] == {
                "role": "mentee",
                "name": {"family": "Ōe"},
                "email": "oe@example.org",
                "consent": {"given": "2026-05-20", "scopes": []},
            }
            assert started.value.suggested_filename == "application-2026-mentee-oe.json"


@pytest.mark.parametrize(
    ("today", "said", "is_open"),
    [
        (BEFORE, "No call for applications is open now. The next one opens on May 4, 2026.", False),
        (OPEN, "The call for the Cohort of 2026 is open until June 15, 2026.", True),
        (LAST, "The call for the Cohort of 2026 is open until June 15, 2026.", True),
        (
            AFTER,
            "No call for applications is open now. The next one will be announced here.",
            False,
        ),
    ],
    ids=str,
)
def test_the_form_is_offered_on_the_days_of_the_call(
    browser: Browser, by_hand: str, today: date, said: str, *, is_open: bool
) -> None:
    with visiting(browser, today=today) as visit:
        for address in ("apply/", *PAGES):
            visit.page.goto(by_hand + address)
            expect(visit.page.locator("[data-calls]")).to_have_text(said, use_inner_text=True)
        expect(visit.page.locator("#name-family")).to_be_visible(visible=is_open)
        questions = visit.page.get_by_role("heading", name="What you will be asked")
        expect(questions).to_be_visible(visible=not is_open)


def test_a_page_built_between_calls_offers_no_form_and_says_what_is_asked(site: Path) -> None:
    page = BuiltPage(site, site / "apply/mentor/index.html")
    assert page.text("[data-calls] > :not([hidden])") == (
        "No call for applications is open now. The next one will be announced here."
    )
    assert page.one(".ask-page").has_attr("hidden")
    asked = [one.get_text() for one in page.soup.select(".question-list > li > strong")]
    labels = page.soup.select(".ask > label, .ask-set > legend, .ask > .tick > label")
    aside = set(page.soup.select(".ask-fields > .ask-more label"))
    shown = [one.get_text().removesuffix(" (needed)") for one in labels if one not in aside]
    assert asked == shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_form_is_accessible_quiet_and_no_wider_than_the_screen(
    browser: Browser, by_hand: str, width: int, scheme: Scheme
) -> None:
    with visiting(browser, width=width, scheme=scheme, today=OPEN) as visit:
        page = visit.page
        for address in PAGES:
            page.goto(by_hand + address)
            expect(page.locator("#topics-find")).to_be_visible()
            for summary in page.locator("form summary").all():
                summary.click()
            assert violations(page) == []
            assert sideways(page) == []
            page.locator("#topics-find").fill("library")
            expect(page.get_by_role("option").first).to_be_visible()
            assert violations(page) == []
        page.add_style_tag(content="html { font-size: 200% !important }")
        assert sideways(page) == []
        assert visit.messages == []
        assert visit.hosts == {urlsplit(by_hand).netloc}


def under_policy(visit: Visit) -> None:
    """Serve every page with a strict policy."""

    def answer(route: Route) -> None:
        response = route.fetch()
        headers = {**response.headers, "content-security-policy": POLICY}
        route.fulfill(response=response, headers=headers)

    visit.page.route("**/*", answer)


def test_the_form_works_under_a_strict_content_security_policy(
    browser: Browser, by_hand: str
) -> None:
    with visiting(browser, today=OPEN) as visit:
        under_policy(visit)
        page = visit.page
        page.goto(f"{by_hand}apply/mentee/")
        page.locator("#name-family").fill("Fabler")
        page.locator("#email").fill("cleo@example.org")
        with page.expect_download() as started:
            page.get_by_role("button", name="Make the file").click()
        assert started.value.suggested_filename == "application-2026-mentee-fabler.json"
        assert visit.messages == []
