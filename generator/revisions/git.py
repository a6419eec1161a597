"""Asking git: what it prints, whatever settings a person has."""

import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_ELSEWHERE = frozenset(
    (
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_WORK_TREE",
    )
)
"""Variables that point git to another repository; it sets them within its own hooks."""

_SHORT = 7
"""Characters by which people name a commit."""


class GitError(Exception):
    """git cannot tell; the message says why, in a clause."""


class UnknownRevisionError(Exception):
    """A repository has no such revision; the message says so, and the way out."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, and the name by which a person asked for it."""

    name: str
    commit: str

    def __str__(self) -> str:
        short = self.commit[:_SHORT]
        return short if self.commit.startswith(self.name) else f"{self.name} ({short})"


def git(folder: Path, *arguments: str, given: str = "") -> bytes:
    """Return what git prints in a folder. Raises GitError."""
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    environment = {
        **kept,
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C",
    }
    try:
        done = subprocess.run(  # noqa: S603  # no shell, and no argument that a record could choose
            ("git", *arguments),  # noqa: S607  # whichever git the person has
            cwd=folder,
            env=environment,
            input=given.encode(),
            capture_output=True,
            check=False,
        )
    except OSError:
        message = "git cannot be run here"
        raise GitError(message) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        message = f"git does not say ({said.removeprefix('fatal: ')})"
        raise GitError(message)
    return done.stdout


def is_shallow(folder: Path) -> bool:
    """Tell whether a clone lacks some of its history. Raises GitError outside a checkout."""
    return git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def prefix_of(folder: Path) -> str:
    """Return where a folder lies in its repository, ending in '/', or '' at its root."""
    return _text(git(folder, "rev-parse", "--show-prefix")).rstrip("\n")


def find_revision(folder: Path, name: str) -> Revision:
    """Return the commit that a branch, a tag or the beginning of a hash names.

    Raises UnknownRevisionError, and GitError outside a checkout.
    """
    shallow = is_shallow(folder)
    wanted = f"{name}^{{commit}}"
    try:
        found = _named(folder, wanted)
    except GitError:
        way_out = "get the whole history with 'git fetch --unshallow'"
        if not shallow:
            way_out = "name a branch, a tag or a commit that is here, such as 'origin/main'"
        message = f"there is no revision '{name}' in this repository; {way_out}"
        raise UnknownRevisionError(message) from None
    return Revision(name, found)


def parted_at(folder: Path, one: Revision, other: Revision) -> Revision | None:
    """Return the last commit that two revisions share; None where there is none to be found."""
    try:
        found = git(folder, "merge-base", one.commit, other.commit)
    except GitError:
        return None
    commit = _text(found).strip()
    return one if commit == one.commit else Revision(commit[:_SHORT], commit)


def blobs(folder: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """Return the contents of files by 'commit:path' or hash; what is not there is left out."""
    wanted = tuple(dict.fromkeys(names))
    if not wanted:
        return {}
    written = git(folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in wanted))
    found: dict[str, bytes] = {}
    at = 0
    for name in wanted:
        end = written.index(b"\n", at)
        facts = written[at:end].split(b" ")
        at = end + 1
        if facts[-1] == b"missing":
            continue
        size = int(facts[-1])
        if facts[-2] == b"blob":
            found[name] = written[at : at + size]
        at += size + 1
    return found


def _named(folder: Path, wanted: str) -> str:
    """Return the hash of what a name means. Raises GitError."""
    found = _text(git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted))
    if found.startswith("^"):
        message = "'^' before a name leaves out what it means"
        raise GitError(message)
    return found.strip()


def _text(written: bytes) -> str:
    """Return what git printed as text; names of files may be bytes in any encoding."""
    return written.decode("utf-8", "surrogateescape")
