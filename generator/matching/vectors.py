"""Texts as vectors of weighted terms, and an index that compares one with many.

Everything is whole numbers, logarithms included, so that no sum depends on its order and no result
on a machine's mathematics library.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import isqrt

UNIT = 1 << 14
"""The length of a vector made by ``to_unit``; a weight is a part of it."""

WHOLE = UNIT * UNIT
"""The product of a vector of that length with itself: a similarity of 1."""

_FREQUENT = 20
"""A term is frequent in more than one of so many vectors: about where packing begins to pay."""

Vector = Mapping[str, int]


@cache
def log2(number: int) -> int:
    """Return the binary logarithm of a positive number, times 1,024, rounded down."""
    return (number**1024).bit_length() - 1


def to_unit(vector: Vector) -> dict[str, int]:
    """Return a vector in the same direction with a length of at most ``UNIT``, and hardly less."""
    length = isqrt(sum(weight * weight for weight in vector.values()) << 40) + 1
    return {key: (weight * UNIT << 20) // length for key, weight in vector.items()}


def product(one: Vector, other: Vector) -> int:
    """Return the sum over the terms that two vectors share of the product of their weights."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[key] for key, weight in one.items() if key in other)


def add(vectors: Iterable[Vector]) -> dict[str, int]:
    """Return the sum of vectors."""
    total: dict[str, int] = {}
    for vector in vectors:
        for key, weight in vector.items():
            total[key] = total.get(key, 0) + weight
    return total


class Index:
    """Vectors by their terms, to compare one with all of them at once.

    The weights of a frequent term are kept in one long number, 32 bits for each vector, so that a
    single multiplication serves them all. No product of vectors of length ``UNIT`` needs more bits.
    """

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._size = len(vectors)
        self._rare: dict[str, tuple[list[int], list[int]]] = {}
        self._frequent: dict[str, int] = {}
        for position, vector in enumerate(vectors):
            for key, weight in vector.items():
                positions, weights = self._rare.setdefault(key, ([], []))
                positions.append(position)
                weights.append(weight)
        for key, (positions, weights) in list(self._rare.items()):
            if len(positions) * _FREQUENT > self._size:
                self._frequent[key] = self._packed(positions, weights)
                del self._rare[key]

    def products(self, vector: Vector) -> list[int]:
        """Return the product of a vector with each one of the index, by position."""
        packed = 0
        for key in vector.keys() & self._frequent.keys():
            packed += vector[key] * self._frequent[key]
        products = list(struct.unpack(f"<{self._size}I", packed.to_bytes(4 * self._size, "little")))
        for key in vector.keys() & self._rare.keys():
            factor = vector[key]
            for position, weight in zip(*self._rare[key], strict=True):
                products[position] += factor * weight
        return products

    def _packed(self, positions: Sequence[int], weights: Sequence[int]) -> int:
        row = [0] * self._size
        for position, weight in zip(positions, weights, strict=True):
            row[position] = weight
        return int.from_bytes(struct.pack(f"<{self._size}I", *row), "little")
