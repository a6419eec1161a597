"""lrrt letters: who gets one, and what it tells."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.documents.office import pages_of, words_of

Run = Callable[..., Result]
REGISTER = Path("records/certificates/2025.yaml")
FILE = Path("made/letters-2025/letter-ada-okafor.pdf")


def change(path: str, old: str, new: str) -> None:
    file = Path("records") / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def told() -> str:
    """The words of the letter, in one line."""
    return words_of(FILE.read_bytes())


@pytest.mark.usefixtures("office")
def test_a_mentor_gets_a_letter_and_the_register_keeps_its_day(lrrt: Run) -> None:
    result = lrrt("letters", "2025", "--on", "2026-08-10")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "made/letters-2025/: 1 letter, new.\n"
        "Commit records/certificates/2025.yaml, which keeps the day of each.\n"
    )
    assert REGISTER.read_text() == (
        "# yaml-language-server: $schema=../schemas/certificates.json\n"
        "letters:\n  - participant: ada-okafor\n    issued: 2026-08-10\n"
    )


@pytest.mark.usefixtures("office")
def test_certificates_and_letters_share_a_register(lrrt: Run) -> None:
    lrrt("letters", "2025", "--on", "2026-08-10")
    letters = REGISTER.read_text()
    lrrt("certificates", "2025", "--on", "2026-08-11")
    assert REGISTER.read_text().startswith(letters + "certificates:\n  - id: ")
    before = FILE.read_bytes()
    assert lrrt("letters", "2025", "--on", "2026-12-01").exit_code == 0
    assert FILE.read_bytes() == before


@pytest.mark.usefixtures("office")
def test_a_submitted_work_is_not_named_and_a_public_one_is(lrrt: Run) -> None:
    lrrt("letters", "2025", "--on", "2026-08-10")
    assert "Journal of Invented Results" in told()
    change("outputs/2026-reading-aloud.yaml", "status: published", "status: submitted")
    lrrt("letters", "2025", "--on", "2026-08-10")
    assert "Journal of Invented Results" not in told()
    assert "come of it so far" not in told()


@pytest.mark.usefixtures("office")
def test_names_of_the_pair_need_no_consent_and_references_do(lrrt: Run) -> None:
    change("participants/ben-larsen.yaml", "sessions, recording, outputs]", "sessions]")
    change("outputs/2026-reading-aloud.yaml", "  - participant: ben-larsen\n", "")
    change(
        "participants/ben-larsen.yaml", "[name, affiliation, biography, links, pairing,", "[name,"
    )
    lrrt("letters", "2025", "--on", "2026-08-10")
    assert "You guided Ben Larsen through" in told()


@pytest.mark.usefixtures("office")
def test_a_mentee_who_withdrew_is_not_named(lrrt: Run) -> None:
    change("participants/ben-larsen.yaml", "consent:", "withdrawn: 2026-08-01\nconsent:")
    lrrt("letters", "2025", "--on", "2026-08-10")
    assert "You guided a mentee through the project" in told()
    assert "Larsen" not in told()


@pytest.mark.usefixtures("office")
def test_every_completed_pairing_of_a_mentor_stands_in_one_letter(lrrt: Run) -> None:
    for id_, given in (("cleo-marsh", "Cleo"), ("dov-larsen", "Dov")):
        Path(f"records/participants/{id_}.yaml").write_text(
            f"name:\n  given: {given}\n  family: Marsh\nconsent:\n  given: 2025-07-01\n"
            "  scopes: [name, pairing, sessions, outputs]\n"
        )
    pairings = Path("records/pairings/2025.yaml")
    pairings.write_text(
        pairings.read_text()
        + "  - id: second\n    mentors: [ada-okafor, dov-larsen]\n    mentees: [cleo-marsh]\n"
        "    status: active\n    check_ins: [2025-check-in]\n    evaluations: [cleo-marsh]\n"
        "    project: {title: Who asks at night?}\n"
    )
    events = Path("records/events/2026-symposium.yaml")
    events.write_text(
        events.read_text()
        + "  - id: second\n    kind: talk\n    title: Night questions\n    start: '14:00'\n"
        "    end: '14:30'\n    pairing: 2025/second\n"
    )
    lrrt("letters", "2025", "--on", "2026-08-10", "--for", "ada-okafor")
    said = told()
    assert "to the work of new researchers." in said
    assert "You guided Ben Larsen through the project Reading aloud in small libraries." in said
    assert (
        "Together with Dov Marsh, you guided Cleo Marsh through the project Who asks at night? "
        "The talk Night questions was given at the Symposium of the 2025 cohort on June 26, 2026."
    ) in said


@pytest.mark.usefixtures("office")
def test_works_that_find_no_room_are_counted_and_their_page_is_named(lrrt: Run) -> None:
    work = Path("records/outputs/2026-reading-aloud.yaml").read_text()
    for number in range(1, 30):
        Path(f"records/outputs/2026-part-{number}.yaml").write_text(
            work.replace("small libraries", f"small libraries, part {number}").replace(
                "lrrt.2025", f"lrrt.2025.{number}"
            )
        )
    lrrt("letters", "2025", "--on", "2026-08-10")
    said = told()
    shown = said.count("https://doi.org/")
    assert 5 < shown < 30
    assert f"The page https://example.org/mentorship/cohorts/2025/ lists {30 - shown} more." in said
    assert pages_of(FILE.read_bytes()) == 1


@pytest.mark.usefixtures("office")
def test_an_ended_pairing_brings_a_letter_only_by_decision_of_the_chair(lrrt: Run) -> None:
    change("pairings/2025.yaml", "status: active", "status: ended\n    ended: 2026-05-01")
    asked = ("letters", "2025", "--on", "2026-08-10", "--for", "ada-okafor")
    assert lrrt(*asked).stderr == (
        "Error: ada-okafor gets no letter: the pairing ended before its time\n"
        "Record what is missing in records/pairings/2025.yaml, or let the chair decide: "
        "--override REASON --by NAME\n"
        "Nothing was written.\n"
    )
    assert lrrt(*asked, "--override", "Gave a year", "--by", "Imogen Pretence").exit_code == 0
    said = told()
    assert "Thank you for your time as a mentor" in said
    assert "From August 1, 2025, to May 1, 2026, in the Cohort of 2025" in said
    assert "You guided Ben Larsen in the project" in said
    assert "reason: Gave a year" in REGISTER.read_text()
    assert "Gave a year" not in told()
