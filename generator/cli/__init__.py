"""The lrrt command: one module per command; parse, call, report, exit."""

from importlib import import_module

import click

from generator import __version__

_COMMANDS = (
    "validate",
    "build",
    "serve",
    "changes",
    "match",
    "due",
    "announce",
    "schedule",
    "certificates",
    "letters",
    "revoke",
    "export",
    "import",
    "accept",
    "apply-issue",
    "withdraw",
    "explain",
    "schema",
    "new",
    "fmt",
)


class _Commands(click.Group):
    """Commands whose modules are read when they are asked for.

    So one command starts in a fraction of the time that all take, and an interruption while it is
    being read ends as any other does.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        # 'import' is a word of Python.
        name = "import_" if cmd_name == "import" else cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"generator.cli.{name}"), name)
        return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="lrrt")
def main() -> None:
    """Check the records of a research mentorship program and publish its site.

    \b
    Example:
      lrrt validate
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
