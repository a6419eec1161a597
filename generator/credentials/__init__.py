"""Certificates as credentials that anybody can verify: Open Badges 3.0, signed as VC-JWT."""

from generator.credentials.addresses import (
    ISSUER,
    KEYS,
    REVOKED,
    achievement_address,
    key_address,
)
from generator.credentials.jwk import jwk, jwk_set
from generator.credentials.open_badge import (
    Achievement,
    Award,
    Issuer,
    achievement_document,
    credential,
    issuer_document,
    json_text,
    revocation_list,
)
from generator.credentials.private_key import (
    KeyFaultError,
    PassphraseNeededError,
    PrivateKey,
    listed_as,
    listing_of,
    read_private_key,
)
from generator.credentials.signing import sign, sign_again, verified

__all__ = [
    "ISSUER",
    "KEYS",
    "REVOKED",
    "Achievement",
    "Award",
    "Issuer",
    "KeyFaultError",
    "PassphraseNeededError",
    "PrivateKey",
    "achievement_address",
    "achievement_document",
    "credential",
    "issuer_document",
    "json_text",
    "jwk",
    "jwk_set",
    "key_address",
    "listed_as",
    "listing_of",
    "read_private_key",
    "revocation_list",
    "sign",
    "sign_again",
    "verified",
]
