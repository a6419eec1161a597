"""Who has a part in the program that the site may show."""

from pathlib import Path

import pytest

from generator.catalog.public_parts import people_with_public_parts
from tests.filling import FIRST, SECOND
from tests.views.sites import Records, catalog_of, person, records, site_of

PAIR = frozenset((FIRST, SECOND))


def bare_records(status: str) -> Records:
    """A pair with the given status, of whom nothing else is known."""
    program = records()
    program["pairings/2026.yaml"]["pairings"][0]["status"] = status
    program["events/symposium.yaml"]["sessions"] = []
    del program["events/symposium.yaml"]["planning"]
    del program["outputs/output.yaml"]
    return program


def with_session(program: Records, **of_session: object) -> Records:
    talk = {"id": "talk", "kind": "talk", "title": "On chairs", "start": "10:00", "end": "10:30"}
    program["events/symposium.yaml"]["sessions"] = [{**talk, **of_session}]
    return program


def with_output(program: Records, status: str) -> Records:
    program["outputs/work.yaml"] = {
        "title": "Chairs, counted",
        "publisher": "Sample Press",
        "date": "2026-05-01",
        "type": "report",
        "status": status,
        "contributors": [{"participant": FIRST}],
    }
    return program


def with_certificate(program: Records, **of_certificate: object) -> Records:
    made = {"id": "7kq2m-9fx3v-ht8wn-d4p6r", "participant": FIRST, "pairing": "2026/pair"}
    program["certificates/2026.yaml"] = {
        "certificates": [{**made, "issued": "2026-05-02", **of_certificate}]
    }
    return program


REVOKED = {"revoked": {"day": "2026-05-03", "reason": "It was given by mistake."}}


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        (bare_records("proposed"), frozenset()),
        (bare_records("ended"), frozenset()),
        (bare_records("confirmed"), PAIR),
        (bare_records("active"), PAIR),
        (with_session(bare_records("proposed"), pairing="2026/pair"), frozenset()),
        (with_session(bare_records("ended"), pairing="2026/pair"), PAIR),
        (with_session(bare_records("proposed"), moderator={"participant": FIRST}), {FIRST}),
        (with_session(bare_records("ended"), speakers=[{"participant": SECOND}]), {SECOND}),
        (with_output(bare_records("ended"), "published"), {FIRST}),
        (with_output(bare_records("ended"), "in-press"), {FIRST}),
        (with_output(bare_records("ended"), "submitted"), frozenset()),
        (with_certificate(bare_records("ended")), {FIRST}),
        (with_certificate(bare_records("ended"), **REVOKED), frozenset()),
    ],
)
def test_a_part_is_public_once_the_site_shows_what_it_is_in(
    tmp_path: Path, program: Records, expected: frozenset[str]
) -> None:
    assert people_with_public_parts(catalog_of(tmp_path, program)) == expected


def test_who_was_accepted_and_is_not_paired_yet_is_not_on_the_site(tmp_path: Path) -> None:
    """The application form promises it, and 'accept' writes a record before anybody is paired."""
    program = bare_records("proposed")
    program["participants/una-accepted.yaml"] = person("Una", "Accepted", aliases=["una-old"])
    site = site_of(tmp_path, program)
    assert site.people == ()
    assert not any(old.startswith("people/") for old in site.redirects)


def test_a_session_of_a_proposed_pairing_does_not_tell_who_is_in_it(tmp_path: Path) -> None:
    program = with_session(bare_records("proposed"), pairing="2026/pair")
    (event,) = (one for one in site_of(tmp_path, program).events if one.sessions)
    assert event.sessions[0].speakers == ()
    assert event.sessions[0].people == frozenset()
