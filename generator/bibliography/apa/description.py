"""The description in square brackets: what a work is (APA 7, sections 9.21 and 9.22)."""

from collections.abc import Callable

from pybtex.richtext import Text

from generator.bibliography.apa.names import natural_list
from generator.bibliography.apa.rich import joined, rich
from generator.bibliography.apa.sorts import (
    EDITED,
    PLACED,
    REPORTS,
    SERIAL,
    TALKS,
    container,
    is_review,
)
from generator.bibliography.apa.typography import capitalized
from generator.bibliography.item import Item

_WORDS = {
    "broadcast": "Broadcast",
    "collection": "Archival collection",
    "dataset": "Data set",
    "figure": "Figure",
    "graphic": "Graphic",
    "interview": "Interview",
    "map": "Map",
    "motion_picture": "Video recording",
    "personal_communication": "Letter",
    "post": "Online post",
    "review": "Review",
    "review-book": "Book review",
    "software": "Computer software",
    "song": "Audio recording",
}
"""What a type is called where its record does not say (APA 7, section 9.22 and chapter 10)."""

_NUMBERED_ALONE = frozenset(("article", "broadcast", "dataset", "software"))
_FOUND = ("archive", "archive-place", "container-title", "DOI", "number", "publisher", "references")


def description(item: Item) -> Text:
    """Return the description after the title, without its brackets."""
    describe = next((make for applies, make in _SPECIAL if applies(item)), None)
    if describe:
        described = describe(item)
        return rich(described) if isinstance(described, str) else described
    if item.type in SERIAL or not container(item):
        return rich(form(item))
    if item.type in REPORTS or (_is_talk(item) and not item.has(*EDITED, *PLACED)):
        return Text()
    return rich(form(item))


def _is_talk(item: Item) -> bool:
    return item.type in TALKS or item.type == "paper-conference"


def source_description(item: Item) -> Text:
    """Return the description after the title of the larger work, without its brackets."""
    if item.type in REPORTS:
        return rich(form(item))
    return rich(form(item) if _is_talk(item) and not item.has(*EDITED, *PLACED) else "")


def form(item: Item) -> str:
    """Return what a work is exactly, and its medium; or what its type is called."""
    genre, medium = item.text("genre"), item.text("medium")
    if not genre and not medium:
        return _type_word(item)
    shown = "" if bears_genre(item) else genre
    return "; ".join(capitalized(part) for part in (shown, medium) if part)


def bears_genre(item: Item) -> bool:
    """Tell whether the number bears the name of the genre, as in 'Technical Report No. 12'.

    That of a data set, an episode, an app or a preprint does not (APA 7, 9.19 and 9.21).
    """
    return item.has("number") and item.has("genre") and item.type not in _NUMBERED_ALONE


def _type_word(item: Item) -> str:
    if item.text("title").startswith("[") and item.text("title").endswith("]"):
        return ""  # it stands for a title and says what the work is (APA 7, section 9.22)
    if item.type == "manuscript":
        return "" if item.has(*_FOUND, "URL") else "Unpublished manuscript"
    if item.type in ("interview", "personal_communication") and not item.has(*_FOUND, "URL"):
        return "Personal communication"
    if item.type == "periodical" and item.has("container-title"):
        return "Supplement" if item.has("supplement-number") else "Special issue"
    return _WORDS.get(item.type, "")


def _thesis(item: Item) -> str:
    """Return degree and, of a published thesis, who granted it (APA 7, section 10.6)."""
    genre = capitalized(item.text("genre"))
    published = item.has("archive", "DOI", "URL")
    where = ", ".join(part for part in (genre, item.text("publisher") if published else "") if part)
    return "; ".join(part for part in (where, capitalized(item.text("medium"))) if part)


def _review(item: Item) -> Text:
    """Return what is reviewed, and by whom it is (APA 7, section 10.7)."""
    genre, medium = item.text("genre"), item.text("medium")
    if item.has("reviewed-genre"):
        what = f"Review of the {item.text('reviewed-genre')}"
    elif item.has("number"):
        what = "Review of"
    elif genre or medium:
        what = capitalized(genre or medium)
    else:
        what = "Review of the book" if item.type == "review-book" else "Review of"
    named = item.has("reviewed-genre", "reviewed-title")
    reviewed = rich(item.text("reviewed-title") if named else item.text("title"), italic=True)
    authors = item.names.get("reviewed-author", ())
    by = f"by {natural_list(authors)}" if authors else ""
    also = capitalized(medium) if genre and not item.has("number") else ""
    return joined("; ", joined(", ", joined(" ", what, reviewed), by), also)


def _interview(item: Item) -> str:
    genre, medium = capitalized(item.text("genre")), capitalized(item.text("medium"))
    interviewers = natural_list(item.names.get("interviewer", ()))
    if item.has("title"):
        if not interviewers:
            return form(item)
        return "; ".join(part for part in ("" if bears_genre(item) else genre, medium) if part)
    if genre:
        return f"{genre} by {interviewers}" if interviewers else genre
    if interviewers:
        return "; ".join(part for part in (f"Interview by {interviewers}", medium) if part)
    return form(item)


def _letter(item: Item) -> str:
    recipients = natural_list(item.names.get("recipient", ()))
    return f"{form(item)} to {recipients}" if recipients else form(item)


def _recorded(item: Item) -> str:
    """Return who recorded a composer's work (APA 7, section 10.13)."""
    performers = natural_list(item.names.get("author") or item.names.get("performer", ()))
    genre = "" if item.has("number") else capitalized(item.text("genre"))
    what = " ".join(part for part in (genre, capitalized(item.text("medium"))) if part)
    by = f"recorded by {performers}" if performers else ""
    return capitalized(" ".join(part for part in (what, by) if part))


_SPECIAL: tuple[tuple[Callable[[Item], bool], Callable[[Item], Text | str]], ...] = (
    (lambda item: item.type == "interview" or item.has("interviewer"), _interview),
    (is_review, _review),
    (lambda item: item.type == "personal_communication", _letter),
    (lambda item: item.type == "song" and item.has("composer"), _recorded),
    (lambda item: item.type == "thesis", _thesis),
)
