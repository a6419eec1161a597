"""Keys from files, and what is said of those that cannot sign."""

from collections.abc import Callable

import pytest

from generator.credentials import (
    KeyFaultError,
    PassphraseNeededError,
    listed_as,
    listing_of,
    read_private_key,
)
from generator.records.program import SigningKey
from generator.source import read_bytes
from tests.credentials.keys import KINDS, listed, private_pem, public_pem

HOW = "make one with 'openssl genpkey', as docs/guides/credentials.md says"


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_is_read_with_its_public_half(kind: str) -> None:
    assert read_private_key(private_pem(kind)).public_pem == public_pem(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_protected_key_opens_with_its_passphrase(kind: str) -> None:
    assert read_private_key(private_pem(kind, "letters"), "letters").public_pem == public_pem(kind)


def test_a_passphrase_for_a_key_that_needs_none_does_no_harm() -> None:
    assert read_private_key(private_pem("RSA"), "letters").public_pem == public_pem("RSA")


def test_a_protected_key_asks_for_its_passphrase() -> None:
    with pytest.raises(PassphraseNeededError) as fault:
        read_private_key(private_pem("RSA", "letters"))
    assert str(fault.value) == "is protected with a passphrase"


@pytest.mark.parametrize(
    ("content", "passphrase", "said"),
    [
        (lambda: b"", None, f"holds no private key; name the file with the private key, or {HOW}"),
        (
            lambda: public_pem("RSA").encode(),
            None,
            f"holds a public key only; name the file with the private key, or {HOW}",
        ),
        (
            lambda: b"-----BEGIN PRIVATE KEY-----\nnone\n-----END PRIVATE KEY-----\n",
            None,
            f"holds no private key in PEM that can be read; {HOW}",
        ),
        (lambda: private_pem("RSA", "letters"), "words", "does not open with this passphrase"),
        (
            lambda: private_pem("short RSA"),
            None,
            f"cannot sign credentials: this RSA key has 1,024 bits, but at least 2,048 are needed; {HOW}",
        ),
        (
            lambda: private_pem("P-384"),
            None,
            f"cannot sign credentials: credentials are not signed with keys of this kind; {HOW}",
        ),
    ],
    ids=["empty", "public", "broken", "wrong passphrase", "short", "of another kind"],
)
def test_what_cannot_sign_is_named_with_the_way_out(
    content: Callable[[], bytes], passphrase: str | None, said: str
) -> None:
    with pytest.raises(KeyFaultError) as fault:
        read_private_key(content(), passphrase)
    assert str(fault.value) == said


def test_a_key_is_never_shown() -> None:
    assert repr(read_private_key(private_pem("RSA"))) == "PrivateKey()"


def test_a_key_is_known_by_its_public_half() -> None:
    key = read_private_key(private_pem("RSA"))
    others = [listed("another RSA", "a"), listed("P-256", "b"), listed("Ed25519", "c")]
    assert listed_as(key, [*others, listed("RSA", "d")]) == listed("RSA", "d")
    assert listed_as(key, others) is None


def test_the_lines_to_add_are_those_of_a_key_that_fits() -> None:
    key = read_private_key(private_pem("P-256"))
    lines = listing_of(key, "2026", ["2025", "2026", "2026-2"])
    document = read_bytes(f"signing_keys:\n{lines}\n".encode(), "program.yaml").document
    assert document is not None
    entry = {"/".join(map(str, steps)): text for steps, text, _ in document.texts()}
    assert entry["signing_keys/0/id"] == "2026-3"
    added = SigningKey(id=entry["signing_keys/0/id"], public_key=entry["signing_keys/0/public_key"])
    assert listed_as(key, [added]) == added
