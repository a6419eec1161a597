"""Making a text shorter, in every script."""

from collections.abc import Iterator

import regex

_ELLIPSIS = "…"
_LONGEST_WORD = 24
"""Characters of a word; more without a space are a script that has none, or may be cut."""

_GRAPHEME = regex.compile(r"\X")
_LOOSE = " \t\n,;:.-(/\"'\u2013\u2014\u201c\u2018"
_LITTLE = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
"""Words that no shortened text ends with."""


def shortened(text: str, longest: int) -> str:
    """Return a text of at most so many characters, with '…' where it goes on."""
    if len(text) <= longest:
        return text
    return next(one for one in shortenings(text[: longest + 1]) if len(one) <= longest)


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
