"""Names of people as they were given, never taken apart by a guess; and ids made from them."""

import re
import unicodedata
from collections.abc import Collection, Mapping

from generator.diagnostics import fold
from generator.intake.normal import one_line
from generator.intake.submission import Submission
from generator.records.application import Role
from generator.records.identifiers import is_language
from generator.records.people import PersonName
from generator.records.slugs import slug

PARTS = (
    "given",
    "particle",
    "dropping_particle",
    "family",
    "suffix",
    "display",
    "original",
    "original_language",
)
_TITLES = """
    jr sr ii iii iv md phd mls mlis mlibr ms ma mba med edd mphil dphil msc bsc ba bs jd dma dr
    esq rn pharmd drph dnp ahip mph mpa msw mfa mdiv msls mlas mlitt eds bsn msn llm pmp
"""
_AFTER_COMMA = frozenset(_TITLES.split())
"""What stands after a comma without being a given name, folded."""

_LONGEST_ID = 60
_PSEUDONYM = re.compile(rf"(?:{'|'.join(Role)})-(.+)-[0-9]{{2,}}")
_APART = re.compile(r"[\s.,\-\u2010-\u2015]+")
_ASIDE = re.compile(r"\([^()]*\)")
_LONGEST_DEGREE = 5
UNKNOWN_PARTS = "parts of the name are not known: fill in 'given' and 'family' under 'name'"


def read_name(submission: Submission) -> tuple[dict[str, str], tuple[str, ...], str]:
    """Return the keys of a name, notes, and what of it was given besides and has no key.

    Columns for parts are used as they are. One column for the whole name is taken apart only at the
    comma of 'Family, Given'.
    """
    parts = {part: text for part in PARTS if (text := one_line(submission.text(f"name.{part}")))}
    if not is_language(parts.get("original_language", "")):
        parts.pop("original_language", None)
    whole = one_line(submission.text("name"))
    if parts.keys() & {"given", "family", "display"}:
        besides = whole if whole and not _says(parts, whole) else ""
        return _in_order(parts), (), besides
    if not whole:
        return {}, (), " ".join(parts.values())
    split, notes = _split(whole)
    return _in_order({**parts, **split}), notes, ""


def _in_order(parts: Mapping[str, str]) -> dict[str, str]:
    return {part: parts[part] for part in PARTS if part in parts}


def _split(whole: str) -> tuple[dict[str, str], tuple[str, ...]]:
    family, comma, given = (part.strip() for part in whole.partition(","))
    if comma and family and given and not _is_addition(family, given):
        note = f"name '{whole}' taken apart at its comma: given '{given}', family '{family}'"
        return {"given": given, "family": family}, (note,)
    if " " not in whole and "," not in whole:
        return {"family": whole}, ()
    return {"display": whole}, (UNKNOWN_PARTS,)


def _is_addition(before: str, after: str) -> bool:
    """Tell whether what stands after a comma is no given name: a degree, pronouns, several things.

    'Ada Okafor, PhD'; 'Ada Okafor, she/her'; 'Ada Okafor, MSIM'. Initials are given names.
    """
    is_capitals = after.isalpha() and after.isupper() and 1 < len(after) <= _LONGEST_DEGREE
    return (
        fold(_ASIDE.sub("", after)) in _AFTER_COMMA
        or any(sign in after for sign in ",/")
        or (is_capitals and " " in before and not before.isupper())
    )


def _says(parts: Mapping[str, str], whole: str) -> bool:
    """Tell whether a whole name says no more than its parts, in whatever order."""
    return sorted(words_of(" ".join(parts.values()))) == sorted(words_of(whole))


def words_of(name: str) -> list[str]:
    """Return the words of a name, folded."""
    return [fold(word) or word for word in _APART.split(name) if word]


def choose_id(name: PersonName, taken: Collection[str], otherwise: str) -> str:
    """Return an id made from a name, with a number where it is taken.

    Where the name has no Latin letters, ``otherwise`` is numbered instead.
    """
    latin = sum(1 for sign in name.full if sign.isalpha() and "LATIN" in unicodedata.name(sign, ""))
    letters = sum(1 for sign in name.full if sign.isalpha())
    base = slug(name.full)[:_LONGEST_ID].strip("-") if latin * 2 > letters else ""
    if not base:
        return pseudonym(otherwise, taken)
    chosen, number = base, 2
    while chosen in taken:
        chosen, number = f"{base}-{number}", number + 1
    return chosen


def pseudonym(base: str, taken: Collection[str]) -> str:
    """Return an id that says nothing of who it is, the first that is free: 'mentee-2026-03'."""
    number = 1
    while (chosen := f"{base}-{number:02d}") in taken:
        number += 1
    return chosen


def is_pseudonym(id_: str, cohorts: Collection[str]) -> bool:
    """Tell whether an id is one that ``pseudonym`` makes for an applicant to one of the cohorts.

    Any other may tell the name, in ways that no program sees: 'cquill', or a name in Latin letters
    of somebody who wrote it in another script.
    """
    made = _PSEUDONYM.fullmatch(id_)
    return made is not None and made[1] in cohorts
