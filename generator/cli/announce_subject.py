"""What lrrt announce is to tell of: the subject that was named, or the one that is next."""

from generator.announcements import Subject, view_of
from generator.announcements.choosing import choices, natural
from generator.announcements.subject import View
from generator.announcements.timing import obstacle
from generator.catalog import Catalog
from generator.cli.options import Misuse
from generator.diagnostics import did_you_mean
from generator.records.news import SUBJECTS, NewsKind
from generator.records.output import OutputStatus
from generator.views import Site
from generator.views.cohorts import CohortView

_SHOWN = 5
"""How many choices a message can hold."""


def subject_named(catalog: Catalog, site: Site, kind: NewsKind, name: str) -> tuple[Subject, View]:
    """Return the subject of a name, with what the site shows of it. Raises Misuse."""
    subject = Subject(kind, name)
    view = view_of(site, subject)
    if view is not None:
        return subject, view
    sort = SUBJECTS[kind]
    output = catalog.outputs.get(name)
    if sort == "output" and output and output.record.status is OutputStatus.SUBMITTED:
        message = f"'{name}' is only submitted, and what is submitted is not public yet"
        raise Misuse(message)
    found = choices(site, kind)
    renamed = {alias: one.id for one in found for alias in one.aliases}
    if name in renamed:
        help_ = f"its id is '{renamed[name]}' now"
    else:
        help_ = did_you_mean(name, [one.id for one in found], _offered(found))
    message = f"there is no {sort} '{name}': {help_}"
    raise Misuse(message)


def choose_subject(site: Site, kind: NewsKind) -> tuple[Subject, View]:
    """Return what is next to be told of a kind. Raises Misuse where it has to be named."""
    subject = natural(site, kind)
    view = view_of(site, subject) if subject else None
    if subject is not None and view is not None:
        return subject, view
    found = choices(site, kind)
    latest = obstacle(site, kind, found[0]) if found and kind is not NewsKind.OUTPUT else ""
    message = latest or f"name the {SUBJECTS[kind]} after '{kind}': {_offered(found)}"
    raise Misuse(message)


def cohort_named(catalog: Catalog, site: Site, name: str) -> CohortView:
    """Return a cohort. Raises Misuse."""
    _, view = subject_named(catalog, site, NewsKind.YEAR_IN_REVIEW, name)
    if not isinstance(view, CohortView):
        message = f"'{name}' is not a cohort"
        raise TypeError(message)
    return view


def _offered(found: tuple[View, ...]) -> str:
    """Return the ids to choose from, newest first."""
    if not found:
        return "there is none yet"
    ids = [one.id for one in found[:_SHOWN]]
    more = " …" if len(found) > _SHOWN else ""
    return f"{', '.join(ids)}{more}"
