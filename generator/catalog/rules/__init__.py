"""Rules across records; a module for each kind of thing that can be at fault."""

from generator.catalog.catalog import Catalog
from generator.catalog.rules import (
    applications,
    certificates,
    consent,
    dates,
    events,
    news,
    outputs,
    pairings,
    people,
    pins,
    planning,
    privacy,
    program,
    references,
    style,
    vocabulary,
)
from generator.diagnostics import Diagnostic


def check_catalog(catalog: Catalog) -> list[Diagnostic]:
    """Return every fault that shows only when records are held against each other."""
    checks = (
        references.check,
        vocabulary.check,
        people.check,
        applications.check,
        dates.check,
        events.check,
        planning.check,
        pairings.check,
        pins.check,
        consent.check,
        outputs.check,
        certificates.check,
        news.check,
        style.check,
        program.check,
        privacy.check,
    )
    return [diagnostic for check in checks for diagnostic in check(catalog)]
