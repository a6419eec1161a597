"""Characters in records that no font can set, each at its place, before anything is made."""

from collections.abc import Iterable, Iterator

from generator.catalog import Catalog, Entry
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import site as rules
from generator.documents.appreciation import Appreciation
from generator.documents.award import Award
from generator.records.program import Program
from generator.typesetting import FontShelf
from generator.views.outputs import OutputView

_NAME = ("display", "given", "dropping_particle", "particle", "family", "suffix", "original")

Text = tuple[str, Place]


def unset_characters(texts: Iterable[Text], fonts: FontShelf) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each text that has characters no font can set, once."""
    found = {}
    for text, place in texts:
        unset = fonts.unset(text)
        if unset:
            signs = ", ".join(map(str, unset[:5]))
            message = f"no font can set {signs} in '{text}'"
            found[place] = rules.CHARACTER_UNSET.at(place, message)
    return tuple(found[place] for place in sorted(found))


def texts_of_program(entry: Entry[Program]) -> Iterator[Text]:
    """Yield what every document says of the program."""
    program = entry.record
    yield program.name, entry.place("name")
    yield program.short_name, entry.place("short_name")
    yield program.sponsor.name, entry.place("sponsor", "name")
    yield program.sponsor.parent or "", entry.place("sponsor", "parent")
    if program.signatory:
        yield program.signatory.name, entry.place("signatory", "name")
        yield program.signatory.role, entry.place("signatory", "role")
    contact = program.contacts[0]
    yield contact.name, entry.place("contacts", 0, "name")
    yield contact.role or "", entry.place("contacts", 0, "role")


def texts_of_award(catalog: Catalog, award: Award) -> Iterator[Text]:
    """Yield what the records have that a certificate says."""
    yield from _cohort(catalog, award.cohort)
    yield from _pairing(catalog, award.pairing)


def texts_of_letter(catalog: Catalog, letter: Appreciation) -> Iterator[Text]:
    """Yield what the records have that a letter says."""
    yield from _cohort(catalog, letter.cohort)
    person = catalog.participants[letter.participant]
    yield person.record.position or "", person.place("position")
    if person.record.affiliation:
        yield person.record.affiliation.name, person.place("affiliation", "name")
        department = person.record.affiliation.department or ""
        yield department, person.place("affiliation", "department")
    for work in letter.works:
        yield from _pairing(catalog, work.pairing)
        for name in catalog.sessions_of_pairing.get(work.pairing, ()):
            event, position, session = catalog.sessions[name]
            yield event.record.title, event.place("title")
            yield session.title, event.place("sessions", position, "title")
    for output in letter.outputs:
        yield from _output(catalog, output)


def _cohort(catalog: Catalog, cohort: str) -> Iterator[Text]:
    entry = catalog.cohorts[cohort]
    yield entry.record.title, entry.place("title")


def _pairing(catalog: Catalog, name: str) -> Iterator[Text]:
    entry = catalog.pairings[name]
    if entry.record.project:
        yield entry.record.project.title, entry.place("project", "title")
    for person in (*entry.record.mentees, *entry.record.mentors):
        of_person = catalog.participants[person]
        for part in _NAME:
            yield getattr(of_person.record.name, part) or "", of_person.place("name", part)


def _output(catalog: Catalog, output: OutputView) -> Iterator[Text]:
    """Yield a reference at the place of its title: that, or what it is named with."""
    yield output.reference, catalog.outputs[output.id].place("title")
