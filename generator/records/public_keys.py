"""Public keys by which others verify what the program signed."""

from typing import Annotated

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from pydantic import AfterValidator, Field

from generator.records.fields import Holds, fault

LEAST_BITS = 2048
"""How long an RSA key must be (RFC 7518, 3.3)."""

VerifyingKey = RSAPublicKey | EllipticCurvePublicKey | Ed25519PublicKey


def load_public_key(pem: str) -> VerifyingKey:
    """Return the key that a text in PEM holds.

    Raises ValueError, with what is wrong, where it holds none that credentials can be signed with.
    """
    try:
        key = load_pem_public_key(pem.encode())
    except (ValueError, UnsupportedAlgorithm):
        message = "this text holds no public key that can be read"
        raise ValueError(message) from None
    if isinstance(key, RSAPublicKey):
        if key.key_size >= LEAST_BITS:
            return key
        message = f"this RSA key has {key.key_size:,} bits, but at least {LEAST_BITS:,} are needed"
        raise ValueError(message)
    if isinstance(key, EllipticCurvePublicKey) and isinstance(key.curve, SECP256R1):
        return key
    if isinstance(key, Ed25519PublicKey):
        return key
    message = "credentials are not signed with keys of this kind"
    raise ValueError(message)


def _public_key(value: str) -> str:
    if "PRIVATE KEY" in value:
        # The value itself must never be quoted.
        raise fault("private-key-in-record", "this is a private key, or holds one")
    try:
        load_public_key(value)
    except ValueError as wrong:
        raise fault("bad-public-key", str(wrong)) from None
    return value


PublicKey = Annotated[
    str,
    Field(min_length=1, max_length=6000),
    AfterValidator(_public_key),
    Holds("a public key in PEM: RSA of 2,048 bits or more, P-256 or Ed25519"),
]
