"""Names of BibTeX and biblatex as names of CSL."""

import re
from collections.abc import Iterator
from typing import Any

import pybtex.errors
from pybtex.bibtex.utils import split_name_list, split_tex_string
from pybtex.database import Person

from generator.bibliography.name_parts import glued_particle
from generator.bibliography.reading.latex import from_latex

_EXTENDED = re.compile(r"^\s*(family|given|prefix|suffix|useprefix)(-i)?\s*=", re.IGNORECASE)
_WHOLE = re.compile(r"\s*\{(.*)\}\s*", re.DOTALL)
_OTHERS = "others"
_KEYS = {
    "family": "family",
    "given": "given",
    "prefix": "non-dropping-particle",
    "suffix": "suffix",
}


def bibtex_names(written: str) -> list[dict[str, Any]]:
    """Return the names in a field, parted by 'and', in the terms of CSL.

    A name wholly in braces is an organization. 'von' parts belong to the family name, as BibTeX's
    styles print them, unless biblatex is told otherwise (useprefix=false).
    """
    try:
        listed = split_name_list(" ".join(written.split()))
    except RecursionError:
        listed = [written]
    return [name for one in listed if (name := _name(one.strip()))]


def _name(written: str) -> dict[str, Any]:
    if not written.strip("{} "):
        return {}
    if written.lower() == _OTHERS:
        return {"literal": _OTHERS}
    if _EXTENDED.match(written):
        return dict(_extended(written))
    whole = _WHOLE.fullmatch(written)
    if whole and _is_one_group(written.strip()):
        return {"literal": from_latex(whole[1])}
    with pybtex.errors.capture() as faults:
        person = Person(written)
    if faults:
        return {"literal": from_latex(written)}
    parts = {
        "family": person.last_names,
        "given": [*person.first_names, *person.middle_names],
        "non-dropping-particle": person.prelast_names,
        "suffix": person.lineage_names,
    }
    if parts["family"] and not parts["non-dropping-particle"]:
        particle = glued_particle(parts["family"][0])
        parts["non-dropping-particle"] = [particle] if particle else []
        parts["family"][0] = parts["family"][0].removeprefix(particle)
    return {key: from_latex(" ".join(words)) for key, words in parts.items() if words}


def _is_one_group(written: str) -> bool:
    """Tell whether the brace that opens a text is closed by the one that ends it."""
    level = 0
    for position, character in enumerate(written):
        level += {"{": 1, "}": -1}.get(character, 0)
        if not level and position < len(written) - 1:
            return False
    return True


def _extended(written: str) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a name in biblatex's extended format (biblatex manual, 3.4)."""
    parts: dict[str, str] = {}
    for part in split_tex_string(written, ","):
        key, _, value = part.partition("=")
        parts[key.strip().lower()] = from_latex(value.strip().strip('"'))
    for key, variable in _KEYS.items():
        if parts.get(key):
            dropping = key == "prefix" and parts.get("useprefix", "").lower() == "false"
            yield "dropping-particle" if dropping else variable, parts[key]
