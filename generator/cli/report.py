"""Showing diagnostics: the one door between what was found and the terminal."""

import os
import re
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

import click

from generator import __version__
from generator.diagnostics import (
    RULES,
    Diagnostic,
    LineReader,
    Severity,
    has_errors,
    print_github,
    print_human,
    print_json,
    print_sarif,
)


class Format(StrEnum):
    """The printed forms of diagnostics."""

    HUMAN = "human"
    GITHUB = "github"
    JSON = "json"
    SARIF = "sarif"


def show(
    found: Sequence[Diagnostic],
    form: Format = Format.HUMAN,
    instead: Mapping[str, str] | None = None,
) -> None:
    """Print diagnostics: for people on stderr, in every other form on stdout.

    A form that a program reads is printed even when nothing was found. ``instead`` holds the texts
    of files, by their paths, that are not written yet.
    """
    if form is Format.HUMAN:
        if found:
            lines = _line_reader(instead or {})
            click.echo(print_human(found, lines, color=_in_color()) + "\n", err=True)
        return
    if form is Format.GITHUB:
        printed = print_github(found)
    elif form is Format.JSON:
        printed = print_json(found)
    else:
        printed = print_sarif(found, RULES, __version__)
    if printed:
        # Always UTF-8, whatever the terminal; half characters, which file names can hold, escaped.
        click.echo(printed.encode("utf-8", "backslashreplace"))


def summary(found: Sequence[Diagnostic], files: int) -> str:
    """Return one sentence: how many records were checked, and what was found in how many."""
    if not found:
        return f"{_count(files, 'record')} checked: no faults."
    errors = sum(1 for each in found if each.severity is Severity.ERROR)
    counts = [(errors, "error"), (len(found) - errors, "warning")]
    listed = " and ".join(_count(number, word) for number, word in counts if number)
    faulty = len({each.place.path for each in found})
    return f"{listed} in {faulty} of {_count(max(files, faulty), 'record')}."


def exit_status(found: Sequence[Diagnostic], *, strict: bool = False) -> int:
    """Return 1 where a fault stops publishing (with ``strict``, any fault), else 0."""
    return int(has_errors(found) or (strict and bool(found)))


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _in_color() -> bool:
    """Tell whether stderr shows colors (https://no-color.org)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stderr.isatty()


def _line_reader(instead: Mapping[str, str]) -> LineReader:
    """Return what reads the lines to be quoted: each file once, as it is now or is to be."""

    @cache
    def lines_of(path: str) -> tuple[str, ...]:
        try:
            content = instead[path].encode() if path in instead else Path(path).read_bytes()
        except OSError:
            return ()
        return tuple(re.split(r"\r\n|\r|\n", content.decode("utf-8-sig", "replace")))

    def read_line(path: str, line: int) -> str | None:
        lines = lines_of(path)
        return lines[line - 1] if line <= len(lines) else None

    return read_line
