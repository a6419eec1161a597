"""Where applications may lie when everybody can read the records: in no place that is published."""

from pathlib import Path

from generator.catalog.loading import INTAKE
from generator.cli.options import Misuse, shown
from generator.revisions.git import GitError, git


def refuse_public(records: Path, private: Path | None) -> None:
    """Raise Misuse where what is private would lie in what everybody can read.

    Links are followed: what counts is where a file would come to lie.
    """
    if private is None:
        message = (
            "everybody can read these records, and applications are for the committee alone; name "
            "a private folder elsewhere with --private DIR or LRRT_PRIVATE"
        )
        raise Misuse(message)
    for folder in (private, private / "applications", private / INTAKE):
        where = _public_place(records.resolve(), folder.resolve())
        if where:
            message = f"{shown(folder)} lies {where}, which everybody can read; name another"
            raise Misuse(message)


def _public_place(records: Path, folder: Path) -> str:
    """Return in words in which public place a folder lies, or nothing.

    What git ignores in the repository of the records is not published.
    """
    if folder.is_relative_to(records):
        return "among the records"
    root = _repository(records)
    if root is None or _repository(folder) != root or _is_ignored(root, folder):
        return ""
    return "in the repository of the records"


def _repository(folder: Path) -> Path | None:
    """Return the root of the repository that a folder belongs to, there already or not."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)


def _is_ignored(root: Path, folder: Path) -> bool:
    try:
        git(root, "check-ignore", "--quiet", str(folder / "any.yaml"))
    except GitError:
        return False
    return True
