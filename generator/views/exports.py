"""Which exports the site has, and where: one file in each format for each set of outputs.

A set is named by its scope: ``all``, ``year-2026``, ``type-poster``, ``person-ID``, ``cohort-ID``,
``output-ID``. Only sets that hold an output have files.
"""

from generator.bibliography.formats import FORMATS, ExportFormat
from generator.records.output import OutputType
from generator.views.links import Link, output_address

ALL = "all"
"""The scope of every public output."""


def year_scope(year: str) -> str:
    """Return the scope of a heading of the list: a year, 'In press', or 'Without a date'."""
    return f"year-{'-'.join(year.lower().split())}"


def type_scope(type_: OutputType) -> str:
    """Return the scope of a type of output."""
    return f"type-{type_}"


def person_scope(id_: str) -> str:
    """Return the scope of the outputs under a person's name."""
    return f"person-{id_}"


def cohort_scope(id_: str) -> str:
    """Return the scope of the outputs that a cohort's pairs produced."""
    return f"cohort-{id_}"


def output_scope(id_: str) -> str:
    """Return the scope of one output."""
    return f"output-{id_}"


def export_address(scope: str, form: ExportFormat) -> str:
    """Return where a set is found in a format, from the root of the site on.

    An output's own files lie beside its page, all others in one folder.
    """
    sort, _, id_ = scope.partition("-")
    if sort == "output":
        return f"{output_address(id_)}{id_}{form.suffix}"
    return f"outputs/exports/{scope}{form.suffix}"


def export_links(scope: str) -> tuple[Link, ...]:
    """Return a set in every format. The set is to hold an output; an empty one has no files."""
    return tuple(Link(form.label, export_address(scope, form), form.name) for form in FORMATS)
