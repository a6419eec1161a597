"""An item as a reference in a list (APA 7, chapter 9), as plain text and as HTML."""

from html import escape
from urllib.parse import urlsplit

from pybtex.backends import BaseBackend

from generator.bibliography.apa import make_reference
from generator.bibliography.item import Item

_TAGS = frozenset(("i", "b", "sub", "sup"))


class _PlainText(BaseBackend):  # type: ignore[misc]  # pybtex has no types
    """Writes rich text as words alone."""

    symbols = {"ndash": "\u2013", "newblock": " ", "nbsp": "\u00a0"}  # noqa: RUF012  # pybtex asks for an attribute

    def format_str(self, str_: str) -> str:
        """Return words."""
        return str_

    def format_tag(self, tag_name: str, text: str) -> str:
        """Return marked words without the mark."""
        del tag_name
        return text

    def format_href(self, url: str, text: str, external: bool = False) -> str:  # noqa: FBT001, FBT002  # the signature is pybtex's
        """Return the words of a link."""
        del url, external
        return text

    def format_protected(self, text: str) -> str:
        """Return words whose case is settled."""
        return text


class _Html(_PlainText):
    """Writes rich text as HTML in which only our own tags and web addresses stand.

    pybtex's own writer neither escapes addresses nor looks at their scheme.
    """

    def format_str(self, str_: str) -> str:
        """Return words, escaped."""
        return escape(str_, quote=False)

    def format_tag(self, tag_name: str, text: str) -> str:
        """Return marked words in a tag of ours."""
        return f"<{tag_name}>{text}</{tag_name}>" if tag_name in _TAGS else text

    def format_href(self, url: str, text: str, external: bool = False) -> str:  # noqa: FBT001, FBT002  # as above
        """Return a link, if the address is of the web."""
        del external
        if urlsplit(url).scheme not in ("http", "https"):
            return text
        return f'<a href="{escape(url)}">{text}</a>'


def reference_text(item: Item) -> str:
    """Return a reference on one line, without italics."""
    return " ".join(make_reference(item).render(_PlainText()).split())


def reference_html(item: Item) -> str:
    """Return a reference as HTML: italics as <i>, the DOI or address as a link."""
    return " ".join(make_reference(item).render(_Html()).split())
