"""Who stands for the author where there is none, in formats whose styles print authors alone."""

from generator.bibliography.item import Item

_AUTHORS = frozenset(("author", "editor", "editor-translator"))
_INSTEAD = """
    director composer performer script-writer host guest producer executive-producer
    series-creator illustrator narrator interviewer compiler curator chair organizer
"""
"""In the order in which APA takes them for authors (APA 7, section 9.7)."""


def leading_role(item: Item) -> str:
    """Return the role of those who stand for authors; nothing where there are authors, or nobody.

    Editors stand for themselves: every format has a place for them.
    """
    if not _AUTHORS.isdisjoint(item.names):
        return ""
    return next((role for role in _INSTEAD.split() if role in item.names), "")
