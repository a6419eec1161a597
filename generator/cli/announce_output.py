"""What lrrt announce says on the terminal beside the text itself."""

from collections.abc import Sequence
from datetime import date

import click

from generator.announcements.networks import LIMITS, Network


def say_length(text: str, network: Network) -> None:
    """Say on stderr how much of what a network takes a post takes."""
    limits = LIMITS[network]
    longest, count = limits.counts[0]
    click.echo(f"{limits.name}: {count(text):,} of {longest:,} characters.", err=True)


def say_kits(said: Sequence[tuple[date, str]]) -> None:
    """Say on stderr what was written, each with the day that it is written from."""
    if not said:
        click.echo("There is nothing to announce; nothing was written.", err=True)
    for day, place in said:
        click.echo(f"{place} written, as of {day}.", err=True)
