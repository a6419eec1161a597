"""The lrrt command: one module per command; parse, call, report, exit."""

import click

from generator import __version__
from generator.cli.accept import accept
from generator.cli.announce import announce
from generator.cli.apply_issue import apply_issue
from generator.cli.build import build
from generator.cli.certificates import certificates
from generator.cli.changes import changes
from generator.cli.due import due
from generator.cli.explain import explain
from generator.cli.export import export
from generator.cli.fmt import fmt
from generator.cli.import_ import import_
from generator.cli.letters import letters
from generator.cli.match import match
from generator.cli.new import new
from generator.cli.revoke import revoke
from generator.cli.schedule import schedule
from generator.cli.schema import schema
from generator.cli.serve import serve
from generator.cli.validate import validate
from generator.cli.withdraw import withdraw


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="lrrt")
def main() -> None:
    """Check the records of a research mentorship program and publish its site.

    \b
    Example:
      lrrt validate
    """  # noqa: D301  # \b is click's mark for lines to be left as they are


for command in (
    validate,
    build,
    serve,
    changes,
    match,
    due,
    announce,
    schedule,
    certificates,
    letters,
    revoke,
    export,
    import_,
    accept,
    apply_issue,
    withdraw,
    explain,
    schema,
    new,
    fmt,
):
    main.add_command(command)
