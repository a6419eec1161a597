"""Certificates as Open Badges: what they say, in the shape that the specification asks for."""

from dataclasses import replace
from datetime import date
from typing import Any

import jsonschema
import pytest

from generator.credentials import (
    Achievement,
    Award,
    Issuer,
    achievement_document,
    credential,
    issuer_document,
    json_text,
    revocation_list,
)
from tests.credentials import schema

ROOT = "https://example.org/mentorship/"
PAGE = "certificates/7kq2m-9fx3v-ht8wn-d4p6r/"
ISSUER = Issuer(ROOT, "A Mentorship Program", "Pairs for a year of research.", "America/Chicago")
YEAR = Achievement(
    "2025",
    "Cohort of 2025",
    ("attended at least 3 check-ins", "presented at the symposium", "sent in an evaluation"),
)
AWARD = Award(PAGE, "Łucja Zmyślona", date(2026, 7, 31), "What people ask at night")

PROFILE = {
    "id": f"{ROOT}credentials/issuer.json",
    "type": ["Profile"],
    "name": "A Mentorship Program",
    "url": ROOT,
    "description": "Pairs for a year of research.",
}
ACHIEVEMENT = {
    "id": f"{ROOT}credentials/achievements/2025.json",
    "type": ["Achievement"],
    "achievementType": "CertificateOfCompletion",
    "name": "A Mentorship Program, Cohort of 2025",
    "description": "Completed a program year of A Mentorship Program as a mentee.",
    "criteria": {
        "narrative": "The pair of mentor and mentee attended at least 3 check-ins, presented at "
        "the symposium, and sent in an evaluation. In a single case, the chair of the program can "
        "decide otherwise."
    },
}
CONTEXT = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
]


def narrative(*asked: str) -> str:
    criteria: dict[str, str] = achievement_document(ISSUER, replace(YEAR, asked=asked))["criteria"]
    return criteria["narrative"]


def test_a_credential_says_what_the_certificate_says_and_nothing_else() -> None:
    assert credential(ISSUER, YEAR, AWARD) == {
        "@context": CONTEXT,
        "id": f"{ROOT}{PAGE}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "A Mentorship Program, Cohort of 2025",
        "issuer": PROFILE,
        "validFrom": "2026-07-31T05:00:00Z",
        "credentialSubject": {
            "id": f"{ROOT}{PAGE}#holder",
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "hashed": False,
                    "identityHash": "Łucja Zmyślona",
                    "identityType": "name",
                }
            ],
            "achievement": ACHIEVEMENT,
            "narrative": "Project: What people ask at night",
        },
        "credentialStatus": {
            "id": f"{ROOT}credentials/revoked.json",
            "type": "1EdTechRevocationList",
        },
        "credentialSchema": [
            {
                "id": "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
                "type": "1EdTechJsonSchemaValidator2019",
            }
        ],
    }


def test_a_project_that_is_not_named_leaves_no_trace() -> None:
    subject = credential(ISSUER, YEAR, replace(AWARD, project=""))["credentialSubject"]
    assert set(subject) == {"id", "type", "identifier", "achievement"}


@pytest.mark.parametrize("sample", [False, True])
@pytest.mark.parametrize("award", [AWARD, replace(AWARD, project="")])
def test_a_credential_has_the_shape_of_the_specification(award: Award, *, sample: bool) -> None:
    document = credential(replace(ISSUER, sample=sample), YEAR, award)
    jsonschema.Draft202012Validator(schema.CREDENTIAL).validate(document)


@pytest.mark.parametrize(
    "change",
    [
        {"evidence": []},
        {"validFrom": "2026-07-31"},
        {"id": "urn:uuid:1"},
        {"@context": CONTEXT[:1]},
        {"issuer": {**PROFILE, "email": "chair@example.org"}},
    ],
)
def test_the_schema_finds_what_does_not_belong_in_a_credential(change: dict[str, Any]) -> None:
    document = {**credential(ISSUER, YEAR, AWARD), **change}
    assert not jsonschema.Draft202012Validator(schema.CREDENTIAL).is_valid(document)


def test_the_issuer_and_the_achievement_are_published_as_credentials_name_them() -> None:
    assert issuer_document(ISSUER) == {"@context": CONTEXT, **PROFILE}
    assert achievement_document(ISSUER, YEAR) == {
        "@context": CONTEXT,
        **ACHIEVEMENT,
        "creator": PROFILE,
    }


def test_what_was_taken_back_is_listed_without_a_reason() -> None:
    pages = ("certificates/b/", "certificates/a/")
    listing = revocation_list(ISSUER, pages)
    assert listing == {
        "id": f"{ROOT}credentials/revoked.json",
        "issuer": f"{ROOT}credentials/issuer.json",
        "revokedCredentials": [
            {"id": f"{ROOT}certificates/a/", "revoked": True},
            {"id": f"{ROOT}certificates/b/", "revoked": True},
        ],
    }
    jsonschema.Draft202012Validator(schema.REVOCATION_LIST).validate(listing)


def test_an_invented_program_says_so_in_everything_it_gives() -> None:
    sample = replace(ISSUER, sample=True)
    document = credential(sample, YEAR, AWARD)
    achievement = document["credentialSubject"]["achievement"]
    mark = " Sample: the people and what they did are invented."
    assert document["name"] == "Sample: A Mentorship Program, Cohort of 2025"
    assert achievement["name"] == document["name"]
    assert achievement["description"] == f"{ACHIEVEMENT['description']}{mark}"
    assert issuer_document(sample)["description"] == f"{PROFILE['description']}{mark}"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "worked together until the end of the program year."),
        (("attended",), "attended."),
        (("attended", "presented"), "attended and presented."),
        (("attended", "presented", "wrote"), "attended, presented, and wrote."),
    ],
)
def test_what_had_to_be_done_is_a_sentence(asked: tuple[str, ...], said: str) -> None:
    first, _, rest = narrative(*asked).partition(". ")
    assert f"{first}." == f"The pair of mentor and mentee {said}"
    assert rest == "In a single case, the chair of the program can decide otherwise."


@pytest.mark.parametrize(
    ("zone", "begins"),
    [
        ("America/Chicago", "2026-01-02T06:00:00Z"),
        ("Asia/Tokyo", "2026-01-01T15:00:00Z"),
        ("Etc/UTC", "2026-01-02T00:00:00Z"),
    ],
)
def test_a_credential_is_valid_from_the_beginning_of_its_day_where_the_program_is(
    zone: str, begins: str
) -> None:
    award = replace(AWARD, issued=date(2026, 1, 2))
    assert credential(replace(ISSUER, time_zone=zone), YEAR, award)["validFrom"] == begins


def test_names_of_every_script_are_written_as_they_are() -> None:
    award = replace(AWARD, name="虛構 نورة Вымыслова")
    assert "虛構 نورة Вымыслова" in json_text(credential(ISSUER, YEAR, award))
