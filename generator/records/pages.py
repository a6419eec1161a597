"""Pages of a work within another: numbers alone, for each style has its own words for them."""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator

from generator.records.fields import NumberedText, fault

_LABEL = re.compile(
    r"(?:(?:pages?|pgs?|pp?)\b[.:]?\s*|pp(?=[0-9])|(?:S|str|fols?|ff)\.\s+)"
    r"(?=[^\W\d_]{0,3}\d|[ivxlcdm]+\b)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"(?<=\d)(?:\s*\b(?:pages?|pgs?|pp?)\.?|\.)$", re.IGNORECASE)
_WORD_TO = re.compile(r"(?<=[0-9])\s+(?:to|through|thru|bis|a|à)\s+(?=\w)")
_DASHES = "-\u2010\u2011\u2012\u2013\u2014"
_OPEN = re.compile(rf"\s*[{_DASHES}]\s*$")
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_RANGE = re.compile(rf"([^\W\d_]*)([0-9]*)\s*[{_DASHES}]{{1,2}}\s*([^\W\d_]*)([0-9]*)")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def bare_pages(text: str) -> str:
    """Return pages without 'pp.' and the like; what else stands there stays.

    Styles put their own label before them, or none (APA 7, sections 9.25 and 9.28; CSL 1.0.2,
    "page" variable).
    """
    label = _LABEL.match(text)
    bare = text[label.end() :] if label else text
    return _WORD_TO.sub("-", _UNIT.sub("", bare))


def _pages(value: str) -> str:
    bare = bare_pages(value)
    if bare != value:
        raise fault("bad-pages", f"'{value}' has more than the pages", f"write {bare}")
    if _OPEN.search(value):
        raise fault(
            "bad-pages",
            f"'{value}' has no last page",
            f"write the last page, or {_OPEN.sub('', value)} for one page alone",
        )
    return value


def backward_ranges(pages: str) -> Iterator[tuple[str, str]]:
    """Yield each range whose last page comes before its first, and the two pages the right way.

    Numbers may be cut short at the end ('1234-45'), have letters before them ('S12-S19') and be
    Roman. Nothing is said of others, nor of two numbers of different sorts.
    """
    for part in re.split(r"[,;&]", pages):
        match = _RANGE.fullmatch(part.strip())
        if match is None:
            continue
        before, first, letters, last = match.groups()
        if first and last and letters in ("", before):
            last = first[: max(0, len(first) - len(last))] + last
            begins, ends = int(first), int(last)
        elif not first and not last and _is_roman(before) and _is_roman(letters):
            begins, ends = _value(before), _value(letters)
        else:
            continue
        if ends < begins:
            yield match[0], f"{letters}{last}-{before}{first}"


def _is_roman(text: str) -> bool:
    return all(bool(part) and bool(_ROMAN.fullmatch(part.lower())) for part in _parts(text))


def _parts(text: str) -> list[str]:
    return re.split(rf"\s*[{_DASHES},;&]\s*", text)


def _value(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman.lower()]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


Pages = Annotated[NumberedText, AfterValidator(_pages)]
"""First and last page, several ranges, or one page; no label."""
