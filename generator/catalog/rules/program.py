"""The program: whom applicants can reach, and a word of its own for each year."""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry
from generator.diagnostics import Diagnostic, fold
from generator.diagnostics.rules import program
from generator.records.cohort import Cohort


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield the faults of the program's record and of its years."""
    yield from _contact(catalog)
    yield from _summaries(catalog)


def _contact(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield a warning for a first contact without an address; nobody applies to a demonstration."""
    entry = catalog.program
    if entry is None or entry.record.sample:
        return
    contact = entry.record.contacts[0]
    if not (contact.email or contact.url):
        message = f"applicants are told to write to '{contact.name}', but not at which address"
        yield program.UNREACHABLE_CONTACT.at(entry.place("contacts", 0), message)


def _summaries(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield a warning for each summary that an earlier year has; ids follow the years."""
    seen: dict[str, Entry[Cohort]] = {}
    for entry in catalog.cohorts.values():
        if entry.record.summary:
            first = seen.setdefault(fold(entry.record.summary), entry)
            if first is not entry:
                message = f"this is the summary of '{first.id}', too ({first.path})"
                yield program.REPEATED_SUMMARY.at(entry.place("summary"), message)
