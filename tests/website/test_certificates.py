"""Verifying a certificate on the site: what its page tells, and that nothing else leads to it."""

import gzip
import json
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.views.certified import ID
from tests.website.barriers import sideways, violations
from tests.website.certified_site import (
    PAGES,
    REVOKED,
    SECRETS,
    UNNAMED,
    build,
    certified,
    certified_address,
    written,
)
from tests.website.kinds import SIZES
from tests.website.pages import HOST, BuiltPage, read_pages
from tests.website.visits import Scheme, visiting

__all__ = ["certified", "certified_address"]  # fixtures

FIELD = "Number of the certificate"
NO_NUMBER = "A number has 20 letters and digits, as in 7kq2m-9fx3v-ht8wn-d4p6r."


def the_page(folder: Path, name: str) -> BuiltPage:
    return BuiltPage(folder, folder / PAGES[name] / "index.html")


def lines_of(page: BuiltPage) -> list[str]:
    """The heading and the paragraphs of what a page says, as text."""
    return [" ".join(part.get_text().split()) for part in page.main.find_all(["h1", "h2", "p"])]


def contents(folder: Path) -> dict[str, str]:
    """Every file of a site as text, packed ones unpacked."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): (
            gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        ).decode("utf-8", "replace")
        for path in files
    }


def test_a_certificate_whose_holder_agreed_is_told_of_in_full(certified: Path) -> None:
    assert lines_of(the_page(certified, "named")) == [
        "Verify a certificate",
        "name",
        "This certificate is genuine",
        "Nadia Invented Надя",
        "Given to a mentee of the title, on April 1, 2027.",
        "Project: Who reads aloud",
        "Mentor: Milo Madeup",
        f"Number {ID}",
        "Compare",
        "The number above, the name, the year and the date must be those on the paper. If one of them differs, the paper is not this certificate.",
    ]


def test_a_certificate_whose_holder_did_not_agree_names_nobody(certified: Path) -> None:
    assert lines_of(the_page(certified, "unnamed")) == [
        "Verify a certificate",
        "name",
        "This certificate is genuine",
        "Given to a mentee of the title, on April 1, 2027.",
        f"Number {UNNAMED}",
        "Compare",
        "The holder did not ask to be named on the web, so the name is not shown here. The number above, the year and the date must be those on the paper.",
        "To make sure of the name, ask contacts name, whom the program page names, and give the number.",
    ]


def test_of_a_revoked_certificate_the_page_says_that_and_since_when(certified: Path) -> None:
    assert lines_of(the_page(certified, "revoked")) == [
        "Verify a certificate",
        "name",
        "This certificate has been revoked",
        "It has not counted since May 2, 2027. The program says no more about it here.",
        f"Number {REVOKED}",
        "Questions",
        "If you were shown it as one that counts, or hold it yourself, ask contacts name, whom the program page names.",
    ]


def test_a_certificate_of_the_demonstration_says_that_it_is_a_sample(tmp_path: Path) -> None:
    records = written()
    records["program.yaml"]["sample"] = "true"
    folder = build(tmp_path, records)
    for name in PAGES:
        assert "A sample: nobody was given this certificate." in lines_of(the_page(folder, name))


def test_nothing_that_the_committee_noted_is_in_any_file(certified: Path) -> None:
    found = {
        (path, secret)
        for path, text in contents(certified).items()
        for secret in SECRETS
        if secret in text
    }
    assert found == set()
    assert json.dumps(written()).count("planted-") == len(SECRETS)


def test_only_its_own_page_knows_a_certificate(certified: Path) -> None:
    """No site map, search, feed or other page; of a revoked one, the list for verifiers besides."""
    files = contents(certified)
    assert {
        name: {path for path, text in files.items() if page.split("/")[1] in path + text}
        for name, page in PAGES.items()
    } == {
        "named": {f"{PAGES['named']}index.html"},
        "unnamed": {f"{PAGES['unnamed']}index.html"},
        "revoked": {f"{PAGES['revoked']}index.html", "credentials/revoked.json"},
    }
    assert {"sitemap.xml", "sitemap.xml.gz", "search/index.json", "outputs/feed.xml"} <= set(files)


def test_the_site_map_has_every_other_page(certified: Path) -> None:
    listed = re.findall("<loc>(.*?)</loc>", contents(certified)["sitemap.xml.gz"])
    others = [
        page.address
        for page in read_pages(certified).values()
        if page.path != "404.html" and page.path.removesuffix("index.html") not in PAGES.values()
    ]
    assert sorted(listed) == sorted(others)


@pytest.mark.parametrize("name", PAGES)
def test_the_head_of_its_page_names_nobody_and_keeps_search_engines_out(
    certified: Path, name: str
) -> None:
    page = the_page(certified, name)
    assert page.one("meta[name=robots]")["content"] == "noindex"
    head = str(page.one("head"))
    assert [word for word in ("Nadia", "Otto", "Paula", "Milo", "aloud") if word in head] == []
    assert page.text("title") == f"Certificate {page.path.split('/')[1]} · short_name"


@pytest.mark.parametrize("name", PAGES)
def test_its_page_does_not_lead_to_the_register(certified: Path, name: str) -> None:
    page = the_page(certified, name)
    assert "Edit this page" in BuiltPage(certified, certified / "people/milo/index.html").html
    assert "Edit this page" not in page.html
    assert "2026.yaml" not in page.html


def test_other_pages_stay_open_to_search_engines(certified: Path) -> None:
    closed = {
        path.removesuffix("index.html")
        for path, page in read_pages(certified).items()
        if page.soup.select("meta[name=robots]")
    }
    assert closed == set(PAGES.values())


def test_every_page_leads_to_how_to_verify_one(certified: Path) -> None:
    for page in read_pages(certified).values():
        (link,) = page.soup.select(".foot a:-soup-contains('Verify a certificate')")
        assert urljoin(page.address, str(link["href"])) == f"{HOST}certificates/"


def test_whoever_comes_to_verify_what_is_not_there_is_told(certified: Path) -> None:
    page = BuiltPage(certified, certified / "404.html")
    assert "If you came to verify a certificate: there is none with this address." in page.text(
        "main"
    )


def test_how_to_verify_a_signed_credential_is_told_only_where_there_are_some(
    certified: Path, site: Path
) -> None:
    assert "How to verify a signed credential" in contents(certified)["certificates/index.html"]
    assert "signed credential" not in (site / "certificates/index.html").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_its_page_is_accessible_quiet_and_no_wider_than_the_screen(
    browser: Browser, certified_address: str, name: str, size: str, scheme: Scheme
) -> None:
    width, height = SIZES[size]
    with visiting(browser, width=width, height=height, scheme=scheme) as visit:
        visit.page.goto(certified_address + PAGES[name])
        assert violations(visit.page) == []
        assert sideways(visit.page) == []
        assert visit.messages == []
        assert visit.hosts == {urlsplit(certified_address).netloc}


@pytest.mark.parametrize(
    "typed",
    [
        ID,
        f"  {ID.upper()} ",
        ID.replace("-", " "),
        ID.replace("-", ""),
        f"https://example.org/mentorship/certificates/{ID}/",
        f"example.org/certificates/{ID}",
    ],
)
@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_a_number_leads_to_its_page_however_it_is_typed(
    browser: Browser, certified_address: str, typed: str
) -> None:
    with visiting(browser) as visit:
        visit.page.goto(f"{certified_address}certificates/")
        visit.page.get_by_label(FIELD).fill(typed)
        visit.page.get_by_role("button", name="Verify").click()
        visit.page.wait_for_url(certified_address + PAGES["named"])
        assert visit.text("h1") == "This certificate is genuine"
        assert visit.messages == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "oliol-9fx3v-ht8wn-d4p6r",
            "There is no certificate with the number 01101-9fx3v-ht8wn-d4p6r. Check it letter by letter.",
        ),
        (ID[:-1], NO_NUMBER),
        (ID.replace("7", "u"), NO_NUMBER),
        ("<img src=x>", NO_NUMBER),
    ],
)
@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_a_number_of_no_certificate_is_answered_in_its_place(
    browser: Browser, certified_address: str, typed: str, said: str
) -> None:
    with visiting(browser) as visit:
        visit.page.goto(f"{certified_address}certificates/")
        visit.page.get_by_label(FIELD).fill(typed)
        visit.page.get_by_role("button", name="Verify").click()
        visit.page.get_by_text(said, exact=True).wait_for()
        assert visit.page.url == f"{certified_address}certificates/"


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_without_scripts_the_page_tells_how_to_verify_and_has_no_form(
    browser: Browser, certified_address: str
) -> None:
    with visiting(browser, javascript=False) as visit:
        visit.page.goto(f"{certified_address}certificates/")
        assert not visit.page.get_by_label(FIELD).is_visible()
        assert visit.page.get_by_role("heading", name="How to verify one").is_visible()
