"""BibTeX files as others read them: pybtex and bibtexparser; and LaTeX as it is meant."""

import re
from dataclasses import dataclass

from bibtexparser.entrypoint import parse_string as parse_bibtexparser
from pybtex.database import parse_string

_TOKEN = re.compile(
    r"\{\\text(?P<named>backslash|asciitilde|asciicircum|braceleft|braceright)\}"
    r"|\\(?P<escaped>[#$%&_{}])|\\(?P<par>par) |\\(?:emph|text(?:bf|sub|super)(?:script)?)\{|[{}]"
)
_NAMED = {
    "backslash": "\\",
    "asciitilde": "~",
    "asciicircum": "^",
    "braceleft": "{",
    "braceright": "}",
}


@dataclass(frozen=True)
class Read:
    """An entry as a reader saw it, its values as they stand in the file."""

    type: str
    fields: dict[str, str]


def by_bibtexparser(text: str) -> dict[str, Read]:
    """Read a file; what the reader could not make sense of fails the test."""
    library = parse_bibtexparser(text)
    assert library.failed_blocks == []
    assert library.comments == []
    return {
        entry.key: Read(entry.entry_type, {field.key: field.value for field in entry.fields})
        for entry in library.entries
    }


def by_pybtex(text: str) -> dict[str, Read]:
    """Read a file, names taken apart and put together again."""
    return {
        key: Read(
            entry.type,
            dict(entry.fields.items())
            | {
                role: " and ".join(str(person) for person in people)
                for role, people in entry.persons.items()
            },
        )
        for key, entry in parse_string(text, "bibtex").entries.items()
    }


def unlatex(value: str) -> str:
    """Return the text that a value means, on one line, without marks."""

    def meant(token: re.Match[str]) -> str:
        if token["named"]:
            return _NAMED[token["named"]]
        return token["escaped"] or (" " if token["par"] else "")

    return " ".join(_TOKEN.sub(meant, value).split())
