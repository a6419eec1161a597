"""lrrt validate: every fault of every record, in one run."""

from pathlib import Path

import click

from generator.cli.options import load_records, private_option, records_option
from generator.cli.report import Format, exit_status, show, summary


@click.command()
@records_option
@private_option
@click.option(
    "--format",
    "form",
    type=click.Choice([str(form) for form in Format]),
    default=str(Format.HUMAN),
    show_default=True,
    help="How faults are printed: for people (on stderr), or for programs (on stdout).",
)
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.pass_context
def validate(
    context: click.Context, records: Path, private: Path | None, form: str, *, strict: bool
) -> None:
    """Check every record and list all faults.

    Exit status: 0 when nothing stops publishing, 1 when something does, 2 for wrong usage.

    \b
    Example:
      lrrt validate
      lrrt validate --format sarif > faults.sarif
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    loading = load_records(records, private)
    show(loading.found, Format(form))
    click.echo(summary(loading.found, len(loading.catalog.files)), err=True)
    context.exit(exit_status(loading.found, strict=strict))
