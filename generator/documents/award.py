"""What a certificate certifies: one value that the page, the PDF and a credential are made from."""

from dataclasses import dataclass
from datetime import date

from generator.catalog import Catalog
from generator.documents.period import last_day
from generator.documents.wording import OwnScript, full_name, names, own_script
from generator.records.certificate import Certificate
from generator.views.links import certificate_address


@dataclass(frozen=True, slots=True)
class Award:
    """A certificate with all that it says of a person, a project and a year.

    ``address`` is where it is verified, on the web. ``project`` is a title in which <i>, <b>, <sub>
    and <sup> may stand, or ''. ``mentors`` is a phrase, for ``mentor_count`` people.
    """

    id: str
    address: str
    participant: str
    name: str
    original: OwnScript
    pairing: str
    project: str
    mentors: str
    mentor_count: int
    cohort: str
    cohort_title: str
    first_day: date
    last_day: date
    issued: date


def people_of_certificate(catalog: Catalog, certificate: Certificate) -> tuple[str, ...]:
    """Return the ids of the people whom a certificate names."""
    return (certificate.participant, *catalog.pairings[certificate.pairing].record.mentors)


def make_award(catalog: Catalog, certificate: Certificate, site: str) -> Award:
    """Return what a certificate of a catalog certifies; ``site`` is the address of the site."""
    entry = catalog.pairings[certificate.pairing]
    pairing = entry.record
    cohort = catalog.cohorts[certificate.pairing.partition("/")[0]]
    return Award(
        id=certificate.id,
        address=f"{site}{certificate_address(certificate.id)}",
        participant=certificate.participant,
        name=full_name(catalog, certificate.participant),
        original=own_script(catalog, certificate.participant),
        pairing=certificate.pairing,
        project=pairing.project.title if pairing.project else "",
        mentors=names(catalog, pairing.mentors, "mentor"),
        mentor_count=len(pairing.mentors),
        cohort=cohort.id,
        cohort_title=cohort.record.title,
        first_day=cohort.record.start,
        last_day=last_day(catalog, entry, certificate.issued),
        issued=certificate.issued,
    )
