"""What the site publishes for verifiers, and a credential verified with nothing else."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from jwcrypto.jwk import JWK, JWKSet
from jwcrypto.jws import JWS

from generator.credentials import (
    Achievement,
    Award,
    Issuer,
    credential,
    read_private_key,
    sign,
)
from generator.website.credential_files import credential_texts
from tests.credentials import schema
from tests.credentials.keys import listed, private_pem
from tests.views.certified import program
from tests.views.sites import site_of
from tests.website.certified_site import PAGES, certified, written
from tests.website.pages import HOST

__all__ = ["certified"]  # a fixture

ISSUER = Issuer(HOST, "name", "tagline", "America/Chicago")
YEAR = Achievement("2026", "title", ())
NAMED = PAGES["named"]


def fetched(folder: Path, address: str) -> Any:
    """What a verifier gets at an address of the site."""
    assert address.startswith(HOST)
    return json.loads((folder / address.removeprefix(HOST)).read_text("utf-8"))


def signed(kind: str, id_: str) -> str:
    document = credential(ISSUER, YEAR, Award(NAMED, "Nadia Invented", date(2027, 4, 1)))
    return sign(document, read_private_key(private_pem(kind)), listed(kind, id_), HOST)


@pytest.mark.parametrize(("kind", "id_"), [("RSA", "2026"), ("P-256", "2027")])
def test_a_credential_is_verified_by_what_it_names_and_the_site_has(
    certified: Path, kind: str, id_: str
) -> None:
    token = JWS()
    token.deserialize(signed(kind, id_))
    key = fetched(certified, token.jose_header["kid"])
    token.verify(JWK(**key))
    said = json.loads(token.payload)
    issuer = {"@context": said["@context"], **said["issuer"]}
    assert fetched(certified, said["iss"]) == issuer
    achievement = said["credentialSubject"]["achievement"]
    assert fetched(certified, achievement["id"]) == {
        "@context": said["@context"],
        **achievement,
        "creator": said["issuer"],
    }
    assert fetched(certified, said["credentialStatus"]["id"])["issuer"] == said["iss"]
    assert (certified / said["jti"].removeprefix(HOST) / "index.html").is_file()


def test_the_set_of_keys_holds_each_key_by_its_address(certified: Path) -> None:
    keys = fetched(certified, f"{HOST}credentials/keys.json")
    assert [key["kid"] for key in keys["keys"]] == [
        f"{HOST}credentials/keys/2026.json",
        f"{HOST}credentials/keys/2027.json",
    ]
    assert keys["keys"] == [fetched(certified, key["kid"]) for key in keys["keys"]]
    assert not any(key.has_private for key in JWKSet.from_json(json.dumps(keys)))


def test_the_revoked_are_listed_and_only_they(certified: Path) -> None:
    listing = fetched(certified, f"{HOST}credentials/revoked.json")
    assert listing["revokedCredentials"] == [{"id": f"{HOST}{PAGES['revoked']}", "revoked": True}]
    jsonschema.Draft202012Validator(schema.REVOCATION_LIST).validate(listing)


def test_no_file_for_verifiers_names_anybody(certified: Path) -> None:
    texts = [
        path.read_text("utf-8") for path in sorted((certified / "credentials").rglob("*.json"))
    ]
    assert len(texts) == 6
    people = [one["name"] for path, one in written().items() if path.startswith("participants/")]
    names = [part for name in people for part in (name["given"], name["family"])]
    assert len(names) == 8
    assert [name for name in names if name in "".join(texts)] == []


def test_a_program_that_signs_nothing_publishes_nothing_for_verifiers(tmp_path: Path) -> None:
    records = program()
    del records["program.yaml"]["signing_keys"]
    assert list(credential_texts(site_of(tmp_path, records), str)) == []


@pytest.mark.parametrize("home", [HOST, f"{HOST}index.html"])
def test_addresses_are_the_same_however_pages_are_addressed(tmp_path: Path, home: str) -> None:
    texts = dict(credential_texts(site_of(tmp_path, program()), lambda _: home))
    assert json.loads(texts["credentials/issuer.json"])["id"] == f"{HOST}credentials/issuer.json"
