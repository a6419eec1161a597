"""Who has a part in the program that the site may show; of anybody else it shows nothing.

The application form promises it: only who is paired can be seen here. A record alone, as it is
written once an application is accepted, does not put anybody on the site.
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog, participants_among, people_of_session
from generator.records.output import OutputStatus
from generator.records.pairing import PUBLIC_STATUSES, PairingStatus


def people_with_public_parts(catalog: Catalog) -> frozenset[str]:
    """Return the participants of public pairings, sessions, outputs and certificates.

    Neither a proposed pairing nor one that ended is public, and a session of a proposed one does
    not make its people so; nor does an output that is only submitted, or a certificate that was
    revoked. What each person agreed to is another question.
    """
    return frozenset(_people(catalog))


def _people(catalog: Catalog) -> Iterator[str]:
    for pairing in catalog.pairings.values():
        if pairing.record.status in PUBLIC_STATUSES:
            yield from (*pairing.record.mentors, *pairing.record.mentees)
    for _, _, session in catalog.sessions.values():
        entry = catalog.pairings.get(session.pairing or "")
        proposed = entry is not None and entry.record.status is PairingStatus.PROPOSED
        yield from people_of_session(session) if proposed else catalog.heard_in(session)
    for output in catalog.outputs.values():
        if output.record.status is not OutputStatus.SUBMITTED:
            yield from participants_among(output.record.contributors)
    for file in catalog.certificates.values():
        for certificate in file.record.certificates:
            if certificate.revoked is None:
                yield certificate.participant
