"""What is wrong, where, and the way out: what every check makes and every printer reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a fault is: an error stops publishing, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file, as an editor shows it.

    ``path`` is relative to the folder the person works in, with forward slashes. ``line`` and
    ``column`` count from 1; a column is one Unicode code point.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault, ready to be printed in any form."""

    code: str
    severity: Severity
    place: Place
    message: str
    help: str

    @property
    def order(self) -> tuple[Place, str, str]:
        """What diagnostics are sorted by: file, line, column, then code and message."""
        return (self.place, self.code, self.message)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics sorted by place, each exact repetition once."""
    return tuple(sorted(set(diagnostics), key=lambda found: found.order))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any of the diagnostics stops publishing."""
    return any(found.severity is Severity.ERROR for found in diagnostics)
