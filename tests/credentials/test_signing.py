"""Signing with one library, verifying with another."""

import base64
import json
from datetime import date
from typing import Any

import pytest
from jwcrypto.jwk import JWK, JWKSet
from jwcrypto.jws import JWS, InvalidJWSSignature

from generator.credentials import (
    Achievement,
    Award,
    Issuer,
    credential,
    jwk,
    jwk_set,
    read_private_key,
    sign,
    sign_again,
    verified,
)
from tests.credentials.keys import KINDS, listed, private_pem

ROOT = "https://example.org/mentorship/"
ALGORITHMS = {"RSA": "RS256", "P-256": "ES256", "Ed25519": "EdDSA"}
DOCUMENT = credential(
    Issuer(ROOT, "A Mentorship Program", "Pairs for a year.", "America/Chicago"),
    Achievement("2025", "Cohort of 2025", ("presented at the symposium",)),
    Award("certificates/7kq2m-9fx3v-ht8wn-d4p6r/", "Łucja Zmyślona", date(2026, 7, 31)),
)


def signed(kind: str, document: dict[str, Any] = DOCUMENT) -> str:
    return sign(document, read_private_key(private_pem(kind)), listed(kind), ROOT)


def part_of(token: str, number: int) -> Any:
    part = token.split(".")[number]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


@pytest.mark.parametrize("kind", KINDS)
def test_another_library_verifies_it_with_the_published_keys(kind: str) -> None:
    token = JWS()
    token.deserialize(signed(kind))
    published = JWKSet.from_json(json.dumps(jwk_set((listed(kind),), ROOT)))
    found = published.get_key(part_of(signed(kind), 0)["kid"])
    assert found is not None
    token.verify(found)
    assert json.loads(token.payload) == {
        **DOCUMENT,
        "iss": f"{ROOT}credentials/issuer.json",
        "jti": f"{ROOT}certificates/7kq2m-9fx3v-ht8wn-d4p6r/",
        "nbf": 1785474000,
        "sub": f"{ROOT}certificates/7kq2m-9fx3v-ht8wn-d4p6r/#holder",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_another_library_refuses_it_when_a_letter_of_the_name_is_changed(kind: str) -> None:
    head, payload, signature = signed(kind).split(".")
    text = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
    changed = base64.urlsafe_b64encode(text.replace("Łucja".encode(), "Łucjo".encode()))
    token = JWS()
    token.deserialize(f"{head}.{changed.decode().rstrip('=')}.{signature}")
    with pytest.raises(InvalidJWSSignature):
        token.verify(JWK(**jwk(listed(kind), ROOT)))


@pytest.mark.parametrize("kind", KINDS)
def test_its_header_names_the_algorithm_and_where_the_key_is_and_nothing_else(kind: str) -> None:
    assert part_of(signed(kind), 0) == {
        "alg": ALGORITHMS[kind],
        "kid": f"{ROOT}credentials/keys/2026.json",
        "typ": "JWT",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_published_key_holds_nothing_of_the_private_one(kind: str) -> None:
    numbers = {"RSA": {"n", "e"}, "P-256": {"crv", "x", "y"}, "Ed25519": {"crv", "x"}}
    assert set(jwk(listed(kind), ROOT)) == {"kty", "alg", "kid", "use"} | numbers[kind]


@pytest.mark.parametrize("kind", ["RSA", "Ed25519"])
def test_the_same_credential_signed_twice_has_the_same_bytes(kind: str) -> None:
    assert signed(kind) == signed(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_made_again_a_credential_stays_as_it_was(kind: str) -> None:
    key = read_private_key(private_pem(kind))
    first = signed(kind)
    assert sign_again(first, DOCUMENT, key, listed(kind), ROOT) == first


def test_made_again_by_p_256_without_the_earlier_one_the_bytes_differ() -> None:
    assert signed("P-256") != signed("P-256")


@pytest.mark.parametrize("before", ["", "no token", "a.b.c", "é.é.é"])
def test_what_lay_there_before_and_was_no_credential_is_replaced(before: str) -> None:
    key = read_private_key(private_pem("RSA"))
    assert sign_again(before, DOCUMENT, key, listed("RSA"), ROOT) == signed("RSA")


def test_a_credential_of_other_content_another_key_or_address_is_signed_anew() -> None:
    key = read_private_key(private_pem("RSA"))
    befores = [
        signed("RSA", {**DOCUMENT, "name": "Another"}),
        signed("Ed25519"),
        sign(DOCUMENT, key, listed("RSA", "2027"), ROOT),
        sign(DOCUMENT, key, listed("RSA"), "https://elsewhere.example.org/"),
    ]
    assert {sign_again(one, DOCUMENT, key, listed("RSA"), ROOT) for one in befores} == {
        signed("RSA")
    }


def test_a_token_says_nothing_to_whoever_holds_another_key() -> None:
    claims = verified(signed("RSA"), listed("RSA"), ROOT)
    assert claims is not None
    assert claims["name"] == DOCUMENT["name"]
    assert verified(signed("RSA"), listed("another RSA"), ROOT) is None
    assert verified(signed("RSA"), listed("Ed25519"), ROOT) is None


@pytest.mark.parametrize("kind", KINDS)
def test_no_token_holds_an_e_mail_address_or_a_hash(kind: str) -> None:
    payload = json.dumps(part_of(signed(kind), 1)).replace('"@context"', "")
    assert [mark for mark in ("@", "mailto", "email", "sha", "salt") if mark in payload] == []


@pytest.mark.parametrize("crit", [5, None, "alg", [5], ["unknown"]])
def test_a_header_that_holds_something_else_than_it_should_does_not_verify(crit: Any) -> None:
    header = json.dumps({"alg": "EdDSA", "crit": crit}).encode()
    head = base64.urlsafe_b64encode(header).decode().rstrip("=")
    token = ".".join((head, *signed("Ed25519").split(".")[1:]))
    assert verified(token, listed("Ed25519"), ROOT) is None
