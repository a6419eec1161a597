"""lrrt revoke: take a certificate back."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.catalog import Catalog, Entry
from generator.cli.made import files_of_paper, folder_of_papers
from generator.cli.options import DAY, Misuse, load_records, private_option, records_option, shown
from generator.cli.register_file import (
    NotGivenError,
    faults_of,
    no_cohort,
    refuse,
    refuse_contacts,
    refuse_faulty,
    refuse_names,
    register_file,
    register_text,
    unusable,
)
from generator.cli.today import day_for
from generator.cli.writing import write_all
from generator.diagnostics import did_you_mean
from generator.documents.private_names import with_private_names
from generator.documents.register import UnusableRegisterError, values_of, with_key
from generator.records.certificate import Certificate, CertificateFile, Revocation
from generator.views.links import certificate_address
from generator.views.wording import listed

Found = tuple[Entry[CertificateFile], int, Certificate]
"""The register, the position in it, and the certificate."""


@click.command()
@click.argument("certificate", required=False)
@click.option("--reason", required=True, metavar="TEXT", help="Why; for the committee.")
@click.option("--for", "person", metavar="ID", help="The mentee, instead of the certificate's id.")
@click.option("--cohort", metavar="ID", help="The cohort, with --for.")
@click.option(
    "--on",
    "day",
    type=DAY,
    metavar="DATE",
    help="The day on which it is taken back, instead of today.",
)
@records_option
@private_option
@click.pass_context
def revoke(context: click.Context, /, certificate: str | None, **options: Any) -> None:
    """Take back the certificate with the id CERTIFICATE, which is printed on it.

    The page by which it is verified then says so, and no longer what it certified. The record in
    records/certificates/ keeps everything else.

    \b
    Example:
      lrrt revoke 7kq2m-9fx3v-ht8wn-d4p6r --reason "Given to the wrong person"
      lrrt revoke --for wendell-fablewood --cohort 2025 --reason "Given by mistake"
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    try:
        _revoke(certificate, options)
    except NotGivenError as found:
        context.exit(refuse(found))


def _revoke(certificate: str | None, options: Mapping[str, Any]) -> None:
    loading = load_records(options["records"], options["private"])
    catalog = loading.catalog
    faults = faults_of(loading)
    if faults:
        raise NotGivenError(faults)
    entry, position, found = _find(catalog, certificate, options["person"], options["cohort"])
    if found.revoked:
        message = f"the certificate {found.id} was revoked already, on {found.revoked.day}"
        raise Misuse(message)
    day = day_for(catalog, options["day"])
    if day < found.issued:
        message = f"the certificate {found.id} was given on {found.issued}, which is after {day}"
        raise Misuse(message)
    refuse_contacts(catalog, options["reason"], "--reason")
    named = with_private_names(catalog, entry.id)
    refuse_names(catalog, named, options["reason"], "--reason")
    revocation = Revocation(day=day, reason=options["reason"])
    file = register_file(options["records"], entry.id)
    _write(file, entry, position, revocation)
    _say(catalog, file, found, day)


def _find(
    catalog: Catalog, certificate: str | None, person: str | None, cohort: str | None
) -> Found:
    """Return the certificate that is meant. Raises Misuse."""
    if (certificate is None) == (person is None) or (person is None) != (cohort is None):
        message = "name a certificate by its id, or a mentee with --for ID --cohort COHORT"
        raise Misuse(message)
    everything = tuple(_certificates(catalog))
    if certificate is not None:
        wanted = certificate.strip().strip("/").rpartition("/")[2].lower()
        for found in everything:
            if found[2].id == wanted:
                return found
        message = f"no certificate has the id '{wanted}'"
        raise Misuse(message)
    if cohort not in {*catalog.cohorts, *catalog.certificates}:
        raise no_cohort(catalog, cohort or "")
    theirs = [one for one in everything if (one[0].id, one[2].participant) == (cohort, person)]
    if not theirs:
        known = sorted({one[2].participant for one in everything if one[0].id == cohort})
        given = f"certificates were given to {', '.join(known) or 'nobody yet'}"
        message = (
            f"nobody with the id '{person}' has a certificate of the cohort {cohort}: "
            f"{did_you_mean(person or '', known, given)}"
        )
        raise Misuse(message)
    return next((one for one in theirs if one[2].revoked is None), theirs[-1])


def _certificates(catalog: Catalog) -> Iterator[Found]:
    for entry in catalog.certificates.values():
        for position, certificate in enumerate(entry.record.certificates):
            yield entry, position, certificate


def _write(
    file: Path, entry: Entry[CertificateFile], position: int, revocation: Revocation
) -> None:
    before = register_text(file, entry)
    try:
        text = with_key(before, "certificates", position, "revoked", values_of(revocation))
    except UnusableRegisterError:
        raise unusable(file) from None
    refuse_faulty(text, file)
    write_all({file: text}, ())


def _say(catalog: Catalog, file: Path, certificate: Certificate, day: date) -> None:
    """Say what changes."""
    address = certificate_address(certificate.id)
    lines = [
        f"{shown(file)}: the certificate of {certificate.participant} is revoked from {day} on.",
        f"Commit it: the page {address} then says so, and no longer what was certified.",
    ]
    if catalog.program and catalog.program.record.signing_keys:
        lines.append("The list of revoked credentials then has it, too.")
    folder = folder_of_papers("certificate", file.stem)
    there = [shown(one) for one in files_of_paper(folder, "certificate", certificate.participant)]
    if there:
        lines.append(f"Delete {listed(there)}, so that nobody sends it again.")
    click.echo("\n".join(lines), err=True)
