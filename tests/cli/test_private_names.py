"""lrrt certificates and letters for people who are not named in a public repository."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.catalog import load_catalog
from generator.views.certificates import make_certificates
from generator.views.consent import Consents
from tests.documents.office import words_of

Run = Callable[..., Result]
DAY = ("--on", "2026-08-10")
PRIVATE = ("--private", "private")
CERTIFICATE = Path("made/certificates-2025/certificate-mentee-2025-01.pdf")
LETTER = Path("made/letters-2025/letter-ada-okafor.pdf")
APPLICATION = Path("private/applications/2025/mentee-2025-01.yaml")
DORA = """\
role: mentee
name: {given: Dora, family: Marsh}
email: dora@example.org
affiliation: {name: Example Town Library}
"""
PAIR = """\
  - id: night-reading
    mentors: [ada-okafor]
    mentees: [mentee-2025-01]
    status: active
    check_ins: [2025-check-in]
    evaluations: [mentee-2025-01]
"""
TALK = """\
  - id: night-reading
    kind: talk
    title: Reading at night
    start: "13:45"
    end: "14:00"
    pairing: 2025/night-reading
"""
NO_NAME = "no name is in the record of mentee-2025-01"
HAS_IT = f"{NO_NAME}; the application has it: --private DIR or LRRT_PRIVATE"


@pytest.fixture
def unnamed(office: Path, lrrt: Run) -> Path:
    """Dora Marsh, who agreed to nothing, was accepted, and completed with Ada Okafor."""
    folder = office / "private/applications/2025"
    folder.mkdir(parents=True)
    (folder / "dora-marsh.yaml").write_text(DORA, "utf-8")
    assert lrrt("accept", "2025", "dora-marsh", *PRIVATE).exit_code == 0
    for path, added in (("pairings/2025.yaml", PAIR), ("events/2026-symposium.yaml", TALK)):
        file = office / "records" / path
        file.write_text(f"{file.read_text('utf-8').rstrip()}\n{added}", "utf-8")
    assert lrrt("validate", *PRIVATE).exit_code == 0
    return office


def public(folder: Path) -> str:
    """Everything that everybody can read."""
    return "\n".join(one.read_text("utf-8") for one in (folder / "records").rglob("*.yaml"))


def test_the_name_is_taken_from_the_application_and_stays_out_of_the_records(
    unnamed: Path, lrrt: Run
) -> None:
    result = lrrt("certificates", "2025", *DAY, *PRIVATE)
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        0,
        "made/certificates-2025/: 2 certificates, new.",
    )
    assert "Dora Marsh" in words_of(CERTIFICATE.read_bytes())
    assert "participant: mentee-2025-01" in public(unnamed)
    assert [word for word in ("Dora", "Marsh") if word.lower() in public(unnamed).lower()] == []
    catalog = load_catalog(unnamed / "records", unnamed / "private").catalog
    pages = make_certificates(catalog, Consents(catalog))
    assert sorted(page.holder.name if page.holder else "" for page in pages) == ["", ""]


@pytest.mark.usefixtures("unnamed")
def test_without_the_private_folder_each_of_them_is_told_where_the_name_is(lrrt: Run) -> None:
    result = lrrt("certificates", "2025", *DAY)
    assert (result.exit_code, result.stderr.splitlines()[:2]) == (
        0,
        [f"mentee-2025-01: {HAS_IT}", "made/certificates-2025/: 1 certificate, new."],
    )
    asked = lrrt("certificates", "2025", *DAY, "--for", "mentee-2025-01")
    assert (asked.exit_code, asked.stderr) == (
        2,
        f"Error: mentee-2025-01 gets no certificate: {HAS_IT}\nNothing was written.\n",
    )
    assert not CERTIFICATE.exists()


@pytest.mark.usefixtures("unnamed")
def test_a_letter_needs_the_names_of_the_mentees_too(lrrt: Run) -> None:
    result = lrrt("letters", "2025", *DAY)
    assert result.stderr == f"ada-okafor: {HAS_IT}\nNo letter was made.\n"
    assert lrrt("letters", "2025", *DAY, *PRIVATE).exit_code == 0
    assert "Dora Marsh" in words_of(LETTER.read_bytes())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, f"{NO_NAME}, nor in an application in private/"),
        ("role: mentee\nemail: dora@example.org\n", f"{NO_NAME}, nor in an application in private/"),
        ("name: 7: 8\n", f"{NO_NAME}, and the application 2025/mentee-2025-01 has faults: 'lrrt validate --private DIR'"),
    ],
    ids=["gone", "nameless", "faulty"],
)  # fmt: skip
@pytest.mark.usefixtures("unnamed")
def test_where_no_application_has_the_name_that_is_said(
    text: str | None, said: str, lrrt: Run
) -> None:
    APPLICATION.unlink()
    if text:
        APPLICATION.write_text(text, "utf-8")
    result = lrrt("certificates", "2025", *DAY, *PRIVATE)
    assert result.stderr.splitlines()[0] == f"mentee-2025-01: {said}"


@pytest.mark.usefixtures("unnamed")
def test_the_name_of_an_earlier_application_counts_where_the_latest_has_none(lrrt: Run) -> None:
    earlier = APPLICATION.parents[1] / "2024" / APPLICATION.name
    earlier.parent.mkdir()
    APPLICATION.rename(earlier)
    APPLICATION.write_text("role: mentee\nemail: dora@example.org\n", "utf-8")
    cohort = Path("records/cohorts/2025.yaml").read_text("utf-8")
    Path("records/cohorts/2024.yaml").write_text(
        cohort.replace("2025", "2024").replace("2026", "2025"),
        "utf-8",
    )
    assert lrrt("certificates", "2025", *DAY, *PRIVATE).exit_code == 0
    assert "Dora Marsh" in words_of(CERTIFICATE.read_bytes())


@pytest.mark.usefixtures("unnamed")
def test_a_name_that_no_font_can_set_is_found_in_the_application(lrrt: Run) -> None:
    text = APPLICATION.read_text("utf-8")
    APPLICATION.write_text(text.replace("Marsh", "Marsh 𒀭"), "utf-8")
    result = lrrt("certificates", "2025", *DAY, *PRIVATE)
    assert result.exit_code == 1
    assert result.stderr.startswith("private/applications/2025/mentee-2025-01.yaml:2:")


@pytest.mark.parametrize("reason", ["Marsh, Dora, fell ill", "dora marsh fell ill"])
def test_the_reason_of_an_override_must_not_tell_the_name(
    reason: str, unnamed: Path, lrrt: Run
) -> None:
    pairs = unnamed / "records/pairings/2025.yaml"
    text = pairs.read_text("utf-8").replace("evaluations: [mentee-2025-01]", "evaluations: []")
    pairs.write_text(text, "utf-8")
    asked = ("--for", "mentee-2025-01", "--override", reason, "--by", "Imogen Pretence")
    result = lrrt("certificates", "2025", *DAY, *PRIVATE, *asked)
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: --override has the name of mentee-2025-01, which the records may not hold; leave "
        "it out\n"
    )
    assert not (unnamed / "records/certificates").exists()


def test_the_reason_of_a_revocation_must_not_tell_the_name(unnamed: Path, lrrt: Run) -> None:
    assert lrrt("certificates", "2025", *DAY, *PRIVATE).exit_code == 0
    before = public(unnamed)
    asked = ("--for", "mentee-2025-01", "--cohort", "2025", "--on", "2026-09-01", *PRIVATE)
    result = lrrt("revoke", *asked, "--reason", "Dora Marsh never came")
    assert (result.exit_code, public(unnamed)) == (2, before)
    assert result.stderr == (
        "Error: --reason has the name of mentee-2025-01, which the records may not hold; leave it "
        "out\n"
    )
    assert lrrt("revoke", *asked, "--reason", "Never came").exit_code == 0
