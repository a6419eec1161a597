"""A whole reference: author, date, title, source (APA 7, section 9.4)."""

from pybtex.richtext import Text

from generator.bibliography.apa.author import author_element
from generator.bibliography.apa.dates import date_element
from generator.bibliography.apa.rich import joined, reference
from generator.bibliography.apa.source import address_element, history_element, source_elements
from generator.bibliography.apa.title import title_element
from generator.bibliography.item import Item


def make_reference(item: Item) -> Text:
    """Return an item's reference as rich text."""
    author = author_element(item)
    titled = title_element(item, author.used, moved=author.title_moved)
    elements = reference(
        author.text, Text(date_element(item)), titled, *source_elements(item, author)
    )
    return joined(" ", elements, address_element(item), history_element(item))
