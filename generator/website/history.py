"""The past of the records, read from git."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from generator.agenda.history import Commit, History, Version
from generator.records.checking import check_document
from generator.records.event import Event
from generator.records.kinds import Kind
from generator.revisions.git import GitError, blobs, git
from generator.source import read_bytes

_LONGEST = 100
"""How many versions of an event are read, the newest ones."""

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


def read_history(records: Path, events: Mapping[str, Sequence[str]]) -> History:
    """Return the past of the records in a folder.

    ``events`` holds each event's id with the ids that it had before. Outside a git checkout, and in
    a clone without its whole history, nothing is known, rather than something that another clone
    would not say. What is not committed has no past.
    """
    try:
        facts = git(records, "rev-parse", "--is-shallow-repository", "--show-prefix").decode()
        is_shallow, _, prefix = facts.partition("\n")
        if is_shallow == "true":
            return History(unknown="this clone is shallow: it does not hold the whole history")
        whole = prefix.rstrip("\n")
        return History(_touched(records, whole), _published(records, whole, events))
    except GitError as fault:
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
    contents_of = blobs(records, names)
    found: dict[str, list[Version]] = {}
    for event, commit, paths in wanted:
        contents = [contents_of.get(f"{commit.name}:{prefix}{path}") for path in paths]
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
    written = git(records, *_LOG, *options, "--", "events", "cohorts").decode("utf-8", "replace")
    for part in written.split(_MARK)[1:]:
        head, _, names = part.partition("\0")
        name, _, seconds = head.partition(" ")
        when = datetime.fromtimestamp(int(seconds), UTC)
        paths = names.lstrip("\n").split("\0")
        yield Commit(name, when), frozenset(path.removeprefix(prefix) for path in paths if path)
