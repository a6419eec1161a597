"""lrrt new pairing: one more in the file of its cohort, and nothing else touched."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
COMMAND = ("new", "pairing")
FILE = Path("records/pairings/2025.yaml")


def answers(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


@pytest.fixture
def crowd(program: Path, lrrt: Run) -> Path:
    """The program with two more people."""
    for family in ("Invented", "Nobody"):
        agreed = ("--consent-given", "2026-01-02", "--consent", "name", "--consent", "pairing")
        options = ("--given", "Cy", "--family", family, *agreed, "--yes")
        assert lrrt("new", "participant", *options).exit_code == 0
    return program


@pytest.mark.usefixtures("crowd")
def test_a_pairing_takes_its_place_by_id_and_the_rest_stays(lrrt: Run) -> None:
    remarked = FILE.read_text("utf-8").replace("  - id: r", "  # as agreed in July\n  - id:   r")
    FILE.write_text(remarked, "utf-8")
    project = ("Maps of reading: A pilot", "What maps show.", "reading", "-")
    result = lrrt(
        *COMMAND, answer=answers("", "cy invented", "Cy Nobody", *project, "active", "", "y")
    )
    assert result.exit_code == 0
    new = """\
  - id: maps-of-reading
    mentors:
      - cy-invented
    mentees:
      - cy-nobody
    status: active
    project:
      title: 'Maps of reading: A pilot'
      summary: What maps show.
      topics:
        - reading
"""
    head, _, rest = remarked.partition("pairings:\n")
    assert FILE.read_text("utf-8") == f"{head}pairings:\n{new}{rest}"
    assert f"{FILE}:\n\n{new}" in result.stderr
    assert lrrt("validate").exit_code == 0


@pytest.mark.usefixtures("crowd")
def test_the_first_pairing_of_a_cohort_makes_its_file(lrrt: Run) -> None:
    assert lrrt("new", "cohort", "--yes").exit_code == 0
    options = ("--mentor", "cy-invented", "--mentee", "cy-nobody", "--yes")
    assert lrrt(*COMMAND, *options).exit_code == 0
    assert FILE.with_stem("2026").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schemas/pairings.json\npairings:\n  - id: cy-nobody\n"
        "    mentors:\n      - cy-invented\n    mentees:\n      - cy-nobody\n    status: proposed\n"
    )


@pytest.mark.usefixtures("crowd")
def test_several_people_are_named_with_commas_by_id_or_name(lrrt: Run) -> None:
    ended = FILE.read_text("utf-8").replace("status: active", "status: ended")
    FILE.write_text(ended, "utf-8")
    people = ("Cy Invented, ada-okafor", "cy-nobody,ben-larsen")
    result = lrrt(*COMMAND, answer=answers("", *people, "", "", "both", "y"))
    assert result.exit_code == 0
    written = FILE.read_text("utf-8").partition("  - id: both\n")[2].partition("  - id:")[0]
    assert written == (
        "    mentors:\n      - cy-invented\n      - ada-okafor\n"
        "    mentees:\n      - cy-nobody\n      - ben-larsen\n    status: proposed\n"
    )


@pytest.mark.usefixtures("crowd")
def test_a_fault_in_an_answer_is_said_at_once_and_asked_again(lrrt: Run) -> None:
    mentors = ("", "?", "cy-inventd", "cy-invented")
    mentees = ("cy-invented", "cy-nobody")
    project = ("Maps", "", "redaing", "Reading aloud, reading", "", "interview", "")
    result = lrrt(
        *COMMAND,
        answer=answers(
            "2052", "", *mentors, *mentees, *project, "actve", "active", "reading-aloud", "", "y"
        ),
    )
    assert result.exit_code == 0
    for said in (
        "  there is no '2052'; did you mean '2025'?\n",
        "  this is needed\n",
        "  ada-okafor   Ada Okafor\n",
        "  there is no 'cy-inventd'; did you mean 'cy-invented'?\n",
        "  'cy-invented' is a mentor in this pairing, and nobody has both parts\n",
        "  there is no 'redaing'; did you mean 'reading'?\n",
        "  there is no 'interview'; did you mean 'interviews'?\n",
        "  there is no 'actve'; did you mean 'active'?\n",
        "  'reading-aloud' is taken already; choose another\n",
    ):
        assert said in result.stderr


@pytest.mark.usefixtures("crowd")
def test_what_validate_would_refuse_is_not_written(lrrt: Run) -> None:
    before = FILE.read_bytes()
    result = lrrt(*COMMAND, "--mentor", "ben-larsen", "--mentee", "cy-nobody", "--yes")
    assert result.exit_code == 1
    assert "error[mentor-is-mentee]" in result.stderr
    assert FILE.read_bytes() == before


@pytest.mark.usefixtures("crowd")
def test_who_has_the_other_part_in_the_cohort_is_refused_at_once(lrrt: Run) -> None:
    given = ("", "ben larsen", "cy-invented", "Ada Okafor, cy-nobody", "cy-nobody", "", "", "", "y")
    result = lrrt(*COMMAND, answer=answers(*given))
    assert result.exit_code == 0
    where = "in 2025/reading-aloud, and nobody has both parts\n"
    assert f"  'ben-larsen' is a mentee {where}" in result.stderr
    assert f"  'ada-okafor' is a mentor {where}" in result.stderr


@pytest.mark.usefixtures("crowd")
def test_a_fault_is_shown_in_the_text_that_would_be_written(lrrt: Run) -> None:
    options = ("--mentor", "ben-larsen", "--mentee", "cy-nobody", "--id", "a", "--yes")
    result = lrrt(*COMMAND, *options)
    place, quoted = result.stderr.partition("error[mentor-is-mentee]")[::2]
    number = int(place.rsplit(":", 3)[-3])
    assert quoted.splitlines()[1] == f"   {number} |     mentees: [ben-larsen]"


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        ("pairings: [\n", 2, f"{FILE} cannot be read; mend it first: 'lrrt validate' says how"),
        ("pairings: [{id: a, mentors: [ada-okafor], mentees: [ben-larsen], status: active}]\n", 2, f"{FILE} is so written that a pairing cannot be added without touching others; run 'lrrt fmt' and try again"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("crowd")
def test_a_file_that_cannot_be_added_to_is_named(
    text: str, status: int, said: str, lrrt: Run
) -> None:
    FILE.write_text(text)
    result = lrrt(*COMMAND, "--mentor", "cy-invented", "--mentee", "cy-nobody", "--yes")
    assert (result.exit_code, result.stderr) == (status, f"Error: {said}\n")
    assert FILE.read_text() == text


def test_without_a_cohort_there_is_no_pairing(program: Path, lrrt: Run) -> None:
    lrrt("new", "program", "--yes")
    result = lrrt(*COMMAND)
    assert result.exit_code == 2
    assert result.stderr.endswith(
        "Error: there is no cohort yet; begin one with 'lrrt new cohort'\n"
    )
    assert not list((program / "records/pairings").glob("*.yaml"))


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("number", range(8))
def test_the_end_of_the_answers_leaves_nothing(number: int, lrrt: Run) -> None:
    before = FILE.read_bytes()
    given = ("", "cy-invented", "cy-nobody", "", "", "", "n")[:number]
    result = lrrt(*COMMAND, answer=answers(*given))
    assert result.exit_code == 1
    assert result.stderr.endswith("\nNothing was written.\n")
    assert FILE.read_bytes() == before


@pytest.mark.usefixtures("crowd")
def test_two_who_are_a_pair_already_are_not_paired_again(lrrt: Run) -> None:
    options = ("--mentor", "cy-invented", "--mentee", "cy-nobody", "--yes")
    assert lrrt(*COMMAND, *options).exit_code == 0
    before = FILE.read_bytes()
    again = lrrt(*COMMAND, *options)
    assert again.exit_code == 1
    assert "error[duplicate-pair] 'cy-invented' and 'cy-nobody' are a pair in" in again.stderr
    assert FILE.read_bytes() == before


@pytest.mark.usefixtures("crowd")
def test_a_second_mentor_for_a_mentee_is_asked_about(lrrt: Run) -> None:
    people = ("cy-invented", "ben-larsen")
    before = FILE.read_bytes()
    result = lrrt(*COMMAND, answer=answers("", *people, "", "", "", "n"))
    assert "warning[mentee-paired-twice] 'ben-larsen' is a mentee in" in result.stderr
    assert result.stderr.index("mentee-paired-twice") < result.stderr.index("Write this record?")
    assert FILE.read_bytes() == before
