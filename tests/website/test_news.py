"""News on the site: the list, the pages, the feeds, the notice, and nobody who did not agree."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from generator.records.fields import ConsentScope
from generator.views import make_site
from generator.website import news
from generator.website.building import CannotBuildError, build_site
from tests.filling import FIRST
from tests.views.sites import Records, records
from tests.website.pages import HOST, BuiltPage
from tests.website.project import DAY, copy_project, snapshot, write_project
from tests.website.visits import visiting

IN_CHROMIUM = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ITEM = "news/2026-07-06-year-in-review/"
MARKER = "Zarquonia"


def page(site: Path, address: str) -> BuiltPage:
    return BuiltPage(site, site / address / "index.html")


def note(day: str, title: str = "A note", **others: Any) -> dict[str, Any]:
    return {"date": day, "kind": "note", "title": title, "text": "It says this.", **others}


def program(**news_by_id: dict[str, Any]) -> Records:
    """A small program without a notice of its own, with news."""
    made = records()
    del made["program.yaml"]["notice"]
    made["program.yaml"]["sample"] = False
    named = {f"news/{id_.replace('_', '-')}.yaml": one for id_, one in news_by_id.items()}
    return {**made, **named}


def built(folder: Path, made: Records, today: date = DAY) -> Path:
    write_project(folder, made)
    return build_site(folder / "mkdocs.yml", today=today).folder


def texts(soup: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(tag.get_text(" ").split()) for tag in soup.select(selector)]


class TestList:
    def test_news_stand_under_their_years_newest_first(self, site: Path) -> None:
        soup = page(site, "news/").soup
        assert texts(soup, "h2") == ["2026"]
        assert texts(soup, ".dated-when") == [
            "November 16, 2026",
            "November 10, 2026",
            "October 7, 2026",
            "August 17, 2026",
            "July 6, 2026",
            "June 18, 2026",
            "May 4, 2026",
        ]
        assert texts(soup, ".dated")[0] == (
            "November 16, 2026 Bring a report to the workshop on December 9 "
            "The December workshop is about reading what referees write."
        )

    def test_news_speak_from_their_own_day(self, site: Path) -> None:
        titles = texts(page(site, "news/").soup, ".dated-what")
        assert titles[5:] == [
            "Look back: Symposium of the Cohort of 2025",
            "Symposium of the Cohort of 2025: Thursday, June 11, 2026",
        ]

    def test_news_of_a_later_day_are_nowhere(self, tmp_path: Path) -> None:
        made = program(later=note("2026-11-24", MARKER), today=note("2026-11-23", "Of today"))
        site = built(tmp_path, made)
        assert [path for path, file in snapshot(site).items() if MARKER.encode() in file] == []
        assert texts(page(site, "news/").soup, ".dated-what") == ["Of today"]
        assert texts(page(site, "").soup, "[aria-labelledby=news] .dated-what") == ["Of today"]

    def test_the_program_page_has_the_three_newest(self, site: Path) -> None:
        soup = page(site, "").soup
        assert texts(soup, "[aria-labelledby=news] .dated-when") == [
            "November 16, 2026",
            "November 10, 2026",
            "October 7, 2026",
        ]

    def test_without_news_the_program_page_has_no_such_part(self, tmp_path: Path) -> None:
        site = built(tmp_path, program())
        assert page(site, "").soup.select("#news") == []
        assert page(site, "news/").text(".lede") == (
            "Calls for mentors and mentees, new publications and reports of each year will stand "
            "here."
        )
        assert feedparser.parse((site / "news/feed.xml").read_bytes()).bozo is False

    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("One is short. But this is what it says first. Then more.", "One is short. But this "),
            ("This is *what* it says first! Then more.", "This is what it says first!"),
            ("First of all, see [the page](https://example.org/a.b). Then.", "First of all, see "),
            ("A single line without an end", "A single line without an end"),
            ("- a list of\n- things", "a list of"),
            (("word " * 80).strip(), "word word"),
            (
                "Many of us work in the U.S. Others do not. Then more.",
                "Many of us work in the U.S. O",
            ),
            (
                "We read with Prof. Noor and Dr. Xu all night. Then more.",
                "We read with Prof. Noor and",
            ),
            ("图" * 300, "图" * 239 + "…"),
        ],
    )
    def test_the_first_sentence_is_plain_words(self, tmp_path: Path, text: str, first: str) -> None:
        site = built(tmp_path, program(one=note("2026-05-01", text=text)))
        (line,) = texts(page(site, "news/").soup, ".dated-more")
        assert line.startswith(first)
        assert len(line) <= 242
        assert not set("*[<") & set(line)
        assert "Then" not in line

    def test_a_sentence_ends_in_chinese_too_and_with_its_quotation(self, tmp_path: Path) -> None:
        chinese, quoted = (
            "图书馆的夜晚，我们一起读书。",
            "She asked who reads all of this at night: “You?”",
        )
        site = built(
            tmp_path,
            program(
                one=note("2026-05-02", text=chinese * 2),
                two=note("2026-05-01", text=f"{quoted} We do."),
            ),
        )
        assert texts(page(site, "news/").soup, ".dated-more") == [chinese, quoted]


class TestPage:
    def test_it_says_when_what_and_of_what(self, site: Path) -> None:
        read = page(site, ITEM)
        assert read.text("h1") == "Cohort of 2025: the year in review"
        assert read.text(".page-head .label") == "July 6, 2026 · Year in review"
        assert read.one(".page-head time")["datetime"] == "2026-07-06"
        assert read.text("[aria-labelledby=about] a") == "Cohort of 2025"
        assert read.one("[aria-labelledby=about] a")["href"] == "../../cohorts/2025/"
        assert read.one('meta[property="article:published_time"]')["content"] == "2026-07-06"

    def test_links_in_its_text_lead_from_the_page_to_the_site(self, site: Path) -> None:
        links = [str(tag["href"]) for tag in page(site, ITEM).soup.select(".news-text a")]
        assert "../../outputs/2026-who-is-awake/" in links
        assert [one for one in links if not one.startswith("../../")] == []

    def test_links_typed_by_hand_lead_into_the_site_from_page_and_feed(
        self, tmp_path: Path
    ) -> None:
        typed = (
            "[a](people/) [b](/people/#x) [c](../people/?y=1) [d](calendar.ics) [e](#top) "
            "[f](https://example.org/f)"
        )
        site = built(tmp_path, program(one=note("2026-05-01", text=typed)))
        within = ["people/", "people/#x", "people/?y=1", "calendar.ics"]
        rest = ["#top", "https://example.org/f"]
        links = [str(tag["href"]) for tag in page(site, "news/one/").soup.select(".news-text a")]
        assert links == [*(f"../../{one}" for one in within), *rest]
        feed = json.loads((site / "news/feed.json").read_text("utf-8"))
        content = BeautifulSoup(feed["items"][0]["content_html"], "html.parser")
        assert [str(tag["href"]) for tag in content.select("a")] == [
            *(f"{HOST}{one}" for one in within),
            *rest,
        ]

    def test_two_of_one_title_are_told_apart_by_their_day(self, tmp_path: Path) -> None:
        site = built(tmp_path, program(a=note("2026-05-01"), b=note("2026-05-02")))
        titles = {page(site, f"news/{id_}/").text("title").partition(" · ")[0] for id_ in "ab"}
        assert titles == {"A note (May 1, 2026)", "A note (May 2, 2026)"}

    def test_an_earlier_address_leads_on(self, tmp_path: Path) -> None:
        site = built(tmp_path, program(new=note("2026-05-01", aliases=["old"])))
        assert page(site, "news/old/").one("meta[http-equiv=refresh]")["content"] == (
            "0; url=../new/"
        )

    def test_the_search_finds_it(self, site: Path) -> None:
        entries = json.loads((site / "search/index.json").read_text("utf-8"))["entries"]
        (found,) = [one for one in entries if one["address"] == ITEM]
        assert (found["title"], found["sort"]) == ("Cohort of 2025: the year in review", "News")

    def test_what_a_note_says_never_runs(self, tmp_path: Path) -> None:
        hostile = "<script>hit()</script> [x](javascript:hit) {{ 7*7 }} <b onclick=hit()>b</b>"
        site = built(tmp_path, program(one=note("2026-05-01", hostile, text=hostile)))
        read = page(site, "news/one/")
        assert read.text("h1") == hostile
        text = read.one(".news-text")
        assert [tag.name for tag in text.find_all()] == ["p"]
        assert "{{ 7*7 }}" in text.get_text()
        (entry,) = feedparser.parse(
            (site / "news/feed.xml").read_bytes(), sanitize_html=False
        ).entries
        content = BeautifulSoup(entry.content[0].value, "html.parser")
        assert [tag.name for tag in content.find_all()] == ["p"]


class TestFeed:
    def test_both_feeds_tell_everything_with_whole_addresses(self, site: Path) -> None:
        read = feedparser.parse((site / "news/feed.xml").read_bytes())
        assert (read.bozo, read.version) == (False, "atom10")
        assert read.feed.title == "News: LRRT Virtual Mentorship Program"
        assert {(one.rel, one.href) for one in read.feed.links} == {
            ("self", f"{HOST}news/feed.xml"),
            ("alternate", f"{HOST}news/"),
        }
        listed = [str(tag["href"]) for tag in page(site, "news/").soup.select(".dated-what a")]
        assert [one.link for one in read.entries] == [f"{HOST}news/{one}" for one in listed]
        assert [one.id for one in read.entries] == [one.link for one in read.entries]
        assert [one.published for one in read.entries][:2] == [
            "2026-11-16T00:00:00Z",
            "2026-11-10T00:00:00Z",
        ]
        for entry in read.entries:
            content = BeautifulSoup(entry.content[0].value, "html.parser")
            own = page(site, entry.link.removeprefix(HOST)).one(".news-text")
            assert content.get_text(" ", strip=True) == own.get_text(" ", strip=True)
            assert [str(tag["href"]) for tag in content.select("a")] == [
                str(tag["href"]).replace("../../", HOST) for tag in own.select("a")
            ]
        made = json.loads((site / "news/feed.json").read_text("utf-8"))
        assert made["feed_url"] == f"{HOST}news/feed.json"
        assert [(one["id"], one["title"], one["content_html"]) for one in made["items"]] == [
            (one.id, one.title, one.content[0].value) for one in read.entries
        ]

    def test_a_renamed_piece_of_news_keeps_its_id(self, tmp_path: Path) -> None:
        site = built(tmp_path, program(news=note("2026-05-01", aliases=["first", "second"])))
        (entry,) = feedparser.parse((site / "news/feed.xml").read_bytes()).entries
        assert (entry.id, entry.link) == (f"{HOST}news/first/", f"{HOST}news/news/")


class TestNotice:
    def notice_of(self, site: Path) -> tuple[str, str, str]:
        read = page(site, "people/")
        tag = read.one("aside[aria-label=Notice]")
        return (read.text(".strip-notice"), str(tag["data-until"]), str(tag.select("a")[0]["href"]))

    def test_the_newest_news_with_a_notice_stand_at_the_head_of_every_page(
        self, tmp_path: Path
    ) -> None:
        made = program(
            old=note("2026-11-01", "Older", notice_until="2026-12-31"),
            new=note("2026-11-02", "Newer", notice_until="2026-11-23"),
            newest=note("2026-11-03", "No notice"),
            over=note("2026-11-04", "Over", notice_until="2026-11-22"),
            later=note("2026-11-24", "Later", notice_until="2026-12-31"),
        )
        site = built(tmp_path, made)
        assert self.notice_of(site) == ("Newer", "2026-11-23", "../news/new/")
        assert len(page(site, "news/new/").soup.select(".strip-notice")) == 1

    def test_the_programs_own_notice_goes_first(self, tmp_path: Path) -> None:
        made = program(one=note("2026-11-01", notice_until="2026-12-31"))
        own = {"text": "Own words.", "until": "2026-11-23", "link": "https://example.org/own"}
        made["program.yaml"]["notice"] = own
        site = built(tmp_path / "own", made)
        assert self.notice_of(site) == (
            "Own words.",
            "2026-11-23",
            "https://example.org/own",
        )
        later = built(tmp_path / "later", made, date(2026, 11, 24))
        assert self.notice_of(later) == ("A note", "2026-12-31", "../news/one/")

    def test_without_any_there_is_none(self, tmp_path: Path) -> None:
        site = built(tmp_path, program(one=note("2026-11-01")))
        assert page(site, "people/").soup.select(".strip-notice") == []


@pytest.mark.parametrize(
    ("today", "shown"),
    [(date(2026, 11, 23), True), (date(2026, 12, 9), True), (date(2026, 12, 10), False)],
    ids=str,
)
@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_the_notice_goes_after_its_last_day_without_a_new_build(
    browser: Browser, address: str, today: date, *, shown: bool
) -> None:
    with visiting(browser, today=today) as visit:
        visit.page.goto(f"{address}people/")
        assert visit.page.locator(".strip-notice").is_visible() is shown


class TestConsent:
    def announcing(self) -> Records:
        """A program in which one person agreed to all but announcements, and all news tell of."""
        made = program(
            pairs={"date": "2026-05-01", "kind": "pairs-announced", "cohort": "2026"},
            year={"date": "2026-05-02", "kind": "year-in-review", "cohort": "2026"},
            talks={"date": "2026-05-03", "kind": "symposium", "event": "symposium"},
            work={"date": "2026-05-04", "kind": "output", "output": "output"},
        )
        person = made[f"participants/{FIRST}.yaml"]
        person["name"] = {"given": MARKER, "family": "Planted"}
        scopes = [one for one in person["consent"]["scopes"] if one != ConsentScope.ANNOUNCEMENTS]
        person["consent"] = {**person["consent"], "scopes": scopes}
        for one in (
            *made["outputs/output.yaml"]["contributors"],
            *made["events/symposium.yaml"]["sessions"][0]["speakers"],
        ):
            one.pop("name", None)
        return made

    def told(self, site: Path) -> set[str]:
        """The files of the news in which the person is named."""
        return {
            path
            for path, content in snapshot(site).items()
            if path.startswith("news/") and MARKER.encode() in content
        }

    def test_who_did_not_agree_to_announcements_is_in_no_news(self, tmp_path: Path) -> None:
        site = built(tmp_path, self.announcing())
        assert MARKER in page(site, "outputs/output/").html
        assert self.told(site) == set()
        assert MARKER not in texts(page(site, "").soup, "[aria-labelledby=news]")[0]

    def test_nor_in_a_picture_of_news(self, tmp_path: Path) -> None:
        site = built(tmp_path, self.announcing())
        public = page(site, "outputs/output/").one('meta[property="og:image:alt"]')["content"]
        told = page(site, "news/work/").one('meta[property="og:image:alt"]')["content"]
        assert MARKER in public
        assert MARKER not in told
        assert "and 1 other." in told or "1 other" in told
        image = page(site, "news/work/").one('meta[property="og:image"]')["content"]
        assert image == f"{HOST}pictures/news/work.png"
        assert (site / "pictures/news/work.png").read_bytes() != (
            site / "pictures/outputs/output.png"
        ).read_bytes()

    def test_without_the_guard_the_person_would_be(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(news, "make_site", lambda catalog, day, **_: make_site(catalog, day))
        told = self.told(built(tmp_path, self.announcing()))
        assert {"news/feed.xml", "news/pairs/index.html", "news/work/index.html"} <= told


def test_a_bad_template_of_an_announcement_is_one_fault_and_nothing_is_published(
    tmp_path: Path,
) -> None:
    folder = copy_project(tmp_path)
    template = folder / "theme/announcements/year-in-review.news.md"
    lines = template.read_text("utf-8").splitlines()
    template.write_text("\n".join([*lines, "{{ nobody }}"]), "utf-8")
    with pytest.raises(CannotBuildError) as caught:
        build_site(folder / "mkdocs.yml", today=DAY)
    (found,) = caught.value.found
    assert (found.code, found.place.path, found.place.line) == (
        "bad-template",
        "theme/announcements/year-in-review.news.md",
        len(lines) + 1,
    )
    assert not (folder / "site").exists()
