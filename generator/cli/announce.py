"""lrrt announce: ready-to-send text for whatever the program has to tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.announcements import Announcer, announcement_templates
from generator.announcements.kits import kit_name, make_kit, picture_of
from generator.announcements.networks import Network
from generator.announcements.publishing import other_notices
from generator.announcements.subject import View
from generator.announcements.timing import milestones, obstacle
from generator.announcements.writing import alternative_text
from generator.catalog import Catalog
from generator.cli.announce_files import (
    drawing,
    kit_files,
    news_file,
    places,
    with_marks,
)
from generator.cli.announce_output import say_kits, say_length, say_notices
from generator.cli.announce_subject import choose_subject, cohort_named, subject_named
from generator.cli.options import DAY, Misuse, load_records, records_option
from generator.cli.project import Project, open_project
from generator.cli.report import show
from generator.cli.today import day_for
from generator.cli.writing import write_all
from generator.diagnostics import has_errors
from generator.records.fields import ConsentScope
from generator.records.news import NewsKind
from generator.templates import TemplateFaultError
from generator.typesetting import TypesettingFaultError
from generator.views import Site, make_site

_KINDS = [str(kind) for kind in NewsKind if kind is not NewsKind.NOTE]
_FORMS = ["email", "news", "alternative-text", *map(str, Network)]


@dataclass(frozen=True, slots=True)
class _Work:
    """What the command works with."""

    catalog: Catalog
    project: Project
    today: date

    def site(self, day: date) -> Site:
        """Return the site of a day, in which nobody exists who did not agree to announcements."""
        return make_site(self.catalog, day, always=frozenset({ConsentScope.ANNOUNCEMENTS}))

    def announcer(self, site: Site) -> Announcer:
        """Return what writes announcements of a site."""
        project = self.project
        templates = announcement_templates([project.theme], project.theme_shown)
        return Announcer(site, templates, lambda address: f"{project.address}{address}")


@click.command()
@click.argument("kind", required=False, type=click.Choice(_KINDS), metavar="[KIND]")
@click.argument("subject", required=False)
@click.option(
    "--for",
    "form",
    type=click.Choice(_FORMS),
    help="Which text to print on stdout.  [default: email]",
)
@click.option("--all", "whole", is_flag=True, help="Write all texts and the picture into a folder.")
@click.option(
    "--cohort", metavar="ID", help="With --all and without KIND: all that there is of a cohort."
)
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="With --all: where to write.  [default: made/announcements]",
)
@click.option("--overwrite", is_flag=True, help="With --all: write over texts that were changed.")
@click.option("--publish", is_flag=True, help="Write the record that puts it among the news.")
@click.option(
    "--notice-until",
    type=DAY,
    metavar="DATE",
    help="With --publish: the last day on which it heads every page.",
)
@click.option("--on", "day", type=DAY, metavar="DATE", help="Day to write from, instead of today.")
@records_option
@click.pass_context
def announce(
    context: click.Context, /, kind: str | None, subject: str | None, **options: Any
) -> None:
    """Write what the program has to tell: for e-mail lists, social media, and the site's news.

    KIND is call-for-mentors, call-for-mentees, pairs-announced, check-in, symposium, output or
    year-in-review. SUBJECT is the id of the cohort, event or output; without it, the one that is
    next is taken. People are named only if they agreed to be named in announcements.

    The sentences stand in theme/announcements/, and can be changed there.

    Exit status: 0 when it was written, 1 where a record or a template has faults, 2 for wrong usage
    and where there is nothing to announce.

    \b
    Example:
      lrrt announce call-for-mentees
      lrrt announce output 2026-trust-then-read --for mastodon
      lrrt announce symposium 2027-symposium --all --publish
      lrrt announce --all --cohort 2026
    """  # noqa: D301  # \b is click's mark for lines to be left as they are
    _refuse_contradictions(kind, options)
    loading = load_records(options["records"])
    if has_errors(loading.found):
        show(loading.found)
        click.echo("Nothing was written: the records have faults.", err=True)
        context.exit(1)
    catalog = loading.catalog
    work = _Work(catalog, open_project(), day_for(catalog, options["day"]))
    try:
        if kind:
            _one(work, NewsKind(kind), subject, options)
        else:
            _cohort(work, options)
    except (TemplateFaultError, TypesettingFaultError) as fault:
        show([fault.diagnostic])
        click.echo("Nothing was written.", err=True)
        context.exit(1)


def _refuse_contradictions(kind: str | None, options: Mapping[str, Any]) -> None:
    """Raise Misuse where something is missing, or two options ask for different things."""
    reason = ""
    if not kind and not (options["whole"] and options["cohort"]):
        reason = (
            f"say what to announce: {', '.join(_KINDS)}; or everything of a cohort with "
            "--all --cohort ID"
        )
    elif kind and options["cohort"]:
        reason = f"--cohort is for everything of a cohort; name it after the kind: {kind} ID"
    elif options["form"] and (options["whole"] or options["publish"]):
        reason = "--for prints one text; leave it out, or leave out --all and --publish"
    elif not options["whole"] and (options["to"] or options["overwrite"]):
        reason = "--to and --overwrite belong to --all"
    elif options["notice_until"] and not options["publish"]:
        reason = "--notice-until belongs to --publish"
    elif options["publish"] and not kind:
        reason = "--publish takes one announcement; name its kind instead of --cohort"
    if reason:
        raise Misuse(reason)


def _one(work: _Work, kind: NewsKind, name: str | None, options: Mapping[str, Any]) -> None:
    """Print one text; or write the kit of one announcement, its record, or both."""
    site = work.site(work.today)
    subject, view = (
        subject_named(work.catalog, site, kind, name) if name else choose_subject(site, kind)
    )
    reason = obstacle(site, kind, view)
    if reason:
        raise Misuse(reason)
    announcer = work.announcer(site)
    if not (options["whole"] or options["publish"]):
        _print(announcer, kind, view, options["form"] or "email")
        return
    written: dict[Path, bytes] = {}
    if options["publish"]:
        written |= news_file(work.catalog, subject, work.today, options)
    if options["whole"]:
        kit = make_kit(announcer, subject, view, drawing(work.project))
        written |= kit_files(kit, kit_name(subject), work.project, options)
    else:
        announcer.news(kind, view)  # what the site could not show is not published
    write_all(with_marks(written, work.project, options), ())
    say_kits([(work.today, path) for path in places(written)])
    if options["notice_until"]:
        say_notices(work.today, other_notices(work.catalog, subject, work.today))


def _cohort(work: _Work, options: Mapping[str, Any]) -> None:
    """Write the kits of all that there is to announce of a cohort, or none of them."""
    cohort = cohort_named(work.catalog, work.site(work.today), options["cohort"])
    draw = drawing(work.project)
    sites: dict[date, Site] = {}
    written: dict[Path, bytes] = {}
    said: list[tuple[date, str]] = []
    for milestone in milestones(cohort, work.today):
        day = work.today if options["day"] else milestone.day
        if day not in sites:
            sites[day] = work.site(day)
        site = sites[day]
        subject = milestone.subject
        _, view = subject_named(work.catalog, site, subject.kind, subject.id)
        reason = obstacle(site, subject.kind, view)
        if reason:
            click.echo(f"Left out: {subject.kind} {subject.id}: {reason}.", err=True)
            continue
        kit = make_kit(work.announcer(site), subject, view, draw)
        files = kit_files(kit, kit_name(subject), work.project, options)
        written |= files
        said += [(day, place) for place in places(files)]
    write_all(with_marks(written, work.project, options), ())
    say_kits(said)


def _print(announcer: Announcer, kind: NewsKind, view: View, form: str) -> None:
    if form == "email":
        text = announcer.email(kind, view)
    elif form == "news":
        news = announcer.news(kind, view)
        text = f"# {news.title}\n\n{news.markdown}"
    elif form == "alternative-text":
        text = f"{alternative_text(picture_of(announcer.site, kind, view).alternative_text)}\n"
    else:
        text = announcer.post(kind, view, Network(form))
    click.echo(text.encode(), nl=False)
    if form in set(Network):
        say_length(text.rstrip("\n"), Network(form))
