"""Fields from which a record is picked, by what they hold the id of."""

from collections.abc import Mapping
from typing import Any, get_args

from generator.records.fields import (
    CohortId,
    EventId,
    Holds,
    MethodId,
    NeedId,
    OutputId,
    PairingId,
    ParticipantId,
    SessionId,
    TopicId,
)

Widget = Mapping[str, Any]

PARTICIPANTS, COHORTS, PAIRINGS = "participants", "cohorts", "pairings"
OUTPUTS, EVENTS, NEWS = "outputs", "events", "news"
PROGRAM, VOCABULARY = "program", "vocabulary"

SINGLE = "_singletons"
"""The editor's own name for the collection of records of which there is one."""


def words_of(type_: Any) -> str:
    """Return the words by which a type says what it holds, as its schema has them."""
    return next(part.words for part in reversed(get_args(type_)) if isinstance(part, Holds))


def _records(collection: str, *shown: str) -> Widget:
    return {
        "widget": "relation",
        "collection": collection,
        "value_field": "{{slug}}",
        "display_fields": list(shown),
        "dropdown_threshold": 0,
    }


def _parts(collection: str, parts: str, shown: str) -> Widget:
    """Pick an entry of a list that each record of a collection has, as record/entry."""
    return {
        "widget": "relation",
        "collection": collection,
        "value_field": f"{{{{slug}}}}/{{{{{parts}.*.id}}}}",
        # The first field named is the one that an entry must have to be among the choices.
        "display_fields": [f"{{{{{parts}.*.id}}}} ({{{{slug}}}}): {{{{{parts}.*.{shown}}}}}"],
        "dropdown_threshold": 0,
    }


def _terms(of: str) -> Widget:
    return {
        "widget": "relation",
        "collection": SINGLE,
        "file": VOCABULARY,
        "value_field": f"{of}.*.id",
        "display_fields": [f"{of}.*.label"],
        "search_fields": [f"{of}.*.label", f"{of}.*.id"],
        "dropdown_threshold": 0,
    }


PICKERS: Mapping[str, Widget] = {
    words_of(ParticipantId): _records(PARTICIPANTS, "{{name.family}} ({{slug}})"),
    words_of(CohortId): _records(COHORTS, "title"),
    words_of(EventId): _records(EVENTS, "{{title}} ({{slug}})"),
    words_of(OutputId): _records(OUTPUTS, "title"),
    words_of(PairingId): _parts(PAIRINGS, "pairings", "project.title"),
    words_of(SessionId): _parts(EVENTS, "sessions", "title"),
    words_of(TopicId): _terms("topics"),
    words_of(MethodId): _terms("methods"),
    words_of(NeedId): _terms("needs"),
}
"""How a record, or an entry of one, is picked; by the words of the field's type."""
