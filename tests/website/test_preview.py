"""lrrt serve: what is saved shows in about a second, and a fault takes nothing down."""

import signal
import socket
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.website.previewing import Preview, previewing, until
from tests.website.project import copy_project, run
from tests.website.visits import visiting

pytestmark = pytest.mark.xdist_group("preview")

PERSON = "records/participants/xu-gousi.yaml"
PAGE = "people/xu-gousi/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("preview"))


@pytest.fixture(scope="module")
def preview(folder: Path) -> Iterator[Preview]:
    with previewing(folder) as running:
        until(lambda: "Xu Gousi" in running.page(PAGE))
        yield running


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("path", "old", "new", "page"),
    [
        (PERSON, "Professor of Information Studies", "Professor of Everything", PAGE),
        ("theme/pages/person.html", "ORCID iD", "ORCID, by a template", PAGE),
        ("content/privacy.md", "This site shows", "This prose shows", "privacy/"),
        ("theme/assets/css/site.css", "--paper", "/* seen */ --paper", "assets/css/site.css"),
    ],
    ids=["record", "template", "prose", "style"],
)
def test_an_edit_shows_soon(
    folder: Path, preview: Preview, path: str, old: str, new: str, page: str
) -> None:
    assert new not in preview.page(page)
    change(folder / path, old, new)
    seconds = until(lambda: new in preview.page(page))
    print(f"{path}: {seconds:.2f} s")
    assert seconds < 5


def test_a_fault_is_printed_while_the_last_good_page_is_served_at_once(
    folder: Path, preview: Preview
) -> None:
    before = preview.page(PAGE)
    assert before
    change(folder / PERSON, "\nconsent:", "\nconsnt:")
    until(lambda: "The last good pages stay until this is mended." in preview.output)
    assert f"{PERSON}:" in preview.output
    assert "error[unknown-key]" in preview.output
    started = time.monotonic()
    assert preview.page(PAGE) == before
    assert time.monotonic() - started < 2
    change(folder / PERSON, "\nconsnt:", "\nconsent:")
    change(folder / PERSON, "\nposition: ", "\nposition: Mended ")
    assert until(lambda: "Mended " in preview.page(PAGE)) < 5


def test_a_faulty_template_is_printed_and_can_be_mended(folder: Path, preview: Preview) -> None:
    template = folder / "theme/pages/person.html"
    change(template, "{{ person.name }}", "{{ person.nmae }}")
    until(lambda: "error[bad-template]" in preview.output)
    assert "theme/pages/person.html:" in preview.output
    assert "Xu Gousi" in preview.page(PAGE)
    change(template, "{{ person.nmae }}", "{{ person.name }}!")
    until(lambda: "Xu Gousi!" in preview.page(PAGE))


def test_a_broken_configuration_is_printed_and_can_be_mended(
    folder: Path, preview: Preview
) -> None:
    change(folder / "mkdocs.yml", "site_name:", "site_name: [")
    until(lambda: "Error: mkdocs.yml" in preview.output)
    assert "Xu Gousi" in preview.page(PAGE)
    change(folder / "mkdocs.yml", "site_name: [", "site_name:")
    change(folder / PERSON, "\nposition: ", "\nposition: Renewed ")
    until(lambda: "Renewed " in preview.page(PAGE))


def test_nothing_printed_is_a_traceback(preview: Preview) -> None:
    assert "Traceback" not in preview.output


def test_a_preview_begins_with_a_fault_and_waits_for_its_mending(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    change(folder / PERSON, "\nconsent:", "\nconsnt:")
    with previewing(folder) as preview:
        assert "error[unknown-key]" in preview.output
        change(folder / PERSON, "\nconsnt:", "\nconsent:")
        until(lambda: "Xu Gousi" in preview.page(PAGE))


@pytest.mark.parametrize("stopping", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "terminated"])
def test_it_stops_without_a_trace(tmp_path: Path, stopping: signal.Signals) -> None:
    folder = copy_project(tmp_path / "project")
    with previewing(folder) as preview:
        until(lambda: "Xu Gousi" in preview.page(PAGE))
        status = preview.stop(stopping)
    assert status == (0 if stopping is signal.SIGINT else -signal.SIGTERM)
    assert "Traceback" not in preview.output
    assert sorted(path.name for path in folder.iterdir()) == [
        ".cache",  # pictures, kept for the next time
        "content",
        "mkdocs.yml",
        "records",
        "theme",
    ]


def test_a_port_that_is_taken_gives_one_line(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("lrrt", "serve", "--port", str(port), cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Error: cannot listen on 127.0.0.1:{port}: address already in use\n"


def test_outside_a_project_there_is_one_line(tmp_path: Path) -> None:
    done = run("lrrt", "serve", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        "Error: there is no mkdocs.yml here; go to the folder that holds it\n",
    )


@pytest.mark.browser
def test_of_a_day_that_is_told_all_is_seen_from_that_day_in_the_browser_too(
    tmp_path: Path, browser: Browser
) -> None:
    """So the form of a call can be tried before it opens and after it has closed."""
    folder = copy_project(tmp_path)
    with (
        previewing(folder, "--on", "2026-05-20") as preview,
        visiting(browser, today=date(2030, 1, 1)) as visit,
    ):
        visit.page.goto(f"{preview.address}apply/mentee/")
        assert visit.page.locator("[data-while-open] form").is_visible()
        assert "is open until June 15, 2026" in visit.text("main")
