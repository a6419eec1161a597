"""What may be shown of a person, decided in one place for every view."""

from generator.catalog import Catalog
from generator.catalog.public_parts import people_with_public_parts
from generator.records.fields import ConsentScope


class Consents:
    """Answers what may be shown of whom: what a person agreed to, of those with a public part."""

    def __init__(self, catalog: Catalog, *, always: frozenset[ConsentScope] = frozenset()) -> None:
        """Ask for ``always`` beside whatever a view asks for."""
        self._always = always | {ConsentScope.NAME}
        taking_part = people_with_public_parts(catalog)
        self._scopes = {
            id_: entry.record.scopes
            for id_, entry in catalog.participants.items()
            if id_ in taking_part
        }

    def allows(self, person: str, *scopes: ConsentScope) -> bool:
        """Tell whether a person agreed to all of the scopes, and to being named."""
        given = self._scopes.get(person, frozenset())
        return given.issuperset(self._always) and given.issuperset(scopes)
