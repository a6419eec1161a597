"""The day that a command looks from: the one it was told, or today in the program's zone."""

from datetime import date, datetime

from generator.catalog import Catalog
from generator.cli.options import Misuse
from generator.website.today import NoDayError, today_for


def day_for(catalog: Catalog, told: datetime | None) -> date:
    """Return the day that was told, or today in the program's time zone."""
    if told is not None:
        return told.date()
    try:
        return today_for(catalog)
    except NoDayError as fault:
        raise Misuse(str(fault)) from None
