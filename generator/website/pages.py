"""Which pages the records make, and from which template each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from generator.agenda.history import UNKNOWN, History
from generator.views import Site
from generator.views.agenda import event_agenda, has_schedule
from generator.views.calendars import (
    PROGRAM_CALENDAR,
    changes_address,
    schedule_json_address,
    schedule_xml_address,
)
from generator.views.events import EventView
from generator.views.schedule_changes import schedule_changes
from generator.views.wording import counted
from generator.website.agenda_embeds import event_embeds
from generator.website.embeds import list_embeds, output_embeds
from generator.website.markup import excerpt, plain_title

_CHANGES = 8
"""How many changes to a schedule its page tells of; the feed has them all."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that is made from records.

    ``address`` is relative to the root of the site and ends in '/'. ``source`` is the record
    behind it, which "Edit this page" opens. ``text`` is what a search finds it by, beside the
    title. ``head`` is the template of what machines read in the page's head, if there is one.
    ``published`` is None for what is no article; an article may have a day, YYYY-MM-DD, or ''.
    A page that is not ``listed`` is found only by whoever has its address.
    """

    address: str
    template: str
    title: str
    description: str
    section: str
    sort: str
    context: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    text: str = ""
    head: str = ""
    published: str | None = None
    listed: bool = True

    @property
    def file(self) -> str:
        """The file that stands for the page in MkDocs."""
        return f"{self.address}index.md"


def plan_pages(site: Site, history: History = UNKNOWN) -> Iterator[Planned]:
    """Yield every page that the records make; schedules tell what ``history`` knows of changes."""
    yield from _lists(site)
    yield from _forms(site)
    yield from _people(site)
    yield from _cohorts(site)
    yield from _outputs(site)
    yield from _events(site, history)
    yield from _certificates(site)


def _lists(site: Site) -> Iterator[Planned]:
    name = site.program.the_name
    yield Planned(
        "people/",
        "people.html",
        "People",
        f"{counted(len(site.people), 'mentor or mentee', 'mentors and mentees')} of {name}.",
        "people",
        "Page",
    )
    yield Planned(
        "cohorts/",
        "cohorts.html",
        "Cohorts",
        f"The program years of {name}, with their pairs and what came of them.",
        "cohorts",
        "Page",
    )
    yield Planned(
        "outputs/",
        "outputs.html",
        "Publications and presentations",
        f"{counted(len(site.outputs), 'work')} published or presented with support of {name}.",
        "outputs",
        "Page",
        {"list_embeds": list_embeds},
        head="heads/outputs.html",
    )
    yield Planned(
        "impact/",
        "impact.html",
        "The program in numbers",
        f"Works, pairs and cohorts of {name}, counted.",
        "outputs",
        "Page",
        text=" ".join(figure.title for figure in site.impact.figures),
    )
    yield Planned(
        "events/",
        "events.html",
        "Events",
        f"Information sessions, check-ins, workshops and symposia of {name}.",
        "events",
        "Page",
        {"program_calendar": PROGRAM_CALENDAR},
        head="heads/events.html",
    )
    yield Planned("search/", "search.html", "Search", f"Search the pages of {name}.", "search", "")


def _forms(site: Site) -> Iterator[Planned]:
    for form in site.forms:
        yield Planned(
            form.address,
            "apply-form.html",
            form.title,
            f"What {form.role}s of {site.program.the_name} are asked, and where to answer.",
            "apply",
            "Page",
            {"form": form},
            head="heads/apply.html",
        )


def _people(site: Site) -> Iterator[Planned]:
    for person in site.people:
        about = person.bio or person.place
        yield Planned(
            person.address,
            "person.html",
            person.name,
            excerpt(about) or f"{person.name} in {site.program.the_name}.",
            "people",
            "Person",
            {
                "person": person,
                "pairings": site.pairings_of(person.id),
                "outputs": site.outputs_of(person.id),
                "sessions": site.sessions_of(person.id),
            },
            person.source,
            " ".join((person.original, person.place, *person.roles)),
        )


def _cohorts(site: Site) -> Iterator[Planned]:
    for cohort in site.cohorts:
        projects = " ".join(plain_title(pairing.title) for pairing in cohort.pairings)
        yield Planned(
            cohort.address,
            "cohort.html",
            cohort.title,
            excerpt(cohort.summary) or f"{cohort.title} of {site.program.the_name}.",
            "cohorts",
            "Cohort",
            {"cohort": cohort},
            cohort.source,
            projects,
            "heads/cohort.html",
        )


def _outputs(site: Site) -> Iterator[Planned]:
    pairings = {pairing.address: pairing for cohort in site.cohorts for pairing in cohort.pairings}
    repeated = _repeated(plain_title(output.title) for output in site.outputs)
    for output in site.outputs:
        title = plain_title(output.title)
        names = " ".join(one.name for one in output.contributors[:20])
        yield Planned(
            output.address,
            "output.html",
            f"{title} ({output.type}, {output.year})" if title in repeated else title,
            excerpt(output.abstract) or f"{output.type}, {output.when}.",
            "outputs",
            output.type,
            {
                "output": output,
                "output_embeds": output_embeds,
                "produced_by": [
                    pairings[link.address] for link in output.pairings if link.address in pairings
                ],
                "related": site.related[output.id],
            },
            output.source,
            " ".join((names, output.source_line, *output.topics, *output.methods)),
            "heads/output.html",
            published="",
        )


def _events(site: Site, history: History) -> Iterator[Planned]:
    works = {output.address: output for output in site.outputs}
    repeated = _repeated(plain_title(event.title) for event in site.events)
    for event in site.events:
        title = plain_title(event.title)
        talks = " ".join(plain_title(session.title) for session in event.sessions)
        yield Planned(
            event.address,
            "event.html",
            f"{title}, {event.day}" if title in repeated else title,
            excerpt(f"{event.when}. {event.summary}"),
            "events",
            event.kind,
            {"event": event, "works": works, **_agenda(event, site, history)},
            event.source,
            f"{event.place} {talks}",
            "heads/event.html",
        )


def _certificates(site: Site) -> Iterator[Planned]:
    """Yield the pages of certificates: no search finds them, and their heads name nobody."""
    for certificate in site.certificates:
        yield Planned(
            certificate.address,
            "certificate.html",
            f"Certificate {certificate.id}",
            f"Whether a certificate of {site.program.the_name} is genuine.",
            "certificates",
            "",
            {"certificate": certificate},
            listed=False,
        )


def _agenda(event: EventView, site: Site, history: History) -> dict[str, Any]:
    """Return what an event's page shows of its calendars and of what changed."""
    # What changed is told without addresses, so they need not be whole here.
    changes = schedule_changes(event_agenda(event, str, history, site.program.time_zone))
    return {
        "changes": changes[:_CHANGES],
        "more_changes": len(changes) > _CHANGES,
        "changes_address": changes_address(event.id),
        "has_schedule": has_schedule(event),
        "schedule_xml": schedule_xml_address(event.id),
        "schedule_json": schedule_json_address(event.id),
        "json_ld": partial(event_embeds, event, site, history=history),
    }


def _repeated(titles: Iterable[str]) -> frozenset[str]:
    """Return the titles that more than one page would have."""
    return frozenset(title for title, number in Counter(titles).items() if number > 1)
