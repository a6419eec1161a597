"""The parts of an Open Badge (Open Badges 3.0, appendix B) as JSON-LD.

https://www.imsglobal.org/spec/ob/v3p0/ on https://www.w3.org/TR/vc-data-model-2.0/. No part of any
holds an e-mail address, or a hash of one.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from generator.credentials.addresses import ISSUER, REVOKED, achievement_address
from generator.records.program import with_the

_CONTEXT = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
)
_SCHEMA = (
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
)
_SAMPLE = "Sample: the people and what they did are invented."


@dataclass(frozen=True, slots=True)
class Issuer:
    """The program that gives credentials.

    ``root`` is the address of its site, ending in '/'; ``time_zone`` is the one in which its days
    begin. With ``sample``, everything that it gives says so.
    """

    root: str
    name: str
    tagline: str
    time_zone: str
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Achievement:
    """A program year completed. ``asked`` is what its rule asks, as CompletionRule.in_words."""

    cohort: str
    title: str
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Award:
    """What one certificate says.

    ``page`` is the address of its page within the site, ``project`` plain text, or '' to leave it
    unnamed.
    """

    page: str
    name: str
    issued: date
    project: str = ""


def issuer_document(issuer: Issuer) -> dict[str, Any]:
    """Return the issuer as it is published (a Profile)."""
    return {"@context": list(_CONTEXT), **_profile(issuer)}


def achievement_document(issuer: Issuer, achievement: Achievement) -> dict[str, Any]:
    """Return what the certificates of a cohort stand for, as it is published (an Achievement)."""
    return {
        "@context": list(_CONTEXT),
        **_achievement(issuer, achievement),
        "creator": _profile(issuer),
    }


def revocation_list(issuer: Issuer, revoked: Iterable[str]) -> dict[str, Any]:
    """Return the list of what was taken back (1EdTech Revocation List Status Method 1.0).

    ``revoked`` are the addresses of certificates' pages within the site. Reasons are not told.
    """
    return {
        "id": f"{issuer.root}{REVOKED}",
        "issuer": f"{issuer.root}{ISSUER}",
        "revokedCredentials": [
            {"id": f"{issuer.root}{page}", "revoked": True} for page in sorted(revoked)
        ],
    }


def credential(issuer: Issuer, achievement: Achievement, award: Award) -> dict[str, Any]:
    """Return the credential that goes with a certificate (an AchievementCredential).

    It is named by the certificate's page. Its subject is named by a place in that page, for want
    of an identifier that would tell nothing else of a person; and by the name on the certificate,
    in clear (an IdentityObject).
    """
    page = f"{issuer.root}{award.page}"
    identity = {
        "type": "IdentityObject",
        "hashed": False,
        "identityHash": award.name,
        "identityType": "name",
    }
    subject = {
        "id": f"{page}#holder",
        "type": ["AchievementSubject"],
        "identifier": [identity],
        "achievement": _achievement(issuer, achievement),
    }
    if award.project:
        subject["narrative"] = f"Project: {award.project}"
    return {
        "@context": list(_CONTEXT),
        "id": page,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": _titled(issuer, achievement),
        "issuer": _profile(issuer),
        "validFrom": _midnight(award.issued, issuer.time_zone),
        "credentialSubject": subject,
        "credentialStatus": {"id": f"{issuer.root}{REVOKED}", "type": "1EdTechRevocationList"},
        "credentialSchema": [{"id": _SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
    }


def json_text(document: dict[str, Any]) -> str:
    """Return a document as it is published: the same bytes for the same content."""
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n"


def _profile(issuer: Issuer) -> dict[str, Any]:
    return {
        "id": f"{issuer.root}{ISSUER}",
        "type": ["Profile"],
        "name": issuer.name,
        "url": issuer.root,
        "description": _marked(issuer, issuer.tagline),
    }


def _achievement(issuer: Issuer, achievement: Achievement) -> dict[str, Any]:
    return {
        "id": f"{issuer.root}{achievement_address(achievement.cohort)}",
        "type": ["Achievement"],
        "achievementType": "CertificateOfCompletion",
        "name": _titled(issuer, achievement),
        "description": _marked(
            issuer, f"Completed a program year of {with_the(issuer.name)} as a mentee."
        ),
        "criteria": {"narrative": _criteria(achievement.asked)},
    }


def _titled(issuer: Issuer, achievement: Achievement) -> str:
    name = f"{issuer.name}, {achievement.title}"
    return f"Sample: {name}" if issuer.sample else name


def _marked(issuer: Issuer, text: str) -> str:
    return f"{text} {_SAMPLE}" if issuer.sample else text


def _criteria(asked: tuple[str, ...]) -> str:
    """Return what had to be done; true also where the chair decided otherwise."""
    parts = list(asked) or ["worked together until the end of the program year"]
    if len(parts) > 1:
        parts[-1] = f"and {parts[-1]}"
    joined = (" " if len(parts) == 2 else ", ").join(parts)  # noqa: PLR2004  # 'a and b', or 'a, b, and c'
    return (
        f"The pair of mentor and mentee {joined}. In a single case, the chair of the program can "
        "decide otherwise."
    )


def _midnight(day: date, zone: str) -> str:
    """Return the beginning of a day in a time zone, as a time stamp in UTC."""
    begins = datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
    return begins.strftime("%Y-%m-%dT%H:%M:%SZ")
