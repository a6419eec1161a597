"""lrrt revoke: a certificate is taken back, and the register keeps the rest."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
REGISTER = Path("records/certificates/2025.yaml")
ID = "7kq2m-9fx3v-ht8wn-d4p6r"
WRITTEN = f"""\
# kept by hand, too
certificates:
  - id: {ID}  # on heavy paper
    participant: ben-larsen
    pairing: 2025/reading-aloud
    issued: 2026-08-10

letters: []
"""
REVOKED = """\
    issued: 2026-08-10
    revoked:
      day: 2026-09-01
      reason: Given to the wrong person
"""
REASON = ("--reason", "Given to the wrong person", "--on", "2026-09-01")


@pytest.fixture
def register(program: Path) -> Path:
    del program
    REGISTER.parent.mkdir()
    REGISTER.write_text(WRITTEN)
    return REGISTER


@pytest.mark.parametrize(
    "named",
    [
        [ID],
        [ID.upper()],
        [f"https://example.org/mentorship/certificates/{ID}/"],
        ["--for", "ben-larsen", "--cohort", "2025"],
    ],
    ids=["id", "capitals", "address", "person"],
)
def test_a_certificate_is_revoked_and_every_other_line_stays(
    named: list[str], register: Path, lrrt: Run
) -> None:
    result = lrrt("revoke", *named, *REASON)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "records/certificates/2025.yaml: the certificate of ben-larsen is revoked from 2026-09-01 "
        "on.\n"
        f"Commit it: the page certificates/{ID}/ then says so, and no longer what was certified.\n"
    )
    assert register.read_text() == WRITTEN.replace("    issued: 2026-08-10\n", REVOKED)
    assert lrrt("validate").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name a certificate by its id, or a mentee with --for ID --cohort COHORT"),
        ([ID, "--for", "ben-larsen", "--cohort", "2025"], "name a certificate by its id, or a mentee with --for ID --cohort COHORT"),
        (["--for", "ben-larsen"], "name a certificate by its id, or a mentee with --for ID --cohort COHORT"),
        (["7kq2m-9fx3v-ht8wn-d4p6x"], "no certificate has the id '7kq2m-9fx3v-ht8wn-d4p6x'"),
        (["--for", "ben-larsn", "--cohort", "2025"], "nobody with the id 'ben-larsn' has a certificate of the cohort 2025: did you mean 'ben-larsen'?"),
        (["--for", "ada-okafor", "--cohort", "2025"], "nobody with the id 'ada-okafor' has a certificate of the cohort 2025: certificates were given to ben-larsen"),
        (["--for", "ben-larsen", "--cohort", "2024"], "no cohort '2024': the cohorts are 2025"),
        ([ID, "--on", "2026-08-09"], f"the certificate {ID} was given on 2026-08-10, which is after 2026-08-09"),
        ([ID, "--reason", "Ask ben@example.org"], "--reason has an e-mail address or a telephone number, and everybody can read the records; leave it out"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], said: str, register: Path, lrrt: Run
) -> None:
    result = lrrt("revoke", *REASON, *arguments)
    assert (result.exit_code, result.stderr) == (2, f"Error: {said}\n")
    assert register.read_text() == WRITTEN


def test_the_files_that_were_made_are_named_so_that_they_can_be_deleted(
    register: Path, lrrt: Run
) -> None:
    folder = Path("made/certificates-2025")
    folder.mkdir(parents=True)
    for name in ("ben-larsen.pdf", "ben-larsen.jwt", "ben-larsen-2.pdf"):
        (folder / f"certificate-{name}").write_text("made", "utf-8")
    result = lrrt("revoke", ID, *REASON)
    assert result.stderr.splitlines()[-1] == (
        "Delete made/certificates-2025/certificate-ben-larsen.jwt and "
        "made/certificates-2025/certificate-ben-larsen.pdf, so that nobody sends it again."
    )
    assert "revoked:" in register.read_text()


def test_it_is_revoked_once(register: Path, lrrt: Run) -> None:
    lrrt("revoke", ID, *REASON)
    before = register.read_text()
    result = lrrt("revoke", ID, "--reason", "Again", "--on", "2026-10-01")
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: the certificate {ID} was revoked already, on 2026-09-01\n",
    )
    assert register.read_text() == before


def test_a_reason_that_would_be_a_fault_is_refused(register: Path, lrrt: Run) -> None:
    result = lrrt("revoke", ID, "--reason", "Wrong\u200bperson", "--on", "2026-09-01")
    assert result.exit_code == 1
    assert "error[invisible-character]" in result.stderr
    assert register.read_text() == WRITTEN


@pytest.mark.usefixtures("program")
def test_a_faulty_register_is_shown_and_not_touched(lrrt: Run) -> None:
    REGISTER.parent.mkdir()
    text = WRITTEN.replace(ID, "12345")
    REGISTER.write_text(text)
    result = lrrt("revoke", "--for", "ben-larsen", "--cohort", "2025", *REASON)
    assert result.exit_code == 1
    assert "error[bad-certificate-id]" in result.stderr
    assert REGISTER.read_text() == text


def test_faults_elsewhere_do_not_keep_a_certificate_valid(register: Path, lrrt: Run) -> None:
    Path("records/events/2026-symposium.yaml").write_text("kind: nothing\n")
    assert lrrt("revoke", ID, *REASON).exit_code == 0
    assert "revoked:" in register.read_text()
