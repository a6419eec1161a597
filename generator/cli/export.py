"""lrrt export: the outputs as references, and in the formats that citation managers read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import click

from generator.bibliography.exports import export_text
from generator.bibliography.formats import FORMATS
from generator.bibliography.item import Item
from generator.bibliography.references import reference_text
from generator.bibliography.sorting import Order, in_order
from generator.catalog import Catalog, Loading
from generator.cli.options import Misuse, load_records, records_option, shown
from generator.cli.report import show
from generator.diagnostics import Diagnostic, did_you_mean
from generator.records.fields import Refers
from generator.records.kinds import Kind
from generator.records.output import OutputType
from generator.source import write_text
from generator.views.exported import IN_PRESS, UNDATED, Exported, is_exported, make_exported

_FORMATS = ("apa", *(form.name for form in FORMATS))


@click.group()
def export() -> None:
    """Hand records to other programs.

    \b
    Example:
      lrrt export outputs --format ris --output outputs.ris
    """  # noqa: D301  # \b is click's mark for lines to be left as they are


@export.command()
@records_option
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    required=True,
    help="References in APA style, one on each line, or a format of citation managers.",
)
@click.option(
    "--sort",
    type=click.Choice([str(order) for order in Order]),
    default=str(Order.ID),
    show_default=True,
    help="Order: by id, by author as a list of references, by date from the earliest, or by title.",
)
@click.option(
    "--year", metavar="YEAR", help=f"Only those of a year, or '{IN_PRESS}', or '{UNDATED}'."
)
@click.option(
    "--type",
    "type_",
    type=click.Choice([str(type_) for type_ in OutputType]),
    help="Only those of a type.",
)
@click.option("--person", metavar="ID", help="Only those under the name of a participant.")
@click.option("--cohort", metavar="ID", help="Only those that a cohort's pairs produced.")
@click.option("--id", "ids", multiple=True, metavar="ID", help="Only this one; give it repeatedly.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Write to this file instead of stdout.",
)
@click.pass_context
def outputs(context: click.Context, /, records: Path, **options: Any) -> None:
    """Export publications and presentations, as the site shows them.

    What is only submitted is left out, and a person who did not agree to be named is not named.
    Every output that could be read is exported, whatever other records lack.

    Exit status: 0, or 1 if a record of an output could not be used, 2 for wrong usage.

    \b
    Example:
      lrrt export outputs --format apa --sort author
      lrrt export outputs --format bibtex --cohort 2026 --output cohort-2026.bib
      lrrt export outputs --format csl-json --year 2026 > outputs.json
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    loading = load_records(records)
    broken = _broken_outputs(loading)
    chosen = _chosen(loading.catalog, options)
    items = in_order((one.item for one in chosen), Order(options["sort"]))
    text = _text(options["form"], items)
    _refuse_record(options["output"], records)
    _put(text, options["output"])
    show(broken)
    _say(len(items), len(loading.found) - len(broken), options["output"])
    context.exit(1 if broken else 0)


def _text(form: str, items: Sequence[Item]) -> str:
    if form == "apa":
        return "".join(f"{reference_text(item)}\n" for item in items)
    return export_text(form, items)


def _refuse_record(file: Path | None, records: Path) -> None:
    """Refuse to write an export over the records."""
    if file and str(file) != "-" and file.resolve().is_relative_to(records.resolve()):
        message = f"{shown(file)} lies among the records; write the export elsewhere"
        raise Misuse(message)


def _broken_outputs(loading: Loading) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the files of outputs that could not be used."""
    catalog = loading.catalog
    usable = {entry.path for entry in catalog.outputs.values()}
    broken = {
        path for path, kind in catalog.files.items() if kind is Kind.OUTPUT and path not in usable
    }
    return tuple(each for each in loading.found if each.place.path in broken)


def _chosen(catalog: Catalog, options: Mapping[str, Any]) -> list[Exported]:
    """Return the outputs that were asked for."""
    _check_names(catalog, options)
    wanted = {
        "year": options["year"],
        "type": options["type_"],
        "person": options["person"],
        "cohort": options["cohort"],
    }
    ids = frozenset(options["ids"])
    return [
        one
        for one in make_exported(catalog)
        if (not ids or one.id in ids)
        and all(value in one.filed[facet] for facet, value in wanted.items() if value)
    ]


def _check_names(catalog: Catalog, options: Mapping[str, Any]) -> None:
    """Refuse the id of a person, cohort or output that there is not."""
    people = (catalog.participants, catalog.renamed[Refers.PARTICIPANT])
    cohorts = (catalog.cohorts, catalog.renamed[Refers.COHORT])
    works: Mapping[str, str] = {
        alias: entry.id for entry in catalog.outputs.values() for alias in entry.record.aliases
    }
    _check("participant", options["person"], *people, _broken(catalog, Refers.PARTICIPANT))
    _check("cohort", options["cohort"], *cohorts, _broken(catalog, Refers.COHORT))
    files = {
        PurePosixPath(path).stem for path, kind in catalog.files.items() if kind is Kind.OUTPUT
    }
    for id_ in options["ids"]:
        _check("output", id_, catalog.outputs, works, files.__contains__)
        if id_ in catalog.outputs and not is_exported(catalog.outputs[id_].record):
            message = f"the output '{id_}' is only submitted, which is never public"
            raise Misuse(message)
    year = options["year"]
    if year and not (year.isascii() and year.isdigit()) and year not in (IN_PRESS, UNDATED):
        message = f"'{year}' is no year; write one as in 2026, or '{IN_PRESS}', or '{UNDATED}'"
        raise Misuse(message)


def _broken(catalog: Catalog, sort: Refers) -> Callable[[str], bool]:
    return lambda name: catalog.may_refer(sort, name)


def _check(
    word: str,
    name: str | None,
    known: Iterable[str],
    renamed: Mapping[str, str],
    is_broken: Callable[[str], bool],
) -> None:
    names = frozenset(known)
    if name is None or name in names or is_broken(name):
        return
    if name in renamed:
        message = f"no {word} '{name}': its id is '{renamed[name]}' now"
    else:
        help_ = did_you_mean(name, names, f"the ids are the names of the files in {word}s/")
        message = f"no {word} '{name}': {help_}"
    raise Misuse(message)


def _put(text: str, file: Path | None) -> None:
    """Write the export whole: to stdout, in UTF-8 whatever the terminal, or to a file."""
    if file is None or file == Path("-"):
        click.echo(text.encode(), nl=False)
        return
    try:
        write_text(file, text)
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        message = f"{shown(file)} cannot be written: {reason}"
        raise Misuse(message) from None


def _say(number: int, others: int, file: Path | None) -> None:
    """Say on stderr what nobody can see in the export itself."""
    if not number:
        click.echo("No output fits, so the export is empty.", err=True)
    elif file is not None and file != Path("-"):
        click.echo(f"{shown(file)}: {_counted(number, 'output')}.", err=True)
    if others:
        click.echo(
            f"{_counted(others, 'other fault')} in the records; 'lrrt validate' lists them.",
            err=True,
        )


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
