"""Rules for certificates and letters, beyond the one example that each has in tests/records."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.credentials.keys import KINDS, public_pem

Write = Callable[[dict[str, str]], list[str]]

FILE, OTHER = "certificates/2025.yaml", "certificates/2026.yaml"
PAIRINGS, COHORT = "pairings/2025.yaml", "cohorts/2025.yaml"
YEAR = (
    "title: Cohort of 2026\ncall_opens: 2026-05-01\ncall_closes: 2026-06-15\n"
    "pairs_announced: 2026-07-15\nstart: 2026-08-01\nend: 2027-07-31\ncompletion: {}\n"
)


def certificate(
    number: str = "7kq2m", who: str = "ben-larsen", issued: str = "2026-08-03", more: str = ""
) -> str:
    return (
        f"- {{id: {number}-9fx3v-ht8wn-d4p6r, participant: {who}, pairing: 2025/reading-aloud, "
        f"issued: {issued}{more}}}\n"
    )


def letter(who: str) -> str:
    return f"- {{participant: {who}, issued: 2026-08-03}}\n"


SIGNATORY = "signatory: {name: Imogen Pretence, role: Chair}\n"
ONE = f"certificates:\n{certificate()}"
REVOKED = ", revoked: {day: 2026-08-05, reason: A slip.}"
DECIDED = ", override: {reason: A storm., by: Chair, day: 2026-08-01}"


@pytest.fixture(autouse=True)
def signed(program: Path) -> None:
    """Somebody signs what is given."""
    file = program / "records/program.yaml"
    file.write_text(file.read_text("utf-8") + SIGNATORY, "utf-8")


@pytest.mark.parametrize(
    ("files", "faults"),
    [
        pytest.param({FILE: ONE}, [], id="a certificate that was earned"),
        pytest.param(
            {FILE: f"certificates:\n{certificate(issued='2025-07-31')}"},
            ["certificates/2025.yaml:2:95 dates-out-of-order issued 2025-07-31 is before the year began on 2025-08-01"],
            id="issued before the year began",
        ),
        pytest.param(
            {FILE: f"certificates:\n{certificate(issued='2025-08-01')}"}, [], id="issued on the first day"
        ),
        pytest.param(
            {FILE: f"certificates:\n{certificate(issued='2026-08-06', more=REVOKED)}"},
            ["certificates/2025.yaml:2:122 dates-out-of-order revoked 2026-08-05 is before issued 2026-08-06"],
            id="revoked before it was issued",
        ),
        pytest.param(
            {FILE: f"certificates:\n{certificate(issued='2026-08-05', more=REVOKED)}"}, [], id="revoked on the day of issue"
        ),
        pytest.param(
            {"cohorts/2026.yaml": YEAR, OTHER: ONE},
            ["certificates/2026.yaml:2:67 document-of-nobody '2025/reading-aloud' is a pairing of '2025', but this file is that of '2026'"],
            id="a pairing of another year",
        ),
        pytest.param(
            {"cohorts/2026.yaml": YEAR, FILE: ONE, OTHER: ONE},
            [
                "certificates/2026.yaml:2:8 certificate-id-twice the id '7kq2m-9fx3v-ht8wn-d4p6r' is that of another certificate: records/certificates/2025.yaml, line 2",
                "certificates/2026.yaml:2:67 document-of-nobody '2025/reading-aloud' is a pairing of '2025', but this file is that of '2026'",
            ],
            id="one id in two files",
        ),
        pytest.param(
            {FILE: ONE + certificate("c0ffe", more=REVOKED) + certificate("d0d0d", more=REVOKED)},
            [],
            id="one that counts beside two that were revoked",
        ),
        pytest.param(
            {FILE: f"letters:\n{letter('ada-okafor')}{letter('ada-okafor')}"},
            ["certificates/2025.yaml:3:17 second-document 'ada-okafor' has a letter for this year already"],
            id="two letters",
        ),
        pytest.param(
            {FILE: f"letters:\n{letter('ben-larsen')}"},
            ["certificates/2025.yaml:2:17 document-of-nobody 'ben-larsen' mentors nobody in '2025'"],
            id="a letter for a mentee",
        ),
        pytest.param(
            {FILE: f"letters:\n{letter('nobody')}"},
            ["certificates/2025.yaml:2:17 unknown-participant no participant 'nobody'"],
            id="a letter for nobody is one fault",
        ),
        pytest.param(
            {FILE: f"letters:\n{letter('ada-okafor')}", PAIRINGS: "x: z"},
            [
                "pairings/2025.yaml:1:1 unknown-key there is no key 'x' here",
                "pairings/2025.yaml:1:1 missing-key the key 'pairings' is missing",
            ],
            id="a letter while the pairings cannot be read",
        ),
        pytest.param(
            {FILE: ONE, PAIRINGS: "status: active -> ended: 2026-02-01\n    status: ended"},
            ["certificates/2025.yaml:2:95 certificate-without-completion 'ben-larsen' did not complete the year: the pairing ended before its time"],
            id="a pairing that ended",
        ),
        pytest.param(
            {FILE: f"certificates:\n{certificate(more=DECIDED)}", PAIRINGS: "check_ins: [2025-check-in] -> check_ins: []"},
            [],
            id="by decision of the chair",
        ),
        pytest.param(
            {FILE: f"certificates:\n{certificate(more=REVOKED)}", PAIRINGS: "check_ins: [2025-check-in] -> check_ins: []"},
            [],
            id="what was revoked needs no completion",
        ),
    ],
)  # fmt: skip
def test_a_rule_for_certificates(
    files: dict[str, str], faults: list[str], faults_with: Write
) -> None:
    assert sorted(faults_with(files)) == sorted(faults)


def keys(*listed: tuple[str, str]) -> dict[str, str]:
    """Program.yaml with these keys: id and text of each."""
    entries = "".join(
        f'  - id: "{id_}"\n    public_key: |\n'
        + "".join(f"      {line}\n" for line in text.splitlines())
        for id_, text in listed
    )
    return {"program.yaml": f"sample: true\n -> sample: true\nsigning_keys:\n{entries}"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_public_key_of_a_kind_that_verifies_is_taken(kind: str, faults_with: Write) -> None:
    assert faults_with(keys(("2026", public_pem(kind)))) == []


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("short RSA", "this RSA key has 1,024 bits, but at least 2,048 are needed"),
        ("P-384", "credentials are not signed with keys of this kind"),
    ],
)
def test_a_public_key_of_another_kind_is_refused(kind: str, said: str, faults_with: Write) -> None:
    (found,) = faults_with(keys(("2026", public_pem(kind))))
    assert found.endswith(f" bad-public-key {said}")


def test_two_keys_of_one_id_are_found(faults_with: Write) -> None:
    (found,) = faults_with(keys(("a", public_pem("RSA")), ("a", public_pem("P-256"))))
    assert found.endswith(" repeated-entry the id 'a' is that of another key already")


def test_a_private_key_is_named_without_being_quoted(faults_with: Write) -> None:
    text = "-----BEGIN PRIVATE KEY-----\nonly two lines\n-----END PRIVATE KEY-----"
    (found,) = faults_with(keys(("2026", text)))
    assert found.endswith(" private-key-in-record this is a private key, or holds one")


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({FILE: f"letters:\n{letter('ada-okafor')}"}, f"records/{FILE} has what was given"),
        (keys(("2026", public_pem("RSA"))), "'signing_keys' has keys"),
    ],
    ids=["letters", "keys"],
)
def test_who_signs_is_missed_where_something_is_to_be_signed(
    files: dict[str, str], why: str, program: Path, faults_with: Write
) -> None:
    assert faults_with(files) == []
    file = program / "records/program.yaml"
    file.write_text(file.read_text("utf-8").replace(SIGNATORY, ""), "utf-8")
    assert faults_with({}) == [
        f"program.yaml:1:1 missing-signatory there is no 'signatory', though {why}"
    ]
