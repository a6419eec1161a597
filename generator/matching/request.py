"""What the committee asks of one run, beyond what stands in the records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog
from generator.catalog.rules.pins import Wish, check_wishes, exclusions_of, pins_of
from generator.diagnostics import Diagnostic, Place, did_you_mean
from generator.diagnostics.rules import matching
from generator.matching.applicant import Applicant


@dataclass(frozen=True, slots=True)
class Request:
    """Pairs to make and not to make, and people to leave out.

    ``without`` get no new partner and keep those they have. ``dropped`` are gone altogether, as if
    their pairings had ended.
    """

    pins: tuple[tuple[str, str], ...] = ()
    forbids: tuple[tuple[str, str], ...] = ()
    without: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def wishes(
    catalog: Catalog, cohort: str, request: Request, place: Place
) -> tuple[tuple[Wish, ...], tuple[Wish, ...]]:
    """Return the pins and the exclusions of the cohort's record and of the request together.

    Those of the request have a place of their own, for they stand in no file.
    """
    entry = catalog.cohorts[cohort]
    pins = [*pins_of(entry), *(Wish(*pair, place) for pair in request.pins)]
    excluded = [*exclusions_of(entry), *(Wish(*pair, place) for pair in request.forbids)]
    return tuple(pins), tuple(excluded)


def check_request(
    catalog: Catalog, cohort: str, request: Request, people: Sequence[Applicant], place: Place
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a request: people who have not applied, pins that cannot be kept."""
    roles = {one.id: one.is_mentor for one in people}
    unknown = [
        _unknown(f"{option} {one}={other}", name, cohort, people, place)
        for option, pairs in (("--pin", request.pins), ("--forbid", request.forbids))
        for one, other in pairs
        for name in (one, other)
        if name not in roles
    ]
    paired = {
        name
        for entry in catalog.pairings_of_cohort.get(cohort, ())
        for name in (*entry.record.mentors, *entry.record.mentees)
    }
    for option, names in (("--without", request.without), ("--what-if-without", request.dropped)):
        unknown += [
            _unknown(f"{option} {name}", name, cohort, people, place)
            for name in names
            if name not in roles and name not in paired
        ]
    yield from unknown
    if unknown:
        return
    for one, other in request.forbids:
        if roles[one] or not roles[other]:
            yield matching.UNKNOWN_APPLICANT.at(
                place,
                f"--forbid {one}={other}: no such pair could be made, for the two applied "
                + ("for the same part" if roles[one] == roles[other] else "the other way round"),
                "write the mentee first, as in --forbid MENTEE=MENTOR",
            )
    pins, excluded = wishes(catalog, cohort, request, place)
    yield from check_wishes(catalog, cohort, pins, excluded)


def _unknown(
    said: str, name: str, cohort: str, people: Sequence[Applicant], place: Place
) -> Diagnostic:
    return matching.UNKNOWN_APPLICANT.at(
        place,
        f"{said}: nobody called '{name}' applied to the cohort '{cohort}'",
        did_you_mean(name, [one.id for one in people], matching.UNKNOWN_APPLICANT.help),
    )
