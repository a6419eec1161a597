"""Making a text fit: what may give way does, as little as it has to."""

from collections.abc import Callable

from generator.announcements.marks import parts, unmarked
from generator.templates.shortening import shortenings


class DoesNotFitError(Exception):
    """A text is too long even without what may give way."""


def fitted(text: str, fits: Callable[[str], bool]) -> str:
    """Return a text with as much of it as fits; ``fits`` is asked of the whole.

    What is optional is left out first, the last of it before the others; then what is elastic is
    shortened, again from the last on. Raises DoesNotFitError.
    """
    while not fits(unmarked(text)):
        optional = [part for part in parts(text) if not part.is_elastic]
        if optional:
            last = optional[-1]
            text = text[: last.start] + text[last.end :]
            continue
        return _shortened(text, fits)
    return unmarked(text)


def _shortened(text: str, fits: Callable[[str], bool]) -> str:
    for part in reversed(parts(text)):
        before, after = text[: part.start], text[part.end :]
        shortest = ""
        for shorter in shortenings(part.words):
            shortest = f"{before}{shorter}{after}"
            if fits(unmarked(shortest)):
                return unmarked(shortest)
        text = shortest or text
    raise DoesNotFitError
