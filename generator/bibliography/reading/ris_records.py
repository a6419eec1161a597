"""The references of a RIS file as rispy reads them, each with its place.

rispy passes over what stands outside TY and ER, and runs references together where an ER is
missing. So the file is parted first; and wrapped lines are joined, of which rispy keeps only some.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import rispy

_LINE = re.compile(r"\ufeff?[ \t]*([A-Z][A-Z0-9])[ \t]{1,2}-(?:[ \t](.*))?")
_KNOWN = frozenset(
    (*rispy.RisParser.DEFAULT_MAPPING, "BT", "CT", "ED", "CR", "SV", "LK", "H1", "H2", "Y3", "U1")
)
_PARAGRAPH = "\u2029"
_MAPPING = {"UK": "UK"}
"""Nothing is renamed: what rispy knows by no name, it files under its tag."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference: its type, the values of each tag, and the line where it begins, from 1."""

    type: str
    tags: Mapping[str, list[str]]
    line: int
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class References:
    """All references of a file; ``stray`` are the first lines of what belongs to none."""

    references: list[Reference] = field(default_factory=list)
    stray: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """A reference as it is gathered: tags with their values, in the order of the file."""

    line: int
    lines: list[tuple[str, str]] = field(default_factory=list)


def find_references(content: str) -> References:
    """Return the references of a RIS file."""
    found = References()
    draft: _Draft | None = None
    strayed = False
    for number, line in enumerate(re.split(r"\r\n|\r|\n", content), start=1):
        tag, value = _parted(line)
        if tag == "TY":
            if draft:
                found.references.append(_made(draft, closed=False))
            draft, strayed = _Draft(number, [(tag, value)]), False
        elif tag == "ER" and draft:
            found.references.append(_made(draft, closed=True))
            draft, strayed = None, False
        elif draft is None:
            if line.strip(" \t\ufeff\x1a") and tag != "ER" and not strayed:
                found.stray.append((number, line.strip()))
                strayed = True
        elif tag:
            draft.lines.append((tag, value))
        else:
            _continue(draft, line)
    if draft:
        found.references.append(_made(draft, closed=False))
    return found


def _parted(line: str) -> tuple[str, str]:
    """Return the tag of a line and its value; no tag where the line goes on with a text."""
    match = _LINE.fullmatch(line)
    if not match or (match[1] not in _KNOWN and line[2:5] != "  -"):
        return "", line
    return match[1], (match[2] or "").strip()


def _continue(draft: _Draft, line: str) -> None:
    """Add a wrapped line to the value before it; an empty one parts paragraphs."""
    tag, value = draft.lines[-1]
    text = line.strip()
    gap = " " if text and value and not value.endswith(_PARAGRAPH) else ""
    draft.lines[-1] = (tag, f"{value}{gap}{text or _PARAGRAPH}")


def _made(draft: _Draft, *, closed: bool) -> Reference:
    written = [f"{tag}  - {_inert(value)}" for tag, value in draft.lines]
    parsed = rispy.loads(
        "\n".join([*written, "ER  - "]),
        mapping={"TY": "TY", **_MAPPING},
        list_tags=[],
        delimiter_tags_mapping={},
    )
    unnamed = parsed[0].get("UK", {}) if parsed else {}
    tags = {
        str(tag): [value.strip(_PARAGRAPH).replace(_PARAGRAPH, "\n\n") for value in values]
        for tag, values in unnamed.items()
    }
    remarks = () if closed else ("its end, ER, is missing",)
    return Reference(draft.lines[0][1].strip().upper(), tags, draft.line, remarks)


def _inert(value: str) -> str:
    """Return a value that is one line to rispy."""
    return value.replace("\n", " ").rstrip()
