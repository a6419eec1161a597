"""Whatever a record's text holds, it is shown as text and never runs."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nh3
import pytest
from bs4 import BeautifulSoup, Tag
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from generator.records.kinds import Kind
from generator.templates import environment
from generator.website import markup
from generator.website.building import build_site
from generator.website.plugin import RecordsPlugin
from tests.filling import Field, fields_of, fill_program, usual
from tests.website.hosting import BASE, hosted
from tests.website.pages import BuiltPage
from tests.website.project import DAY, write_project
from tests.website.visits import Visit, visiting

IN_CHROMIUM = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAYLOADS = {
    "script": "<script>window.hit=1</script>",
    "image": '"><img src=x onerror="window.hit=1">',
    "single quote": "'><img src=x onerror='window.hit=1'>",
    "attribute": '" onfocus=window.hit=1 autofocus x="',
    "title": "</title><script>window.hit=1</script>",
    "end of script": "</script><script>window.hit=1</script>",
    "template": "{{ 7*7 }}{% if 1 %}{{ config }}",
    "link": "[x](javascript:window.hit=1)",
    "autolink": "<javascript:window.hit=1>",
    "reference": "[x]: javascript:window.hit=1",
    "data link": "[x](data:text/html,<script>window.hit=1",
    "section": "]]><script>window.hit=1</script>",
    "comment": "--><script>window.hit=1</script>",
    "drawing": "<svg onload=window.hit=1>",
    "entity": "&lt;img src=x onerror=window.hit=1&gt;",
    "allowed tag": "<i onclick=window.hit=1 style=x>i</i>",
    "block": "<div><p><a href=javascript:hit=1>x</a>",
}
HOSTILE_VALUES = {
    "a web address": "https://example.org/'onfocus='window.hit=1'autofocus='?x=javascript:hit=1",
    "an e-mail address": "'onfocus='hit=1'autofocus='{{7*7}}@example.org",
    "a DOI from '10.' on": "10.5555/<img/src=x/onerror='hit=1'>",
}
EDITOR = "vendor/sveltia-cms.js"
"""The script of the editing page."""

WORD = "zebra"
"""What a search finds every record by whose text has room for it."""


def planting(*payloads: str, without: tuple[str, ...] = ()) -> Callable[[Field], object]:
    """Fill every text with payloads, a short one with the first; leave some fields out."""

    def choose(field: Field) -> object:
        if field.path.endswith(without) or usual(field) is None:
            return None
        if field.is_free:
            # A synonym must differ from the term.
            word = f"{WORD} again" if field.path.endswith(".also") else WORD
            return " ".join((*payloads, word)) if field.longest >= 300 else payloads[0]
        return HOSTILE_VALUES.get(field.holds) or usual(field)

    return choose


def build_planted(folder: Path, choose: Callable[[Field], object]) -> Path:
    write_project(folder, fill_program(choose))
    return build_site(folder / "mkdocs.yml", today=DAY).folder


def pages_of(folder: Path) -> list[str]:
    """Every page but the editing page, which has its own tests and asks a Git host."""
    return sorted(
        path.relative_to(folder).as_posix().removesuffix("index.html")
        for path in folder.rglob("*.html")
        if not path.is_relative_to(folder / "admin")
    )


@contextmanager
def planted_visit(browser: Browser, folder: Path) -> Iterator[tuple[Visit, str]]:
    with hosted(folder) as address, visiting(browser) as visit:
        yield visit, address


def hits(visit: Visit, folder: Path, address: str) -> list[str]:
    """The pages, and searches, on which something of a record ran or was loaded."""
    found = []
    for path in pages_of(folder):
        visit.page.goto(address + path)
        if path == "search/":
            visit.page.get_by_label("What are you looking for?").fill(WORD)
            visit.page.wait_for_function("document.querySelector('[data-status]').textContent")
        visit.page.evaluate("async () => { await document.fonts.ready }")
        if visit.page.evaluate("typeof window.hit") != "undefined":
            found.append(path)
    asked = {request.partition(BASE)[2].partition("?")[0] for request in visit.requests}
    known = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    found += sorted(asked - known - set(pages_of(folder)))
    return found + visit.dialogs + visit.messages


def is_own(script: Tag) -> bool:
    source = str(script.get("src"))
    return ("assets/js/" in source or source == EDITOR) and not script.string


def is_data(script: Tag) -> bool:
    """Tell whether a script element holds data that nothing can end, for machines to read."""
    text = script.string or ""
    is_json = script.get("type") == "application/ld+json" and isinstance(json.loads(text), dict)
    return is_json and script.attrs.keys() == {"type"} and not set("<>&").intersection(text)


def live_parts(folder: Path) -> list[str]:
    """Everything in the built pages that could run: handlers, and addresses that are scripts."""
    found = []
    for file in sorted(folder.rglob("*.html")):
        soup = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        for tag in soup.select("*"):
            if tag.name in ("script", "iframe", "object", "embed", "base", "style") and not (
                tag.name == "script" and (is_own(tag) or is_data(tag))
            ):
                found.append(f"{file.name}: {tag}")
            for name, value in tag.attrs.items():
                scheme = re.match(r"\s*(\w+):", str(value))
                runs = (
                    name in ("href", "src", "action")
                    and scheme
                    and (scheme[1] not in ("http", "https", "mailto"))
                )
                if name.startswith("on") or name in ("style", "srcdoc", "autofocus") or runs:
                    found.append(f"{file.name}: {name}={value}")
    return found


def test_every_kind_of_record_has_texts_to_plant_in() -> None:
    free = {kind: sum(field.is_free for field in fields_of(kind)) for kind in Kind}
    assert {kind for kind, number in free.items() if number == 0} == set()
    assert sum(free.values()) > 90


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_text_becomes_nothing_that_could_run(tmp_path: Path, name: str) -> None:
    folder = build_planted(tmp_path, planting(PAYLOADS[name]))
    assert live_parts(folder) == []
    if name != "allowed tag":
        page = BuiltPage(folder, folder / "outputs/output/index.html")
        assert page.one("h1").get_text() == f"{PAYLOADS[name]} {WORD}"


class TestPlanted:
    pytestmark = IN_CHROMIUM

    @pytest.mark.parametrize("group", range(4))
    def test_texts_never_run_in_a_browser(
        self, browser: Browser, tmp_path: Path, group: int
    ) -> None:
        """Long texts hold several payloads; what fits a short one comes first in its group."""
        payloads = list(PAYLOADS.values())[group::4]
        folder = build_planted(tmp_path, planting(*payloads))
        assert live_parts(folder) == []
        with planted_visit(browser, folder) as (visit, address):
            assert hits(visit, folder, address) == []

    def test_the_parts_of_a_name_never_run(self, browser: Browser, tmp_path: Path) -> None:
        choose = planting(PAYLOADS["image"], without=(".display", ".pages"))
        folder = build_planted(tmp_path, choose)
        assert live_parts(folder) == []
        with planted_visit(browser, folder) as (visit, address):
            assert hits(visit, folder, address) == []
            visit.page.goto(f"{address}people/una-planted/")
            assert visit.text("h1").count(PAYLOADS["image"]) == 5

    def test_templates_of_the_generator_are_text_in_a_record(
        self, browser: Browser, tmp_path: Path
    ) -> None:
        folder = build_planted(tmp_path, planting(PAYLOADS["template"]))
        with planted_visit(browser, folder) as (visit, address):
            for path in pages_of(folder):
                visit.page.goto(address + path)
                assert "{{ 7*7 }}" in visit.page.inner_text("body")
                assert re.findall(r"\b49\b", visit.page.content()) == []

    def test_results_of_a_search_are_text(self, browser: Browser, tmp_path: Path) -> None:
        folder = build_planted(tmp_path, planting(PAYLOADS["image"]))
        with planted_visit(browser, folder) as (visit, address):
            visit.page.goto(f"{address}search/?q={WORD}")
            visit.page.wait_for_selector("[data-results] a")
            found = visit.texts("[data-results] a")
            assert found.count(f"{PAYLOADS['image']} {WORD}") >= 4
            assert visit.page.locator("[data-results] img").count() == 0


class TestWithoutProtection:
    """Proof that the tests above would see it."""

    pytestmark = IN_CHROMIUM

    def test_without_escaping_in_bodies_it_runs(
        self, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Unescaping(ImmutableSandboxedEnvironment):
            def __init__(self, **options: Any) -> None:
                super().__init__(**{**options, "autoescape": False})

        monkeypatch.setattr(environment, "ImmutableSandboxedEnvironment", Unescaping)
        self.check(browser, tmp_path, "people/una-planted/")

    def test_without_escaping_in_the_shell_it_runs(
        self, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(RecordsPlugin, "on_env", lambda _self, env, **_: env)
        self.check(browser, tmp_path, "privacy/")

    def test_without_the_sanitizer_it_runs(
        self, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(markup, "_MARKDOWN", MarkdownIt("commonmark", {"html": True}))
        monkeypatch.setattr(nh3, "clean", lambda html, **_: html)
        self.check(browser, tmp_path, "people/una-planted/")

    def check(self, browser: Browser, folder: Path, expected: str) -> None:
        site = build_planted(folder, planting(PAYLOADS["image"]))
        assert live_parts(site) != []
        with planted_visit(browser, site) as (visit, address):
            assert expected in hits(visit, site, address)
