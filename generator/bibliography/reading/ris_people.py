"""People and dates of a RIS reference."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.bibliography.name_parts import glued_particle

Tags = Mapping[str, Sequence[str]]
"""The values of each tag of a reference."""

_ROLES = {
    "A2": {
        "book": "collection-editor",
        "broadcast": "performer",
        "interview": "interviewer",
        "motion_picture": "director",
        "personal_communication": "recipient",
        "song": "performer",
        "speech": "chair",
        "report": "collection-editor",
    },
    "A3": {
        "book": "editor",
        "broadcast": "producer",
        "motion_picture": "producer",
        "performance": "producer",
    },
    "A4": {"motion_picture": "contributor", "paper-conference": "contributor"},
}
USUAL_ROLES = {
    "A1": "author",
    "AU": "author",
    "A2": "editor",
    "A3": "collection-editor",
    "A4": "translator",
    "ED": "editor",
    "TA": "translator",
}
_SUFFIX = re.compile(r"(?:jr|sr)\.?|[ivx]{2,4}|iv", re.IGNORECASE)
_END = re.compile(r"\bto\s+(\d{4}(?:-\d{2}){0,2}|present)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\b")
_CIRCA = re.compile(r"\b(?:circa|ca\.)(?:\s|$)", re.IGNORECASE)


def first(tags: Tags, *names: str) -> str:
    """Return the first value of the first of these tags that has one, or nothing."""
    return next((value for name in names for value in tags.get(name, ()) if value), "")


def people(
    kind: str, tags: Tags, known: Mapping[str, dict[str, str]]
) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Yield the people in each role; what a tag means depends on the type of CSL.

    ``known`` has names that are not to be taken apart, in the terms of CSL.
    """
    found: dict[str, list[dict[str, str]]] = {}
    for tag, written in tags.items():
        role = _ROLES.get(tag, {}).get(kind, USUAL_ROLES.get(tag, ""))
        named = [
            known[value] if value in known else person_of(value)
            for value in written
            if value.strip(" ,;")
        ]
        if role and named:
            found.setdefault(role, []).extend(named)
    if kind == "speech" and "chair" in found and "author" not in found:
        found["author"] = found.pop("chair")
    yield from found.items()


def person_of(written: str) -> dict[str, str]:
    """Return a name: 'Family, Given, Suffix'; without a comma it is an organization's.

    Small letters before a family name are particles that belong to it, after a given name such as
    a list of references drops (as citeproc-js parses names).
    """
    parts = [part.strip() for part in written.rstrip(" ,;").split(",")]
    if len(parts) == 1:
        return {"literal": parts[0]}
    family, given, suffix = parts[0], parts[1], ", ".join(parts[2:])
    if suffix and _SUFFIX.fullmatch(given):
        given, suffix = suffix, given
    particle, family = _small_words(family.split())
    glued = glued_particle(family)
    particle, family = f"{particle} {glued}".strip(), family.removeprefix(glued)
    last, words = _small_words(given.split()[::-1])
    return {
        "family": family,
        "non-dropping-particle": particle,
        "given": " ".join(words.split()[::-1]),
        "dropping-particle": " ".join(last.split()[::-1]),
        "suffix": suffix,
    }


def _small_words(words: Sequence[str]) -> tuple[str, str]:
    """Return the words in small letters that come first, and the rest; at least one is the rest."""
    number = 0
    while number < len(words) - 1 and words[number].lstrip("'\u2019")[:1].islower():
        number += 1
    return " ".join(words[:number]), " ".join(words[number:])


def dates(tags: Tags) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield when a work came out, by the more exact of two tags, and when it was looked at."""
    exact, year = first(tags, "DA"), first(tags, "PY", "Y1")
    if exact and year and not re.search(r"\d{4}", exact):
        exact = f"{exact} {year[:4]}"
    agree = not exact or not year or year[:4] in exact
    chosen = _date(exact or year) if agree else _date(year)
    if chosen:
        yield "issued", chosen
    accessed = _date(first(tags, "Y2"))
    if accessed:
        yield "accessed", accessed


def _date(written: str) -> dict[str, str]:
    """Return a date of RIS: YYYY/MM/DD/other, of which any part may be missing.

    Other is a season, or any words; among them 'to 2024-05-19' is an end, and 'circa' what it says.
    The time of day that Zotero writes is left out: no date of CSL has one.
    """
    parts = [part.strip() for part in written.split("/", 3)]
    if len(parts) < 3 or not re.fullmatch(r"\d{4}", parts[0]):  # noqa: PLR2004  # the three slashes
        return {"raw": written} if written else {}
    raw = "-".join(part.zfill(2) for part in parts[:3] if part.isdigit() and int(part))
    other = parts[3] if len(parts) > 3 else ""  # noqa: PLR2004  # as above
    end = _END.search(other)
    circa = _CIRCA.search(other)
    season = " ".join(_CLOCK.sub("", _CIRCA.sub("", _END.sub("", other))).split())
    if end:
        raw = f"{raw}/{'..' if end[1].lower() == 'present' else end[1]}"
    found = {"raw": raw, "season": season, "circa": "true" if circa else ""}
    return {key: value for key, value in found.items() if value}
