"""The words that applications, pairings and outputs share."""

from typing import Annotated

from generator.records.fields import Id, Line, MethodId, NeedId, Record, TopicId, Unique, public

_ID = "Short name by which records refer to the term. Never changes."
_LABEL = "The term as people read it."
_ALSO = "Synonyms: other words for the same thing."
_DEFINITION = "One sentence that says what the term covers."
_BROADER = "Ids of the terms directly above this one."

Synonyms = Annotated[tuple[Line, ...], Unique]


class Topic(Record):
    """What research is about."""

    id: Annotated[Id, public(_ID)]
    label: Annotated[Line, public(_LABEL)]
    broader: Annotated[Annotated[tuple[TopicId, ...], Unique], public(_BROADER)] = ()
    also: Annotated[Synonyms, public(_ALSO)] = ()
    definition: Annotated[Line | None, public(_DEFINITION)] = None


class Method(Record):
    """How research is done."""

    id: Annotated[Id, public(_ID)]
    label: Annotated[Line, public(_LABEL)]
    broader: Annotated[Annotated[tuple[MethodId, ...], Unique], public(_BROADER)] = ()
    also: Annotated[Synonyms, public(_ALSO)] = ()
    definition: Annotated[Line | None, public(_DEFINITION)] = None


class Need(Record):
    """What a mentee wants help with."""

    id: Annotated[Id, public(_ID)]
    label: Annotated[Line, public(_LABEL)]
    broader: Annotated[Annotated[tuple[NeedId, ...], Unique], public(_BROADER)] = ()
    also: Annotated[Synonyms, public(_ALSO)] = ()
    definition: Annotated[Line | None, public(_DEFINITION)] = None


class Vocabulary(Record):
    """The words that applications, pairings and outputs share."""

    topics: Annotated[tuple[Topic, ...], public("What research is about.")]
    methods: Annotated[tuple[Method, ...], public("How research is done.")]
    needs: Annotated[tuple[Need, ...], public("What mentees want help with.")]


Term = Topic | Method | Need
