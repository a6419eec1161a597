"""lrrt new output: one record, from a DOI or from answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from generator.bibliography.item import Item
from generator.bibliography.items import make_item
from generator.bibliography.output_ids import choose_id
from generator.bibliography.planning import (
    Planned,
    check_drafts,
    for_all_to_read,
    known_works,
    read_back,
    surroundings,
    taken_ids,
)
from generator.bibliography.proposing import Proposal, propose, shown_names
from generator.bibliography.reading.answers import item_from_answer
from generator.bibliography.reading.codes import bare_doi
from generator.bibliography.reading.csl import UNTYPED
from generator.bibliography.reading.incoming import Incoming
from generator.catalog import Catalog
from generator.catalog.rules.privacy import is_public
from generator.cli.import_ import printable, reference_of, say_notes, write_new
from generator.cli.new_questions import Questions
from generator.cli.new_work import ask_missing, ask_work, wanting
from generator.cli.options import Misuse, load_records, records_option, shown
from generator.diagnostics import Place, did_you_mean
from generator.lookup import LookupFailed, Resolver, look_up
from generator.lookup.doi import PUBLIC
from generator.records.output import Output, OutputType


@click.command()
@click.option("--doi", metavar="DOI", help="Look the work up, and begin with what is known of it.")
@click.option(
    "--type",
    "type_",
    type=click.Choice([str(one) for one in OutputType]),
    help="What kind of work it is, whatever its registrar says.",
)
@click.option(
    "--pairing",
    "pairings",
    multiple=True,
    metavar="COHORT/PAIRING",
    help="Pairing that produced it; give it repeatedly.",
)
@records_option
@click.option("--yes", is_flag=True, help="Do not ask before writing.")
@click.option(
    "--resolver",
    envvar="LRRT_DOI_RESOLVER",
    show_envvar=True,
    default=PUBLIC,
    show_default=True,
    metavar="URL",
    help="Where DOIs are looked up; another one is for tests, and http only on this machine.",
)
@click.pass_context
def output(context: click.Context, /, records: Path, **options: Any) -> None:
    """Add a publication or presentation.

    With --doi it asks the DOI's registrar over the network, proposes who of the authors is a
    participant, and shows the record. Without, it asks you. Nothing is written before you have
    seen the whole record and said yes; no file is ever overwritten.

    Exit status: 0 if the record was written or is there already, 1 if not, 2 for wrong usage or
    where the DOI cannot be looked up. Without a network, answer the questions instead.

    \b
    Example:
      lrrt new output
      lrrt new output --doi 10.5555/12345678 --pairing 2026/reading-aloud
      lrrt new output --type poster
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    try:
        _add(context, records, options)
    except click.Abort:
        click.echo("\nNothing was written.", err=True)
        context.exit(1)


def _add(context: click.Context, records: Path, options: Mapping[str, Any]) -> None:
    """Ask or look up, show, and write one record."""
    catalog = load_records(records).catalog
    type_ = OutputType(options["type_"]) if options["type_"] else None
    pairings = _pairings(catalog, options["pairings"])
    folder = records / "outputs"
    ask = Questions({}, asks=True, in_public=is_public(catalog))
    if options["doi"]:
        known = Item("", UNTYPED, {"DOI": bare_doi(options["doi"].strip())})
        _stop_if_there(context, catalog, known)
        incoming, proposal = _from_doi(catalog, options, type_, pairings)
        if not options["yes"]:
            proposal = _completed(ask, catalog, proposal)
    else:
        incoming, proposal = _from_answers(ask, catalog, type_, pairings)
    _stop_if_there(context, catalog, proposal.item)
    planned = _checked(incoming, proposal, catalog, shown(folder))
    _show(planned)
    if wanting(planned.proposal.values):
        click.echo("Nothing was written: 'lrrt validate' would refuse this record.", err=True)
        context.exit(1)
    if not options["yes"]:
        click.confirm("Write this record?", abort=True, err=True)
    write_new([planned], folder)
    click.echo(f"{planned.entry.path} written.", err=True)


def _stop_if_there(context: click.Context, catalog: Catalog, item: Item) -> None:
    """Leave the command where a work is among the records already."""
    same = known_works(catalog).same(item)
    if same:
        work, how = same
        click.echo(f"It is there already: {work.where} ({how}). Nothing was written.", err=True)
        context.exit(0)


def _from_doi(
    catalog: Catalog,
    options: Mapping[str, Any],
    type_: OutputType | None,
    pairings: Sequence[str],
) -> tuple[Incoming, Proposal]:
    """Return what a registrar knows of a DOI, and the record that would be made of it."""
    doi = bare_doi(options["doi"].strip())
    try:
        answer = look_up(doi, Resolver(options["resolver"]))
    except LookupFailed as failure:
        message = printable(str(failure))
        raise Misuse(message) from None
    item, changes = item_from_answer(answer, doi)
    incoming = for_all_to_read(Incoming(item, Place(doi), doi, changes), catalog)
    around = surroundings(catalog, taken_ids(catalog))
    proposal = propose(incoming.item, around, type_, pairings)
    if proposal is None:
        message = (
            f"the answer about {doi} gives no title; fill the record in with 'lrrt new output'"
        )
        raise Misuse(message)
    return incoming, proposal


def _completed(ask: Questions, catalog: Catalog, proposal: Proposal) -> Proposal:
    """Return a proposal with what a work of its type needs, and its registrar does not know."""
    missing = ask_missing(ask, proposal.values)
    if not missing:
        return proposal
    values = {**proposal.values, **missing}
    return replace(proposal, values=values, item=_item(proposal.id, values, catalog))


def _from_answers(
    ask: Questions, catalog: Catalog, type_: OutputType | None, pairings: Sequence[str]
) -> tuple[Incoming, Proposal]:
    """Return the record that somebody's answers describe."""
    values = ask_work(ask, catalog, type_, pairings)
    item = _item("", values, catalog)
    id_ = choose_id(item, taken_ids(catalog))
    return Incoming(item, Place("answers"), id_), Proposal(id_, values, item)


def _item(id_: str, values: Mapping[str, Any], catalog: Catalog) -> Item:
    """Return a work as it will be cited."""
    record = Output.model_validate({key: value for key, value in values.items() if value})
    people = {one: entry.record for one, entry in catalog.participants.items()}
    return make_item(id_, record, shown_names(record, people), ())


def _pairings(catalog: Catalog, names: Sequence[str]) -> Sequence[str]:
    for name in names:
        if name not in catalog.pairings:
            help_ = did_you_mean(name, catalog.pairings, "write it as cohort/pairing")
            message = f"no pairing '{name}': {help_}"
            raise Misuse(message)
    return tuple(dict.fromkeys(names))


def _checked(incoming: Incoming, proposal: Proposal, catalog: Catalog, folder: str) -> Planned:
    """Return a proposal that fits in with all other records."""
    planned = read_back(incoming, proposal, f"{folder}/{proposal.id}.yaml")
    if isinstance(planned, Planned):
        fitting, rejected = check_drafts([planned], catalog)
        if fitting:
            return fitting[0]
        planned = rejected[0]
    message = f"{printable(planned.label)}: {printable(planned.reason)}; nothing was written"
    raise Misuse(message)


def _show(planned: Planned) -> None:
    click.echo(f"{planned.entry.path}:", err=True)
    click.echo("", err=True)
    click.echo(planned.proposal.text, err=True)
    click.echo(reference_of(planned), err=True)
    say_notes(planned)
