"""What lrrt match writes into files, and what it says on the terminal."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from shlex import quote

import click

from generator.catalog import Catalog
from generator.cli.options import Misuse, shown
from generator.cli.progress import watched
from generator.cli.report import show
from generator.diagnostics import Place
from generator.diagnostics.rules import matching
from generator.matching.drop_out import Change, changes_between
from generator.matching.explanation import Alternate, alternates, next_best
from generator.matching.outcome import Outcome
from generator.matching.pairing_file import Rewritten, UnusableFileError, with_proposal
from generator.matching.proof import certificate
from generator.matching.readiness import Undecided
from generator.matching.report import Appendix, write_report
from generator.matching.shortage import why_unmatched
from generator.records.program import Repository
from generator.source import change_files
from generator.views.wording import counted, listed

COSTED = 60
"""Mentees whose alternates are worked out: each takes two more proposals for the whole cohort."""

_SHOW = "-"
_IN_PUBLIC = (
    "Everybody can read this repository, proposals included: tell the people before you publish."
)


@dataclass(frozen=True, slots=True)
class Files:
    """Where everything goes that a run may write."""

    records: Path
    cohort: str
    report: Path | None
    proof: Path | None

    @property
    def pairings(self) -> Path:
        """The cohort's file of pairings."""
        return self.records / "pairings" / f"{self.cohort}.yaml"

    def refuse_public_places(self, catalog: Catalog) -> None:
        """Raise Misuse where a report or proof would lie among what is published."""
        folders = [self.records]
        if is_public(catalog):
            folders.append(self.records.absolute().parent / "content")
        for option, file in (("--report", self.report), ("--proof", self.proof)):
            for folder in folders:
                if file and file.resolve().is_relative_to(folder.resolve()):
                    message = (
                        f"{option} {file} lies in {shown(folder)}/, which is public; it speaks of "
                        "applications, so name a file elsewhere"
                    )
                    raise Misuse(message)


@dataclass(frozen=True, slots=True)
class Written:
    """What a run wrote: the files, and what it did not write and why."""

    files: tuple[Path, ...]
    dry_run: bool
    unrecorded: Mapping[str, tuple[str, ...]]
    lost: tuple[str, ...]
    in_public: bool


def write_all(catalog: Catalog, outcome: Outcome, files: Files, *, dry_run: bool) -> Written:
    """Write proposals, report and proof: all of it or, where one cannot be written, nothing.

    With ``dry_run``, the records stay as they are, and all else is written.
    """
    unrecorded = _unrecorded(outcome)
    proposed = {
        mentee: mentor for mentee, mentor in outcome.mentor_of.items() if mentee not in unrecorded
    }
    rewritten = _pairings(catalog, files, proposed)
    contents = {} if rewritten is None or dry_run else {files.pairings: rewritten.text}
    if files.report:
        appendix = _appendix(outcome, files, tuple(unrecorded))
        contents[files.report] = write_report(catalog, outcome, appendix)
    if files.proof:
        proof = certificate(outcome.market, outcome.objective, outcome.proposal)
        contents[files.proof] = json.dumps(proof, indent=1, ensure_ascii=False) + "\n"
    for file in (files.report, files.proof):
        if file and str(file) == _SHOW and file in contents:
            click.echo(contents.pop(file).encode(), nl=False)
    try:
        change_files(written=contents, deleted=())
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        message = f"{fault.filename} cannot be written: {reason}; nothing was written"
        raise Misuse(message) from None
    lost = rewritten.lost if rewritten else ()
    in_public = files.pairings in contents and is_public(catalog)
    return Written(tuple(contents), dry_run, unrecorded, lost, in_public)


def is_public(catalog: Catalog) -> bool:
    """Tell whether everybody can read the repository that holds the records."""
    program = catalog.program
    return program is not None and program.record.repository is Repository.PUBLIC


def _unrecorded(outcome: Outcome) -> Mapping[str, tuple[str, ...]]:
    """Return the mentees whose pair cannot be written, each with those who have no record."""
    found = {}
    for mentee, mentor in outcome.mentor_of.items():
        lacking = tuple(one for one in (mentee, mentor) if not outcome.pool.people[one].recorded)
        if lacking:
            found[mentee] = lacking
    return found


def _pairings(catalog: Catalog, files: Files, proposed: Mapping[str, str]) -> Rewritten | None:
    """Return the new file of pairings, or None where it stays as it is or is not there."""
    path = (PurePosixPath(shown(files.records)) / "pairings" / files.pairings.name).as_posix()
    document = next((one for one in catalog.documents if one.path == path), None)
    if document is None and not proposed:
        return None
    entries = catalog.pairings_of_cohort.get(files.cohort, ())
    try:
        rewritten = with_proposal(document, entries, proposed)
    except UnusableFileError:
        message = "the proposal cannot be added without touching other pairings"
        show((matching.UNUSABLE_PAIRINGS_FILE.at(Place(path), message),))
        click.echo("Nothing was written.", err=True)
        raise click.exceptions.Exit(1) from None
    return None if document and document.text == rewritten.text else rewritten


def _appendix(outcome: Outcome, files: Files, unrecorded: tuple[str, ...]) -> Appendix:
    """Return alternates for everybody: what they cost for the worst off, if there are many."""
    by_score = sorted(outcome.mentor_of, key=lambda one: (outcome.score(one), one))
    worst_first = (*outcome.unmatched, *by_score)
    costed = worst_first[:COSTED]
    found: dict[str, tuple[Alternate, ...]] = {}
    for mentee in watched("Alternates")(costed):
        found[mentee] = alternates(outcome, mentee)
    for mentee in worst_first[COSTED:]:
        found[mentee] = next_best(outcome, mentee)
    proof = "" if files.proof is None or str(files.proof) == _SHOW else str(files.proof)
    return Appendix(found, frozenset(costed), proof, unrecorded)


def say_undecided(undecided: Undecided, private: Path | None) -> None:
    """Say on stderr how much matching does not read; in full, who is to be avoided and is not."""
    show(undecided.avoided)
    if undecided.answers:
        answers = counted(undecided.answers, "answer")
        where = counted(undecided.applications, "application")
        avoided = len(undecided.avoided)
        among = f", {avoided:,} of them under 'avoid', shown above" if avoided else ""
        command = f"lrrt validate --private {quote(shown(private))}" if private else "lrrt validate"
        are = "is" if undecided.answers == 1 else "are"
        said = f"{answers} in {where} {are} undecided{among}: '{command}' lists all.\n"
        click.echo(said, err=True)


def say_outcome(outcome: Outcome, written: Written) -> None:
    """Say on stderr what is proposed, what was written, and what is left to do."""
    for line in _outcome_lines(outcome):
        click.echo(line, err=True)
    for line in _written_lines(outcome, written):
        click.echo(line, err=True)
    if written.in_public:
        click.echo(_IN_PUBLIC, err=True)


def _outcome_lines(outcome: Outcome) -> list[str]:
    if not outcome.market.mentees:
        return ["There is nobody to match: every mentee who applied is paired or left out."]
    proposal = outcome.proposal
    matched = f"{proposal.matched:,} of {counted(len(outcome.market.mentees), 'mentee')}"
    scores = f"the lowest score is {proposal.worst:,} of 1,000, the sum {proposal.total:,}"
    lines = [f"{matched} can have a mentor; {scores}."]
    for mentee, mentor in outcome.mentor_of.items():
        lines.append(f"  {outcome.score(mentee):>5,}  {mentee} with {mentor}")
    if outcome.unmatched:
        lines.append("Without a mentor:")
    lines += [f"  {one}: {why_unmatched(outcome, one, str)}" for one in outcome.unmatched]
    return lines


def _written_lines(outcome: Outcome, written: Written) -> list[str]:
    lines = []
    if written.unrecorded:
        pairs = counted(len(written.unrecorded), "pair")
        lines.append(f"{pairs} cannot be written yet, for a participant record is missing:")
        for mentee, lacking in written.unrecorded.items():
            files = listed([f"participants/{one}.yaml" for one in lacking])
            lines.append(f"  {mentee} with {outcome.mentor_of[mentee]}: add {files}")
        lines.append("Then run the command again.")
    lines += [f"Gone with its project: the proposal '{one}'." for one in written.lost]
    lines += [f"{shown(file)} written" for file in written.files]
    if written.dry_run:
        what = "No record was changed" if written.files else "Nothing was written"
        lines.append(f"{what} (--dry-run).")
    elif not written.files:
        holds = not outcome.mentor_of.keys() <= written.unrecorded.keys()
        said = "The records hold this proposal already; nothing was written."
        lines.append(said if holds else "Nothing was written.")
    return lines


def say_what_if(before: Outcome, after: Outcome, person: str) -> None:
    """Say on stdout what would change without a person."""
    now, then = before.proposal, after.proposal
    click.echo(
        f"Without {before.name(person)}, {then.matched:,} of "
        f"{counted(len(after.market.mentees), 'mentee')} to be matched would have a mentor (now "
        f"{now.matched:,} of {len(before.market.mentees):,}). The lowest score would be "
        f"{then.worst:,} (now {now.worst:,}), the sum {then.total:,} (now {now.total:,})."
    )
    changes = changes_between(before, after)
    for change in changes:
        click.echo(f"- {_change(before, change, person)}")
    if not changes:
        click.echo("Nobody would have another mentor.")


def _change(outcome: Outcome, change: Change, person: str) -> str:
    name = outcome.name(change.mentee)
    old = listed([outcome.name(one) for one in change.before])
    new = listed([outcome.name(one) for one in change.after])
    if change.mentee == person:
        return f"{name} would leave {old}"
    if not new:
        return f"{name} would have no mentor (now {old})"
    return f"{name} would have {new}" + (f" (now {old})" if old else " (now no mentor)")
