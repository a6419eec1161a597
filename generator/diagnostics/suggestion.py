"""What was probably meant."""

import difflib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_LONGEST = 100
"""Characters beyond which a word was not meant for one of ours."""


_UNMARKED = str.maketrans(
    {
        **dict(zip("łøđðħıŧ", "loddhit", strict=True)),
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
"""Letters that Unicode does not take apart, as people type them who lack them."""


def fold(word: str) -> str:
    """Return a word without what people most often vary: case, accents, spaces, punctuation."""
    decomposed = unicodedata.normalize("NFKD", word).casefold().translate(_UNMARKED)
    return "".join(character for character in decomposed if character.isalnum())


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant, or None if none is near.

    A word that differs only in case, accents or punctuation comes first; then one that shares the
    greater part of its letters. Ties go to the first in alphabetical order.
    """
    folded = _folded(known if isinstance(known, frozenset) else frozenset(known))
    target = fold(word)
    if target in folded:
        return folded[target]
    if len(target) > _LONGEST:
        return None
    near = difflib.get_close_matches(target, folded, n=1, cutoff=0.72)
    return folded[near[0]] if near else None


@lru_cache(maxsize=64)
def _folded(known: frozenset[str]) -> dict[str, str]:
    folded: dict[str, str] = {}
    for candidate in sorted(known):
        folded.setdefault(fold(candidate), candidate)
    return folded


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return help that names what was probably meant, or else says what to do."""
    meant = closest(word, known)
    return f"did you mean '{meant}'?" if meant else otherwise
