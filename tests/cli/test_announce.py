"""lrrt announce: what is printed, what is written, and what is refused in a line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.announcements.networks import Network
from generator.cli import announce_files
from generator.source import transaction, write_bytes
from generator.typesetting.share_picture import SharePicture
from tests.announcements.programs import ROOT, records, write_records

Lrrt = Callable[..., Result]
FILES = {
    "email.txt",
    "news.md",
    "alternative-text.txt",
    "picture.png",
    *(f"{network}.txt" for network in Network),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: a program with its theme."""
    write_records(tmp_path / "records", records())
    shutil.copytree(ROOT / "theme" / "announcements", tmp_path / "theme" / "announcements")
    (tmp_path / "theme" / "documents").symlink_to(ROOT / "theme" / "documents")
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "theme" / "main.html").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LRRT_SITE_URL", raising=False)
    return tmp_path


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are their words: what they look like is tried elsewhere."""
    monkeypatch.setattr(announce_files, "set_picture", lambda _typesetter, picture: draw(picture))


def draw(picture: SharePicture) -> bytes:
    return picture.alternative_text.encode()


def files(folder: Path) -> set[str]:
    return {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}


def test_an_e_mail_is_printed_unless_another_form_is_wanted(project: Path, lrrt: Lrrt) -> None:
    result = lrrt("announce", "call-for-mentees", "--on", "2030-02-10")
    assert result.exit_code == 0
    assert result.stdout.startswith("Subject: Invented Mentorship: apply as a mentee by March 15")
    assert result.stderr == ""
    assert files(project / "records") == set(records())


@pytest.mark.usefixtures("project")
def test_a_post_is_printed_and_its_length_said(lrrt: Lrrt) -> None:
    result = lrrt("announce", "output", "2031-lamps", "--for", "x", "--on", "2031-03-01")
    assert result.stdout.startswith("New: “Lamps that stay on: Light in libraries”")
    assert result.stderr == "X: 183 of 280 characters.\n"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("kind", "day", "begins"),
    [
        ("call-for-mentors", "2030-01-01", "# Apply as a mentor from February 4, 2030\n"),
        ("call-for-mentors", "2031-01-01", "# Apply as a mentor from June 2, 2031\n"),
        ("pairs-announced", "2030-04-15", "# Three pairs of the Cohort of 2030\n"),
        ("check-in", "2030-09-01", "# First check-in: Tuesday, September 10, 2030\n"),
        (
            "symposium",
            "2031-01-01",
            "# Symposium of the Cohort of 2030: Thursday, April 10, 2031\n",
        ),
        ("symposium", "2031-08-01", "# Look back: Symposium of the Cohort of 2030\n"),
        ("year-in-review", "2031-08-01", "# Cohort of 2030: the year in review\n"),
    ],
)
def test_without_a_subject_the_next_one_is_taken(
    kind: str, day: str, begins: str, lrrt: Lrrt
) -> None:
    assert lrrt("announce", kind, "--for", "news", "--on", day).stdout.startswith(begins)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ("call-for-mentors", "2030", "--on", "2030-03-16"),
            (
                "the call of the Cohort of 2030 closed on Friday, March 15, 2030; what it said before "
                "then is written with --on 2030-03-15"
            ),
        ),
        (
            ("call-for-mentees", "--on", "2032-01-01"),
            (
                "the call of the Cohort of 2031 closed on Tuesday, July 15, 2031; what it said before "
                "then is written with --on 2031-07-15"
            ),
        ),
        (
            ("pairs-announced", "2030", "--on", "2030-04-14"),
            (
                "the pairs of the Cohort of 2030 are announced on Monday, April 15, 2030; to write it "
                "before then, add --on 2030-04-15"
            ),
        ),
        (
            ("pairs-announced", "2031", "--on", "2031-09-01"),
            "no pair of the Cohort of 2031 is confirmed yet, so there is nothing to tell",
        ),
        (
            ("check-in", "2030-check-in", "--on", "2030-09-11"),
            (
                "the day of 'First check-in', Tuesday, September 10, 2030, is over; what was said "
                "before then is written with --on 2030-09-10"
            ),
        ),
        (
            ("check-in", "2031-symposium", "--on", "2030-09-11"),
            "'2031-symposium' is of the kind 'symposium', not 'check-in'",
        ),
        (
            ("output", "2031-submitted", "--on", "2031-01-01"),
            "'2031-submitted' is only submitted, and what is submitted is not public yet",
        ),
        (
            ("output", "2031-lamp", "--on", "2031-01-01"),
            "there is no output '2031-lamp': did you mean '2031-lamps'?",
        ),
        (
            ("output", "--on", "2031-01-01"),
            "name the output after 'output': 2031-poster, 2031-crowd, 2031-lamps",
        ),
        (
            (),
            (
                "say what to announce: call-for-mentors, call-for-mentees, pairs-announced, check-in, "
                "symposium, output, year-in-review; or everything of a cohort with --all --cohort ID"
            ),
        ),
        (
            ("symposium", "--cohort", "2030"),
            "--cohort is for everything of a cohort; name it after the kind: symposium ID",
        ),
        (
            ("symposium", "--for", "x", "--all"),
            "--for prints one text; leave it out, or leave out --all and --publish",
        ),
        (("symposium", "--overwrite"), "--to and --overwrite belong to --all"),
        (("symposium", "--notice-until", "2031-01-01"), "--notice-until belongs to --publish"),
        (
            ("--all", "--cohort", "2030", "--publish"),
            "--publish takes one announcement; name its kind instead of --cohort",
        ),
        (
            ("symposium", "--all", "--to", "records/made", "--on", "2031-01-01"),
            (
                "--to records/made lies in records/, which is public or holds the records; name a "
                "folder elsewhere, or one under made/"
            ),
        ),
        (
            ("symposium", "--all", "--to", "docs", "--on", "2031-01-01"),
            (
                "--to docs lies in the repository, and would be published with it; name a folder "
                "elsewhere, or one under made/"
            ),
        ),
    ],
)
def test_what_cannot_be_announced_is_said_in_a_line(
    arguments: tuple[str, ...], line: str, lrrt: Lrrt
) -> None:
    result = lrrt("announce", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Error: {line}\n")


@pytest.mark.usefixtures("drawn")
def test_a_kit_is_whole(project: Path, lrrt: Lrrt) -> None:
    result = lrrt("announce", "output", "2031-lamps", "--all", "--on", "2031-03-01")
    folder = project / "made/announcements/output-2031-lamps"
    assert result.stderr == "made/announcements/output-2031-lamps/ written, as of 2031-03-01.\n"
    assert files(folder) == FILES
    alternative = (folder / "alternative-text.txt").read_text("utf-8")
    assert alternative == (folder / "picture.png").read_text("utf-8") + "\n"
    assert "Lamps that stay on: Light in libraries" in alternative


def test_a_kit_s_picture_is_one(project: Path, lrrt: Lrrt) -> None:
    lrrt("announce", "output", "2031-lamps", "--all", "--on", "2031-03-01")
    picture = project / "made/announcements/output-2031-lamps/picture.png"
    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.usefixtures("drawn")
def test_who_did_not_agree_to_announcements_is_in_no_kit(project: Path, lrrt: Lrrt) -> None:
    lrrt("announce", "--all", "--cohort", "2030")
    person = project / "records/participants/cleo-quiet.yaml"
    text = person.read_text("utf-8")
    before = [one for one in (project / "made").rglob("*.*") if "Quietmarker" in one.read_text()]
    person.write_text(text + "    - announcements\n", "utf-8")
    lrrt("announce", "--all", "--cohort", "2030", "--overwrite")
    after = [one for one in (project / "made").rglob("*.*") if "Quietmarker" in one.read_text()]
    assert (before, bool(after)) == ([], True)


@pytest.mark.usefixtures("drawn")
def test_all_of_a_cohort_is_written_each_from_its_own_day(project: Path, lrrt: Lrrt) -> None:
    result = lrrt("announce", "--all", "--cohort", "2030", "--on", "2031-03-01")
    assert "Left out: call-for-mentors 2030: the call of the Cohort of 2030 closed" in result.stderr
    shutil.rmtree(project / "made")
    result = lrrt("announce", "--all", "--cohort", "2030")
    said = [line for line in result.stderr.split("\n") if "written" in line]
    days = {line.split("/")[2]: line[-11:-1] for line in said}
    assert days["call-for-mentors-2030"] == "2030-02-04"
    assert days["pairs-announced-2030"] == "2030-04-15"
    assert days["check-in-2030-check-in"] == "2030-09-03"
    assert {path.name for path in (project / "made/announcements").glob("[!.]*")} == set(days)


@pytest.mark.usefixtures("drawn")
def test_a_text_that_somebody_changed_is_not_written_over(project: Path, lrrt: Lrrt) -> None:
    command = ("announce", "symposium", "--all", "--on", "2031-03-01")
    lrrt(*command)
    email = project / "made/announcements/symposium-2031-symposium/email.txt"
    before = email.read_text("utf-8")
    email.write_text("Subject: My own words\n", "utf-8")
    result = lrrt(*command)
    assert (result.exit_code, result.stderr) == (
        2,
        (
            "Error: made/announcements/symposium-2031-symposium/email.txt is there with another text; "
            "keep it by naming another folder with --to, or write over it with --overwrite\n"
        ),
    )
    assert email.read_text("utf-8") == "Subject: My own words\n"
    lrrt(*command, "--overwrite")
    assert email.read_text("utf-8") == before


@pytest.mark.usefixtures("drawn")
def test_a_text_that_nobody_changed_follows_the_records_unasked(project: Path, lrrt: Lrrt) -> None:
    command = ("announce", "symposium", "--all", "--on", "2031-03-01")
    lrrt(*command)
    folder = project / "made/announcements/symposium-2031-symposium"
    (folder / "x.txt").write_text("My own words\n", "utf-8")
    event = project / "records/events/2031-symposium.yaml"
    event.write_text(event.read_text("utf-8").replace("title: Symposium of", "title: Feast of"))
    result = lrrt(*command)
    assert (result.exit_code, "x.txt is there with another text" in result.stderr) == (2, True)
    (folder / "x.txt").unlink()
    assert lrrt(*command).exit_code == 0
    assert "Feast of" in (folder / "email.txt").read_text("utf-8")


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("marks", ["", "[]", "not JSON"])
def test_without_marks_every_text_counts_as_somebody_s_own(
    marks: str, project: Path, lrrt: Lrrt
) -> None:
    command = ("announce", "symposium", "--all", "--on", "2031-03-01")
    lrrt(*command)
    (project / "made/announcements/.written.json").write_text(marks, "utf-8")
    result = lrrt("announce", "symposium", "2031-symposium", "--all", "--on", "2031-12-01")
    assert lrrt(*command).exit_code == 0
    assert (result.exit_code, "--overwrite" in result.stderr) == (2, True)


def test_an_interrupted_run_leaves_nothing(
    project: Path, lrrt: Lrrt, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def interrupted(picture: SharePicture) -> bytes:
        asked.append(picture)
        if len(asked) > 3:
            raise KeyboardInterrupt
        return b"picture"

    monkeypatch.setattr(
        announce_files, "set_picture", lambda _typesetter, picture: interrupted(picture)
    )
    result = lrrt("announce", "--all", "--cohort", "2030", "--on", "2030-02-10")
    assert (result.exit_code, len(asked)) == (1, 4)
    assert not (project / "made").exists()


@pytest.mark.usefixtures("drawn")
def test_a_run_interrupted_while_it_writes_leaves_nothing(
    project: Path, lrrt: Lrrt, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def interrupted(file: Path, content: bytes) -> None:
        asked.append(file)
        if len(asked) > 20:
            raise KeyboardInterrupt
        write_bytes(file, content)

    monkeypatch.setattr(transaction, "write_bytes", interrupted)
    result = lrrt("announce", "--all", "--cohort", "2030", "--on", "2030-02-10")
    assert (result.exit_code, len(asked)) == (1, 21)
    assert not (project / "made").exists()


@pytest.mark.usefixtures("drawn")
def test_a_folder_that_cannot_be_written_leaves_nothing(project: Path, lrrt: Lrrt) -> None:
    (project / "made").mkdir()
    (project / "made/announcements").write_text("a file", "utf-8")
    result = lrrt("announce", "symposium", "--all", "--on", "2031-03-01")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert result.stderr.endswith("; nothing was written\n")
    assert files(project / "made") == {"announcements"}


def test_a_bad_template_is_named_and_nothing_is_written(project: Path, lrrt: Lrrt) -> None:
    file = project / "theme/announcements/output.short.txt"
    file.write_text("{{ work.title }}\n{{ work.tilte }}\n", "utf-8")
    result = lrrt("announce", "output", "2031-lamps", "--all", "--publish", "--on", "2031-03-01")
    assert result.exit_code == 1
    assert result.stderr.startswith("theme/announcements/output.short.txt:2")
    assert result.stderr.endswith("Nothing was written.\n")
    assert not (project / "made").exists()
    assert files(project / "records") == set(records())


def test_a_fault_in_the_records_stops_it(project: Path, lrrt: Lrrt) -> None:
    (project / "records/cohorts/2030.yaml").write_text("title: 1\n", "utf-8")
    result = lrrt("announce", "symposium", "--on", "2031-03-01")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith("Nothing was written: the records have faults.\n")


def test_published_it_is_among_the_news(project: Path, lrrt: Lrrt) -> None:
    day = ("--on", "2031-03-01")
    result = lrrt("announce", "symposium", "--publish", "--notice-until", "2031-04-10", *day)
    assert result.stderr == "records/news/2031-03-01-symposium.yaml written, as of 2031-03-01.\n"
    assert (project / "records/news/2031-03-01-symposium.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schemas/news.json\n"
        "date: 2031-03-01\n"
        "kind: symposium\n"
        "event: 2031-symposium\n"
        "notice_until: 2031-04-10\n"
    )
    assert lrrt("validate").exit_code == 0
    again = lrrt("announce", "symposium", "--publish", "--on", "2031-03-02")
    assert (again.exit_code, again.stderr) == (
        2,
        (
            "Error: records/news/2031-03-01-symposium.yaml tells this already, and follows the "
            "records; change or delete that one\n"
        ),
    )


def test_which_of_several_notices_every_page_has_is_said(project: Path, lrrt: Lrrt) -> None:
    note = "kind: note\ntitle: A note\ntext: Words.\nnotice_until: 2031-05-01\n"
    days = {"older": "2031-02-01", "newer": "2031-03-09", "over": "2031-02-02"}
    for name, day in days.items():
        file = project / f"records/news/{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"date: {day}\n{note}", "utf-8")
    over = project / "records/news/over.yaml"
    over.write_text(over.read_text("utf-8").replace("2031-05-01", "2031-02-28"), "utf-8")
    program = project / "records/program.yaml"
    own = "notice: {text: Welcome., until: 2031-03-05}\n"
    program.write_text(program.read_text("utf-8") + own, "utf-8")
    command = ("announce", "symposium", "--publish", "--notice-until", "2031-04-10")
    assert lrrt(*command, "--on", "2031-03-01").stderr.partition("\n")[2] == (
        "Every page has the notice of records/program.yaml instead, until 2031-03-05.\n"
        "Every page has the notice of records/news/newer.yaml instead from 2031-03-09 on, until "
        "2031-05-01.\n"
        "The notice of records/news/older.yaml, until 2031-05-01, gives way to it.\n"
    )


def test_a_folder_in_the_place_of_a_text_is_named(project: Path, lrrt: Lrrt) -> None:
    command = ("announce", "symposium", "--all", "--on", "2031-03-01")
    (project / "made/announcements/symposium-2031-symposium/email.txt").mkdir(parents=True)
    result = lrrt(*command)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        (
            "Error: made/announcements/symposium-2031-symposium/email.txt is in the way: is a "
            "directory; nothing was written"
        ),
    )


@pytest.mark.usefixtures("project")
def test_an_invitation_and_a_look_back_are_two_pieces_of_news(lrrt: Lrrt) -> None:
    subject = ("announce", "symposium", "2031-symposium", "--publish")
    assert lrrt(*subject, "--on", "2031-03-01").exit_code == 0
    assert lrrt(*subject, "--on", "2031-12-01").exit_code == 0
    assert lrrt(*subject, "--on", "2031-12-02").exit_code == 2
    assert lrrt("validate").exit_code == 0


def test_no_record_is_written_over(project: Path, lrrt: Lrrt) -> None:
    note = project / "records/news/2031-03-01-symposium.yaml"
    note.parent.mkdir()
    text = "date: 2031-03-01\nkind: note\ntitle: A note\ntext: Words.\n"
    note.write_text(text, "utf-8")
    result = lrrt("announce", "symposium", "--publish", "--on", "2031-03-01")
    assert (result.exit_code, result.stderr) == (
        2,
        (
            "Error: records/news/2031-03-01-symposium.yaml is there already; rename it, or write from "
            "another day with --on\n"
        ),
    )
    assert note.read_text("utf-8") == text


@pytest.mark.usefixtures("project")
def test_a_notice_cannot_end_before_its_news(lrrt: Lrrt) -> None:
    command = ("announce", "symposium", "--publish", "--notice-until", "2031-02-28")
    result = lrrt(*command, "--on", "2031-03-01")
    assert result.stderr == (
        "Error: --notice-until 2031-02-28 is before the day of the news, 2031-03-01\n"
    )


def test_a_sample_says_so(project: Path, lrrt: Lrrt) -> None:
    file = project / "records/program.yaml"
    file.write_text(f"{file.read_text('utf-8')}sample: true\n", "utf-8")
    email = lrrt("announce", "symposium", "--on", "2031-03-01").stdout
    post = lrrt("announce", "symposium", "--for", "x", "--on", "2031-03-01").stdout
    assert email.startswith(
        "Subject: [Sample] Invitation: Symposium of the Cohort of 2030, April 10,"
    )
    assert "This is a sample. The program's people and works in it are invented.\n" in email
    assert post.startswith("[Sample] You are invited to ")
