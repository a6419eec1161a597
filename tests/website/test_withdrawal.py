"""Withdrawn people are nowhere in the built site, and the site counts what it counted before."""

import itertools
import re
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.catalog import Catalog, load_catalog
from generator.cli import main
from generator.records.participant import Participant
from generator.views import make_site
from generator.website.building import build_site
from generator.withdrawal.marks import Marks, marks_of
from generator.withdrawal.traces import traces_in
from tests.website.project import DAY, ROOT, copy_project
from tests.website.test_history import run_git

PEOPLE = sorted(path.stem for path in (ROOT / "records/participants").glob("*.yaml"))
LISTED = re.compile(r"^  (\S+):(\d+):(\d+): (.+)$", re.MULTILINE)
TEXTS = (
    ".html",
    ".json",
    ".xml",
    ".ics",
    ".txt",
    ".bib",
    ".ris",
    ".csv",
    ".jsonld",
    ".webmanifest",
)
IN_PICTURES = re.compile(rb"(tEXt|iTXt|zTXt|eXIf)")
EXAMPLE = "Nguyễn Thị Hoa"
"""The name by which the form shows how names are written; nobody's, but part of it is somebody's."""


def withdraw(folder: Path, person: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Withdraw somebody, then write anew each text that the command lists; return what it said."""
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(
        main, ["withdraw", person, "--on", "2026-11-20", "--yes"], catch_exceptions=False
    )
    assert result.exit_code == 0, result.stderr
    for path, line, column, text in reversed(LISTED.findall(result.stderr)):
        rewrite(folder / path, int(line), int(column), text)
    return result.stderr


def rewrite(file: Path, line: int, column: int, text: str) -> None:
    """Put another word in place of a name, which may go on in the next line."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    before, rest = "".join(lines[: line - 1]), "".join(lines[line - 1 :])
    found = re.compile(r"\s+".join(map(re.escape, text.split()))).match(rest, column - 1)
    assert found, (file, line, column, text)
    other = "https://example.org/somebody" if text.startswith("https:") else "somebody"
    file.write_text(f"{before}{rest[: column - 1]}{other}{rest[found.end() :]}", "utf-8")


def catalog_in(folder: Path) -> Catalog:
    loading = load_catalog(folder / "records", shown="records")
    assert loading.found == ()
    return loading.catalog


def numbers(catalog: Catalog) -> dict[str, int]:
    """What the records count, however many of the pairings ended with somebody's leaving."""
    sorts = ("participants", "pairings", "outputs", "sessions", "events", "news")
    counted = {sort: len(getattr(catalog, sort)) for sort in sorts}
    files = catalog.certificates.values()
    done = [one for one in catalog.pairings.values() if one.record.status == "completed"]
    return counted | {
        "certificates": sum(len(file.record.certificates) for file in files),
        "mentees who completed": sum(len(one.record.mentees) for one in done),
        "evaluations": sum(len(one.record.evaluations) for one in done),
        "talks": sum(len(one) for one in catalog.sessions_of_pairing.values()),
    }


@dataclass(frozen=True)
class Known:
    """What the demonstration says of everybody before anybody withdraws."""

    catalog: Catalog
    marks: dict[str, Marks]
    shown: frozenset[str]

    def person(self, id_: str) -> Participant:
        return self.catalog.participants[id_].record


@pytest.fixture(scope="module")
def known() -> Known:
    catalog = catalog_in(ROOT)
    people = catalog.participants.items()
    marks = {id_: marks_of(id_, entry.record) for id_, entry in people}
    return Known(catalog, marks, frozenset(one.id for one in make_site(catalog, DAY).people))


@pytest.mark.parametrize("person", PEOPLE)
def test_after_somebody_withdrew_no_view_knows_them_and_the_numbers_stay(
    person: str, tmp_path: Path, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "records", tmp_path / "records")
    withdraw(tmp_path, person, monkeypatch)
    catalog = catalog_in(tmp_path)
    assert numbers(catalog) == numbers(known.catalog)
    before, after = (
        repr(make_site(one, DAY)).replace(EXAMPLE, "") for one in (known.catalog, catalog)
    )
    assert bool(list(traces_in("site", before, known.marks[person]))) == (person in known.shown)
    assert len(known.shown) > len(PEOPLE) // 2
    assert list(traces_in("site", after, known.marks[person])) == []
    written = "\n".join(path.read_text("utf-8") for path in (tmp_path / "records").rglob("*.yaml"))
    assert list(traces_in("records", written, known.marks[person])) == []
    plainly = plain_marks(person, known.person(person))
    assert [mark for mark in plainly if mark in f"{after}\n{written}".casefold()] == []


def plain_marks(id_: str, person: Participant) -> list[str]:
    """What a plain search would look for, so that the search of the command is not its own proof."""
    name = person.name
    said = [id_, name.full, name.family, name.original, person.orcid]
    said += [link.url for link in person.links]
    return [one.casefold() for one in said if one and (len(one) > 3 or one == name.original)]


def searched(site: Path) -> Iterator[tuple[str, str]]:
    """Every text of a built site with its path, and the paths themselves."""
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        yield path, path
        if file.is_file() and file.suffix in TEXTS:
            yield path, file.read_text("utf-8").replace(EXAMPLE, "")


def test_the_whole_site_has_no_trace_of_anybody_who_withdrew(
    site: Path, tmp_path: Path, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of every second person, for the others fill the pages that could tell."""
    gone = PEOPLE[::2]
    folder = copy_project(tmp_path / "project")
    for person in gone:
        withdraw(folder, person, monkeypatch)
    after = build_site(folder / "mkdocs.yml", today=DAY).folder
    left = []
    for person in gone:
        assert (site / f"people/{person}/index.html").exists() == (person in known.shown)
        assert not (after / f"people/{person}").exists()
        left += [
            (person, path, trace.text)
            for path, text in searched(after)
            for trace in traces_in(path, text, known.marks[person])
        ]
    assert left == []
    bios = [bio for person in gone if (bio := known.person(person).bio)]
    assert len(bios) > len(gone) // 2
    everything = "\n".join(text for _, text in searched(after))
    sentences = itertools.chain(*(re.split(r"(?<=[.:]) ", bio) for bio in bios))
    assert [one for one in sentences if len(one) > 30 and one in everything] == []
    pictures = list(after.rglob("*.png"))
    assert pictures
    assert [file for file in pictures if IN_PICTURES.search(file.read_bytes()[:400])] == []


def test_what_is_shown_first_is_all_that_changes_on_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy_project(tmp_path / "project")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Before"]):
        run_git(folder, *command)
    monkeypatch.chdir(folder)
    asked = ["withdraw", "lucja-zmyslona", "--yes"]
    said = CliRunner().invoke(main, asked, catch_exceptions=False).stderr
    _, _, shown = said.partition("On the site, where nobody is named who leaves:\n")
    shown = shown.partition("\nNo private folder was named.")[0]
    changes = CliRunner().invoke(main, ["changes", "main", "--format", "text"])
    assert textwrap.dedent(shown) == changes.stdout
    assert changes.stdout.count("Name") + changes.stdout.count("name") > 3
