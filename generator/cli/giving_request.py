"""What certificates and letters are asked for: options of both commands, and what is refused."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.catalog import Catalog, Loading
from generator.cli.giving import Giving
from generator.cli.made import folder_of_papers, refuse_shared_folder
from generator.cli.options import DAY, Misuse, load_records, private_option, records_option
from generator.cli.project import open_project
from generator.cli.register_file import NotGivenError, no_cohort, refuse_contacts, refuse_names
from generator.cli.today import day_for
from generator.diagnostics import Diagnostic, Severity, did_you_mean
from generator.documents.choosing import Request, people_with_role
from generator.documents.private_names import with_private_names
from generator.records.application import Role
from generator.records.certificate import Override
from generator.records.kinds import Kind

F = TypeVar("F", bound=Callable[..., Any])


def giving_options(command: F) -> F:
    """Give a command the options that both commands have."""
    for option in reversed(
        (
            click.option(
                "--for",
                "people",
                multiple=True,
                metavar="ID",
                help="Only for this person; give it repeatedly.",
            ),
            click.option(
                "--to",
                type=click.Path(file_okay=False, path_type=Path),
                metavar="DIR",
                help="Folder for the PDF files, instead of one under made/.",
            ),
            click.option(
                "--on",
                "day",
                type=DAY,
                metavar="DATE",
                help="Day of issue of new ones, instead of today.",
            ),
            click.option(
                "--override",
                metavar="REASON",
                help="Give it to the one person named, who did not complete; the reason is "
                "recorded.",
            ),
            click.option("--by", metavar="NAME", help="Who decided on the override."),
            records_option,
            private_option,
        )
    ):
        command = option(command)
    return command


def open_giving(
    word: str, role: Role, cohort: str, options: Mapping[str, Any], aside: frozenset[Kind]
) -> Giving[Any]:
    """Return what is needed to give documents out.

    Faults in records of the kinds ``aside`` are no hindrance. Raises Misuse and NotGivenError.
    """
    records: Path = options["records"]
    folder: Path = options["to"] or folder_of_papers(word, cohort)
    project = open_project()
    refuse_shared_folder(folder, (records, *project.published))
    private: Path | None = options["private"]
    loading = load_records(records, private)
    found = _in_the_way(loading, aside)
    if found:
        raise NotGivenError(found)
    catalog = with_private_names(loading.catalog, cohort)
    if cohort not in catalog.cohorts or catalog.program is None:
        raise no_cohort(catalog, cohort)
    day = day_for(catalog, options["day"])
    request = Request(
        cohort,
        day,
        tuple(dict.fromkeys(options["people"])),
        _override(loading.catalog, catalog, options, day),
        bool(options.get("again")),
    )
    giving: Giving[Any] = Giving(
        word, role, records, private, folder, project, catalog, catalog.program, request
    )
    _check_people(giving)
    return giving


def _override(
    catalog: Catalog, named: Catalog, options: Mapping[str, Any], day: date
) -> Override | None:
    """Return the chair's decision; ``named`` has names that the records may not have.

    Raises Misuse where something of it is missing, or must not stand in the register.
    """
    reason, by = options["override"], options["by"]
    if reason is None and by is None:
        return None
    if not (reason and by) or len(options["people"]) != 1:
        message = (
            "an override names one person, why, and who decided: --for ID --override REASON "
            "--by NAME"
        )
        raise Misuse(message)
    refuse_contacts(catalog, reason, "--override")
    refuse_contacts(catalog, by, "--by")
    refuse_names(catalog, named, reason, "--override")
    return Override(reason=reason, by=by, day=day)


def _check_people(giving: Giving[Any]) -> None:
    """Raise Misuse where somebody who was named cannot get a document, or needs no override."""
    request = giving.request
    known = {one.person: one for one in people_with_role(giving.catalog, request, giving.role)}
    other = Role.MENTOR if giving.role is Role.MENTEE else Role.MENTEE
    others = {one.person for one in people_with_role(giving.catalog, request, other)}
    for person in request.people:
        if person in others and person not in known:
            command = "letters" if giving.role is Role.MENTEE else "certificates"
            message = (
                f"{person} is a {other} in the cohort {request.cohort}: "
                f"'lrrt {command} {request.cohort} --for {person}'"
            )
            raise Misuse(message)
        if person not in known:
            listed = f"the {giving.role}s are {', '.join(known) or 'none yet'}"
            help_ = did_you_mean(person, known, listed)
            message = f"'{person}' is no {giving.role} in the cohort {request.cohort}: {help_}"
            raise Misuse(message)
        if request.override and known[person].completed:
            message = f"{person} has completed; leave out --override"
            raise Misuse(message)


def _in_the_way(loading: Loading, aside: frozenset[Kind]) -> tuple[Diagnostic, ...]:
    return tuple(
        found
        for found in loading.found
        if found.severity is Severity.ERROR
        and loading.catalog.files.get(found.place.path) not in aside
    )
