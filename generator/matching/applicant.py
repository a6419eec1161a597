"""An applicant as matching sees one: the application, filled up from the participant record."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalog import Catalog
from generator.diagnostics import Place, fold
from generator.records.application import Application, Role
from generator.records.people import Affiliation

_NO_ZONE = "Etc/UTC"


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody who applied to a cohort.

    ``zone`` is the program's where the applicant named none. ``recorded`` tells whether there is a
    participant record, which a pairing needs.
    """

    id: str
    name: str
    application: Application
    affiliation: Affiliation | None
    bio: str
    zone: str
    place: Place
    recorded: bool
    withdrawn: bool

    @property
    def is_mentor(self) -> bool:
        """Whether the person applied as a mentor."""
        return self.application.role is Role.MENTOR


def applicants_to(catalog: Catalog, cohort: str) -> Iterator[Applicant]:
    """Yield everybody who applied to a cohort, in the order of their ids."""
    zone = catalog.program.record.time_zone if catalog.program else _NO_ZONE
    for entry in catalog.applications_of_cohort.get(cohort, ()):
        id_ = entry.id.partition("/")[2]
        known = catalog.participants.get(id_)
        application = entry.record
        name = application.name or (known.record.name if known else None)
        yield Applicant(
            id=id_,
            name=name.full if name else id_,
            application=application,
            affiliation=application.affiliation or (known.record.affiliation if known else None),
            bio=application.bio or (known.record.bio if known else None) or "",
            zone=application.time_zone or zone,
            place=entry.document.place(),
            recorded=known is not None,
            withdrawn=bool(known and known.record.withdrawn),
        )


def same_institution(one: Affiliation | None, other: Affiliation | None) -> bool:
    """Tell whether two people are at one institution: by ROR id, or else by name.

    Names are compared without case, accents and punctuation.
    """
    if one is None or other is None:
        return False
    if one.ror and other.ror:
        return one.ror == other.ror
    return fold(one.name) == fold(other.name)
