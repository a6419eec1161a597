"""lrrt explain: what a code means, why it matters, and the way out."""

import click

from generator.cli.options import Misuse
from generator.diagnostics import RULES, did_you_mean
from generator.diagnostics.reference import rule_entry, rule_list


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain the code of a fault; without a code, list all of them.

    \b
    Example:
      lrrt explain unknown-participant
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    if code is None:
        click.echo(rule_list(), nl=False)
    elif code in RULES:
        click.echo(rule_entry(RULES[code]), nl=False)
    else:
        help_ = did_you_mean(code, RULES, "'lrrt explain' lists all codes")
        message = f"there is no code '{code}': {help_}"
        raise Misuse(message)
