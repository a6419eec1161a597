"""A record with its id and the document it came from, so that every fault has a place."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.diagnostics import Place
from generator.records.fields import Record
from generator.records.kinds import Kind
from generator.source import Document, Step

R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R_co]):
    """A record in the catalog.

    ``id`` is what references name it by: the file's stem, or cohort/pairing for a pairing and
    cohort/participant for an application. ``steps`` lead from the document's root to the record.
    """

    id: str
    record: R_co
    document: Document
    steps: tuple[Step, ...] = ()

    @property
    def path(self) -> str:
        """The file, as it is named to people."""
        return self.document.path

    def place(self, *steps: Step) -> Place:
        """Return the place of a value within the record."""
        return self.document.place((*self.steps, *steps))

    def key_place(self, *steps: Step) -> Place:
        """Return the place of a key within the record."""
        return self.document.key_place((*self.steps, *steps))


@dataclass(frozen=True, slots=True)
class Unfit:
    """A document that does not fit the model of its kind, and so has no record."""

    id: str
    kind: Kind
    document: Document

    def place(self, *steps: Step) -> Place:
        """Return the place of a value within the document."""
        return self.document.place(steps)
