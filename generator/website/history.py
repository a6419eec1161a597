"""The past of the records, read from git."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from generator.agenda.history import Commit, History, Version
from generator.records.checking import check_document
from generator.records.event import Event
from generator.records.kinds import Kind
from generator.source import read_bytes

_LONGEST = 100
"""How many versions of an event are read, the newest ones."""

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

_MARK = "\x01"
_FORMAT = f"--format={_MARK}%H %ct"
_LOG = (
    "log",
    "-z",
    "--name-only",
    "--no-renames",
    "--no-color",
    "--no-show-signature",
    "--no-relative",
    _FORMAT,
)


class _NoHistoryError(Exception):
    """git cannot tell; the message says why, in a clause."""


def read_history(records: Path, events: Mapping[str, Sequence[str]]) -> History:
    """Return the past of the records in a folder.

    ``events`` holds each event's id with the ids that it had before. Outside a git checkout, and in
    a clone without its whole history, nothing is known, rather than something that another clone
    would not say. What is not committed has no past.
    """
    try:
        facts = _git(records, "rev-parse", "--is-shallow-repository", "--show-prefix").decode()
        is_shallow, _, prefix = facts.partition("\n")
        if is_shallow == "true":
            return History(unknown="this clone is shallow: it does not hold the whole history")
        whole = prefix.rstrip("\n")
        return History(_touched(records, whole), _published(records, whole, events))
    except _NoHistoryError as fault:
        return History(unknown=str(fault))


def _touched(records: Path, prefix: str) -> Mapping[str, tuple[Commit, ...]]:
    """Return every commit that changed a file, by the file's path among the records.

    All branches that were merged count, so that a number never goes down as history grows; a merge
    counts where it changed what both sides had (git-log, "-c").
    """
    found: dict[str, list[Commit]] = {}
    for commit, paths in _log(records, prefix, "--full-history", "-c"):
        for path in paths:
            found.setdefault(path, []).append(commit)
    return {path: tuple(commits) for path, commits in sorted(found.items())}


def _published(
    records: Path, prefix: str, events: Mapping[str, Sequence[str]]
) -> Mapping[str, tuple[Version, ...]]:
    """Return the versions of each event that the branch itself has had, oldest first.

    What a branch was like before it was merged has never been published.
    """
    line = list(_log(records, prefix, "--first-parent", "--diff-merges=first-parent"))
    wanted: list[tuple[str, Commit, list[str]]] = []
    for event, earlier in sorted(events.items()):
        paths = [f"events/{id_}.yaml" for id_ in (event, *reversed(earlier))]
        commits = [commit for commit, touched in line if not touched.isdisjoint(paths)]
        wanted += [(event, commit, paths) for commit in reversed(commits[:_LONGEST])]
    names = [f"{commit.name}:{prefix}{path}" for _, commit, paths in wanted for path in paths]
    blobs = _blobs(records, names)
    found: dict[str, list[Version]] = {}
    for event, commit, paths in wanted:
        contents = [blobs.get(f"{commit.name}:{prefix}{path}") for path in paths]
        content = next((one for one in contents if one is not None), None)
        record = _event(content, paths[0]) if content is not None else None
        if record is not None:
            found.setdefault(event, []).append(Version(commit, record))
    return {event: tuple(versions) for event, versions in found.items()}


def _event(content: bytes, path: str) -> Event | None:
    """Return an event from the bytes of its file; None where they do not fit what an event is."""
    document = read_bytes(content, path).document
    record = check_document(document, Kind.EVENT).record if document else None
    return record if isinstance(record, Event) else None


def _log(records: Path, prefix: str, *options: str) -> Iterator[tuple[Commit, frozenset[str]]]:
    """Yield commits, newest first, with the paths that each changed among events and cohorts.

    git names them from the root of the repository on; what stands before the records is taken off
    here, since "--relative" leaves out files that a merge changed.
    """
    written = _git(records, *_LOG, *options, "--", "events", "cohorts").decode("utf-8", "replace")
    for part in written.split(_MARK)[1:]:
        head, _, names = part.partition("\0")
        name, _, seconds = head.partition(" ")
        when = datetime.fromtimestamp(int(seconds), UTC)
        paths = names.lstrip("\n").split("\0")
        yield Commit(name, when), frozenset(path.removeprefix(prefix) for path in paths if path)


def _blobs(records: Path, names: Sequence[str]) -> Mapping[str, bytes]:
    """Return the contents of files by 'commit:path'; what is not there is left out."""
    written = _git(records, "cat-file", "--batch", given="".join(f"{name}\n" for name in names))
    found: dict[str, bytes] = {}
    at = 0
    for name in names:
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


def _git(folder: Path, *arguments: str, given: str = "") -> bytes:
    """Return what git prints in a folder. Raises _NoHistoryError."""
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
        raise _NoHistoryError(message) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        message = f"git does not say ({said.removeprefix('fatal: ')})"
        raise _NoHistoryError(message)
    return done.stdout
