"""Who gets a certificate or a letter, and who does not, with the reason for each."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import click

from generator.catalog import Entry
from generator.cli.giving import Giving, R
from generator.cli.options import Misuse, shown
from generator.cli.register_file import NOTHING
from generator.documents.choosing import Choice, Chosen, Hindrance, PassedOver, pass_over
from generator.documents.private_names import faulty_applications, unnamed_among
from generator.records.pairing import Pairing, PairingStatus
from generator.views.wording import listed

Told = Callable[[Chosen[R]], tuple[Sequence[str], Sequence[Entry[Pairing]]]]
"""What a document tells of: the people whom it names, and the pairings whose days it says."""


def settle(giving: Giving[R], choice: Choice[R], told: Told[R]) -> Choice[R]:
    """Return who gets a document, and say who does not, and why.

    Nobody does whose document would have a name or a day that the records do not have. Raises
    Misuse where somebody who gets none was asked for, or where the year has not begun.
    """

    def lacking(one: Chosen[R]) -> str:
        people, pairings = told(one)
        return _unknown_names(giving, people) or _unknown_day(pairings)

    settled = pass_over(choice, lacking)
    if giving.request.people and settled.passed:
        raise Misuse("\n".join(_refusal(giving, settled)))
    _refuse_early_day(giving, settled)
    for one in settled.passed:
        click.echo("\n".join(_passed_over(giving, one)), err=True)
    return settled


def _refuse_early_day(giving: Giving[R], choice: Choice[R]) -> None:
    """Raise Misuse where something new would be given before the year has begun."""
    cohort, day = giving.request.cohort, giving.request.day
    begins = giving.catalog.cohorts[cohort].record.start
    if day < begins and any(one.position is None for one in choice.chosen):
        message = (
            f"a {giving.word} cannot be given on {day}: the year of the cohort {cohort} begins on "
            f"{begins}"
        )
        raise Misuse(message)


def _passed_over(giving: Giving[R], one: PassedOver) -> Iterator[str]:
    yield f"{one.person}: {one.why}"
    there = [shown(file) for file in giving.files_of(one.person)]
    if there:
        yield f"    from before: {listed(there)}; delete what is not to be given any more"


def _unknown_names(giving: Giving[R], people: Iterable[str]) -> str:
    """Say whose names are not known, and where they may be found; '' where all are."""
    unnamed = unnamed_among(giving.catalog, people)
    if not unnamed:
        return ""
    said = f"no name is in the record{'' if len(unnamed) == 1 else 's'} of {listed(unnamed)}"
    if giving.private is None:
        return f"{said}; the application has it: --private DIR or LRRT_PRIVATE"
    faulty = faulty_applications(giving.catalog, unnamed)
    if faulty:
        return f"{said}, and the application {faulty[0]} has faults: 'lrrt validate --private DIR'"
    return f"{said}, nor in an application in {shown(giving.private)}/"


def _unknown_day(pairings: Iterable[Entry[Pairing]]) -> str:
    """Say which pairing ended on a day that is not known; '' where all are."""
    for entry in pairings:
        if entry.record.status is PairingStatus.ENDED and entry.record.ended is None:
            place = entry.place("status")
            return (
                f"the pairing '{entry.id}' ended on a day that is not recorded; add "
                f"'ended: YYYY-MM-DD' at {place.path}:{place.line}"
            )
    return ""


def _refusal(giving: Giving[R], choice: Choice[R]) -> Iterator[str]:
    """Yield why each gets none, and what can be done, for each sort of reason once."""
    for one in choice.passed:
        yield f"{one.person} gets no {giving.word}: {one.why}"
    hindrances = {one.hindrance for one in choice.passed}
    if Hindrance.WITHDREW in hindrances:
        yield "If the person has come back, take 'withdrawn' out of their record first."
    if Hindrance.REVOKED in hindrances:
        yield "For a new one, add --again."
    if Hindrance.INCOMPLETE in hindrances:
        yield (
            f"Record what is missing in {shown(giving.records)}/pairings/"
            f"{giving.request.cohort}.yaml, or let the chair decide: --override REASON --by NAME"
        )
    yield NOTHING
