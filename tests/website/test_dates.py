"""What is past, now and next: on the day of building, and on the day of reading."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.website.building import build_site
from tests.website.hosting import hosted
from tests.website.pages import BuiltPage
from tests.website.project import DAY, copy_project
from tests.website.visits import Visit, visiting

IN_CHROMIUM = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

YEAR = [
    "Call for applications",
    "Pairs announced",
    "Program year begins",
    "First check-in",
    "Second check-in",
    "Third check-in",
    "Fourth check-in",
    "Symposium of the Cohort of 2026",
    "Program year ends",
]
NOTICE = """
notice:
  text: The call for applications opens soon.
  until: 2026-12-01
"""


@pytest.fixture(scope="module")
def with_notice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site whose program has a notice."""
    folder = copy_project(tmp_path_factory.mktemp("notice"))
    with (folder / "records/program.yaml").open("a", encoding="utf-8") as file:
        file.write(NOTICE)
    return build_site(folder / "mkdocs.yml", today=DAY).folder


@pytest.fixture(scope="module")
def notice_address(with_notice: Path) -> Iterator[str]:
    with hosted(with_notice) as served:
        yield served


def states(visit: Visit) -> dict[str, str]:
    """The stations that are not over and bear a word, with the word."""
    labels, words = visit.texts(".station-label"), visit.texts(".station-state")
    found = dict(zip(labels, words, strict=True))
    return {label: word for label, word in found.items() if word not in ("", "Past")}


def past(visit: Visit) -> list[str]:
    return visit.texts(".station-past .station-label")


def test_the_program_page_is_built_as_of_its_day(site: Path) -> None:
    page = BuiltPage(site, site / "index.html")
    stations = page.soup.select(".station")
    assert [one.select(".station-label")[0].get_text() for one in stations] == YEAR
    assert [str(one["class"][1]).removeprefix("station-") for one in stations] == (
        ["past"] * 5 + ["next"] + ["later"] * 3
    )
    assert page.text(".hero-next") == (
        "Next, as of November 23, 2026 : Reading a referee’s report without flinching"
        " , Wednesday, December 9, 2026, 1:00 to 2:15 pm CT"
    )


@pytest.mark.parametrize(
    ("today", "marked", "gone"),
    [
        (date(2026, 5, 3), {"Call for applications": "Next"}, 0),
        (date(2026, 5, 4), {"Call for applications": "Now", "Pairs announced": "Next"}, 0),
        (date(2026, 11, 23), {"Third check-in": "Next"}, 5),
        (date(2027, 2, 9), {"Third check-in": "Today", "Fourth check-in": "Next"}, 5),
        (date(2027, 6, 10), {YEAR[7]: "Today", "Program year ends": "Next"}, 7),
        (date(2027, 7, 1), {}, 9),
    ],
    ids=str,
)
class TestOnAnotherDay:
    pytestmark = IN_CHROMIUM

    def test_the_stations_follow_the_day_of_reading(
        self, browser: Browser, address: str, today: date, marked: dict[str, str], gone: int
    ) -> None:
        with visiting(browser, today=today) as visit:
            visit.page.goto(address)
            assert states(visit) == marked
            assert past(visit) == YEAR[:gone]


class TestOldNews:
    pytestmark = IN_CHROMIUM

    def test_dates_that_are_over_are_not_shown_as_next(
        self, browser: Browser, address: str
    ) -> None:
        with visiting(browser, today=date(2026, 12, 9)) as visit:
            visit.page.goto(address)
            before = visit.texts("[data-upcoming] .dated-what:visible")
            assert visit.text(".hero-next") == (
                "Next, as of December 9, 2026: Reading a referee’s report without flinching,"
                " Wednesday, December 9, 2026, 1:00 to 2:15 pm CT"
            )
        with visiting(browser, today=date(2026, 12, 10)) as visit:
            visit.page.goto(address)
            after = visit.texts("[data-upcoming] .dated-what:visible")
            assert visit.text(".hero-next") == (
                "Next, as of December 10, 2026: A day for writing, Friday, January 15, 2027"
            )
        assert after == before[1:]

    def test_nothing_is_next_when_all_dates_that_are_known_are_over(
        self, browser: Browser, address: str
    ) -> None:
        with visiting(browser, today=date(2028, 1, 1)) as visit:
            visit.page.goto(address)
            assert visit.page.locator(".hero-next").is_hidden()
            assert visit.texts("[data-upcoming] .dated-what:visible") == []

    @pytest.mark.parametrize(
        ("today", "shown"),
        [(date(2026, 11, 23), True), (date(2026, 12, 1), True), (date(2026, 12, 2), False)],
        ids=str,
    )
    def test_a_notice_is_shown_until_its_last_day(
        self, browser: Browser, notice_address: str, today: date, *, shown: bool
    ) -> None:
        with visiting(browser, today=today) as visit:
            visit.page.goto(f"{notice_address}people/")
            notice = visit.page.get_by_text("The call for applications opens soon.")
            assert notice.is_visible() is shown


def test_a_notice_stands_on_every_page_without_javascript_too(with_notice: Path) -> None:
    pages = [page for page in with_notice.rglob("*.html") if "http-equiv" not in page.read_text()]
    assert len(pages) > 70
    assert [
        page for page in pages if "The call for applications opens" not in page.read_text()
    ] == []
