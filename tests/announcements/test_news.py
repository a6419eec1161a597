"""News follows the records, and is told rightly on every later day."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.announcements import Announced, Subject, news_text, view_of
from generator.records.news import News, NewsKind
from generator.website.markup import prose
from tests.announcements.programs import announcer_of, records, site_of


def news_on(
    folder: Path, day: str, program: dict[str, dict[str, object]], **values: str
) -> Announced:
    site = site_of(folder, program, day)
    news = News.model_validate({"date": "2030-01-10", **values})
    view = view_of(site, Subject(news.kind, news.subject))
    assert view is not None
    return news_text(
        site, news, view, lambda address: f"../{address}", announcer_of(site).templates
    )


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2030-02-03", "Apply as a mentee from February 4, 2030"),
        ("2030-02-04", "Apply as a mentee by March 15, 2030"),
        ("2030-03-15", "Apply as a mentee by March 15, 2030"),
        ("2030-03-16", "The call for mentees of the Cohort of 2030"),
    ],
)
def test_a_call_is_told_as_it_stands(day: str, title: str, tmp_path: Path) -> None:
    found = news_on(tmp_path, day, records(), kind="call-for-mentees", cohort="2030")
    assert found.title == title


def test_a_call_that_is_over_says_when_the_next_one_opens(tmp_path: Path) -> None:
    found = news_on(tmp_path, "2031-05-01", records(), kind="call-for-mentors", cohort="2030")
    assert found.markdown == (
        "The call for mentors of the Cohort of 2030 closed on Friday, March 15, 2030. The next "
        "one opens on Monday, June 2, 2031.\n\n[See how to apply as a mentor](../apply/mentor/)"
    )


def test_a_record_s_own_title_and_text_are_used(tmp_path: Path) -> None:
    found = news_on(
        tmp_path,
        "2031-03-01",
        records(),
        kind="output",
        output="2031-lamps",
        title="Our *first* article",
        text="We are glad.",
    )
    assert found.title == "Our *first* article"
    assert found.markdown.endswith("/)\n\nWe are glad.\n")


def test_no_text_of_a_record_is_taken_for_markdown(tmp_path: Path) -> None:
    program = records()
    title = "A *star*, [a link](x), a_b_c, <script>, 1 < 2 & `code` &amp; <i>light</i>"
    program["outputs/2031-lamps.yaml"]["title"] = title
    found = news_on(tmp_path, "2031-03-01", program, kind="output", output="2031-lamps")
    shown = "A *star*, [a link](x), a_b_c, &lt;script&gt;, 1 &lt; 2 &amp; `code` &amp;amp; "
    assert found.title == f"Published: {title.replace('<i>', '').replace('</i>', '')}"
    assert f"{shown}<em>light</em>" in prose(found.markdown)


def told_on(folder: Path, day: str, kind: NewsKind, built: str = "2035-01-01") -> Announced:
    """What a site that is made later says of the cohort of 2030, speaking from a day."""
    site = replace(site_of(folder, records(), built), today=date.fromisoformat(day))
    view = view_of(site, Subject(kind, "2030"))
    assert view is not None
    return announcer_of(site).news(kind, view)


@pytest.mark.parametrize(("day", "word"), [("2031-04-30", "work"), ("2031-05-01", "worked")])
def test_news_speak_of_a_year_from_their_own_day(day: str, word: str, tmp_path: Path) -> None:
    found = told_on(tmp_path, day, NewsKind.PAIRS_ANNOUNCED)
    assert f"Three mentees and three mentors {word} together from" in found.markdown


@pytest.mark.parametrize(
    ("day", "groups"),
    [
        ("2031-01-31", []),
        ("2031-03-19", ["Journal article", "Report"]),
        ("2031-03-20", ["Journal article", "Poster", "Report"]),
    ],
)
def test_a_year_in_review_lists_what_was_out_on_its_day(
    day: str, groups: list[str], tmp_path: Path
) -> None:
    found = told_on(tmp_path, day, NewsKind.YEAR_IN_REVIEW)
    assert re.findall(r"^\*\*(.+)\*\*$", found.markdown, re.MULTILINE) == groups


def test_a_year_in_review_lists_a_work_that_has_no_date_yet(tmp_path: Path) -> None:
    program = records()
    program["outputs/2031-lamps.yaml"] |= {"status": "in-press"}
    del program["outputs/2031-lamps.yaml"]["date"]
    found = news_on(tmp_path, "2031-02-01", program, kind="year-in-review", cohort="2030")
    assert "Lamps that stay on" in found.markdown


def test_every_kind_has_news(tmp_path: Path) -> None:
    titles = {}
    for kind in NewsKind:
        if kind is NewsKind.NOTE:
            continue
        about = {
            NewsKind.CHECK_IN: {"event": "2030-check-in"},
            NewsKind.SYMPOSIUM: {"event": "2031-symposium"},
            NewsKind.OUTPUT: {"output": "2031-lamps"},
        }.get(kind, {"cohort": "2030"})
        titles[kind] = news_on(tmp_path, "2035-01-01", records(), kind=kind, **about).title
    assert len(set(titles.values())) == len(titles)
