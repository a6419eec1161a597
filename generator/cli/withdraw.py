"""lrrt withdraw: somebody leaves the site and the records, and every reference still holds."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

import click

from generator.catalog import Catalog, Loading, load_catalog
from generator.changes.comparing import compare
from generator.changes.printing import print_text
from generator.cli.changes_side import FaultyError, open_compared, side_of
from generator.cli.options import DAY, Misuse, load_records, private_option, records_option, shown
from generator.cli.project import CONFIG
from generator.cli.report import show
from generator.cli.today import day_for
from generator.cli.withdraw_output import say_plan, say_what_stays
from generator.cli.withdraw_texts import Text, other_texts
from generator.cli.writing import file_in, write_all
from generator.diagnostics import Diagnostic, Place, did_you_mean, fold, has_errors
from generator.records.participant import Participant
from generator.withdrawal.leaving import CannotLeaveError, Leaving, person_in
from generator.withdrawal.marks import Marks, marks_in
from generator.withdrawal.planning import Withdrawal, has_left, plan_withdrawal
from generator.withdrawal.traces import Trace, named_after, traces_in

_SIGNS = "23456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 4


@click.command()
@click.argument("person")
@records_option
@private_option
@click.option(
    "--on",
    "day",
    type=DAY,
    metavar="DATE",
    help="The day on which the person asked, instead of today.",
)
@click.option(
    "--keep-printed-names",
    is_flag=True,
    help="Let publications and presentations name the person as printed, where they agreed to it.",
)
@click.option(
    "--keep-id", is_flag=True, help="Keep the id, where it tells nothing of who the person is."
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask before writing.")
@click.pass_context
def withdraw(context: click.Context, /, person: str, **options: Any) -> None:
    """Take the participant or applicant with the id PERSON off the site, and out of the records.

    Shows what changes in the records and on the site, asks, and writes all of it or nothing. The
    record keeps the day and nothing else, under an id that tells nothing, so that counts stay right
    and nothing refers to somebody who is not there. Applications are deleted. The site shows "Name
    withheld", "A mentor" or "A mentee". What is dated after the day, the person is taken out of;
    a pairing that runs ends where nobody else stands on their side. At the end it lists texts that
    go on naming the person, and says what no change of a file can take back.

    Exit status: 0 when it was written, 1 when it was not, 2 for wrong usage.

    \b
    Example:
      lrrt withdraw calvin-makebright --private ../mentorship-private
      lrrt withdraw calvin-makebright --on 2026-11-20 --dry-run
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    records: Path = options["records"]
    private: Path | None = options["private"]
    loading = load_records(records, private)
    known = _known(loading.catalog, person)
    if has_left(loading.catalog, person):
        click.echo(
            f"'{person}' left on {known.withdrawn}, and nothing else is kept of them.", err=True
        )
        context.exit(0)
    leaving = _leaving(loading.catalog, person, known, options)
    try:
        plan = plan_withdrawal(loading.catalog, leaving)
    except CannotLeaveError as fault:
        click.echo(f"Error: {fault}\nNothing was written.", err=True)
        context.exit(1)
    before, after = _both(loading, plan, records)
    said = _said_of_site(before, after)
    traces = _traces(loading.catalog, plan, private)
    say_plan(plan, traces, said, day_for(loading.catalog, None), has_private=bool(private))
    found = _new_faults(before, after, plan)
    show(found)
    if has_errors(found):
        said = "Nothing was written: 'lrrt validate' would refuse the records after this."
        click.echo(said, err=True)
        context.exit(1)
    if options["dry_run"]:
        click.echo("Nothing was written.", err=True)
        context.exit(0)
    _write(context, plan, _folders(records, private), yes=options["yes"])
    say_what_stays(plan)


def _known(catalog: Catalog, person: str) -> Participant:
    """Return what is known of a participant, or of an applicant who is none. Raises Misuse."""
    known = person_in(catalog, person)
    if known is None:
        meant = [
            id_
            for id_, one in catalog.participants.items()
            if fold(one.record.name.full) == fold(person)
        ]
        where = "the id is the end of the address of their page"
        ids = {*catalog.participants, *(one.partition("/")[2] for one in catalog.applications)}
        help_ = did_you_mean(person, ids, where)
        if meant:
            help_ = f"write the id: {' or '.join(sorted(meant))}"
        message = f"no participant '{person}'; {help_}"
        raise Misuse(message)
    return known


def _leaving(
    catalog: Catalog, person: str, known: Participant, options: Mapping[str, Any]
) -> Leaving:
    """Return who leaves, and since when."""
    told: datetime | None = options["day"]
    before = known.withdrawn
    today = day_for(catalog, None)
    day = told.date() if told else before or today
    if day > today:
        message = f"--on: {day} is still to come; write the day on which they asked"
        raise Misuse(message)
    new_id = person if options["keep_id"] else _free_id(catalog)
    return Leaving(person, new_id, day, known.name, keeps_printed=options["keep_printed_names"])


def _free_id(catalog: Catalog) -> str:
    """Return an id by chance that nothing has: 'p-7kq2'."""
    while True:
        drawn = "p-" + "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
        if not any(drawn in document.text for document in catalog.documents) and not any(
            PurePosixPath(path).stem == drawn for path in catalog.files
        ):
            return drawn


def _traces(catalog: Catalog, plan: Withdrawal, private: Path | None) -> list[Trace]:
    """Return the places that go on naming the person, in records, pages and private files."""
    records = {
        document.path: Text(document.path, _record_name(document.path), document.text)
        for document in catalog.documents
    }
    records |= {path: Text(path, _record_name(path), text) for path, text in plan.written.items()}
    gone = {*plan.deleted, plan.tombstone}
    texts = [text for path, text in records.items() if path not in gone]
    texts += other_texts(catalog.files.keys() | records.keys(), private)
    marks = marks_in(catalog, plan.leaving.id)
    return [
        trace
        for text in sorted(texts, key=lambda one: one.path)
        for trace in (*named_after(text.path, text.name, marks), *_traces_in(text, marks))
    ]


def _record_name(path: str) -> str:
    return "/".join(PurePosixPath(path).with_suffix("").parts[-2:])


def _traces_in(text: Text, marks: Marks) -> Iterator[Trace]:
    if text.has_lines:
        yield from traces_in(text.path, text.content, marks)
        return
    found = dict.fromkeys(one.text for one in traces_in(text.path, text.content, marks))
    for words in found:
        yield Trace(Place(text.path), f"{words} (in the file)")


def _folders(records: Path, private: Path | None) -> Mapping[str, Path]:
    return {shown(folder): folder for folder in (records, private) if folder}


def _both(loading: Loading, plan: Withdrawal, records: Path) -> tuple[Loading, Loading]:
    """Return the records before and afterwards, without what is kept private."""
    named = shown(records)
    changed = {**plan.written, **dict.fromkeys(plan.deleted)}
    instead = {
        PurePosixPath(path).relative_to(named): text
        for path, text in changed.items()
        if PurePosixPath(path).is_relative_to(named) and path not in loading.catalog.private
    }
    before = load_catalog(records, shown=named)
    return before, load_catalog(records, shown=named, instead=instead)


def _said_of_site(before: Loading, after: Loading) -> str:
    """Return what visitors will see, as 'lrrt changes' says it; '' where there is no site."""
    if not CONFIG.exists():
        return ""
    if has_errors(before.found) or has_errors(after.found):
        return "The site cannot be compared: 'lrrt validate' finds errors in the records."
    project, day = open_compared(), day_for(after.catalog, None)
    try:
        sides = [side_of(one.catalog, day, project) for one in (before, after)]
    except FaultyError as fault:
        show(fault.found)
        return f"The site cannot be compared: {fault}."
    return print_text(compare(*sides))


def _new_faults(before: Loading, after: Loading, plan: Withdrawal) -> list[Diagnostic]:
    """Return what 'lrrt validate' would say of the records afterwards, and does not say yet."""
    known = {_said(one) for one in before.found}
    id_, new = plan.leaving.id, plan.leaving.new_id
    known |= {_said(replace(one, message=one.message.replace(id_, new))) for one in before.found}
    return [one for one in after.found if _said(one) not in known]


def _said(found: Diagnostic) -> tuple[str, str, str]:
    return found.code, found.place.path, found.message


def _write(
    context: click.Context, plan: Withdrawal, folders: Mapping[str, Path], *, yes: bool
) -> None:
    """Write and delete all files after a yes, or none."""
    written: dict[Path, str | bytes] = {
        file_in(path, folders): text for path, text in plan.written.items()
    }
    deleted = [file_in(path, folders) for path in plan.deleted]
    if not yes:
        try:
            click.confirm("Write this?", abort=True, err=True)
        except click.Abort:
            click.echo("\nNothing was written.", err=True)
            context.exit(1)
    write_all(written, deleted)
