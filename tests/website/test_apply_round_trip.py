"""What is typed into the form is what `lrrt import applications` writes, by either way it can go."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from generator.catalog import load_catalog
from generator.records.application import Application
from generator.website.building import build_site
from tests.website.hosting import hosted
from tests.website.project import copy_project, run
from tests.website.visits import visiting

OPEN = date(2026, 5, 20)
ENDPOINT = "https://forms.example.org/f/abc"
TYPED = {
    "name-given": "Zoë “Zed” Łu-O’Fable",
    "name-family": "van der Õun: #1",
    "pronouns": "ze/zir: 1.0",
    "email": "zoe.o'fable+lrrt@example.org",
    "affiliation-name": "@ the Library & <Archive>",
    "affiliation-department": "- 14:00",
    "position": "1e3",
    "orcid": "https://orcid.org/0000-0002-1694-233x",
    "links-label-1": "Works; all",
    "links-url-1": "example.org/a?b=1&c=%20d#e",
    "bio": "=2+2\n\n'single' \"double\" \\ back: slash",
    "topics-else": "Cats, dogs; 猫 | ~",
    "statement": "null\n\n- one: two #3\n\ttabbed 😀\n%five & six=seven",
    "preferences": "Nobody, Known\n14:00",
    "avoid": "O'Nobody: the 2nd",
}


@pytest.fixture(scope="module", params=["file", "service"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("round-trip"))
    if request.param == "service":
        program = folder / "records/program.yaml"
        text = program.read_text("utf-8")
        text = text.replace("applications:\n", f"applications:\n  endpoint: {ENDPOINT}\n")
        program.write_text(text, "utf-8")
    build_site(folder / "mkdocs.yml", today=OPEN)
    return folder


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    with hosted(project / "site") as served:
        yield served


def received(page: Page, folder: Path) -> Path:
    """Send the form, and return the file that the committee gets."""
    file = folder / "received.json"
    form = page.locator("[data-apply]")
    if form.get_attribute("data-apply") == "file":
        with page.expect_download() as started:
            page.locator("#send").click()
        started.value.save_as(file)
        return file
    file = folder / "received.txt"

    def receive(route: Route) -> None:
        file.write_text(route.request.post_data or "", "utf-8")
        route.fulfill(content_type="text/html", body="<h1>Thank you</h1>")

    page.route(ENDPOINT, receive)
    page.locator("#send").click()
    page.get_by_role("heading", name="Thank you").wait_for()
    return file


def test_odd_characters_reach_the_committee_as_they_were_typed(
    browser: Browser, project: Path, address: str, tmp_path: Path
) -> None:
    with visiting(browser, today=OPEN) as visit:
        page = visit.page
        page.goto(f"{address}apply/mentee/")
        for id_, text in TYPED.items():
            page.locator(f"#{id_}").fill(text)
        page.locator("#needs-data-analysis").check()
        page.locator("#same-institution").check()
        page.locator("#time-zone").select_option("Asia/Kolkata")
        page.locator("#consent-scopes-name").check()
        page.locator("#consent-scopes-links").check()
        file = received(page, tmp_path)
    (tmp_path / "private").mkdir()
    first = imported(project, file, tmp_path / "private")
    assert first.returncode == 0, first.stderr
    written = list((tmp_path / "private/applications/2026").glob("*.yaml"))
    assert len(written) == 1
    assert answers(project, tmp_path / "private") == {
        "role": "mentee",
        "name": ("Zoë “Zed” Łu-O’Fable", "van der Õun: #1"),
        "pronouns": "ze/zir: 1.0",
        "email": "zoe.o'fable+lrrt@example.org",
        "affiliation": ("@ the Library & <Archive>", "- 14:00"),
        "position": "1e3",
        "orcid": "0000-0002-1694-233X",
        "links": [("Works; all", "https://example.org/a?b=1&c=%20d#e")],
        "bio": TYPED["bio"],
        "needs": ["data-analysis"],
        "statement": TYPED["statement"].replace("\t", " "),
        "time_zone": "Asia/Kolkata",
        "same_institution": True,
        "consent": ("2026-05-20", ["name", "links"]),
        "undecided": (
            ["Cats, dogs; 猫 | ~"],
            ["Nobody, Known", "14:00"],
            ["O'Nobody: the 2nd"],
        ),
    }
    before = written[0].read_bytes()
    again = imported(project, file, tmp_path / "private")
    assert again.returncode == 0, again.stderr
    assert {path.name: path.read_bytes() for path in written[0].parent.iterdir()} == {
        written[0].name: before
    }


def imported(project: Path, file: Path, private: Path) -> Any:
    return run("lrrt", "import", "applications", str(file), "--private", str(private), cwd=project)


def answers(project: Path, private: Path) -> dict[str, Any]:
    """What the one application says."""
    loading = load_catalog(project / "records", private)
    ((_, entry),) = loading.catalog.applications.items()
    one: Application = entry.record
    assert one.name is not None
    assert one.affiliation is not None
    assert one.consent is not None
    assert one.undecided is not None
    return {
        "role": str(one.role),
        "name": (one.name.given, one.name.family),
        "pronouns": one.pronouns,
        "email": one.email,
        "affiliation": (one.affiliation.name, one.affiliation.department),
        "position": one.position,
        "orcid": one.orcid,
        "links": [(link.label, link.url) for link in one.links],
        "bio": one.bio,
        "needs": list(one.needs),
        "statement": one.statement,
        "time_zone": one.time_zone,
        "same_institution": one.same_institution,
        "consent": (str(one.consent.given), [str(scope) for scope in one.consent.scopes]),
        "undecided": (
            list(one.undecided.topics),
            list(one.undecided.preferences),
            list(one.undecided.avoid),
        ),
    }
