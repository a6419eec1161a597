"""Making a text fit: what may give way does, as little as it has to."""

from collections.abc import Callable, Iterator

import regex

from generator.announcements.marks import parts, unmarked

_ELLIPSIS = "…"
_LONGEST_WORD = 24
"""Characters of a word; more without a space are a script that has none, or may be cut."""

_GRAPHEME = regex.compile(r"\X")
_LOOSE = " \t\n,;:.-(/\"'\u2013\u2014\u201c\u2018"
_LITTLE = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
"""Words that no shortened text ends with."""


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


def shortenings(words: str) -> Iterator[str]:
    """Yield a text shortened with '…', longest first: at the ends of words, as far as it has some.

    In scripts without spaces it is cut between characters as readers see them (UAX 29). The last is
    the mark alone.
    """
    graphemes = _GRAPHEME.findall(words)
    cuts = [end for end in range(len(graphemes) - 1, 0, -1) if _is_cut(graphemes, end)]
    for end in cuts:
        kept = _without_loose_end("".join(graphemes[:end]))
        if kept:
            yield kept + _ELLIPSIS
    yield _ELLIPSIS


def _without_loose_end(text: str) -> str:
    """Return a text without marks and little words at its end that lead to what is cut."""
    kept = text.rstrip(_LOOSE)
    before, space, last = kept.rpartition(" ")
    return _without_loose_end(before) if space and last.lower() in _LITTLE else kept


def _is_cut(graphemes: list[str], end: int) -> bool:
    """Tell whether a text may be cut before a character: after a word, or in a very long one."""
    if graphemes[end].isspace():
        return True
    begun = end
    while begun and not graphemes[begun - 1].isspace():
        begun -= 1
    return end - begun >= _LONGEST_WORD
