"""Files of the site that are no pages: exports, feeds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.agenda.history import UNKNOWN, History
from generator.views import Site
from generator.website.agenda_files import agenda_texts
from generator.website.credential_files import credential_texts
from generator.website.export_files import plan_exports
from generator.website.feed_files import feed_texts

Absolute = Callable[[str], str]
"""Turns an address within the site into a whole web address."""


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file that is made from records. ``address`` is relative to the root of the site."""

    address: str
    content: str


def plan_files(site: Site, absolute: Absolute, history: History = UNKNOWN) -> Iterator[PlannedFile]:
    """Yield every file that the records make."""
    yield from (PlannedFile(address, text) for address, text in feed_texts(site, absolute))
    yield from (PlannedFile(address, text) for address, text in plan_exports(site))
    yield from (PlannedFile(path, text) for path, text in agenda_texts(site, absolute, history))
    yield from (PlannedFile(path, text) for path, text in credential_texts(site, absolute))
