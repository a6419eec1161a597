"""The pages that are said to differ are those of the built site that do."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.changes.comparing import Side, compare
from generator.changes.discretion import Discretion
from generator.changes.pages import Page, differing, other_sections, page_titles
from generator.changes.report import Report
from generator.website.building import build_site
from tests.changes.sides import side_of
from tests.website.pages import read_pages
from tests.website.project import DAY, ROOT, copy_project

SAMPLE = "sample: true" in (ROOT / "records" / "program.yaml").read_text(encoding="utf-8")
needs_demonstration = pytest.mark.skipif(
    not SAMPLE, reason="the demonstration is gone: 'lrrt new program' has been run"
)


def swap(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(records: Path) -> None:
        file = records / path
        written = file.read_text("utf-8")
        assert old in written
        file.write_text(written.replace(old, new, 1), "utf-8")

    return change


def remove(path: str) -> Callable[[Path], None]:
    def change(records: Path) -> None:
        (records / path).unlink()

    return change


def rename(old: str, new: str, alias: str) -> Callable[[Path], None]:
    def change(records: Path) -> None:
        written = (records / old).read_text("utf-8")
        (records / new).write_text(f"{written}aliases:\n  - {alias}\n", "utf-8")
        (records / old).unlink()

    return change


def all_of(*changes: Callable[[Path], None]) -> Callable[[Path], None]:
    def change(records: Path) -> None:
        for one in changes:
            one(records)

    return change


MUTATIONS: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "a comment": (swap("program.yaml", "repository:", "# A comment.\nrepository:"), ()),
    "who checks": (swap("pairings/2025.yaml", "evaluations:", "# Later.\n    evaluations:"), ()),
    "a biography": (
        swap("participants/lucja-zmyslona.yaml", "bio: >-\n ", "bio: >-\n  Now and then,"),
        ("People",),
    ),
    "a name": (
        swap("participants/lucja-zmyslona.yaml", "given: Łucja", "given: Lucyna"),
        ("People", "Verification pages"),
    ),
    "a withdrawal": (
        swap("participants/calvin-makebright.yaml", "name:", "withdrawn: 2026-11-20\nname:"),
        ("Cohort of 2025", "People", "Publications", "Symposium of the Cohort of 2025", "News", "Verification pages"),
    ),
    "a talk": (
        swap("events/2026-symposium.yaml", 'start: "13:00"', 'start: "13:05"'),
        ("Symposium of the Cohort of 2025",),
    ),
    "a work": (remove("outputs/2026-slipcount.yaml"), ("Publications",)),
    "an old address": (
        rename("outputs/2026-slipcount.yaml", "outputs/slipcount.yaml", "2026-slipcount"),
        ("Publications",),
    ),
    "a topic": (
        swap("vocabulary.yaml", "label: Virtual reference", "label: Reference at a distance"),
        ("Apply", "Cohort of 2025", "Publications"),
    ),
    "a date": (swap("cohorts/2026.yaml", "end: 2027-06-30", "end: 2027-07-15"), ("Cohort of 2026", "News")),
    "a pair": (
        swap("pairings/2026.yaml", "status: proposed", "status: confirmed"),
        ("Cohort of 2026", "People", "News"),
    ),
    "whom to ask": (
        swap("program.yaml", "Committee Chair", "Chair"),
        ("Program page",),
    ),
    "another old address": (
        swap("participants/lucja-zmyslona.yaml", "name:", "aliases:\n  - lucja\nname:"),
        ("People",),
    ),
    "a purpose": (swap("program.yaml", "The program helps", "The program aids"), ("Program page",)),
    "a notice": (
        swap("program.yaml", "repository:", "notice:\n  text: Soon.\n  until: 2027-01-31\nrepository:"),
        ("Every page",),
    ),
}  # fmt: skip


def built(folder: Path) -> Mapping[str, str]:
    """Every page of the built site by its address, without what only machines are told of pictures."""
    build_site(folder / "mkdocs.yml", today=DAY)
    return {
        path.removesuffix("index.html"): re.sub(r"<meta (?:property|name)=[^>]*image[^>]*>", "", page.html)
        for path, page in read_pages(folder / "site").items()
        if path != "404.html"
    }  # fmt: skip


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Side, Mapping[str, str]]:
    folder = copy_project(tmp_path_factory.mktemp("before") / "project")
    return folder, side_of(folder / "records", DAY), built(folder)


@needs_demonstration
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_the_pages_said_to_differ_are_those_that_do(
    mutation: str, before: tuple[Path, Side, Mapping[str, str]], tmp_path: Path
) -> None:
    change, sections = MUTATIONS[mutation]
    _, old, old_pages = before
    folder = copy_project(tmp_path / "project")
    change(folder / "records")
    new = side_of(folder / "records", DAY)
    report = compare(old, new)
    new_pages = built(folder)
    differ = {
        address
        for address in old_pages.keys() | new_pages.keys()
        if old_pages.get(address) != new_pages.get(address)
    }
    assert tuple(one.title for one in report.sections) == sections
    if report.every_page:
        redirects = {at for at, one in new.pages.items() if one.sort == "Old address"}
        assert differ | redirects == old_pages.keys() | new_pages.keys()
    else:
        assert set(differing(old.pages, new.pages)) == differ
        assert bool(report.pages) is bool(differ)


def test_a_site_does_not_differ_from_itself(
    before: tuple[Path, Side, Mapping[str, str]],
) -> None:
    folder, old, _ = before
    assert compare(old, old) == Report()
    assert compare(old, side_of(folder / "records", DAY)) == Report()


NEWS = {
    "news/": Page("News", "Page", "1"),
    "news/a/": Page("Pairs of 2026", "News", "1"),
    "certificates/7kq2m/": Page("Certificate of Una Planted", "Certificate", "1"),
}


def said(
    before: Mapping[str, Page], after: Mapping[str, Page]
) -> list[tuple[str, tuple[str, ...]]]:
    discretion = Discretion(frozenset({"planted"}))
    addresses = differing(before, after)
    return [(one.title, one.lines) for one in other_sections(addresses, before, after, discretion)]


def test_pages_of_other_kinds_are_told_by_their_folder() -> None:
    assert said({}, NEWS) == [
        ("News", ("adds “Pairs of 2026”",)),
        ("Verification pages", ("adds 1 verification page",)),
    ]
    assert said(NEWS, {}) == [
        ("News", ("removes “Pairs of 2026”",)),
        ("Verification pages", ("removes 1 verification page",)),
    ]
    changed = {**NEWS, "news/": Page("News", "Page", "2")}
    assert said(NEWS, changed) == [("News", ("changes “News”",))]


def test_a_page_of_another_kind_that_is_gone_names_nobody() -> None:
    letter = {"letters/a/": Page("To Una Planted", "Letter", "1")}
    assert said(letter, {}) == [("Letters", ("removes 1 page",))]
    assert said({}, letter) == [("Letters", ("adds “To Una Planted”",))]


def test_pages_are_named_in_the_order_of_the_navigation_and_nobody_who_is_gone_by_name() -> None:
    before = {
        "outputs/": Page("Publications", "Page", "1"),
        "people/una/": Page("Una Planted", "Person", "1"),
        "people/duo/": Page("Duo Ekstra", "Person", "1"),
        "events/tea/": Page("Tea with Planted", "Workshop", "1"),
        "events/old/": Page("Old day", "Workshop", "1"),
        "": Page("Home", "Page", "1"),
        **NEWS,
    }
    after = {
        "outputs/": Page("Publications", "Page", "2"),
        "people/duo/": Page("Duo Ekstra", "Person", "2"),
        "people/old/": Page("Duo Ekstra", "Old address", "people/duo/"),
        "": Page("Home", "Page", "2"),
    }
    addresses = differing(before, after)
    assert page_titles(addresses, before, after, Discretion(frozenset({"planted"}))) == (
        "Home",
        "Duo Ekstra",
        "Publications",
        "Old day (gone)",
        "News (gone)",
        "Pairs of 2026 (gone)",
        "2 pages of somebody who is not named",
        "1 old address",
        "1 verification page",
    )


def test_a_page_that_nothing_else_tells_of_is_named() -> None:
    site = side_of(ROOT / "records", DAY).site
    pages = ({"impact/": Page("The program in numbers", "Page", n)} for n in "12")
    before, after = (Side(site, one) for one in pages)
    report = compare(before, after)
    assert [(one.title, one.lines) for one in report.sections] == [
        ("Other pages", ("changes “The program in numbers”",))
    ]
