"""What two people share, in words, for each part of their score."""

from collections.abc import Mapping

from generator.catalog import Catalog
from generator.matching.hours import CLOSES, OPENS, shared_minutes
from generator.matching.outcome import Outcome
from generator.matching.scoring import FACETS, PartName, asked_terms
from generator.matching.terms import SAME, shared_terms
from generator.matching.wording import ordinal

_WORDS_SHOWN = 5


class Contributions:
    """Says in words what a mentee and a mentor share; labels instead of ids."""

    def __init__(self, catalog: Catalog, outcome: Outcome) -> None:
        self._outcome = outcome
        self._labels: Mapping[PartName, Mapping[str, str]] = {
            part: {term.id: term.label for term in catalog.terms[facet].values()}
            for part, facet in FACETS.items()
        }

    def of(self, part: PartName, mentee: str, mentor: str) -> tuple[str, ...]:
        """Return what the two share in a part of their score; nothing where they share nothing."""
        if part in FACETS:
            return self._terms(part, mentee, mentor)
        if part is PartName.TEXT:
            return self._words(mentee, mentor)
        return self._hours(mentee, mentor) if part is PartName.HOURS else self._wish(mentee, mentor)

    def _terms(self, part: PartName, mentee: str, mentor: str) -> tuple[str, ...]:
        people, labels = self._outcome.pool.people, self._labels[part]
        found = shared_terms(
            self._outcome.scorer.near[part],
            asked_terms(people[mentee], part),
            asked_terms(people[mentor], part),
        )
        return tuple(
            labels[one.asked]
            if one.nearness == SAME
            else f"{labels[one.asked]} \u2248 {labels[one.offered]} ({one.nearness // 10}%)"
            for one in found
        )

    def _words(self, mentee: str, mentor: str) -> tuple[str, ...]:
        shared = self._outcome.scorer.model.shared_terms(mentee, mentor, _WORDS_SHOWN)
        return tuple(f"\u201c{one.words}\u201d ({(one.share + 5) // 10}%)" for one in shared)

    def _hours(self, mentee: str, mentor: str) -> tuple[str, ...]:
        people = self._outcome.pool.people
        zones = people[mentee].zone, people[mentor].zone
        minutes = shared_minutes(*zones, self._outcome.scorer.days)
        hours = f"{minutes // 60}" + (" \u00bd" if minutes % 60 >= 30 else "")  # noqa: PLR2004  # half an hour
        return (f"{hours} of {CLOSES - OPENS} working hours",) if minutes else ()

    def _wish(self, mentee: str, mentor: str) -> tuple[str, ...]:
        scorer = self._outcome.scorer
        own, theirs = scorer.preferences.ranks(mentee, scorer.position[mentor])
        said = (("the mentee\u2019s", own), ("the mentor\u2019s", theirs))
        return tuple(f"{whose} {ordinal(rank)} choice" for whose, rank in said if rank)
