"""Certificates as their pages show them to whoever comes to verify one.

Only somebody who has the paper, or was told its number, knows the address. Even so, of a person
who did not agree to ``certificate`` the page tells nothing by which the name could be found: not
the pair either, for the cohort's page may name its mentee. Of a certificate that was revoked it
tells only that.
"""

from dataclasses import dataclass

from generator.catalog import Catalog
from generator.records.certificate import Certificate
from generator.records.fields import ConsentScope
from generator.views.consent import Consents
from generator.views.links import Link, certificate_address, cohort_address
from generator.views.pairings import is_public, project_is_public
from generator.views.people import PersonLabel, person_label
from generator.views.wording import day


@dataclass(frozen=True, slots=True)
class CertificateView:
    """A certificate's page. ``revoked`` is the day from which it no longer counts, in words.

    Of one that was revoked, all else is empty; ``holder`` is None where the person is not to be
    named.
    """

    id: str
    revoked: str = ""
    issued: str = ""
    cohort: Link | None = None
    holder: PersonLabel | None = None
    original: str = ""
    original_language: str = ""
    project: str = ""
    mentors: tuple[PersonLabel, ...] = ()

    @property
    def address(self) -> str:
        """The address of the page."""
        return certificate_address(self.id)


def make_certificates(catalog: Catalog, consents: Consents) -> tuple[CertificateView, ...]:
    """Return all certificates, in the order of their ids, which tells nothing of anybody."""
    views = [
        _certificate(catalog, consents, file.id, certificate)
        for file in catalog.certificates.values()
        for certificate in file.record.certificates
    ]
    return tuple(sorted(views, key=lambda view: view.id))


def _certificate(
    catalog: Catalog, consents: Consents, cohort: str, certificate: Certificate
) -> CertificateView:
    if certificate.revoked:
        return CertificateView(certificate.id, revoked=day(certificate.revoked.day))
    issued = day(certificate.issued)
    link = Link(catalog.cohorts[cohort].record.title, cohort_address(cohort))
    person = certificate.participant
    if not consents.allows(person, ConsentScope.CERTIFICATE):
        return CertificateView(certificate.id, issued=issued, cohort=link)
    name = catalog.participants[person].record.name
    project, mentors = _work(catalog, consents, certificate)
    return CertificateView(
        certificate.id,
        issued=issued,
        cohort=link,
        holder=person_label(catalog, consents, person, ""),
        original=name.original or "",
        original_language=name.original_language or "",
        project=project,
        mentors=mentors,
    )


def _work(
    catalog: Catalog, consents: Consents, certificate: Certificate
) -> tuple[str, tuple[PersonLabel, ...]]:
    """Return the project, and those mentors whose work with the holder both agreed to show."""
    entry = catalog.pairings[certificate.pairing]
    if not is_public(entry) or not consents.allows(certificate.participant, ConsentScope.PAIRING):
        return "", ()
    pairing = entry.record
    shown = project_is_public(consents, pairing) and pairing.project
    return pairing.project.title if shown and pairing.project else "", tuple(
        person_label(catalog, consents, mentor, "")
        for mentor in pairing.mentors
        if consents.allows(mentor, ConsentScope.PAIRING)
    )
