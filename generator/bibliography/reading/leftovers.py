"""What a file says of a work that no variable has taken, so that nothing is lost in silence."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.diagnostics import fold

_WORD = re.compile(r"\w+")


def left_over(
    written: Mapping[str, Iterable[str]], values: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Yield the fields of which something is in none of the values, with what it is.

    Compared are words, without case, accents and punctuation: a value may hold them among others.
    """
    said = [words_of(text) for text in _texts(values)]
    for name, texts in written.items():
        missing = [text for text in texts if not any(words_of(text) in words for words in said)]
        if missing:
            yield name, "; ".join(" ".join(text.split()) for text in missing)


def words_of(text: str) -> str:
    """Return the words of a text, folded, each between spaces."""
    folded = (fold(word) for word in _WORD.findall(text))
    return f" {' '.join(word for word in folded if word)} "


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
