"""Every version of every file that a branch has brought, whatever became of it later."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.revisions.git import Revision, blobs, git, prefix_of

_MARK = "\x01"
_FIRST_TOO = ("-c", "log.showRoot=true")
"""A repository's first commit has no other to be compared with, and counts all the same."""

_LOG = (
    "log",
    "-z",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--no-color",
    "--no-show-signature",
    "--no-relative",
    "--full-history",
    "--topo-order",
    "--reverse",
    "--diff-merges=combined",
    f"--format={_MARK}%H",
)
_SHORT = 7


@dataclass(frozen=True, slots=True)
class FileVersion:
    """A file as a commit left it. ``path`` is relative to the folder that was asked about."""

    commit: str
    path: str
    content: bytes

    @property
    def short(self) -> str:
        """What people call the commit."""
        return self.commit[:_SHORT]


@dataclass(frozen=True, slots=True)
class Message:
    """What a commit says of itself."""

    commit: str
    text: str

    @property
    def short(self) -> str:
        """What people call the commit."""
        return self.commit[:_SHORT]


def messages_since(folder: Path, since: Revision) -> Iterator[Message]:
    """Yield the message of every commit after a revision, oldest first. Raises GitError."""
    asked = ("log", "--no-color", "--no-show-signature", "--topo-order", "--reverse", "-z")
    written = git(folder, *asked, "--format=%H%n%B", f"{since.commit}..HEAD")
    for one in written.decode("utf-8", "replace").split("\0"):
        commit, _, text = one.lstrip("\n").partition("\n")
        if commit:
            yield Message(commit, text)


def versions_since(folder: Path, since: Revision) -> Iterator[FileVersion]:
    """Yield each version of a file under a folder that came after a revision, oldest first.

    Of merges, what neither side had (git-log, "-c"). What a file was before it was deleted or
    renamed came with an earlier commit, and is yielded there. Raises GitError.
    """
    prefix = prefix_of(folder)
    for version in _versions(folder, since, "."):
        if version.path.startswith(prefix):
            yield replace(version, path=version.path.removeprefix(prefix))


def versions_elsewhere(folder: Path, since: Revision, *asked: str) -> Iterator[FileVersion]:
    """Yield the same of files that lie anywhere else in the repository and fit git's patterns.

    Paths are those from the root of the repository. Raises GitError.
    """
    prefix = prefix_of(folder)
    for version in _versions(folder, since, *asked):
        if not prefix or not version.path.startswith(prefix):
            yield version


def _versions(folder: Path, since: Revision, *asked: str) -> Iterator[FileVersion]:
    """Yield versions by their paths from the root of the repository."""
    found = list(_log(folder, since, *asked))
    contents = blobs(folder, (blob for _, _, blob in found))
    for commit, path, blob in found:
        if blob in contents:
            yield FileVersion(commit, path, contents[blob])


def files_at(folder: Path, revision: Revision) -> Iterator[FileVersion]:
    """Yield each file under a folder as it was at a revision, by path. Raises GitError."""
    written = git(folder, "ls-tree", "-r", "-z", revision.commit).decode("utf-8", "surrogateescape")
    rows = [row.partition("\t") for row in written.split("\0") if row]
    named = [(path, facts.split(" ")[2]) for facts, _, path in rows]
    contents = blobs(folder, (blob for _, blob in named))
    for path, blob in sorted(named):
        if blob in contents:
            yield FileVersion(revision.commit, path, contents[blob])


def changed_paths(folder: Path, before: Revision, after: Revision | None) -> tuple[str, ...]:
    """Return the paths of files under a folder that differ between two revisions, in order.

    Without the second: between a revision and what lies in the folder, files that git does not
    know yet too. Raises GitError.
    """
    compare = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative")
    ends = (before.commit, after.commit) if after else (before.commit,)
    written = git(folder, *compare, *ends, "--", ".")
    if after is None:
        written += git(folder, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
    paths = written.decode("utf-8", "surrogateescape").split("\0")
    return tuple(sorted({path for path in paths if path}))


def _log(folder: Path, since: Revision, *asked: str) -> Iterator[tuple[str, str, str]]:
    """Yield commit, path from the root of the repository, and hash of what the file then held."""
    written = git(folder, *_FIRST_TOO, *_LOG, f"{since.commit}..HEAD", "--", *asked)
    for part in written.decode("utf-8", "surrogateescape").split(_MARK)[1:]:
        commit, _, rest = part.partition("\0")
        rows = iter(rest.lstrip("\0\n").split("\0"))
        for facts in rows:
            if facts.startswith(":"):
                # Of a merge with two parents: '::', three modes, three hashes, a status.
                yield commit.strip(), next(rows), facts.split(" ")[-2]
