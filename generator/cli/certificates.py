"""lrrt certificates: a certificate for each mentee who completed."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from generator.cli.giving import Giving, make_all
from generator.cli.giving_choice import settle
from generator.cli.giving_output import changed_files, say_written
from generator.cli.giving_request import giving_options, open_giving
from generator.cli.options import Misuse, shown
from generator.cli.progress import watched
from generator.cli.project import open_project
from generator.cli.register_file import NotGivenError, refuse
from generator.cli.signing import open_signing, refuse_shared_place
from generator.documents.award import Award, make_award, people_of_certificate
from generator.documents.characters import texts_of_award
from generator.documents.choosing import Choice, choose_certificates
from generator.records.application import Role
from generator.records.certificate import Certificate
from generator.records.kinds import Kind

_ASIDE = frozenset((Kind.OUTPUT, Kind.NEWS, Kind.APPLICATION))
"""Kinds of records that certificates are not made from."""

Beside = Callable[[Award], Mapping[str, bytes]]
"""What else is written beside a certificate: the ending of each file, and what is in it."""


@click.command()
@click.argument("cohort")
@giving_options
@click.option(
    "--again", is_flag=True, help="A new certificate for the one named, whose last was revoked."
)
@click.option(
    "--sign-with",
    "key",
    type=click.Path(path_type=Path),
    metavar="KEYFILE",
    help="Sign a credential beside each with this private key (Open Badges 3.0).",
)
@click.pass_context
def certificates(context: click.Context, /, cohort: str, key: Path | None, **options: Any) -> None:
    """Make a certificate for each mentee of COHORT who completed.

    PDF files are written under made/, and records/certificates/COHORT.yaml keeps the id and the day
    of each: made again, a certificate is the same. For each of the others, a line says what is
    missing. A name that the records may not hold is taken from the application, in the folder that
    --private names.

    Exit status: 0, or 1 if records, fonts or templates are at fault, 2 for wrong usage, or if
    somebody who was named did not complete.

    \b
    Example:
      lrrt certificates 2025
      lrrt certificates 2025 --for wendell-fablewood --to ../for-wendell
      lrrt certificates 2025 --sign-with ../keys/program.pem
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    if key:
        refuse_shared_place(key, (options["records"], *open_project().published))
    try:
        giving = open_giving("certificate", Role.MENTEE, cohort, options, _ASIDE)
        _give(giving, open_signing(key, giving) if key else _nothing_beside)
    except NotGivenError as found:
        context.exit(refuse(found))


def _give(giving: Giving[Certificate], beside: Beside) -> None:
    choice = settle(
        giving,
        choose_certificates(giving.catalog, giving.request),
        lambda one: (
            people_of_certificate(giving.catalog, one.record),
            [giving.catalog.pairings[one.record.pairing]],
        ),
    )
    _refuse_needless(giving, choice)
    awards = {
        one.record.id: make_award(giving.catalog, one.record, giving.project.address)
        for one in choice.chosen
    }
    files: dict[Path, bytes] = {}
    changed: tuple[Path, ...] = ()
    if awards:
        press = giving.open_press(
            text for award in awards.values() for text in texts_of_award(giving.catalog, award)
        )
        files = make_all(
            watched("Certificates")([*awards.values()]),
            lambda award: _files(giving, award, press.certificate(award), beside),
        )
        changed = changed_files(giving, choice, files)
        giving.write(choice, files)
    say_written(giving, choice, files, changed)
    if any(one.position is None for one in choice.chosen):
        click.echo(
            f"Commit {shown(giving.register)}, so that the pages by which they are verified go "
            "online.",
            err=True,
        )


def _refuse_needless(giving: Giving[Certificate], choice: Choice[Certificate]) -> None:
    """Raise Misuse where --again is not about a certificate that was revoked."""
    if not giving.request.again:
        return
    if not giving.request.people:
        message = "--again is for people who are named: --for ID --again"
        raise Misuse(message)
    for one in choice.chosen:
        if one.position is not None:
            message = (
                f"the certificate of {one.record.participant} was not revoked; leave out --again, "
                "or revoke it first"
            )
            raise Misuse(message)


def _files(
    giving: Giving[Certificate], award: Award, pdf: bytes, beside: Beside
) -> dict[Path, bytes]:
    """Return the files of one certificate."""
    contents = {"pdf": pdf, **beside(award)}
    return {
        giving.file_of(award.participant, ending): content for ending, content in contents.items()
    }


def _nothing_beside(_award: Award) -> Mapping[str, bytes]:
    return {}
