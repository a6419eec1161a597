"""lrrt letters: a letter of appreciation for each mentor whose pairing completed."""

from pathlib import Path
from typing import Any

import click

from generator.cli.giving import Giving, make_all
from generator.cli.giving_choice import settle
from generator.cli.giving_output import changed_files, say_written
from generator.cli.giving_request import giving_options, open_giving
from generator.cli.options import shown
from generator.cli.progress import watched
from generator.cli.register_file import NotGivenError, refuse
from generator.documents.appreciation import (
    make_appreciation,
    pairings_of_letter,
    people_of_letter,
)
from generator.documents.characters import texts_of_letter
from generator.documents.choosing import choose_letters
from generator.records.application import Role
from generator.records.certificate import Letter
from generator.records.kinds import Kind
from generator.views.consent import Consents
from generator.views.outputs import make_outputs

_ASIDE = frozenset((Kind.NEWS, Kind.APPLICATION))
"""Kinds of records that letters are not made from."""


@click.command()
@click.argument("cohort")
@giving_options
@click.pass_context
def letters(context: click.Context, /, cohort: str, **options: Any) -> None:
    """Make a letter of appreciation for each mentor of COHORT who completed.

    It names the mentees, the projects, the talks and what is published of them. PDF files are
    written under made/, and records/certificates/COHORT.yaml keeps the day of each. For each of the
    others, a line says what is missing. A name that the records may not hold is taken from the
    application, in the folder that --private names.

    Exit status: 0, or 1 if records, fonts or templates are at fault, 2 for wrong usage, or if
    somebody who was named did not complete.

    \b
    Example:
      lrrt letters 2025
      lrrt letters 2025 --for harriet-nonesuch --to ../for-harriet
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    try:
        _give(open_giving("letter", Role.MENTOR, cohort, options, _ASIDE))
    except NotGivenError as found:
        context.exit(refuse(found))


def _give(giving: Giving[Letter]) -> None:
    catalog = giving.catalog
    choice = settle(
        giving,
        choose_letters(catalog, giving.request),
        lambda one: (
            people_of_letter(catalog, one.record, one.pairing),
            pairings_of_letter(catalog, one.record, one.pairing),
        ),
    )
    files: dict[Path, bytes] = {}
    changed: tuple[Path, ...] = ()
    if choice.chosen:
        outputs = make_outputs(catalog, Consents(catalog))
        made = [
            make_appreciation(catalog, one.record, one.pairing, outputs, giving.project.address)
            for one in choice.chosen
        ]
        press = giving.open_press(
            text for letter in made for text in texts_of_letter(catalog, letter)
        )
        files = make_all(
            watched("Letters")(made),
            lambda letter: {giving.file_of(letter.participant, "pdf"): press.letter(letter)},
        )
        changed = changed_files(giving, choice, files)
        giving.write(choice, files)
    say_written(giving, choice, files, changed)
    if any(one.position is None for one in choice.chosen):
        click.echo(f"Commit {shown(giving.register)}, which keeps the day of each.", err=True)
