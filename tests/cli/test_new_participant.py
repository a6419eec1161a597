"""lrrt new participant: a person asked for as people are, and consent never made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
COMMAND = ("new", "participant")
NO_CONSENT = ("",)


def answers(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def people(program: Path) -> dict[str, str]:
    """The records of people who were added."""
    return {
        file.stem: file.read_text("utf-8")
        for file in sorted((program / "records/participants").glob("*.yaml"))
        if file.stem not in ("ada-okafor", "ben-larsen")
    }


def test_a_person_is_asked_for_and_shown_before_being_written(program: Path, lrrt: Run) -> None:
    agreed = ("2026-01-02", "y", "y", "n", "y", "y", "n", "n", "n", "n", "n")
    rest = (
        "Example Universty",
        "y",
        "",
        "",
        "Librarian",
        "https://orcid.org/0000-0001-5109-3700",
        "",
    )
    result = lrrt(
        *COMMAND, answer=answers("Inés", "Sinombre", "", "y", "", "", *agreed, *rest, "y")
    )
    assert result.exit_code == 0
    record = """\
# yaml-language-server: $schema=../schemas/participant.json
name:
  given: Inés
  family: Sinombre
affiliation:
  name: Example University
  ror: https://ror.org/05dxps055
position: Librarian
orcid: 0000-0001-5109-3700
consent:
  given: 2026-01-02
  scopes:
    - name
    - affiliation
    - links
    - pairing
"""
    assert people(program) == {"ines-sinombre": record}
    assert f"records/participants/ines-sinombre.yaml:\n\n{record}" in result.stderr
    assert result.stderr.endswith(
        "Write this record? [y/N]: y\nrecords/participants/ines-sinombre.yaml written.\n"
    )
    assert "warning[unused-participant]" in result.stderr
    assert lrrt("validate").exit_code == 0


def test_without_a_word_about_consent_there_is_none(program: Path, lrrt: Run) -> None:
    result = lrrt(*COMMAND, answer=answers("Inés", "Sinombre", "", "y", "", "", "", "y"))
    assert result.exit_code == 0
    assert "consent" not in people(program)["ines-sinombre"]


def test_each_scope_is_refused_unless_somebody_says_yes(program: Path, lrrt: Run) -> None:
    result = lrrt(
        *COMMAND, answer=answers("I", "S", "", "y", "", "", "2026-01-02", "y", *[""] * 9, "y")
    )
    assert result.exit_code == 0
    assert people(program)["i-s"].endswith("consent:\n  given: 2026-01-02\n  scopes:\n    - name\n")


def test_without_the_name_no_other_scope_is_asked_for(program: Path, lrrt: Run) -> None:
    result = lrrt(*COMMAND, answer=answers("I", "S", "", "y", "", "", "2026-01-02", "n", "y"))
    assert result.exit_code == 0
    assert "Did they agree to 'affiliation'" not in result.stderr
    assert "consent" not in people(program)["i-s"]


def test_nobody_agreed_on_a_day_that_is_still_to_come(lrrt: Run, program: Path) -> None:
    result = lrrt(
        *COMMAND,
        "--given",
        "I",
        "--family",
        "S",
        "--consent",
        "name",
        "--consent-given",
        "2999-01-02",
        "--yes",
    )
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: --consent-given: 2999-01-02 is still to come; write the day on which the person agreed\n",
    )
    assert people(program) == {}


@pytest.mark.parametrize(
    ("name", "parts", "id_"),
    [
        (("Joost", "van der Nobody", "kept", "", "y", ""), "  given: Joost\n  particle: van der\n  family: Nobody\n", "joost-van-der-nobody"),
        (("Joost", "von Nobody", "dropped", "", "y", ""), "  given: Joost\n  dropping_particle: von\n  family: Nobody\n", "joost-von-nobody"),
        (("Joost", "De Nobody", "", "y", ""), "  given: Joost\n  family: De Nobody\n", "joost-de-nobody"),
        (("Noor", "al-Nobody", "", "", "y", ""), "  given: Noor\n  particle: al-\n  family: Nobody\n", "noor-al-nobody"),
        (("Calvin", "Nobody", "Jr.", "y", ""), "  given: Calvin\n  family: Nobody\n  suffix: Jr.\n", "calvin-nobody-jr"),
        (("", "Nobodyatall", "y", ""), "  family: Nobodyatall\n", "nobodyatall"),
        (("Hoa", "Nguyễn", "", "n", "Nguyễn Hoa", ""), "  given: Hoa\n  family: Nguyễn\n  display: Nguyễn Hoa\n", "nguyen-hoa"),
        (("Yumi", "Sora", "", "n", "Sora Yumi", "そら ゆみ", ""), "  given: Yumi\n  family: Sora\n  display: Sora Yumi\n  original: そら ゆみ\n  original_language: ja\n", "sora-yumi"),
        (("Ли", "Иванова", "", "y", "", "p-7f3a"), "  given: Ли\n  family: Иванова\n", "p-7f3a"),
    ],
)  # fmt: skip
def test_a_name_is_taken_as_the_person_writes_it(
    name: tuple[str, ...], parts: str, id_: str, program: Path, lrrt: Run
) -> None:
    takes_id = () if name[-1] == id_ else ("",)
    result = lrrt(*COMMAND, answer=answers(*name, *takes_id, *NO_CONSENT, "y"))
    assert result.exit_code == 0
    assert people(program) == {
        id_: f"# yaml-language-server: $schema=../schemas/participant.json\nname:\n{parts}"
    }


def test_an_id_is_never_taken_twice(program: Path, lrrt: Run) -> None:
    first = answers("Cy", "Invented", "", "y", "", "", "", "y")
    assert lrrt(*COMMAND, answer=first).exit_code == 0
    assert (
        lrrt(*COMMAND, answer=answers("Cy", "Invented", "", "y", "", "n", "", "", "y")).exit_code
        == 0
    )
    assert set(people(program)) == {"cy-invented", "cy-invented-2"}
    taken = lrrt(*COMMAND, "--family", "Else", "--id", "ada-okafor", "--yes")
    assert (taken.exit_code, taken.stderr) == (
        2,
        "Error: --id: 'ada-okafor' is taken already; choose another\n",
    )


def test_somebody_who_is_there_is_not_added_again(program: Path, lrrt: Run) -> None:
    result = lrrt(*COMMAND, answer=answers("Ada", "Okafor", "", "y", "", "y"))
    assert result.exit_code == 0
    assert (
        "There is a participant 'ada-okafor' already (Ada Okafor, Example University)."
        in result.stderr
    )
    assert result.stderr.endswith(
        "One record serves for all years: records/participants/ada-okafor.yaml. Nothing was written.\n"
    )
    assert people(program) == {}


def test_what_validate_would_refuse_is_not_written(program: Path, lrrt: Run) -> None:
    orcid = ("--orcid", "0000-0002-1825-0097")
    result = lrrt(*COMMAND, "--given", "Cy", "--family", "Invented", *orcid, "--yes")
    assert result.exit_code == 1
    assert "error[duplicate-orcid]" in result.stderr
    assert result.stderr.endswith(
        "Nothing was written: 'lrrt validate' would refuse this record.\n"
    )
    assert people(program) == {}


def test_a_fault_of_another_record_is_no_reason_to_refuse(program: Path, lrrt: Run) -> None:
    (program / "records/participants/broken.yaml").write_text("name: [\n")
    result = lrrt(*COMMAND, "--given", "Cy", "--family", "Invented", "--yes")
    assert result.exit_code == 0
    assert "broken" not in result.stderr


def test_a_fault_in_an_answer_is_said_at_once_and_asked_again(program: Path, lrrt: Run) -> None:
    agreed = ("2026-13-01", "2026-01-02", "y", "n", "n", "y", *"nnnnnn")
    links = ("0000-0001-5109-3701", "0000-0001-5109-3700", "example.org", "")
    result = lrrt(
        *COMMAND,
        answer=answers("I", "S", "", "y", "", "ada-okafor", "I S", "", *agreed, *links, "y"),
    )
    assert result.exit_code == 0
    for said in (
        "  'ada-okafor' is taken already; choose another\n",
        "  'I S' is not written as an id; ",
        "  there is no day 2026-13-01; ",
        "  '0000-0001-5109-3701' is no ORCID iD: its check character does not match; ",
    ):
        assert said in result.stderr
    assert "orcid: 0000-0001-5109-3700\n" in people(program)["i-s"]


def test_an_address_of_a_person_is_refused_where_everybody_can_read(
    program: Path, lrrt: Run
) -> None:
    words = ("--given", "I", "--family", "S", "--bio", "Write to i.s@example.org.", "--yes")
    result = lrrt(*COMMAND, *words)
    assert result.exit_code == 2
    assert "--bio: this looks like an e-mail address or a telephone number" in result.stderr
    assert people(program) == {}


def test_where_everybody_can_read_only_what_was_agreed_to_is_asked_for(
    program: Path, lrrt: Run
) -> None:
    asked = lrrt(*COMMAND, answer=answers("I", "S", "", "y", "", "", "", "n")).stderr
    assert "Institution" not in asked
    file = program / "records/program.yaml"
    file.write_text(file.read_text().replace("repository: public", "repository: private"))
    asked = lrrt(*COMMAND, answer=answers("I", "S", "", "y", "", "", "", "")).stderr
    assert "Institution" in asked


@pytest.mark.parametrize("number", range(9))
def test_the_end_of_the_answers_leaves_nothing(number: int, program: Path, lrrt: Run) -> None:
    given = ("I", "S", "", "y", "", "", "2026-01-02", "y", "n")[:number]
    result = lrrt(*COMMAND, answer=answers(*given))
    assert result.exit_code == 1
    assert result.stderr.endswith("\nNothing was written.\n")
    assert people(program) == {}


def test_everything_can_be_said_with_options(program: Path, lrrt: Run) -> None:
    result = lrrt(
        *COMMAND,
        *("--given", "Yumi", "--family", "Sora", "--display", "Sora Yumi", "--original", "そら"),
        *(
            "--original-language",
            "ja",
            "--affiliation",
            "Sora Institute",
            "--department",
            "Library",
        ),
        *(
            "--position",
            "Fellow",
            "--pronouns",
            "she/her",
            "--web-page",
            "https://example.org/sora",
        ),
        *("--bio", "She draws networks.", "--consent-given", "2026-01-02", "--consent", "Name"),
        *("--consent", "links", "--id", "sora", "--yes"),
    )
    assert result.exit_code == 0
    assert (
        people(program)["sora"]
        == """\
# yaml-language-server: $schema=../schemas/participant.json
name:
  given: Yumi
  family: Sora
  display: Sora Yumi
  original: そら
  original_language: ja
affiliation:
  name: Sora Institute
  department: Library
position: Fellow
pronouns: she/her
links:
  - label: Website
    url: https://example.org/sora
bio: She draws networks.
consent:
  given: 2026-01-02
  scopes:
    - name
    - links
"""
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "--family: this is needed"),
        (("--family", "S", "--consent", "name"), "--consent-given: the day on which the person agreed is needed"),
        (("--family", "S", "--consent", "nam", "--consent-given", "2026-01-02"), "--consent: there is no 'nam'; did you mean 'name'?"),
        (("--family", "S", "--consent", "pairing", "--consent-given", "2026-01-02"), "--consent: without 'name', none of the other scopes has an effect"),
        (("--family", "S", "--orcid", "0000-0001-5109-3701"), "--orcid: '0000-0001-5109-3701' is no ORCID iD: its check character does not match; copy the sixteen characters from the person's page at orcid.org"),
        (("--family", " "), "--family: this is empty"),
        (("--given", "Ada", "--family", "Okafor"), "there is a participant 'ada-okafor' already (Ada Okafor, Example University); for somebody else of this name, choose an id with --id"),
    ],
)  # fmt: skip
def test_a_wrong_option_is_said_in_one_line(
    options: tuple[str, ...], said: str, program: Path, lrrt: Run
) -> None:
    result = lrrt(*COMMAND, *options, "--yes")
    assert (result.exit_code, result.stderr) == (2, f"Error: {said}\n")
    assert people(program) == {}
