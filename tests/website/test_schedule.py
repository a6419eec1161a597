"""The page of an event: its schedule by day, on two clocks, with what is on now and next."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.website.barriers import sideways, violations
from tests.website.hosting import hosted
from tests.website.kinds import SIZES
from tests.website.pages import BuiltPage
from tests.website.programs import BIG, CHANGED, DAYS, NIGHT, OFF, build_hard_program
from tests.website.visits import Visit, visiting

IN_CHROMIUM = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SYMPOSIUM = "events/2026-symposium/"
ZONES = ("America/Chicago", "Europe/London", "Asia/Tokyo")
TALKS = ["reading-aloud", "nurses-and-preprints"]
AFTER_TALKS = ["bilingual-headings", "chat-after-hours"]


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with events that are hard to show."""
    return build_hard_program(tmp_path_factory.mktemp("hard"))


@pytest.fixture(scope="module")
def hard_address(hard: Path) -> Iterator[str]:
    with hosted(hard) as served:
        yield served


@contextmanager
def reading(
    browser: Browser, zone: str, at: str, *, width: int = 1280, running: bool = False
) -> Iterator[Visit]:
    """Visit from a place, at a moment; the clock stands still unless it is to be ``running``."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, timezone_id=zone, color_scheme="light"
    )
    try:
        page = context.new_page()
        page.set_default_timeout(15_000)
        if running:
            page.clock.install(time=at)
        else:
            page.clock.set_fixed_time(at)
        visit = Visit(page)
        page.on("console", lambda message: visit.messages.append(message.text))
        page.on("pageerror", lambda error: visit.messages.append(str(error)))
        yield visit
        assert visit.messages == []
    finally:
        context.close()


def marked(visit: Visit) -> dict[str, list[str]]:
    """The ids of the sessions that bear a word, by the word."""
    found: dict[str, list[str]] = {}
    for id_, word in visit.page.eval_on_selector_all(
        ".session [data-mark]:not([hidden])",
        "(marks) => marks.map((one) => [one.closest('.session').id, one.textContent])",
    ):
        found.setdefault(word, []).append(id_)
    return found


def times(visit: Visit, id_: str) -> list[str]:
    """What stands in the column of times beside a session, line by line."""
    lines = visit.texts(f"[id='{id_}'] .session-time:visible")
    return [" ".join(line.split()) for line in lines]


def pdf(visit: Visit, paper: str = "Letter") -> list[str]:
    """The text of each sheet that the page prints on."""
    reader = PdfReader(io.BytesIO(visit.page.pdf(format=paper)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


class TestAsBuilt:
    def test_a_session_says_when_what_who_and_where(self, site: Path) -> None:
        page = BuiltPage(site, site / SYMPOSIUM / "index.html")
        assert page.text("#keynote .session-time:not(.session-yours)") == "12:10 to 12:50 pm CT"
        assert page.text("#keynote .session-title") == (
            "The small study: Why one library is sometimes enough"
        )
        assert page.text("#keynote .session-people") == "Philippa Larkspurrow"
        assert page.text("#keynote .session-body > .label") == (
            "Keynote, 40 minutes · Main room · moderated by Harriet Nonesuch"
        )
        assert page.text(".schedule-day") == "Thursday, June 11, 2026"

    def test_a_cancelled_session_is_struck_and_says_so_in_words(self, site: Path) -> None:
        page = BuiltPage(site, site / SYMPOSIUM / "index.html")
        assert page.text("#student-newspapers .session-title").startswith("Cancelled: Behind")
        assert page.text("#student-newspapers s").startswith("Behind the boiler")
        assert [one["id"] for one in page.soup.select(".session:has(s)")] == ["student-newspapers"]

    def test_rooms_are_named_where_there_is_more_than_one(self, site: Path) -> None:
        page = BuiltPage(site, site / "events/2027-symposium/index.html")
        assert page.text("#welcome .session-body > .label") == "Welcome, 10 minutes"

    def test_an_event_that_is_over_leads_with_recordings_and_slides(self, site: Path) -> None:
        page = BuiltPage(site, site / SYMPOSIUM / "index.html")
        headings = [one.get_text() for one in page.main.select("h2")]
        assert headings == ["Recordings and slides", "Schedule", "Other forms"]
        kept = [
            (row.select(".kept-title")[0]["href"], [one["href"] for one in row.select("a")[1:]])
            for row in page.soup.select(".kept li")
        ]
        assert kept[1] == (
            "#keynote",
            [
                "https://video.example.org/2026/small-study",
                "https://slides.example.org/2026/small-study",
            ],
        )
        assert len(kept) == 7
        assert page.soup.select("[data-until-over]") == []
        assert not page.one("[data-over]").has_attr("hidden")

    def test_what_is_to_come_can_be_put_into_a_calendar(self, site: Path) -> None:
        page = BuiltPage(site, site / "events/2027-symposium/index.html")
        links = [str(one["href"]) for one in page.main.select("a[href$='.ics']")]
        assert links == [
            "event.ics",
            "welcome.ics",
            "ai-literacy-scale.ics",
            "closing.ics",
            "event.ics",
        ]
        assert [
            link for link in links if not (site / "events/2027-symposium" / link).exists()
        ] == []

    def test_other_forms_are_there_and_machines_are_led_to_them(self, site: Path) -> None:
        page = BuiltPage(site, site / SYMPOSIUM / "index.html")
        ways = [str(one["href"]) for one in page.soup.select(".other-ways a")]
        assert ways == ["event.ics", "changes.xml", "schedule.xml", "schedule.json"]
        head = {
            str(one["type"]): str(one["href"])
            for one in page.soup.select("head link[rel=alternate]")
        }
        assert head["text/calendar"] == "event.ics"
        assert head["application/atom+xml"] == "changes.xml"

    def test_search_engines_read_the_event_and_its_sessions(self, site: Path) -> None:
        page = BuiltPage(site, site / SYMPOSIUM / "index.html")
        values = json.loads(page.one("script[type='application/ld+json']").get_text())
        assert (values["@type"], values["startDate"]) == ("Event", "2026-06-11T12:00:00-05:00")
        shown = [str(one["id"]) for one in page.soup.select(".session:not(.session-break)")]
        told = [one["url"].partition("#")[2] for one in values["subEvent"]]
        assert sorted(told) == sorted(shown)

    def test_without_scripts_nothing_is_said_of_other_clocks_or_of_now(self, site: Path) -> None:
        page = BuiltPage(site, site / SYMPOSIUM / "index.html")
        scripted = page.main.select("[data-scripted]")
        assert len(scripted) > 20
        assert [one for one in scripted if not one.has_attr("hidden")] == []


class TestHardEvents:
    def test_hours_over_midnight_are_those_of_their_days(self, hard: Path) -> None:
        page = BuiltPage(hard, hard / f"events/{NIGHT}/index.html")
        assert page.text(".lede") == (
            "Saturday, March 13, 2027, 10:00 pm to Sunday, March 14, 2027, 4:00 am CT"
        )
        assert [one.get_text() for one in page.soup.select(".schedule-day")] == [
            "Saturday, March 13, 2027",
            "Sunday, March 14, 2027",
        ]

    def test_minutes_are_those_that_pass_where_clocks_are_changed(self, hard: Path) -> None:
        page = BuiltPage(hard, hard / f"events/{NIGHT}/index.html")
        assert page.text("#early .session-body > .label") == "Talk, 120 minutes"

    def test_of_what_is_off_nothing_is_to_be_joined_or_noted(self, hard: Path) -> None:
        page = BuiltPage(hard, hard / f"events/{OFF}/index.html")
        assert page.text(".page-head .flag") == "This event is cancelled."
        assert page.text("#talk .session-title") == "Cancelled: On talk"
        assert page.soup.select(".action, [data-until-over]") == []
        assert [str(one["href"]) for one in page.soup.select(".other-ways a")] == [
            "event.ics",
            "changes.xml",
        ]

    def test_whole_days_have_no_hours_and_no_zone(self, hard: Path) -> None:
        page = BuiltPage(hard, hard / f"events/{DAYS}/index.html")
        assert page.text(".lede") == "May 2 to 4, 2027"
        assert page.soup.select("[data-yours], .schedule") == []
        assert "Time zone" not in page.main.get_text()

    def test_what_changed_is_told_newest_first_and_the_feed_has_the_rest(self, hard: Path) -> None:
        page = BuiltPage(hard, hard / f"events/{CHANGED}/index.html")
        days = [one.get_text() for one in page.soup.select(".change-day")]
        assert days == [f"January {number}, 2026" for number in range(12, 4, -1)]
        assert page.text(".changes ul:nth-of-type(1)") == (
            "“There & back” moved from Thursday, May 20, 2027, 1:00 to 2:00 pm CT"
            " to Thursday, May 20, 2027, 3:00 to 4:00 pm CT."
            " “There & back” has a new title."
        )
        assert page.text(".changes .label") == "Earlier ones are in the feed of changes ."
        assert page.text(".schedule > .label a") == "Last changed on January 12, 2026"

    def test_where_nothing_changed_nothing_is_said_of_it(self, hard: Path) -> None:
        page = BuiltPage(hard, hard / f"events/{BIG}/index.html")
        assert page.soup.select(".changes, .schedule > .label a") == []


class TestNowAndNext:
    pytestmark = IN_CHROMIUM

    @pytest.mark.parametrize("zone", ZONES)
    @pytest.mark.parametrize(
        ("at", "expected"),
        [
            ("2026-06-11T11:59:00-05:00", {}),
            ("2026-06-11T12:00:00-05:00", {"Now": ["welcome"], "Next": ["keynote"]}),
            ("2026-06-11T12:55:00-05:00", {"Now": ["first-break"], "Next": TALKS}),
            ("2026-06-11T13:10:00-05:00", {"Now": TALKS, "Next": AFTER_TALKS}),
            ("2026-06-11T13:27:00-05:00", {"Next": AFTER_TALKS}),
            ("2026-06-11T14:10:00-05:00", {"Now": ["leaving-early"], "Next": ["second-break"]}),
            ("2026-06-11T15:44:00-05:00", {"Now": ["closing"]}),
            ("2026-06-11T15:45:00-05:00", {}),
            ("2026-06-12T12:00:00-05:00", {}),
        ],
    )
    def test_they_are_marked_in_words_wherever_the_reader_is(
        self, browser: Browser, address: str, zone: str, at: str, expected: dict[str, list[str]]
    ) -> None:
        with reading(browser, zone, at) as visit:
            visit.page.goto(address + SYMPOSIUM)
            assert marked(visit) == expected
            lines = visit.texts("[data-now] > span")
            assert [line.partition(":")[0] for line in lines] == list(expected)

    def test_the_line_above_the_schedule_leads_to_them(
        self, browser: Browser, address: str
    ) -> None:
        with reading(browser, "Europe/London", "2026-06-11T12:55:00-05:00") as visit:
            visit.page.goto(address + SYMPOSIUM)
            assert visit.texts("[data-now] > span") == [
                "Now: Break",
                (
                    "Next: Staying past closing: Reading aloud to adults in small libraries (Main room)"
                    " and Trust, then read: How hospital nurses judge preprints (Side room)"
                ),
            ]
            visit.page.locator("[data-now] a").nth(1).focus()
            visit.page.keyboard.press("Enter")
            assert visit.page.url.endswith("#reading-aloud")
            assert visit.page.locator("#reading-aloud").is_visible()

    def test_they_follow_the_clock_while_the_page_is_open_and_announce_nothing(
        self, browser: Browser, address: str
    ) -> None:
        with reading(browser, "Asia/Tokyo", "2026-06-11T12:49:30-05:00", running=True) as visit:
            visit.page.goto(address + SYMPOSIUM)
            assert marked(visit) == {"Now": ["keynote"], "Next": ["first-break"]}
            visit.page.clock.run_for(31_000)
            assert marked(visit) == {"Now": ["first-break"], "Next": TALKS}
            visit.page.clock.run_for(10 * 60_000)
            assert marked(visit) == {"Now": TALKS, "Next": AFTER_TALKS}
            assert visit.page.locator("main [aria-live], main [role=status]").count() == 0

    def test_what_is_written_already_is_not_written_again(
        self, browser: Browser, address: str
    ) -> None:
        with reading(browser, "Asia/Tokyo", "2026-06-11T13:05:00-05:00", running=True) as visit:
            visit.page.goto(address + SYMPOSIUM)
            visit.page.evaluate(
                """() => {
                  window.written = 0;
                  new MutationObserver((all) => { window.written += all.length; })
                    .observe(document.querySelector("main"), { childList: true, subtree: true });
                }"""
            )
            visit.page.clock.run_for(5 * 60_000)
            assert visit.page.evaluate("window.written") == 0
            visit.page.clock.run_for(16 * 60_000)
            assert visit.page.evaluate("window.written") > 0

    def test_between_two_days_the_next_one_is_named(
        self, browser: Browser, hard_address: str
    ) -> None:
        with reading(browser, "Asia/Kolkata", "2027-06-10T20:00:00-05:00") as visit:
            visit.page.goto(f"{hard_address}events/{BIG}/")
            ids = ["attic", "cellar", "main", "side"]
            assert marked(visit) == {"Next": [f"second-9-{one}" for one in ids]}

    def test_what_is_cancelled_is_never_now(self, browser: Browser, hard_address: str) -> None:
        with reading(browser, "Asia/Kolkata", "2027-06-10T11:10:00-05:00") as visit:
            visit.page.goto(f"{hard_address}events/{BIG}/")
            assert marked(visit)["Now"] == ["first-11-cellar", "first-11-main", "first-11-side"]
        with reading(browser, "Asia/Kolkata", "2027-04-02T09:10:00-05:00") as visit:
            visit.page.goto(f"{hard_address}events/{OFF}/")
            assert marked(visit) == {}

    def test_links_to_join_go_when_a_session_is_over(
        self, browser: Browser, hard_address: str
    ) -> None:
        def ways(visit: Visit, id_: str) -> list[str]:
            return visit.texts(f"[id='{id_}'] .session-ways li:visible a")

        with reading(browser, "Asia/Kolkata", "2027-06-10T09:30:00-05:00") as visit:
            visit.page.goto(f"{hard_address}events/{BIG}/")
            assert ways(visit, "first-9-attic") == []
            assert [one.split()[0] for one in ways(visit, "first-10-attic")] == ["Join", "Add"]
            assert visit.page.locator("[data-over]").is_hidden()
        with reading(browser, "Asia/Kolkata", "2027-06-11T18:00:00-05:00") as visit:
            visit.page.goto(f"{hard_address}events/{BIG}/")
            assert visit.texts("[data-until-over]:visible") == []
            assert visit.text("[data-over]") == "This event is over."


class TestTwoClocks:
    pytestmark = IN_CHROMIUM

    @pytest.mark.parametrize(
        ("zone", "whole", "keynote"),
        [
            (
                "Europe/London",
                "In your time zone: Thursday, June 11, 2026, 6:00 to 9:45 pm London time",
                "6:10 to 6:50 pm London time",
            ),
            (
                "America/New_York",
                "In your time zone: Thursday, June 11, 2026, 1:00 to 4:45 pm ET",
                "1:10 to 1:50 pm ET",
            ),
            (
                "Asia/Tokyo",
                "In your time zone: Friday, June 12, 2026, 2:00 to 5:45 am Tokyo time",
                "2:10 to 2:50 am Tokyo time next day, June 12",
            ),
            (
                "Asia/Kolkata",
                (
                    "In your time zone: Thursday, June 11, 2026, 10:30 pm"
                    " to Friday, June 12, 2026, 2:15 am Kolkata time"
                ),
                "10:40 to 11:20 pm Kolkata time",
            ),
            (
                "Australia/Adelaide",
                "In your time zone: Friday, June 12, 2026, 2:30 to 6:15 am Adelaide time",
                "2:40 to 3:20 am Adelaide time next day, June 12",
            ),
            (
                "UTC",
                "In your time zone: Thursday, June 11, 2026, 5:00 to 8:45 pm UTC",
                "5:10 to 5:50 pm UTC",
            ),
        ],
    )
    def test_the_readers_own_stands_below_the_programs(
        self, browser: Browser, address: str, zone: str, whole: str, keynote: str
    ) -> None:
        with reading(browser, zone, "2026-05-01T12:00:00Z") as visit:
            visit.page.goto(address + SYMPOSIUM)
            assert visit.text(".event-yours") == whole
            assert times(visit, "keynote") == ["12:10 to 12:50 pm CT", keynote]
            assert "as your device has it." in visit.text(".schedule > .label")

    @pytest.mark.parametrize("zone", ["America/Chicago", "America/Winnipeg"])
    def test_a_clock_that_shows_the_same_is_not_repeated(
        self, browser: Browser, address: str, zone: str
    ) -> None:
        with reading(browser, zone, "2026-05-01T12:00:00Z") as visit:
            visit.page.goto(address + SYMPOSIUM)
            assert visit.page.locator(".event-yours").is_hidden()
            assert times(visit, "keynote") == ["12:10 to 12:50 pm CT"]
            assert visit.text(".schedule > .label") == (
                "Times are in CT. Your device shows the same time."
            )

    def test_midnight_and_noon_are_words_on_either_clock(
        self, browser: Browser, address: str
    ) -> None:
        with reading(browser, "Etc/GMT-6", "2026-05-01T12:00:00Z") as visit:
            visit.page.goto(address + SYMPOSIUM)
            assert times(visit, "reading-aloud")[1].startswith("midnight to 12:25 am your time")
        with reading(browser, "Pacific/Pitcairn", "2026-05-01T12:00:00Z") as visit:
            visit.page.goto(address + SYMPOSIUM)
            assert times(visit, "closing")[1] == "12:20 to 12:45 pm Pitcairn time"
            assert times(visit, "welcome") == [
                "noon to 12:10 pm CT",
                "9:00 to 9:10 am Pitcairn time",
            ]

    def test_the_day_before_is_marked_too(self, browser: Browser, address: str) -> None:
        with reading(browser, "Pacific/Honolulu", "2026-01-01T12:00:00Z") as visit:
            visit.page.goto(f"{address}events/2026-writing-workshop/")
            assert times(visit, "cutting") == ["4:00 to 4:30 pm Dublin time", "6:00 to 6:30 am HT"]

    def test_each_session_has_its_own_offset_where_clocks_are_changed(
        self, browser: Browser, hard_address: str
    ) -> None:
        with reading(browser, "Asia/Tokyo", "2027-03-01T12:00:00Z") as visit:
            visit.page.goto(f"{hard_address}events/{NIGHT}/")
            assert times(visit, "late")[1] == "1:00 to 2:50 pm Tokyo time next day, March 14"
            assert times(visit, "early") == ["1:00 to 4:00 am CT", "4:00 to 6:00 pm Tokyo time"]
        with reading(browser, "Pacific/Honolulu", "2027-03-01T12:00:00Z") as visit:
            visit.page.goto(f"{hard_address}events/{NIGHT}/")
            assert times(visit, "early")[1] == "9:00 to 11:00 pm HT day before, March 13"

    def test_without_javascript_only_the_programs_stands_there(
        self, browser: Browser, address: str
    ) -> None:
        with visiting(browser, javascript=False) as visit:
            visit.page.goto(address + SYMPOSIUM)
            assert times(visit, "keynote") == ["12:10 to 12:50 pm CT"]
            assert visit.text(".schedule > .label") == "Times are in CT."
            assert visit.page.locator("[data-scripted]:visible").count() == 0


class TestInHand:
    pytestmark = IN_CHROMIUM

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("event", [BIG, NIGHT, OFF, DAYS, CHANGED])
    def test_a_hard_event_is_accessible_and_no_wider_than_the_screen(
        self, browser: Browser, hard_address: str, event: str, size: str
    ) -> None:
        width, _ = SIZES[size]
        with reading(
            browser, "America/Argentina/Buenos_Aires", "2027-06-10T10:10:00-05:00", width=width
        ) as visit:
            visit.page.goto(f"{hard_address}events/{event}/")
            assert violations(visit.page) == []
            assert sideways(visit.page) == []

    def test_the_button_prints(self, browser: Browser, address: str) -> None:
        with reading(browser, "Asia/Tokyo", "2026-06-11T13:00:00-05:00") as visit:
            visit.page.goto(address + SYMPOSIUM)
            visit.page.evaluate("window.print = () => { window.printed = true; }")
            visit.page.get_by_role("button", name="Print the program").focus()
            visit.page.keyboard.press("Enter")
            assert visit.page.evaluate("window.printed") is True


class TestOnPaper:
    pytestmark = IN_CHROMIUM

    @pytest.mark.parametrize("paper", ["Letter", "A4"])
    def test_the_symposium_fits_two_sheets_with_its_day_and_its_address(
        self, browser: Browser, address: str, paper: str
    ) -> None:
        with reading(browser, "Asia/Tokyo", "2026-06-11T13:00:00-05:00") as visit:
            visit.page.goto(address + SYMPOSIUM)
            first, second = pdf(visit, paper)
        assert first.count("Thursday, June 11, 2026") == 2  # under the title, and over the day
        assert second.count("Thursday, June 11, 2026") == 1
        assert "https://example.org/mentorship/events/2026-symposium/" in second
        for words in ("Tokyo", "Now", "Next", "Print the program", "schedule.xml"):
            assert words not in first + second

    def test_sixty_sessions_keep_each_to_one_sheet_under_its_day(
        self, browser: Browser, hard_address: str
    ) -> None:
        with reading(browser, "Asia/Tokyo", "2027-05-01T13:00:00-05:00") as visit:
            visit.page.goto(f"{hard_address}events/{BIG}/")
            titles = visit.texts(".session-title")
            sheets = pdf(visit)
        assert len(titles) == 60
        assert len(sheets) <= 6
        for sheet in sheets:
            days = [
                day for day in ("Thursday, June 10, 2027", "Friday, June 11, 2027") if day in sheet
            ]
            assert days
            # As many sessions end on a sheet as begin on it.
            assert sheet.count("That is all.") == sheet.count("25 minutes")
        assert sum(sheet.count("That is all.") for sheet in sheets) == 60
