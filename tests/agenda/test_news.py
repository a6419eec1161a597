"""News of a schedule as an Atom feed, read back."""

from datetime import UTC, datetime

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.agenda.identity import uid
from generator.agenda.news import News, NewsEntry, news_text

ADDRESS = "https://example.org/events/2026-symposium/changes.xml"


def news(*entries: NewsEntry) -> str:
    return news_text(
        News(
            uid=uid("news", "x"),
            title="Changes & more",
            subtitle="Thursday",
            author="The program",
            language="en-US",
            page="https://example.org/events/2026-symposium/",
            updated=datetime(2026, 6, 11, tzinfo=UTC),
            entries=entries,
        ),
        ADDRESS,
    )


def entry(number: int, *sentences: str) -> NewsEntry:
    when = datetime(2026, 5, number, 12, 30, 15, tzinfo=UTC)
    return NewsEntry(uid("news", str(number)), f"Entry {number}", when, sentences)


def test_a_feed_reader_finds_every_entry() -> None:
    read = feedparser.parse(news(entry(4, "“A” moved.", "“B” & <b> are new."), entry(3, "One.")))
    assert not read.bozo
    assert (read.feed.id, read.feed.title) == (f"urn:uuid:{uid('news', 'x')}", "Changes & more")
    assert read.feed.updated == "2026-05-04T12:30:15Z"
    assert [(one.rel, one.href) for one in read.feed.links] == [
        ("self", ADDRESS),
        ("alternate", "https://example.org/events/2026-symposium/"),
    ]
    assert [(one.id, one.title, one.updated, one.content[0].value) for one in read.entries] == [
        (
            f"urn:uuid:{uid('news', '4')}",
            "Entry 4",
            "2026-05-04T12:30:15Z",
            "<ul><li>“A” moved.</li><li>“B” &amp; &lt;b&gt; are new.</li></ul>",
        ),
        (
            f"urn:uuid:{uid('news', '3')}",
            "Entry 3",
            "2026-05-03T12:30:15Z",
            "<ul><li>One.</li></ul>",
        ),
    ]


def test_a_feed_without_entries_is_a_feed() -> None:
    read = feedparser.parse(news())
    assert (read.bozo, read.entries, read.feed.updated) == (False, [], "2026-06-11T00:00:00Z")


@given(st.text())
def test_no_sentence_breaks_a_feed(sentence: str) -> None:
    read = feedparser.parse(news(entry(1, sentence)))
    assert not read.bozo
    assert len(read.entries) == 1


@pytest.mark.parametrize(
    "sentence", ["<script>alert(1)</script>", "]]>", "&lt;img src=x onerror=y>"]
)
def test_markup_in_a_sentence_stays_text(sentence: str) -> None:
    read = feedparser.parse(news(entry(1, sentence)), sanitize_html=False)
    assert "<script" not in read.entries[0].content[0].value
    assert "<img" not in read.entries[0].content[0].value
