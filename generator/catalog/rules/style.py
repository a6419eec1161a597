"""How names and titles are written."""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import text

_SHORTEST_TITLE = 12
_SHORTEST_NAME = 4


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield warnings about names and titles in capitals throughout."""
    for place, written, least in _written(catalog):
        if _shouted(written, least):
            yield text.ALL_CAPITALS.at(place, f"'{written[:60]}' is in capitals throughout")


def _written(catalog: Catalog) -> Iterator[tuple[Place, str, int]]:
    for person in catalog.participants.values():
        for part in ("given", "family"):
            value = getattr(person.record.name, part)
            if value:
                yield person.place("name", part), value, _SHORTEST_NAME
    for output in catalog.outputs.values():
        yield output.place("title"), output.record.title, _SHORTEST_TITLE
    for pairing in catalog.pairings.values():
        if pairing.record.project:
            title = pairing.record.project.title
            yield pairing.place("project", "title"), title, _SHORTEST_TITLE
    for event in catalog.events.values():
        yield event.place("title"), event.record.title, _SHORTEST_TITLE
        for position, session in enumerate(event.record.sessions):
            yield event.place("sessions", position, "title"), session.title, _SHORTEST_TITLE


def _shouted(written: str, least: int) -> bool:
    letters = [character for character in written if character.isalpha()]
    return len(letters) >= least and all(character.isupper() for character in letters)
