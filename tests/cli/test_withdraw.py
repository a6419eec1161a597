"""lrrt withdraw: shown first, then written whole; the records stay in order."""

import itertools
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.website.project import copy_project, snapshot

Run = Callable[..., Result]
PERSON = Path("records/participants/ben-larsen.yaml")
TOMBSTONE = Path("records/participants/p-7kq2.yaml")
LATE = ("--on", "2026-11-20")
LOOK = (
    "Look for yourself, too: of pictures, recordings and PDF files, only the names were looked at."
)
APPLICATION = """\
role: mentee
name: {given: Ben, family: Larsen}
email: ben@example.org
"""


@pytest.fixture(autouse=True)
def _id_by_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw the same id each time."""
    signs = itertools.cycle("7kq2")
    monkeypatch.setattr("secrets.choice", lambda _signs: next(signs))


@pytest.fixture
def private(program: Path) -> Path:
    folder = program / "private"
    (folder / "applications/2025").mkdir(parents=True)
    (folder / "applications/2025/ben-larsen.yaml").write_text(APPLICATION)
    (folder / "applications/2025/ada-okafor.yaml").write_text(
        "role: mentor\nemail: ada@example.org\ncapacity: {maximum: 2}\n"
        "avoid:\n  - ben-larsen  # she said why\n"
    )
    return folder


def replace(path: str, old: str, new: str) -> None:
    file = Path("records") / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_all_is_shown_before_it_is_asked_and_a_no_writes_nothing(program: Path, lrrt: Run) -> None:
    before = snapshot(program)
    result = lrrt("withdraw", "ben-larsen", "--on", "2026-04-01", answer="n\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Ben Larsen (ben-larsen) leaves, as of 2026-04-01.\n"
        "\n"
        "Page of the person:\n"
        "  people/ben-larsen/: the page is gone; the record keeps the day, and its id 'p-7kq2', "
        "which no longer tells the name\n"
        "\n"
        "Pairings:\n"
        "  2025/reading-aloud: ends that day, for nobody else stands on that side; leaves the "
        "site\n"
        "\n"
        "Publications and presentations:\n"
        "  2026-reading-aloud: 'Name withheld' in place of the name\n"
        "\n"
        "Sessions:\n"
        "  2026-symposium/reading-aloud: they are taken out, for it is dated after 2026-04-01\n"
        "\n"
        "Is 2026-04-01 the day on which they asked? They are taken out of what has been since: "
        "2026-symposium/reading-aloud. If the day is mistyped, stop here and write it anew with "
        "--on.\n"
        "\n"
        "No private folder was named. If applications are kept in one, stop here and name it with "
        "--private DIR, so that theirs is deleted, too.\n"
        "\n"
        "Sessions to come whose pairing ends; decide what becomes of them:\n"
        "  2026-symposium/reading-aloud\n"
        "\n"
        "Nothing else names them: records, pages, templates and the private folder were searched, "
        "in all spellings; of pictures, recordings and PDF files, only the names were looked at.\n"
        "\n"
        "5 files would change, together or not at all.\n"
        "Write this? [y/N]: n\n"
        "\n"
        "Nothing was written.\n"
    )
    assert snapshot(program) == before


def test_a_day_to_come_is_refused(program: Path, lrrt: Run) -> None:
    before = snapshot(program)
    result = lrrt("withdraw", "ben-larsen", "--on", "2999-01-01", "--yes")
    assert result.exit_code == 2
    assert "--on: 2999-01-01 is still to come; write the day on which they asked" in result.stderr
    assert snapshot(program) == before


@pytest.mark.parametrize("day", ["2025-09-01", "2026-04-01", "2026-11-20"])
def test_afterwards_the_records_are_valid_and_nothing_has_the_name(
    day: str, program: Path, lrrt: Run
) -> None:
    result = lrrt("withdraw", "ben-larsen", "--on", day, answer="y\n")
    assert result.exit_code == 0
    assert "Done. In the records, they are 'p-7kq2' now.\n" in result.stderr
    assert not PERSON.exists()
    assert TOMBSTONE.read_text().endswith(
        f"name:\n  display: Participant p-7kq2\nwithdrawn: {day}\n"
    )
    left = b"".join(snapshot(program / "records").values()).lower()
    assert (b"ben-" in left, b"larsen" in left) == (False, False)
    assert lrrt("validate", "--strict").exit_code == 0
    assert lrrt("fmt", "--check", str(TOMBSTONE)).exit_code == 0


def test_applications_are_deleted_and_wishes_of_others_take_the_new_id(
    private: Path, lrrt: Run
) -> None:
    result = lrrt("withdraw", "ben-larsen", *LATE, "--private", "private", "--yes")
    assert result.exit_code == 0
    assert "private/applications/2025/ben-larsen.yaml: is deleted\n" in result.stderr
    assert "No private folder was named" not in result.stderr
    assert [file.name for file in sorted(private.rglob("*.yaml"))] == ["ada-okafor.yaml"]
    kept = (private / "applications/2025/ada-okafor.yaml").read_text()
    assert kept.endswith("avoid:\n  - p-7kq2  # she said why\n")
    assert lrrt("validate", "--private", "private").exit_code == 0


def test_texts_that_go_on_naming_the_person_are_listed_with_their_places(
    private: Path, lrrt: Run
) -> None:
    replace("cohorts/2025.yaml", "completion:", "# ask Ben first\ncompletion:")
    replace(
        "pairings/2025.yaml",
        "    project:",
        "    story: >-\n      Ada met Ben\n      Larsen in the stacks.\n    project:",
    )
    named = Path("records/outputs/2026-larsen-award.yaml")
    named.write_text(
        "type: guide\ntitle: Award\nstatus: submitted\ncontributors:\n  - organization: Us\n"
    )
    (private / "intake").mkdir()
    (private / "intake/rejected.csv").write_text("Name\nLarsen\n")
    (private / "scan.bin").write_bytes(b"\xff\xfe Larsen")
    Path("content").mkdir()
    Path("content/index.md").write_text("# Home\n\nThanks to Ben Larsen.\n")
    Path("mkdocs.yml").write_text(
        "site_name: x\nsite_url: https://example.org/\ndocs_dir: content\n"
    )
    result = lrrt("withdraw", "ben-larsen", *LATE, "--private", "private", "--dry-run")
    assert result.exit_code == 0
    _, _, listed = result.stderr.partition("files that are theirs.\n")
    assert listed.partition("\n\n")[0].split("\n") == [
        "  content/index.md:3:11: Ben Larsen",
        "  private/intake/rejected.csv:2:1: Larsen",
        "  records/cohorts/2025.yaml:7:7: Ben",
        "  records/outputs/2026-larsen-award.yaml:1:1: larsen (in the name of the file)",
        "  records/pairings/2025.yaml:19:20: Ben Larsen",
        LOOK,
    ]
    assert result.stderr.endswith("Nothing was written.\n")
    assert PERSON.exists()


def test_with_consent_works_keep_the_printed_name(program: Path, lrrt: Run) -> None:
    del program
    lrrt("withdraw", "ben-larsen", *LATE, "--keep-printed-names", "--yes")
    text = Path("records/outputs/2026-reading-aloud.yaml").read_text()
    assert "contributors:\n  - name:\n      given: Ben\n      family: Larsen\n" in text
    assert lrrt("validate").exit_code == 0


def test_the_id_is_kept_where_that_is_asked_for(program: Path, lrrt: Run) -> None:
    del program
    result = lrrt("withdraw", "ben-larsen", *LATE, "--keep-id", "--yes")
    assert "and its id 'ben-larsen'\n" in result.stderr
    assert PERSON.read_text().endswith("withdrawn: 2026-11-20\n")
    assert "Larsen\n" not in PERSON.read_text()
    assert lrrt("validate").exit_code == 0


def test_who_was_marked_as_withdrawn_before_keeps_that_day(program: Path, lrrt: Run) -> None:
    del program
    replace("participants/ben-larsen.yaml", "consent:", "withdrawn: 2026-09-01\nconsent:")
    assert lrrt("withdraw", "ben-larsen", "--yes").exit_code == 0
    assert TOMBSTONE.read_text().endswith("withdrawn: 2026-09-01\n")


def test_who_has_left_is_left_alone(program: Path, lrrt: Run) -> None:
    lrrt("withdraw", "ben-larsen", *LATE, "--yes")
    before = snapshot(program)
    result = lrrt("withdraw", "p-7kq2", "--yes")
    assert (result.exit_code, result.stderr) == (
        0,
        "'p-7kq2' left on 2026-11-20, and nothing else is kept of them.\n",
    )
    assert snapshot(program) == before


def test_of_who_has_only_applied_nothing_stays(program: Path, private: Path, lrrt: Run) -> None:
    (private / "applications/2025/cleo-marsh.yaml").write_text(
        "role: mentee\nname: {given: Cleo, family: Marsh}\nemail: cleo@example.org\n"
    )
    other = private / "applications/2025/ada-okafor.yaml"
    text = other.read_text()
    other.write_text(text.replace("avoid:\n", "avoid:\n  - cleo-marsh\n"))
    (private / "mail.txt").write_text("Cleo Marsh asked")
    before = snapshot(program / "records")
    result = lrrt("withdraw", "cleo-marsh", *LATE, "--private", "private", "--yes")
    assert result.exit_code == 0
    assert result.stderr.startswith("Cleo Marsh (cleo-marsh) leaves, as of 2026-11-20.\n")
    assert "private/applications/2025/ada-okafor.yaml: no longer names them\n" in result.stderr
    assert "private/applications/2025/cleo-marsh.yaml: is deleted\n" in result.stderr
    assert "  private/mail.txt:1:1: Cleo Marsh\n" in result.stderr
    assert "Done. Nothing of their application is kept.\n" in result.stderr
    assert not (private / "applications/2025/cleo-marsh.yaml").exists()
    assert "cleo" not in other.read_text()
    assert "ben-larsen" in other.read_text()
    assert snapshot(program / "records") == before
    assert lrrt("validate", "--private", "private").exit_code == 0


def test_of_two_people_of_one_name_neither_is_guessed(program: Path, lrrt: Run) -> None:
    Path("records/participants/a-larsen.yaml").write_text("name: {given: Ben, family: Larsen}\n")
    before = snapshot(program)
    result = lrrt("withdraw", "Ben Larsen", "--yes")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: no participant 'Ben Larsen'; write the id: a-larsen or ben-larsen\n",
    )
    assert snapshot(program) == before


def workbook(file: Path, text: str) -> None:
    """Write a workbook as Excel does, with one text in it."""
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst><si><t>{text}</t></si></sst>")


def test_every_file_beside_the_records_is_searched(program: Path, private: Path, lrrt: Run) -> None:
    """Pages of any form, pictures by their names, templates, the settings, tables, what was made."""
    copy_project(program / "whole")
    for part in ("content", "theme", "mkdocs.yml"):
        (program / "whole" / part).rename(program / part)
    files = {
        "content/files/mentors.csv": b"x,Ben Larsen",
        "content/photos/benlarsen2026.jpg": b"\xff\xd8\xff",
        "content/larsen/index.html": b"<p>Ben L&#97;rsen</p>",
        "theme/announcements/signature.txt": b"Ben Larsen, chair",
        "made/certificates-2025/ben-larsen.pdf": b"%PDF-\xff",
        "private/answers.tsv": "Ben Larsen\tben@example.org".encode("utf-16"),
        "private/mail.txt": b"From: BEN@example.org",
    }
    for path, content in files.items():
        (program / path).parent.mkdir(parents=True, exist_ok=True)
        (program / path).write_bytes(content)
    workbook(private / "answers.xlsx", "Larsen, B")
    settings = program / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}copyright: Ben Larsen\n", "utf-8")
    result = lrrt("withdraw", "ben-larsen", *LATE, "--dry-run", "--private", str(private))
    _, _, listed = result.stderr.partition("files that are theirs.\n")
    line = settings.read_text("utf-8").count("\n")
    assert [one for one in listed.splitlines() if ": " in one and one.startswith("  ")] == [
        "  content/files/mentors.csv:1:3: Ben Larsen",
        "  content/larsen/index.html:1:1: larsen (in the name of the file)",
        "  content/larsen/index.html:1:4: Ben",
        "  content/larsen/index.html:1:9: Ben Larsen",
        "  content/photos/benlarsen2026.jpg:1:1: benlarsen (in the name of the file)",
        "  made/certificates-2025/ben-larsen.pdf:1:1: ben-larsen (in the name of the file)",
        f"  mkdocs.yml:{line}:12: Ben Larsen",
        "  private/answers.tsv:1:1: Ben Larsen",
        "  private/answers.tsv:1:12: ben@example.org",
        "  private/answers.xlsx:1:1: Larsen (in the file)",
        "  private/mail.txt:1:7: BEN@example.org",
        "  theme/announcements/signature.txt:1:1: Ben Larsen",
    ]


@pytest.mark.parametrize(
    ("person", "help_"),
    [
        ("ben-larsn", "did you mean 'ben-larsen'?"),
        ("Ben Larsen", "write the id: ben-larsen"),
        ("zebra", "the id is the end of the address of their page"),
        ("../participants/ben-larsen", "the id is the end of the address of their page"),
    ],
)
@pytest.mark.usefixtures("program")
def test_somebody_unknown_is_said_in_one_line(person: str, help_: str, lrrt: Run) -> None:
    result = lrrt("withdraw", person, "--yes")
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: no participant '{person}'; {help_}\n",
    )


def test_what_cannot_be_read_stops_it_before_anything_is_written(program: Path, lrrt: Run) -> None:
    Path("records/outputs/broken.yaml").write_text("a: [x\n")
    before = snapshot(program)
    result = lrrt("withdraw", "ben-larsen", *LATE, "--yes")
    assert (result.exit_code, result.stderr) == (
        1,
        (
            "Error: records/outputs/broken.yaml cannot be read, so that it may go on naming the "
            "person; 'lrrt validate' says what is wrong with it\nNothing was written.\n"
        ),
    )
    assert snapshot(program) == before


def test_faults_elsewhere_do_not_keep_a_person_on_the_site(program: Path, lrrt: Run) -> None:
    del program
    Path("records/events/2025-check-in.yaml").write_text("kind: nothing\n")
    assert lrrt("withdraw", "ben-larsen", *LATE, "--yes").exit_code == 0
    assert TOMBSTONE.exists()


def test_where_a_file_cannot_be_written_all_stay_as_they_were(
    program: Path, lrrt: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(program)
    written: list[Path] = []

    def write(file: Path, content: bytes) -> None:
        if len(written) == 2:
            raise PermissionError(13, "Permission denied", str(file))
        written.append(file)
        file.write_bytes(content)

    monkeypatch.setattr("generator.source.transaction.write_bytes", write)
    result = lrrt("withdraw", "ben-larsen", *LATE, "--yes")
    assert result.exit_code == 2
    assert result.stderr.endswith("cannot be written: permission denied; nothing was written\n")
    assert snapshot(program) == before


def test_what_stays_elsewhere_is_said_at_the_end(program: Path, lrrt: Run) -> None:
    del program
    result = lrrt("withdraw", "ben-larsen", *LATE, "--yes")
    for word in ("history", "forks", "search engines", "ORCID", "e-mails"):
        assert word in result.stderr.partition("Done.")[2]
    assert "name neither the person nor the reason" in result.stderr


@pytest.mark.usefixtures("program")
def test_of_whoever_had_no_page_none_is_said_to_be_gone(lrrt: Run) -> None:
    everything = "[name, affiliation, biography, links, pairing, sessions, recording, outputs]"
    replace("participants/ben-larsen.yaml", f"scopes: {everything}", "scopes: []")
    result = lrrt("withdraw", "ben-larsen", *LATE, "--dry-run")
    assert "  people/ben-larsen/: there was no page; the record keeps" in result.stderr
