"""Names as CSL-JSON and its relatives write them."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.bibliography.item import Name
from generator.bibliography.reading.text import Sort, clean, shorten
from generator.records.identifiers import is_orcid, is_ror
from generator.records.people import PersonName

LONGEST = 300
"""Characters that a part of a name may have in a record."""

_PARTS = (
    ("given", "given"),
    ("non-dropping-particle", "particle"),
    ("dropping-particle", "dropping_particle"),
    ("family", "family"),
    ("suffix", "suffix"),
)
_FLAGS = ("comma-suffix", "static-ordering", "parse-names")
_OTHERS = frozenset(("others", "et al.", "et al"))


def read_names(written: object, role: str, changes: list[str]) -> tuple[Name, ...]:
    """Return the names of a role; what is left out or changed is added to ``changes``.

    Registrars write an organization under ``name`` and add identifiers; a text alone is an
    organization, unless a comma parts it in two.
    """
    listed = written if isinstance(written, list) else [written]
    return tuple(name for one in listed if (name := _name(one, role, changes)))


def person(parts: Mapping[str, str], identifier: str = "") -> Name | None:
    """Return the name of a person from parts named as in CSL; None where nothing is left of it."""
    fields = {field: parts[key] for key, field in _PARTS if parts.get(key)}
    if not fields:
        return None
    if "family" in fields or "given" in fields:
        return Name(PersonName(**fields), identifier=identifier)
    return Name(organization=" ".join(fields.values()), identifier=identifier)


def _name(written: object, role: str, changes: list[str]) -> Name | None:
    if isinstance(written, str):
        family, comma, given = written.partition(",")
        if comma and given.strip() and "," not in given:
            written = {"family": family, "given": given}
        else:
            written = {"literal": written}
    if not isinstance(written, Mapping):
        return None
    parts = dict(_parts(written, role, changes))
    literal = parts.pop("literal", "")
    if {literal.lower(), parts.get("family", "").lower()} & _OTHERS and len(parts) <= 1:
        changes.append(f"{role}: 'and others' stands for names that are missing; add them")
        return None
    flags = [flag for flag in _FLAGS if written.get(flag)]
    found = person(parts, _identifier(written))
    if found is None:
        return (
            Name(organization=literal, identifier=_identifier(written, "ror")) if literal else None
        )
    if flags:
        changes.append(f"{role} '{found.full}': left out {', '.join(flags)}, which styles decide")
    if literal:
        changes.append(f"{role} '{found.full}': left out '{literal}', which names the same again")
    return found


def _parts(written: Mapping[str, Any], role: str, changes: list[str]) -> Iterator[tuple[str, str]]:
    for key in ("literal", *(key for key, _ in _PARTS)):
        value = written.get(key) or (written.get("name") if key == "literal" else None)
        part = clean(value, Sort.CODE) if isinstance(value, str) else ""
        if len(part) > LONGEST:
            changes.append(
                f"{role}: shortened a name of {len(part):,} characters, '{shorten(part)}'"
            )
            part = part[: LONGEST - 1].rstrip() + "…"
        if part:
            yield key, part


def _identifier(written: Mapping[str, Any], kind: str = "orcid") -> str:
    """Return the address of an ORCID iD or a ROR id that its own check digits prove."""
    ids = written.get("id")
    offered = [written.get(kind.upper()), written.get(kind)]
    listed = ids if isinstance(ids, list) else []
    offered += [one.get("id") for one in listed if isinstance(one, Mapping)]
    for value in offered:
        tail = str(value or "").strip().rstrip("/").rsplit("/", 1)[-1]
        if kind == "orcid" and is_orcid(tail.upper()):
            return f"https://orcid.org/{tail.upper()}"
        if kind == "ror" and is_ror(f"https://ror.org/{tail.lower()}"):
            return f"https://ror.org/{tail.lower()}"
    return ""
