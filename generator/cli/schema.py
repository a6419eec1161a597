"""lrrt schema: the files that are made from the models and the rules."""

from pathlib import Path

import click

from generator.cli.options import Misuse, records_option, shown
from generator.corrections.forms import FOLDER, form_files
from generator.diagnostics.reference import rules_reference
from generator.records.kinds import SCHEMAS, Kind
from generator.records.reference import records_reference
from generator.records.schema import schema_text
from generator.source import write_text


@click.command()
@records_option
@click.option(
    "--docs",
    type=click.Path(file_okay=False, path_type=Path),
    default="docs",
    show_default=True,
    metavar="DIR",
    help="Folder of the documentation.",
)
@click.option(
    "--github",
    type=click.Path(file_okay=False, path_type=Path),
    default=".github",
    show_default=True,
    metavar="DIR",
    help="Folder of what GitHub reads, for the forms of corrections.",
)
@click.option("--check", is_flag=True, help="Write nothing; fail if a file would change.")
@click.pass_context
def schema(context: click.Context, records: Path, docs: Path, github: Path, *, check: bool) -> None:
    """Write what is made from the models and rules: JSON Schemas, reference pages, forms.

    \b
    Example:
      lrrt schema
      lrrt schema --check
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    made = made_files(records, docs, github)
    changed = [file for file, content in made.items() if _read(file) != content]
    for file in changed:
        click.echo(f"{shown(file)} {'is out of date' if check else 'written'}", err=True)
        if not check:
            _write(file, made[file])
    if not changed:
        click.echo(f"{len(made)} files are up to date.", err=True)
    elif check:
        click.echo("Run 'lrrt schema' to write them.", err=True)
        context.exit(1)


def made_files(records: Path, docs: Path, github: Path) -> dict[Path, str]:
    """Return every file that is made from the models and the rules, with what it should hold."""
    schemas = {records / SCHEMAS / f"{kind}.json": schema_text(kind) for kind in Kind}
    return {
        **schemas,
        **{github / FOLDER / name: text for name, text in form_files().items()},
        docs / "records.md": records_reference(),
        docs / "diagnostics.md": rules_reference(),
    }


def _read(file: Path) -> str | None:
    try:
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _write(file: Path, content: str) -> None:
    try:
        write_text(file, content)
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        message = f"{shown(file)} cannot be written: {reason}"
        raise Misuse(message) from None
