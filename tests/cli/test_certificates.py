"""lrrt certificates: who gets one, what is kept of it, and what stops it."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from tests.cli.conftest import SIGNATORY
from tests.documents.office import words_of

Run = Callable[..., Result]
REGISTER = Path("records/certificates/2025.yaml")
NOBODY = (
    "Error: ben-larsen gets no certificate: 0 of 1 check-ins attended (can no longer be reached)\n"
    "Record what is missing in records/pairings/2025.yaml, or let the chair decide: "
    "--override REASON --by NAME\n"
    "Nothing was written.\n"
)


def change(path: str, old: str, new: str) -> None:
    file = Path("records") / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def register() -> dict[str, list[dict[str, object]]]:
    said: dict[str, list[dict[str, object]]] = yaml.safe_load(REGISTER.read_text("utf-8"))
    return said


def tree() -> dict[str, bytes]:
    """Every file of the project but the theme's."""
    return {
        path.as_posix(): path.read_bytes()
        for path in sorted(Path().rglob("*"))
        if path.is_file() and path.parts[0] != "theme"
    }


@pytest.mark.usefixtures("office")
def test_who_completed_gets_one_and_the_register_keeps_it(lrrt: Run) -> None:
    result = lrrt("certificates", "2025", "--on", "2026-08-10")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "made/certificates-2025/: 1 certificate, new.\n"
        "Commit records/certificates/2025.yaml, so that the pages by which they are verified go "
        "online.\n"
    )
    (certificate,) = register()["certificates"]
    assert {key: str(value) for key, value in certificate.items() if key != "id"} == {
        "participant": "ben-larsen",
        "pairing": "2025/reading-aloud",
        "issued": "2026-08-10",
    }
    assert [path.name for path in Path("made/certificates-2025").iterdir()] == [
        "certificate-ben-larsen.pdf"
    ]
    assert lrrt("validate").stderr == "10 records checked: no faults.\n"


@pytest.mark.usefixtures("office")
def test_made_again_it_is_the_same_file_and_the_register_stays(lrrt: Run) -> None:
    lrrt("certificates", "2025", "--on", "2026-08-10")
    before = tree()
    result = lrrt("certificates", "2025", "--on", "2027-01-01")
    assert result.stderr == "made/certificates-2025/: 1 certificate, 0 of them new.\n"
    assert tree() == before


@pytest.mark.usefixtures("office")
def test_what_says_something_else_than_before_is_named(lrrt: Run) -> None:
    lrrt("certificates", "2025", "--on", "2026-08-10")
    change("participants/ben-larsen.yaml", "family: Larsen", "family: Larssen")
    left = Path("made/certificates-2025/certificate-ben-larsen.jwt")
    left.write_text("a credential", "utf-8")
    result = lrrt("certificates", "2025", "--on", "2026-08-12")
    assert result.stderr == (
        "made/certificates-2025/: 1 certificate, 0 of them new.\n"
        "Changed since it was last made: certificate-ben-larsen.pdf.\n"
        "From before, and not made again: made/certificates-2025/certificate-ben-larsen.jwt.\n"
    )
    again = lrrt("certificates", "2025", "--on", "2026-08-12")
    assert again.stderr == "made/certificates-2025/: 1 certificate, 0 of them new.\n"


@pytest.mark.usefixtures("office")
def test_a_pairing_that_ended_on_a_day_unknown_has_none_to_print(lrrt: Run) -> None:
    change("pairings/2025.yaml", "status: active", "status: ended")
    decision = ("--override", "Wrote it up alone", "--by", "Imogen Pretence")
    for command, person in (("certificates", "ben-larsen"), ("letters", "ada-okafor")):
        asked = ("--for", person, *decision)
        result = lrrt(command, "2025", "--on", "2026-08-10", *asked)
        assert result.stderr == (
            f"Error: {person} gets no {command.removesuffix('s')}: the pairing '2025/reading-aloud' "
            "ended on a day that is not recorded; add 'ended: YYYY-MM-DD' at "
            "records/pairings/2025.yaml:5\nNothing was written.\n"
        )
    assert not REGISTER.exists()


@pytest.mark.usefixtures("office")
def test_who_did_not_complete_is_named_with_what_is_missing(lrrt: Run) -> None:
    change("pairings/2025.yaml", "check_ins: [2025-check-in]", "check_ins: []")
    before = tree()
    result = lrrt("certificates", "2025", "--on", "2026-08-10")
    assert (result.exit_code, result.stderr) == (
        0,
        (
            "ben-larsen: 0 of 1 check-ins attended (can no longer be reached)\n"
            "No certificate was made.\n"
        ),
    )
    result = lrrt("certificates", "2025", "--on", "2026-08-10", "--for", "ben-larsen")
    assert (result.exit_code, result.stderr) == (2, NOBODY)
    assert tree() == before


@pytest.mark.usefixtures("office")
def test_the_chairs_decision_is_recorded_and_holds_the_next_time(lrrt: Run) -> None:
    change("pairings/2025.yaml", "check_ins: [2025-check-in]", "check_ins: []")
    decision = ("--override", "Fell ill in May", "--by", "Imogen Pretence")
    given = lrrt("certificates", "2025", "--on", "2026-08-10", "--for", "ben-larsen", *decision)
    assert given.exit_code == 0
    assert REGISTER.read_text().endswith(
        "    issued: 2026-08-10\n"
        "    override:\n"
        "      reason: Fell ill in May\n"
        "      by: Imogen Pretence\n"
        "      day: 2026-08-10\n"
    )
    again = lrrt("certificates", "2025", "--on", "2026-09-01")
    assert again.stderr == "made/certificates-2025/: 1 certificate, 0 of them new.\n"


@pytest.mark.usefixtures("office")
def test_by_decision_of_the_chair_it_names_the_day_on_which_the_pairing_ended(lrrt: Run) -> None:
    change("pairings/2025.yaml", "status: active", "status: ended\n    ended: 2026-05-01")
    decision = ("--override", "Wrote it up alone", "--by", "Imogen Pretence")
    lrrt("certificates", "2025", "--on", "2026-08-10", "--for", "ben-larsen", *decision)
    paper = Path("made/certificates-2025/certificate-ben-larsen.pdf").read_bytes()
    assert "from August 1, 2025, to May 1, 2026, mentored by" in words_of(paper)


@pytest.mark.usefixtures("office")
def test_before_the_year_is_over_it_names_its_own_day_as_the_last(lrrt: Run) -> None:
    result = lrrt("certificates", "2025", "--on", "2026-07-13")
    assert result.stderr.splitlines()[1] == (
        "The year of 'Cohort of 2025' goes on until 2026-07-31, so what is new tells of the time to "
        "2026-07-13. For the whole year, take the new entries out of records/certificates/2025.yaml "
        "again, and add --on 2026-07-31."
    )
    assert "goes on" not in lrrt("certificates", "2025", "--on", "2026-07-14").stderr
    paper = Path("made/certificates-2025/certificate-ben-larsen.pdf").read_bytes()
    assert "from August 1, 2025, to July 13, 2026, mentored by" in words_of(paper)


@pytest.mark.usefixtures("office")
def test_a_decision_about_one_that_was_given_before_is_added_to_its_entry(lrrt: Run) -> None:
    lrrt("certificates", "2025", "--on", "2026-08-10")
    REGISTER.write_text(REGISTER.read_text().replace("issued", "# by post\n    issued"))
    before = REGISTER.read_text()
    change("pairings/2025.yaml", "check_ins: [2025-check-in]", "check_ins: []")
    result = lrrt("certificates", "2025", "--on", "2026-09-01")
    assert result.stderr.startswith(
        "ben-larsen: 0 of 1 check-ins attended (can no longer be reached) (though one was given "
        "on 2026-08-10)\n"
    )
    decision = ("--override", "Counted twice", "--by", "Imogen Pretence")
    lrrt("certificates", "2025", "--on", "2026-09-01", "--for", "ben-larsen", *decision)
    assert REGISTER.read_text() == (
        f"{before}    override:\n      reason: Counted twice\n      by: Imogen Pretence\n"
        "      day: 2026-09-01\n"
    )


@pytest.mark.usefixtures("office")
def test_a_revoked_one_is_made_again_only_when_asked_for(lrrt: Run) -> None:
    lrrt("certificates", "2025", "--on", "2026-08-10")
    lrrt("revoke", "--for", "ben-larsen", "--cohort", "2025", "--reason", "x", "--on", "2026-08-11")
    result = lrrt("certificates", "2025", "--on", "2026-08-12")
    assert result.stderr == (
        "ben-larsen: the certificate of 2026-08-10 was revoked\n"
        "    from before: made/certificates-2025/certificate-ben-larsen.pdf; delete what is not to be "
        "given any more\nNo certificate was made.\n"
    )
    asked = ("certificates", "2025", "--on", "2026-08-12", "--for", "ben-larsen")
    assert lrrt(*asked).stderr == (
        "Error: ben-larsen gets no certificate: the certificate of 2026-08-10 was revoked\n"
        "For a new one, add --again.\nNothing was written.\n"
    )
    assert lrrt(*asked, "--again").exit_code == 0
    first, second = register()["certificates"]
    assert first["id"] != second["id"]
    assert str(second["issued"]) == "2026-08-12"
    assert lrrt(*asked, "--again").stderr == (
        "Error: the certificate of ben-larsen was not revoked; leave out --again, or revoke it "
        "first\n"
    )


@pytest.mark.usefixtures("office")
def test_who_withdrew_gets_none(lrrt: Run) -> None:
    change("participants/ben-larsen.yaml", "consent:", "withdrawn: 2026-08-01\nconsent:")
    result = lrrt("certificates", "2025", "--on", "2026-08-10", "--for", "ben-larsen")
    assert (result.exit_code, result.stderr) == (
        2,
        (
            "Error: ben-larsen gets no certificate: withdrew on 2026-08-01\n"
            "If the person has come back, take 'withdrawn' out of their record first.\n"
            "Nothing was written.\n"
        ),
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2052"], "no cohort '2052': the cohorts are 2025"),
        (["2025", "--on", "2025-07-31", "--for", "ben-larsen", "--override", "x", "--by", "y"], "a certificate cannot be given on 2025-07-31: the year of the cohort 2025 begins on 2025-08-01"),
        (["2025", "--for", "ada-okafor"], "ada-okafor is a mentor in the cohort 2025: 'lrrt letters 2025 --for ada-okafor'"),
        (["2025", "--for", "ben-larsn"], "'ben-larsn' is no mentee in the cohort 2025: did you mean 'ben-larsen'?"),
        (["2025", "--override", "x", "--by", "y"], "an override names one person, why, and who decided: --for ID --override REASON --by NAME"),
        (["2025", "--for", "ben-larsen", "--override", "x"], "an override names one person, why, and who decided: --for ID --override REASON --by NAME"),
        (["2025", "--for", "ben-larsen", "--override", "x", "--by", "y"], "ben-larsen has completed; leave out --override"),
        (["2025", "--for", "ben-larsen", "--override", "Ask y@example.org", "--by", "y"], "--override has an e-mail address or a telephone number, and everybody can read the records; leave it out"),
        (["2025", "--again"], "--again is for people who are named: --for ID --again"),
        (["2025", "--to", "records/made"], "--to records/made lies in records/, which is public or holds the records; name a folder elsewhere, or one under made/"),
        (["2025", "--to", "content/x"], "--to content/x lies in content/, which is public or holds the records; name a folder elsewhere, or one under made/"),
        (["2025", "--to", "docs/x"], "--to docs/x lies in the repository, and would be published with it; name a folder elsewhere, or one under made/"),
        (["2025", "--to", "."], "--to . lies in the repository, and would be published with it; name a folder elsewhere, or one under made/"),
        (["2025", "--to", "theme"], "--to theme lies in theme/, which is public or holds the records; name a folder elsewhere, or one under made/"),
        (["2025", "--to", "site/x"], "--to site/x lies in site/, which is public or holds the records; name a folder elsewhere, or one under made/"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("office")
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], said: str, lrrt: Run
) -> None:
    before = tree()
    result = lrrt("certificates", "--on", "2026-08-10", *arguments)
    assert (result.exit_code, result.stderr, result.stdout) == (2, f"Error: {said}\n", "")
    assert tree() == before


def nothing_written(result: Result, said: str, status: int = 1) -> None:
    """The first line of what was said, that nothing is there, and the exit status."""
    assert result.stderr.splitlines()[0] == said
    assert result.exit_code == status
    assert not REGISTER.exists()
    assert not Path("made").exists()


@pytest.mark.usefixtures("office")
def test_nobody_signs_where_the_program_names_no_signatory(lrrt: Run) -> None:
    change("program.yaml", SIGNATORY, "")
    result = lrrt("certificates", "2025", "--on", "2026-08-10")
    nothing_written(result, "Error: program.yaml does not say who signs; add these lines to it:", 2)
    assert "  signatory:\n    name: " in result.stderr


@pytest.mark.usefixtures("office")
def test_a_name_that_no_font_can_set_is_found_in_its_record(lrrt: Run) -> None:
    change("participants/ben-larsen.yaml", "family: Larsen", "family: Larsen\n  original: 𒀭𒌋")
    result = lrrt("certificates", "2025", "--on", "2026-08-10")
    nothing_written(
        result,
        "records/participants/ben-larsen.yaml:4:13: error[character-unset] no font can set "
        "'𒀭' (U+1202D CUNEIFORM SIGN AN), '𒌋' (U+1230B CUNEIFORM SIGN U) in '𒀭𒌋'",
    )


@pytest.mark.parametrize(
    ("template", "old", "new", "said"),
    [
        ("certificate.html", "{{ mentors }}", "{{ mentor }}", "theme/documents/certificate.html:30:1: error[bad-template] 'mentor' is undefined"),
        ("certificate.html", "block closing", "block end", "theme/documents/certificate.html:1:1: error[bad-template] there is no block 'closing' in this template"),
        ("certificate.html", "{% endif %}", "", "theme/documents/certificate.html:31:1: error[bad-template] "),
        ("certificate.html", "{% block closing %}", "{% block closing %}\nA <i>good</i> <u>year</u>{# <x> #}", "theme/documents/certificate.html:34:15: error[bad-template] documents know no tag 'u'"),
        ("certificate.typ", "data.project)", "data.projekt)", "theme/documents/certificate.typ:"),
    ],
    ids=["name", "block", "syntax", "tag", "layout"],
)  # fmt: skip
@pytest.mark.usefixtures("office")
def test_a_broken_template_is_named_with_its_line(
    template: str, old: str, new: str, said: str, lrrt: Run
) -> None:
    file = Path("theme/documents") / template
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    result = lrrt("certificates", "2025", "--on", "2026-08-10")
    assert result.stderr.startswith(said)
    assert "error[bad-template]" in result.stderr
    nothing_written(result, result.stderr.splitlines()[0])


@pytest.mark.usefixtures("office")
def test_a_missing_font_is_said_before_anything_is_written(lrrt: Run) -> None:
    for file in sorted(Path("theme/documents/fonts").glob("*Display*")):
        file.unlink()
    result = lrrt("certificates", "2025", "--on", "2026-08-10")
    assert "error[font-unusable]" in result.stderr
    assert "Display" in result.stderr
    nothing_written(result, result.stderr.splitlines()[0])


@pytest.mark.usefixtures("office")
def test_faults_in_records_that_certificates_rest_on_are_shown_first(lrrt: Run) -> None:
    change("pairings/2025.yaml", "mentees: [ben-larsen]", "mentees: [ben-larsn]")
    result = lrrt("certificates", "2025", "--on", "2026-08-10")
    assert "error[unknown-participant]" in result.stderr
    nothing_written(result, result.stderr.splitlines()[0])


@pytest.mark.usefixtures("office")
def test_faults_in_outputs_are_no_hindrance(lrrt: Run) -> None:
    change("outputs/2026-reading-aloud.yaml", "status: published", "status: printed")
    assert lrrt("certificates", "2025", "--on", "2026-08-10").exit_code == 0


@pytest.mark.usefixtures("office")
def test_a_folder_that_cannot_be_made_leaves_the_register_unwritten(lrrt: Run) -> None:
    Path("made").write_text("a file")
    result = lrrt("certificates", "2025", "--on", "2026-08-10")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: made")
    assert result.stderr.endswith("; nothing was written\n")
    assert not REGISTER.parent.exists()


@pytest.mark.usefixtures("office")
def test_an_interruption_leaves_nothing_behind(lrrt: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree()

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "chmod", interrupted)
    assert lrrt("certificates", "2025", "--on", "2026-08-10").exit_code == 1
    assert tree() == before
    assert not REGISTER.parent.exists()


@pytest.mark.usefixtures("office")
def test_a_register_that_was_changed_meanwhile_is_not_written_over(
    lrrt: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lrrt("certificates", "2025", "--on", "2026-08-10")
    REGISTER.write_text("certificates: []\n")

    def meddle(self: object, award: object) -> bytes:
        del self, award
        REGISTER.write_text("certificates: []  # somebody else was here\n")
        return b""

    monkeypatch.setattr("generator.documents.press.Press.certificate", meddle)
    result = lrrt("certificates", "2025", "--on", "2026-08-10")
    assert (result.exit_code, result.stderr) == (
        2,
        (
            "Error: records/certificates/2025.yaml was changed in the meantime; run the command "
            "again\n"
        ),
    )
    assert REGISTER.read_text() == "certificates: []  # somebody else was here\n"


@pytest.mark.usefixtures("office")
def test_a_register_in_brackets_is_left_as_it_is(lrrt: Run) -> None:
    REGISTER.parent.mkdir()
    text = "letters: []\ncertificates: [{id: 7kq2m-9fx3v-ht8wn-d4p6r, participant: ben-larsen, pairing: 2025/reading-aloud, issued: 2026-08-01, revoked: {day: 2026-08-02, reason: x}}]\n"
    REGISTER.write_text(text)
    result = lrrt("certificates", "2025", "--on", "2026-08-10", "--for", "ben-larsen", "--again")
    assert (result.exit_code, result.stderr) == (
        2,
        (
            "Error: nothing can be added to records/certificates/2025.yaml without changing what "
            "stands there; write its lists with a '- ' at the beginning of each entry, not in "
            "brackets\n"
        ),
    )
    assert REGISTER.read_text() == text


@pytest.mark.usefixtures("office")
def test_a_reason_that_would_be_a_fault_in_the_register_is_refused(lrrt: Run) -> None:
    change("pairings/2025.yaml", "check_ins: [2025-check-in]", "check_ins: []")
    decision = ("--override", "Fell\u200bill", "--by", "Imogen Pretence")
    result = lrrt("certificates", "2025", "--on", "2026-08-10", "--for", "ben-larsen", *decision)
    assert "error[invisible-character]" in result.stderr
    nothing_written(result, result.stderr.splitlines()[0])
