"""Answers in the form that records have: what was changed is said, what cannot be read is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import fold
from generator.records.addresses import url_problem
from generator.records.application import Role
from generator.records.identifiers import is_orcid
from generator.source import mended


@dataclass(frozen=True, slots=True)
class Read:
    """What an answer was read as. ``change`` says what was changed, ``doubt`` why it is not taken.

    ``value`` is None where nothing is taken.
    """

    value: Any = None
    change: str = ""
    doubt: str = ""


_SIXTEEN = re.compile(r"(?<![0-9])(?:[0-9]{4}[^0-9A-Za-z]*){3}[0-9]{3}[0-9Xx](?![0-9A-Za-z])")
_EMAIL = re.compile(
    r"(?<![\w.!#$%&'*+/=?^`{|}~@-])"
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![\w@-]|\.\w)"
)
"""A whole address: no part of one with letters that are not among these."""

_NUMBERS = "zero one two three four five six seven eight nine ten"
_NUMBER_WORDS: Mapping[str, int] = {word: at for at, word in enumerate(_NUMBERS.split())}
_NUMBER = re.compile(
    rf"\b(?:[0-9]+|{'|'.join(_NUMBER_WORDS)}|none|an?(?=\s+(?:new\s|single\s)?(?:mentee|person)))\b"
)
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = re.compile(
    rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}.*|[0-9]{{1,2}}[-/. ]{_MONTH}(?:[-/. ][0-9]{{2,4}})?"
    rf"|{_MONTH}[-/. ][0-9]{{1,2}}|[345][0-9]{{4}}"
)
"""A day as spreadsheet programs write it: by its date, its name ('2-Jan') or its number."""

_WHOLE = re.compile(r"([0-9]+)\.0+")
_AT_MOST = re.compile(r"\b(?:up to|at most|maximum|max|no more than)\b")
_AT_LEAST = re.compile(r"\b(?:at least|minimum|min)\b|\+|\bor more\b")
_MOST_MENTEES = 20
_YES = frozenset(
    ("yes", "y", "true", "1", "x", "agree", "iagree", "iconsent", "ok", "selected", "checked")
)
_NO = frozenset(("no", "n", "false", "0", "disagree", "none", "unchecked"))
_REFUSES = re.compile(r"(?:i )?(?:do not|don['\u2019]?t|would rather not|prefer not)\b")
_CONDITION = re.compile(r"\b(?:but|except|if|not|only|unless|until|without)\b")
_NOTHING = frozenset(("none", "no", "na", "nil", "nobody", "noone", "nopreference", "nothing"))


def clean(text: str) -> str:
    """Return a text as records hold it: composed, trimmed, without what cannot be seen."""
    return mended(text).strip()


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(clean(text).split())


def says_nothing(text: str) -> bool:
    """Tell whether an answer says that there is nothing to say: '-', 'n/a', 'none'."""
    return fold(text) in _NOTHING or not fold(text)


def read_orcid(text: str) -> Read:
    """Read an ORCID iD: bare, with spaces or other dashes, or in a web address."""
    found = _SIXTEEN.search(text)
    if found is None:
        return Read(doubt=f"'{text}' is no ORCID iD")
    signs = re.sub(r"[^0-9Xx]", "", found[0]).upper()
    bare = "-".join(signs[start : start + 4] for start in range(0, 16, 4))
    if not is_orcid(bare):
        return Read(doubt=f"'{text}' is no ORCID iD: its check character does not match")
    return Read(bare, f"ORCID iD '{text}' written as {bare}" if bare != text else "")


def read_url(text: str) -> Read:
    """Read a web address; https:// is put before one that has no scheme."""
    if url_problem(text) is None:
        return Read(text)
    longer = f"https://{text.lstrip('/')}"
    if "://" not in text and "." in text and url_problem(longer) is None:
        return Read(longer, f"web address '{text}' written as {longer}")
    return Read(doubt=f"'{text[:80]}' is no web address")


def read_email(text: str) -> Read:
    """Read an e-mail address. The part after @ is lower-cased, for there case means nothing.

    RFC 5321, section 2.4: the part before @ must be kept as it is.
    """
    found = list(dict.fromkeys(_EMAIL.findall(text)))
    if not found:
        return Read(doubt=f"'{text}' is no e-mail address")
    if len(found) > 1:
        return Read(doubt=f"'{text}' has {len(found)} e-mail addresses; leave one")
    before, _, domain = found[0].rpartition("@")
    address = f"{before}@{domain.lower()}"
    return Read(address, f"e-mail address '{text}' written as {address}" if address != text else "")


def read_role(text: str) -> Read:
    """Read whether somebody applies as a mentor or as a mentee."""
    roles = {Role(word) for word in re.findall(r"\b(mentor|mentee)s?\b", text.casefold())}
    if len(roles) == 1:
        return Read(roles.pop())
    return Read(doubt=f"'{text}' does not say which: mentor or mentee")


def read_yes(text: str) -> Read:
    """Read yes or no. A yes with a condition is neither."""
    lowered = one_line(text).casefold()
    first = re.split(r"[\s,.;:]", lowered, maxsplit=1)[0]
    words = (fold(text), fold(first))
    if _REFUSES.match(lowered) or not _NO.isdisjoint(words):
        return Read(value=False)
    if not _YES.isdisjoint(words):
        if _CONDITION.search(lowered):
            return Read(doubt=f"'{text[:80]}' says yes on a condition")
        return Read(value=True)
    return Read(doubt=f"'{text[:80]}' says neither yes nor no")


def is_bare(text: str) -> bool:
    """Tell whether an answer says yes or no, and not a word more."""
    return fold(text) in _YES | _NO


def is_plain_no(text: str) -> bool:
    """Tell whether an answer says no, and not a word more."""
    return fold(text) in _NO


def read_capacity(text: str) -> Read:
    """Read how many mentees: '2', 'two', '1-2', 'up to 3'. Gives (fewest, most); None: not said."""
    lowered = text.casefold()
    if _DAY.fullmatch(lowered):
        said = f"'{text}' is a day: a spreadsheet program may have made it of, say, '1-2'"
        return Read(doubt=said)
    if whole := _WHOLE.fullmatch(lowered):
        lowered = whole[1]
    numbers = [_number(word) for word in _NUMBER.findall(lowered)]
    is_clear = 0 < len(numbers) <= 2 and max(numbers) <= _MOST_MENTEES  # noqa: PLR2004  # from, to
    if not is_clear or re.search(r"\d[.,]\d|%", lowered):
        return Read(doubt=f"'{text[:80]}' does not say how many mentees")
    if len(numbers) == 2:  # noqa: PLR2004  # from, to
        if _AT_MOST.match(lowered) and not _AT_LEAST.search(lowered):
            return Read(doubt=f"'{text[:80]}' does not say how many mentees")
        fewest, most = sorted(numbers)
        return Read((fewest, most), _said(text, f"{fewest} to {most}"))
    if _AT_LEAST.search(lowered):
        return Read(doubt=f"'{text[:80]}' does not say how many mentees at the most")
    at_most = bool(_AT_MOST.search(lowered))
    words = f"{'at most ' if at_most else ''}{numbers[0]}"
    return Read((None, numbers[0]), "" if text == str(numbers[0]) else _said(text, words))


def _number(word: str) -> int:
    if word.isdigit():
        return int(word[:9])
    return _NUMBER_WORDS.get(word, 0 if word == "none" else 1)


def _said(text: str, number: str) -> str:
    return f"capacity '{text}' read as {number}"
