"""Applications: what is left for the committee to decide before matching."""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.diagnostics import Diagnostic
from generator.diagnostics.rules import people
from generator.records.application import Undecided

_PEOPLE = frozenset(("preferences", "avoid", "continue_with"))


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield a warning for each answer in own words that stands where an id belongs."""
    for entry in catalog.applications.values():
        if entry.record.undecided is None:
            continue
        for key in Undecided.model_fields:
            value = getattr(entry.record.undecided, key)
            steps = ("undecided", key)
            if isinstance(value, str):
                place = entry.place(*steps)
                yield people.UNDECIDED_ANSWER.at(place, _message(key, value), _help(key))
                continue
            for position, text in enumerate(value or ()):
                yield people.UNDECIDED_ANSWER.at(
                    entry.place(*steps, position), _message(key, text), _help(key)
                )


def _message(key: str, text: str) -> str:
    if key == "avoid":
        return f"'{text}' is not avoided yet: nobody is known by this name"
    return f"matching does not read '{text}'"


def _help(key: str) -> str:
    if key in _PEOPLE:
        return f"move it to '{key}' as the id of a person, or delete it if there is no such person"
    if key == "time_zone":
        return "write the name of the zone under 'time_zone', and delete this"
    return (
        f"write the id of a term under '{key}' and delete this, or add the words to a term of the "
        "vocabulary under 'also'"
    )
