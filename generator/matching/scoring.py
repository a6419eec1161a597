"""The score of a pair: a whole number out of 1,000, the sum of named parts.

Each part is worth at most its share of 1,000, by the weights in program.yaml. A part that the
mentee left empty does not count, and the others share its weight: who names no methods is no worse
off.
Scores depend on the applications to the cohort only, not on who is left out or pinned.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.catalog import Catalog
from generator.matching.applicant import Applicant
from generator.matching.hours import days_of, shared_hours
from generator.matching.preferences import Preferences
from generator.matching.terms import Coverage, Nearness, nearness_of
from generator.matching.text import TextModel, Texts, split_into_parts
from generator.records.fields import Refers
from generator.records.program import Weights

WHOLE = 1000
"""The score of a pair that could not be better."""


class PartName(StrEnum):
    """The parts of a score, in the order in which they are shown."""

    TOPICS = "topics"
    METHODS = "methods"
    NEEDS = "needs"
    TEXT = "text"
    HOURS = "hours"
    PREFERENCE = "preference"


FACETS = {
    PartName.TOPICS: Refers.TOPIC,
    PartName.METHODS: Refers.METHOD,
    PartName.NEEDS: Refers.NEED,
}
"""The parts that compare terms, each with its facet of the vocabulary."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a part contributes to a score, and how much it could."""

    name: PartName
    points: int
    possible: int


@dataclass(frozen=True, slots=True)
class Row:
    """A mentee's scores with every mentor who applied, by the mentors' positions.

    ``possible`` is what each part could contribute, ``values`` how much of it a mentor has, in
    permille; mentors without any of it are absent.
    """

    scores: tuple[int, ...]
    possible: Mapping[PartName, int]
    values: Mapping[PartName, Mapping[int, int]]

    def parts(self, position: int) -> tuple[Part, ...]:
        """Return the parts of the score with a mentor; they add up to it."""
        return tuple(
            Part(name, _points(self.values[name].get(position, 0), possible), possible)
            for name, possible in self.possible.items()
        )


class Scorer:
    """Scores every mentee of a cohort with every mentor."""

    def __init__(self, catalog: Catalog, cohort: str, people: Iterable[Applicant]) -> None:
        everybody = tuple(people)
        self.mentors = tuple(one for one in everybody if one.is_mentor)
        self.mentees = {one.id: one for one in everybody if not one.is_mentor}
        self.position = {mentor.id: at for at, mentor in enumerate(self.mentors)}
        self.days: tuple[date, ...] = days_of(catalog.cohorts[cohort].record.start)
        self.near: Mapping[PartName, Nearness] = {
            part: nearness_of(catalog.terms[facet].values()) for part, facet in FACETS.items()
        }
        self.preferences = Preferences(
            {one.id: one.application.preferences for one in self.mentees.values()},
            {one.id: one.application.preferences for one in self.mentors},
        )
        self.model = TextModel(
            [texts_of(one) for one in self.mentees.values()],
            [texts_of(one) for one in self.mentors],
        )
        self._weights = weights_of(catalog)
        self._coverage = {
            part: Coverage(near, [asked_terms(one, part) for one in self.mentors])
            for part, near in self.near.items()
        }
        self._hours: dict[str, Mapping[int, int]] = {}

    def row(self, mentee: str) -> Row:
        """Return the scores of a mentee with every mentor."""
        values = self._values(self.mentees[mentee])
        possible = _shares({name: getattr(self._weights, name) for name in values})
        scores = [0] * len(self.mentors)
        for name, share in possible.items():
            for position, value in values[name].items():
                scores[position] += (value * share + WHOLE // 2) // WHOLE  # _points, without a call
        return Row(tuple(scores), possible, values)

    def _values(self, mentee: Applicant) -> dict[PartName, Mapping[int, int]]:
        """Return how much of each part every mentor has; parts that the mentee left empty not."""
        values: dict[PartName, Mapping[int, int]] = {}
        for part, coverage in self._coverage.items():
            asked = asked_terms(mentee, part)
            if asked:
                values[part] = coverage.of(asked)
        if mentee.application.statement:
            position = self.position
            scores = self.model.scores(mentee.id)
            values[PartName.TEXT] = {position[name]: value for name, value in scores.items()}
        values[PartName.HOURS] = self._hours_from(mentee.zone)
        wishes = self.preferences.of(mentee.id)
        if wishes:
            values[PartName.PREFERENCE] = wishes
        return values

    def _hours_from(self, zone: str) -> Mapping[int, int]:
        if zone not in self._hours:
            self._hours[zone] = {
                at: shared_hours(zone, mentor.zone, self.days)
                for at, mentor in enumerate(self.mentors)
            }
        return self._hours[zone]


def asked_terms(person: Applicant, part: PartName) -> Sequence[str]:
    """Return the terms that an applicant named in one of the three parts that have terms."""
    terms: Sequence[str] = getattr(person.application, part)
    return terms


def texts_of(person: Applicant) -> Texts:
    """Return an applicant's own words: a mentee's statement; a mentor's statement and bio."""
    written = [person.application.statement or ""]
    if person.is_mentor:
        written.append(person.bio)
    return Texts(person.id, split_into_parts(*written))


def weights_of(catalog: Catalog) -> Weights:
    """Return the weights in program.yaml."""
    return catalog.program.record.matching.weights if catalog.program else Weights()


def _shares(weights: Mapping[PartName, int]) -> dict[PartName, int]:
    """Divide 1,000 by weight, in whole numbers (largest remainders; ties to the first part)."""
    total = sum(weights.values())
    if not total:
        return dict.fromkeys(weights, 0)
    shares = {name: weight * WHOLE // total for name, weight in weights.items()}
    by_remainder = sorted(weights, key=lambda name: -(weights[name] * WHOLE % total))
    for name in by_remainder[: WHOLE - sum(shares.values())]:
        shares[name] += 1
    return shares


def _points(value: int, possible: int) -> int:
    """Return a permille of what is possible, rounded half up."""
    return (value * possible + WHOLE // 2) // WHOLE
