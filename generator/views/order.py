"""The order of names and words as people expect it, the same on every machine."""

from functools import cache

from pyuca import Collator

Rank = tuple[int, ...]
"""The place of a text in the order of the Unicode Collation Algorithm."""


def rank(text: str) -> Rank:
    """Return a text's place in the order of the Unicode Collation Algorithm (UTS 10)."""
    return tuple(_collator().sort_key(text))


@cache
def _collator() -> Collator:
    """Return the collator; reading its table takes half a second."""
    return Collator()
