"""Feeds: read by feedparser and held against RFC 4287 and JSON Feed 1.1."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.feeds import Author, Entry, Feed, atom_text, day_instant, json_feed_text

ADDRESS = "https://example.org/mentorship/outputs/feed.xml"
ATOM = "{http://www.w3.org/2005/Atom}"

ENTRY = Entry(
    id="https://example.org/mentorship/outputs/after-hours/",
    address="https://example.org/mentorship/outputs/after-closing-time/",
    title="After closing time: 5 < 6 & “more”",
    when=day_instant(date(2026, 10, 5)),
    authors=(
        Author("Łucja Zmyślona", "https://orcid.org/0000-0009-9999-0001"),
        Author("Night Desk Group"),
    ),
    summary="We coded 1,200 transcripts.",
    content="<p>Zmyślona, Ł. (2026). <i>After closing time</i>.</p>",
    categories=("Journal article", "Virtual reference"),
    language="en",
    work="https://doi.org/10.5555/act.1",
)
BARE = Entry(
    id="https://example.org/mentorship/outputs/worksheet/",
    address="https://example.org/mentorship/outputs/worksheet/",
    title="A worksheet",
    when=day_instant(date(2025, 9, 1)),
    content="<p>A worksheet.</p>",
    categories=("Guide",),
)
FEED = Feed(
    id="https://example.org/mentorship/outputs/",
    title="Publications & presentations",
    subtitle="New researchers, paired for a year of work.",
    page="https://example.org/mentorship/outputs/",
    language="en-US",
    author="Invented Mentorship Program",
    entries=(ENTRY, BARE),
)


def test_feedparser_reads_the_whole_of_an_atom_feed() -> None:
    read = feedparser.parse(atom_text(FEED, ADDRESS))
    assert (read.bozo, read.version) == (False, "atom10")
    assert (read.feed.title, read.feed.subtitle) == (FEED.title, FEED.subtitle)
    assert (read.feed.id, read.feed.updated) == (FEED.id, "2026-10-05T00:00:00Z")
    assert read.feed.author == FEED.author
    assert {(link.rel, link.href) for link in read.feed.links} == {
        ("self", ADDRESS),
        ("alternate", FEED.page),
    }
    first, second = read.entries
    assert (first.id, first.title, first.link) == (ENTRY.id, ENTRY.title, ENTRY.address)
    assert first.updated == first.published == "2026-10-05T00:00:00Z"
    assert [author.name for author in first.authors] == ["Łucja Zmyślona", "Night Desk Group"]
    assert first.authors[0].href == "https://orcid.org/0000-0009-9999-0001"
    assert [tag.term for tag in first.tags] == ["Journal article", "Virtual reference"]
    assert first.summary == ENTRY.summary
    assert [(one.type, one.value) for one in first.content] == [("text/html", ENTRY.content)]
    assert (second.id, second.title) == (BARE.id, BARE.title)


def children(element: ET.Element) -> dict[str, int]:
    names = [child.tag.removeprefix(ATOM) for child in element]
    return {name: names.count(name) for name in names}


def test_an_atom_feed_has_what_rfc_4287_demands() -> None:
    """Sections 4.1.1 and 4.1.2: what stands exactly once, what at most once, who is the author."""
    root = ET.fromstring(atom_text(FEED, ADDRESS).encode())  # noqa: S314  # our own text
    assert root.tag == f"{ATOM}feed"
    has = children(root)
    assert (has["id"], has["title"], has["updated"], has["author"]) == (1, 1, 1, 1)
    for entry in root.iter(f"{ATOM}entry"):
        has = children(entry)
        assert (has["id"], has["title"], has["updated"]) == (1, 1, 1)
        assert has.get("summary", 0) <= 1
        assert has["content"] == 1
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(ids) == len({*ids})
    for author in root.iter(f"{ATOM}author"):
        assert children(author)["name"] == 1


def test_a_json_feed_has_what_version_1_1_demands() -> None:
    read = json.loads(json_feed_text(FEED, "https://example.org/mentorship/outputs/feed.json"))
    assert read == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Publications & presentations",
        "home_page_url": "https://example.org/mentorship/outputs/",
        "feed_url": "https://example.org/mentorship/outputs/feed.json",
        "description": "New researchers, paired for a year of work.",
        "language": "en-US",
        "authors": [{"name": "Invented Mentorship Program"}],
        "items": [
            {
                "id": ENTRY.id,
                "url": ENTRY.address,
                "external_url": "https://doi.org/10.5555/act.1",
                "title": ENTRY.title,
                "content_html": ENTRY.content,
                "summary": ENTRY.summary,
                "date_published": "2026-10-05T00:00:00Z",
                "authors": [
                    {
                        "name": "Łucja Zmyślona",
                        "url": "https://orcid.org/0000-0009-9999-0001",
                    },
                    {"name": "Night Desk Group"},
                ],
                "tags": ["Journal article", "Virtual reference"],
                "language": "en",
            },
            {
                "id": BARE.id,
                "url": BARE.address,
                "title": "A worksheet",
                "content_html": "<p>A worksheet.</p>",
                "date_published": "2025-09-01T00:00:00Z",
                "tags": ["Guide"],
            },
        ],
    }


def feed_of(*entries: Entry, text: str = "Works") -> Feed:
    page = "https://example.org/outputs/"
    return Feed(page, text, text, page, "en", text, entries)


def test_a_feed_of_nothing_is_a_feed() -> None:
    empty = feed_of()
    read = feedparser.parse(atom_text(empty, ADDRESS))
    assert (read.bozo, read.entries, read.feed.updated) == (False, [], "1970-01-01T00:00:00Z")
    assert json.loads(json_feed_text(empty, ADDRESS))["items"] == []


def test_a_feed_of_nothing_is_as_old_as_what_it_will_tell_of() -> None:
    begun = replace(feed_of(), begun=datetime(2026, 6, 11, tzinfo=UTC))
    assert feedparser.parse(atom_text(begun, ADDRESS)).feed.updated == "2026-06-11T00:00:00Z"


def test_moments_are_written_in_utc_and_the_newest_is_that_of_the_feed() -> None:
    west = timezone(timedelta(hours=-5))
    later = replace(BARE, id="urn:x:2", when=datetime(2026, 5, 4, 22, 30, 15, tzinfo=west))
    read = feedparser.parse(atom_text(feed_of(BARE, later), ADDRESS))
    assert read.feed.updated == "2026-05-05T03:30:15Z"
    assert [one.published for one in read.entries] == [
        "2025-09-01T00:00:00Z",
        "2026-05-05T03:30:15Z",
    ]


@pytest.mark.parametrize("planted", ["\x00", "\x1b[31m", "\x0b", "\ufffe", "\uffff"])
def test_characters_that_xml_may_not_hold_are_left_out(planted: str) -> None:
    feed = feed_of(text=f"a{planted}b")
    root = ET.fromstring(atom_text(feed, ADDRESS).encode())  # noqa: S314  # our own text
    title = root.find(f"{ATOM}title")
    assert title is not None
    shown = "".join(one for one in planted if one.isprintable() and one < "\ufffe")
    assert title.text == f"a{shown}b"


def normal(text: str) -> str:
    """A text as every XML reader sees it: XML 1.0, 2.11 and 2.2."""
    legal = (one for one in text if one in "\t\n\r" or " " <= one <= "\ud7ff" or one >= "\ue000")
    kept = "".join(one for one in legal if one not in "\ufffe\uffff")
    return kept.replace("\r\n", "\n").replace("\r", "\n")


texts = st.text()


@given(title=texts, name=texts, subject=texts, content=texts)
def test_no_text_leaves_its_element(title: str, name: str, subject: str, content: str) -> None:
    planted = f"{content}]]></content></entry>"
    entry = Entry(
        id="tag:example.org,2026:1",
        address="https://example.org/1/",
        title=title,
        when=day_instant(date(2026, 1, 1)),
        authors=(Author(name),),
        summary=title,
        content=planted,
        categories=(subject,),
    )
    feed = feed_of(entry, text=title)
    root = ET.fromstring(atom_text(feed, ADDRESS).encode())  # noqa: S314  # our own text
    (found,) = root.findall(f"{ATOM}entry")
    assert [child.tag.removeprefix(ATOM) for child in found if child.tag != f"{ATOM}summary"] == [
        *("id", "title", "updated", "published", "author", "link", "category", "content")
    ]
    assert (found.findtext(f"{ATOM}title") or "") == normal(title)
    assert (found.findtext(f"{ATOM}content") or "") == normal(planted)
    (category,) = found.findall(f"{ATOM}category")
    assert category.get("term") is not None
    assert json.loads(json_feed_text(feed, ADDRESS))["items"][0]["content_html"] == planted
