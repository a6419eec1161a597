"""Outputs as they are exported: for one who asks for some of them, whatever else is wrong.

Pages are made only of records without errors. An export is made of every output that could be
read, so nothing here rests on another record being there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.bibliography.item import Item
from generator.bibliography.items import make_item
from generator.catalog import Catalog, Entry
from generator.records.fields import ConsentScope, Refers
from generator.records.output import Output, OutputStatus
from generator.views.consent import Consents
from generator.views.pairings import is_public, labels
from generator.views.people import contributor_names

IN_PRESS = "in-press"
UNDATED = "without-a-date"


@dataclass(frozen=True, slots=True)
class Exported:
    """A public output. ``filed`` says under which year, type, people and cohorts it is found."""

    id: str
    item: Item
    filed: Mapping[str, frozenset[str]]


def make_exported(catalog: Catalog) -> tuple[Exported, ...]:
    """Return every public output, in the order of ids; consent is applied."""
    consents = Consents(catalog)
    return tuple(
        _exported(catalog, consents, entry)
        for entry in catalog.outputs.values()
        if is_exported(entry.record)
    )


def is_exported(output: Output) -> bool:
    """Tell whether an output is public: what is only submitted never is."""
    return output.status is not OutputStatus.SUBMITTED


def _exported(catalog: Catalog, consents: Consents, entry: Entry[Output]) -> Exported:
    output = entry.record
    scope = ConsentScope.OUTPUTS
    names = contributor_names(catalog, consents, output.contributors, scope)
    words = (
        *labels(catalog, Refers.TOPIC, output.topics),
        *labels(catalog, Refers.METHOD, output.methods),
    )
    people = (one.participant for one in output.contributors if one.participant)
    return Exported(
        entry.id,
        make_item(entry.id, output, names, words),
        {
            "year": frozenset((_year(output),)),
            "type": frozenset((str(output.type),)),
            "person": frozenset(person for person in people if consents.allows(person, scope)),
            "cohort": _cohorts(catalog, output),
        },
    )


def _year(output: Output) -> str:
    """Return the heading under which the site lists an output, as its addresses write it."""
    if output.status is OutputStatus.IN_PRESS:
        return IN_PRESS
    return str(output.date.start.year) if output.date else UNDATED


def _cohorts(catalog: Catalog, output: Output) -> frozenset[str]:
    """Return the cohorts whose pairs produced an output, as far as these are on the site."""
    pairings = (catalog.pairings.get(name) for name in output.pairings)
    found = (entry.id.partition("/")[0] for entry in pairings if entry and is_public(entry))
    return frozenset(cohort for cohort in found if cohort in catalog.cohorts)
