"""lrrt certificates --sign-with: credentials that verify, and keys that must not be used."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest
from jwcrypto.jwk import JWK
from jwcrypto.jws import JWS

from generator.credentials import jwk
from tests.credentials.keys import listed, private_pem, public_pem
from tests.website.pages import HOST
from tests.website.project import command_line, copy_project, environment, run, snapshot

WHO = "maria-ruiz-imaginado"
ENDED = f"made/certificates-2025/certificate-{WHO}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The demonstration, which lists a key of the kind RSA."""
    return with_keys(copy_project(tmp_path / "project"), "RSA")


def with_keys(project: Path, *kinds: str) -> Path:
    program = project / "records/program.yaml"
    before = program.read_text("utf-8").partition("signing_keys:")[0]
    entries = [
        f"  - id: k{number}\n    public_key: |\n"
        + "".join(f"      {line}\n" for line in public_pem(kind).splitlines())
        for number, kind in enumerate(kinds)
    ]
    program.write_text("".join((before, "signing_keys:\n" if kinds else "", *entries)), "utf-8")
    return project


def key_file(place: Path, content: bytes, mode: int = 0o600) -> Path:
    place.write_bytes(content)
    place.chmod(mode)
    return place


def sign(project: Path, key: Path | str, *more: str) -> subprocess.CompletedProcess[str]:
    return run(
        "lrrt", "certificates", "2025", "--for", WHO, "--sign-with", str(key), *more, cwd=project
    )


def refusal(project: Path, key: Path | str) -> str:
    """What is said when nothing is made."""
    before = snapshot(project)
    done = sign(project, key)
    assert done.returncode == 2
    assert done.stdout == ""
    assert snapshot(project) == before
    return done.stderr


@pytest.mark.parametrize("kind", ["RSA", "P-256", "Ed25519"])
def test_a_credential_lies_beside_the_certificate_and_verifies(project: Path, kind: str) -> None:
    with_keys(project, "another RSA", kind)
    done = sign(project, key_file(project.parent / "key.pem", private_pem(kind)))
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith(
        "made/certificates-2025/: 1 certificate with a credential (.jwt), "
    )
    token = JWS()
    token.deserialize((project / f"{ENDED}.jwt").read_text("utf-8"))
    token.verify(JWK(**jwk(listed(kind, "k1"), HOST)))
    said = json.loads(token.payload)
    subject = said["credentialSubject"]
    assert subject["identifier"][0]["identityHash"] == "María Ruiz Imaginado"
    assert subject["narrative"] == (
        "Project: Subject headings that harm in two languages: A local repair and its readers"
    )
    register = (project / "records/certificates/2025.yaml").read_text("utf-8")
    assert said["id"].removeprefix(f"{HOST}certificates/").removesuffix("/") in register
    assert (project / f"{ENDED}.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads(token.payload)["name"].startswith("Sample: ")


@pytest.mark.parametrize("kind", ["RSA", "P-256", "Ed25519"])
def test_made_again_everything_has_the_same_bytes(project: Path, kind: str) -> None:
    with_keys(project, kind)
    key = key_file(project.parent / "key.pem", private_pem(kind))
    sign(project, key)
    first = snapshot(project / "made")
    assert sign(project, key).returncode == 0
    assert snapshot(project / "made") == first
    assert sorted(Path(name).suffix for name in first) == [".jwt", ".pdf"]


def test_without_a_key_no_credential_is_written(project: Path) -> None:
    assert run("lrrt", "certificates", "2025", "--for", WHO, cwd=project).returncode == 0
    assert not (project / f"{ENDED}.jwt").exists()


def test_a_key_that_is_not_listed_is_told_which_lines_to_add(project: Path) -> None:
    key = key_file(project.parent / "key.pem", private_pem("P-256"))
    said = refusal(project, key)
    head, _, lines = said.partition(":\n")
    assert head == (
        f"Error: nobody could verify what {key} signs, for its public half is not in "
        "records/program.yaml; add these lines under its 'signing_keys', and publish them"
    )
    program = project / "records/program.yaml"
    program.write_text(program.read_text("utf-8") + lines, "utf-8")
    assert sign(project, key).returncode == 0


def test_the_first_key_is_told_with_the_key_of_its_list(project: Path) -> None:
    with_keys(project)
    key = key_file(project.parent / "key.pem", private_pem("RSA"))
    head, _, lines = refusal(project, key).partition(":\n")
    assert "add these lines at its end" in head
    assert lines.startswith("signing_keys:\n  - id: ")
    program = project / "records/program.yaml"
    program.write_text(program.read_text("utf-8") + lines, "utf-8")
    assert sign(project, key).returncode == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"none", "holds no private key;"),
        (b"-----BEGIN PUBLIC KEY-----", "holds a public key only;"),
        (b"-----BEGIN PRIVATE KEY-----", "holds no private key in PEM that can be read;"),
    ],
)
def test_a_file_that_holds_no_key_is_named(project: Path, content: bytes, said: str) -> None:
    key = key_file(project.parent / "key.pem", content)
    told = refusal(project, key)
    assert told.startswith(f"Error: {key} {said}")
    assert told.count("\n") == 1


def test_a_file_that_is_not_there_is_named(project: Path) -> None:
    assert refusal(project, "../none.pem") == (
        "Error: ../none.pem cannot be read: no such file or directory\n"
    )


@pytest.mark.parametrize("place", ["key.pem", "made/key.pem", "records/key.pem"])
def test_a_key_in_a_repository_is_refused(project: Path, place: str) -> None:
    (project / ".git").mkdir()
    (project / "made").mkdir()
    key_file(project / place, private_pem("RSA"))
    shared = "records/" if place.startswith("records/") else "./"
    assert refusal(project, place) == (
        f"Error: {place} lies in {shared}, which is shared; move it out of there. If it was ever "
        "committed, make a new key instead, as docs/guides/credentials.md says\n"
    )


@pytest.mark.parametrize("place", ["records", "content", "theme/assets", "site/keys"])
def test_a_key_in_what_everybody_gets_is_refused_without_a_repository(
    project: Path, place: str
) -> None:
    (project / place).mkdir(parents=True, exist_ok=True)
    key_file(project / place / "key.pem", private_pem("RSA"))
    assert refusal(project, f"{place}/key.pem").startswith(
        f"Error: {place}/key.pem lies in {place.partition('/')[0]}/, which is shared;"
    )


def test_a_key_that_others_can_read_is_used_with_a_warning(project: Path) -> None:
    key = key_file(project.parent / "key.pem", private_pem("RSA"), mode=0o644)
    done = sign(project, key)
    assert done.returncode == 0
    assert f"Others on this machine can read {key}; keep it to yourself: chmod 600 {key}\n" in (
        done.stderr
    )
    key.chmod(0o600)
    assert "Others on this machine" not in sign(project, key).stderr


def test_a_protected_key_is_not_opened_where_nobody_can_type(project: Path) -> None:
    key = key_file(project.parent / "key.pem", private_pem("RSA", "letters"))
    assert refusal(project, key) == (
        f"Error: {key} is protected with a passphrase; run this in a terminal, where you can "
        "type it\n"
    )


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [("letters", 0, "1 certificate"), ("words", 2, "does not open with this passphrase")],
)
def test_a_protected_key_asks_for_its_passphrase_and_does_not_show_it(
    project: Path, typed: str, status: int, said: str
) -> None:
    key = key_file(project.parent / "key.pem", private_pem("RSA", "letters"))
    ours, theirs = pty.openpty()
    command = command_line("lrrt", "certificates", "2025", "--for", WHO, "--sign-with", str(key))
    # The first to open a terminal in a session of its own is asked there.
    shell = ["sh", "-c", 'exec "$@" < "$0" > "$0" 2>&1', os.ttyname(theirs), *command]
    with subprocess.Popen(shell, cwd=project, env=environment(), start_new_session=True) as child:
        shown = b""
        while b"Passphrase of" not in shown:
            shown += os.read(ours, 4096)
        os.close(theirs)  # not before the child has opened it, or it would be gone
        os.write(ours, f"{typed}\n".encode())
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:
            pass  # the other end was closed
    os.close(ours)
    assert child.returncode == status, shown
    assert said in shown.decode()
    assert typed not in shown.decode().replace("certificates and letters", "")
    assert (project / f"{ENDED}.jwt").exists() is (status == 0)
