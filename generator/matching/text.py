"""How near what two people wrote is: TF-IDF over stemmed words and pairs of words.

The choices, each of them measured (``python tests/benchmarks/text_matching.py``):

- A term weighs by the logarithm of how often it stands in a text, and of how few people write it.
- A seeker's text is read together with the texts nearest to it, each as far as it is near: so a
  field is known by other words than the seeker's own (pseudo-relevance feedback; Manning, Raghavan
  and Schütze 2008, chapter 9).
- Of an offerer's texts count all together and the two best alone, so that neither a long list of
  other interests nor a single happy phrase decides.
- Being like everybody counts for little: a similarity is held against what is usual for both.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from generator.matching.paragraphs import split_into_parts
from generator.matching.vectors import WHOLE, Index, Vector, add, log2, product, to_unit
from generator.matching.words import Lexicon, in_words

__all__ = ["SharedTerm", "TextModel", "Texts", "split_into_parts"]

_NEAREST = 5
"""Texts that are read together with a seeker's."""

_ECHO = 2
"""By what to divide their weight: they help to find, and must not drown what the seeker wrote."""

_ADDED = 100
"""Terms that they may add, those of most weight; the rest costs time and changes little."""

_BEST = 2
"""Texts of an offerer that count alone, together as much as all of them in one."""

_USUAL = 2
"""How much a similarity must exceed what is usual for both: at so many times, it counts half."""

_WORD, _PAIR = 10, 7
"""What words and pairs weigh. A pair says more, but its words count beside it."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What one person wrote, each part by itself: a statement, a paragraph, an abstract."""

    id: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedTerm:
    """Words that two people both wrote, and their share of the similarity, in permille."""

    words: str
    share: int


@dataclass(frozen=True, slots=True)
class _Counts:
    """How often each term stands in a text, and which terms do so as words."""

    number: Mapping[str, int]
    words: frozenset[str]


class _Weighing:
    """Turns counts into vectors, by how many people write a term."""

    def __init__(self, people: Sequence[_Counts]) -> None:
        self._everybody = log2(len(people) + 1)
        self._writers = Counter(key for person in people for key in person.number)

    def vector(self, counts: _Counts) -> Vector:
        """Return a vector of length ``UNIT``, but for the terms that nobody else writes.

        They make a text longer, and can be like no other.
        """
        weights = to_unit({key: self._weight(key, counts) for key in counts.number})
        return {key: weight for key, weight in weights.items() if self._writers[key] > 1}

    def _weight(self, key: str, counts: _Counts) -> int:
        frequency = log2(4) + log2(counts.number[key])
        rarity = self._everybody - log2(self._writers[key])
        return frequency * rarity * (_WORD if key in counts.words else _PAIR)


@dataclass(frozen=True, slots=True)
class _Offer:
    """An offerer's vectors: that of all texts, and then, of several, one for each.

    ``first`` is where they stand in the index; ``usual`` the sum of the first one's products with
    those of all seekers.
    """

    vectors: tuple[Vector, ...]
    first: int
    usual: int


class TextModel:
    """Compares the texts of all who seek with those of all who offer.

    Values depend on everybody's texts, and on no order of people. Raises ValueError where two
    people of a side have one id.
    """

    def __init__(
        self, seekers: Sequence[Texts], offerers: Sequence[Texts], *, language: str = "english"
    ) -> None:
        self._lexicon = Lexicon(language)
        self._texts = (_by_id(seekers), _by_id(offerers))
        sought, offered = (
            {id_: [self._count(part) for part in parts] for id_, parts in texts.items()}
            for texts in self._texts
        )
        together = [_together(parts) for parts in (*sought.values(), *offered.values())]
        weighing = _Weighing(together)
        vectors = [weighing.vector(counts) for counts in together]
        self._queries = dict(zip(sought, vectors, strict=False))
        self._position = {id_: position for position, id_ in enumerate(sought)}
        everybody = add(self._queries.values())
        self._offers: dict[str, _Offer] = {}
        first = 0
        readings = [*self._queries.values()]
        for (id_, parts), whole in zip(offered.items(), vectors[len(sought) :], strict=True):
            alone = [vector for vector in map(weighing.vector, parts) if vector]
            own = (whole, *alone) if len(alone) > 1 else (whole,)
            readings += alone
            self._offers[id_] = _Offer(own, first, product(whole, everybody))
            first += len(own)
        self._readings = readings
        self._near = Index(readings)
        self._index = Index([one for offer in self._offers.values() for one in offer.vectors])
        self._all_offers = add(offer.vectors[0] for offer in self._offers.values())
        self._rows: dict[str, Mapping[str, int]] = {}

    def similarity(self, seeker: str, offerer: str) -> int:
        """Return how near two people's texts are: 0 for nothing in common, 1,000 for the same."""
        return self.scores(seeker)[offerer]

    def scores(self, seeker: str) -> Mapping[str, int]:
        """Return the similarity of a seeker's texts to those of every offerer, by id."""
        if seeker not in self._rows:
            self._rows[seeker] = dict(self._row(seeker))
        return self._rows[seeker]

    def shared_terms(self, seeker: str, offerer: str, most: int = 5) -> tuple[SharedTerm, ...]:
        """Return the terms that both wrote, as they write them most often, largest share first.

        A word's share counts with the largest shared pair that it stands in. What shares lack of
        1,000 comes from further terms, and from those of the texts nearest to the seeker's.
        """
        query = self._widened(seeker)
        whole, *parts = self._offers[offerer].vectors
        best = sorted(parts, key=lambda part: -product(query, part))[:_BEST]
        found = _combined([product(query, vector) for vector in (whole, *best)])
        gains = {
            key: query[key] * _combined([whole[key], *(part.get(key, 0) for part in best)])
            for key in self._queries[seeker].keys() & query.keys() & whole.keys()
        }
        written = (*self._texts[0][seeker], *self._texts[1][offerer])
        shares = [
            SharedTerm(words, gain * 1000 // found)
            for words, gain in in_words(gains, written, self._lexicon)
        ]
        shares.sort(key=lambda shared: (-shared.share, shared.words))
        return tuple(shared for shared in shares[:most] if shared.share)

    def _row(self, seeker: str) -> Iterator[tuple[str, int]]:
        query = self._widened(seeker)
        products = self._index.products(query)
        usual = product(query, self._all_offers)
        for id_, offer in self._offers.items():
            whole = products[offer.first]
            if whole:
                own = products[offer.first : offer.first + len(offer.vectors)]
                others = max(0, usual - whole) // len(self._offers)
                others += max(0, offer.usual - whole) // len(self._queries)
                yield id_, _permille(_combined(own), others)
            else:
                yield id_, 0

    def _widened(self, seeker: str) -> Vector:
        """Return a seeker's vector with what the texts nearest to it add."""
        own = self._queries[seeker]
        near = self._near.products(own)
        near[self._position[seeker]] = 0
        echo: Counter[str] = Counter()
        for at in sorted(range(len(near)), key=lambda at: -near[at])[:_NEAREST]:
            for key, weight in self._readings[at].items():
                echo[key] += weight * near[at] // _ECHO
        total = {key: weight * WHOLE + echo.pop(key, 0) for key, weight in own.items()}
        total.update(sorted(echo.items(), key=lambda item: (-item[1], item[0]))[:_ADDED])
        return to_unit(total)

    def _count(self, part: str) -> _Counts:
        number: Counter[str] = Counter()
        words: set[str] = set()
        for term in self._lexicon.terms(part):
            number[term.key] += 1
            if not term.words:
                words.add(term.key)
        return _Counts(number, frozenset(words))


def _by_id(people: Iterable[Texts]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for person in sorted(people, key=lambda person: person.id):
        if person.id in found:
            raise ValueError(person.id)
        found[person.id] = person.parts
    return found


def _together(parts: Sequence[_Counts]) -> _Counts:
    """Return the counts of several texts as of one."""
    words = frozenset[str]().union(*(part.words for part in parts))
    return _Counts(add(part.number for part in parts), words)


def _combined(products: Sequence[int]) -> int:
    """Return four times the similarity to an offerer, of that to all texts and to each."""
    whole, *parts = products
    return 2 * whole + sum(sorted(parts)[-_BEST:]) if parts else 4 * whole


def _permille(found: int, usual: int) -> int:
    """Return the root of a similarity times four, the less the nearer it is to what is usual.

    The root only spreads the scale: related texts would crowd near zero.
    """
    held_against = found + 4 * _USUAL * usual
    return isqrt(found * found * 1_000_000 // (held_against * 4 * WHOLE))
