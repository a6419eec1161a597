"""Publications and presentations: complete enough for a reference, each listed once."""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry
from generator.diagnostics import Diagnostic, fold
from generator.diagnostics.rules import outputs
from generator.records.output import (
    NEEDED,
    PRESENTED,
    Contributor,
    Output,
    OutputStatus,
    OutputType,
)
from generator.records.pages import backward_ranges


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield the faults of outputs."""
    dois: dict[str, Entry[Output]] = {}
    works: dict[tuple[str, ...], Entry[Output]] = {}
    for entry in catalog.outputs.values():
        yield from _complete(entry)
        yield from _status(entry)
        yield from _pages(entry)
        if entry.record.doi:
            first = dois.setdefault(entry.record.doi.casefold(), entry)
            if first is not entry:
                yield outputs.DUPLICATE_DOI.at(
                    entry.place("doi"), f"this DOI is that of '{first.id}' ({first.path})"
                )
        first = works.setdefault(_work(entry.record), entry)
        if first is not entry:
            yield outputs.DUPLICATE_OUTPUT.at(
                entry.place("title"), f"'{first.id}' ({first.path}) looks like the same work"
            )


def _complete(entry: Entry[Output]) -> Iterator[Diagnostic]:
    output = entry.record
    for alternatives in NEEDED[output.type]:
        if not any(getattr(output, name) for name in alternatives):
            listed = " or ".join(f"'{name}'" for name in alternatives)
            yield outputs.MISSING_FOR_TYPE.at(
                entry.place("type"),
                f"an output of type '{output.type}' needs {listed}",
                f"add {listed}",
            )


def _status(entry: Entry[Output]) -> Iterator[Diagnostic]:
    output = entry.record
    if output.status is OutputStatus.SUBMITTED or output.type is OutputType.CONFERENCE_PAPER:
        return
    if (output.type in PRESENTED) is not (output.status is OutputStatus.PRESENTED):
        yield outputs.STATUS_MISMATCH.at(
            entry.place("status"), f"an output of type '{output.type}' is never '{output.status}'"
        )


def _pages(entry: Entry[Output]) -> Iterator[Diagnostic]:
    container = entry.record.container
    for written, meant in backward_ranges((container and container.pages) or ""):
        yield outputs.PAGES_OUT_OF_ORDER.at(
            entry.place("container", "pages"),
            f"'{written}' ends before it begins",
            f"look it up; if the two have changed places, write {meant}",
        )


def _work(output: Output) -> tuple[str, ...]:
    first = output.contributors[0] if output.contributors else Contributor(organization="nobody")
    who = first.participant or first.organization or (first.name.full if first.name else "")
    year = str(output.date.start.year) if output.date else ""
    return (fold(output.title), output.type, year, fold(who))
