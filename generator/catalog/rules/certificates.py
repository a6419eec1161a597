"""Certificates and letters: given once, to those whose year they tell of, and on a likely day."""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.catalog.completion import missing_evidence
from generator.catalog.entry import Entry
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import certificates, dates
from generator.records.certificate import Certificate, CertificateFile
from generator.records.fields import Refers
from generator.records.pairing import PairingStatus
from generator.source import Step

_Steps = tuple[Step, ...]


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield the faults of certificates and letters."""
    yield from _signatory(catalog)
    yield from _ids(catalog)
    for file in catalog.certificates.values():
        yield from _given_twice(file)
        for position, certificate in enumerate(file.record.certificates):
            steps = ("certificates", position)
            yield from _part(catalog, file, steps, certificate)
            yield from _dates(catalog, file, steps, certificate)
        yield from _letters(catalog, file)


def _signatory(catalog: Catalog) -> Iterator[Diagnostic]:
    program = catalog.program
    if program is None or program.record.signatory:
        return
    given = next(
        (
            f"{entry.path} has what was given"
            for entry in catalog.certificates.values()
            if entry.record.certificates or entry.record.letters
        ),
        "",
    )
    reason = given or ("'signing_keys' has keys" if program.record.signing_keys else "")
    if reason:
        yield certificates.MISSING_SIGNATORY.at(
            program.document.place(), f"there is no 'signatory', though {reason}"
        )


def _ids(catalog: Catalog) -> Iterator[Diagnostic]:
    first: dict[str, Place] = {}
    for file in catalog.certificates.values():
        for position, certificate in enumerate(file.record.certificates):
            place = file.place("certificates", position, "id")
            other = first.setdefault(certificate.id, place)
            if other is not place:
                yield certificates.CERTIFICATE_ID_TWICE.at(
                    place,
                    f"the id '{certificate.id}' is that of another certificate: "
                    f"{other.path}, line {other.line}",
                )


def _given_twice(file: Entry[CertificateFile]) -> Iterator[Diagnostic]:
    record = file.record
    given = [
        (("certificates", position, "participant"), one.participant, "certificate")
        for position, one in enumerate(record.certificates)
        if one.revoked is None
    ]
    given += [
        (("letters", position, "participant"), one.participant, "letter")
        for position, one in enumerate(record.letters)
    ]
    seen: set[tuple[str, str]] = set()
    for steps, person, kind in given:
        if (person, kind) in seen:
            yield certificates.SECOND_DOCUMENT.at(
                file.place(*steps), f"'{person}' has a {kind} for this year already"
            )
        seen.add((person, kind))


def _part(
    catalog: Catalog, file: Entry[CertificateFile], steps: _Steps, certificate: Certificate
) -> Iterator[Diagnostic]:
    """Yield what is wrong with who has a certificate, and for which pairing."""
    pairing = catalog.pairings.get(certificate.pairing)
    if pairing is None:
        return  # a dangling reference has been named
    cohort = pairing.id.partition("/")[0]
    if cohort != file.id:
        yield certificates.DOCUMENT_OF_NOBODY.at(
            file.place(*steps, "pairing"),
            f"'{pairing.id}' is a pairing of '{cohort}', but this file is that of '{file.id}'",
        )
        return
    if certificate.participant not in pairing.record.mentees:
        yield certificates.DOCUMENT_OF_NOBODY.at(
            file.place(*steps, "participant"),
            f"'{certificate.participant}' is no mentee of '{pairing.id}'",
        )
        return
    if certificate.override or certificate.revoked:
        return
    missing = missing_evidence(catalog, pairing)
    if pairing.record.status is PairingStatus.ENDED:
        missing = ("the pairing ended before its time",)
    if missing:
        yield certificates.CERTIFICATE_WITHOUT_COMPLETION.at(
            file.place(*steps, "issued"),
            f"'{certificate.participant}' did not complete the year: {'; '.join(missing)}",
        )


def _dates(
    catalog: Catalog, file: Entry[CertificateFile], steps: _Steps, certificate: Certificate
) -> Iterator[Diagnostic]:
    cohort = catalog.cohorts.get(file.id)
    if cohort and certificate.issued < cohort.record.start:
        yield dates.DATES_OUT_OF_ORDER.at(
            file.place(*steps, "issued"),
            f"issued {certificate.issued} is before the year began on {cohort.record.start}",
        )
    revoked = certificate.revoked
    if revoked and revoked.day < certificate.issued:
        yield dates.DATES_OUT_OF_ORDER.at(
            file.place(*steps, "revoked", "day"),
            f"revoked {revoked.day} is before issued {certificate.issued}",
        )


def _letters(catalog: Catalog, file: Entry[CertificateFile]) -> Iterator[Diagnostic]:
    if not catalog.may_refer(Refers.COHORT, file.id) or _hides_pairings(catalog, file.id):
        return
    mentors = {
        mentor
        for pairing in catalog.pairings_of_cohort.get(file.id, ())
        for mentor in pairing.record.mentors
    }
    for position, letter in enumerate(file.record.letters):
        person = letter.participant
        if person not in mentors and catalog.may_refer(Refers.PARTICIPANT, person):
            yield certificates.DOCUMENT_OF_NOBODY.at(
                file.place("letters", position, "participant"),
                f"'{person}' mentors nobody in '{file.id}'",
            )


def _hides_pairings(catalog: Catalog, cohort: str) -> bool:
    """Tell whether the file of the cohort's pairings could not be read."""
    return f"{cohort}/*" in catalog.broken.get(Refers.PAIRING, frozenset())
