"""The records as they were at a revision."""

import tempfile
from pathlib import Path, PurePosixPath

from generator.catalog import Loading, load_catalog
from generator.revisions.branch import files_at
from generator.revisions.git import Revision

_OUTSIDE = frozenset(("", ".", ".."))


def load_at(records: Path, shown: str, revision: Revision) -> Loading:
    """Load the records as a revision holds them, named as if they lay in their folder.

    A link is read as the text that git keeps for it. Raises GitError.
    """
    with tempfile.TemporaryDirectory(prefix="lrrt-") as name:
        folder = Path(name)
        for file in files_at(records, revision):
            path = PurePosixPath(file.path)
            # git itself makes no such names, but a repository can hold them.
            if not _OUTSIDE.isdisjoint(file.path.split("/")) or path.is_absolute():
                continue
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(file.content)
        return load_catalog(folder, shown=shown)
