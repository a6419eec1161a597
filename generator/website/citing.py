"""Works as HTML that readers and their citation managers take references from."""

import nh3
from markupsafe import Markup

from generator.bibliography.coins import coins_span
from generator.bibliography.item import Item

_TAGS = {"a", "b", "i", "sub", "sup"}
_ATTRIBUTES = {"a": {"href"}}
_SCHEMES = {"http", "https"}


def reference(html: str) -> Markup:
    """Return an APA reference. It passes the sanitizer, as all text of records does."""
    return Markup(  # noqa: S704  # the sanitizer has just been over it
        nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
    )


def coins(item: Item) -> Markup:
    """Return the span by which citation managers find an item in a list."""
    return Markup(coins_span(item))  # noqa: S704  # coins_span escapes its one attribute
