"""What changes on people's pages."""

from collections.abc import Iterator

from generator.changes.matching import match
from generator.changes.phrases import TOLD, Fact, address_phrases, phrases, some
from generator.changes.report import Section
from generator.views import Site
from generator.views.people import PersonView
from generator.views.wording import counted, listed

FACTS = {
    "id": TOLD,
    "name": Fact("the name"),
    "original": Fact("the name in its own script"),
    "original_language": Fact("the language of the name"),
    "filed_under": TOLD,
    "initials": TOLD,
    "pronouns": Fact("the pronouns", str),
    "position": Fact("the position", str),
    "affiliation": Fact("the affiliation", str),
    "affiliation_ror": TOLD,
    "orcid": Fact("the ORCID iD"),
    "links": Fact("the links"),
    "bio": Fact("the biography"),
    "roles": TOLD,
    "source": TOLD,
    "aliases": TOLD,
}
"""Roles follow from pairings; where a name is filed shows in lists, and a ROR id nowhere."""


def people_section(before: Site, after: Site) -> Section:
    """Return who comes onto the site, how many leave it, and what is said otherwise of whom."""
    people = match(before.people, after.people)
    lines = []
    if people.removed:
        gone = counted(len(people.removed), "person", "people")
        lines.append(f"takes {gone} off the site (no names here: this summary stays public)")
    if people.added:
        names = [person.name for person in people.added]
        what = "" if len(names) == 1 else f"{len(names):,} people: "
        lines.append(f"adds {what}{some(names)}")
    for old, new in people.changed:
        said = list(_changes(old, new))
        if said:
            lines.append(f"{new.name}: {listed(said)}")
    return Section("People", tuple(lines))


def _changes(old: PersonView, new: PersonView) -> Iterator[str]:
    yield from phrases(old, new, FACTS)
    if old.name == new.name and old.initials != new.initials:
        yield f"changes the initials to {new.initials}"
    yield from address_phrases(old, new)
