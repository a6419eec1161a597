"""What contributors are called in a reference (APA 7, sections 9.10 and 9.28)."""

from collections.abc import Sequence

from pybtex.richtext import Text

from generator.bibliography.apa.names import inverted, inverted_list, natural_list
from generator.bibliography.item import Item, Name

_LABELS = {
    "chair": ("Chair", "Chairs"),
    "collection-editor": ("Ed.", "Eds."),
    "compiler": ("Compiler", "Compilers"),
    "curator": ("Curator", "Curators"),
    "director": ("Director", "Directors"),
    "editor": ("Ed.", "Eds."),
    "editor-translator": ("Ed. & Trans.", "Eds. & Trans."),
    "editorial-director": ("Ed.", "Eds."),
    "executive-producer": ("Executive Producer", "Executive Producers"),
    "guest": ("Guest Expert", "Guest Experts"),
    "host": ("Host", "Hosts"),
    "illustrator": ("Illus.", "Illus."),
    "interviewer": ("Interviewer", "Interviewers"),
    "narrator": ("Narr.", "Narrs."),
    "organizer": ("Organizer", "Organizers"),
    "producer": ("Producer", "Producers"),
    "script-writer": ("Writer", "Writers"),
    "series-creator": ("Series Creator", "Series Creators"),
    "translator": ("Trans.", "Trans."),
}


def label(role: str, number: int = 1) -> str:
    """Return what a number of people in a role are called: 'Ed.', 'Eds.'; authors bear no label."""
    one, many = _LABELS.get(role, ("", ""))
    return one if number == 1 else many


def as_authors(item: Item, *roles: str) -> str:
    """Return the people of one or several roles for the author element, with their labels.

    Where there is more than one role, everybody bears a label of their own (APA 7, section 9.10);
    people who are the same in both bear both: '(Writer & Director)'.
    """
    groups = [(role, item.names[role]) for role in roles if role in item.names]
    if not groups:
        return ""
    if len(groups) == 1:
        role, people = groups[0]
        return _labeled(inverted_list(people), label(role, len(people)))
    if all(people == groups[0][1] for _, people in groups):
        people = groups[0][1]
        both = " & ".join(label(role, len(people)) for role, _ in groups)
        return _labeled(inverted_list(people), both)
    each = [_labeled(inverted(name), label(role)) for role, people in groups for name in people]
    return f"{', '.join(each[:-1])}, & {each[-1]}"


def editors_as_authors(item: Item) -> str:
    """Return editors for the author element; who translated too is called both."""
    editors = item.names.get("editor", ())
    return _labeled(inverted_list(editors), _editor_label(item, editors))


def editors_in_source(item: Item, role: str) -> str:
    """Return those who made the whole: 'A. Berg & B. Cole (Eds.)' (APA 7, section 9.28)."""
    people = item.names.get(role, ())
    called = _editor_label(item, people) if role == "editor" else label(role, len(people))
    return _labeled(natural_list(people), called)


def edited_and_translated(item: Item) -> bool:
    """Tell whether the same people edited and translated a work."""
    return bool(item.names.get("editor")) and item.names["editor"] == item.names.get("translator")


def _editor_label(item: Item, editors: Sequence[Name]) -> str:
    role = "editor-translator" if edited_and_translated(item) else "editor"
    return label(role, len(editors))


def aside(item: Item, role: str) -> Text:
    """Return further contributors as the identifier names them: 'A. Berg, Trans.'."""
    people = item.names.get(role, ())
    if not people:
        return Text()
    called = _editor_label(item, people) if role == "editor" else label(role, len(people))
    return Text(f"{natural_list(people)}, {called}" if called else natural_list(people))


def _labeled(names: str, called: str) -> str:
    return f"{names} ({called})" if names and called else names
