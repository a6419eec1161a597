"""The private key that signs: read from a file that is nowhere near the records."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from generator.records.program import SigningKey
from generator.records.public_keys import VerifyingKey, load_public_key

_HOW = "make one with 'openssl genpkey', as docs/guides/credentials.md says"


class KeyFaultError(Exception):
    """A key that cannot sign. Its text says what is wrong, as it follows the name of the file."""


class PassphraseNeededError(KeyFaultError):
    """A key that is protected with a passphrase, which was not given."""


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """A key that can sign. Never shown: its text would be the key."""

    public: VerifyingKey = field(repr=False)
    pem: bytes = field(repr=False)

    @property
    def public_pem(self) -> str:
        """The public half, as it stands in program.yaml."""
        return self.public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def read_private_key(content: bytes, passphrase: str | None = None) -> PrivateKey:
    """Return the key that a file in PEM holds.

    Raises PassphraseNeededError where it is protected and ``passphrase`` is None, KeyFaultError
    where no credential can be signed with it.
    """
    if b"PRIVATE KEY" not in content:
        what = "holds a public key only" if b"PUBLIC KEY" in content else "holds no private key"
        message = f"{what}; name the file with the private key, or {_HOW}"
        raise KeyFaultError(message)
    loaded = _load(content, passphrase)
    public = loaded.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    try:
        checked = load_public_key(public.decode())
    except ValueError as wrong:
        message = f"cannot sign credentials: {wrong}; {_HOW}"
        raise KeyFaultError(message) from None
    pem = loaded.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return PrivateKey(checked, pem)


def listed_as(key: PrivateKey, keys: Iterable[SigningKey]) -> SigningKey | None:
    """Return the entry of program.yaml that holds the public half of a key, if there is one."""
    return next(
        (one for one in keys if load_public_key(one.public_key) == key.public),
        None,
    )


def listing_of(key: PrivateKey, wish: str, taken: Iterable[str]) -> str:
    """Return the entry of 'signing_keys' by which others can verify what a key signs.

    Its id is ``wish``, or the first of ``wish-2``, ``wish-3`` … that is not ``taken``.
    """
    used, number, id_ = set(taken), 1, wish
    while id_ in used:
        number += 1
        id_ = f"{wish}-{number}"
    lines = [f'  - id: "{id_}"', "    public_key: |"]
    lines += [f"      {line}" for line in key.public_pem.splitlines()]
    return "\n".join(lines)


def _load(content: bytes, passphrase: str | None) -> PrivateKeyTypes:
    secret = None if passphrase is None else passphrase.encode()
    try:
        return load_pem_private_key(content, secret)
    except TypeError:
        if secret is not None:
            return _load(content, None)  # a passphrase for a key that needs none
        message = "is protected with a passphrase"
        raise PassphraseNeededError(message) from None
    except ValueError:
        if secret is not None:
            message = "does not open with this passphrase"
            raise KeyFaultError(message) from None
        message = f"holds no private key in PEM that can be read; {_HOW}"
        raise KeyFaultError(message) from None
    except UnsupportedAlgorithm:
        message = f"holds a key of a kind that cannot be read; {_HOW}"
        raise KeyFaultError(message) from None
