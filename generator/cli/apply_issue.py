"""lrrt apply-issue: a correction that somebody proposed in an issue, written into its record."""

import difflib
import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import click

from generator.catalog import Loading, load_catalog
from generator.cli.import_ import printable
from generator.cli.options import Misuse, load_records, records_option, shown
from generator.corrections.proposing import Proposal, propose
from generator.corrections.reading import LARGEST, UnusableIssueError, read_issue
from generator.diagnostics import Diagnostic, has_errors
from generator.diagnostics.rules import text
from generator.source import write_text


@click.command()
@click.argument("file", type=click.Path(allow_dash=True, path_type=Path))
@records_option
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.pass_context
def apply_issue(context: click.Context, file: Path, records: Path, *, dry_run: bool) -> None:
    """Write the correction that an issue proposes into the record that it is about.

    FILE holds the text of an issue that was opened by "Suggest a correction" on a page; with '-',
    it is read from the standard input. Only the fields of the form can change, and only in the
    record that the form names. All records are checked with the change before it is written, and
    the change is shown. HTML is refused. Read it: anybody can propose anything. Then commit it, and
    open a pull request.

    Exit status: 0 when it was written or nothing changes, 1 when it cannot be taken, 2 for wrong
    usage.

    \b
    Example:
      lrrt apply-issue issue-12.md
      gh issue view 12 --json body --jq .body | lrrt apply-issue -
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    body = _body(file)
    loading = load_records(records)
    try:
        issue = read_issue(body)
        proposal = propose(loading.catalog, issue)
    except UnusableIssueError as fault:
        _say(f"Error: {fault}\nNothing was written.")
        context.exit(1)
    if not issue.answers:
        _say(f"No field is filled in, so there is nothing to write into {proposal.path}.")
    elif not proposal.changed:
        _say(f"No change: {proposal.path} says all of this already.")
    elif not _taken(loading, proposal, records, dry_run=dry_run):
        context.exit(1)
    if issue.more:
        _say("\nThey also say, for a person to read:\n")
        _say("\n".join(f"    {line}" for line in issue.more.split("\n")))


def _taken(loading: Loading, proposal: Proposal, records: Path, *, dry_run: bool) -> bool:
    """Check a change with all other records, show it, and write it; tell whether that was done."""
    click.echo(_difference(proposal))
    found = _new_faults(loading, proposal, records)
    for one in found:
        _say(f"{one.place.path}: {one.severity}[{one.code}] {one.message}")
        if one.help:
            _say(f"  help: {one.help}")
    if has_errors(found):
        _say("Nothing was written: 'lrrt validate' would refuse the record.")
        return False
    if any(one.code == text.HTML_IN_TEXT.code for one in found):
        _say(
            "Nothing was written: a correction needs no HTML, and the page would show the tags as "
            "they are typed. Take them out of the issue's text, then run this again."
        )
        return False
    if dry_run:
        _say("Nothing was written.")
        return True
    file = records / PurePosixPath(proposal.path).relative_to(shown(records))
    try:
        write_text(file, proposal.after)
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        message = f"{proposal.path} cannot be written: {reason}; nothing was written"
        raise Misuse(message) from None
    _say(f"{proposal.path} written: {', '.join(proposal.changed)}.")
    return True


def _body(file: Path) -> str:
    """Return the text of an issue. Raises Misuse."""
    named = "the standard input" if str(file) == "-" else str(file)
    try:
        with sys.stdin.buffer if str(file) == "-" else file.open("rb") as stream:
            return stream.read(4 * LARGEST).decode("utf-8")
    except OSError as fault:
        message = f"{named} cannot be read: {(fault.strerror or 'unknown reason').lower()}"
        raise Misuse(message) from None
    except UnicodeDecodeError:
        message = f"{named} is no text in UTF-8"
        raise Misuse(message) from None


def _new_faults(loading: Loading, proposal: Proposal, records: Path) -> Sequence[Diagnostic]:
    """Return what 'lrrt validate' would say of the records with the change, and does not yet."""
    named = shown(records)
    path = PurePosixPath(proposal.path).relative_to(named)
    made = load_catalog(records, shown=named, instead={path: proposal.after})
    known = {(one.code, one.place.path, one.message) for one in loading.found}
    return [one for one in made.found if (one.code, one.place.path, one.message) not in known]


def _difference(proposal: Proposal) -> str:
    lines = difflib.unified_diff(
        proposal.before.splitlines(),
        proposal.after.splitlines(),
        proposal.path,
        f"{proposal.path} (proposed)",
        lineterm="",
        n=1,
    )
    return "\n".join(printable(line) for line in lines)


def _say(said: str) -> None:
    for line in said.split("\n"):
        click.echo(printable(line), err=True)
