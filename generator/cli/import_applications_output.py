"""What lrrt import applications says on the terminal."""

from collections import Counter
from collections.abc import Mapping, Sequence

import click

from generator.intake.mapping import Fit, Form
from generator.intake.mapping_text import table_of
from generator.intake.outcome import Fate, Outcome, count_fates
from generator.intake.sheet import Sheet

_WORDS = {
    Fate.NEW: "written",
    Fate.UPDATED: "updated",
    Fate.DIFFERS: "different from what is there",
    Fate.UNCHANGED: "there already",
    Fate.REPLACED: "replaced by a later answer",
    Fate.REJECTED: "rejected",
}
_WOULD = {Fate.NEW: "would be written", Fate.UPDATED: "would be updated"}


def say_sheet(sheet: Sheet) -> None:
    """Say what was found in a file, and what was assumed."""
    _say(f"{sheet}: {_counted(len(sheet.rows), 'row')}, {_counted(len(sheet.columns), 'column')}")
    for note in sheet.notes:
        _say(f"    {note}")


def say_form(form: Form) -> None:
    """Say what the columns of a new form seem to hold."""
    _say("")
    _say(f"{form.name} is of a form that is not known yet. Its columns seem to hold:")
    for line in table_of(form):
        _say(line)
    if form.role:
        _say(f"  Everybody in it applies as a {form.role}, as its name says.")
    elif not any(mapped.holds == "role" for mapped in form.columns):
        _say("  Nothing says whether mentors or mentees filled it in. Write 'holds: role' at the")
        _say(
            "  column that says it; only if everybody is the same, 'role: mentee' above 'columns'."
        )
    _say("")


def say_outcomes(outcomes: Sequence[Outcome]) -> None:
    """Say what is to become of every submission, and how its answers were read."""
    for one in outcomes:
        what = one.path or one.reason
        _say(f"{one.submission.origin}: {one.fate}: {one.who}: {what}")
        for key, old, new in one.differences:
            _say(f"    {key}: {old} → {new}")
        if one.fate is Fate.DIFFERS:
            _say("    kept as it is; --update takes the new answers")
        for kind, note in one.notes:
            _say(f"    {kind}: {note}")


def say_unknown(fits: Mapping[Sheet, Fit]) -> None:
    """Say which columns the mapping does not know, and how many answers they have."""
    for sheet, fit in fits.items():
        for column in fit.unknown:
            at = sheet.columns.index(column)
            number = sum(1 for row in sheet.rows if row.cells[at].strip())
            _say(
                f"{sheet}: column '{column}' is not in the mapping; its "
                f"{_counted(number, 'answer')} kept under 'other_answers'"
            )


def sum_up(outcomes: Sequence[Outcome], *, dry_run: bool) -> None:
    """Say how many submissions there were, and what became of them: the numbers add up."""
    fates = count_fates(outcomes)
    parts = [
        f"{number:,} {(_WOULD if dry_run else {}).get(fate, _WORDS[fate])}"
        for fate, number in fates.items()
    ]
    kinds = Counter("row" if one.submission.origin.is_row else "entry" for one in outcomes)
    what = "row" if kinds["row"] == len(outcomes) else "application"
    _say(f"{_counted(len(outcomes), what)}: {', '.join(parts) or 'nothing to do'}.")
    undecided = sum(1 for one in outcomes if any(kind == "undecided" for kind, _ in one.notes))
    if undecided:
        _say(
            f"{_counted(undecided, 'application')} with something undecided: see 'undecided' in "
            "the file, and decide before you match."
        )


def _say(said: str) -> None:
    shown = (sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in said)
    click.echo("".join(shown), err=True)


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
