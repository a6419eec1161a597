"""What can be wrong: code, message, place, help; and its printed forms."""

from generator.diagnostics.diagnostic import Diagnostic, Place, Severity, has_errors, in_order
from generator.diagnostics.printers import (
    LineReader,
    print_github,
    print_human,
    print_json,
    print_sarif,
)
from generator.diagnostics.rule import Rule
from generator.diagnostics.rules import RULES
from generator.diagnostics.suggestion import closest, did_you_mean, fold

__all__ = [
    "RULES",
    "Diagnostic",
    "LineReader",
    "Place",
    "Rule",
    "Severity",
    "closest",
    "did_you_mean",
    "fold",
    "has_errors",
    "in_order",
    "print_github",
    "print_human",
    "print_json",
    "print_sarif",
]
