"""Signing credentials, and verifying what was signed (Open Badges 3.0, 8.2 "JWT Proof Format")."""

import json
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError, SecurityWarning

from generator.credentials.addresses import key_address
from generator.credentials.jwk import KEYS_FOR, algorithm_of, jwk
from generator.credentials.private_key import PrivateKey
from generator.records.program import SigningKey


def sign(document: Mapping[str, Any], key: PrivateKey, listed: SigningKey, root: str) -> str:
    """Return a credential as a compact JWS (RFC 7515, 7.1).

    ``listed`` is the entry of program.yaml for the key, and ``root`` the address of the site, under
    which verifiers find it. RS256 and Ed25519 sign the same content with the same bytes each time;
    ES256 does not (see ``sign_again``).
    """
    algorithm = algorithm_of(key.public)
    # Additional JOSE headers are not allowed (8.2.3).
    header = {"alg": algorithm, "kid": f"{root}{key_address(listed.id)}", "typ": "JWT"}
    with _old_name_for_ed25519():
        signing = KEYS_FOR[algorithm].import_key(key.pem)
        return jws.serialize_compact(header, payload_of(document), signing, algorithms=[algorithm])


def sign_again(
    before: str, document: Mapping[str, Any], key: PrivateKey, listed: SigningKey, root: str
) -> str:
    """Return what was signed ``before`` if it is the same credential by the same key, or sign it.

    So a credential that is made again has the same bytes, whatever the kind of key.
    """
    same = verified(before, listed, root) == _claims(document)
    return before if same else sign(document, key, listed, root)


def verified(token: str, listed: SigningKey, root: str) -> dict[str, Any] | None:
    """Return what a compact JWS says if a key of the program signed it, or None."""
    public = jwk(listed, root)
    key = KEYS_FOR[public["alg"]].import_key(listed.public_key)
    with _old_name_for_ed25519():
        try:
            found = jws.deserialize_compact(token, key, algorithms=[public["alg"]])
            claims = json.loads(found.payload)
        except (JoseError, ValueError, TypeError):  # the library expects well-formed headers
            return None
    own = found.headers().get("kid") == public["kid"]
    return claims if own and isinstance(claims, dict) else None


def payload_of(document: Mapping[str, Any]) -> bytes:
    """Return what is signed: the credential with the claims that repeat parts of it (8.2.4.1)."""
    text = json.dumps(_claims(document), ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def _claims(document: Mapping[str, Any]) -> dict[str, Any]:
    begins = datetime.fromisoformat(document["validFrom"])
    return {
        **document,
        "iss": document["issuer"]["id"],
        "jti": document["id"],
        "nbf": int(begins.timestamp()),
        "sub": document["credentialSubject"]["id"],
    }


@contextmanager
def _old_name_for_ed25519() -> Iterator[None]:
    """Let 'EdDSA' pass: RFC 9864 has another name for it now, which few verifiers know yet."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SecurityWarning)
        yield
