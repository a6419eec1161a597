"""lrrt import applications: what people sent in, as applications for the committee."""

import itertools
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from generator.catalog import Catalog
from generator.catalog.rules.privacy import is_public
from generator.cli.import_applications_files import Places, fits_of, read_all
from generator.cli.import_applications_output import say_outcomes, say_unknown, sum_up
from generator.cli.options import Misuse, load_records, private_option, records_option, shown
from generator.cli.private_folder import refuse_public
from generator.cli.progress import watched
from generator.cli.today import day_for
from generator.cli.writing import file_in, write_all
from generator.diagnostics import did_you_mean
from generator.intake.facts import Defaults
from generator.intake.outcome import Fate, Outcome
from generator.intake.planning import Setting, plan_applications
from generator.intake.rejected import is_read_again, rejected_files
from generator.intake.rows import submissions_in
from generator.intake.submission import Submission
from generator.records.application import Role
from generator.records.kinds import SCHEMAS, Kind


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@records_option
@private_option
@click.option("--cohort", metavar="COHORT", help="Cohort applied to, where the answers name none.")
@click.option(
    "--role",
    type=click.Choice([str(role) for role in Role]),
    help="Role applied for, where the answers name none.",
)
@click.option(
    "--mapping",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What the columns of forms hold.  [default: intake/mapping.yaml, private]",
)
@click.option(
    "--person",
    "persons",
    multiple=True,
    metavar="PLACE=ID",
    help="Who sent a row, as in 'answers.csv, row 5=ada-okafor'; give it repeatedly.",
)
@click.option("--update", is_flag=True, help="Overwrite what is there with newer answers.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask, and go on with a mapping just proposed.")
@click.pass_context
def applications(context: click.Context, /, files: Sequence[Path], **options: Any) -> None:
    """Take in applications: files of the application page, or sheets of any form.

    FILES are files or folders: what the application page makes (.json), and exports (.csv, .xlsx)
    of Google Forms, Microsoft Forms, Qualtrics and the like. For a sheet of a new form, the command
    proposes what each column holds, writes that into a mapping file and stops, so that you can
    check it. Run it again, and it goes on.

    Each row ends in one of these: new, there already, differs (see --update), replaced by a later
    answer of the same person, or rejected. What was rejected or replaced is also written into a
    file of its own, with the reasons. Running it again changes nothing.

    Where everybody can read the repository, applications go into the folder that --private names.

    Exit status: 0 if every row is an application now, or was there; 1 if some were rejected or
    differ; 2 for wrong usage.

    \b
    Example:
      lrrt import applications answers.xlsx --cohort 2026 --private ../mentorship-private
      lrrt import applications mentors.csv --role mentor --dry-run
      lrrt import applications ~/Downloads/applications/
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    records, private = options["records"], options["private"]
    catalog = load_records(records, private).catalog
    folder = Places(records, private, Path()).intake
    places = Places(records, private, options["mapping"] or folder / "mapping.yaml")
    if is_public(catalog):
        refuse_public(records, private)
    sheets, submissions, unread = read_all(files)
    if not (sheets or submissions):
        context.exit(1)
    fits = fits_of(context, sheets, places, options)
    for sheet in sheets:
        submissions += submissions_in(sheet, fits[sheet])
    setting = _setting(catalog, places, submissions, options)
    outcomes = plan_applications(submissions, catalog, setting, watched("Reading applications"))
    say_outcomes(outcomes)
    say_unknown(fits)
    _write(outcomes, submissions, places, options)
    sum_up(outcomes, dry_run=options["dry_run"])
    open_ends = {Fate.REJECTED, Fate.DIFFERS}
    context.exit(1 if unread or any(one.fate in open_ends for one in outcomes) else 0)


def _setting(
    catalog: Catalog, places: Places, submissions: Sequence[Submission], options: Mapping[str, Any]
) -> Setting:
    cohort = options["cohort"] or ""
    if cohort and cohort not in catalog.cohorts:
        known = ", ".join(catalog.cohorts) or "none yet"
        message = (
            f"no cohort '{cohort}'; "
            f"{did_you_mean(cohort, catalog.cohorts, f'the cohorts are {known}')}"
        )
        raise Misuse(message)
    if not cohort and not all(one.cohort or one.text("cohort") for one in submissions):
        cohort = _cohort_of_the_day(catalog)
    role = Role(options["role"]) if options["role"] else None
    return Setting(
        folder=shown(places.applications),
        defaults=Defaults(cohort, role, frozenset(catalog.cohorts)),
        is_private=places.private is not None,
        update=options["update"],
        schema=_schema(places),
        persons=_persons(options["persons"], submissions),
    )


def _cohort_of_the_day(catalog: Catalog) -> str:
    """Return the cohort whose call is open, or the only one. Raises Misuse where none is."""
    day = day_for(catalog, None)
    opened = [
        cohort.id
        for cohort in catalog.cohorts.values()
        if cohort.record.call_opens <= day <= cohort.record.call_closes
    ]
    if len(opened) == 1:
        click.echo(f"The call for {opened[0]} is open: taken for applications to it.", err=True)
        return opened[0]
    known = ", ".join(catalog.cohorts) or "none yet"
    message = (
        f"say which cohort these are applications to with --cohort; the cohorts are {known}, and "
        f"{'no call is open' if not opened else 'several calls are open'} on {day}"
    )
    raise Misuse(message)


def _persons(told: Sequence[str], submissions: Sequence[Submission]) -> Mapping[str, str]:
    """Return who was said to have sent what."""
    places = {str(one.origin) for one in submissions}
    found: dict[str, str] = {}
    for one in told:
        place, _, id_ = one.rpartition("=")
        if place not in places:
            help_ = did_you_mean(place, places, "write it as the output names it")
            message = f"--person {one}: nothing was sent at '{place}'; {help_}"
            raise Misuse(message)
        found[place] = id_
    return found


def _schema(places: Places) -> str:
    """Return the path of the schema of applications, from a file of one."""
    schema = places.records.absolute() / SCHEMAS / f"{Kind.APPLICATION}.json"
    folder = places.applications.absolute() / "applications" / "cohort"
    return Path(os.path.relpath(schema, folder)).as_posix()


def _write(
    outcomes: Sequence[Outcome],
    submissions: Sequence[Submission],
    places: Places,
    options: Mapping[str, Any],
) -> None:
    """Write applications and what was rejected: all of it or nothing."""
    if options["dry_run"]:
        return
    folders = {shown(places.applications): places.applications}
    written: dict[Path, str | bytes] = {
        file_in(one.path, folders): one.text for one in outcomes if one.text
    }
    rejected = {
        _free(places.intake / name, submissions): content
        for name, content in rejected_files(outcomes).items()
    }
    if written and not options["yes"] and sys.stdin.isatty():
        number = len(written)
        try:
            question = f"Write {number:,} application{'s' if number > 1 else ''}?"
            click.confirm(question, abort=True, err=True)
        except click.Abort:
            click.echo("Nothing was written.", err=True)
            raise click.exceptions.Exit(1) from None
    write_all({**written, **rejected}, ())
    for file in rejected:
        click.echo(f"Kept with the reasons: {shown(file)}", err=True)


def _free(file: Path, submissions: Sequence[Submission]) -> Path:
    """Return where rejected rows can be written without losing what somebody corrected there."""
    numbered = (file.with_stem(f"{file.stem}-{number}") for number in itertools.count(2))
    for one in itertools.chain([file], numbered):
        try:
            if is_read_again(one.read_bytes(), submissions):
                return one
        except (IsADirectoryError, PermissionError):
            continue
        except OSError:  # there is none; or else, writing it will say why
            return one
    raise AssertionError
