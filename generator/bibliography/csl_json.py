"""Items as CSL-JSON, the form in which nothing is lost (csl-data.json of CSL 1.0.2)."""

import json
from collections.abc import Iterable
from typing import Any

from generator.bibliography.csl_dates import when_to_csl
from generator.bibliography.item import Item, Name

_PARTICLES = (
    ("dropping-particle", "dropping_particle"),
    ("non-dropping-particle", "particle"),
    ("suffix", "suffix"),
)


def csl_values(item: Item) -> dict[str, Any]:
    """Return an item as the values of CSL-JSON, its variables in the order of their names.

    ``categories``, the one list of texts, is held among the texts, one on each line.
    """
    variables: dict[str, Any] = dict(item.texts)
    if "categories" in variables:
        variables["categories"] = item.texts["categories"].split("\n")
    variables.update(
        {name: [csl_name(one) for one in people] for name, people in item.names.items()}
    )
    variables.update({name: when_to_csl(when) for name, when in item.dates.items()})
    if item.custom:
        variables["custom"] = dict(item.custom)
    return {"id": item.id, "type": item.type, **dict(sorted(variables.items()))}


def csl_json(items: Iterable[Item]) -> str:
    """Return items as a CSL-JSON file."""
    values = [csl_values(item) for item in items]
    return json.dumps(values, indent=2, ensure_ascii=False) + "\n"


def csl_name(name: Name) -> dict[str, str]:
    """Return a name in CSL-JSON."""
    person = name.person
    if person is None:
        return {"literal": name.organization}
    if not (person.family or person.given):
        return {"literal": person.display or ""}
    parts = {"family": person.family, "given": person.given}
    parts.update({key: getattr(person, part) for key, part in _PARTICLES})
    return {key: part for key, part in parts.items() if part}
