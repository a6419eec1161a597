"""The terms of a text: its words without their endings, and pairs of neighboring words.

Words are runs of letters of any script. Case, accents, hyphens and British spelling do not matter:
'Catalogue', 'catalogs' and 'cataloging' are one term, 'meta-data', 'meta data' and 'metadata'
another. Scripts that put no spaces between words are read as pairs of characters.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import snowballstemmer

from generator.matching.stop_words import ENGLISH

_MARKS = r"\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0640\u064b-\u065f\u0670"
"""Accents of Latin, Greek and Cyrillic letters; points of Hebrew and Arabic ones."""

_PLAIN = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "\u0131": "i"}
)
"""Letters that have no accent to take off."""

_UNSPACED = (
    r"\u0e00-\u0e4e\u0e80-\u0ecd\u1000-\u109f\u1780-\u17d3"  # Thai, Lao, Burmese, Khmer
    r"\u3005\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Japanese, Chinese
    r"\U00020000-\U0003134f"
)
_INDIC = r"\u0900-\u0963\u0966-\u0d7f\u0d80-\u0df3"
"""Scripts whose vowel signs Python does not count as letters."""

_WORD = re.compile(rf"([{_UNSPACED}]+)|((?:[^\W_{_UNSPACED}]|[{_MARKS}{_INDIC}])+)")
_MARK = re.compile(f"[{_MARKS}]")
_BETWEEN = re.compile(rf"(?:(?!['\u2019-]\w)[^\w{_MARKS}{_INDIC}]|_)+")
_AMERICAN = (
    (re.compile(r"(?<=..)is(?=(e|ed|es|ing|er|ers|able|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=l)ys(?=(e|ed|es|ing|er|ers)$)"), "yz"),
    (re.compile(r"(?<=..)our(?=(s|ed|ing|al|able|ful|ite|ites)?$)"), "or"),
    (re.compile(r"(?<=.)ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=..)tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=gram)me(?=s?$)"), ""),
)
"""British endings and what Americans write. Only keys are made of them, so a rule may hit too much,
as long as it hits a word wherever it is written."""


class Term(NamedTuple):
    """A word or a pair of words where it stands in a text.

    ``key`` is the same for all forms of a term; ``words`` are the keys of a pair's two words, and
    empty for a word; ``start`` and ``end`` are places in the text.
    """

    key: str
    words: tuple[str, ...]
    start: int
    end: int


class Lexicon:
    """Finds the terms of texts in one language, by the name that Snowball gives it.

    Raises KeyError for a language that Snowball does not know. Stop words are known for English.
    """

    def __init__(self, language: str = "english") -> None:
        self._stem = snowballstemmer.stemmer(language).stemWord
        self._is_english = language == "english"
        self._key_of: dict[str, str] = {}

    def terms(self, text: str) -> Iterator[Term]:
        """Yield the terms of a text, in its order.

        A pair is two words with nothing between them but stop words and punctuation.
        """
        before: Term | None = None
        for match in _WORD.finditer(text):
            if match[1]:
                yield from _characters(match[1], match.start())
                before = None
            elif key := self._key(match[2]):
                word = Term(key, (), match.start(), match.end())
                yield word
                if before and before.key != key:
                    yield Term(before.key + key, (before.key, key), before.start, word.end)
                before = word

    def _key(self, word: str) -> str:
        """Return the key of a word, empty for stop words, numbers and single letters."""
        if word not in self._key_of:
            self._key_of[word] = self._make_key(_folded(word))
        return self._key_of[word]

    def _make_key(self, word: str) -> str:
        if len(word) <= 1 or word.isdigit():
            return ""
        if self._is_english:
            if word in ENGLISH:
                return ""
            for british, american in _AMERICAN:
                word = british.sub(american, word)
        stem: str = self._stem(word)
        return stem


def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return unicodedata.normalize("NFC", _MARK.sub("", decomposed)).translate(_PLAIN)


def _characters(run: str, start: int) -> Iterator[Term]:
    """Yield every two neighboring characters of a run, or the only one."""
    for at in range(max(1, len(run) - 1)):
        pair = run[at : at + 2]
        yield Term(unicodedata.normalize("NFKC", pair), (), start + at, start + at + len(pair))


def in_words(
    gains: Mapping[str, int], texts: Iterable[str], lexicon: Lexicon
) -> Iterator[tuple[str, int]]:
    """Yield terms as texts write them most often, each with what it gains, in no order.

    A word that stands in one of the pairs yields what it gains to the pair that gains most.
    """
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    pairs: dict[str, tuple[str, ...]] = {}
    for text in texts:
        for term in lexicon.terms(text):
            if term.key in gains:
                forms[term.key][_BETWEEN.sub(" ", text[term.start : term.end])] += 1
                if term.words:
                    pairs[term.key] = term.words
    total = dict(gains)
    for pair in sorted(pairs, key=lambda key: (-gains[key], key)):
        for word in pairs[pair]:
            if word not in pairs:
                total[pair] += total.pop(word, 0)
    for key, gain in total.items():
        yield min(forms[key], key=lambda form: (-forms[key][form], form.swapcase())), gain
