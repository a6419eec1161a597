"""Several choices in one answer, taken apart by what they can be."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import closest, fold
from generator.intake.normal import one_line

_OTHER = re.compile(r"^other(?:\s*\([^()]*\))?\s*[:\-\u2013\u2014]\s*(?=\S)", re.IGNORECASE)
_BARE_OTHER = re.compile(r"^other(?:\s*\([^()]*\))?\s*[:\-.]?$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*\u2022\u00b7\u2013]|\d{1,2}[.)])\s+")
_BREAKS = re.compile(r"[;\n|]+")
_COMMA = re.compile(r"\s*,\s*")
_LONGEST_CHOICE = 8
"""Commas that one choice may hold."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The ids that were chosen, and what is no choice that is known.

    Each of the unknown comes with the choice that may be meant, or nothing.
    """

    ids: tuple[str, ...]
    unknown: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen: the id of each spelling (folded), and its name for a question back.

    Spellings that several ids share lead to none.
    """

    by_spelling: Mapping[str, str]
    names: Mapping[str, str]

    @classmethod
    def of(cls, choices: Iterable[tuple[str, str, Iterable[str]]]) -> "Choices":
        """Return the choices from id, name and other spellings of each."""
        found: dict[str, set[str]] = {}
        names: dict[str, str] = {}
        for id_, name, others in choices:
            names[name] = id_
            for spelling in (id_, name, *others):
                found.setdefault(fold(spelling) or spelling, set()).add(id_)
        single = {spelling: min(ids) for spelling, ids in found.items() if len(ids) == 1}
        return cls(single, names)

    def with_meanings(self, means: Mapping[str, str]) -> "Choices":
        """Return the choices with more spellings, each of which means one that is there."""
        more = {fold(said): self.id_of(meant) for said, meant in means.items()}
        known = {said: id_ for said, id_ in more.items() if id_}
        return Choices({**self.by_spelling, **known}, self.names) if known else self

    def id_of(self, text: str) -> str:
        """Return the id of what a text names exactly, but for case and punctuation."""
        return self.by_spelling.get(fold(text) or text, "")

    def near(self, text: str) -> str:
        """Return the name of what a text may mean, or nothing."""
        return closest(text, frozenset(self.names)) or ""


def choose(text: str, choices: Choices, *, is_one: bool = False) -> Chosen:
    """Return what was chosen in an answer.

    Semicolons, bars and line breaks part choices; so do commas, but not within the name of a
    choice. What is unknown is kept as it was written, without 'Other:' before it.
    """
    ids: list[str] = []
    unknown: list[tuple[str, str]] = []
    whole = choices.id_of(one_line(text))
    pieces = [text] if is_one or whole else _BREAKS.split(text)
    for piece in pieces:
        line = one_line(_BULLET.sub("", piece))
        for part, id_ in _parts(line, choices, is_one=is_one):
            if id_:
                ids.append(id_)
            else:
                unknown.append((part, choices.near(part)))
    if len(unknown) > 1:
        unknown = [(part, near) for part, near in unknown if not _BARE_OTHER.match(part)] or unknown
    return Chosen(tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(unknown)))


def _parts(line: str, choices: Choices, *, is_one: bool) -> list[tuple[str, str]]:
    """Return the choices in a line: each as it was written, with its id where it is known."""
    bare = _OTHER.sub("", line)
    if not bare:
        return []
    if is_one or choices.id_of(bare):
        return [(bare, choices.id_of(bare))]
    pieces = [piece for piece in _COMMA.split(line) if piece]
    found: list[tuple[str, str]] = []
    loose: list[str] = []
    at = 0
    while at < len(pieces):
        length, id_ = _longest(pieces[at:], choices)
        if id_:
            found += _loose(loose, choices)
            loose = []
            found.append((", ".join(pieces[at : at + length]), id_))
        else:
            loose.append(pieces[at])
        at += length
    return [*found, *_loose(loose, choices)]


def _longest(pieces: Sequence[str], choices: Choices) -> tuple[int, str]:
    """Return how many pieces make up the longest choice they begin with, and its id."""
    for length in range(min(len(pieces), _LONGEST_CHOICE), 0, -1):
        id_ = choices.id_of(_OTHER.sub("", ", ".join(pieces[:length])))
        if id_:
            return length, id_
    return 1, ""


def _loose(pieces: Sequence[str], choices: Choices) -> list[tuple[str, str]]:
    """Return what is unknown: one text, for people write commas, unless each is near a choice."""
    if len(pieces) > 1 and all(choices.near(piece) for piece in pieces):
        return [(_OTHER.sub("", piece), "") for piece in pieces]
    joined = _OTHER.sub("", ", ".join(pieces))
    return [(joined, "")] if joined else []
