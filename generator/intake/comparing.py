"""A submission held against the application that is there already."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.catalog import Entry
from generator.intake.facts import Facts
from generator.intake.making import Draft
from generator.intake.record_edit import with_keys
from generator.records.application import Application
from generator.records.kinds import Kind
from generator.source import plain

_ASKED_AS = {
    "links": ("links",),
    "consent": ("consent.scopes", "consent.given"),
    "capacity": ("capacity", "capacity.minimum", "capacity.maximum"),
    "affiliation": ("affiliation.name",),
}
_SHOWN = 70


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a submission differs from what is there, and the record's text with all of it taken.

    Each difference is a key with the old and the new value, in words.
    """

    differences: tuple[tuple[str, str, str], ...]
    text: str


def compare(there: Entry[Application], draft: Draft, facts: Facts, *, is_apart: bool) -> Comparison:
    """Return how a submission differs from an application.

    The same answers as those it was made of differ in nothing, whatever the committee has changed
    since. Of other answers, every key counts that the form asked for. ``is_apart`` tells that the
    application lies in the private folder. Raises UnusableTextError.
    """
    received = there.record.received
    if received and received.answers == draft.values["received"]["answers"]:
        return Comparison((), there.document.text)
    old = plain(there.document.root)
    before: Mapping[str, Any] = old if isinstance(old, dict) else {}
    after = draft.plain
    changed = {
        key: draft.values.get(key)
        for key in Application.model_fields
        if key != "received" and before.get(key) != after.get(key) and _is_asked(key, after, facts)
    }
    differences = tuple(
        (key, in_words(before.get(key)), in_words(after.get(key))) for key in changed
    )
    if not differences:
        return Comparison((), there.document.text)
    keys = {**changed, "received": draft.values["received"]}
    text = with_keys(there.document, Kind.APPLICATION, keys, is_apart=is_apart)
    return Comparison(differences, text)


def _is_asked(key: str, after: Mapping[str, Any], facts: Facts) -> bool:
    """Tell whether a form had a question for a key, answered or not."""
    if key in after or key in ("undecided", "other_answers"):
        return True
    asked = _ASKED_AS.get(key, (key,))
    return any(target in facts.submission.answers for target in asked)


def in_words(value: Any) -> str:
    """Return a value as it is shown on one line."""
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return ", ".join(in_words(one) for one in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {in_words(one)}" for key, one in value.items())
    line = " ".join(str(value).split())
    return f"'{line if len(line) <= _SHOWN else f'{line[:_SHOWN]}…'}'"
