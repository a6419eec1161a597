"""Numbers and lists written out in reports (American English)."""

import re
from collections.abc import Sequence

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: int) -> str:
    """Return '1st', '2nd', '11th'."""
    teens = 10 < number % 100 < 20  # noqa: PLR2004  # 11th, 12th and 13th are no 1st, 2nd, 3rd
    return f"{number}{'th' if teens else _SUFFIXES.get(number % 10, 'th')}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return '1 mentee' or '3 mentees'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Sequence[str]) -> str:
    """Return 'a', 'a and b', or 'a, b, and c'."""
    if len(words) < 3:  # noqa: PLR2004  # from three on, commas stand between
        return " and ".join(words)
    return f"{', '.join(words[:-1])}, and {words[-1]}"


def signed(number: int) -> str:
    """Return '+3' or '0', or a negative number with a minus sign."""
    return f"+{number:,}" if number > 0 else f"{number:,}".replace("-", "\u2212")


def escaped(text: str) -> str:
    """Return text in which no character means anything in Markdown, on one line."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
