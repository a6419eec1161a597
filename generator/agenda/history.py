"""What is known of the past of records: how often each was changed, and what events were before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from generator.records.event import Event


@dataclass(frozen=True, slots=True)
class Commit:
    """A change that was made to records, by its name in the version control, and when."""

    name: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Version:
    """An event as it was published with a commit."""

    commit: Commit
    event: Event


@dataclass(frozen=True, slots=True)
class Past:
    """How often a record was changed, and when last."""

    changes: int = 0
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The past of all records.

    ``touched`` has the commits that changed a file, by its path among the records; ``published``
    the versions of each event, by its id, oldest first. Where nothing is known, ``unknown`` says
    why, in a clause.
    """

    touched: Mapping[str, tuple[Commit, ...]] = field(default_factory=dict)
    published: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    unknown: str = ""

    def of(self, folder: str, ids: Iterable[str]) -> Past:
        """Return the past of a record in a folder, under all the ids that it has had.

        A commit counts once, so that a rename does, and a record never has fewer changes than it
        had before.
        """
        commits = {commit for id_ in ids for commit in self.touched.get(f"{folder}/{id_}.yaml", ())}
        return Past(len(commits), max((one.when for one in commits), default=None))


UNKNOWN = History(unknown="nobody has asked for it")
"""The history of records of which only the present is at hand."""
