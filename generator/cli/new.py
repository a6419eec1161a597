"""lrrt new: beginnings."""

from pathlib import Path

import click

from generator.catalog.demonstration import Demonstration, find_demonstration
from generator.cli.new_cohort import cohort
from generator.cli.new_event import event
from generator.cli.new_output import output
from generator.cli.new_pairing import pairing
from generator.cli.new_participant import participant
from generator.cli.options import Misuse, load_records, records_option, shown
from generator.source import change_files


@click.group()
def new() -> None:
    """Begin something new.

    \b
    Example:
      lrrt new program
      lrrt new cohort
      lrrt new participant
      lrrt new output --doi 10.5555/12345678
    """  # noqa: D301  # \b is click's mark for lines to be left as they are


for command in (participant, pairing, output, event, cohort):
    new.add_command(command)


@new.command()
@records_option
@click.option("--yes", is_flag=True, help="Do not ask before deleting.")
def program(records: Path, *, yes: bool) -> None:
    """Delete the invented demonstration, for a program of your own.

    Keeps program.yaml and vocabulary.yaml, and takes out the notice that the data are invented.
    Works only while program.yaml says 'sample: true', so that real records are never deleted.

    \b
    Example:
      lrrt new program
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    catalog = load_records(records).catalog
    demonstration = find_demonstration(catalog)
    if demonstration is None:
        message = (
            f"{shown(records)}/program.yaml does not say 'sample: true', so the records may be "
            "real people's; nothing was deleted"
        )
        raise Misuse(message)
    _confirm(demonstration, yes=yes)
    try:
        change_files(written=demonstration.written, deleted=demonstration.deleted)
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        message = f"{fault.filename} cannot be changed: {reason}; nothing was deleted"
        raise Misuse(message) from None
    click.echo(f"{len(demonstration.deleted)} files deleted.", err=True)
    click.echo(f"Next: describe your program in {shown(records)}/program.yaml, then run", err=True)
    click.echo("'lrrt validate'.", err=True)


def _confirm(demonstration: Demonstration, *, yes: bool) -> None:
    click.echo("This deletes:", err=True)
    for folder, number in demonstration.counts:
        click.echo(f"  {number:>5}  {folder}", err=True)
    if not yes:
        click.confirm("Delete these files?", abort=True, err=True)
