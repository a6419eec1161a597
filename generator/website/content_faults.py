"""What MkDocs finds wrong with the pages in content/, as diagnostics with file and line."""

import logging
import re
from pathlib import Path

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.rules import site as rules
from generator.source import read_bytes

_LINK = re.compile(
    r"Doc file '(?P<file>[^']+)' contains a.*? link '(?P<link>[^']+)', but (?P<why>.*)"
)
_FRONT_MATTER = re.compile(rb"---\r?\n(.*?)^---\s*$", re.DOTALL | re.MULTILINE)
_MEANT = re.compile(r"Did you mean '([^']+)'")


class ContentFaults(logging.Handler):
    """Gathers the warnings that MkDocs logs while it builds.

    ``content`` is the folder of the pages, ``shown`` how it is named to people.
    """

    def __init__(self, content: Path, shown: str) -> None:
        super().__init__(logging.WARNING)
        self.found: list[Diagnostic] = []
        self._content = content
        self._shown = shown

    def emit(self, record: logging.LogRecord) -> None:
        """Take in one message."""
        if record.levelno > logging.WARNING:
            return  # an error stops the build and is reported by what it raises
        message = record.getMessage()
        match = _LINK.match(message)
        if match is None:
            self.found.append(rules.SITE_WARNING.at(Place(self._shown), message))
            return
        meant = _MEANT.search(message)
        self.found.append(
            rules.DEAD_LINK.at(
                self._place(match["file"], match["link"]),
                f"the link '{match['link']}' leads nowhere",
                f"did you mean '{meant[1]}'?" if meant else "",
            )
        )

    def _place(self, file: str, link: str) -> Place:
        path = f"{self._shown}/{file}"
        try:
            lines = (self._content / file).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return Place(path)
        for number, line in enumerate(lines, start=1):
            if link in line:
                return Place(path, number, line.index(link) + 1)
        return Place(path)


def check_content(content: Path, shown: str) -> list[Diagnostic]:
    """Return what keeps pages in content/ from being read: their characters, their front matter."""
    found: list[Diagnostic] = []
    for file in sorted(content.rglob("*.md")):
        path = f"{shown}/{file.relative_to(content).as_posix()}"
        written = file.read_bytes()
        matter = _FRONT_MATTER.match(written)
        if not _is_utf8(written):
            found += read_bytes(written, path).found
        elif matter:
            # The line of dashes above stays as an empty one, so that lines keep their numbers.
            found += read_bytes(b"\n" + matter[1], path).found
    return found


def _is_utf8(written: bytes) -> bool:
    try:
        written.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
