"""What every page of the site has in common: its head, its headings, and links that lead somewhere."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.website.pages import HOST, BuiltPage, read_pages

REPOSITORY = "https://github.com/example/mentorship/edit/main/"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BuiltPage]:
    return read_pages(site)


@pytest.fixture(scope="module")
def whole(pages: dict[str, BuiltPage]) -> list[BuiltPage]:
    """All pages but those that only lead on from an earlier address."""
    return [page for page in pages.values() if not page.is_redirect]


@pytest.fixture(scope="module")
def listed(whole: list[BuiltPage]) -> list[BuiltPage]:
    """All pages that anybody may find: not those of single certificates (test_certificates)."""
    return [page for page in whole if not re.match(r"certificates/.+/", page.path)]


def links_of(page: BuiltPage) -> Iterator[str]:
    for tag in page.soup.select("*"):
        for attribute in ("href", "src", "action", "poster", "data-index"):
            if tag.has_attr(attribute) and not (tag.name == "form" and tag[attribute] == ""):
                yield str(tag[attribute])


def fault_of(site: Path, pages: dict[str, BuiltPage], target: str) -> str:
    """Why an address within the site leads nowhere, if it does."""
    address, fragment = urldefrag(target)
    path = unquote(address.removeprefix(HOST).partition("?")[0])
    path = f"{path}index.html" if path == "" or path.endswith("/") else path
    if not (site / path).is_file():
        return f"no file {path}"
    if fragment and fragment not in pages[path].ids:
        return f"no id {fragment} in {path}"
    return ""


def test_every_link_within_the_site_leads_to_a_page_and_a_place_in_it(
    site: Path, pages: dict[str, BuiltPage]
) -> None:
    inner, dead = 0, []
    for page in pages.values():
        for link in links_of(page):
            if not urlsplit(link).scheme:
                inner += 1
                fault = fault_of(site, pages, urljoin(page.address, link))
                dead += [f"{page}: {link}: {fault}"] if fault else []
    assert dead == []
    assert inner > 20 * len(pages)


def test_a_dead_link_would_be_found(site: Path, pages: dict[str, BuiltPage]) -> None:
    assert fault_of(site, pages, f"{HOST}people/nobody/") == "no file people/nobody/index.html"
    assert fault_of(site, pages, f"{HOST}apply/#nowhere") == "no id nowhere in apply/index.html"
    assert fault_of(site, pages, f"{HOST}apply/#mentee") == ""
    assert fault_of(site, pages, f"{HOST}nowhere/?year=2026") == "no file nowhere/index.html"


def test_every_link_that_leaves_the_site_has_a_scheme_that_can_be_followed(
    pages: dict[str, BuiltPage],
) -> None:
    links = {urljoin(page.address, link) for page in pages.values() for link in links_of(page)}
    assert {urlsplit(link).scheme for link in links} == {"https"}


def test_nothing_is_loaded_from_another_host(site: Path, pages: dict[str, BuiltPage]) -> None:
    loaded = [
        urljoin(page.address, str(tag.get("src") or tag.get("href")))
        for page in pages.values()
        for tag in page.soup.select(
            "[src], link:not([rel=canonical], [rel=cite-as], [rel=license])"
        )
    ]
    assert [address for address in loaded if not address.startswith(HOST)] == []
    sheets = [*site.rglob("*.css"), *site.rglob("*.svg"), *site.rglob("*.js")]
    addresses = [
        match
        for sheet in sheets
        for match in re.findall(
            r"""(?:url\(|import\s|from\s|fetch\()\s*["']?(https?:[^"')\s]+)""",
            sheet.read_text("utf-8"),
        )
    ]
    assert addresses == []


def test_every_id_stands_once_on_its_page(pages: dict[str, BuiltPage]) -> None:
    repeated = [
        f"{page}: {id_}"
        for page in pages.values()
        for id_, number in Counter(page.ids).items()
        if number > 1
    ]
    assert repeated == []


def test_headings_begin_with_one_of_the_first_level_and_skip_none(whole: list[BuiltPage]) -> None:
    wrong = []
    for page in whole:
        levels = [int(tag.name[1]) for tag in page.soup.find_all(re.compile("^h[1-6]$"))]
        steps = [after - before for before, after in pairwise(levels)]
        if levels[:1] != [1] or levels.count(1) != 1 or max(steps, default=0) > 1:
            wrong.append(f"{page}: {levels}")
    assert wrong == []


def test_every_heading_says_something(whole: list[BuiltPage]) -> None:
    headings = [tag for page in whole for tag in page.soup.find_all(re.compile("^h[1-6]$"))]
    assert [str(tag) for tag in headings if not tag.get_text(strip=True)] == []


def test_every_page_says_its_language_title_and_description(whole: list[BuiltPage]) -> None:
    without = [
        f"{page}: {selector}"
        for page in whole
        for selector in ("html[lang=en-US]", "head title", "head meta[name=description]")
        if len(page.soup.select(selector)) != 1
    ]
    assert without == []
    empty = [
        page
        for page in whole
        if not page.text("head title") or not page.one("meta[name=description]")["content"]
    ]
    assert empty == []


def test_no_two_pages_have_the_same_title(whole: list[BuiltPage]) -> None:
    titles = Counter(page.text("head title") for page in whole)
    assert [title for title, number in titles.items() if number > 1] == []


def test_every_page_names_its_own_address_but_the_one_for_wrong_addresses(
    whole: list[BuiltPage],
) -> None:
    assert {
        page.path: [str(tag["href"]) for tag in page.soup.select("link[rel=canonical]")]
        for page in whole
    } == {page.path: [] if page.path == "404.html" else [page.address] for page in whole}


def test_the_site_map_lists_every_page(site: Path, listed: list[BuiltPage]) -> None:
    text = (site / "sitemap.xml").read_text("utf-8")
    mapped = re.findall(r"<loc>(.*?)</loc>", text)
    assert sorted(mapped) == sorted(page.address for page in listed if page.path != "404.html")
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == text


def test_the_search_index_leads_to_pages_and_places(
    site: Path, pages: dict[str, BuiltPage]
) -> None:
    entries = json.loads((site / "search/index.json").read_text("utf-8"))["entries"]
    faults = [fault_of(site, pages, HOST + entry["address"]) for entry in entries]
    assert [fault for fault in faults if fault] == []


def test_the_search_finds_every_page_but_itself(site: Path, listed: list[BuiltPage]) -> None:
    entries = json.loads((site / "search/index.json").read_text("utf-8"))["entries"]
    found = {urldefrag(HOST + entry["address"]).url for entry in entries}
    known = {page.address for page in listed} - {f"{HOST}404.html", f"{HOST}search/"}
    assert found == known


def test_edit_this_page_opens_the_file_that_the_page_is_made_from(
    project: Path, whole: list[BuiltPage], listed: list[BuiltPage]
) -> None:
    edited = {
        page.path: str(link["href"]).removeprefix(REPOSITORY)
        for page in whole
        for link in page.soup.select(".foot a")
        if link.get_text() == "Edit this page"
    }
    record = {
        page.path: f"records/{page.path.removesuffix('/index.html')}.yaml".replace(
            "people/", "participants/"
        )
        for page in listed
        if page.path.count("/") == 2 and not page.path.startswith("apply/")
    }
    prose = {
        f"{name}/index.html": f"content/{name}.md"
        for name in ("apply", "privacy", "accessibility", "certificates")
    }
    assert edited == {**record, **prose, "index.html": "content/index.md"}
    assert [file for file in edited.values() if not (project / file).is_file()] == []


def test_templates_and_the_base_theme_are_not_published(site: Path) -> None:
    kinds = Counter(path.suffix for path in site.rglob("*") if path.is_file())
    shown = {".html", ".css", ".js", ".svg", ".png", ".woff2", ".txt"}
    read_by_machines = {".json", ".xml", ".gz", ".bib", ".ris", ".ics"}
    assert set(kinds) == shown | read_by_machines
    assert not (site / "pages").exists()
    published = {path.name for path in (site / "assets").iterdir()}
    assert published == {"css", "fonts", "images", "js"}
