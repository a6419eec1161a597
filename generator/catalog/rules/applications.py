"""Applications: what is left for the committee to decide before matching."""

from collections.abc import Iterator, Mapping

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry
from generator.diagnostics import Diagnostic, closest
from generator.diagnostics.rules import people
from generator.records.application import Application, Undecided
from generator.records.fields import Refers

_PEOPLE = frozenset(("preferences", "avoid", "continue_with"))
_FACETS = {"topics": Refers.TOPIC, "methods": Refers.METHOD, "needs": Refers.NEED}


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
                help_ = _help(catalog, entry, key, value)
                yield people.UNDECIDED_ANSWER.at(place, _message(key, value), help_)
                continue
            for position, text in enumerate(value or ()):
                help_ = _help(catalog, entry, key, text)
                place = entry.place(*steps, position)
                yield people.UNDECIDED_ANSWER.at(place, _message(key, text), help_)


def _message(key: str, text: str) -> str:
    if key == "avoid":
        return f"'{text}' is not avoided yet: nobody is known by this name"
    if key == "capacity":
        return f"matching does not read '{text}', and goes by 'capacity' alone"
    return f"matching does not read '{text}'"


def _help(catalog: Catalog, entry: Entry[Application], key: str, text: str) -> str:
    if key == "time_zone":
        return "write the name of the zone under 'time_zone', and delete this"
    if key == "capacity":
        return "ask, write the number under 'capacity' as 'maximum', and delete this"
    names = _names_of_terms(catalog, key) if key in _FACETS else _names_of_people(catalog, entry)
    near = closest(text, frozenset(names))
    id_ = names[near] if near else ""
    asked = f"did you mean '{near}' ({id_})? Then " if near else ""
    if key in _PEOPLE:
        what = f"move it to '{key}' as {id_ or 'the id of a person'}"
        return f"{asked}{what}; if there is no such person, delete it"
    words = catalog.vocabulary.path if catalog.vocabulary else "the vocabulary"
    what = f"write {id_ or f'the id of a term of {words}'} under '{key}' and delete this"
    there = f"of {words} " if near else ""
    return f"{asked}{what}; or add these words to a term {there}under 'also', and write its id here"


def _names_of_terms(catalog: Catalog, key: str) -> Mapping[str, str]:
    return {
        name: id_
        for id_, term in catalog.terms[_FACETS[key]].items()
        for name in (*term.also, term.label)
    }


def _names_of_people(catalog: Catalog, entry: Entry[Application]) -> Mapping[str, str]:
    """Return everybody with a record, or an application to the same cohort, by name."""
    cohort, _, own = entry.id.partition("/")
    applied = {
        one.record.name.full: one.id.partition("/")[2]
        for one in catalog.applications_of_cohort.get(cohort, ())
        if one.record.name
    }
    recorded = {one.record.name.full: id_ for id_, one in catalog.participants.items()}
    return {name: id_ for name, id_ in (applied | recorded).items() if id_ != own}
