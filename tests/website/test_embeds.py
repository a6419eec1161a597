"""What machines read in the built pages about outputs, and the feeds that pages lead to."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urljoin
from xml.etree import ElementTree as ET

import feedparser
import pytest
from bs4 import Tag

from generator.bibliography.formats import FORMATS
from generator.website.building import build_site
from tests.filling import Field, fill_program, usual
from tests.website.pages import HOST, BuiltPage, read_pages
from tests.website.project import DAY, write_project

OUTPUTS = "outputs/index.html"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
TALK = "outputs/2026-bilingual-headings-talk/index.html"
PAPER = "outputs/2026-reading-aloud-proceedings/index.html"
ARTICLE = "outputs/2026-bilingual-headings-article/index.html"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BuiltPage]:
    return read_pages(site)


@pytest.fixture(scope="module")
def records(pages: dict[str, BuiltPage]) -> list[BuiltPage]:
    """The pages of the outputs of the demonstration."""
    found = [page for page in pages.values() if page.soup.select('link[rel="cite-as"]')]
    assert len(found) > 20
    return found


def head(page: BuiltPage) -> list[tuple[str, str]]:
    return [(str(tag["name"]), str(tag["content"])) for tag in page.soup.select("head meta[name]")]


def link(page: BuiltPage, rel: str) -> str:
    return str(page.one(f'head link[rel="{rel}"]')["href"])


def ld(page: BuiltPage) -> Any:
    return json.loads(page.one('script[type="application/ld+json"]').get_text())


def spans(page: BuiltPage) -> list[dict[str, str]]:
    return [dict(parse_qsl(str(span["title"]))) for span in page.soup.select("span.Z3988")]


def test_every_output_has_its_address_in_its_head_and_in_the_sitemap(
    site: Path, records: list[BuiltPage]
) -> None:
    listed = {element.text for element in ET.parse(site / "sitemap.xml").iter(SITEMAP)}  # noqa: S314  # our own file
    assert {page.address for page in records} <= listed
    assert {page.path: link(page, "canonical") for page in records} == {
        page.path: page.address for page in records
    }


def test_an_output_is_cited_by_its_doi_and_else_by_its_page(
    pages: dict[str, BuiltPage], records: list[BuiltPage]
) -> None:
    assert link(pages[ARTICLE], "cite-as") == "https://doi.org/10.5555/jilr.2026.0143"
    assert link(pages[TALK], "cite-as") == pages[TALK].address
    for page in records:
        assert link(page, "cite-as") in (page.address, ld(page).get("sameAs", [""])[0])


def test_an_output_names_its_license_and_where_it_is_described(
    site: Path, pages: dict[str, BuiltPage], records: list[BuiltPage]
) -> None:
    assert link(pages[ARTICLE], "license") == "https://creativecommons.org/licenses/by/4.0/"
    for page in records:
        found = [
            (str(tag["type"]), site / page.path / ".." / str(tag["href"]))
            for tag in page.soup.select('head link[rel="describedby"]')
        ]
        assert [type_ for type_, _ in found] == [form.media_type for form in FORMATS]
        assert all(file.resolve().is_file() for _, file in found)


def test_a_talk_is_none_of_a_conference_for_scholar(
    pages: dict[str, BuiltPage], records: list[BuiltPage]
) -> None:
    for page in records:
        tags = dict(head(page))
        in_proceedings = tags["z:itemType"] == "conferencePaper"
        assert ("citation_conference_title" in tags) is in_proceedings
    assert dict(head(pages[TALK]))["z:itemType"] == "presentation"
    assert dict(head(pages[TALK]))["z:meetingName"] == ("LRRT Virtual Mentorship Program Symposium")
    assert dict(head(pages[PAPER]))["citation_conference_title"] == (
        "Third Imaginary Conference on Small Libraries"
    )


def test_every_output_says_its_title_as_its_page_does(records: list[BuiltPage]) -> None:
    for page in records:
        title = page.text("h1")
        assert dict(head(page))["citation_title"] == title
        assert ld(page)["name"] == title
        assert ld(page)["mainEntityOfPage"] == page.address


def test_the_list_leads_to_every_output(
    pages: dict[str, BuiltPage], records: list[BuiltPage]
) -> None:
    listed = ld(pages[OUTPUTS])
    elements = listed["mainEntity"]["itemListElement"]
    assert (listed["@type"], listed["url"]) == ("CollectionPage", pages[OUTPUTS].address)
    assert {one["url"] for one in elements} == {page.address for page in records}
    assert [one["position"] for one in elements] == list(range(1, len(records) + 1))


def test_every_work_of_the_list_can_be_saved_from_it(
    pages: dict[str, BuiltPage], records: list[BuiltPage]
) -> None:
    saved = spans(pages[OUTPUTS])
    titles = [span.get("rft.atitle") or span.get("rft.btitle", "") for span in saved]
    titles = [title or span["rft.title"] for title, span in zip(titles, saved, strict=True)]
    assert sorted(title.replace("<i>", "").replace("</i>", "") for title in titles) == sorted(
        page.text("h1") for page in records
    )


def test_the_page_of_an_output_holds_no_other_work_to_be_saved(records: list[BuiltPage]) -> None:
    """Zotero prefers COinS to what the head says, and would save those instead."""
    assert [page.path for page in records if spans(page)] == []


def test_every_page_leads_to_the_feeds(site: Path, pages: dict[str, BuiltPage]) -> None:
    for page in pages.values():
        if page.is_redirect:
            continue
        found = [
            (str(tag["type"]), urljoin(page.address, str(tag["href"])))
            for tag in page.soup.select('head link[rel="alternate"][href*="feed."]')
        ]
        assert found == [
            ("application/atom+xml", f"{HOST}outputs/feed.xml"),
            ("application/feed+json", f"{HOST}outputs/feed.json"),
            ("application/atom+xml", f"{HOST}news/feed.xml"),
            ("application/feed+json", f"{HOST}news/feed.json"),
        ]
    for path in ("outputs/feed.xml", "outputs/feed.json", "news/feed.xml", "news/feed.json"):
        assert (site / path).is_file()


def test_the_feeds_tell_of_every_output_newest_first(site: Path, records: list[BuiltPage]) -> None:
    atom = feedparser.parse((site / "outputs/feed.xml").read_bytes())
    assert atom.bozo is False
    assert {entry.link for entry in atom.entries} == {page.address for page in records}
    assert [entry.id for entry in atom.entries] == [entry.link for entry in atom.entries]
    days = [entry.updated for entry in atom.entries]
    assert days == sorted(days, reverse=True)
    assert atom.feed.updated == days[0]
    made = json.loads((site / "outputs/feed.json").read_text("utf-8"))
    assert [item["url"] for item in made["items"]] == [entry.link for entry in atom.entries]
    selves = [one.href for one in atom.feed.links if one.rel == "self"]
    assert [*selves, made["feed_url"]] == [
        f"{HOST}outputs/feed.xml",
        f"{HOST}outputs/feed.json",
    ]


def planting(payload: str) -> Callable[[Field], object]:
    planted = "output:"
    return lambda field: (
        payload if field.is_free and field.path.startswith(planted) else usual(field)
    )


@pytest.mark.parametrize(
    "payload", ['</script><script>hit()</script> "&', "'\"><meta name=x content='hit'>"]
)
def test_no_text_of_a_record_leaves_its_place_in_the_head_or_in_a_feed(
    tmp_path: Path, payload: str
) -> None:
    write_project(tmp_path, fill_program(planting(payload)))
    folder = build_site(tmp_path / "mkdocs.yml", today=DAY).folder
    page = BuiltPage(folder, folder / "outputs/output/index.html")
    assert dict(head(page))["citation_title"] == payload
    assert dict(head(page))["z:meetingName"] == payload
    assert ld(page)["name"] == payload
    assert [tag for tag in page.soup.select("head script") if holds(tag)] == [
        page.one('script[type="application/ld+json"]')
    ]
    atom = feedparser.parse((folder / "outputs/feed.xml").read_bytes())
    assert atom.bozo is False
    root = ET.parse(folder / "outputs/feed.xml").getroot()  # noqa: S314  # our own file
    (title,) = root.findall("{*}entry/{*}title")
    assert title.text == payload
    (item,) = json.loads((folder / "outputs/feed.json").read_text("utf-8"))["items"]
    assert item["title"] == payload


def holds(script: Tag) -> bool:
    return bool(script.get_text().strip())
