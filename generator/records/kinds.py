"""The kinds of record: where each lives and what it is checked against."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from generator.records.application import Application
from generator.records.certificate import CertificateFile
from generator.records.cohort import Cohort
from generator.records.event import Event
from generator.records.fields import Record
from generator.records.news import News
from generator.records.output import Output
from generator.records.pairing import PairingFile
from generator.records.participant import Participant
from generator.records.program import Program
from generator.records.vocabulary import Vocabulary

SCHEMAS = "schemas"
"""Folder under records/ that holds the JSON Schemas."""


class Kind(StrEnum):
    """A kind of record, named as its schema and the reference name it."""

    PROGRAM = "program"
    VOCABULARY = "vocabulary"
    PARTICIPANT = "participant"
    COHORT = "cohort"
    APPLICATION = "application"
    PAIRINGS = "pairings"
    OUTPUT = "output"
    EVENT = "event"
    CERTIFICATES = "certificates"
    NEWS = "news"

    @property
    def model(self) -> type[Record]:
        """The model that records of this kind must fit."""
        return _SHAPES[self].model

    @property
    def pattern(self) -> str:
        """Where records of this kind live, as people read it."""
        return _SHAPES[self].pattern


@dataclass(frozen=True, slots=True)
class _Shape:
    pattern: str
    model: type[Record]


_SHAPES = {
    Kind.PROGRAM: _Shape("program.yaml", Program),
    Kind.VOCABULARY: _Shape("vocabulary.yaml", Vocabulary),
    Kind.PARTICIPANT: _Shape("participants/<id>.yaml", Participant),
    Kind.COHORT: _Shape("cohorts/<id>.yaml", Cohort),
    Kind.APPLICATION: _Shape("applications/<cohort>/<participant>.yaml", Application),
    Kind.PAIRINGS: _Shape("pairings/<cohort>.yaml", PairingFile),
    Kind.OUTPUT: _Shape("outputs/<id>.yaml", Output),
    Kind.EVENT: _Shape("events/<id>.yaml", Event),
    Kind.CERTIFICATES: _Shape("certificates/<cohort>.yaml", CertificateFile),
    Kind.NEWS: _Shape("news/<id>.yaml", News),
}

_SINGLE = {"program.yaml": Kind.PROGRAM, "vocabulary.yaml": Kind.VOCABULARY}
_KIND_IN = {
    ("participants", 2): Kind.PARTICIPANT,
    ("cohorts", 2): Kind.COHORT,
    ("applications", 3): Kind.APPLICATION,
    ("pairings", 2): Kind.PAIRINGS,
    ("outputs", 2): Kind.OUTPUT,
    ("events", 2): Kind.EVENT,
    ("certificates", 2): Kind.CERTIFICATES,
    ("news", 2): Kind.NEWS,
}

FOLDERS = tuple(name for name, _ in _KIND_IN)
"""The folders under records/ that hold a file for each record."""


def kind_of(path: PurePosixPath) -> Kind | None:
    """Return the kind of a record from its path under records/, or None if none lives there."""
    if path.suffix != ".yaml":
        return None
    if len(path.parts) == 1:
        return _SINGLE.get(path.name)
    return _KIND_IN.get((path.parts[0], len(path.parts)))


def schema_comment_path(kind: Kind) -> str:
    """Return the path of a kind's JSON Schema, relative to a record of that kind."""
    depth = _SHAPES[kind].pattern.count("/")
    return f"{'../' * depth}{SCHEMAS}/{kind}.json"
