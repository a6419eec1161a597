"""What of an application may stand in the participant's record: what the person agreed to."""

from collections.abc import Mapping
from typing import Any

from generator.catalog.rules.privacy import without_contacts
from generator.records.application import Application
from generator.records.fields import ConsentScope
from generator.records.participant import Participant

_VISIBILITY, _WITH_CONSENT = "x-visibility", "consent:"
_FREE = ("position", "bio")


def scope_of(key: str) -> ConsentScope | None:
    """Return the scope that lets a key of a participant's record be shown, as the model says."""
    extra = Participant.model_fields[key].json_schema_extra
    said = extra.get(_VISIBILITY) if isinstance(extra, dict) else None
    if isinstance(said, str) and said.startswith(_WITH_CONSENT):
        return ConsentScope(said.removeprefix(_WITH_CONSENT))
    return None


PERSONAL: Mapping[str, ConsentScope] = {
    key: scope
    for key in Participant.model_fields
    if key in Application.model_fields and (scope := scope_of(key)) is not None
}
"""The keys that an application and a participant's record share, each with its scope."""


def agreed_values(
    values: Mapping[str, Any], scopes: frozenset[ConsentScope]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the personal values that the scopes cover, and the keys of those that they do not."""
    present = {key: values[key] for key in PERSONAL if key in values}
    may_be_named = ConsentScope.NAME in scopes
    agreed = {
        key: value for key, value in present.items() if may_be_named and PERSONAL[key] in scopes
    }
    return agreed, tuple(key for key in present if key not in agreed)


def for_all_to_read(values: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return values without e-mail addresses and numbers, and the keys in which there were any."""
    cut = {
        key: without_contacts(value) if key in _FREE and isinstance(value, str) else value
        for key, value in values.items()
    }
    return cut, tuple(key for key in cut if cut[key] != values[key])


def stand_in_name(id_: str) -> dict[str, str]:
    """Return the name that a public record has of somebody who is not to be named."""
    role, _, rest = id_.partition("-")
    return {"display": f"{role.capitalize()} {rest}".strip()}
