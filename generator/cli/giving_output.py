"""What is said of certificates and letters that were made."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from generator.cli.giving import Giving, R
from generator.cli.options import shown
from generator.documents.choosing import Choice
from generator.views.wording import listed


def changed_files(
    giving: Giving[R], choice: Choice[R], files: Mapping[Path, bytes]
) -> tuple[Path, ...]:
    """Return those of the files to be written that are there, given before, and say otherwise."""
    old = {
        file
        for one in choice.chosen
        if one.position is not None
        for file in giving.files_of(one.record.participant)
    }
    return tuple(file for file in files if file in old and file.read_bytes() != files[file])


def say_written(
    giving: Giving[R],
    choice: Choice[R],
    written: Iterable[Path] = (),
    changed: Iterable[Path] = (),
) -> None:
    """Say what was written where, what of it says something else than before, what is not new."""
    if not choice.chosen:
        click.echo(f"No {giving.word} was made.", err=True)
        return
    for line in _lines(giving, choice, frozenset(written), tuple(changed)):
        click.echo(line, err=True)


def _lines(
    giving: Giving[R], choice: Choice[R], written: frozenset[Path], changed: tuple[Path, ...]
) -> Iterator[str]:
    number = len(choice.chosen)
    new = sum(1 for one in choice.chosen if one.position is None)
    words = f"{number:,} {giving.word}{'' if number == 1 else 's'}"
    beside = sorted({file.suffix for file in written} - {".pdf"})
    if beside:
        words += f" with a credential ({listed(beside)})"
        words = words if number == 1 else words.replace(" with a", ", each with a")
    what = "new" if new == number else f"{new:,} of them new"
    yield f"{shown(giving.folder)}/: {words}, {what}."
    if changed:
        yield f"Changed since it was last made: {listed([file.name for file in changed])}."
    old = [
        shown(file)
        for one in choice.chosen
        for file in giving.files_of(one.record.participant)
        if file not in written
    ]
    if old and (changed or new):
        yield f"From before, and not made again: {listed(old)}."
    yield from _unfinished_year(giving, new)


def _unfinished_year(giving: Giving[R], new: int) -> Iterator[str]:
    """Say so where new documents tell of a year that goes on."""
    cohort = giving.catalog.cohorts[giving.request.cohort].record
    if new and giving.request.day < cohort.end:
        yield (
            f"The year of '{cohort.title}' goes on until {cohort.end}, so what is new tells of the "
            f"time to {giving.request.day}. For the whole year, take the new entries out of "
            f"{shown(giving.register)} again, and add --on {cohort.end}."
        )
