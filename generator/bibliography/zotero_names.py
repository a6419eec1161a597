"""People as Zotero holds them: who did what, the last name and the first.

Zotero's schema (schema.json, "creatorTypes"); names as its users write them: a particle with the
family name, or with the given name if a reference drops it, and a suffix behind the given name.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.bibliography.item import Item, Name
from generator.bibliography.name_parts import with_particles

_PRIMARY = {
    "artwork": "artist",
    "audioRecording": "performer",
    "computerProgram": "programmer",
    "film": "director",
    "interview": "interviewee",
    "map": "cartographer",
    "patent": "inventor",
    "podcast": "podcaster",
    "presentation": "presenter",
    "radioBroadcast": "director",
    "tvBroadcast": "director",
    "videoRecording": "director",
}
"""Who stands in the first place of a type; an author of every other."""

_IN_BOOKS = {"editor": "editor", "translator": "translator", "collection-editor": "seriesEditor"}
_ROLES: Mapping[str, Mapping[str, str]] = {
    "audioRecording": {"composer": "composer"},
    "book": _IN_BOOKS,
    "bookSection": {**_IN_BOOKS, "container-author": "bookAuthor"},
    "conferencePaper": _IN_BOOKS,
    "dictionaryEntry": _IN_BOOKS,
    "document": {"editor": "editor", "translator": "translator"},
    "encyclopediaArticle": _IN_BOOKS,
    "film": {"producer": "producer"},
    "interview": {"interviewer": "interviewer", "translator": "translator"},
    "journalArticle": {
        "editor": "editor",
        "reviewed-author": "reviewedAuthor",
        "translator": "translator",
    },
    "letter": {"recipient": "recipient"},
    "magazineArticle": {"reviewed-author": "reviewedAuthor", "translator": "translator"},
    "manuscript": {"translator": "translator"},
    "map": {"collection-editor": "seriesEditor"},
    "newspaperArticle": {"reviewed-author": "reviewedAuthor", "translator": "translator"},
    "podcast": {"guest": "guest"},
    "preprint": {
        "editor": "editor",
        "reviewed-author": "reviewedAuthor",
        "translator": "translator",
    },
    "radioBroadcast": {"guest": "guest", "producer": "producer"},
    "report": {"collection-editor": "seriesEditor", "translator": "translator"},
    "tvBroadcast": {"guest": "guest", "producer": "producer"},
    "videoRecording": {"producer": "producer"},
    "webpage": {"translator": "translator"},
}
_MADE_BY = {
    "artist": ("author",),
    "director": ("author", "director"),
    "interviewee": ("author",),
    "performer": ("author", "performer"),
    "podcaster": ("author", "host"),
}
"""Which roles of CSL stand in the first place, where it is not the author's alone."""


@dataclass(frozen=True, slots=True)
class Creator:
    """Somebody in Zotero's terms. ``first`` is empty where the name has one field only."""

    role: str
    last: str
    first: str = ""


def creators(item: Item, type_: str) -> tuple[Creator, ...]:
    """Return everybody who contributed: the first place of the type, then by role."""
    primary = _PRIMARY.get(type_, "author")
    known = _ROLES.get(type_, {})
    first = _MADE_BY.get(primary, ("author",))
    roles = [*first, *(role for role in sorted(item.names) if role not in first)]
    return tuple(
        _creator(primary if role in first else known.get(role, "contributor"), name)
        for role in roles
        for name in item.names.get(role, ())
    )


def _creator(role: str, name: Name) -> Creator:
    person = name.person
    if person is None or not (person.family and person.given):
        return Creator(role, name.full)
    last = with_particles(person.family, person.particle)
    first = " ".join(part for part in (person.given, person.dropping_particle) if part)
    return Creator(role, last, f"{first}, {person.suffix}" if person.suffix else first)
