"""What a template must not ask for: what would make the same data another page elsewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.diagnostics.rules import site as rules
from generator.source import Lines
from generator.typesetting.engine_faults import Templates

_COMMENT_OR_TEXT = re.compile(
    r"(?P<comment>(?<!:)//[^\n]*|/\*[\s\S]*?\*/)"
    r'|\\.|"(?:\\[\s\S]|[^"\\])*"'  # an escaped character, a string
    r"|(?P<ticks>`{3,})[\s\S]*?(?P=ticks)|`[^`]*`"  # raw text
)
"""A comment, or what may hold the marks of one without being one. A colon: an address."""
_PACKAGE = re.compile(r'"(@[\w-]+/[\w-]+:[\d.]+)"')
_CLOCK = re.compile(r"\bdatetime\s*\.\s*today\b")


def check_sources(templates: Templates) -> Iterator[Diagnostic]:
    """Yield what the templates of a folder ask for that is not in it.

    Packages, which the engine would fetch from the network or take from the person's own folder;
    the day of the clock; files that only a link brings into the folder.
    """
    for file in sorted(templates.folder.rglob("*")):
        name = file.relative_to(templates.folder).as_posix()
        if not file.resolve().is_relative_to(templates.folder.resolve()):
            message = "this link leads out of the folder of templates"
            yield rules.BAD_TEMPLATE.at(templates.place(name), message, "put the file itself here")
        elif file.suffix == ".typ" and file.is_file():
            yield from _check(templates, file, name)


def _check(templates: Templates, file: Path, name: str) -> Iterator[Diagnostic]:
    content = file.read_text("utf-8", errors="replace")
    lines = Lines(templates.place(name).path, content)
    code = _COMMENT_OR_TEXT.sub(_without_comment, content)
    for found in _PACKAGE.finditer(code):
        message = f"'{found[1]}' is a package, which not every machine has"
        help_ = "copy what you need of it into this folder, with its license"
        yield rules.BAD_TEMPLATE.at(lines.place(found.start()), message, help_)
    for found in _CLOCK.finditer(code):
        message = "the day of the clock would make each copy another one"
        help_ = "use a day that the data hold"
        yield rules.BAD_TEMPLATE.at(lines.place(found.start()), message, help_)


def _without_comment(found: re.Match[str]) -> str:
    """Return blanks for a comment. Strings stay: packages are named in them."""
    return " " * len(found[0]) if found["comment"] else found[0]
