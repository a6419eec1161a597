"""lrrt match: propose pairings for a cohort."""

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import click

from generator.catalog import Loading
from generator.cli.match_output import (
    Files,
    say_outcome,
    say_undecided,
    say_what_if,
    write_all,
)
from generator.cli.options import Misuse, load_records, private_option, records_option, shown
from generator.cli.progress import watched
from generator.cli.report import show
from generator.diagnostics import Diagnostic, Place, did_you_mean
from generator.diagnostics.rules import matching, references
from generator.matching.data import drop_out_values, outcome_values
from generator.matching.market import Objective
from generator.matching.outcome import Outcome, match_pool
from generator.matching.pool import gather_pool
from generator.matching.proof import verify as verify_proof
from generator.matching.proposal import MinimumsCannotBeMetError
from generator.matching.readiness import faults_in_the_way, minimums_not_met, undecided_answers
from generator.matching.request import Request
from generator.matching.scoring import Scorer

_NOTHING = "Nothing was written."


class _PairOption(click.ParamType[tuple[str, str]]):
    """Two ids with '=' between them."""

    name = "pair"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        del ctx
        mentee, _, mentor = str(value).partition("=")
        if mentee and mentor and "=" not in mentor:
            return mentee, mentor
        option = param.opts[0] if param else "--pin"
        message = f"'{value}' names no pair; write {option} MENTEE=MENTOR"
        raise Misuse(message)


_PAIR = _PairOption()
_FILE = click.Path(dir_okay=False, path_type=Path, allow_dash=True)


@click.command()
@click.argument("cohort", required=False)
@records_option
@private_option
@click.option(
    "--objective",
    type=click.Choice([str(one) for one in Objective]),
    default=str(Objective.FAIR),
    show_default=True,
    help="What counts once as many mentees as can be have a mentor: the worst-off mentee, "
    "then the sum of scores (fair); the sum alone (total); the worst-off, then the next, "
    "and so on (leximin).",
)
@click.option(
    "--pin", "pins", type=_PAIR, multiple=True, metavar="MENTEE=MENTOR", help="Make this pair."
)
@click.option(
    "--forbid",
    "forbids",
    type=_PAIR,
    multiple=True,
    metavar="MENTEE=MENTOR",
    help="Do not make this pair.",
)
@click.option("--without", multiple=True, metavar="PERSON", help="Give this person no new partner.")
@click.option(
    "--what-if-without",
    "dropped",
    metavar="PERSON",
    help="Write nothing; tell what would change if this person dropped out.",
)
@click.option(
    "--report", type=_FILE, metavar="FILE", help="Write the explanation, in Markdown ('-': show)."
)
@click.option("--proof", type=_FILE, metavar="FILE", help="Write the proof that none is better.")
@click.option(
    "--dry-run", is_flag=True, help="Change no record; --report and --proof write their files."
)
@click.option("--json", "as_json", is_flag=True, help="Print the proposal as data on stdout.")
@click.option("--verify", type=_FILE, metavar="FILE", help="Check a proof, and nothing else.")
@click.pass_context
def match(context: click.Context, /, cohort: str | None, **options: Any) -> None:
    """Propose who should mentor whom in COHORT, and explain it.

    Pairs are written into records/pairings/COHORT.yaml as 'proposed', which the site does not show.
    Pairings that are confirmed, active or completed stay as they are, and use up their places.
    Whoever lacks a participant record is reported and not written.

    \b
    Example:
      lrrt match 2026 --private ../mentorship-private --dry-run --report -
      lrrt match 2026 --pin chidinma-akuko=xu-gousi --report ../report.md --proof ../proof.json
      lrrt match --verify ../proof.json
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    if options["verify"]:
        context.exit(_verify(options["verify"]))
    if cohort is None:
        message = "name a cohort, as in 'lrrt match 2026'"
        raise Misuse(message)
    context.exit(_match(cohort, options))


def _match(cohort: str, options: Mapping[str, Any]) -> int:
    """Propose, report and write, and return the exit status."""
    files = Files(options["records"], cohort, options["report"], options["proof"])
    loading = load_records(options["records"], options["private"])
    files.refuse_public_places(loading.catalog)
    found = faults_in_the_way(loading, cohort)
    if found:
        return _refuse(found, 1)
    if cohort not in loading.catalog.cohorts:
        return _refuse((_unknown_cohort(loading, cohort, options["records"]),), 2)
    say_undecided(undecided_answers(loading, cohort), options["private"])
    request = Request(options["pins"], options["forbids"], options["without"])
    objective = Objective(options["objective"])
    if options["dropped"]:
        return _what_if(loading, cohort, request, objective, options)
    outcome, status = _propose(loading, cohort, request, objective, options)
    if outcome is None:
        return status
    written = write_all(loading.catalog, outcome, files, dry_run=options["dry_run"])
    if options["as_json"]:
        _print_json(outcome_values(outcome))
    say_outcome(outcome, written)
    return 0


def _propose(
    loading: Loading,
    cohort: str,
    request: Request,
    objective: Objective,
    options: Mapping[str, Any],
) -> tuple[Outcome | None, int]:
    """Return what is proposed, or None and the exit status where nothing can be."""
    place = _applications(loading, cohort, options["private"] or options["records"])
    pooling = gather_pool(loading.catalog, cohort, request, place)
    if pooling.pool is None:
        asked = any(
            each.place == place and each.code != matching.NO_APPLICATIONS.code
            for each in pooling.found
        )
        return None, _refuse(pooling.found, 2 if asked else 1)
    scorer = Scorer(loading.catalog, cohort, pooling.pool.people.values())
    try:
        return match_pool(pooling.pool, scorer, objective, watched("Scores")), 0
    except MinimumsCannotBeMetError as short:
        return None, _refuse(minimums_not_met(loading.catalog, cohort, short), 1)


def _what_if(
    loading: Loading,
    cohort: str,
    request: Request,
    objective: Objective,
    options: Mapping[str, Any],
) -> int:
    """Tell what a drop-out would change, and return the exit status."""
    person: str = options["dropped"]
    before, status = _propose(loading, cohort, request, objective, options)
    if before is None:
        return status
    gone = Request(request.pins, request.forbids, request.without, (person,))
    after, status = _propose(loading, cohort, gone, objective, options)
    if after is None:
        return status
    if options["as_json"]:
        _print_json(drop_out_values(before, after, person))
    else:
        say_what_if(before, after, person)
    return 0


def _applications(loading: Loading, cohort: str, folder: Path) -> Place:
    """Return the folder of a cohort's applications, where faults of a request are shown."""
    for entry in loading.catalog.applications_of_cohort.get(cohort, ()):
        return Place(PurePosixPath(entry.path).parent.as_posix())
    return Place(f"{shown(folder)}/applications/{cohort}")


def _unknown_cohort(loading: Loading, cohort: str, records: Path) -> Diagnostic:
    known = loading.catalog.cohorts
    return references.UNKNOWN_COHORT.at(
        Place(f"{shown(records)}/cohorts"),
        f"no cohort '{cohort}'",
        did_you_mean(cohort, known, f"the cohorts are {', '.join(known) or 'none yet'}"),
    )


def _refuse(found: Any, status: int) -> int:
    show(found)
    click.echo(_NOTHING, err=True)
    return status


def _print_json(values: Mapping[str, Any]) -> None:
    click.echo(json.dumps(values, indent=2, ensure_ascii=False).encode())


def _verify(file: Path) -> int:
    """Check a certificate, say what it proves or not, and return the exit status."""
    try:
        proof = json.loads(file.read_bytes())
    except OSError as fault:
        message = f"{shown(file)} cannot be read: {(fault.strerror or 'unknown reason').lower()}"
        raise Misuse(message) from None
    except ValueError as fault:
        message = f"{shown(file)} is no certificate: {fault}"
        raise Misuse(message) from None
    wrong = verify_proof(proof) if isinstance(proof, dict) else ("this is no certificate",)
    for each in wrong:
        click.echo(f"{shown(file)}: {each}", err=True)
    if wrong:
        click.echo("Not proved.", err=True)
        return 1
    pairs, mentees = len(proof["pairs"]), len(proof["mentees"])
    click.echo(
        f"Proved: no other proposal is better ({proof['objective']}; {pairs:,} of {mentees:,} "
        "mentees matched; every gap is zero).",
        err=True,
    )
    return 0
