"""What lrrt announce says on the terminal beside the text itself."""

from collections.abc import Sequence
from datetime import date

import click

from generator.announcements.networks import LIMITS, Network
from generator.announcements.publishing import OtherNotice


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


def say_notices(day: date, others: Sequence[OtherNotice]) -> None:
    """Say on stderr which notice every page has where there are others, for it has one only."""
    for one in others:
        if one.comes_first:
            since = f" from {one.since} on" if one.since > day else ""
            said = f"Every page has the notice of {one.path} instead{since}, until {one.until}."
        else:
            said = f"The notice of {one.path}, until {one.until}, gives way to it."
        click.echo(said, err=True)
