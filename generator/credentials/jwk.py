"""Public keys as verifiers read them: JSON Web Keys (RFC 7517)."""

from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from joserfc.jwk import ECKey, OKPKey, RSAKey

from generator.credentials.addresses import key_address
from generator.records.program import SigningKey
from generator.records.public_keys import VerifyingKey, load_public_key

KEYS_FOR: Mapping[str, type[RSAKey] | type[ECKey] | type[OKPKey]] = {
    "RS256": RSAKey,
    "ES256": ECKey,
    "EdDSA": OKPKey,
}
"""The kind of key that each algorithm takes."""


def algorithm_of(key: VerifyingKey) -> str:
    """Return the algorithm with which a key verifies (RFC 7518, 3.1; RFC 8037, 3.1).

    Ed25519 goes by 'EdDSA' here, and not by the name of RFC 9864, which few verifiers know yet.
    """
    if isinstance(key, RSAPublicKey):
        return "RS256"
    return "ES256" if isinstance(key, EllipticCurvePublicKey) else "EdDSA"


def jwk(key: SigningKey, root: str) -> dict[str, Any]:
    """Return a key of the program; ``root`` is the address of the site, ending in '/'.

    Its ``kid`` is the address under which it is published alone: what a verifier of Open Badges
    follows to a JWK (Open Badges 3.0, 8.2.3 "Create the JOSE Header").
    """
    algorithm = algorithm_of(load_public_key(key.public_key))
    numbers = KEYS_FOR[algorithm].import_key(key.public_key).as_dict(private=False)
    return {
        **dict(sorted(numbers.items())),
        "alg": algorithm,
        "kid": f"{root}{key_address(key.id)}",
        "use": "sig",
    }


def jwk_set(keys: tuple[SigningKey, ...], root: str) -> dict[str, Any]:
    """Return all keys of the program as a JWK Set (RFC 7517, 5)."""
    return {"keys": [jwk(key, root) for key in keys]}
