"""A built site with certificates of every sort, and a key by which credentials are verified."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.website.building import build_site
from tests.credentials.keys import public_pem
from tests.views.certified import ID, consent, program
from tests.views.sites import Records, person
from tests.website.hosting import hosted
from tests.website.project import DAY, write_project

UNNAMED, REVOKED = "aaaaa-9fx3v-ht8wn-d4p6r", "bbbbb-9fx3v-ht8wn-d4p6r"
PAGES = {
    name: f"certificates/{id_}/"
    for name, id_ in (("named", ID), ("unnamed", UNNAMED), ("revoked", REVOKED))
}
SECRETS = ("planted-why", "planted-who", "planted-slip", "planted-letter", "planted-by")


def written() -> Records:
    """Three mentees of one mentor: one is named, one is not, of one the certificate was revoked."""
    records = program()
    first = records["certificates/2026.yaml"]["certificates"][0]
    decided = {"reason": SECRETS[0], "by": SECRETS[1], "day": "2027-03-30"}
    records["certificates/2026.yaml"] = {
        "certificates": [
            {**first, "override": decided},
            {**first, "id": UNNAMED, "participant": "otto"},
            {
                **first,
                "id": REVOKED,
                "participant": "paula",
                "revoked": {"day": "2027-05-02", "reason": SECRETS[2]},
            },
        ],
        "letters": [
            {
                "participant": "milo",
                "issued": "2027-04-01",
                "override": {"reason": SECRETS[3], "by": SECRETS[4], "day": "2027-03-30"},
            }
        ],
    }
    everything = records["participants/nadia.yaml"]["consent"]["scopes"]
    others = [scope for scope in everything if scope != "certificate"]
    records["participants/otto.yaml"] = person("Otto", "Unreal", consent=consent(others))
    records["participants/paula.yaml"] = person("Paula", "Pretended")
    records["pairings/2026.yaml"]["pairings"][0]["mentees"] = ["nadia", "otto", "paula"]
    records["program.yaml"] = {**records["program.yaml"], "signing_keys": keys()}
    return records


def keys() -> list[dict[str, Any]]:
    return [
        {"id": "2026", "public_key": public_pem("RSA")},
        {"id": "2027", "public_key": public_pem("P-256")},
    ]


def build(folder: Path, records: Records) -> Path:
    write_project(folder, records)
    return build_site(folder / "mkdocs.yml", today=DAY).folder


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    return build(tmp_path_factory.mktemp("certified") / "project", written())


@pytest.fixture(scope="module")
def certified_address(certified: Path) -> Iterator[str]:
    """The address at which it is served."""
    with hosted(certified) as address:
        yield address
