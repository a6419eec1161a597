"""People in the words of a document: their names, or what stands for somebody who withdrew."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalog import Catalog
from generator.typesetting import Run, runs
from generator.views.wording import listed

_MONTH_AND_DAY = re.compile(r"([A-Za-z]+) (\d{1,2}\b)")
_TOO_LONG = re.compile(r"(?<!\S)(?!\S*://)\S{36,}")
_PART = 12
_ZERO_WIDTH_SPACE = "\u200b"
_NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class OwnScript:
    """A name in its own script, as a template sets it; ``text`` is '' where there is none.

    ``language`` and ``region`` are parts of its BCP 47 tag, ``tag`` the whole.
    """

    text: str = ""
    tag: str = ""
    language: str = ""
    region: str = ""
    direction: str = "ltr"


def own_script(catalog: Catalog, person: str) -> OwnScript:
    """Return a participant's name in its own script."""
    name = catalog.participants[person].record.name
    if not name.original:
        return OwnScript()
    tag = name.original_language or ""
    language, region = language_parts(tag)
    return OwnScript(name.original, tag, language, region, _direction(name.original))


def language_parts(tag: str) -> tuple[str, str]:
    """Return the language and the region of a BCP 47 tag, the latter '' where it names none."""
    language, *rest = tag.split("-")
    region = next((part.upper() for part in rest if len(part) == 2 and part.isalpha()), "")  # noqa: PLR2004  # a region is two letters (RFC 5646, section 2.2.4)
    return language.lower(), region


def kept_together(written: str) -> str:
    """Return a day or days, with no line break between a month and its day."""
    return _MONTH_AND_DAY.sub("\\1\u00a0\\2", written)


def breakable(text: str) -> str:
    """Return a text in which a word too long for any line may be broken, without a hyphen."""
    return _TOO_LONG.sub(lambda match: _ZERO_WIDTH_SPACE.join(_parts(match[0])), text)


def set_runs(html: str) -> list[Run]:
    """Return the runs of a paragraph, too long words made breakable; addresses break anyway."""
    return [
        run if run["link"] else Run(**{**run, "text": breakable(run["text"])}) for run in runs(html)
    ]


def _parts(word: str) -> list[str]:
    return [word[start : start + _PART] for start in range(0, len(word), _PART)]


def full_name(catalog: Catalog, person: str) -> str:
    """Return a participant's name as it is read."""
    return catalog.participants[person].record.name.full


def names(catalog: Catalog, people: Sequence[str], word: str) -> str:
    """Return people in one phrase; who withdrew is 'a mentor', or 'two mentors', at its end.

    The papers of a pair go to the pair, so that names stand here whatever may be public.
    """
    there = [one for one in people if not catalog.participants[one].record.withdrawn]
    gone = len(people) - len(there)
    words = [full_name(catalog, person) for person in there]
    if gone == 1:
        words.append(f"another {word}" if there else f"a {word}")
    elif gone:
        number = _NUMBERS[gone] if gone < len(_NUMBERS) else str(gone)
        words.append(f"{number} other {word}s" if there else f"{number} {word}s")
    return listed(words)


def _direction(text: str) -> str:
    """Return the direction of a text, by its first letter that has one (UAX #9, rule P2)."""
    for character in text:
        way = unicodedata.bidirectional(character)
        if way in ("R", "AL"):
            return "rtl"
        if way == "L":
            return "ltr"
    return "ltr"
