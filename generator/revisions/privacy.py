"""What a branch of a public repository has held that it must not, taken out again or not."""

import codecs
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.catalog import Catalog
from generator.catalog.rules.privacy import Contact, addresses_of, contacts_in, is_public
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import privacy
from generator.records.checking import check_document
from generator.records.kinds import SCHEMAS, Kind
from generator.records.program import Program
from generator.revisions.branch import FileVersion, files_at, versions_since
from generator.revisions.git import Revision
from generator.source import read_bytes

_APPLICATIONS = "applications"
_PROGRAM = "program.yaml"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def check_branch(
    records: Path, shown: str, since: Revision, catalog: Catalog
) -> tuple[Diagnostic, ...]:
    """Return what must not be in a public repository, from every commit after a revision.

    Each is told once, where it came in; what was there at the revision is not the branch's doing.
    ``shown`` is how the folder of the records is named to people. The texts themselves are not
    repeated: what prints this may be kept for longer than the branch. Raises GitError.
    """
    if not is_public(catalog):
        return ()
    found: dict[tuple[str, str], Diagnostic] = {}
    for version in versions_since(records, since):
        for key, one in _faults(version, shown, since, _allowed(version, catalog)):
            found.setdefault(key, one)
    if not found:
        return ()
    known = {key for version in files_at(records, since) for key in _keys(version)}
    return tuple(one for key, one in found.items() if key not in known)


def _faults(
    version: FileVersion, shown: str, since: Revision, allowed: frozenset[str]
) -> Iterator[tuple[tuple[str, str], Diagnostic]]:
    """Yield what is wrong with a version, each with what makes it the same in another."""
    path = f"{version.short}:{(PurePosixPath(shown) / version.path).as_posix()}"
    if _is_application(version.path):
        message = f"commit {version.short} put an application where everybody can read it"
        application = privacy.PUBLIC_APPLICATION
        yield (version.path, ""), application.at(Place(path), message, _way_out(since))
        return
    for contact in _contacts(path, version, allowed):
        message = f"commit {version.short} holds what looks like {contact.sort}"
        yield ("", contact.text), contact.rule.at(contact.place, message, _way_out(since))


def _keys(version: FileVersion) -> Iterator[tuple[str, str]]:
    if _is_application(version.path):
        yield (version.path, "")
    else:
        yield from (("", one.text) for one in _contacts("", version, frozenset()))


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
    """Return a file as text, whatever it holds."""
    encoding = "utf-16" if content.startswith(_UTF_16) else "utf-8-sig"
    return content.decode(encoding, "replace")


def _way_out(since: Revision) -> str:
    short = since.commit[:7]
    return (
        "taking it out later leaves it in the branch: propose the change anew from a new branch "
        "and delete this one, or make this one a single commit without it with "
        f"'git reset --soft {short}', 'git commit' and 'git push --force'; GitHub may still show "
        "the old commit, so tell the person and ask GitHub's support to remove it "
        "(docs/guides/reviewing.md)"
    )
