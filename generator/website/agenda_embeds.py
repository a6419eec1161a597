"""What machines read in the head of an event's page."""

from collections.abc import Callable

from markupsafe import Markup

from generator.agenda.history import UNKNOWN, History
from generator.agenda.json_ld import event_json_ld
from generator.bibliography.json_ld import json_ld_script
from generator.views import Site
from generator.views.agenda import event_agenda
from generator.views.events import EventView

Absolute = Callable[[str], str]
"""Turns an address within the site into a whole web address."""


def event_embeds(
    event: EventView, site: Site, absolute: Absolute, history: History = UNKNOWN
) -> Markup:
    """Return an event with its sessions as a script element of JSON-LD."""
    agenda = event_agenda(event, absolute, history, site.program.time_zone)
    sponsor = site.program.sponsor
    organizer = {"name": sponsor.name, **({"url": sponsor.url} if sponsor.url else {})}
    values = event_json_ld(agenda.event, agenda.sessions, organizer, site.program.language)
    return Markup(json_ld_script(values))  # noqa: S704  # it escapes what could end the element
