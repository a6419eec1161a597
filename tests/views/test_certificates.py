"""What the page of a certificate tells, by what the people agreed to."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.records.fields import ConsentScope
from generator.views.certificates import CertificateView
from generator.views.links import Link
from generator.views.people import PersonLabel
from tests.views.certified import ID, OTHER, PROJECT, consent, program
from tests.views.sites import Records, person, site_of

ALL = [str(scope) for scope in ConsentScope]
WITHOUT = {scope: [one for one in ALL if one != scope] for scope in ALL}

HOLDER = PersonLabel("Nadia Invented", "people/nadia/")
MENTOR = PersonLabel("Milo Madeup", "people/milo/")
UNNAMED = CertificateView(ID, issued="April 1, 2027", cohort=Link("title", "cohorts/2026/"))
NAMED = CertificateView(
    ID,
    issued="April 1, 2027",
    cohort=Link("title", "cohorts/2026/"),
    holder=HOLDER,
    original="Надя",
    original_language="ru",
    project=PROJECT,
    mentors=(MENTOR,),
)


def the_view(folder: Path, written: Records) -> CertificateView:
    (view,) = site_of(folder, written).certificates
    return view


def test_with_every_consent_it_says_what_stands_on_the_paper(tmp_path: Path) -> None:
    assert the_view(tmp_path, program()) == NAMED
    assert NAMED.address == f"certificates/{ID}/"


@pytest.mark.parametrize(
    ("scopes", "shown"),
    [
        (None, UNNAMED),
        ([], UNNAMED),
        (["name"], UNNAMED),
        (["name", "pairing"], UNNAMED),
        (WITHOUT["certificate"], UNNAMED),
        (["name", "certificate"], replace(NAMED, project="", mentors=())),
        (["name", "certificate", "pairing"], NAMED),
        (ALL, NAMED),
    ],
)
def test_the_holder_decides_whether_the_page_names_anybody(
    tmp_path: Path, scopes: list[str] | None, shown: CertificateView
) -> None:
    written = program()
    holder = written["participants/nadia.yaml"]
    del holder["consent"]
    if scopes is not None:
        holder["consent"] = consent(scopes)
    assert the_view(tmp_path, written) == shown


def test_after_withdrawal_nobody_is_named(tmp_path: Path) -> None:
    written = program()
    written["participants/nadia.yaml"]["withdrawn"] = "2027-05-01"
    assert the_view(tmp_path, written) == UNNAMED


def test_a_mentor_who_did_not_agree_is_not_named(tmp_path: Path) -> None:
    written = program()
    written["participants/milo.yaml"]["consent"] = consent(WITHOUT["pairing"])
    assert the_view(tmp_path, written) == replace(NAMED, mentors=())


def test_a_project_that_another_mentee_did_not_agree_to_is_not_named(tmp_path: Path) -> None:
    written = program()
    written["participants/otto.yaml"] = person("Otto", "Unreal") | {
        "consent": consent(WITHOUT["pairing"])
    }
    written["pairings/2026.yaml"]["pairings"][0]["mentees"] = ["nadia", "otto"]
    assert the_view(tmp_path, written) == replace(NAMED, project="")


def test_a_pairing_that_is_not_on_the_site_is_not_on_the_page(tmp_path: Path) -> None:
    written = program()
    written["pairings/2026.yaml"]["pairings"][0]["status"] = "proposed"
    assert the_view(tmp_path, written) == replace(NAMED, project="", mentors=())


def test_of_what_was_revoked_it_says_that_and_nothing_else(tmp_path: Path) -> None:
    written = program(revoked={"day": "2027-05-02", "reason": "A slip."})
    assert the_view(tmp_path, written) == CertificateView(ID, revoked="May 2, 2027")


def test_a_decision_of_the_chair_leaves_no_trace(tmp_path: Path) -> None:
    decided = {"reason": "A storm.", "by": "Chair", "day": "2027-03-31"}
    assert the_view(tmp_path, program(override=decided)) == NAMED


def test_certificates_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    written = program(id=OTHER, revoked={"day": "2027-04-02", "reason": "A slip."})
    again = {**written["certificates/2026.yaml"]["certificates"][0], "id": ID}
    del again["revoked"]
    written["certificates/2026.yaml"]["certificates"].append(again)
    assert site_of(tmp_path, written).certificates == (
        NAMED,
        CertificateView(OTHER, revoked="April 2, 2027"),
    )
