"""Volumes, pages, editions and versions with their labels (APA 7, sections 9.19 and 9.25)."""

import re

from generator.bibliography.apa.typography import dashed

_PART = r"[^\W\d_]{0,3}\d+(?:st|nd|rd|th)?[^\W\d_]?"
_NUMERIC = re.compile(rf"{_PART}(?:\s*[-\u2013,&]+\s*{_PART})*")
_PAGES = re.compile(r"([^\W\d_]*)(\d+)\s*(?:--?|[\u2010-\u2013])\s*([^\W\d_]*)(\d+)")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)?")
_TEENS = (11, 12, 13)
_LOCATOR = re.compile(r"[eE]\d+")


def is_numeric(text: str) -> bool:
    """Tell whether a text is a number, a range or a list of numbers (CSL 1.0.2, "is-numeric")."""
    return bool(_NUMERIC.fullmatch(text.strip()))


def is_locator(page: str) -> bool:
    """Tell whether what stands for pages is an article's electronic number (APA 7, 9.27)."""
    return bool(_LOCATOR.fullmatch(page))


def labeled(text: str, one: str, many: str) -> str:
    """Return numbers with their label: 'Vol. 2', 'pp. 3-5'; what is no number stands alone."""
    if not is_numeric(text):
        return text
    return f"{many if is_several(text) else one} {dashed(text)}"


def is_several(text: str) -> bool:
    """Tell whether a text names more than one number."""
    return bool(re.search(r"\w\s*[-\u2010-\u2013,&]+\s*\w", text))


def ordinal(text: str) -> str:
    """Return '2nd' for '2'; what is no number is returned as it is."""
    match = _ORDINAL.fullmatch(text.strip())
    if not match:
        return text
    number = int(match[1])
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in _TEENS else ending}"


def pages(text: str) -> str:
    """Return pages with whole numbers at both ends of each range: '123-27' is '123-127'."""
    return dashed(_PAGES.sub(_expanded, text))


def _expanded(match: re.Match[str]) -> str:
    prefix, first, letters, last = match.groups()
    if letters in ("", prefix) and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return f"{prefix}{first}\u2013{letters}{last}"
