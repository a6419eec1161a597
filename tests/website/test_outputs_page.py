"""The list of publications and presentations: read as it stands, and narrowed by scripts."""

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from bs4 import Tag
from playwright.sync_api import Browser, Page

from generator.bibliography.references import reference_text
from generator.catalog import load_catalog
from generator.views import Site, make_site
from generator.views.outputs import OutputView
from tests.website.barriers import violations
from tests.website.pages import BuiltPage, read_pages
from tests.website.project import DAY
from tests.website.visits import Visit, visiting

IN_CHROMIUM = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ALL = "All 23 works"
TOPICS = (
    ("inclusive-description", "Inclusive description"),
    ("virtual-reference", "Virtual reference"),
)


@pytest.fixture(scope="session")
def views(project: Path) -> Site:
    """The site that the pages were made from."""
    return make_site(load_catalog(project / "records").catalog, DAY)


@pytest.fixture(scope="module")
def page(site: Path) -> BuiltPage:
    return BuiltPage(site, site / "outputs/index.html")


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def fitting(views: Site, text: str = "", *facets: tuple[str, set[str]]) -> list[OutputView]:
    """The works that fit: every word, and of each facet any of the terms."""
    return [
        work
        for work in views.outputs
        if text.lower() in reference_text(work.item).lower()
        and all(keys & {term.key for term in work.filed[facet]} for facet, keys in facets)
    ]


class TestAsItStands:
    def test_every_work_stands_under_its_year_as_its_reference(
        self, page: BuiltPage, views: Site
    ) -> None:
        found = [
            (words(group.select(".year-head")[0]), words(work))
            for group in page.main.select("[data-group]")
            for work in group.select(".reference")
        ]
        assert found == [(work.year, reference_text(work.item)) for work in views.outputs]

    def test_each_work_has_its_details_and_its_exports_as_plain_links(
        self, page: BuiltPage, views: Site
    ) -> None:
        for element, work in zip(page.main.select(".work"), views.outputs, strict=True):
            links = [(words(one), str(one["href"])) for one in element.select(".work-actions a")]
            assert links[0] == ("Details", f"{work.id}/")
            assert links[1:5] == [
                ("BibTeX", f"{work.id}/{work.id}.bib"),
                ("biblatex", f"{work.id}/{work.id}.biblatex.bib"),
                ("RIS", f"{work.id}/{work.id}.ris"),
                ("CSL-JSON", f"{work.id}/{work.id}.json"),
            ]
            assert links[5:] == [
                (one.label, one.address) for one in work.links if one.label != "Read it"
            ]

    def test_every_list_has_what_citation_managers_look_for_and_no_page_of_one_work_has(
        self, site: Path, views: Site
    ) -> None:
        """Zotero prefers COinS to what a page's head says, which is more."""
        pages = read_pages(site)
        spans = {path: len(one.soup.select("span.Z3988")) for path, one in pages.items()}
        assert spans["outputs/index.html"] == len(views.outputs)
        for person in views.people:
            assert spans[f"people/{person.id}/index.html"] == len(views.outputs_of(person.id))
        for cohort in views.cohorts:
            assert spans[f"cohorts/{cohort.id}/index.html"] == len(cohort.outputs)
        for event in views.events:
            shown = sum(len(session.outputs) for session in event.sessions)
            assert spans[f"events/{event.id}/index.html"] == shown
        assert {spans[f"outputs/{work.id}/index.html"] for work in views.outputs} == {0}

    def test_the_labels_of_a_work_are_words(self, page: BuiltPage) -> None:
        labels = [
            [words(one) for one in work.select(".work-facts > span")]
            for work in page.main.select(".work")
        ]
        assert labels[0] == ["Journal article", "In press"]
        assert ["Poster", "Open access", "People’s Choice Poster"] in labels
        assert ["Paper presentation"] in labels

    def test_no_link_of_the_built_lists_leads_nowhere(self, site: Path) -> None:
        for path in ("outputs/index.html", "cohorts/2025/index.html", "impact/index.html"):
            built = BuiltPage(site, site / path)
            for link in built.main.select("a[href]"):
                target = urlsplit(str(link["href"]))
                if target.scheme:
                    continue
                file = (site / path).parent / target.path
                assert (file / "index.html" if target.path.endswith("/") else file).exists(), link

    def test_the_topics_of_a_work_lead_to_the_list_of_their_works(self, site: Path) -> None:
        built = BuiltPage(site, site / "outputs/2026-bilingual-headings-article/index.html")
        links = [str(one["href"]) for one in built.main.select(".facts a[href^='../?']")]
        assert links == [
            "../?topic=inclusive-description",
            "../?topic=controlled-vocabularies",
            "../?topic=subject-analysis",
            "../?method=case-study",
            "../?method=focus-groups",
        ]


def open_list(visit: Visit, address: str, query: str = "") -> Page:
    visit.page.goto(f"{address}outputs/{query}")
    visit.page.wait_for_selector("[data-filters]:not([hidden])")
    visit.page.wait_for_function("document.querySelector('[data-status]').textContent !== ''")
    return visit.page


def shown(page: Page) -> list[str]:
    """The references that are left, each as its text."""
    texts = page.eval_on_selector_all(
        ".reference",
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.textContent)",
    )
    return [" ".join(text.split()) for text in texts]


def references(works: list[OutputView]) -> list[str]:
    return [reference_text(work.item) for work in works]


def choose(page: Page, facet: str, label: str) -> None:
    group = page.locator(f"[data-facet={facet}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.get_by_label(label).click()


def says(page: Page, status: str) -> None:
    page.wait_for_function(
        "words => document.querySelector('[data-status]').textContent === words", arg=status
    )


def query(page: Page) -> list[tuple[str, str]]:
    return parse_qsl(page.evaluate("location.search").removeprefix("?"))


class TestNarrowed:
    pytestmark = IN_CHROMIUM

    @pytest.mark.parametrize(
        ("facet", "key", "label"),
        [
            ("year", "2025", "2025"),
            ("type", "journal-article", "Journal article"),
            ("topic", *TOPICS[0]),
            ("method", "content-analysis", "Content analysis"),
            ("person", "lucja-zmyslona", "Łucja Zmyślona"),
            ("cohort", "2026", "Cohort of 2026"),
        ],
    )
    def test_each_facet_alone_leaves_what_is_filed_under_it(
        self, browser: Browser, address: str, views: Site, facet: str, key: str, label: str
    ) -> None:
        left = fitting(views, "", (facet, {key}))
        with visiting(browser) as visit:
            page = open_list(visit, address)
            choose(page, facet, label)
            says(page, f"{len(left)} of 23 works")
            assert shown(page) == references(left)
            assert query(page) == [(facet, key)]
            assert visit.messages == []
        assert 0 < len(left) < 23

    def test_facets_and_words_work_together(
        self, browser: Browser, address: str, views: Site
    ) -> None:
        with visiting(browser) as visit:
            page = open_list(visit, address)
            choose(page, "year", "2026")
            for _, label in TOPICS:
                choose(page, "topic", label)
            left = fitting(views, "", ("year", {"2026"}), ("topic", {key for key, _ in TOPICS}))
            assert shown(page) == references(left)
            page.get_by_label("Search in the list").fill("subject")
            left = [work for work in left if "subject" in reference_text(work.item).lower()]
            assert shown(page) == references(left)
            says(page, f"{len(left)} of 23 works")
            assert query(page) == [
                ("q", "subject"),
                ("year", "2026"),
                *(("topic", key) for key, _ in TOPICS),
            ]
        assert left

    def test_years_follow_and_vanish_without_works(self, browser: Browser, address: str) -> None:
        with visiting(browser) as visit:
            page = open_list(visit, address)
            assert [
                visit.texts(".year-head"), visit.texts("[data-count]")
            ] == [
                ["In press", "2026", "2025", "Without a date"],
                ["1 work", "19 works", "2 works", "1 work"],
            ]  # fmt: skip
            choose(page, "person", "Łucja Zmyślona")
            heads = page.locator(".year-head").all()
            assert [one.inner_text() for one in heads if one.is_visible()] == [
                "In press", "2026", "2025",
            ]  # fmt: skip
            counts = [one.inner_text() for one in page.locator("[data-count]").all()]
            assert counts == ["1 work", "3 works", "1 work", "0 works"]

    def test_beside_each_choice_stands_how_many_would_remain(
        self, browser: Browser, address: str, views: Site
    ) -> None:
        with visiting(browser) as visit:
            page = open_list(visit, address)
            choose(page, "topic", TOPICS[0][1])
            for facet in views.facets:
                lines = page.locator(f"[data-facet={facet.key}] li").all()
                for line, choice in zip(lines, facet.choices, strict=True):
                    others = [("topic", {TOPICS[0][0]})] if facet.key != "topic" else []
                    number = len(fitting(views, "", *others, (facet.key, {choice.term.key})))
                    assert line.locator("[data-number]").text_content() == str(number)
                    assert line.get_attribute("hidden") == ("" if number == 0 else None)

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("zmyslona", "Łucja’s works"),
            ("ZMYŚLONA night", "Łucja’s works"),
            ("moolelo", "an author whom the reference leaves out"),
            ("flinch", "nothing"),
            ("retirement", "a word of an abstract"),
            ("focus groups", "a method"),
        ],
    )
    def test_words_are_found_without_case_and_accents_wherever_they_stand(
        self, browser: Browser, address: str, typed: str, found: str
    ) -> None:
        expected = {
            "Łucja’s works": 4 if "night" in typed else 5,
            "an author whom the reference leaves out": 1,
            "nothing": 0,
            "a word of an abstract": 1,
            "a method": 2,
        }
        with visiting(browser) as visit:
            page = open_list(visit, address)
            page.get_by_label("Search in the list").type(typed)
            number = len(shown(page))
            says(page, f"{number} of 23 works" if number else "No work fits")
            assert number == expected[found]

    def test_a_result_of_nothing_says_so_and_offers_the_way_out(
        self, browser: Browser, address: str
    ) -> None:
        with visiting(browser) as visit:
            page = open_list(visit, address)
            choose(page, "year", "2025")
            page.get_by_label("Search in the list").fill("zzyzxq")
            says(page, "No work fits")
            assert shown(page) == []
            assert visit.text("[data-none]").startswith("Nothing in this list fits all of that.")
            assert violations(page) == []
            page.get_by_role("button", name="Show all 23 works").click()
            says(page, ALL)
            assert len(shown(page)) == 23
            assert query(page) == []
            assert page.locator("[data-none]").is_hidden()
            assert page.evaluate("document.activeElement.id") == "words"

    def test_an_address_that_is_sent_on_shows_the_same(
        self, browser: Browser, address: str
    ) -> None:
        with visiting(browser) as visit:
            page = open_list(visit, address)
            choose(page, "type", "Journal article")
            choose(page, "topic", TOPICS[0][1])
            page.get_by_label("Search in the list").fill("headings")
            sent, left = page.evaluate("location.search"), shown(page)
        with visiting(browser) as visit:
            page = open_list(visit, address, sent)
            assert shown(page) == left
            assert page.get_by_label("Search in the list").input_value() == "headings"
            assert page.locator("[data-facet=type] summary").inner_text() == "Type: Journal article"
        assert len(left) == 1

    def test_an_address_that_asks_for_what_is_not_there_shows_everything(
        self, browser: Browser, address: str
    ) -> None:
        with visiting(browser) as visit:
            page = open_list(visit, address, "?topic=no-such-topic&color=red&year=1066")
            says(page, ALL)
            assert len(shown(page)) == 23
            assert visit.messages == []

    def test_steps_back_and_forward_follow_the_choices(
        self, browser: Browser, address: str
    ) -> None:
        with visiting(browser) as visit:
            page = open_list(visit, address)
            choose(page, "year", "2026")
            choose(page, "type", "Journal article")
            page.get_by_label("Search in the list").type("reader")
            steps = [([("q", "reader"), ("year", "2026"), ("type", "journal-article")])]
            steps += [steps[0][1:], steps[0][1:2], []]
            assert query(page) == steps[0]
            numbers = [len(shown(page))]
            for step in steps[1:]:
                page.go_back()
                page.wait_for_function("s => location.search === s", arg=_search(step))
                numbers.append(len(shown(page)))
                assert page.locator("input:checked").count() == len(step)
            assert numbers == sorted(numbers)
            assert numbers[-1] == 23
            page.go_forward()
            page.wait_for_function("s => location.search === s", arg="?year=2026")
            assert len(shown(page)) == 19

    def test_the_filters_are_used_by_keyboard_alone(self, browser: Browser, address: str) -> None:
        with visiting(browser) as visit:
            page = open_list(visit, address)
            keys = page.keyboard
            page.locator(".list-ways a").last.focus()
            keys.press("Tab")
            assert page.evaluate("document.activeElement.id") == "words"
            keys.type("chat")
            keys.press("Enter")  # nothing is sent anywhere
            keys.press("Tab")
            assert visit.page.evaluate("document.activeElement.textContent") == "Year"
            assert has_visible_focus(page)
            keys.press("Enter")
            keys.press("Tab")
            keys.press("Tab")
            keys.press("Space")
            assert query(page) == [("q", "chat"), ("year", "2026")]
            assert has_visible_focus(page)
            for _ in range(12):
                keys.press("Tab")
                if page.evaluate("document.activeElement.textContent") == "Clear filters":
                    break
            keys.press("Enter")
            says(page, ALL)
            assert page.evaluate("document.activeElement.id") == "words"

    def test_typing_is_announced_once_it_pauses_and_not_at_every_letter(
        self, browser: Browser, address: str
    ) -> None:
        with visiting(browser) as visit:
            visit.page.clock.install()
            page = open_list(visit, address)
            page.evaluate(
                """() => {
                  window.heard = [];
                  const region = document.querySelector("[data-status]");
                  new MutationObserver(() => heard.push(region.textContent))
                    .observe(region, { childList: true, characterData: true, subtree: true });
                }"""
            )
            page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 60)
            page.get_by_label("Search in the list").press_sequentially("reading aloud")
            page.clock.run_for(350)
            assert page.evaluate("heard") == []
            page.clock.run_for(100)
            assert page.evaluate("heard") == ["4 of 23 works"]
            page.clock.run_for(5000)
            assert page.evaluate("heard") == ["4 of 23 works"]
            region = page.locator("[data-status]")
            assert region.get_attribute("role") == "status"

    def test_with_open_choices_nothing_stands_in_the_way_of_readers(
        self, browser: Browser, address: str
    ) -> None:
        for width in (390, 1280):
            with visiting(browser, width=width) as visit:
                page = open_list(visit, address, f"?topic={TOPICS[0][0]}")
                page.evaluate(
                    "document.querySelectorAll('details').forEach((one) => { one.open = true })"
                )
                assert violations(page) == []


def _search(step: list[tuple[str, str]]) -> str:
    return "?" + "&".join(f"{name}={value}" for name, value in step) if step else ""


def has_visible_focus(page: Page) -> bool:
    return bool(
        page.evaluate(
            "() => parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2"
            " && getComputedStyle(document.activeElement).outlineStyle !== 'none'"
        )
    )


class TestWithoutScripts:
    pytestmark = IN_CHROMIUM

    def test_no_control_that_needs_them_is_shown(self, browser: Browser, address: str) -> None:
        with visiting(browser, javascript=False) as visit:
            visit.page.goto(f"{address}outputs/")
            for summary in visit.page.locator("summary").all():
                if summary.is_visible():
                    summary.click()
            assert visit.page.locator("button:visible, input:visible").count() == 0
            assert visit.page.locator(".reference:visible").count() == 23
            assert visit.page.locator(".abstract:visible").count() == 23

    def test_printed_the_list_is_references_alone(self, browser: Browser, address: str) -> None:
        with visiting(browser) as visit:
            page = open_list(visit, address, "?year=2025")
            page.emulate_media(media="print")
            assert page.locator("main :is(button, input, summary):visible").count() == 0
            assert len(shown(page)) == 2
