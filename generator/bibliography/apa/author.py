"""The author element (APA 7, sections 9.7 to 9.12)."""

from dataclasses import dataclass

from pybtex.richtext import Text

from generator.bibliography.apa.names import inverted_list
from generator.bibliography.apa.rich import joined
from generator.bibliography.apa.roles import as_authors, edited_and_translated, editors_as_authors
from generator.bibliography.apa.sorts import TALKS, container
from generator.bibliography.apa.title import identifier, title, title_element
from generator.bibliography.apa.typography import curled
from generator.bibliography.item import Item

_WITH = frozenset(("book", "musical_score", "pamphlet", "report", "standard"))
_LEADING = ("author", "compiler", "composer", "editor", "editor-translator", "illustrator")
_PARTS_OF_BOOKS = frozenset(("book", "classic", "entry", "entry-dictionary", "entry-encyclopedia"))


@dataclass(frozen=True, slots=True)
class AuthorElement:
    """The first element of a reference.

    ``used`` are the roles that it names; ``publisher_used`` and ``title_moved`` say that the
    publisher or the title stands in the place of an author.
    """

    text: Text
    used: frozenset[str] = frozenset()
    publisher_used: bool = False
    title_moved: bool = False


def author_element(item: Item) -> AuthorElement:
    """Return who is responsible for a work: authors, else others, else its title."""
    found = _named(item)
    if found is None:
        return _instead(item)
    contributors = item.names.get("contributor", ())
    if contributors and item.type in _WITH and item.has(*_LEADING):
        with_ = f"(with {inverted_list(contributors)})"
        return AuthorElement(joined(" ", found.text, with_), found.used)
    return found


def _named(item: Item) -> AuthorElement | None:
    """Return the people of the first role that stands for authors, in APA's order."""
    groups: list[tuple[str, ...]] = [("composer",), ("author",), ("illustrator",)]
    if item.type == "broadcast":
        groups.append(("script-writer", "director"))
    groups += [("director",), ("guest", "host"), ("producer",)]
    found = _first(item, groups)
    if found or (container(item) and item.type in _PARTS_OF_BOOKS):
        return found
    if item.type in ("entry-dictionary", "entry-encyclopedia") and item.has("publisher"):
        return None
    groups = [("executive-producer",), ("series-creator",), ("editor-translator",), ("editor",)]
    groups += [("editorial-director",), ("compiler",)]
    if item.type in TALKS and not container(item):
        groups += [("chair",), ("organizer",)]
    return _first(item, [*groups, ("curator",), ("collection-editor",)])


def _first(item: Item, groups: list[tuple[str, ...]]) -> AuthorElement | None:
    for roles in groups:
        if any(item.names.get(role) for role in roles):
            if roles == ("editor",):
                both = {"translator"} if edited_and_translated(item) else set()
                return AuthorElement(Text(editors_as_authors(item)), frozenset({"editor", *both}))
            return AuthorElement(Text(as_authors(item, *roles)), frozenset(roles))
    return None


def _instead(item: Item) -> AuthorElement:
    """Return what stands where no author is known (APA 7, section 9.12)."""
    group = {
        "entry-dictionary": "publisher",
        "entry-encyclopedia": "publisher",
        "software": "publisher",
        "webpage": "publisher",
        "standard": "authority",
    }.get(item.type, "")
    name = item.text(group) if group else ""
    if name and not (item.type in _PARTS_OF_BOOKS and item.type.count("-") == 0):
        return AuthorElement(Text(curled(name)), publisher_used=group == "publisher")
    moved = joined(" ", title(item), identifier(item, frozenset()))
    if not moved:
        moved = title_element(item, frozenset(), moved=False)
    return AuthorElement(moved, title_moved=True)
