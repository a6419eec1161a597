"""lrrt changes: what a change makes different on the public site, in plain English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import click

from generator.catalog import Catalog, Loading
from generator.changes.comparing import Written, compare
from generator.changes.printing import print_markdown, print_text
from generator.changes.report import Report
from generator.cli.changes_side import ComparedProject, FaultyError, open_compared, side_of
from generator.cli.options import DAY, Misuse, load_records, records_option, shown
from generator.cli.project import CONFIG
from generator.cli.report import show
from generator.cli.today import day_for
from generator.diagnostics import Diagnostic, Severity, has_errors
from generator.revisions.branch import changed_paths
from generator.revisions.git import (
    GitError,
    Revision,
    UnknownRevisionError,
    blobs,
    find_revision,
    parted_at,
    prefix_of,
)
from generator.revisions.loading import load_at
from generator.views.wording import counted
from generator.website.theme import Theme
from generator.website.written import WrittenPage, written_page

_MAKERS = ("generator/", "requirements/site.txt", "pyproject.toml", CONFIG.name)
"""What makes the pages, beside the theme."""

_PAGE = ".md"
_FORMS = {"markdown": print_markdown, "text": print_text}


@dataclass(frozen=True, slots=True)
class _Ends:
    """The two ends of a change; without ``after``, the files as they are now."""

    before: Revision
    after: Revision | None


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@records_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMS)),
    default="markdown",
    show_default=True,
    help="Markdown, for the page of a pull request, or plain text.",
)
@click.option(
    "--on",
    "day",
    type=DAY,
    metavar="DATE",
    help="Day from which both sites are seen, instead of today.",
)
@click.pass_context
def changes(  # an option each
    context: click.Context,
    base: str,
    head: str | None,
    records: Path,
    form: str,
    day: datetime | None,
) -> None:
    """Say what a change makes different on the public site.

    BASE and HEAD are branches, tags or commits. Without HEAD, the files as they are now count.
    What BASE has gained since the two parted is not the change's doing, and is left out. What the
    site does not show is not told, and nobody is named who will not be on it.

    Exit status: 0 when it could be told, 1 when records are at fault, 2 for wrong usage.

    \b
    Example:
      lrrt changes main
      lrrt changes main my-branch --format text
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    try:
        report = _compare(records, _find_ends(records, base, head), day)
    except UnknownRevisionError as fault:
        raise Misuse(str(fault)) from None
    except GitError as fault:
        message = f"the history of {shown(records)} cannot be read: {fault}"
        raise Misuse(message) from None
    except FaultyError as fault:
        show(fault.found)
        click.echo(f"Error: {fault}", err=True)
        context.exit(1)
    click.echo(_FORMS[form](report).encode(), nl=False)


def _find_ends(records: Path, base: str, head: str | None) -> _Ends:
    """Return the ends of the change that a branch makes, and say so where its base has gone on."""
    named = find_revision(records, base)
    after = find_revision(records, head) if head else None
    before = parted_at(records, named, after or find_revision(records, "HEAD"))
    if before is None:
        before = named
        click.echo(
            f"Nothing is known of where {named} and this parted: compared as they are.", err=True
        )
    elif before != named:
        click.echo(
            f"{named} has gone on since: compared with {before}, where they parted.", err=True
        )
    return _Ends(before, after)


def _compare(records: Path, ends: _Ends, told: datetime | None) -> Report:
    """Return what is different between the two ends."""
    project = open_compared()
    before, after = _load_both(records, ends)
    day = day_for(after.catalog, told)
    return compare(
        side_of(before.catalog, day, project),
        side_of(after.catalog, day, project),
        terms=_renamed_terms(before.catalog, after.catalog),
        written=_written(project, ends),
        look=_look_changed(project.theme, ends),
    )


def _load_both(records: Path, ends: _Ends) -> tuple[Loading, Loading]:
    """Return the records at both ends. Raises FaultyError where they cannot be published."""
    named = shown(records)
    before = load_at(records, named, ends.before)
    after = load_at(records, named, ends.after) if ends.after else load_records(records)
    if has_errors(after.found):
        where = f" at {ends.after}" if ends.after else ""
        errors = _errors(after.found)
        many = counted(len(errors), "error")
        message = f"the records{where} have {many}, so that nothing would be published"
        if ends.after:
            raise FaultyError(message, _at(ends.after, errors))
        message = f"{message}; 'lrrt validate' lists what is wrong"
        raise FaultyError(message)
    if has_errors(before.found):
        errors = _errors(before.found)
        message = (
            f"the records at {ends.before} have {counted(len(errors), 'error')}, so that there is "
            "no site to compare with; mend them there first, or look at the new site itself"
        )
        raise FaultyError(message, _at(ends.before, errors))
    return before, after


def _errors(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(one for one in found if one.severity is Severity.ERROR)


def _at(revision: Revision, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return diagnostics that name files as git names them at a revision."""
    short = revision.commit[:7]
    return tuple(
        replace(one, place=replace(one.place, path=f"{short}:{one.place.path}")) for one in found
    )


def _renamed_terms(before: Catalog, after: Catalog) -> Mapping[str, str]:
    """Return the labels of the vocabulary that changed, old to new."""
    return {
        term.label: after.terms[facet][id_].label
        for facet, terms in before.terms.items()
        for id_, term in terms.items()
        if id_ in after.terms[facet] and after.terms[facet][id_].label != term.label
    }


def _written(project: ComparedProject, ends: _Ends) -> Written:
    """Return which pages in ``content`` say something else, with their titles on both sides."""
    paths = changed_paths(project.content, ends.before, ends.after)
    old, new = (_pages(project.content, paths, end) for end in (ends.before, ends.after))
    same = [path for path in old.keys() & new.keys() if project.say_the_same(old[path], new[path])]
    before, after = (
        {page.address: page.title for path, page in pages.items() if path not in same}
        for pages in (old, new)
    )
    return Written(before, after, others=sum(not path.endswith(_PAGE) for path in paths))


def _pages(content: Path, paths: Sequence[str], end: Revision | None) -> Mapping[str, WrittenPage]:
    """Return those of some files that are pages and are there at an end, by their paths."""
    pages = [path for path in paths if path.endswith(_PAGE)]
    if end is None:
        files = ((path, content / path) for path in pages)
        written = {path: file.read_bytes() for path, file in files if file.is_file()}
    else:
        prefix = prefix_of(content)
        names = {path: f"{end.commit}:{prefix}{path}" for path in pages}
        found = blobs(content, names.values())
        written = {path: found[name] for path, name in names.items() if name in found}
    return {
        path: written_page(path, text.decode("utf-8-sig", "replace"))
        for path, text in written.items()
    }


def _look_changed(theme: Theme, ends: _Ends) -> bool:
    """Tell whether something changed that pages are made with."""
    makers = (*_MAKERS, f"{theme.shown}/")
    return any(
        path.startswith(makers) for path in changed_paths(Path.cwd(), ends.before, ends.after)
    )
