"""What was probably meant."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_LONGEST = 100
"""Characters beyond which a word was not meant for one of ours."""

_NEAR, _PART, _SAME = 0.72, 0.65, 0.88
"""How alike two words are, at the least (of 1): the whole; each part; where parts do not count."""

_TRIED = 5
_FEW = 4
_NUMBER = re.compile(r"[0-9]+")
_BETWEEN = re.compile(r"[\W_]+")

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

    A word that differs only in case, accents or punctuation comes first; then the only one of
    which it is a part, as in 'ada' for 'ada-okafor'; then one that shares the greater part of its
    letters, and the digits of its numbers. Ties go to the first in alphabetical order.
    """
    all_known = known if isinstance(known, frozenset) else frozenset(known)
    folded = _folded(all_known)
    target = fold(word)
    if target in folded:
        return folded[target]
    if not target or len(target) > _LONGEST:
        return None
    holding = _having(word, all_known)
    if len(holding) == 1:
        return holding[0]
    near = difflib.get_close_matches(target, folded, n=_TRIED, cutoff=_NEAR)
    return next((folded[one] for one in near if _may_mean(word, folded[one])), None)


def _having(word: str, known: frozenset[str]) -> list[str]:
    """Return the known words of which a word is a part, in alphabetical order."""
    sought = _parts(word)
    if not sought:
        return []
    return sorted(one for one, parts in _taken_apart(known).items() if _holds(parts, sought))


def _holds(parts: Sequence[str], sought: Sequence[str]) -> bool:
    """Tell whether parts stand among others, one after another."""
    length = len(sought)
    return any(parts[at : at + length] == sought for at in range(len(parts) - length + 1))


def _may_mean(word: str, known: str) -> bool:
    """Tell whether no part of a word is far from all of a known one, or the other way round.

    Two people of whom only the family name is alike, and two years, are not mistaken for one
    another.
    """
    ours, theirs = _parts(word), _parts(known)
    if _numbers(word) == _numbers(known) and _alike(fold(word), fold(known), _SAME):
        return True
    return _are_among(ours, theirs) or _are_among(theirs, ours)


def _are_among(some: Sequence[str], others: Sequence[str]) -> bool:
    return all(any(_alike(one, other, _PART) for other in others) for one in some)


def _numbers(word: str) -> list[list[str]]:
    """Return the digits of each number in a word, sorted: two of them are often swapped."""
    return [sorted(number) for number in _NUMBER.findall(word)]


def _alike(one: str, other: str, least: float) -> bool:
    if one.isdigit() or other.isdigit():
        return sorted(one) == sorted(other)
    return difflib.SequenceMatcher(None, one, other).ratio() >= least


def _parts(word: str) -> tuple[str, ...]:
    """Return the parts of a word between spaces, hyphens and other signs, folded."""
    return tuple(filter(None, map(fold, _BETWEEN.split(word))))


@lru_cache(maxsize=64)
def _taken_apart(known: frozenset[str]) -> dict[str, tuple[str, ...]]:
    return {one: _parts(one) for one in known}


@lru_cache(maxsize=64)
def _folded(known: frozenset[str]) -> dict[str, str]:
    folded: dict[str, str] = {}
    for candidate in sorted(known):
        folded.setdefault(fold(candidate), candidate)
    return folded


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return help that names what was probably meant, or else says what to do.

    Where a word is a part of a few known ones, each of them may be meant.
    """
    all_known = frozenset(known)
    meant = closest(word, all_known)
    offered = [meant] if meant else _having(word, all_known)
    if not 0 < len(offered) <= _FEW:
        return otherwise
    quoted = [f"'{one}'" for one in offered]
    return f"did you mean {' or '.join(quoted)}?"
