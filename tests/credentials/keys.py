"""Keys made for a test run, and gone with it."""

from functools import cache

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from generator.records.program import SigningKey

KINDS = ("RSA", "P-256", "Ed25519")
_MAKING = {
    "RSA": lambda: rsa.generate_private_key(65537, 2048),
    "another RSA": lambda: rsa.generate_private_key(65537, 2048),
    "short RSA": lambda: rsa.generate_private_key(65537, 1024),  # noqa: S505  # to be refused
    "P-256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "P-384": lambda: ec.generate_private_key(ec.SECP384R1()),
    "Ed25519": ed25519.Ed25519PrivateKey.generate,
}


@cache
def private_pem(kind: str, passphrase: str = "") -> bytes:
    """A private key as a file holds it."""
    locked: KeySerializationEncryption = NoEncryption()
    if passphrase:
        locked = BestAvailableEncryption(passphrase.encode())
    return _made(kind).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)


@cache
def public_pem(kind: str) -> str:
    """Its public half."""
    public = _made(kind).public_key()
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def listed(kind: str, id_: str = "2026") -> SigningKey:
    """Its entry in program.yaml."""
    return SigningKey(id=id_, public_key=public_pem(kind))


@cache
def _made(kind: str) -> rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey:
    key = _MAKING[kind]()
    assert isinstance(
        key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey
    )
    return key
