"""What becomes of an applicant who is accepted, and what of the application may be used for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.catalog import Catalog, Entry
from generator.catalog.rules.privacy import is_public
from generator.intake.consented import agreed_values, for_all_to_read
from generator.intake.outcome import Fate
from generator.records.application import Application
from generator.records.fields import ConsentScope
from generator.records.people import Consent
from generator.source import plain


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What becomes of one applicant.

    ``id`` is that of the participant's record, ``path`` its file and ``text`` what is to be written
    there; ``withheld`` are keys that the person did not agree to; ``former`` is the id that the
    applications have now, where it is to be another; ``reason`` says why nothing can be done;
    ``lost`` is what they agreed to before, and do not agree to in the application; ``breaks`` is
    how many faults the checks would find in other records.
    """

    id: str
    who: str
    fate: Fate
    path: str = ""
    text: str = ""
    reason: str = ""
    differences: tuple[tuple[str, str, str], ...] = ()
    withheld: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    former: str = ""
    lost: tuple[ConsentScope, ...] = ()
    breaks: int = 0


def values_of(
    catalog: Catalog, application: Entry[Application], scopes: frozenset[ConsentScope]
) -> tuple[dict[str, Any], tuple[str, ...], tuple[str, ...]]:
    """Return what may stand in the record, the keys withheld, and what was taken out of it."""
    values, withheld = agreed_values(said_in(application), scopes)
    if is_public(catalog):
        values, cut = for_all_to_read(values)
    else:
        cut = ()
    said = said_in(application)
    notes = (
        *(f"addresses and numbers are taken out of '{key}'" for key in cut),
        *_told_besides(values, {key: said[key] for key in withheld}),
    )
    consent = consent_values(application.record.consent)
    if consent is not None:
        values["consent"] = consent
    return values, withheld, notes


def _told_besides(values: Mapping[str, Any], withheld: Mapping[str, Any]) -> Iterator[str]:
    """Yield where a text that may be shown says what was left out, for somebody to look at."""
    for key, value in values.items():
        for other, left_out in withheld.items():
            for text in _texts_in(left_out):
                if len(text) > 1 and any(text in said for said in _texts_in(value)):
                    yield f"'{key}' says '{text}', which is left out as '{other}': look at it"


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _texts_in(one)


def said_in(application: Entry[Application]) -> Mapping[str, Any]:
    """Return what an application says, without places."""
    said = plain(application.document.root)
    return said if isinstance(said, dict) else {}


def scopes_of(consent: Consent | None) -> frozenset[ConsentScope]:
    """Return what somebody agreed to have shown: nothing without consent."""
    return frozenset(consent.scopes) if consent else frozenset()


def consent_values(consent: Consent | None) -> dict[str, Any] | None:
    """Return a consent as values of a record."""
    if consent is None:
        return None
    return {"given": consent.given, "scopes": [str(scope) for scope in consent.scopes]}
