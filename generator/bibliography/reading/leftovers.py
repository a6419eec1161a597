"""What a file says of a work that no variable has taken, so that nothing is lost in silence."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.diagnostics import fold


def left_over(
    written: Mapping[str, Iterable[str]], values: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Yield the fields of which something is in none of the values, with what it is.

    Compared are letters and digits only: values hold the same words, perhaps joined otherwise.
    """
    said = fold(" ".join(_texts(values)))
    for name, texts in written.items():
        missing = [text for text in texts if fold(text) not in said]
        if missing:
            yield name, "; ".join(" ".join(text.split()) for text in missing)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
