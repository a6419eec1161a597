"""Somebody accepted who has a record: what differs, and what is no longer agreed to."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.catalog import Catalog, Entry
from generator.catalog.rules.privacy import is_public
from generator.diagnostics import fold
from generator.intake.acceptance import Acceptance, consent_values, scopes_of, values_of
from generator.intake.comparing import in_words
from generator.intake.consented import PERSONAL, stand_in_name
from generator.intake.outcome import Fate
from generator.intake.record_edit import UnusableTextError, plain_of, with_keys
from generator.records.application import Application
from generator.records.fields import ConsentScope
from generator.records.kinds import Kind
from generator.records.participant import Participant
from generator.records.people import Consent
from generator.source import plain


def accept_again(
    catalog: Catalog, application: Entry[Application], there: Entry[Participant], who: str
) -> Acceptance:
    """Hold an application against the record that is there."""
    record = there.record
    made = Acceptance(there.id, who, Fate.UNCHANGED, there.path)
    if record.withdrawn:
        reason = f"withdrew on {record.withdrawn}; if they came back, take that out first"
        return replace(made, fate=Fate.REJECTED, reason=reason)
    consent, notes = _later(application.record.consent, record.consent)
    values, withheld, more = values_of(catalog, application, scopes_of(consent))
    before = plain(there.document.root)
    old: Mapping[str, Any] = before if isinstance(before, dict) else {}
    changed = dict(_changes(old, values, scopes_of(consent), record))
    agreed = consent_values(consent)
    if agreed is not None and old.get("consent") != plain_of({"consent": agreed})["consent"]:
        changed["consent"] = agreed
    is_named = record.name.full != stand_in_name(there.id)["display"]
    if is_named and ConsentScope.NAME not in scopes_of(consent) and is_public(catalog):
        notes = (*notes, "does not agree to be named: see 'lrrt withdraw' for the name itself")
    lost = tuple(scope for scope in ConsentScope if scope in record.scopes - scopes_of(consent))
    made = replace(made, withheld=withheld, notes=(*notes, *more), lost=lost)
    if not changed:
        return made
    after = plain_of({key: value for key, value in changed.items() if value is not None})
    differences = tuple((key, in_words(old.get(key)), in_words(after.get(key))) for key in changed)
    try:
        text = with_keys(there.document, Kind.PARTICIPANT, changed)
    except UnusableTextError:
        reason = f"{there.path} cannot be changed for certain; 'lrrt validate' says more"
        return replace(made, fate=Fate.REJECTED, reason=reason, differences=differences)
    return replace(made, fate=Fate.UPDATED, text=text, differences=differences)


def _changes(
    old: Mapping[str, Any],
    values: Mapping[str, Any],
    scopes: frozenset[ConsentScope],
    record: Participant,
) -> Iterator[tuple[str, Any]]:
    """Yield the keys whose value is to be another; None takes out what is no longer agreed to."""
    for key, scope in PERSONAL.items():
        if key in values:
            new = _joined(key, old.get(key), values[key], record)
            if plain_of({key: new})[key] != old.get(key):
                yield key, new
        elif key != "name" and key in old and not {ConsentScope.NAME, scope} <= scopes:
            yield key, None


def _joined(key: str, old: Any, new: Any, record: Participant) -> Any:
    """Return a new value with what of the old one it does not contradict."""
    if key == "name" and isinstance(old, dict) and _is_same_name(new, record):
        return old
    if key == "affiliation" and isinstance(old, dict) and fold(old["name"]) == fold(new["name"]):
        return {**old, **new, "name": old["name"]}
    if key == "links" and isinstance(old, list):
        known = {link["url"] for link in old}
        return [*old, *(link for link in new if link["url"] not in known)]
    return new


def _is_same_name(new: Mapping[str, str], record: Participant) -> bool:
    """Tell whether a name says no more than the one that is there."""
    given = new.get("display") or " ".join(
        new[part] for part in ("given", "particle", "family") if part in new
    )
    return fold(given) == fold(record.name.full)


def _later(told: Consent | None, known: Consent | None) -> tuple[Consent | None, tuple[str, ...]]:
    """Return what the person said last about what may be shown."""
    if told is None or (known is not None and known.given > told.given):
        note = (
            "" if told is None else f"what they agreed to on {told.given} is older than the record"
        )
        return known, (note,) if note else ()
    return told, ()
