"""The year as a line, states and lists of dates: right on the day of reading, in the program's zone."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.website.pages import BuiltPage
from tests.website.visits import Visit, visiting

IN_CHROMIUM = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

RUNNING = "cohorts/2026/"
OVER = "cohorts/2025/"


@contextmanager
def reading(browser: Browser, zone: str, at: str) -> Iterator[Visit]:
    """Visit from a place, at a moment at which the clock stands still."""
    context = browser.new_context(timezone_id=zone)
    try:
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.clock.set_fixed_time(at)
        visit = Visit(page)
        page.on("pageerror", lambda error: visit.messages.append(str(error)))
        yield visit
        assert visit.messages == []
    finally:
        context.close()


def words(visit: Visit) -> list[str]:
    return [text.strip() for text in visit.page.locator(".station-state").all_text_contents()]


class TestAsBuilt:
    @pytest.mark.parametrize("path", ["index.html", f"{RUNNING}index.html"])
    def test_marks_bear_the_day_on_which_they_were_made(self, site: Path, path: str) -> None:
        page = BuiltPage(site, site / path)
        (line,) = page.soup.select(".label:has(+ .year)")
        assert line.get_text() == "As of November 23, 2026"
        marks = [one.get_text() for one in page.soup.select(".station-state")]
        assert marks == ["Past"] * 5 + ["Next"] + [""] * 3

    @pytest.mark.parametrize("path", ["index.html", f"{RUNNING}index.html", f"{OVER}index.html"])
    def test_every_station_has_its_date_written_out(self, site: Path, path: str) -> None:
        page = BuiltPage(site, site / path)
        dates = [one.get_text() for one in page.soup.select(".station-when")]
        assert len(dates) == 9
        assert [one for one in dates if not re.search(r", 20\d\d$", one)] == []

    def test_what_makes_a_pair_complete_is_said_in_words(self, site: Path) -> None:
        rule = (
            "A pair completes the year when it has attended at least 3 check-ins, "
            "presented at the symposium, and sent in at least 2 evaluations."
        )
        for path in ("index.html", f"{RUNNING}index.html"):
            assert BuiltPage(site, site / path).text(".year-rule") == rule

    @pytest.mark.parametrize(
        ("path", "file", "subscription"),
        [
            ("index.html", "calendar.ics", "calendar.ics"),
            ("events/index.html", "../calendar.ics", "calendar.ics"),
            (f"{RUNNING}index.html", "calendar.ics", f"{RUNNING}calendar.ics"),
            (f"{OVER}index.html", "calendar.ics", f"{OVER}calendar.ics"),
        ],
    )
    def test_dates_can_be_added_to_a_calendar_and_subscribed_to(
        self, site: Path, path: str, file: str, subscription: str
    ) -> None:
        page = BuiltPage(site, site / path)
        assert page.one(".calendar-ways a")["href"] == file
        assert page.text(".calendar-ways code") == f"https://example.org/mentorship/{subscription}"
        assert (site / subscription).exists()

    def test_only_a_state_that_is_final_bears_no_day(self, site: Path) -> None:
        page = BuiltPage(site, site / "cohorts/index.html")
        shown = [
            "".join(
                part.get_text()
                for part in state.select("[data-state-word], [data-state-day]:not([hidden])")
            )
            for state in page.soup.select("[data-state]")
        ]
        assert shown == ["At work as of November 23, 2026", "Completed"]


class TestOnTheDayOfReading:
    pytestmark = IN_CHROMIUM

    @pytest.mark.parametrize("zone", ["America/Chicago", "Asia/Tokyo", "Pacific/Pago_Pago"])
    @pytest.mark.parametrize(
        ("at", "day", "marks"),
        [
            (
                "2027-02-08T23:30:00-06:00",
                "February 8, 2027",
                ["Past"] * 5 + ["Next"] + [""] * 3,
            ),
            (
                "2027-02-09T12:30:00-06:00",
                "February 9, 2027",
                ["Past"] * 5 + ["Today", "Next", "", ""],
            ),
            (
                "2027-02-10T00:30:00-06:00",
                "February 10, 2027",
                ["Past"] * 6 + ["Next", "", ""],
            ),
        ],
    )
    def test_the_day_is_the_programs_wherever_the_reader_is(
        self, browser: Browser, address: str, zone: str, at: str, day: str, marks: list[str]
    ) -> None:
        with reading(browser, zone, at) as visit:
            visit.page.goto(address + RUNNING)
            assert words(visit) == marks
            assert visit.text(".label:has(+ .year)") == f"As of {day}"

    def test_a_span_of_days_is_now_and_not_today(self, browser: Browser, address: str) -> None:
        with reading(browser, "America/Chicago", "2026-06-15T12:00:00-05:00") as visit:
            visit.page.goto(address + RUNNING)
            assert words(visit)[:2] == ["Now", "Next"]

    @pytest.mark.parametrize(
        ("at", "state"),
        [
            ("2026-05-03T12:00:00-05:00", "Planned as of May 3, 2026"),
            ("2026-05-04T12:00:00-05:00", "Open for applications as of May 4, 2026"),
            ("2026-06-15T12:00:00-05:00", "Open for applications as of June 15, 2026"),
            ("2026-06-16T12:00:00-05:00", "Pairing mentors and mentees as of June 16, 2026"),
            ("2026-09-08T12:00:00-05:00", "At work as of September 8, 2026"),
            ("2027-06-30T12:00:00-05:00", "At work as of June 30, 2027"),
            ("2027-07-01T12:00:00-05:00", "Completed"),
        ],
    )
    def test_the_state_of_a_cohort_follows(
        self, browser: Browser, address: str, at: str, state: str
    ) -> None:
        with reading(browser, "Asia/Tokyo", at) as visit:
            visit.page.goto(address + RUNNING)
            assert visit.text("[data-state]") == state

    def test_events_move_to_the_past_as_soon_as_they_are_over(
        self, browser: Browser, address: str
    ) -> None:
        title = "Reading a referee’s report without flinching"
        with reading(browser, "Asia/Tokyo", "2026-12-09T14:14:00-06:00") as visit:
            visit.page.goto(f"{address}events/")
            before = visit.texts("[data-coming] .dated-what")
            past = visit.texts("[data-past] .dated-what")
            assert before[0] == title
        with reading(browser, "Asia/Tokyo", "2026-12-09T14:15:00-06:00") as visit:
            visit.page.goto(f"{address}events/")
            assert visit.texts("[data-coming] .dated-what") == before[1:]
            assert visit.texts("[data-past] .dated-what") == [title, *past]
            assert visit.page.locator("[data-none-coming]").is_hidden()

    def test_when_all_events_are_over_the_page_says_what_will_come(
        self, browser: Browser, address: str
    ) -> None:
        with reading(browser, "Asia/Tokyo", "2030-01-01T00:00:00Z") as visit:
            visit.page.goto(f"{address}events/")
            assert visit.texts("[data-coming] .dated") == []
            assert visit.text("[data-none-coming]") == (
                "The next dates will stand here once the committee has set them."
            )


class TestWithoutJavaScript:
    pytestmark = IN_CHROMIUM

    @pytest.mark.parametrize("path", ["", RUNNING, "cohorts/", "events/"])
    def test_nothing_is_called_now_or_next_without_its_day(
        self, browser: Browser, address: str, path: str
    ) -> None:
        with visiting(browser, javascript=False) as visit:
            visit.page.goto(address + path)
            assert "of November 23, 2026" in visit.page.inner_text("main")
