"""Who leaves, since when, and what of it each reference in a record is told by."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.catalog import Catalog, Entry
from generator.records.application import Application
from generator.records.participant import Participant
from generator.records.people import PersonName
from generator.source import Edit


class Part(StrEnum):
    """Where on the site, or in the records, something becomes different."""

    PAGE = "Page of the person"
    PAIRINGS = "Pairings"
    OUTPUTS = "Publications and presentations"
    SESSIONS = "Sessions"
    PLANNING = "Schedules in the making"
    CERTIFICATES = "Certificates and letters"
    MATCHING = "Matching"
    APPLICATIONS = "Applications"


@dataclass(frozen=True, slots=True)
class Leaving:
    """Somebody who leaves.

    ``id`` is the id that the records have, ``new_id`` the one that tells nothing. With
    ``keeps_printed``, the person agreed that works go on to name them as printed, without a page.
    """

    id: str
    new_id: str
    day: date
    name: PersonName
    keeps_printed: bool = False


@dataclass(frozen=True, slots=True)
class Consequence:
    """What becomes of one reference to the person: edits of a record, and what they mean.

    ``dated`` is the day of what they are taken out of because it is dated after they left.
    """

    path: str
    part: Part
    about: str
    said: str
    edits: tuple[Edit, ...]
    dated: date | None = None


def person_in(catalog: Catalog, id_: str) -> Participant | None:
    """Return what is known of a participant, or of an applicant who is none; None of others."""
    if entry := catalog.participants.get(id_):
        return entry.record
    for application in applications_of(catalog, id_):
        one = application.record
        name = one.name or PersonName(display=id_)
        return Participant(name=name, orcid=one.orcid, links=one.links)
    return None


def applications_of(catalog: Catalog, id_: str) -> tuple[Entry[Application], ...]:
    """Return the applications of somebody."""
    found = catalog.applications.values()
    return tuple(one for one in found if one.id.partition("/")[2] == id_)


class CannotLeaveError(Exception):
    """A record in which the person cannot be replaced; the message says which, and the way out."""
