"""The printed forms of diagnostics: for people, GitHub, programs, and code-scanning services.

None repeats an e-mail address or a telephone number: the place says where it stands.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from generator.diagnostics.contacts import hidden
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.rule import Rule
from generator.diagnostics.rules import RULES

LineReader = Callable[[str, int], str | None]
"""Returns the text of a file's line (from 1), or None where there is none to show."""

_RED, _YELLOW, _BLUE, _BOLD, _RESET = "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[1m", "\x1b[0m"
_WIDEST_QUOTE = 100


def print_human(
    diagnostics: Iterable[Diagnostic], read_line: LineReader, *, color: bool = False
) -> str:
    """Return the diagnostics for a person: place, message, the line quoted and marked, the help."""

    def paint(text: str, *codes: str) -> str:
        return f"{''.join(codes)}{text}{_RESET}" if color else text

    paragraphs = []
    for found in map(_discreet, diagnostics):
        tone = _RED if found.severity is Severity.ERROR else _YELLOW
        place = paint(_visible(str(found.place)), _BOLD)
        label = paint(f"{found.severity}[{found.code}]", tone, _BOLD)
        lines = [f"{place}: {label} {_visible(found.message)}"]
        quoted = read_line(found.place.path, found.place.line)
        if quoted is not None and quoted.strip():
            quote, marker = _quote(hidden(quoted), found.place.column)
            gutter = paint(f"{found.place.line:>5} | ", _BLUE)
            lines += [gutter + quote, paint("      | ", _BLUE) + paint(marker, tone, _BOLD)]
        lines.append(f"  help: {_visible(found.help)}")
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs)


def print_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Return GitHub Actions workflow commands, which become annotations on the changed lines.

    Source: GitHub Docs, "Workflow commands for GitHub Actions", escaping of data and properties.
    """

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    return "\n".join(
        f"::{found.severity} file={value(found.place.path)},line={found.place.line},"
        f"col={found.place.column},title={value(found.code)}"
        f"::{data(f'{found.message} (help: {found.help})')}"
        for found in map(_discreet, diagnostics)
    )


def print_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a JSON array with an object for each diagnostic."""
    objects = [
        {
            "code": found.code,
            "severity": str(found.severity),
            "path": found.place.path,
            "line": found.place.line,
            "column": found.place.column,
            "message": found.message,
            "help": found.help,
        }
        for found in map(_discreet, diagnostics)
    ]
    return json.dumps(objects, indent=2, ensure_ascii=False)


def print_sarif(diagnostics: Sequence[Diagnostic], rules: Mapping[str, Rule], version: str) -> str:
    """Return a SARIF 2.1.0 log (OASIS, sections 3.14, 3.27, 3.28; columns in code points)."""
    used = sorted({found.code for found in diagnostics})
    index = {code: position for position, code in enumerate(used)}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "lrrt",
                        "semanticVersion": version,
                        "rules": [_sarif_rule(rules[code]) for code in used],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(found, index) for found in map(_discreet, diagnostics)],
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=False)


def _discreet(found: Diagnostic) -> Diagnostic:
    """Return a diagnostic that repeats no address; the example in a rule's own help stays."""
    rule = RULES.get(found.code)
    help_ = found.help if rule and found.help == rule.help else hidden(found.help)
    return replace(found, message=hidden(found.message), help=help_)


def _sarif_rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _sarif_result(found: Diagnostic, index: Mapping[str, int]) -> dict[str, object]:
    return {
        "ruleId": found.code,
        "ruleIndex": index[found.code],
        "level": str(found.severity),
        "message": {"text": f"{found.message} (help: {found.help})"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(found.place.path)},
                    "region": {
                        "startLine": found.place.line,
                        "startColumn": found.place.column,
                    },
                }
            }
        ],
    }


def _uri(path: str) -> str:
    """Return a path as a relative reference (RFC 3986); names of files can be no text at all."""
    return quote(path.encode("utf-8", "surrogateescape"))


def _quote(line: str, column: int) -> tuple[str, str]:
    """Return a line cut to a readable width around a column, and the marker that stands under it.

    Characters that would not be seen are written as their escapes, and the marker stays in step.
    """
    start = max(0, column - 1 - _WIDEST_QUOTE // 2) if len(line) > _WIDEST_QUOTE else 0
    shown = line[start : start + _WIDEST_QUOTE]
    before = _visible(shown[: column - 1 - start])
    lead = "…" if start else ""
    return lead + _visible(shown), " " * (len(lead) + _columns(before)) + "^"


def _visible(text: str) -> str:
    """Return text with each character that a terminal would act on or hide as an escape."""
    return "".join(map(_seen, text))


def _seen(character: str) -> str:
    if character.isprintable() or character == "\u00a0":
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004  # what four digits hold


def _columns(text: str) -> int:
    """Return how many terminal cells a text takes (East Asian wide characters take two)."""
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
