"""What a branch of a public repository has held that it must not, taken out again or not."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.catalog import Catalog
from generator.catalog.rules.privacy import Contact, addresses_of, contacts_in, is_public
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.contacts import hidden
from generator.diagnostics.rules import privacy
from generator.records.checking import check_document
from generator.records.kinds import SCHEMAS, Kind
from generator.records.program import Program
from generator.revisions.branch import (
    FileVersion,
    files_at,
    messages_since,
    versions_elsewhere,
    versions_since,
)
from generator.revisions.git import Revision
from generator.source import read_bytes

_APPLICATIONS = "applications"
_PROGRAM = "program.yaml"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SIGNED = re.compile(r"^[A-Za-z-]+-by: .*$", re.MULTILINE)
"""Lines such as 'Co-authored-by:', in which git and GitHub write the address of an author."""

_STRAY = ("**/applications/*/*.yaml", "**/*.csv", "**/*.tsv", "**/*.json")
_OF_THE_GENERATOR = ("tests", "docs", "generator", "theme", "requirements", ".ci", ".github")
_ASKED = (
    *(f":(top,glob,icase){one}" for one in _STRAY),
    *(f":(top,exclude){one}" for one in _OF_THE_GENERATOR),
)
"""Where applications lie that were meant for the private folder, as such or as tables of a form."""

_Found = Iterator[tuple[tuple[str, str], Diagnostic]]
"""What is wrong, each with what makes it the same in another commit."""


def check_branch(
    records: Path, shown: str, since: Revision, catalog: Catalog
) -> tuple[Diagnostic, ...]:
    """Return what must not be in a public repository, from every commit after a revision.

    Looked at are records, the names of their files, what commits say, and what looks like
    applications anywhere. Each is told once, where it came in; what was there at the revision is
    not the branch's doing. ``shown`` is how the folder of the records is named to people. The texts
    themselves are not repeated: what prints this may be kept for longer than the branch. Raises
    GitError.
    """
    if not is_public(catalog):
        return ()
    found: dict[tuple[str, str], Diagnostic] = {}
    for key, one in (
        *_in_records(records, shown, since, catalog),
        *_elsewhere(records, since),
        *_in_messages(records, since, catalog),
    ):
        found.setdefault(key, one)
    if not found:
        return ()
    known = {key for version in files_at(records, since) for key in _keys(version)}
    return tuple(one for key, one in found.items() if key not in known)


def _in_records(records: Path, shown: str, since: Revision, catalog: Catalog) -> _Found:
    for version in versions_since(records, since):
        path = (PurePosixPath(shown) / version.path).as_posix()
        if _is_application(version.path):
            yield _application(version, path, since)
        else:
            yield from _contacts_of(version, path, since, _allowed(version, catalog))


def _elsewhere(records: Path, since: Revision) -> _Found:
    """Yield what is wrong with files that look like applications, or tables of them."""
    for version in versions_elsewhere(records, since, *_ASKED):
        if version.path.lower().endswith(".yaml"):
            yield _application(version, version.path, since)
        else:
            yield from _contacts_of(version, version.path, since, frozenset())


def _in_messages(records: Path, since: Revision, catalog: Catalog) -> _Found:
    program = catalog.program
    allowed = addresses_of(program.record) if program else frozenset()
    for said in messages_since(records, since):
        text = _SIGNED.sub("", said.text)
        for contact in contacts_in(said.short, text, allowed):
            message = f"the message of commit {said.short} has what looks like {contact.sort}"
            yield ("", contact.text), contact.rule.at(contact.place, message, _way_out(since))


def _application(
    version: FileVersion, path: str, since: Revision
) -> tuple[tuple[str, str], Diagnostic]:
    message = f"commit {version.short} put an application where everybody can read it"
    place = Place(_named(version, path))
    return (version.path, ""), privacy.PUBLIC_APPLICATION.at(place, message, _way_out(since))


def _contacts_of(
    version: FileVersion, path: str, since: Revision, allowed: frozenset[str]
) -> _Found:
    named = _named(version, path)
    for contact in contacts_in(named, version.path.replace("/", " "), allowed):
        message = f"commit {version.short} has a file whose name has what looks like {contact.sort}"
        yield ("", contact.text), contact.rule.at(Place(named), message, _way_out(since))
    for contact in _contacts(named, version, allowed):
        message = f"commit {version.short} holds what looks like {contact.sort}"
        yield ("", contact.text), contact.rule.at(contact.place, message, _way_out(since))


def _named(version: FileVersion, path: str) -> str:
    """Return how a version is named to people; a name that is an address is not repeated."""
    return f"{version.short}:{'/'.join(map(hidden, path.split('/')))}"


def _keys(version: FileVersion) -> Iterator[tuple[str, str]]:
    if _is_application(version.path):
        yield (version.path, "")
    else:
        name = contacts_in("", version.path.replace("/", " "), frozenset())
        texts = _contacts("", version, frozenset())
        yield from (("", one.text) for one in (*name, *texts))


def _contacts(path: str, version: FileVersion, allowed: frozenset[str]) -> Iterator[Contact]:
    """Yield addresses and numbers in the text of a file, whether it is YAML or not."""
    if PurePosixPath(version.path).parts[0] != SCHEMAS:
        yield from contacts_in(path, _text(version.content), allowed)


def _is_application(path: str) -> bool:
    return PurePosixPath(path).parts[0] == _APPLICATIONS


def _allowed(version: FileVersion, catalog: Catalog) -> frozenset[str]:
    """Return the addresses that a version may hold: in the program's record, its contacts'."""
    if version.path != _PROGRAM or catalog.program is None:
        return frozenset()
    document = read_bytes(version.content, version.path).document
    then = check_document(document, Kind.PROGRAM).record if document else None
    own = addresses_of(then) if isinstance(then, Program) else frozenset()
    return own | addresses_of(catalog.program.record)


def _text(content: bytes) -> str:
    """Return a file as text, whatever it holds: of wide characters, those that are in ASCII too."""
    encoding = "utf-16" if content.startswith(_UTF_16) else "utf-8-sig"
    return content.decode(encoding, "replace").replace("\0", "")


def _way_out(since: Revision) -> str:
    short = since.commit[:7]
    return (
        "taking it out later leaves it in the branch: propose the change anew from a new branch "
        "and delete this one, or make this one a single commit without it with "
        f"'git reset --soft {short}', 'git commit' and 'git push --force'; GitHub may still show "
        "the old commit, so tell the person and ask GitHub's support to remove it "
        "(docs/guides/reviewing.md)"
    )
