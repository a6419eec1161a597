"""How names and titles are written."""

import re
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import text

_SHORTEST_TITLE = 12
_SHORTEST_NAME = 4
_WORD = re.compile(r"[^\W\d_][\w'\u2019]+")
_SMALL = """
about after and are but for from her his into its nor not off our out over the their through under
upon with
"""
_MINOR = frozenset(_SMALL.split())
_FEWEST_WORDS = 4
_TITLE_CASED = 0.9


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield warnings about capitals: throughout, or where a reference wants sentence case."""
    for output in catalog.outputs.values():
        if is_in_title_case(output.record.title, output.record.language or ""):
            yield text.TITLE_CASE.at(
                output.place("title"), f"'{output.record.title[:60]}' looks like title case"
            )
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


def is_in_title_case(title: str, language: str) -> bool:
    """Tell whether nearly all words of an English title begin with a capital (APA 7, 6.17).

    First words, minor words and words in capitals throughout say nothing about it.
    """
    if language and not language.startswith("en"):
        return False
    telling = [
        word
        for part in re.split(r"[:?!.\u2014]\s*", re.sub(r"</?\w+>", "", title))
        for word in _WORD.findall(part)[1:]
        if word.lower() not in _MINOR and not word.isupper() and len(word) > 2  # noqa: PLR2004  # of, in, to
    ]
    capitals = sum(1 for word in telling if word[0].isupper())
    return len(telling) >= _FEWEST_WORDS and capitals >= _TITLE_CASED * len(telling)
