"""News typed by hand: whom they name, and whether the person agreed to be announced."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from unicodedata import east_asian_width

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry
from generator.catalog.names import Words, spans_of_text, spans_of_words, spellings, words_in
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import news
from generator.records.fields import ConsentScope
from generator.records.news import News
from generator.records.people import PersonName
from generator.source import Lines
from generator.source.tree import MappingNode

_TITLES = ("dr", "prof", "professor", "ms", "mr", "mrs", "mx", "miss")
"""What makes a family name somebody's: many are also words, as 'May' and 'Page' are."""

_SHORTEST = 3
"""Letters that a name of one word has at the least to be looked for."""


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody who may be named; ``why_not`` says why not, or is ''."""

    id: str
    name: PersonName
    why_not: str
    help: str


@dataclass(frozen=True, slots=True)
class _Known:
    """Whom spellings name: by their words, or letter by letter in scripts without spaces."""

    words: Mapping[Words, _Person]
    texts: Mapping[str, _Person]


def named_in_news(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield where a title or a text names somebody who did not agree to be announced, or withdrew.

    Where two people have the same name and one of them agreed, it is taken for theirs.
    """
    typed = [entry for entry in catalog.news.values() if entry.record.title or entry.record.text]
    if not typed:
        return
    people = sorted(_people(catalog), key=lambda one: not one.why_not)
    known = _Known(
        {words: one for one in people for words in _spellings(one.name)},
        {text: one for one in people if _has_no_spaces(text := one.name.original or "")},
    )
    for entry in typed:
        for key in ("title", "text"):
            yield from _named_in(entry, key, known)


def _named_in(entry: Entry[News], key: str, known: _Known) -> Iterator[Diagnostic]:
    said: str = getattr(entry.record, key) or ""
    found = [(span, known.words[words]) for span, words in spans_of_words(said, known.words)]
    for text, person in known.texts.items():
        found += [(span, person) for span in spans_of_text(said, text)]
    told = set()
    for (start, end), person in sorted(found, key=lambda one: one[0]):
        if person.why_not and person.id not in told:
            told.add(person.id)
            name = said[start:end]
            yield news.NAMED_IN_NEWS.at(
                _place(entry, key, name),
                f"'{' '.join(name.split())}' is the name of '{person.id}', who {person.why_not}",
                person.help,
            )


def _place(entry: Entry[News], key: str, name: str) -> Place:
    """Return where in the file a value has a name; its beginning where it is written otherwise."""
    document = entry.document
    keys = document.root.entries.values() if isinstance(document.root, MappingNode) else ()
    begin = entry.place(key)
    ends = [(one.line, one.column) for one, _ in keys if one.line > begin.line]
    lines = Lines(document.path, document.text)
    starts = [start for (start, _), _ in spans_of_words(document.text, (words_in(name),))]
    starts += [start for start, _ in spans_of_text(document.text, name)]
    for place in map(lines.place, sorted(starts)):
        here = (place.line, place.column)
        if here >= (begin.line, begin.column) and all(here < end for end in ends):
            return place
    return begin


def _has_no_spaces(original: str) -> bool:
    """Tell whether a name in its own script can stand among other letters (UAX 11: wide ones)."""
    return bool(original) and all(east_asian_width(sign) in "WF" for sign in original)


def _spellings(name: PersonName) -> Iterator[Words]:
    for spelling in spellings(name):
        words = words_in(spelling)
        if len(words) > 1 or (words and len(words[0]) >= _SHORTEST):
            yield words
    family = words_in(" ".join(filter(None, (name.particle, name.family))))
    if family and name.given:
        yield from ((title, *family) for title in _TITLES)


def _people(catalog: Catalog) -> Iterator[_Person]:
    """Yield participants, and those whose name only an application has."""
    for id_, entry in catalog.participants.items():
        yield _Person(id_, entry.record.name, *_why_not(catalog, id_))
    for application in catalog.applications.values():
        id_ = application.id.partition("/")[2]
        if application.record.name:
            yield _Person(id_, application.record.name, *_why_not(catalog, id_))


def _why_not(catalog: Catalog, id_: str) -> tuple[str, str]:
    """Return why somebody is not to be announced, or '', and what can be done."""
    entry = catalog.participants.get(id_)
    if entry is None:
        return "applied, but is no participant", "write it without the name"
    if entry.record.withdrawn:
        return f"withdrew on {entry.record.withdrawn}", "write it without the name"
    if ConsentScope.ANNOUNCEMENTS in entry.record.scopes:
        return "", ""
    help_ = (
        "write it without the name; or ask the person, and add 'announcements' to the scopes in "
        f"{entry.path}"
    )
    return "has not agreed to 'announcements'", help_
