"""From when to when a pair worked together, as far as a document can say it."""

from datetime import date

from generator.catalog import Catalog, Entry
from generator.records.pairing import Pairing


def last_day(catalog: Catalog, pairing: Entry[Pairing], issued: date) -> date:
    """Return the day up to which a document of a day can speak of a pairing.

    That is the end of its year, or the day on which it ended before, or that of the document.
    """
    year = catalog.cohorts[pairing.id.partition("/")[0]].record.end
    return min(year, issued, pairing.record.ended or year)
