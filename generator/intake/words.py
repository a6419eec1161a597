"""The terms and the people that answers can name."""

from collections.abc import Mapping

from generator.catalog import Catalog
from generator.catalog.names import spellings
from generator.intake.choices import Choices
from generator.intake.known import KnownPeople
from generator.intake.making import Around
from generator.records.fields import Refers

_FACETS = {"topics": Refers.TOPIC, "methods": Refers.METHOD, "needs": Refers.NEED}


class Words:
    """The vocabulary, and the people who can be wished for in each cohort."""

    def __init__(self, catalog: Catalog, known: KnownPeople) -> None:
        self._catalog = catalog
        self._known = known
        self._terms: Mapping[str, Choices] = {
            facet: Choices.of(
                (term.id, term.label, term.also) for term in catalog.terms[sort].values()
            )
            for facet, sort in _FACETS.items()
        }
        self._people: dict[tuple[str, frozenset[str]], Choices] = {}

    def around(self, cohort: str, own_id: str, applying: frozenset[str]) -> Around:
        """Return what the answers of somebody are matched with.

        ``applying`` are the ids of those whose applications to the cohort come in beside it.
        """
        return Around(self._terms, self._people_of(cohort, applying), own_id)

    def _people_of(self, cohort: str, applying: frozenset[str]) -> Choices:
        """Return participants, applicants and those who are applying, by their names."""
        key = (cohort, applying)
        if key not in self._people:
            there = {
                self._known.id_now(entry.id.partition("/")[2])
                for entry in self._catalog.applications_of_cohort.get(cohort, ())
            }
            ids = sorted({*self._catalog.participants, *there, *applying})
            self._people[key] = Choices.of(self._named(id_) for id_ in ids)
        return self._people[key]

    def _named(self, id_: str) -> tuple[str, str, list[str]]:
        names = self._known.names_of(id_)
        written = [spelling for name in names for spelling in spellings(name)]
        return id_, names[0].full if names else id_, written
