"""--sign-with KEYFILE: a signed credential beside each certificate."""

import os
import stat
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from generator.cli.giving import Giving
from generator.cli.options import Misuse, shown
from generator.credentials import (
    Achievement,
    Award,
    Issuer,
    KeyFaultError,
    PassphraseNeededError,
    PrivateKey,
    credential,
    listed_as,
    listing_of,
    read_private_key,
    sign_again,
)
from generator.documents.award import Award as Certified
from generator.records.certificate import Certificate
from generator.records.program import SigningKey
from generator.views.links import certificate_address
from generator.website.markup import plain_title

ENDING = "jwt"
"""What the names of the files end in (Open Badges 3.0, "File Format")."""


def open_signing(
    file: Path, giving: Giving[Certificate]
) -> Callable[[Certified], Mapping[str, bytes]]:
    """Return what makes the credential beside a certificate: the ending of its file, and it.

    Raises Misuse where the key cannot sign, or where others could not verify what it signs.
    """
    key = _key(file, _read(file))
    listed = listed_as(key, giving.program.record.signing_keys)
    if listed is None:
        raise Misuse(_how_to_list(file, key, giving))
    _warn_if_others_can_read(file)
    return lambda award: {ENDING: _signed(award, key, listed, giving).encode()}


def _signed(
    award: Certified, key: PrivateKey, listed: SigningKey, giving: Giving[Certificate]
) -> str:
    program, root = giving.program.record, giving.project.address
    rule = giving.catalog.cohorts[award.cohort].record.completion
    document = credential(
        Issuer(root, program.name, program.tagline, program.time_zone, program.sample),
        Achievement(award.cohort, award.cohort_title, rule.in_words),
        Award(certificate_address(award.id), award.name, award.issued, plain_title(award.project)),
    )
    before = giving.file_of(award.participant, ENDING)
    return sign_again(_text_of(before), document, key, listed, root)


def _text_of(file: Path) -> str:
    """Return what lies where a credential is to be written, or ''."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def refuse_shared_place(file: Path, folders: Sequence[Path]) -> None:
    """Raise Misuse where a key lies in a repository, or in one of the folders that are shared."""
    place = file.resolve()
    inside = (folder.resolve() for folder in folders)
    shared = [
        *(folder for folder in inside if place.is_relative_to(folder)),
        *(folder for folder in place.parents if (folder / ".git").exists()),
    ]
    if shared:
        message = (
            f"{file} lies in {shown(shared[0])}/, which is shared; move it out of there. If it was "
            "ever committed, make a new key instead, as docs/guides/credentials.md says"
        )
        raise Misuse(message)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        message = f"{file} cannot be read: {(fault.strerror or 'unknown reason').lower()}"
        raise Misuse(message) from None


def _key(file: Path, content: bytes) -> PrivateKey:
    try:
        return read_private_key(content)
    except PassphraseNeededError as fault:
        if not sys.stdin.isatty():
            message = f"{file} {fault}; run this in a terminal, where you can type it"
            raise Misuse(message) from None
    except KeyFaultError as fault:
        message = f"{file} {fault}"
        raise Misuse(message) from None
    passphrase = click.prompt(f"Passphrase of {file}", hide_input=True, err=True)
    try:
        return read_private_key(content, passphrase)
    except KeyFaultError as fault:
        message = f"{file} {fault}"
        raise Misuse(message) from None


def _how_to_list(file: Path, key: PrivateKey, giving: Giving[Certificate]) -> str:
    keys = giving.program.record.signing_keys
    entry = listing_of(key, str(giving.request.day.year), [one.id for one in keys])
    where = "under its 'signing_keys'" if keys else "at its end"
    lines = entry if keys else f"signing_keys:\n{entry}"
    return (
        f"nobody could verify what {file} signs, for its public half is not in "
        f"{giving.program.path}; add these lines {where}, and publish them:\n{lines}"
    )


def _warn_if_others_can_read(file: Path) -> None:
    """Say so where other users of the machine can read a key. Windows keeps no such marks."""
    if os.name == "posix" and file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        click.echo(
            f"Others on this machine can read {file}; keep it to yourself: chmod 600 {file}",
            err=True,
        )
