"""lrrt apply-issue: what an issue proposes is checked, shown, and written into its record."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.records.kinds import Kind
from tests.corrections.issues import issue_text
from tests.website.project import snapshot

Run = Callable[..., Result]
OUTPUT = Path("records/outputs/2026-reading-aloud.yaml")
NAME = "outputs/2026-reading-aloud"


def issue(told: dict[str, str], more: str = "", *, record: str = NAME) -> str:
    kind = Kind.EVENT if record.startswith("events") else Kind.OUTPUT
    return issue_text(kind, record, told, more)


@pytest.fixture(autouse=True)
def _formatted(program: Path, lrrt: Run) -> None:
    """Bring the records into canonical form, so that a change shows alone."""
    del program
    lrrt("fmt")


def test_a_correction_is_shown_and_written_and_all_else_stays(lrrt: Run) -> None:
    before = OUTPUT.read_text()
    OUTPUT.write_text(before.replace("status: published", "status: published  # by hand"))
    before = OUTPUT.read_text()
    result = lrrt("apply-issue", "-", answer=issue({"Title": "Reading, aloud"}, "See page 2.\n1."))
    assert (result.exit_code, result.stdout) == (
        0,
        (
            f"--- {OUTPUT}\n"
            f"+++ {OUTPUT} (proposed)\n"
            "@@ -2,3 +2,3 @@\n"
            " type: journal-article\n"
            "-title: Reading aloud in small libraries\n"
            "+title: Reading, aloud\n"
            " status: published  # by hand\n"
        ),
    )
    assert result.stderr == (
        f"{OUTPUT} written: Title.\n"
        "\nThey also say, for a person to read:\n\n    See page 2.\n    1.\n"
    )
    assert OUTPUT.read_text() == before.replace(
        "title: Reading aloud in small libraries", "title: Reading, aloud"
    )
    assert lrrt("validate").exit_code == 0


def test_a_file_is_read_as_well(lrrt: Run) -> None:
    Path("issue.md").write_bytes(issue({"Publisher": "Press of Nowhere"}).encode())
    assert lrrt("apply-issue", "issue.md").exit_code == 0
    assert "publisher: Press of Nowhere\n" in OUTPUT.read_text()


@pytest.mark.parametrize("told", [{"Title": "Reading aloud in small libraries"}])
def test_what_changes_nothing_is_no_fault(told: dict[str, str], program: Path, lrrt: Run) -> None:
    before = snapshot(program)
    result = lrrt("apply-issue", "-", answer=issue(told))
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        f"No change: {OUTPUT} says all of this already.\n",
    )
    assert snapshot(program) == before


def test_what_is_only_in_own_words_is_handed_on(lrrt: Run) -> None:
    result = lrrt("apply-issue", "-", answer=issue({}, "An author is missing."))
    assert (result.exit_code, result.stderr) == (
        0,
        (
            f"No field is filled in, so there is nothing to write into {OUTPUT}.\n"
            "\nThey also say, for a person to read:\n\n    An author is missing.\n"
        ),
    )


def test_half_a_character_on_the_standard_input_is_said(lrrt: Run) -> None:
    result = lrrt("apply-issue", "-", answer=b"\xff")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: the standard input is no text in UTF-8\n",
    )


def test_a_dry_run_writes_nothing(program: Path, lrrt: Run) -> None:
    before = snapshot(program)
    result = lrrt("apply-issue", "-", "--dry-run", answer=issue({"Title": "Reading, aloud"}))
    assert (result.exit_code, result.stderr) == (0, "Nothing was written.\n")
    assert "+title: Reading, aloud\n" in result.stdout
    assert snapshot(program) == before


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"DOI": "not-a-doi"}, "bad-doi"),
        ({"Date": "2026-02-30"}, "bad-date"),
        ({"Title": "Two\nlines"}, "line-break"),
        ({"Url": "javascript:alert(1)"}, "bad-url"),
        ({"Series / number": "3"}, "missing-key"),
        ({"Title": "x" * 600}, "text-too-long"),
    ],
)
def test_what_the_check_would_refuse_is_not_written(
    told: dict[str, str], code: str, program: Path, lrrt: Run
) -> None:
    before = snapshot(program)
    result = lrrt("apply-issue", "-", answer=issue(told))
    assert result.exit_code == 1
    assert f"{OUTPUT}: error[{code}] " in result.stderr
    assert result.stderr.endswith("Nothing was written: 'lrrt validate' would refuse the record.\n")
    assert snapshot(program) == before


@pytest.mark.parametrize("label", ["Title", "Abstract", "Publisher"])
@pytest.mark.parametrize("written", ["<script>alert(1)</script>", "<img src=x onerror=y>", "a</p>"])
def test_html_is_refused_with_the_way_out(
    label: str, written: str, program: Path, lrrt: Run
) -> None:
    before = snapshot(program)
    result = lrrt("apply-issue", "-", answer=issue({label: written}))
    assert result.exit_code == 1
    assert f"{OUTPUT}: warning[html-in-text] " in result.stderr
    assert result.stderr.endswith(
        "Nothing was written: a correction needs no HTML, and the page would show the tags as they "
        "are typed. Take them out of the issue's text, then run this again.\n"
    )
    assert snapshot(program) == before


def test_italics_in_a_title_are_no_html(lrrt: Run) -> None:
    assert lrrt("apply-issue", "-", answer=issue({"Title": "On <i>Slips</i>"})).exit_code == 0
    assert "title: On <i>Slips</i>\n" in OUTPUT.read_text()


def test_html_that_was_there_before_hinders_no_correction(lrrt: Run) -> None:
    old = "title: Reading aloud in small libraries"
    OUTPUT.write_text(OUTPUT.read_text().replace(old, "title: Reading <u>aloud</u>"))
    result = lrrt("apply-issue", "-", answer=issue({"Publisher": "Press of Nowhere"}))
    assert result.exit_code == 0
    assert "publisher: Press of Nowhere\n" in OUTPUT.read_text()


def test_what_fits_the_record_but_not_the_others_is_not_written(program: Path, lrrt: Run) -> None:
    before = snapshot(program)
    body = issue({"Date": "2031-01-01"}, record="events/2026-symposium")
    result = lrrt("apply-issue", "-", answer=body)
    assert result.exit_code == 1
    assert "error[date-outside-cohort]" in result.stderr
    assert snapshot(program) == before


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (issue({}, record="outputs/zebra"), "no record 'outputs/zebra'; "),
        (issue({}, "Write to ada@example.org"), "line "),
        ("Please fix the title", "line 1 stands before the first heading; "),
        ("", "it does not say which record is meant"),
    ],
)
def test_an_issue_that_cannot_be_taken_is_said_in_one_line(
    body: str, said: str, program: Path, lrrt: Run
) -> None:
    before = snapshot(program)
    result = lrrt("apply-issue", "-", answer=body)
    assert (result.exit_code, result.stdout) == (1, "")
    error, nothing = result.stderr.splitlines()
    assert error.startswith(f"Error: {said}")
    assert nothing == "Nothing was written."
    assert snapshot(program) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "cannot be read: no such file or directory"), (b"\xff", "is no text in UTF-8")],
)
def test_a_file_that_cannot_be_read_is_said(content: bytes | None, said: str, lrrt: Run) -> None:
    if content is not None:
        Path("issue.md").write_bytes(content)
    result = lrrt("apply-issue", "issue.md")
    assert (result.exit_code, result.stderr) == (2, f"Error: issue.md {said}\n")
